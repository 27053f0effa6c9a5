"""A text read into data that remembers where each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from cjm.findings import Place, Position, Route, Span

START = Span(Position(1, 1, 0), Position(1, 1, 0))


class SpanTable(Protocol):
    """Where the parts of some data stand in its text."""

    def exact(self, route: Route) -> tuple[Span | None, Span] | None:
        """Return `(span of the key, span of the value)` of `route`, or `None`.

        A list item has no key.
        """
        ...

    def nearest(self, route: Route) -> tuple[Span | None, Span] | None:
        """Return the same of the longest part of `route` that the text spells.

        A route speaks of the long form, the text may use a shorthand: an index that is not there
        (one for many), a key that is not there (the shorthand's) are passed over.
        """
        ...

    def origin(self, route: Route) -> Route:
        """Return `route` as the data of the document counts: with the items that were left out."""
        ...


def nearest(table: SpanTable, route: Route) -> tuple[Span | None, Span] | None:
    """Work out `SpanTable.nearest` by asking for one part of `route` after the other."""
    found = table.exact(())
    spelt: Route = ()
    for key in route:
        for spelling in spellings(key):
            at = table.exact((*spelt, spelling))
            if at is not None:
                found, spelt = at, (*spelt, spelling)
                break
    return found


class RouteTable:
    """A span table made of a plain mapping; for sources that are small or not YAML."""

    def __init__(self, spans: Mapping[Route, tuple[Span | None, Span]]) -> None:
        self._spans = spans

    def exact(self, route: Route) -> tuple[Span | None, Span] | None:
        """See `SpanTable.exact`."""
        return self._spans.get(route)

    def nearest(self, route: Route) -> tuple[Span | None, Span] | None:
        """See `SpanTable.nearest`."""
        return nearest(self, route)

    def origin(self, route: Route) -> Route:
        """See `SpanTable.origin`."""
        return route


@dataclass(frozen=True, slots=True)
class TextProblem:
    """What is wrong with a text as such: it has a span, and maybe no route.

    Attributes:
        span: Where.
        rule: Name of the rule, e.g. `yaml-syntax`.
        message: One sentence, lower-case, no full stop.
        help: What to do.
        related: Further spans with a few words each.
        fatal: Nothing could be read, there is no data.
    """

    span: Span
    rule: str
    message: str
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    fatal: bool = False
    data: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Document:
    """One text, its data, and the place of each route.

    Attributes:
        path: As the user would write it, with `/`.
        text: Decoded, without its byte order mark.
        data: Plain dicts, lists and strings (`Plain` where YAML would read a number or a truth
            value), `None` for the empty value of a key, no empty list items; or `None` where nothing
            could be read.
        spans: Where its parts stand.
        problems: What is wrong with the text as such.
        kind: `yaml` or `mermaid`.
        digest: SHA-256 of the bytes it was read from, in hexadecimal.
        has_rare_signs: Whether its text may hold hidden characters; `False` where it was looked for.
    """

    path: str
    text: str
    data: Any
    spans: SpanTable
    problems: tuple[TextProblem, ...] = ()
    kind: str = "yaml"
    digest: str = ""
    has_rare_signs: bool = True

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def span(self, route: Route, *, on_key: bool = False) -> Span:
        """Return where `route` stands, or the longest part of it that the text spells."""
        key_span, value_span = self.spans.nearest(route) or (None, START)
        return key_span if on_key and key_span is not None else value_span

    def place(self, route: Route, *, on_key: bool = False, label: str = "") -> Place:
        """Return the place of `route`, with the lines a reader needs to see it."""
        return self.place_of(self.span(route, on_key=on_key), label=label)

    def place_of(self, span: Span, *, label: str = "", around: int = 1) -> Place:
        """Return the place of `span` with `around` lines before and after it."""
        first = max(1, span.start.line - around)
        last = min(len(self.lines), span.start.line + around)
        lines = tuple((number, self.lines[number - 1]) for number in range(first, last + 1))
        return Place(self.path, span, lines, label)


ALIASES = {"personas": "persona", "channels": "channel", "colors": "colours"}
"""Key of the long form → how a text may spell it beside."""


def spellings(key: str | int) -> Iterator[str | int]:
    """Yield how a text may spell `key` of the long form, the likeliest first."""
    yield key
    if isinstance(key, str):
        if key in ALIASES:
            yield ALIASES[key]
        if "_" in key:
            yield key.replace("_", "-")
