"""Lines that fit a terminal: broken at blanks, what follows a little to the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cjm.report.columns import columns

_CODE = re.compile(r"\x1b\[[0-9;]*m")
_NARROWEST = 40


def fitted(lines: Iterable[str], width: int, *, hang: int = 2) -> Iterator[str]:
    """Yield lines of at most `width` columns; a width of 0 leaves them as they are.

    A word that is longer than a line keeps its own. Escape codes of colour take no room.
    """
    for line in lines:
        if not width or _room(line) <= max(width, _NARROWEST):
            yield line
        else:
            yield from wrapped(line, max(width, _NARROWEST), hang)


def wrapped(line: str, width: int, hang: int) -> Iterator[str]:
    """Yield the parts of a line behind its indent; those from the second on hang further right."""
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    begin = " " * indent
    room, part, words = indent, "", text.split(" ")
    for word in words:
        wide = _room(word)
        if part and room + 1 + wide > width:
            yield (begin + part).rstrip()
            begin, part = " " * (indent + hang), word
            room = indent + hang + wide
        else:
            room += wide + (1 if part else 0)
            part = f"{part} {word}" if part else word
    yield begin + part


def _room(text: str) -> int:
    return columns(_CODE.sub("", text))
