"""What things are called in messages: `pains` holds a pain, `stages` a stage."""

from __future__ import annotations

import functools
from typing import Any, get_args, get_origin

from cjm.findings import Route
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.languages import is_language

_NOUNS = {
    "stages": "stage", "steps": "step", "pains": "pain", "delights": "delight", "itches": "itch",
    "opportunities": "opportunity", "solutions": "solution", "touchpoints": "touchpoint",
    "channels": "channel", "personas": "persona", "persona": "persona", "feeling": "feeling",
    "expectation": "expectation", "quotes": "quote", "thoughts": "thought", "metrics": "metric",
    "evidence": "evidence", "needs": "need", "systems": "system", "next": "way onward",
    "departments": "department", "hypotheses": "hypothesis", "walkthroughs": "walkthrough",
    "defers": "deferral", "storyboard": "picture", "team": "team member", "owner": "owner",
    "links": "link", "points": "point", "findings": "walkthrough finding", "lanes": "lane",
    "frontstage": "frontstage cell", "backstage": "backstage cell", "support": "support cell",
    "policies": "policy", "physical_evidence": "physical evidence cell", "feelings": "feeling",
    "relations": "relation", "performance": "performance", "colors": "set of colours",
    "colours": "set of colours", "notes": "set of notes", "sizes": "set of sizes",
    "dark": "theme for the dark",
}  # fmt: skip
_KEYED = frozenset(
    {"touchpoints", "channels", "evidence", "metrics", "needs", "departments", "systems"}
)
"""Sections of a library: the key below one is the id of an entry."""


def noun_at(route: Route, top: str) -> str:
    """Return what stands at `route`: `step`, `pain`; `top` names the whole file's content."""
    keys = [key for key in route if isinstance(key, str)]
    if not keys:
        return top
    if _is_keyed(route, top):
        return _NOUNS[str(route[-2])]
    return _NOUNS.get(keys[-1], keys[-1].replace("_", " "))


def thing_at(data: Any, route: Route, top: str) -> str:
    """Return noun and name of what stands at `route` of `data`: `step 'Compares plans'`."""
    noun = noun_at(route, top)
    if not route:
        return f"the {noun}"
    if top == "settings":
        return f"'{'.'.join(str(key) for key in route)}'"  # as the settings are spoken of: no thing
    found = data
    for key in route:
        try:
            found = found[key]
        except (KeyError, IndexError, TypeError):
            found = None
            break
    name = _name(found) or (str(route[-1]) if _is_keyed(route, top) else "")
    if name:
        return f"{noun} '{name}'"
    if noun == "evidence":
        return "a piece of evidence"
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _is_keyed(route: Route, top: str) -> bool:
    """Whether `route` ends at an entry of a section of a library, in a file of its own or not."""
    above = route[:-2] == () if top == "library" else route[:-2] == ("library",)
    return above and len(route) > 1 and route[-2] in _KEYED


def _name(value: Any) -> str:
    if isinstance(value, dict):
        for key in ("name", "text", "title", "label", "ref", "id"):
            if key in value:
                return _name(value[key]) or ""
        tag, text = next(iter(value.items()), ("", ""))
        return _name(text) if is_language(tag) and isinstance(text, str) else ""
    if isinstance(value, str):
        line = " ".join(value.split())
        return f"{line[:40]}…" if len(line) > 41 else line
    return ""


def class_at(cls: type[Item], route: Route) -> type[Item] | None:
    """Return the class of the item at `route` of an item of `cls`, or `None` for a value."""
    if route[:1] == ("steps",) and "steps" in cls.also_read:
        route = ("stages", 0, *route)
    here: Any = cls
    for key in route:
        if isinstance(here, _Keyed):
            here = here.value
        elif isinstance(here, type) and issubclass(here, Item):
            if not isinstance(key, str):
                continue
            name = here.field_named(key.replace("-", "_"))
            here = _items_of(here, name) if name else None
        if here is None:
            return None
    return here if isinstance(here, type) and issubclass(here, Item) else None


def is_list_at(cls: type[Item], route: Route) -> bool:
    """Return whether what stands at `route` of an item of `cls` may be one or many."""
    holder = class_at(cls, route[:-1])
    key = route[-1] if route else 0
    name = holder.field_named(key.replace("-", "_")) if holder and isinstance(key, str) else None
    if holder is None or name is None:
        return False
    return get_origin(holder.model_fields[name].annotation) is tuple


@functools.cache
def _items_of(cls: type[Item], name: str) -> Any:
    """Return what class of item the field holds, or the map that it is."""
    return _inner(cls.model_fields[name].annotation)


def _inner(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Item):
        return annotation
    if get_origin(annotation) is FrozenMap:
        return _Keyed(_inner(get_args(annotation)[0]))
    for argument in get_args(annotation):
        found = _inner(argument)
        if found is not None:
            return found
    return None


class _Keyed:
    """Stands for a mapping whose keys are the user's: the next key of a route is one of them."""

    def __init__(self, value: Any) -> None:
        self.value = value
