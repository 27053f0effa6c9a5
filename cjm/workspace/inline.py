"""The items that a journey defines where it uses them: found in one walk through it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from cjm.findings import Route
from cjm.model.evidence import Evidence, Shared
from cjm.model.frozen_map import FrozenMap
from cjm.model.ids import slug
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.persona import Persona
from cjm.model.touchpoint import Channel, Department, Need, System, Touchpoint
from cjm.model.values import fold
from cjm.model.walk import fields_of
from cjm.workspace.workspace import Entry, Map, names_of

SECTION_OF: dict[type[Item], str] = {
    Touchpoint: "touchpoints",
    Channel: "channels",
    Evidence: "evidence",
    Metric: "metrics",
    Need: "needs",
    Department: "departments",
    System: "systems",
}

WORDS = frozenset({"name", "text", "ref", "title"})
"""What an item that only refers to another holds."""


Defined = tuple[Route, str, Item]
"""Where an item is defined, the section that it would stand in, and the item."""


def inline_items(
    map: Map, defined: Iterable[Defined] | None = None
) -> dict[tuple[str, str], Entry[Item]]:
    """Return the inline items that say more than their name: `(section, folded name)` → entry.

    Of several with one name it is the first, in the order of the format.

    Args:
        map: Where they stand.
        defined: What it defines outside its own library, where somebody has walked through it.
    """
    found: dict[tuple[str, str], Entry[Item]] = {}
    for route, section, item in _defined_in(map.journey) if defined is None else defined:
        names = names_of(item)
        entry = Entry(item.id or slug(names[0] if names else ""), item, map.document, route)
        for name in (*names, item.id) if item.id else names:
            found.setdefault((section, fold(name)), entry)
    return found


@functools.cache
def section_of(kind: Any) -> str | None:
    """Return the section in which items of the class `kind` would stand; `None` where in none."""
    if issubclass(kind, Persona):
        return "personas"
    return next((section for of, section in SECTION_OF.items() if issubclass(kind, of)), None)


def defines(item: Shared) -> bool:
    """Whether `item`, of a class that has a section, says more than what another is called."""
    return item.ref is None and not item.model_fields_set <= WORDS


def _defined_in(journey: Journey) -> list[Defined]:
    """Return what is defined outside the journey's own library.

    Each map that is drawn or judged is walked through: this takes a quarter of what `values` does.
    """
    found: list[Defined] = []
    for name, key in _ways(type(journey)):
        if name != "library":
            _gather(journey.__dict__[name], (key,), found)
    return found


def _gather(value: Any, route: Route, found: list[Defined]) -> None:
    # By class and not by `isinstance`, which is slow on the classes of Pydantic.
    kind: Any = type(value)
    if kind is tuple:
        for index, inner in enumerate(value):
            _gather(inner, (*route, index), found)
    elif kind is FrozenMap:
        for key, inner in value.items():
            _gather(inner, (*route, key), found)
    elif _is_item(kind):
        held, written = value.__dict__, value.model_fields_set
        if written <= WORDS:
            return
        section = section_of(kind)
        if section is not None and held["ref"] is None:
            found.append((route, section, value))
        for name, key in _ways(kind):
            if name in written and held[name]:
                _gather(held[name], (*route, key), found)


@functools.cache
def _is_item(kind: Any) -> bool:
    return issubclass(kind, Item)


@functools.cache
def _ways(kind: type[Item]) -> tuple[tuple[str, str], ...]:
    """Return the `fields_of` a class through which one comes to items that have a section."""
    held = _held_by(kind)
    return tuple((name, key) for name, key in fields_of(kind) if any(map(_leads, held[name])))


@functools.cache
def _leads(kind: type[Item]) -> bool:
    """Whether items of a class have a section, or hold such."""
    reached, following = {kind}, [kind]
    while following:
        each = following.pop()
        if section_of(each) is not None:
            return True
        held = set().union(*_held_by(each).values()) - reached
        reached |= held
        following += held
    return False


@functools.cache
def _held_by(kind: type[Item]) -> dict[str, frozenset[type[Item]]]:
    """Return attribute → the classes of items that it holds, alone or in tuples and mappings."""
    return {
        name: frozenset(_classes(field.annotation)) for name, field in kind.model_fields.items()
    }


def _classes(annotation: Any) -> Iterator[type[Item]]:
    if isinstance(annotation, type) and issubclass(annotation, Item):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)
