"""One walk through a file's items: every text and every item by its class, with their routes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from cjm.findings import Route
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.text import Text

T = TypeVar("T", bound=Item)


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


def index_of(roots: Iterable[tuple[Route, Item]]) -> Index:
    """Walk through `roots` and all that they hold."""
    index = Index()
    for route, item in roots:
        _add(index, route, item)
    return index


# A map of 500 lines has some 8,000 values, most of them empty: this is the linter's hot loop.
def _add(index: Index, route: Route, item: Item) -> None:
    kind = type(item)
    listed = index.items.get(kind)
    if listed is None:
        listed = index.items[kind] = []
    listed.append((route, item))
    for name, value in item.__dict__.items():
        if not value or name == "extensions":
            continue
        held = type(value)
        if held is Text:
            key = "from" if name == "from_" else name
            index.texts.append(FoundText((*route, key), value, item, key))
        elif held is tuple:
            _add_list(index, (*route, name), item, name, value)
        elif held is FrozenMap:
            _add_mapping(index, (*route, name), item, name, value)
        elif isinstance(value, Item):
            _add(index, (*route, name), value)


def _add_list(index: Index, route: Route, holder: Item, key: str, values: tuple[Any, ...]) -> None:
    for position, value in enumerate(values):
        if type(value) is Text:
            index.texts.append(FoundText((*route, position), value, holder, key))
        elif isinstance(value, Item):
            _add(index, (*route, position), value)
        else:
            return


def _add_mapping(index: Index, route: Route, holder: Item, key: str, values: Any) -> None:
    for name, value in values.items():
        if isinstance(value, Item):
            _add(index, (*route, name), value)
        elif type(value) is tuple:
            _add_list(index, (*route, name), holder, key, value)
