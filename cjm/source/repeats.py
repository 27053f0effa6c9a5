"""Which stretches of a text stand for several places, since aliases repeat them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ruamel.yaml.events import AliasEvent, StreamEndEvent

from cjm.source.events import YAMLError, c_events, pure_events
from cjm.source.light_events import USUAL, Kinds, kinds

Stretch = tuple[int, int]
"""Where a part of a text starts and ends: offsets."""


def repeated(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of the anchored parts of `text` that an alias repeats.

    Args:
        text: As `Document.text`, read without an error.
    """
    if "*" not in text or "&" not in text:
        return ()
    found = c_events(text)
    if found is not None:
        try:
            return _repeated(found[0], kinds())
        except YAMLError:
            pass  # the pure parser reads YAML 1.2 whole
    try:
        return _repeated(pure_events(text), USUAL)
    except (YAMLError, StopIteration):
        return ((0, len(text)),)


def _repeated(next_event: Callable[[], Any], kinds: Kinds) -> tuple[Stretch, ...]:
    anchored: dict[str, Stretch] = {}
    found: set[Stretch] = set()
    unclosed: list[tuple[str | None, int]] = []
    while True:
        event = next_event()
        kind = type(event)
        if kind is StreamEndEvent:
            return tuple(sorted(found))
        if kind is AliasEvent and event.anchor in anchored:
            found.add(anchored[event.anchor])
        elif kind is kinds.scalar and event.anchor is not None:
            anchored[event.anchor] = (event.start_mark.index, event.end_mark.index)
        elif kind is kinds.mapping_start or kind is kinds.sequence_start:
            unclosed.append((event.anchor, event.start_mark.index))
        elif kind is kinds.mapping_end or kind is kinds.sequence_end:
            name, start = unclosed.pop()
            if name is not None:
                anchored[name] = (start, event.end_mark.index)
