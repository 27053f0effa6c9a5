"""Keys in their canonical order and spelling, choices in theirs: what the format says of nodes."""

from __future__ import annotations

import functools
import types
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic_core import PydanticCustomError

from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.key_order import REST, keys_in_order
from cjm.model.languages import is_language
from cjm.model.library import Section
from cjm.model.stage import Stage
from cjm.model.values import Shape
from cjm.source.comment_places import SILENCES
from cjm.source.nodes import Group, Leaf, Node, Part, open_section
from cjm.source.scalars import scalar
from cjm.workspace.settings import Settings


class _MapOf(NamedTuple):
    """A mapping from free keys to values of one kind.

    Attributes:
        inner: What stands behind each key.
        is_open: Each entry takes a line of its own: it is a section of a library.
    """

    inner: _Kind
    is_open: bool


_Kind: TypeAlias = "type[Item] | _MapOf | Shape | None"


class _Slot(NamedTuple):
    """What the format knows of a key.

    Attributes:
        key: Its canonical spelling.
        rank: Its place among the keys.
        kind: What stands behind it.
    """

    key: str
    rank: int
    kind: _Kind


def tidy(top: Group, cls: type[Item]) -> None:
    """Order and spell the keys and choices below `top` as the format does.

    Args:
        top: The nodes of a whole file; changed in place.
        cls: What the file holds, such as `Journey`.
    """
    is_blueprint = cls is Journey and any(
        part.name == "type"
        and isinstance(part.node, Leaf)
        and part.node.value.strip().lower() == "blueprint"
        for part in top.parts
    )
    _Tidier(is_blueprint=is_blueprint).tidy(top, cls)
    for part in top.parts:
        if cls is Settings and isinstance(part.node, Group) and part.node.is_map:
            part.node.is_open = True


class _Tidier:
    """Tidies the nodes of one file."""

    def __init__(self, *, is_blueprint: bool) -> None:
        self._is_blueprint = is_blueprint

    def tidy(self, node: Node, kind: _Kind, owner: Part | None = None) -> None:
        """Tidy a node, which is an item of a list where `owner` is given."""
        if kind is None:
            return
        if isinstance(node, Leaf):
            if isinstance(kind, Shape):
                _spell(node, kind)
        elif not node.is_map:
            for part in node.parts:
                self.tidy(part.node, kind, part)
        elif isinstance(kind, _MapOf):
            if kind.is_open:
                open_section(node)
            for part in node.parts:
                self.tidy(part.node, kind.inner)
        elif isinstance(kind, type):
            self._tidy_item(node, kind, owner)

    def _tidy_item(self, group: Group, cls: type[Item], owner: Part | None) -> None:
        slots, rest = _slots(cls, self._is_blueprint)
        parts = group.parts
        if cls.text_shorthand and not any(
            part.name in slots and not is_language(part.name) for part in parts
        ):
            return  # one text in several languages, the first of which counts
        names = {part.name for part in parts}
        ranks: list[int] = []
        for part in parts:
            slot = slots.get(part.name)
            ranks.append(rest if slot is None else slot.rank)
            if slot is not None:
                if slot.key != part.name and slot.key not in names:
                    part.name = part.key = part.flow_key = slot.key
                self.tidy(part.node, slot.kind)
                if slot.kind is None and isinstance(part.node, Group):
                    part.node.is_words = True
        if any(ranks[at] > ranks[at + 1] for at in range(len(ranks) - 1)):
            first = parts[0]
            by_rank = sorted(zip(ranks, range(len(parts)), parts, strict=True))
            group.parts = [part for _, _, part in by_rank]
            if owner is not None and group.parts[0] is not first:
                _keep_silence(first, owner)


def _keep_silence(first: Part, owner: Part) -> None:
    """Leave what silences a rule for a whole item on the item's first line."""
    owner.beside += tuple(each for each in first.beside if SILENCES.match(each.text))
    first.beside = tuple(each for each in first.beside if not SILENCES.match(each.text))


def _spell(leaf: Leaf, shape: Shape) -> None:
    """Spell one of several words as the format does: `in_progress` is `in-progress`."""
    if leaf.is_null or leaf.is_alias or leaf.anchor:
        return
    words = {word.replace("-", ""): word for word in shape.choices}
    plain = leaf.value.strip().lower()
    found = words.get(plain.replace("-", "").replace("_", ""))
    if found is None or found == leaf.value:
        return
    try:
        if shape.read(leaf.value) == found:
            leaf.value, leaf.line = found, scalar(found)
            leaf.flow, leaf.lines = scalar(found, in_flow=True), None
    except PydanticCustomError:
        return


@functools.cache
def _slots(cls: type[Item], is_blueprint: bool) -> tuple[dict[str, _Slot], int]:
    """Return what the format knows of each key of `cls`, and the place of all other keys."""
    order = keys_in_order(cls, is_blueprint=is_blueprint)
    slots: dict[str, _Slot] = {}
    for rank, key in enumerate(order):
        if key == REST:
            continue
        spelt = key if key in cls.keys() or key in cls.aliases else key.replace("-", "_")
        name = cls.field_named(spelt)
        kind = _kind_of_field(cls, name) if name is not None else None
        slots[key] = _Slot(spelt, rank, kind)
    if "steps" in cls.also_read:
        slots["steps"] = _Slot("steps", len(order), _slots(Stage, is_blueprint)[0]["steps"].kind)
    return slots, order.index(REST)


def _kind_of_field(cls: type[Item], name: str) -> _Kind:
    field = cls.model_fields[name]
    kind = _kind(field.annotation)
    for mark in field.metadata:
        if isinstance(mark, Shape) and kind is None:
            kind = _choice(mark)
        if isinstance(mark, Section) and isinstance(kind, _MapOf):
            kind = kind._replace(is_open=True)
    return kind


def _kind(annotation: Any) -> _Kind:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is None:
        is_item = isinstance(annotation, type) and issubclass(annotation, Item)
        return annotation if is_item else None
    if origin is FrozenMap:
        return _MapOf(_kind(arguments[0]), is_open=False)
    if origin is Annotated:
        return _marked(_kind(arguments[0]), arguments[1:])
    if origin is tuple:
        return _kind(arguments[0])
    if origin in (Union, types.UnionType):
        kinds = (_kind(argument) for argument in arguments)
        return next((kind for kind in kinds if kind is not None), None)
    return None


def _marked(kind: _Kind, marks: tuple[Any, ...]) -> _Kind:
    for mark in marks:
        if isinstance(mark, Shape) and kind is None:
            kind = _choice(mark)
        if isinstance(mark, Section) and isinstance(kind, _MapOf):
            kind = kind._replace(is_open=True)
    return kind


def _choice(shape: Shape) -> Shape | None:
    return shape if shape.choices else None
