"""A map as an outline, a line for each thing it says: what git compares where it shows a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.findings.visible import visible
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.library import Library
from cjm.model.text import Text
from cjm.model.walk import fields_of
from cjm.workspace.workspace import Map

_LATE = ("stages", "steps")
"""Keys whose items stand below all else."""

_ONE = {
    "hypotheses": "hypothesis",
    "itches": "itch",
    "opportunities": "opportunity",
    "policies": "policy",
    "success": "success",
}
"""What one of several is called, where that is not the word without its last letter."""


def outline(map: Map) -> str:
    """Return a map as lines in plain words; nothing in them acts."""
    return "\n".join(visible(line) for line in _item(map.journey, map.language, 0)) + "\n"


def _item(item: Item, language: str, depth: int) -> Iterator[str]:
    """Yield the lines of a journey, a stage or a step."""
    blanks = "  " * depth
    own = type(item).shorthand or "title"
    name = getattr(item, own, None) or getattr(item, "title", None)
    yield blanks + (_words(name, language) if name is not None else str(item.id or "…"))
    fields = fields_of(type(item))
    for attribute, key in fields:
        value = getattr(item, attribute)
        if key in _LATE or attribute == own or value in (None, ()) or key in ("title", "cjm"):
            continue
        yield from _key(key, value, language, depth + 1)
    for attribute, key in fields:
        if key in _LATE:
            for inner in getattr(item, attribute):
                yield from _item(inner, language, depth + 1)


def _key(key: str, value: Any, language: str, depth: int) -> Iterator[str]:
    blanks = "  " * depth
    shown = key.replace("_", " ")
    if isinstance(value, FrozenMap):
        yield f"{blanks}{shown}"
        for name, inner in value.items():
            yield from _key(str(name), inner, language, depth + 1)
    elif isinstance(value, Library):
        yield f"{blanks}{shown}"
        for attribute, inner_key in fields_of(Library):
            if _is_said(value, attribute):
                yield from _key(inner_key, getattr(value, attribute), language, depth + 1)
    elif isinstance(value, tuple) and any(isinstance(each, Item | Text) for each in value):
        one = _ONE.get(key, shown.removesuffix("s"))
        for each in value:
            yield f"{blanks}{one}: {_words(each, language)}"
    else:
        yield f"{blanks}{shown}: {_words(value, language)}"


def _words(value: Any, language: str) -> str:
    if isinstance(value, Text):
        return " ".join(value.in_language(language).split())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}".replace("-", "−")
    if isinstance(value, tuple):
        return ", ".join(_words(each, language) for each in value)
    if isinstance(value, FrozenMap):
        return ", ".join(f"{key} {_words(each, language)}" for key, each in value.items())
    if not isinstance(value, Item):
        return str(value)
    keys = [str(type(value).number), str(type(value).shorthand)]
    if not any(_is_said(value, key) for key in keys):
        keys = next(([key] for key in ("name", "title") if _is_said(value, key)), [])
    heads = [_words(getattr(value, key), language) for key in keys if _is_said(value, key)]
    rest = [
        f"{key.replace('_', ' ')} {_words(getattr(value, attribute), language)}"
        for attribute, key in fields_of(type(value))
        if attribute not in keys and _is_said(value, attribute)
    ]
    if not heads:
        return ", ".join(rest)
    return " ".join(heads) + (f" ({', '.join(rest)})" if rest else "")


def _is_said(item: Item, attribute: str) -> bool:
    return getattr(item, attribute, None) not in (None, ())
