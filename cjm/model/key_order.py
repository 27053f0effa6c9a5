"""The canonical order of keys: how imports write what the models hold."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from cjm.model.evidence import Backed, Shared
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.library import SECTIONS

REST = "*"
"""Where keys stand that the format does not have, `x-` keys among them."""

_FIRST = ("cjm", "id", "ref")
_LAST = ("evidence", "links")
_PARTS = {"Journey": ("library", "stages"), "Stage": ("steps",), "Library": SECTIONS}
_HEADS = ("title", "name", "text", "statement")

# Where the picture's lanes and the maps that people write have an order of their own.
_AFTER = {
    "touchpoints": "needs",
    "channels": "touchpoints",
    "moment_of_truth": "channels",
    "lifecycle": "goal",
    "same": "name",
}

# A blueprint is read from what the customer meets down to what nobody sees.
_ROWS = ("frontstage", "backstage", "support", "policies", "systems")

_Shape: TypeAlias = "type[Item] | _MapOf | None"


class _MapOf:
    """A mapping from free keys to values of one shape."""

    def __init__(self, value: _Shape) -> None:
        self.value = value


def key_order(top: type[Item]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return the order of keys in files whose top is `top`, such as `Journey`.

    Returns:
        A function from the keys that lead to a mapping (no indexes) to the keys of that mapping in
        order, `*` standing for all others; it is empty where any order will do (languages, ids).
    """

    def order(path: tuple[str, ...]) -> tuple[str, ...]:
        shape = shape_at(path)
        return keys_in_order(shape) if isinstance(shape, type) else ()

    @functools.cache
    def shape_at(path: tuple[str, ...]) -> _Shape:
        if not path:
            return top
        above = shape_at(path[:-1])
        if isinstance(above, _MapOf):
            return above.value
        name = above.field_named(path[-1].replace("-", "_")) if above is not None else None
        return _shape(above.model_fields[name].annotation) if above and name else None

    return order


@functools.cache
def keys_in_order(cls: type[Item], *, is_blueprint: bool = False) -> tuple[str, ...]:
    """Return the keys of `cls` in canonical order, each with its other spellings beside it.

    Args:
        cls: A class of the format.
        is_blueprint: It stands in a blueprint, whose rows follow the order of its lanes.
    """
    known = cls.keys()
    shared = ["description", "links"] + (["evidence"] if _is_backed_only(cls) else [])
    parts = [key for base in cls.__mro__ for key in _PARTS.get(base.__name__, ())]
    keys = _moved([key for key in known if key not in (*_FIRST, *parts, *shared)])
    if is_blueprint and set(_ROWS) <= set(keys):
        keys = _by_lanes(keys)
    head = 1 if keys and keys[0] in _HEADS else len(keys)
    keys.insert(head, "description")
    keys += [key for key in _LAST if key in shared]
    first = [key for key in _FIRST if key in known]
    return tuple(
        spelling for key in (*first, *keys, REST, *parts) for spelling in _spellings(cls, key)
    )


def _by_lanes(keys: list[str]) -> list[str]:
    others = [key for key in keys if key not in (*_ROWS, "physical_evidence")]
    others.insert(others.index("actions"), "physical_evidence")
    below = others.index("moment_of_truth") + 1
    return [*others[:below], *_ROWS, *others[below:]]


def _is_backed_only(cls: type[Item]) -> bool:
    """Whether its evidence is what every claim has, and no key of its own."""
    own = any("evidence" in vars(base).get("__annotations__", {}) for base in _own_bases(cls))
    return issubclass(cls, Backed) and not own


def _own_bases(cls: type[Item]) -> list[type]:
    return [base for base in cls.__mro__ if base not in (Item, Shared, Backed)]


def _moved(keys: list[str]) -> list[str]:
    for key, before in _AFTER.items():
        if key in keys and before in keys:
            keys.remove(key)
            keys.insert(keys.index(before) + 1, key)
    return keys


def _spellings(cls: type[Item], key: str) -> list[str]:
    aliases = [alias for alias, meant in cls.aliases.items() if meant == key]
    return list(dict.fromkeys([key, *aliases, key.replace("_", "-")]))


def _shape(annotation: Any) -> _Shape:
    """Return what stands behind an annotation: an item, a mapping, or nothing of interest."""
    origin = get_origin(annotation)
    if origin is None:
        is_item = isinstance(annotation, type) and issubclass(annotation, Item)
        return annotation if is_item else None
    arguments = get_args(annotation)
    if origin is FrozenMap:
        return _MapOf(_shape(arguments[0]))
    if origin is Annotated or origin is tuple:
        return _shape(arguments[0])
    if origin in (Union, types.UnionType):
        shapes = (_shape(argument) for argument in arguments)
        return next((shape for shape in shapes if shape is not None), None)
    return None
