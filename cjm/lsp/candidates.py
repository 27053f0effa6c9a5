"""What a reference may name at a place: ids of shared things, of the journey's own, of the baseline."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from cjm.findings import Route
from cjm.lsp.session import Spot
from cjm.lsp.targets import baselines, item_at, same_stages
from cjm.lsp.uses import BASELINE, section_of
from cjm.model.item import Item
from cjm.model.library import SECTIONS
from cjm.model.text import Text
from cjm.model.values import fold
from cjm.model.walk import items
from cjm.workspace.references import References
from cjm.workspace.workspace import Map, Workspace, names_of


@dataclass(frozen=True)
class Candidate:
    """Something that a reference may name.

    Attributes:
        word: What is written: its id, or its words.
        name: What people call it; empty where that is the word.
        about: More about it; may be empty.
        path: The file it stands in.
        is_sure: Its id is written; one that is worked out from its words changes with them.
    """

    word: str
    name: str = ""
    about: str = ""
    path: str = ""
    is_sure: bool = True


def candidates(spot: Spot, drawer: str, prefix: str) -> Iterator[Candidate]:
    """Yield what a reference in the file of `spot` may name, looked up in `drawer`.

    Args:
        spot: The file.
        drawer: See `cjm.lsp.uses`.
        prefix: What is typed already.
    """
    workspace = spot.project.workspace(spot.path)
    map = spot.project.map_at(spot.path)
    if drawer == "journeys":
        yield from _journeys(spot, workspace, map, prefix)
    elif drawer in SECTIONS or drawer == "personas":
        yield from _shared(workspace, map, drawer)
    elif map is not None and drawer.startswith(BASELINE):
        for each in baselines(workspace, map):
            yield from _own(each, drawer.removeprefix(BASELINE), is_here=False)
    elif map is not None:
        yield from _own(map, drawer)
        for each, routes in same_stages(workspace, map):
            yield from _own(each, drawer, is_here=False, within=routes)


def _shared(workspace: Workspace, map: Map | None, section: str) -> Iterator[Candidate]:
    told: set[str] = set()
    own: list[Any] = []
    if map is not None:
        own = list(References(workspace, map).own_library.sections.get(section, {}).values())
    shared = (
        workspace.personas if section == "personas" else workspace.library.sections.get(section)
    )
    for entry in (*own, *(shared or {}).values()):
        if fold(entry.id) not in told:
            told |= {fold(entry.id), *(fold(name) for name in names_of(entry.item))}
            yield Candidate(entry.id, _name(entry.item), _about(entry.item), entry.document.path)
    for word in _inline_words(map, section) if map is not None else ():
        if fold(word) not in told:
            told.add(fold(word))
            yield Candidate(word, about="used in this map", path=map.path if map else "")


def _inline_words(map: Map, section: str) -> Iterator[str]:
    """Yield the names of what the map defines or names in place; claims need more than words."""
    for _, item in items(map.journey, Item):
        if section_of(type(item)) != section or getattr(item, "ref", None) is not None:
            continue
        is_bare = item.model_fields_set == {str(type(item).shorthand)}
        if section in ("evidence", "metrics") and is_bare:
            continue
        yield from names_of(item)[:1]


def _own(
    map: Map, group: str, *, is_here: bool = True, within: Collection[Route] | None = None
) -> Iterator[Candidate]:
    """Yield the things of a group in a map, or those in the stages at `within`."""
    for (each, _), route in map.ids.at.items():
        if each == group and (within is None or (route[:2] in within and len(route) > 2)):
            item = item_at(map.journey, route)
            is_sure = is_here or route not in map.ids.derived
            yield Candidate(map.ids.of[route], _name(item), _about(item), map.path, is_sure)


def _journeys(
    spot: Spot, workspace: Workspace, map: Map | None, prefix: str
) -> Iterator[Candidate]:
    """Yield the other journeys; behind a `#` the steps of the one that stands before it."""
    journey, sign, _ = prefix.partition("#")
    if sign:
        found = workspace.journey(journey, map) or _known(spot, journey)
        for each in _own(found, "places", is_here=found is map) if found is not None else ():
            yield Candidate(
                f"{journey}#{each.word}", each.name, each.about, each.path, each.is_sure
            )
        return
    for path, id in spot.project.neighbours.ids():
        if path != spot.path:
            known = workspace.by_id.get(fold(id))
            title = _name(known.journey) if known is not None else ""
            yield Candidate(known.id if known is not None else id, title, "", path)


def _known(spot: Spot, id: str) -> Map | None:
    """Return the map with that id, which the map at hand does not name yet."""
    path = next((path for path, each in spot.project.neighbours.ids() if each == fold(id)), None)
    return spot.project.map_at(path) if path is not None else None


def _name(item: Any) -> str:
    return next(iter(names_of(item)), "") or str(getattr(item, "title", "") or "")


def _about(item: Any) -> str:
    return next(
        (str(text) for key in ("description", "role", "formula")
         if isinstance(text := getattr(item, key, None), Text) and text), "",
    )  # fmt: skip
