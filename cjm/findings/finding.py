"""Findings: what is wrong, how bad it is, where, and what to do."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from cjm.findings.position import Position, Route, Span


class Severity(enum.IntEnum):
    """How bad a finding is; ordered, so that `>=` compares."""

    OFF = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word that reports and settings use: `off`, `note`, `warning` or `error`."""
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> Severity:
        """Return the severity called `word`.

        Raises:
            KeyError: There is none of that name.
        """
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a route of some data, before anyone knows its line.

    Attributes:
        route: Where in the data.
        rule: Name of the rule, e.g. `unknown-key`.
        message: One sentence, lower-case, no full stop.
        help: What to do, or an empty string.
        on_key: The key itself is meant, not its value.
        related: Further routes with a few words each.
        data: Facts for machines (JSON, fingerprints).
    """

    route: Route
    rule: str
    message: str
    help: str = ""
    on_key: bool = False
    related: tuple[tuple[Route, str], ...] = ()
    data: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file, with the lines a reader needs to see it.

    Attributes:
        path: As the user would write it, with `/`.
        span: The stretch that is meant.
        lines: `(number, text)` of the lines to show, in order; empty where there is no text.
        label: A few words beside the caret, or an empty string.
    """

    path: str
    span: Span
    lines: tuple[tuple[int, str], ...] = ()
    label: str = ""

    @property
    def start(self) -> Position:
        """Where the place begins."""
        return self.span.start


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text in `span` of `path` by `text`."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; unsafe ones change what the map says."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader should know about a map.

    Attributes:
        rule: Name of the rule.
        severity: After profile, settings and status.
        message: One sentence, lower-case, no full stop.
        place: The one primary place.
        related: Places that explain it (the pain and its step).
        help: What to do, or an empty string.
        route: Structural place in the file's data, stable when lines move.
        journey: Id of the journey it belongs to, or an empty string.
        data: Facts for machines.
        fix: How cjm could mend it.
        anchor: `route` with ids in the place of indexes, for what must know a finding again.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    related: tuple[Place, ...] = ()
    help: str = ""
    route: Route = ()
    journey: str = ""
    data: Mapping[str, object] = field(default_factory=dict, hash=False)
    fix: Fix | None = None
    anchor: str = ""

    @property
    def path(self) -> str:
        """The file of its primary place."""
        return self.place.path

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        """Sort key: by file, then place, then worst first, then rule."""
        start = self.place.start
        return (
            self.place.path,
            start.line,
            start.column,
            -int(self.severity),
            self.rule,
            self.message,
        )
