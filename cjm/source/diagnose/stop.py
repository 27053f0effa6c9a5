"""Where a parser stopped and why, and the lines around that place as people see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

_END = re.compile(r"\r\n|\n|\r")
_HEAD = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +)*(?:-$)?)"
    r"(?:(?P<key>\"[^\"]{0,80}\"|'[^']{0,80}'|[^\s\"'#\[\]{},&*!|>%@`][^:#]{0,200}?) *:(?=[ \t]|$)[ \t]*)?"
    r"(?P<value>.*)"
)
_COMMENT = re.compile(r"\s#")
_KINDS = (
    ("mapping values", "colon"),
    ("unexpected ':'", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("or '}'", "flow"),
    ("or ']'", "flow"),
    ("did not find expected key", "block"),
    ("-' indicator", "block"),
    ("<block end>", "block"),
    ("sequence entries", "list"),
    ("mapping keys", "question"),
    ("violates indentation", "token"),
    ("start any token", "token"),
    ("alphabetic or numeric", "anchor"),
    ("undefined alias", "anchor"),
    ("expected URI", "anchor"),
    ("expected ' '", "anchor"),
    ("whitespace or line break", "anchor"),
    ("template", "template"),
    ("text at the top", "text"),
    ("node content", "node"),
    ("indentation indicator", "block-text"),
    ("comment or", "block-text"),
    ("a line break", "block-text"),
    ("escape", "escape"),
    ("end of stream", "quote"),
    ("document start", "document"),
    ("document indicator", "quote"),
    ("document separator", "quote"),
    ("special characters", "character"),
)


class Verdict(NamedTuple):
    """What is wrong, and at which stretch of a line.

    Attributes:
        line: From 0.
        column: From 0.
        length: In code points; 0 for the rest of the line.
        message: One sentence.
        help: The cure, verbatim where it can be given.
    """

    line: int
    column: int
    length: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line, taken apart.

    Attributes:
        text: All of it.
        indent: Column of its first sign, from 0.
        dashes: Columns of its list marks.
        key: Its key, without quotes, or empty.
        key_column: Where the key begins; where there is none, the value.
        value: What stands behind the key or list mark, without a comment.
        column: Where the value begins.
    """

    text: str
    indent: int
    dashes: tuple[int, ...]
    key: str
    key_column: int
    value: str
    column: int

    @property
    def is_content(self) -> bool:
        """Whether it is neither blank nor a comment."""
        return bool(self.dashes or self.key or self.value)

    @property
    def columns(self) -> tuple[int, ...]:
        """Columns where a list or a mapping is open after this line."""
        return (*self.dashes, self.key_column) if self.key else self.dashes


def read_line(text: str) -> Line:
    """Take one line apart."""
    match = _HEAD.match(text)
    assert match is not None  # every part of the pattern may be empty
    start = match.start("dashes")
    dashes = tuple(start + at for at, sign in enumerate(match["dashes"]) if sign == "-")
    key = (match["key"] or "").strip("\"'").strip()
    value = match["value"].rstrip()
    if value.startswith("#"):
        value = ""
    elif value and value[0] not in "\"'":
        comment = _COMMENT.search(value)
        value = value[: comment.start()] if comment else value
    column = match.start("value")
    key_column = match.start("key") if match["key"] else column
    return Line(text, start, dashes, key, key_column, value, column)


@dataclass(frozen=True)
class Stop:
    """Where a parser stopped.

    Attributes:
        text: What it read.
        raw: What it says.
        line: From 0.
        column: From 0.
        begun: `(line, column)` of what it was reading, or `None`.
    """

    text: str
    raw: str
    line: int
    column: int
    begun: tuple[int, int] | None

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """Start and end of each line, as offsets."""
        found, start = [], 0
        for end in _END.finditer(self.text):
            found.append((start, end.start()))
            start = end.end()
        return [*found, (start, len(self.text))]

    @cached_property
    def kind(self) -> str:
        """What the parser stumbled over, one word for all parsers, or empty."""
        return next((kind for needle, kind in _KINDS if needle in self.raw), "")

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.bounds)

    def at(self, line: int) -> Line:
        """Return a line, taken apart; an empty one beyond the ends."""
        if not 0 <= line < self.count:
            return read_line("")
        start, end = self.bounds[line]
        # What is longer than some screens was not typed by hand, and need not be understood.
        return read_line(self.text[start : min(end, start + 1000)])

    def above(self, line: int, most: int = 2000) -> Iterator[int]:
        """Yield the numbers of lines with content above `line`, the nearest first."""
        for number in range(line - 1, max(-1, line - 1 - most), -1):
            if self.at(number).is_content:
                yield number

    @property
    def here(self) -> Line:
        """The line where it stopped."""
        return self.at(self.line)

    @property
    def sign(self) -> str:
        """The character where it stopped, empty at the end of a line."""
        return self.here.text[self.column : self.column + 1]


def stop_of(text: str, error: Any) -> Stop:
    """Return where and why the parser stopped.

    Args:
        text: What was parsed.
        error: A `YAMLError` of ruamel.yaml.
    """
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    raw = str(getattr(error, "problem", None) or error).split("\n")[0]
    place = mark or begun
    return Stop(
        text,
        raw,
        place.line if place is not None else 0,
        place.column if place is not None else 0,
        (begun.line, begun.column) if begun is not None else None,
    )
