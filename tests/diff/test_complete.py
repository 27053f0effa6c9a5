"""Nothing that a map says can change in silence: two versions of one map that differ have changes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cjm.diff.compare import compare
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.quantity import Duration, Quantity
from tests.model.strategies import items

from .sides import side

MAPS = items(Journey, 4)
UNREAD = {"id", "cjm", "extensions"}
"""Fields that tell items apart, or that cjm does not read."""


@given(MAPS, st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_is_taken_out_of_a_map_or_put_in_is_told(data, draw):
    less = copy.deepcopy(data)
    holder, key = draw.draw(st.sampled_from(list(parts(less))))
    del holder[key]

    assert_told(data, less)


@given(MAPS, MAPS, st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_is_written_anew_is_told(data, other, draw):
    """The new value stands under the same key somewhere in another map."""
    edited = copy.deepcopy(data)
    places = {key: (holder, key) for holder, key in parts(edited) if isinstance(key, str)}
    values = {key: holder[key] for holder, key in parts(other) if key in places}
    assume(values)
    key = draw.draw(st.sampled_from(sorted(values)))
    places[key][0][key] = values[key]

    assert_told(data, edited)


def parts(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield `(holder, key)` of everything that a map holds, however deep."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        yield data, key
        if isinstance(value, dict | list):
            yield from parts(value)


def assert_told(old: Any, new: Any) -> None:
    sides = []
    for data in (old, new):
        try:
            sides.append(side(json.dumps(data, ensure_ascii=False)))
        except StopIteration:
            assume(False)  # it is no map any more
    assume(meaning(sides[0].journey) != meaning(sides[1].journey))

    for a, b in (sides, sides[::-1]):
        assert compare(a, b).changes


def meaning(value: Any) -> Any:
    """Return what a model says: no ids, no order of lists, nothing that is empty or said twice."""
    if isinstance(value, Item):
        pairs = ((name, getattr(value, name)) for name in type(value).model_fields)
        return _written((name, each) for name, each in pairs if name not in UNREAD)
    if isinstance(value, Mapping):
        return _written(value.items())
    if isinstance(value, tuple):
        return sorted({repr(said) for each in value if (said := meaning(each)) not in (None, {})})
    if isinstance(value, Duration):
        return value.seconds
    if isinstance(value, Quantity):
        return repr((value.low, value.high, value.kind, value.relative))
    return value


def _written(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    said = {key: meaning(each) for key, each in pairs}
    return {key: each for key, each in said.items() if each not in (None, {}, [])}
