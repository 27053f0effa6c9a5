"""What sort of diagram a Mermaid text is."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjm.source.mermaid.diagram import DiagramText

DIAGRAMS = frozenset((
    "architecture", "block", "c4component", "c4container", "c4context", "c4deployment", "c4dynamic",
    "classdiagram", "classdiagram-v2", "erdiagram", "flowchart", "flowchart-elk", "gantt",
    "gitgraph", "graph", "info", "kanban", "mindmap", "packet", "pie", "quadrantchart", "radar",
    "requirement", "requirementdiagram", "sankey", "sequencediagram", "statediagram",
    "statediagram-v2", "timeline", "treemap", "venn", "xychart", "zenuml",
))  # fmt: skip
"""First words of the other diagrams that Mermaid draws, lower-case, without `-beta`."""

_WORD = re.compile(r"[\w-]+|\S")


class Header(NamedTuple):
    """The first word of a diagram; `word` is empty where there is none."""

    word: str
    start: int
    end: int

    @property
    def is_journey(self) -> bool:
        """Whether it begins a journey diagram."""
        return self.word.lower() == "journey"

    @property
    def is_other_diagram(self) -> bool:
        """Whether it begins another diagram that Mermaid knows."""
        return self.word.lower().removesuffix("-beta") in DIAGRAMS


def find_header(diagram: DiagramText) -> Header:
    """Return the first word of the diagram, after its front matter, directives and comments."""
    for start, end in diagram.lines():
        if start < end and not diagram.lexed.startswith("%%", start):
            word = _WORD.match(diagram.plain, start)
            if word is not None:
                return Header(word[0], start, word.end())
    return Header("", 0, 0)


def is_mermaid_journey(text: str) -> bool:
    """Whether `text` is a Mermaid `journey` diagram."""
    return find_header(DiagramText(text)).is_journey
