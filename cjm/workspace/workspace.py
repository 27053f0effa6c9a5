"""A workspace: all the maps, personas and shared things that belong together."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from cjm.findings import Route
from cjm.model.ids import Ids, ids_of
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.persona import Persona
from cjm.model.text import Text
from cjm.model.values import fold
from cjm.source.document import Document
from cjm.workspace.holes import Holes
from cjm.workspace.settings import Settings

if TYPE_CHECKING:
    from cjm.workspace.pictures import Pictures
    from cjm.workspace.references import References

T = TypeVar("T", bound=Item)


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A shared item, and where it is written.

    Attributes:
        id: Its id in the workspace.
        item: What is written there.
        document: The file it stands in.
        route: Its place in that file.
    """

    id: str
    item: T
    document: Document
    route: Route


@dataclass(frozen=True)
class Map:
    """One journey map as it was read.

    Attributes:
        id: Its id in the workspace.
        document: The text it was read from.
        journey: The model; routes of its items are routes of `document`.
        removed: Routes that were not valid and are left out; a rule that finds something missing
            stays silent at or below them.
        language: Language of its plain strings.
    """

    id: str
    document: Document
    journey: Journey
    removed: frozenset[Route]
    language: str

    @property
    def path(self) -> str:
        """Path of its file, as the user would write it."""
        return self.document.path

    @cached_property
    def ids(self) -> Ids:
        """The ids of its items."""
        return ids_of(self.journey, self.language)

    def lacks(self, route: Route) -> bool:
        """Whether something at `route`, or around it, was not valid and left out."""
        return bool(self.removed) and self._holes.meet(route)

    @cached_property
    def _holes(self) -> Holes:
        return Holes(self.removed)


@dataclass(frozen=True)
class Library:
    """The shared things of a workspace, each section a mapping from folded id to entry."""

    sections: Mapping[str, Mapping[str, Entry[Item]]] = field(default_factory=dict)

    def find(self, section: str, reference: str) -> Entry[Item] | None:
        """Return the entry of `section` with the id, or else the name, `reference`."""
        wanted = fold(reference)
        found = self.sections.get(section, {}).get(wanted)
        return found or self._by_name.get(section, {}).get(wanted)

    @cached_property
    def _by_name(self) -> dict[str, dict[str, Entry[Item]]]:
        named: dict[str, dict[str, Entry[Item]]] = {}
        for section, entries in self.sections.items():
            names = named.setdefault(section, {})
            for entry in entries.values():
                for name in names_of(entry.item):
                    names.setdefault(fold(name), entry)
        return named


def names_of(item: Item) -> tuple[str, ...]:
    """Return the name (or title, or text) of `item` in every language it is written in."""
    first, others = _naming(type(item))
    held = item.__dict__
    text = held[first] if first else None
    if not text:
        text = next((held[key] for key in others if held[key] is not None), None)
    return tuple([words for _, words in text.pairs]) if type(text) is Text else ()


@cache
def _naming(kind: type[Item]) -> tuple[str | None, tuple[str, ...]]:
    """Return the keys of a class that hold what its items are called: the usual one, and others."""
    others = tuple(key for key in ("name", "title") if key in kind.model_fields)
    return kind.shorthand, others


@dataclass(frozen=True)
class Workspace:
    """What was found below one root.

    Attributes:
        root: Its folder, as the user would write it, or `""` for the working directory.
        settings: From its `cjm.yaml`, or the defaults.
        maps: Every map, in the order of their paths.
        personas: Folded id → persona file.
        library: Its shared things.
        documents: Every file that was read, those that could not be used included.
        skipped: How many files were passed over as no concern of cjm's.
        pictures: Where the pictures that its files name are read from; `None`: nowhere.
        shared: Paths of the files that maps share, those that could not be used included.
    """

    root: str
    settings: Settings
    maps: tuple[Map, ...] = ()
    personas: Mapping[str, Entry[Persona]] = field(default_factory=dict)
    library: Library = field(default_factory=Library)
    documents: tuple[Document, ...] = ()
    skipped: int = 0
    pictures: Pictures | None = field(default=None, compare=False, repr=False)
    shared: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> dict[str, Map]:
        """Folded id → map; the first one where an id stands twice."""
        found: dict[str, Map] = {}
        for each in self.maps:
            found.setdefault(fold(each.id), each)
        return found

    def persona_named(self, reference: str) -> Entry[Persona] | None:
        """Return the persona file with the id, or else the name, `reference`."""
        wanted = fold(reference)
        return self.personas.get(wanted) or self._personas_by_name.get(wanted)

    @cached_property
    def _personas_by_name(self) -> dict[str, Entry[Persona]]:
        named: dict[str, Entry[Persona]] = {}
        for entry in self.personas.values():
            for name in names_of(entry.item):
                named.setdefault(fold(name), entry)
        return named

    def journey(self, reference: str, source: Map | None = None) -> Map | None:
        """Return the map with the id `reference`, or at that path from the file of `source`."""
        found = self.by_id.get(fold(reference))
        if found is not None or source is None:
            return found
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), reference))
        return self._by_path.get(wanted)

    @cached_property
    def _by_path(self) -> dict[str, Map]:
        return {posixpath.normpath(each.path): each for each in self.maps}

    def references(self, map: Map) -> References:
        """Return what the references of `map` lead to."""
        from cjm.workspace.references import References

        known = self._references.get(id(map))
        if known is None:
            known = References(self, map)
            # Another map may go, and its number be another's then.
            if self.by_id.get(fold(map.id)) is map:
                self._references[id(map)] = known
        return known

    @cached_property
    def _references(self) -> dict[int, References]:
        return {}
