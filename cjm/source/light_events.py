"""Lighter events for the C parser, in a process that is cjm's own.

The C parser makes its events by calling classes of ruamel.yaml, which takes six times as long as
all the rest that it does. It looks these classes up in its module by name: `lighten` puts others
there, which keep what cjm reads of an event. From then on the parser makes them for everybody in
the process, so a library must not ask for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ruamel.yaml import events


class Kinds(NamedTuple):
    """The classes of events that make up a document."""

    scalar: type[Any]
    mapping_start: type[Any]
    mapping_end: type[Any]
    sequence_start: type[Any]
    sequence_end: type[Any]


class LightScalar:
    """A scalar; see `ruamel.yaml.events.ScalarEvent`."""

    __slots__ = ("anchor", "ctag", "end_mark", "start_mark", "style", "value")

    def __init__(
        self, anchor: Any, tag: Any, implicit: Any, value: str, start: Any, end: Any, style: Any
    ) -> None:
        self.anchor = anchor
        self.ctag = tag
        self.value = value
        self.start_mark = start
        self.end_mark = end
        self.style = style

    @property
    def tag(self) -> str | None:
        """Its tag as it is written."""
        return None if self.ctag is None else str(self.ctag)


class _LightStart:
    """Where a mapping or list begins; see `ruamel.yaml.events.CollectionStartEvent`."""

    __slots__ = ("anchor", "ctag", "end_mark", "flow_style", "start_mark")

    def __init__(
        self, anchor: Any, tag: Any, implicit: Any, start: Any, end: Any, flow_style: Any
    ) -> None:
        self.anchor = anchor
        self.ctag = tag
        self.start_mark = start
        self.end_mark = end
        self.flow_style = flow_style

    @property
    def tag(self) -> str | None:
        """Its tag as it is written."""
        return None if self.ctag is None else str(self.ctag)


class LightMappingStart(_LightStart):
    """Where a mapping begins."""

    __slots__ = ()


class LightSequenceStart(_LightStart):
    """Where a list begins."""

    __slots__ = ()


class LightEnd:
    """Where a mapping or list ends."""

    __slots__ = ("end_mark", "start_mark")

    def __init__(self, start: Any, end: Any) -> None:
        self.start_mark = start
        self.end_mark = end


_NAMES = Kinds._fields
USUAL = Kinds(
    events.ScalarEvent,
    events.MappingStartEvent,
    events.MappingEndEvent,
    events.SequenceStartEvent,
    events.SequenceEndEvent,
)
LIGHT = Kinds(LightScalar, LightMappingStart, LightEnd, LightSequenceStart, LightEnd)

_kinds = USUAL


def kinds() -> Kinds:
    """Return the classes of the events that the C parser makes."""
    return _kinds


def lighten(parser: Any) -> bool:
    """Let the C parser make light events; return whether it does.

    Args:
        parser: Its class, or `None`. A release that works otherwise is left as it is.
    """
    global _kinds
    import sys

    module = sys.modules.get(getattr(parser, "__module__", ""))
    if module is None or any(vars(module).get(each.__name__) is not each for each in USUAL):
        return False
    before = list(_facts(parser(_SAMPLE).get_event, USUAL))
    for usual, light in zip(USUAL, LIGHT, strict=True):
        setattr(module, usual.__name__, light)
    try:
        is_same = list(_facts(parser(_SAMPLE).get_event, LIGHT)) == before
    except Exception:  # whatever another release does, the usual events will do
        is_same = False
    if not is_same:
        for usual in USUAL:
            setattr(module, usual.__name__, usual)
        return False
    _kinds = LIGHT
    return True


_SAMPLE = "a: {b: [&c 'd', !e f], g: *c}\nh:\n- !i\n  j: |\n    k\n- &l [m]\n- \"n\"\n"


def _facts(next_event: Callable[[], Any], kinds: Kinds) -> list[tuple[object, ...]]:
    """Return what cjm reads of the events of a text."""
    found: list[tuple[object, ...]] = []
    ends = (kinds.mapping_end, kinds.sequence_end)
    while True:
        event = next_event()
        if type(event) is events.StreamEndEvent:
            return found
        kind = "end" if type(event) in ends else _name(event, kinds)
        told = [getattr(event, name, None) for name in ("anchor", "tag", "value")]
        style = event.style if kind == "scalar" else getattr(event, "flow_style", None)
        marks = [
            (mark.line, mark.column, mark.index) for mark in (event.start_mark, event.end_mark)
        ]
        found.append((kind, *told, style, *marks))


def _name(event: Any, kinds: Kinds) -> str:
    for name, kind in zip(_NAMES, kinds, strict=True):
        if type(event) is kind:
            return name
    return type(event).__name__
