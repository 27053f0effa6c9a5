"""What the format has at a place of a file: told from the models, for texts that are half typed."""

from __future__ import annotations

import functools
import types
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from cjm.findings import Route
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.library import LibraryFile
from cjm.model.persona import PersonaFile
from cjm.model.text import Text
from cjm.model.values import Shape
from cjm.workspace.settings import Settings

ROOTS: dict[str, type[Item]] = {
    "journey": Journey,
    "persona": PersonaFile,
    "library": LibraryFile,
    "workspace": Settings,
}
"""Kind of a file → what it holds."""


@dataclass(frozen=True)
class Slot:
    """What a value may be.

    Attributes:
        cls: The class of the object that it is, or of those in the list; `None` for a single value.
        shape: Of a single value.
        is_text: It is Text: words, or a mapping from language to words.
        is_many: It may be a list.
        is_mapping: It is a mapping whose keys are the author's own.
        holder: The class that has the key, `None` at the top.
        key: The key of `holder`.
    """

    cls: type[Item] | None = None
    shape: Shape | None = None
    is_text: bool = False
    is_many: bool = False
    is_mapping: bool = False
    holder: type[Item] | None = None
    key: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that it may be, where it is one of some."""
        if self.shape is None:
            return ()
        if self.shape.kind == "truth":
            return ("true", "false")
        if self.shape.kind == "moment":
            return ("true", "false", *self.shape.choices)
        return self.shape.choices


def slot_at(root: type[Item], route: Route) -> Slot | None:
    """Return what may stand at `route` of a file that holds `root`; `None` where nothing may."""
    slot: Slot | None = Slot(root)
    for part in route:
        slot = _inner(slot, part) if slot is not None else None
    return slot


def known_key(cls: type[Item], key: str) -> str | None:
    """Return the key of the format that `key` spells in an object of `cls`, or `None`."""
    if cls is Journey and key == "steps":
        return key
    for spelling in (key, key.replace("-", "_")):
        name = cls.field_named(spelling)
        if name is not None:
            return cls.model_fields[name].alias or name
    return None


def slot_of(cls: type[Item], key: str) -> Slot | None:
    """Return what the key `key` of an object of `cls` may hold."""
    known = known_key(cls, key)
    if known is None:
        return None
    if cls is Journey and known == "steps":
        from cjm.model.stage import Step

        return Slot(Step, is_many=True, holder=cls, key=known)
    return _field_slot(cls, known)


def _inner(slot: Slot, part: str | int) -> Slot | None:
    if isinstance(part, int):
        return slot if slot.is_many and not slot.is_mapping else None
    if slot.is_mapping:
        return _replaced(slot, is_mapping=False)
    if slot.cls is None:
        return None
    return slot_of(slot.cls, part)


def _replaced(slot: Slot, *, is_mapping: bool) -> Slot:
    return Slot(
        slot.cls, slot.shape, slot.is_text, slot.is_many, is_mapping, slot.holder, slot.key
    )  # fmt: skip


@functools.cache
def _field_slot(cls: type[Item], key: str) -> Slot:
    field = cls.model_fields[str(cls.field_named(key))]
    found: dict[str, Any] = {"holder": cls, "key": key}
    for extra in field.metadata:
        _note(extra, found)
    _read(field.annotation, found)
    return Slot(**found)


def _read(annotation: Any, found: dict[str, Any]) -> None:
    """Note in `found` what an annotation of a field says."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extras = get_args(annotation)
        for extra in extras:
            _note(extra, found)
        _read(inner, found)
    elif origin in (Union, types.UnionType):
        for each in get_args(annotation):
            _read(each, found)
    elif origin is tuple:
        arguments = get_args(annotation)
        # A scale is a tuple of two numbers, and one value.
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            found["is_many"] = True
            _read(arguments[0], found)
    elif isinstance(origin, type) and issubclass(origin, FrozenMap):
        found["is_mapping"] = True
        _read(get_args(annotation)[0], found)
    else:
        _note(annotation, found)


def _note(extra: Any, found: dict[str, Any]) -> None:
    if isinstance(extra, Shape):
        found["shape"] = extra
    elif isinstance(extra, type) and issubclass(extra, Item):
        found["cls"] = extra
    elif extra is Text:
        found["is_text"] = True
