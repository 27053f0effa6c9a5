"""What every lane asks while a sheet is arranged: where things stand, and texts in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from cjm.figures.basis import basis_of
from cjm.figures.claims import Claim, claims_by_holder, claims_of
from cjm.figures.coverage import Coverage, coverage_of
from cjm.figures.curve import FeelingLine, feeling_lines
from cjm.findings import Route
from cjm.findings.visible import visible
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.owner import Owner
from cjm.model.persona import Persona
from cjm.model.stage import Content
from cjm.model.text import Text
from cjm.model.values import fold
from cjm.model.walk import Column, columns
from cjm.sheet.album import Album
from cjm.sheet.rows import side_by_side
from cjm.sheet.sheet import Block, Cell, Details, Lane, LaneKind, OwnerMark, Personas
from cjm.sheet.words import Vocabulary, vocabulary
from cjm.workspace.references import References, Resolved
from cjm.workspace.workspace import Map

SOFT_HYPHEN = "\u00ad"


class Place(NamedTuple):
    """A step, a stage with steps, or the journey, and the columns it spans.

    Attributes:
        item: What stands there.
        route: Of the item.
        start: Its first column.
        end: One past its last.
    """

    item: Content | Journey
    route: Route
    start: int
    end: int

    def get(self, key: str) -> Any:
        """Return what the item holds under `key`; an empty tuple where it has no such key."""
        # Pydantic takes long to say that an item has no such attribute.
        return self.item.__dict__.get(key, ())

    def at(self, *keys: str | int) -> Route:
        """Return the route of something within the item."""
        return (*self.route, *keys)


Blocks = Callable[[Place], Iterable[Block]]


@dataclass(frozen=True)
class View:
    """One map, seen in one language.

    Attributes:
        map: The map.
        references: What it refers to.
        language: Tag of the language asked for.
        chosen: Ids of the lanes to draw, in order.
    """

    map: Map
    references: References
    language: str
    chosen: tuple[str, ...] = ()
    owners: dict[str, int] = field(default_factory=dict)

    @cached_property
    def album(self) -> Album:
        """The pictures of the map."""
        return Album(self.references)

    @cached_property
    def words(self) -> Vocabulary:
        """The words of cjm itself in the language."""
        return vocabulary(self.language)

    @cached_property
    def columns(self) -> list[Column]:
        """The columns of the map, from left to right."""
        return columns(self.map.journey)

    @cached_property
    def feelings(self) -> tuple[FeelingLine, ...]:
        """The lines of the curve."""
        return feeling_lines(self.map.journey, self.references)

    @cached_property
    def claims(self) -> dict[Route, list[Claim]]:
        """Route of a step, stage or the journey → the claims that stand there."""
        return claims_by_holder(claims_of(self.map.journey, self.references))

    @cached_property
    def coverage(self) -> Coverage:
        """The claims of the map by basis."""
        return coverage_of(chain.from_iterable(self.claims.values()))

    @property
    def has_evidence(self) -> bool:
        """Whether anything stands behind any claim; where not, to say "assumed" each time is noise."""
        return self.coverage.claims > self.coverage.by_basis["assumed"]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Everything that may hold content: steps, then stages that have steps, then the journey."""
        steps = [Place(each.step, each.route, each.index, each.index + 1) for each in self.columns]
        journey = Place(self.map.journey, (), 0, max(1, len(self.columns)))
        return (*steps, *self._stages(), journey)

    def _stages(self) -> Iterator[Place]:
        start = 0
        for position, stage in enumerate(self.map.journey.stages):
            end = start + (len(stage.steps) or 1)
            if stage.steps:
                yield Place(stage, ("stages", position), start, end)
            start = end

    def text(self, text: Text | str | None) -> str:
        """Return `text` in the sheet's language, ready to be shown."""
        return self.said(text)[0]

    def said(self, text: Text | str | None) -> tuple[str, str]:
        """Return `(text as shown, its language)`; the language is `""` where it is the sheet's."""
        if text is None:
            return "", ""
        if isinstance(text, str):
            return shown(text), ""
        tag, found = text.tagged(self.language, self.map.language)
        spoken = tag or self.map.language
        return shown(found), "" if _same_language(spoken, self.language) else spoken

    def name(self, item: Content, route: Route) -> tuple[str, str]:
        """Return `(name as shown, its language)` of a stage or step; its id where it has no name."""
        if not item.name:
            return self.text(self.map.ids.of.get(route, "")), ""
        return self.said(item.name)

    @cached_property
    def _portraits(self) -> dict[str, int]:
        """Key of each persona of the journey → its place in the header."""
        personas = map(self.references.persona, self.map.journey.personas)
        return {persona.key: place for place, persona in reversed(list(enumerate(personas)))}

    def whose(self, personas: Sequence[Resolved[Persona]]) -> Personas:
        """Return the places of `personas` in the header; empty where they are all, or none of them."""
        if len(self._portraits) < 2:
            return ()
        places = {self._portraits.get(persona.key, -1) for persona in personas} - {-1}
        return tuple(sorted(places)) if len(places) < len(self._portraits) else ()

    def only(self, personas: Sequence[Resolved[Persona]]) -> str:
        """Return in words whose something is alone: "only Li Na"; `""` where it is everyone's."""
        if not personas or {each.key for each in personas} == self._portraits.keys():
            return ""
        names = self.words.listed([self.text(each.name) for each in personas])
        return self.words.say("only", names=names)

    def basis(self, claim: Item) -> str:
        """Return how well founded a claim is."""
        # The claims are the map's, which the view keeps, so each keeps its number.
        known = self._bases.get(id(claim))
        if known is None:
            known = self._bases[id(claim)] = basis_of(claim, self.references)
        return known

    @cached_property
    def _bases(self) -> dict[int, str]:
        return {id(each.item): each.basis for held in self.claims.values() for each in held}

    def owner(self, owner: Owner, route: Route, more: Details = ()) -> OwnerMark:
        """Return the mark of an owner, in the colour that the same owner always has."""
        written = (owner.department, owner.region, owner.person)
        if written not in self._owners_told:
            self._owners_told[written] = self._owner_words(owner)
        name, language, key, detail = self._owners_told[written]
        colour = self.owners.setdefault(key, len(self.owners))
        return OwnerMark(name, colour, route, language, more, detail)

    @cached_property
    def _owners_told(self) -> dict[tuple[object, ...], tuple[str, str, str, str]]:
        return {}

    def _owner_words(self, owner: Owner) -> tuple[str, str, str, str]:
        """Return who an owner is, in which language, what tells them from others, and more words."""
        name, language = self.said(owner.person)
        key = fold(name)
        beside = [self.text(owner.region)]
        if owner.department is not None:
            beside = [name, *beside]
            department = self.references.department(owner.department)
            name, language = self.said(department.name)
            key = department.key
        elif not name:
            name, language = self.said(owner.region)
            key = fold(name)
            beside = []
        return name, language, key, " · ".join(part for part in beside if part)

    def lane(self, id: str, blocks: Blocks, *, kind: LaneKind = "cells", title: str = "",
             subtitle: str = "", line_above: str = "") -> Lane | None:  # fmt: skip
        """Return the lane that holds what `blocks` gives for each place; `None` where it is empty."""
        rows = self.rows(blocks)
        if not rows:
            return None
        heading = title or self.words.say(f"lane.{id}")
        return Lane(id, heading, subtitle, kind, rows, None, line_above)

    def rows(self, blocks: Blocks) -> tuple[tuple[Cell, ...], ...]:
        """Return what `blocks` gives for each place, in cells side by side."""
        cells = []
        for place in self.places:
            held = tuple(blocks(place))
            if held:
                cells.append(Cell(place.start, place.end, held))
        return side_by_side(cells)


def shown(text: str) -> str:
    """Return `text` with hidden characters visible; line breaks and soft hyphens are kept."""
    if text.isascii() and text.isprintable():
        return text if "##" not in text else visible(text)
    lines = text.replace("\r\n", "\n").strip().split("\n")
    return "\n".join(SOFT_HYPHEN.join(map(visible, line.split(SOFT_HYPHEN))) for line in lines)


def _same_language(tag: str, other: str) -> bool:
    return tag == other or tag.partition("-")[0] == other.partition("-")[0]
