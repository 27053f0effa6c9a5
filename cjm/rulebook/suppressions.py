"""Comments that silence a rule: `# cjm: ignore[rule] until 2027-03-01: reason`.

At the end of a line, or alone above the item, it counts for that line; `ignore-file` in the first
lines counts for the whole file. A Mermaid diagram writes it after `%%`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cjm.findings import Position, Span

FIRST_LINES = 20
"""How far down `ignore-file` is heard."""

_COMMENT = re.compile(
    r"(?:#|%%)\s*cjm:\s*ignore(?P<file>-file)?\s*(?:\[(?P<rules>[^\]]*)\])?"
    r"(?:\s*until\s+(?P<until>\d{4}-\d{2}-\d{2}))?"
    r"\s*(?:(?::|--|—|-)\s*(?P<reason>.*))?",
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment that silences rules.

    Attributes:
        rules: Names of rules or categories; empty where the comment names none.
        line: The line it counts for; 0 is the whole file.
        span: Where the comment stands.
        until: The last day it counts, or `None`.
        reason: Why; empty where none is given.
    """

    rules: tuple[str, ...]
    line: int
    span: Span
    until: datetime.date | None
    reason: str

    def has_expired(self, today: datetime.date | None) -> bool:
        """Whether its last day is past."""
        return today is not None and self.until is not None and today > self.until

    def covers(self, rule: str, category: str, line: int) -> bool:
        """Whether it silences a finding of `rule` on `line`."""
        return self.line in (0, line) and (rule in self.rules or category in self.rules)


def suppressions_of(
    comments: Iterable[tuple[Position, str]], lines: list[str]
) -> list[Suppression]:
    """Return the suppressions among `comments`.

    Args:
        comments: `(where it begins, the comment)`, its mark included.
        lines: The lines of the text.
    """
    found = []
    for start, text in comments:
        match = _COMMENT.match(text)
        if match is None:
            continue
        line, column, offset = start
        end = Position(line, column + len(text), offset + len(text))
        target = line if lines[line - 1][: column - 1].strip() else _next_line(line, lines)
        if match["file"]:
            target = 0 if line <= FIRST_LINES else target
        found.append(
            Suppression(
                tuple(name for name in re.split(r"[,\s]+", match["rules"] or "") if name),
                target,
                Span(start, end),
                _date(match["until"]),
                (match["reason"] or "").strip(),
            )
        )
    return found


def _next_line(line: int, lines: list[str]) -> int:
    """Return the first line below `line` that says something, further comments passed over."""
    for number in range(line + 1, len(lines) + 1):
        text = lines[number - 1].strip()
        if text and not text.startswith(("#", "%%")):
            return number
    return line


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None
