"""The page of a rule, read from the docstring of its function.

A docstring holds a first line (what the rule finds), some paragraphs (why it matters), `Bad:` and
`Good:` with an indented example each, and `Source:`. An example is a fragment that is laid over a
whole map; `Bad (future):` names which one, `Bad (text):` an example that is a whole file. A line
`# file: PATH` inside an example begins another file.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a page.

    Attributes:
        text: YAML (or Mermaid), with no indent.
        over: What it is laid over: `current`, `blueprint`, `future`, `workspace`; or `text` and
            `mermaid` for a file that is whole.
    """

    text: str
    over: str = "current"


@dataclass(frozen=True, slots=True)
class Page:
    """What `cjm explain` says about a rule.

    Attributes:
        summary: What it finds, in a line.
        why: Why that matters; paragraphs with a blank line between.
        bad: An example that it finds something in.
        good: The same, mended.
        source: Who says so; empty where it is the format itself.
    """

    summary: str
    why: str
    bad: Example | None
    good: Example | None
    source: str


_SECTION = re.compile(r"(Bad|Good|Source)(?: \((\w+)\))?:(?: (.*))?")


def read_page(docstring: str) -> Page:
    """Return the page that `docstring` holds."""
    sections: dict[str, list[str]] = {"Why": []}
    over: dict[str, str] = {}
    lines = sections["Why"]
    for line in inspect.cleandoc(docstring).splitlines():
        heading = _SECTION.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        lines = sections[heading[1]] = [heading[3]] if heading[3] else []
        over[heading[1]] = heading[2] or "current"
    summary, _, why = "\n".join(sections["Why"]).partition("\n")
    return Page(
        summary=summary.strip(),
        why=why.strip(),
        bad=_example(sections, over, "Bad"),
        good=_example(sections, over, "Good"),
        source=" ".join(" ".join(sections.get("Source", ())).split()),
    )


def _example(sections: dict[str, list[str]], over: dict[str, str], name: str) -> Example | None:
    if name not in sections:
        return None
    text = inspect.cleandoc("\n" + "\n".join(sections[name]))
    return Example(text.strip("\n") + "\n", over[name])
