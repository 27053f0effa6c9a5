"""What became of a map, or of one item of it, from version to version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from cjm.diff.compare import Comparison, compare
from cjm.diff.judge import Judged, Judgement, judge
from cjm.diff.side import Side
from cjm.figures.basis import basis_of
from cjm.findings import Route
from cjm.model.ids import GROUPS
from cjm.model.item import Item
from cjm.model.text import Text
from cjm.model.values import fold
from cjm.model.walk import evidence_of

V = TypeVar("V")


class Event(StrEnum):
    """What a version is to its map, or to the item that is asked about."""

    BEGINS = "begins"
    CHANGES = "changes"
    ENDS = "ends"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, eq=False)
class State(Generic[V]):
    """A version of a map.

    Attributes:
        version: What the caller knows it by.
        side: The map; `None` where it was deleted.
        is_unreadable: The file is there, and no map could be read.
        before: Indexes of the versions that it came from.
    """

    version: V
    side: Side | None
    is_unreadable: bool = False
    before: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Entry(Generic[V]):
    """What one version changed.

    Attributes:
        version: See `State`.
        event: What it is to the map or item.
        changes: What it changed; none where something begins.
        judgement: Of the comparison that they are from, `None` where there was none.
        side: The map as it is in this version, or as it was last.
        route: Where the item stands in it; `()` for the map.
        name: Of the item; of the map its title.
        evidence: Names of what stands behind the item, where that is new or has changed.
        basis: How strong that is; empty where `evidence` is not told.
    """

    version: V
    event: Event
    changes: tuple[Judged, ...] = ()
    judgement: Judgement | None = None
    side: Side | None = None
    route: Route = ()
    name: Text | None = None
    evidence: tuple[Text, ...] = ()
    basis: str = ""


def map_history(states: Sequence[State[V]]) -> Iterator[Entry[V]]:
    """Yield what each version changed in its map, in the order of `states`.

    One that changed its layout or comments alone comes without changes; a merge that did, not at all.
    """
    for state in states:
        if state.is_unreadable:
            yield Entry(state.version, Event.UNREADABLE)
            continue
        olds = _before(states, state)
        if state.side is None:
            last = olds[0] if olds else None
            yield Entry(
                state.version, Event.ENDS, side=last, name=last.journey.title if last else None
            )
        elif not olds:
            title = state.side.journey.title
            yield Entry(state.version, Event.BEGINS, side=state.side, name=title)
        else:
            found = _judged(olds, state.side)
            if found[1] or len(olds) == 1:
                yield Entry(
                    state.version, Event.CHANGES, found[1], found[0], state.side, (),
                    state.side.journey.title,
                )  # fmt: skip


def item_history(states: Sequence[State[V]], wanted: str, key: str = "") -> Iterator[Entry[V]]:
    """Yield what each version changed in one item, in the order of `states`: the newest first.

    It is followed to older versions, where it may have had another id or name.

    Args:
        states: The versions.
        wanted: Id or name of the item: a step, stage, pain, opportunity; or a touchpoint, metric …
        key: Tell changes of this key alone, such as `feeling`.
    """
    known: dict[int, set[str]] = {index: {wanted} for index in range(len(states))}
    for index, state in enumerate(states):
        names = known[index]
        if state.is_unreadable:
            continue
        new = None if state.side is None else _found(state.side, names)
        olds = [(at, side) for at in state.before if (side := _readable(states, at)) is not None]
        if not olds:
            if state.side is not None and new is not None:
                yield _begun(state.version, state.side, new)
            continue
        entries = []
        for at, side in olds:
            if state.side is None:
                old = _found(side, names)
                if old is not None:
                    entries.append(_ended(state.version, side, old))
                continue
            judgement = judge(compare(side, state.side))
            old = _old(judgement.comparison, side, new, names)
            if old is not None and old[0] is not None:
                known[at] |= {side.ids.of.get(old[1], wanted)}
            told = _told(state.version, judgement, new, old, names, key)
            if told is not None:
                entries.append(told)
        # What a merge brings together was told where it was made.
        if len(entries) == len(olds):
            yield entries[0]


_Found = tuple[str | None, Route]
"""The group of an item and its route; `None` for the group of what is told by id alone."""


def _readable(states: Sequence[State[V]], at: int) -> Side | None:
    """Return the map of a version, or of the last before it that could be read."""
    seen: set[int] = set()
    while at not in seen:
        seen.add(at)
        state = states[at]
        if not state.is_unreadable:
            return state.side
        if not state.before:
            return None
        at = state.before[0]
    return None


def _before(states: Sequence[State[V]], state: State[V]) -> list[Side]:
    return [side for at in state.before if (side := _readable(states, at)) is not None]


def _judged(olds: Sequence[Side], new: Side) -> tuple[Judgement, tuple[Judged, ...]]:
    """Return what a version changed; of a merge, what differs from all that it merged."""
    judgement = judge(compare(olds[0], new))
    changes = judgement.changes
    for other in olds[1:]:
        also = {_key(each) for each in judge(compare(other, new)).changes}
        changes = tuple(each for each in changes if _key(each) in also)
    return judgement, tuple(changes)


def _key(judged: Judged) -> tuple[object, ...]:
    change = judged.change
    return change.kind, change.id, str(change.name), change.key, change.new, str(change.after)


def _found(side: Side, names: set[str]) -> _Found | None:
    """Return where an item stands in a map."""
    for name in sorted(names):
        for group in GROUPS:
            route = side.find(group, name)
            if route is not None:
                return group, route
    folded = {fold(each) for each in names}
    for group in GROUPS:
        for route, item in side.members(group):
            text = getattr(item, "name", None) or getattr(item, "text", None)
            if text is not None and fold(str(text.in_language(side.language))) in folded:
                return group, route
    return None


def _old(comparison: Comparison, old: Side, new: _Found | None, names: set[str]) -> _Found | None:
    """Return where an item stood before."""
    if new is not None and new[0] is not None:
        matchings = [comparison.matches.group(new[0])]
        if new[0] == "places":
            matchings.append(comparison.matches.stages)
        for matching in matchings:
            match = matching.by_new.get(new[1])
            if match is not None:
                return new[0], match.old
    return _found(old, names)


def _told(
    version: V,
    judgement: Judgement,
    new: _Found | None,
    old: _Found | None,
    names: set[str],
    key: str,
) -> Entry[V] | None:
    comparison = judgement.comparison
    folded = {fold(each) for each in names}
    changes = tuple(
        each
        for each in judgement.changes
        if _is_about(each, new, old, folded) and (not key or _has_key(each, key))
    )
    side = comparison.new if new is not None else comparison.old
    place = new or old
    evidence, basis = _evidence(comparison.new, new)
    if new is not None and old is None:
        return Entry(
            version,
            Event.BEGINS,
            changes,
            judgement,
            side,
            new[1],
            _name(side, new),
            evidence,
            basis,
        )
    if (evidence, basis) == _evidence(comparison.old, old):
        evidence, basis = (), ""
    if not changes and not basis:
        return None
    event = Event.ENDS if new is None and old is not None else Event.CHANGES
    route = place[1] if place is not None else ()
    name = _name(side, place) if place is not None else changes[0].change.name
    return Entry(version, event, changes, judgement, side, route, name, evidence, basis)


def _is_about(judged: Judged, new: _Found | None, old: _Found | None, names: set[str]) -> bool:
    change = judged.change
    for place, route in ((new, change.new), (old, change.old)):
        if place is not None and route is not None and route[: len(place[1])] == place[1]:
            return True
    if new is not None or old is not None:
        return False
    return fold(change.id) in names or any(fold(text) in names for text in _spelt(change.name))


def _has_key(judged: Judged, key: str) -> bool:
    change = judged.change
    if change.what and change.what == key.removesuffix("s"):
        return True
    return change.kind.value.startswith(key) or change.key.partition(".")[0] == key


def _spelt(text: Text) -> list[str]:
    return [text.in_language(tag) for tag in text.languages] or [str(text)]


def _begun(version: V, side: Side, place: _Found) -> Entry[V]:
    evidence, basis = _evidence(side, place)
    name = _name(side, place)
    return Entry(version, Event.BEGINS, (), None, side, place[1], name, evidence, basis)


def _ended(version: V, side: Side, place: _Found) -> Entry[V]:
    return Entry(version, Event.ENDS, (), None, side, place[1], _name(side, place))


def _evidence(side: Side, place: _Found | None) -> tuple[tuple[Text, ...], str]:
    """Return the names of what stands behind a claim, and how strong that is."""
    if place is None or place[0] != "insights":
        return (), ""
    item = side.item(place[1])
    references = side.references_at(place[1])
    found = (references.evidence(use) for use in evidence_of(item))
    return tuple(each.name for each in found if each is not None), basis_of(item, references)


def _name(side: Side, place: _Found) -> Text | None:
    item: Item = side.item(place[1])
    name: Text | None = getattr(item, "name", None) or getattr(item, "text", None)
    return name


def item_names(side: Side) -> Mapping[str, str]:
    """Return every id that an item of a map has → what its group is called."""
    return {id: group for group in GROUPS for route, _ in side.members(group)
            if (id := side.ids.of.get(route))}  # fmt: skip
