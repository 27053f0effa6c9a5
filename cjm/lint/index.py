"""One walk through a file's items: every text and every item by its class, with their routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar, get_args

from cjm.findings import Route
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.text import Text
from cjm.workspace.inline import Defined, defines, section_of

T = TypeVar("T", bound=Item)

_NOTHING: tuple[()] = ()
"""Python has one empty tuple; asking for it by identity saves a comparison."""


class FoundText(NamedTuple):
    """A text of a file.

    Attributes:
        route: Where it stands.
        text: The text.
        holder: The item that has it.
        key: The key of the holder that it stands under.
    """

    route: Route
    text: Text
    holder: Item
    key: str


@dataclass(slots=True)
class Index:
    """What a file holds.

    Attributes:
        texts: Every text, in the order of the format's keys.
        items: Class → items of just that class, with their routes.
    """

    texts: list[FoundText] = field(default_factory=list)
    items: dict[type[Item], list[tuple[Route, Any]]] = field(default_factory=dict)

    def of(self, kind: type[T]) -> list[tuple[Route, T]]:
        """Return the items of the class `kind`, not of its children."""
        return self.items.get(kind, [])

    def defined(self) -> Iterator[Defined]:
        """Yield what is defined where it is used: all that says more than a name, outside a library.

        Section by section; what one section holds there is of one class, and so in its order.
        """
        for kind, listed in self.items.items():
            section = section_of(kind)
            if section is not None:
                for route, item in listed:
                    if defines(item) and route and route[0] != "library":
                        yield route, section, item


def index_of(roots: Iterable[tuple[Route, Item]]) -> Index:
    """Walk through `roots` and all that they hold."""
    index = Index()
    for route, item in roots:
        _add(index, route, item)
    return index


# A map of 500 lines has some 8,000 values, most of them empty: this is the linter's hot loop. What
# a class is gets asked once, for `isinstance` is slow on classes of Pydantic.
def _add(index: Index, route: Route, item: Item) -> None:
    kind = type(item)
    listed = index.items.get(kind)
    if listed is None:
        listed = index.items[kind] = []
    listed.append((route, item))
    values = item.__dict__
    for name, key in _FIELDS.get(kind) or _fields(kind):
        value = values[name]
        if value is None or value is _NOTHING:
            continue
        held = type(value)
        if held is Text:
            index.texts.append(_found(FoundText, ((*route, key), value, item, key)))
        elif held is tuple:
            _add_list(index, (*route, key), item, key, value)
        elif held is FrozenMap:
            _add_mapping(index, (*route, key), item, key, value)
        else:
            _add(index, (*route, key), value)


def _add_list(index: Index, route: Route, holder: Item, key: str, values: tuple[Any, ...]) -> None:
    if type(values[0]) is not Text and not _is_item(type(values[0])):
        return
    for position, value in enumerate(values):
        if type(value) is Text:
            index.texts.append(_found(FoundText, ((*route, position), value, holder, key)))
        else:
            _add(index, (*route, position), value)


def _add_mapping(index: Index, route: Route, holder: Item, key: str, values: Any) -> None:
    for name, value in values.items():
        held = type(value)
        if held is tuple:
            if value:
                _add_list(index, (*route, name), holder, key, value)
        elif _is_item(held):
            _add(index, (*route, name), value)


_found = tuple.__new__
"""Makes a named tuple of its values without the call of Python that its class puts between."""

_ITEMS: dict[type, bool] = {}
_FIELDS: dict[type[Item], tuple[tuple[str, str], ...]] = {}


def _is_item(kind: type) -> bool:
    known = _ITEMS.get(kind)
    if known is None:
        known = _ITEMS[kind] = issubclass(kind, Item)
    return known


def _fields(kind: type[Item]) -> tuple[tuple[str, str], ...]:
    """Return `(attribute, key)` of the fields of a class that can hold texts or items."""
    _FIELDS[kind] = tuple(
        (name, field.alias or name)
        for name, field in kind.model_fields.items()
        if name != "extensions" and _can_hold(field.annotation)
    )
    return _FIELDS[kind]


def _can_hold(annotation: Any) -> bool:
    inner = get_args(annotation)
    if inner:
        return any(_can_hold(each) for each in inner)
    return isinstance(annotation, type) and issubclass(annotation, Text | Item)
