"""Differences in whatever has no kind of its own: each key of the format is compared somewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cjm.diff.change import Change, Kind
from cjm.diff.likeness import text_likeness
from cjm.diff.pairing import Pairing
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.evidence import Evidence, Shared
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.metric import Metric
from cjm.model.owner import Owner
from cjm.model.persona import Persona
from cjm.model.quantity import Duration, Quantity
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Need, System, Touchpoint
from cjm.model.values import fold
from cjm.model.walk import fields_of
from cjm.workspace.references import References, Resolved
from cjm.workspace.workspace import names_of

_NEVER = frozenset({"id", "x-", "cjm", "same"})
"""What tells an item apart, and what cjm does not read."""

_OF_MAP = frozenset(
    {"stages", "steps", "pains", "delights", "itches", "opportunities", "solutions", "metrics",
     "library", "personas"}
)  # fmt: skip
"""Keys of a journey that are compared in other modules."""

_AS_ONE = frozenset({"lanes", "lifecycle"})
"""Keys whose lists and mappings are told as one value."""

_LIKE = 50.0
"""Likeness in per cent from which two texts of a list are one, reworded."""


def map_details(pairing: Pairing) -> Iterator[Change]:
    """Yield what differs in the map's own keys: goal, scope, team, review, tags …"""
    old, new = pairing.old.journey, pairing.new.journey
    yield from item_details(pairing, (), (), old, new, skip=pairing.apart(_OF_MAP))
    yield from _personas(pairing)


def _personas(pairing: Pairing) -> Iterator[Change]:
    sides = []
    for side in (pairing.old, pairing.new):
        found: dict[str, tuple[Route, Resolved[Persona]]] = {}
        for index, persona in enumerate(side.journey.personas):
            resolved = side.references.persona(persona)
            found.setdefault(resolved.key, (("personas", index), resolved))
        sides.append(found)
    old, new = sides
    for key, (route, resolved) in new.items():
        if key not in old:
            yield Change(Kind.PERSONA_ADDED, None, route, resolved.name, key)
    for key, (route, resolved) in old.items():
        if key not in new:
            yield Change(Kind.PERSONA_REMOVED, route, None, resolved.name, key)
        else:
            at, other = new[key]
            for change in item_details(pairing, route, at, resolved.item, other.item):
                yield replace(change, name=other.name, id=key)


def item_details(
    pairing: Pairing,
    old_route: Route,
    new_route: Route,
    old: Item,
    new: Item,
    *,
    skip: Collection[str] = (),
    path: str = "",
    **told: Any,
) -> Iterator[Change]:
    """Yield what differs between two items that are one, key by key.

    Args:
        pairing: The two maps.
        old_route: Where the old item stands.
        new_route: Where the new item stands.
        old: The old item.
        new: The new item.
        skip: Keys that are compared elsewhere.
        path: Keys that lead from what the change is about to these items, with dots.
        told: Further attributes of the changes, such as `what` and `name`.
    """
    fields = dict(fields_of(type(old))) | dict(fields_of(type(new)))
    for name, key in fields.items():
        if key in skip or key in _NEVER:
            continue
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before != after:
            where = f"{path}.{key}" if path else key
            yield from _value(
                pairing, (*old_route, key), (*new_route, key), before, after, where, told
            )


def _value(
    pairing: Pairing,
    old: Route,
    new: Route,
    before: Any,
    after: Any,
    key: str,
    told: dict[str, Any],
) -> Iterator[Change]:
    """Yield what differs between two values of one key."""
    if _is_absent(before) and _is_absent(after):
        return
    if key in _AS_ONE or isinstance(before or after, Owner):
        yield _single(pairing, old, new, before, after, key, told)
    elif isinstance(before, tuple) and isinstance(after, tuple) and not _is_plain(before + after):
        yield from _lists(pairing, old, new, before, after, key, told)
    elif isinstance(before, FrozenMap) or isinstance(after, FrozenMap):
        yield from _mappings(pairing, old, new, before or {}, after or {}, key, told)
    elif isinstance(before, Item) and isinstance(after, Item):
        about = _about(pairing, old[:-1], new[:-1], told)
        yield from item_details(pairing, old, new, before, after, path=key, **about)
    else:
        yield _single(pairing, old, new, before, after, key, told)


def _single(
    pairing: Pairing,
    old: Route,
    new: Route,
    before: Any,
    after: Any,
    key: str,
    told: dict[str, Any],
) -> Change:
    about = _about(pairing, old[:-1], new[:-1], told)
    was = named(before, pairing.old, old)
    now = named(after, pairing.new, new)
    if _is_absent(before):
        return Change(Kind.DETAIL_ADDED, None, new, key=key, after=now, **about)
    if _is_absent(after):
        return Change(Kind.DETAIL_REMOVED, old, None, key=key, before=was, **about)
    is_text = isinstance(before, Text) and isinstance(after, Text)
    kind = Kind.WORDING if is_text else Kind.DETAIL_CHANGED
    return Change(kind, old, new, key=key, before=was, after=now, **about)


def named(value: Any, side: Side, route: Route) -> Any:
    """Return `value` as a change holds it; what refers to a shared thing by the name of that."""
    if isinstance(value, Shared):
        resolved = resolve(value, side.references_at(route))
        if resolved is not None:
            return resolved.name
    return shown(value)


def resolve(item: Shared, references: References) -> Resolved[Any] | None:
    """Return what a reference leads to, whatever its kind."""
    looks: tuple[tuple[type[Shared], Callable[[Any], Resolved[Any] | None]], ...] = (
        (Evidence, references.evidence),
        (Metric, references.metric),
        (Touchpoint, references.touchpoint),
        (Channel, references.channel),
        (Need, references.need),
        (System, references.system),
        (Persona, references.persona),
    )
    return next((look(item) for kind, look in looks if isinstance(item, kind)), None)


def _about(pairing: Pairing, old: Route, new: Route, told: dict[str, Any]) -> dict[str, Any]:
    if "name" in told:
        return told
    while old and old not in pairing.old.ids.of:
        old = old[:-1]
    while new and new not in pairing.new.ids.of:
        new = new[:-1]
    return {**told, "name": pairing.name(old, new), "id": pairing.id(old, new)}


def _mappings(
    pairing: Pairing,
    old: Route,
    new: Route,
    before: Any,
    after: Any,
    key: str,
    told: dict[str, Any],
) -> Iterator[Change]:
    for name in sorted({*before, *after}):
        a, b = before.get(name), after.get(name)
        if a != b:
            yield from _value(pairing, (*old, name), (*new, name), a, b, f"{key}.{name}", told)


def _lists(
    pairing: Pairing,
    old: Route,
    new: Route,
    before: Sequence[Any],
    after: Sequence[Any],
    key: str,
    told: dict[str, Any],
) -> Iterator[Change]:
    """Yield what differs between two lists whose order means nothing."""
    left = _without(before, after)
    come = _without(after, before)
    for a, b in _paired(pairing, left, come):
        yield from _value(pairing, (*old, a[0]), (*new, b[0]), a[1], b[1], key, told)
        left.remove(a)
        come.remove(b)
    for index, value in left:
        yield _single(pairing, (*old, index), (*new, index), value, None, key, told)
    for index, value in come:
        yield _single(pairing, (*old, index), (*new, index), None, value, key, told)


_Placed = tuple[int, Any]


def _without(values: Sequence[Any], others: Sequence[Any]) -> list[_Placed]:
    """Return `(index, value)` of what is not among `others`, each of those used once."""
    rest = list(others)
    found = []
    for index, value in enumerate(values):
        if value in rest:
            rest.remove(value)
        else:
            found.append((index, value))
    return found


def _paired(
    pairing: Pairing, old: Sequence[_Placed], new: Sequence[_Placed]
) -> list[tuple[_Placed, _Placed]]:
    """Return what is one in both lists though it differs: by id or name, then by likeness."""
    from cjm.diff.assign import assign

    rows = []
    for _, before in old:
        rows.append({
            column: score
            for column, (_, after) in enumerate(new)
            if (score := _likeness(before, after)) >= _LIKE
        })  # fmt: skip
    return [(old[row], new[column]) for row, column in assign(rows).items()]


def _likeness(before: Any, after: Any) -> float:
    if isinstance(before, Text) and isinstance(after, Text):
        return text_likeness(before, after)
    if isinstance(before, Item) and isinstance(after, Item):
        ours, theirs = _spelt(before), _spelt(after)
        if not ours.isdisjoint(theirs):
            return 200.0
        a, b = _text_of(before), _text_of(after)
        return text_likeness(a, b) if a is not None and b is not None else 0.0
    return 0.0


def _spelt(item: Item) -> set[str]:
    words = [item.id, getattr(item, "ref", None), *names_of(item)]
    for key in ("image", "url", "to", "about", "date", "person", "step", "pain"):
        words.append(getattr(item, key, None))
    return {fold(str(word)) for word in words if word}


def _text_of(item: Item) -> Text | None:
    text = getattr(item, str(type(item).shorthand), None)
    return text if isinstance(text, Text) else None


def _is_absent(value: Any) -> bool:
    return value is None or value == () or (isinstance(value, FrozenMap | dict) and not value)


def _is_plain(values: Sequence[Any]) -> bool:
    """Whether a tuple is one value, such as a scale, and no list of items."""
    return bool(values) and all(isinstance(value, float) for value in values)


def shown(value: Any) -> Any:
    """Return `value` as a change holds it: an item by its name, several as a tuple of names."""
    if value is None or isinstance(value, bool | float | str | Text | Quantity | Duration):
        return value
    if isinstance(value, int):
        return float(value)
    if isinstance(value, Owner):
        return owner_words(value)
    if isinstance(value, Item):
        return _text_of(value) or Text(_words_of(value))
    if isinstance(value, tuple):
        return tuple(each if isinstance(each, Text) else Text(str(shown(each))) for each in value)
    return str(value)


def _words_of(item: Item) -> str:
    """Return what an item without a text is told by: its plain shorthand, or what else it says."""
    plain = getattr(item, str(type(item).shorthand), None)
    if plain:
        return str(plain)
    return next((str(getattr(item, key)) for key, _ in fields_of(type(item))
                 if getattr(item, key, None)), "")  # fmt: skip


def owner_words(owner: Owner) -> Text:
    """Return an owner in words: department, region and person, as far as they are written."""
    parts = [owner.department, owner.region, Text(owner.person) if owner.person else None]
    written = [part for part in parts if part]
    languages = list(dict.fromkeys(tag for part in written for tag in part.languages))
    if not languages:
        return Text(", ".join(str(part) for part in written))
    return Text.of(tuple(
        (tag, ", ".join(part.in_language(tag) for part in written)) for tag in languages
    ))  # fmt: skip
