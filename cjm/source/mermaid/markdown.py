"""Finding the `journey` diagrams in a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cjm.source.mermaid.header import is_mermaid_journey

_FENCE = re.compile(
    r"(?P<lead>[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})(?P<info>.*)"
)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_MERMAID = re.compile(r"\s*(?:mermaid|\{\s*\.?mermaid)(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MermaidBlock:
    """A fenced `mermaid` block.

    Attributes:
        text: What stands between the fences, code point for code point; a quote's `>` as a blank.
        line: The line of its first character, from 1.
        offset: Where it begins in the Markdown, in code points.
    """

    text: str
    line: int
    offset: int


def mermaid_blocks(markdown: str) -> list[MermaidBlock]:
    """Return the fenced blocks of `markdown` that hold a `journey` diagram, in order."""
    return [block for block in _fenced(markdown) if is_mermaid_journey(block.text)]


def _fenced(markdown: str) -> Iterator[MermaidBlock]:
    """Yield every fenced block whose info string says `mermaid` (CommonMark 0.31 §4.5)."""
    open_fence: re.Match[str] | None = None
    content: list[str] = []
    begin, offset, comment = (1, 0), 0, False
    for number, line in enumerate(_lines(markdown), start=1):
        if open_fence is None:
            comment = _in_comment(line, comment)
            open_fence = None if comment else _opening(line)
            content, begin = [], (number + 1, offset + len(line))
        elif _closes(line, open_fence):
            if _MERMAID.match(open_fence["info"]):
                yield MermaidBlock("".join(content), *begin)
            open_fence = None
        else:
            content.append(_unquoted(line) if ">" in open_fence["lead"] else line)
        offset += len(line)
    if open_fence is not None and _MERMAID.match(open_fence["info"]):
        yield MermaidBlock("".join(content), *begin)


def _lines(text: str) -> list[str]:
    """Return the lines of `text` with their ends; only LF, CR and CRLF end one."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


def _opening(line: str) -> re.Match[str] | None:
    fence = _FENCE.match(line.rstrip("\r\n"))
    return None if fence is None or (fence["mark"][0] == "`" and "`" in fence["info"]) else fence


def _closes(line: str, fence: re.Match[str]) -> bool:
    bare = line.strip()
    if ">" in fence["lead"]:
        if not bare.startswith(">"):
            return True  # the quote ends, and the block with it
        bare = bare.lstrip("> \t")
    mark = fence["mark"]
    return len(bare) >= len(mark) and not bare.strip(mark[0])


def _in_comment(line: str, comment: bool) -> bool:
    if comment or line.lstrip().startswith("<!--"):
        return "-->" not in line
    return False


def _unquoted(line: str) -> str:
    return _QUOTE.sub(lambda quote: " " * len(quote[0]), line, count=1)
