"""What the references of a journey lead to.

A reference matches an id first, then a name (case and width folded, in any language): in the
journey's own library, then in the workspace's, then among the journey's own inline items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar, cast

from cjm.findings import Route
from cjm.model.evidence import Evidence, Shared
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.library import SECTIONS
from cjm.model.metric import Metric
from cjm.model.persona import Persona
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Department, Need, System, Touchpoint
from cjm.model.values import fold
from cjm.workspace.inline import WORDS, Defined, inline_items
from cjm.workspace.workspace import Entry, Library, Map, Workspace, names_of

T = TypeVar("T", bound=Shared)


class Resolved(NamedTuple, Generic[T]):
    """A shared item where a journey uses it.

    Attributes:
        item: The entry with the overrides of this place, or the inline item as written.
        key: What tells it from others of its kind: a folded id, or the folded name of inline words.
        entry: Where it is defined; `None` for an inline item.
        origin: `library` (the workspace's), `journey` (its own library) or `inline`.
    """

    item: T
    key: str
    entry: Entry[Item] | None
    origin: str

    @property
    def name(self) -> Text:
        """Its name (or title, or text)."""
        # By what it holds: Pydantic takes long to say that an item has no such attribute.
        held = self.item.__dict__
        for attribute in ("name", "title", "text"):
            text = held.get(attribute)
            if isinstance(text, Text):
                return text
        return Text(self.item.ref or self.key)


class References:
    """Looks up what a journey refers to. Made by `Workspace.references`.

    Args:
        workspace: Where to look.
        map: Which journey.
        defined: What the map defines outside its own library, where somebody has walked through it.
    """

    def __init__(
        self, workspace: Workspace, map: Map, defined: Iterable[Defined] | None = None
    ) -> None:
        self.workspace = workspace
        self.map = map
        self._defined = defined
        self._plain: dict[tuple[object, ...], Resolved[Any]] = {}
        # By number, with the item itself, which so keeps its number: to hash what it holds takes long.
        self._whole: dict[int, tuple[Item, Resolved[Any]]] = {}
        self._named: dict[str, Resolved[Persona]] = {}
        self._departments: dict[Text, Resolved[Department]] = {}

    def touchpoint(self, item: Touchpoint) -> Resolved[Touchpoint]:
        """Return the touchpoint that `item` refers to or is."""
        return self._resolve("touchpoints", item)

    def channel(self, item: Channel) -> Resolved[Channel]:
        """Return the channel that `item` refers to or is."""
        return self._resolve("channels", item)

    def need(self, item: Need) -> Resolved[Need]:
        """Return the need that `item` refers to or is."""
        return self._resolve("needs", item)

    def system(self, item: System) -> Resolved[System]:
        """Return the system that `item` refers to or is."""
        return self._resolve("systems", item)

    def evidence(self, item: Evidence) -> Resolved[Evidence] | None:
        """Return the evidence that `item` refers to or is; `None` where it leads to nothing."""
        return self._required("evidence", item)

    def metric(self, item: Metric) -> Resolved[Metric] | None:
        """Return the metric that `item` refers to or is; `None` where it leads to nothing."""
        return self._required("metrics", item)

    def persona(self, item: Persona) -> Resolved[Persona]:
        """Return the persona that `item` refers to or is."""
        return self._resolve("personas", item)

    def persona_named(self, reference: str) -> Resolved[Persona]:
        """Return the persona that plain words refer to or are."""
        if reference not in self._named:
            self._named[reference] = self.persona(Persona(name=Text(reference)))
        return self._named[reference]

    def department(self, words: Text) -> Resolved[Department]:
        """Return the department that the words of an owner refer to or are."""
        if words not in self._departments:
            found = self._resolve("departments", Department(name=words))
            self._departments[words] = found
        return self._departments[words]

    def find(self, section: str, reference: str) -> Entry[Any] | None:
        """Return the shared entry that `reference` leads to, or `None`."""
        return self.own_library.find(section, reference) or self._shared(section, reference)

    def _shared(self, section: str, reference: str) -> Entry[Any] | None:
        if section == "personas":
            return self.workspace.persona_named(reference)
        return self.workspace.library.find(section, reference)

    def step(self, reference: str) -> Route | None:
        """Return the route of the stage or step of this journey that `reference` names."""
        return self._own("places", reference)

    def insight(self, reference: str) -> Route | None:
        """Return the route of the insight of this journey that `reference` names."""
        return self._own("insights", reference)

    def opportunity(self, reference: str) -> Route | None:
        """Return the route of the opportunity of this journey that `reference` names."""
        return self._own("opportunities", reference)

    def baseline(self) -> Map | None:
        """Return the map that this one changes, where there is one and it was found."""
        return self.journey(self.map.journey.baseline) if self.map.journey.baseline else None

    def journey(self, reference: str) -> Map | None:
        """Return the map that `reference` (an id, or a path from this file) names, or `None`."""
        return self.workspace.journey(reference.partition("#")[0], self.map)

    @cached_property
    def own_library(self) -> Library:
        """The library that the journey itself holds."""
        library = self.map.journey.library
        sections = {}
        for section in SECTIONS if library is not None else ():
            entries = getattr(library, section) or {}
            sections[section] = {
                fold(id): Entry(id, item, self.map.document, ("library", section, id))
                for id, item in entries.items()
            }
        return Library(sections)

    def _own(self, group: str, reference: str) -> Route | None:
        found = self.map.ids.find(group, reference)
        return found if found is not None else self._by_name.get((group, fold(reference)))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Route]:
        named: dict[tuple[str, str], Route] = {}
        for (group, _), route in self.map.ids.at.items():
            for name in names_of(_item_at(self.map.journey, route)):
                named.setdefault((group, fold(name)), route)
        return named

    @cached_property
    def _inline(self) -> dict[tuple[str, str], Entry[Item]]:
        """Inline items that say more than their name: `(section, folded name)` → entry."""
        return inline_items(self.map, self._defined)

    def _resolve(self, section: str, item: T) -> Resolved[T]:
        known = self._whole.get(id(item))
        if known is None or known[0] is not item:
            known = self._whole[id(item)] = (item, self._plain_or_whole(section, item))
        return known[1]

    def _plain_or_whole(self, section: str, item: T) -> Resolved[T]:
        written = item.model_fields_set
        if len(written) != 1 or not written <= WORDS:
            return self._resolved(section, item)
        # The same evidence stands behind many claims, the same owner behind many opportunities: a
        # bare reference, and plain words, are looked up once.
        (name,) = written
        key = (section, type(item), name, item.__dict__[name])
        plain = self._plain.get(key)
        if plain is None:
            plain = self._plain[key] = self._resolved(section, item)
        return plain

    def _resolved(self, section: str, item: T) -> Resolved[T]:
        found = self._lookup(section, item)
        if found is None:
            return Resolved(item, _key(item), None, "inline")
        entry, origin = found
        # An inline item is found by its words, and by where it stands: both have to be one.
        key = _key(cast("Shared", entry.item)) if origin == "inline" else fold(entry.id)
        return Resolved(_overridden(entry.item, item), key, entry, origin)

    def _required(self, section: str, item: T) -> Resolved[T] | None:
        found = self._resolve(section, item)
        if found.entry is None and item.ref is not None:
            return None
        return found

    def _lookup(self, section: str, item: Shared) -> tuple[Entry[Item], str] | None:
        for word in _words_of(item):
            own = self.own_library.find(section, word)
            if own is not None:
                return own, "journey"
            shared = self._shared(section, word)
            if shared is not None:
                return shared, "library"
            inline = self._inline.get((section, fold(word)))
            if inline is not None and inline.item is not item:
                return inline, "inline"
        return None


def _item_at(journey: Journey, route: Route) -> Item:
    """Return the stage, step, insight or the like at `route`."""
    item: Any = journey
    for part in route:
        item = item[part] if isinstance(part, int) else getattr(item, part)
    found: Item = item
    return found


def _words_of(item: Shared) -> Iterator[str]:
    """Yield the words by which `item` may refer to another; an inline definition has none."""
    if item.ref is not None:
        yield item.ref
    elif item.model_fields_set <= WORDS:
        yield from names_of(item)


def _key(item: Shared) -> str:
    return fold(item.id or next(iter(names_of(item)), item.ref or ""))


def _overridden(entry: Any, use: Any) -> Any:
    """Return `entry` with the keys that `use` writes beside its reference."""
    written = use.model_fields_set - WORDS - {"id"} if use.ref is None else (
        use.model_fields_set - {"ref", "id"}
    )  # fmt: skip
    if not written:
        return entry
    return entry.model_copy(update={name: getattr(use, name) for name in written})
