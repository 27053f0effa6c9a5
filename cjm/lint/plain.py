"""Results of lint as data that JSON can hold, and back, without anything being lost or run.

Whatever has no spelling here raises `Unspellable`, so that a result with a new kind of value is
rather not kept than kept wrongly. A new field of a finding is spelt by itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from cjm.findings import Edit, Finding, Fix, Place, Position, Severity, Span
from cjm.lint.result import LintResult


class Unspellable(Exception):  # noqa: N818 - it names what the value is
    """A value has no spelling."""


def spell(value: Any) -> Any:
    """Return `value` as data of JSON: what is no plain word or number is a list with a tag.

    Raises:
        Unspellable: It is, or holds, a value of a type that has no spelling.
    """
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    speller = _SPELL.get(kind)
    if speller is None:
        raise Unspellable(kind.__name__)
    return speller(value)


def read_back(data: Any) -> Any:
    """Return the value that `spell` spelt.

    Raises:
        KeyError, ValueError, TypeError: It is nothing that `spell` spells.
    """
    return _READ[data[0]](data) if type(data) is list else data


def _spell_span(span: Span) -> list[Any]:
    return [*span.start, *span.end]


def _read_span(data: list[Any]) -> Span:
    line, column, offset, to_line, to_column, to_offset = data
    return Span(Position(line, column, offset), Position(to_line, to_column, to_offset))


def _spell_lines(lines: tuple[tuple[int, str], ...]) -> list[Any]:
    return [part for line in lines for part in line]


def _read_lines(data: list[Any]) -> tuple[tuple[int, str], ...]:
    return tuple(zip(data[::2], data[1::2], strict=True))


def _spell_places(places: tuple[Place, ...]) -> list[Any]:
    return [_spell_place(each) for each in places]


def _read_places(data: list[Any]) -> tuple[Place, ...]:
    return tuple([_read_place(each) for each in data]) if data else ()


class _Fields:
    """How the fields of a class are spelt, one after the other.

    Most of a finding is words, which need no look: to ask for the type of every value takes longer
    than all else.
    """

    def __init__(self, kind: type[Any]) -> None:
        self.kind = kind
        names = [each.name for each in fields(kind) if each.name not in _LEFT_OUT]
        self.is_whole = len(names) == len(fields(kind))
        self.names = names
        self.take = attrgetter(*names)
        types = {each.name: str(each.type) for each in fields(kind)}
        spelt = [
            (at, *_KNOWN.get((kind, name), (spell, read_back)))
            for at, name in enumerate(names)
            if types[name] not in ("str", "int", "bool")
        ]
        self.spellers = [(at, speller) for at, speller, _ in spelt]
        self.readers = [(at, reader) for at, _, reader in spelt]

    def spell(self, value: Any) -> list[Any]:
        data = list(self.take(value))
        for at, speller in self.spellers:
            data[at] = speller(data[at])
        return data

    def read(self, data: list[Any]) -> Any:
        data = list(data)
        for at, reader in self.readers:
            data[at] = reader(data[at])
        if self.is_whole:
            return self.kind(*data)
        return self.kind(**dict(zip(self.names, data, strict=True)))


def _tagged(kind: type[Any]) -> Callable[[Any], list[Any]]:
    tag, spell_fields = _TAGS[kind], _FIELDS[kind].spell
    return lambda value: [tag, spell_fields(value)]


def _reader(kind: type[Any]) -> Callable[[list[Any]], Any]:
    read_fields = _FIELDS[kind].read
    return lambda data: read_fields(data[1])


def _spell_place(place: Place) -> list[Any]:
    return _FIELDS[Place].spell(place)


def _read_place(data: list[Any]) -> Place:
    place: Place = _FIELDS[Place].read(data)
    return place


def spell_finding(finding: Finding) -> list[Any]:
    """Return `finding` as data of JSON, without a tag."""
    return _FIELDS[Finding].spell(finding)


def read_finding(data: list[Any]) -> Finding:
    """Return the finding that `spell_finding` spelt."""
    finding: Finding = _FIELDS[Finding].read(data)
    return finding


def _spell_route(route: tuple[str | int, ...]) -> list[Any]:
    return list(route)


def _mapping(value: Mapping[Any, Any]) -> list[Any]:
    return ["d", *([spell(key), spell(inner)] for key, inner in value.items())]


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
_LEFT_OUT = frozenset({"by_file", "outlines"})
"""Of a result; they are kept by themselves."""

SEVERITIES = list(Severity)
"""By their numbers."""

_KNOWN: dict[tuple[type[Any], str], tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    (Finding, "severity"): (int, SEVERITIES.__getitem__),
    (Finding, "place"): (_spell_place, _read_place),
    (Finding, "related"): (_spell_places, _read_places),
    (Finding, "route"): (_spell_route, tuple),
    (Place, "span"): (_spell_span, _read_span),
    (Place, "lines"): (_spell_lines, _read_lines),
}
"""Fields whose type is known well: how they are spelt, and read."""

_TAGS: dict[type[Any], str] = {
    Finding: "F", Place: "P", Fix: "X", Edit: "E", LintResult: "R",
}  # fmt: skip
_FIELDS = {kind: _Fields(kind) for kind in _TAGS}

_SPELL: dict[type[Any], Callable[[Any], list[Any]]] = {
    **{kind: _tagged(kind) for kind in _TAGS},
    Span: lambda value: ["S", *_spell_span(value)],
    Position: lambda value: ["p", *value],
    Severity: lambda value: ["v", int(value)],
    tuple: lambda value: ["t", *map(spell, value)],
    list: lambda value: ["l", *map(spell, value)],
    dict: _mapping,
    frozenset: lambda value: ["s", *sorted(map(spell, value))],
    datetime.date: lambda value: ["D", value.isoformat()],
}

_READ: dict[str, Callable[[list[Any]], Any]] = {
    **{tag: _reader(kind) for kind, tag in _TAGS.items()},
    "S": lambda data: _read_span(data[1:]),
    "p": lambda data: Position(*data[1:]),
    "v": lambda data: SEVERITIES[data[1]],
    "t": lambda data: tuple(map(read_back, data[1:])),
    "l": lambda data: list(map(read_back, data[1:])),
    "d": lambda data: {read_back(key): read_back(inner) for key, inner in data[1:]},
    "s": lambda data: frozenset(map(read_back, data[1:])),
    "D": lambda data: datetime.date.fromisoformat(data[1]),
}
