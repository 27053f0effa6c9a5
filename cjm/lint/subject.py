"""What a rule is asked about: one file, one map, or the whole workspace."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from cjm.figures.claims import Claim, claims_by_holder, claims_of
from cjm.figures.coverage import Coverage, coverage_of, is_expected
from cjm.findings import Route, Severity
from cjm.lint.index import FoundText, Index, index_of
from cjm.model.evidence import Shared
from cjm.model.ids import Ids
from cjm.model.item import Item
from cjm.model.journey import TeamMember
from cjm.model.owner import Owner
from cjm.model.persona import Persona, PersonaFile
from cjm.model.stage import Stage
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Department, Need, Performance, System, Touchpoint
from cjm.model.walk import Column, columns
from cjm.rulebook import Thresholds
from cjm.source.document import Document
from cjm.workspace.holes import Holes
from cjm.workspace.references import References, Resolved
from cjm.workspace.workspace import Entry, Map, Workspace

if TYPE_CHECKING:
    from cjm.lint.outline import Outline

T = TypeVar("T")
Exists = Callable[[str], bool]
"""Whether a path, written as the documents' paths are, is a file."""

Changed = Callable[[str, Sequence[str], datetime.date], Sequence[tuple[str, datetime.date]] | None]
"""From a folder, the starts of paths in it, and a day, to `(path, day)` of what changed after that day.

Paths are relative to the folder; `None` where nobody can tell.
"""

Severities = Callable[["FileSubject"], Mapping[str, Severity]]
"""From a file to rule → severity there."""

SECTIONS: dict[type[Shared], str] = {
    Touchpoint: "touchpoints",
    Channel: "channels",
    Need: "needs",
    System: "systems",
    Department: "departments",
    Persona: "personas",
    PersonaFile: "personas",
}
"""Items that plain words may name → the section of the library where those words are looked up."""

_UNKNOWN: Any = object()
_OWNERS = (Owner, Performance, TeamMember)
_SECTION_OF: dict[type[Item], str] = dict(SECTIONS.items())
_REFERRING: frozenset[type[Item]] = frozenset({*SECTIONS, *_OWNERS})
"""Items of which some text may be a reference."""

_SHORTHANDS: dict[type[Item], frozenset[str]] = {
    kind: frozenset({str(kind.shorthand)}) for kind in SECTIONS
}


class WorkspaceSubject:
    """All the files together.

    Attributes:
        workspace: What was found.
        limits: The thresholds of the run.
        today: The day of the run; `None` switches rules about dates off.
        exists: How to ask for files; `None` switches rules about files off.
        changed: How to ask what changed since a day; `None` switches rules about that off.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        limits: Thresholds | None = None,
        today: datetime.date | None = None,
        exists: Exists | None = None,
        changed: Changed | None = None,
        outlines: Sequence[Outline] | None = None,
    ) -> None:
        self.workspace = workspace
        self.limits = limits or Thresholds()
        self.today = today
        self.exists = exists
        self.changed = changed
        self._outlines = outlines
        self._done: dict[Callable[[WorkspaceSubject], Any], Any] = {}

    @cached_property
    def maps(self) -> list[MapSubject]:
        """Every map, in the order of the workspace."""
        return [MapSubject(self, each) for each in self.workspace.maps]

    @cached_property
    def outlines(self) -> Sequence[Outline]:
        """Every map in short, those that other processes judge included."""
        if self._outlines is not None:
            return self._outlines
        from cjm.lint.outline import outlines_of

        return outlines_of(self)

    def once(self, work: Callable[[WorkspaceSubject], T]) -> T:
        """Return what `work` finds in the workspace; it is asked once."""
        if work not in self._done:
            self._done[work] = work(self)
        found: T = self._done[work]
        return found

    def subject_of(self, map: Map) -> MapSubject:
        """Return what rules see of `map`, a map of this workspace."""
        return self._by_map[id(map)]

    @cached_property
    def _by_map(self) -> dict[int, MapSubject]:
        return {id(each.map): each for each in self.maps}

    @cached_property
    def shelves(self) -> list[FileSubject]:
        """Every library and persona file that could be read."""
        held: dict[str, tuple[Document, list[tuple[Route, Item]]]] = {}
        for entry in self._entries():
            held.setdefault(entry.document.path, (entry.document, []))[1].append(
                (entry.route, entry.item)
            )
        return [FileSubject(self, document, roots) for document, roots in held.values()]

    @cached_property
    def settings_document(self) -> Document | None:
        """The file of the workspace's settings, `cjm.yaml` or the one that was named instead."""
        for document in self.workspace.documents:
            data = document.data
            if isinstance(data, dict) and "stages" not in data and (
                str(data.get("cjm", "")).startswith("workspace") or "lint" in data
            ):  # fmt: skip
                return document
        return None

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that every text should have."""
        return tuple(self.workspace.settings.languages)

    @cached_property
    def vocabulary(self) -> dict[str, frozenset[str]]:
        """Folded name of a list → the folded words that it allows."""
        from cjm.model.values import fold

        found = {}
        for name, words in (self.workspace.settings.vocabulary or {}).items():
            spelt = [each for word in words for each in _spellings(word)]
            found[fold(name)] = frozenset(fold(word) for word in spelt)
        return found

    def let_go(self) -> None:
        """Forget the maps and shelves, which know this subject: without that circle they end at once.

        A run leaves the collector off; what only it would find stays until the process ends.
        """
        for subject in (*self.__dict__.get("maps", ()), *self.__dict__.get("shelves", ())):
            subject.let_go()
        for name in ("maps", "shelves", "_by_map"):
            self.__dict__.pop(name, None)
        self._done.clear()

    def _entries(self) -> Iterator[Entry[Item]]:
        for section in self.workspace.library.sections.values():
            yield from section.values()
        for persona in self.workspace.personas.values():
            yield _as_item(persona)


def _as_item(persona: Entry[Persona]) -> Entry[Item]:
    return Entry(persona.id, persona.item, persona.document, persona.route)


def _spellings(word: object) -> tuple[str, ...]:
    return tuple(word) if isinstance(word, Text) else (str(word),)


def is_damaged(document: Document, route: Route) -> bool:
    """Whether something at `route` of a shared file, or around it, was not valid and left out."""
    return holes_of(document).meet(route)


def holes_of(document: Document) -> Holes:
    """Return what was not valid and left out of a shared file."""
    wrong = (problem.data.get("route") for problem in document.problems)
    return Holes(at for at in wrong if isinstance(at, tuple))


class FileSubject:
    """One file: a map, a library or a persona.

    Attributes:
        whole: The workspace it belongs to.
        document: Its text.
        roots: What it holds, with routes.
    """

    map: Map | None = None

    def __init__(
        self, whole: WorkspaceSubject, document: Document, roots: list[tuple[Route, Item]]
    ) -> None:
        self.whole = whole
        self.document = document
        self.roots = roots
        self._found: dict[tuple[str, str], Entry[Item] | None] = {}
        self._done: dict[Callable[[Any], Any], Any] = {}

    def let_go(self) -> None:
        """Forget what was found, which may know this subject."""
        self._done.clear()

    def once(self, work: Callable[[Any], T]) -> T:
        """Return what `work` finds in this file; it is asked once."""
        found: T = self._done.get(work, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._done[work] = work(self)
        return found

    def lacks(self, route: Route) -> bool:
        """Whether something at `route`, or around it, was not valid and left out."""
        return self.map.lacks(route) if self.map is not None else self._holes.meet(route)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out of a map; of a shared file nobody can say."""
        return self.map is not None and not self.map.removed

    @cached_property
    def _holes(self) -> Holes:
        return holes_of(self.document)

    @property
    def limits(self) -> Thresholds:
        """The thresholds of the run."""
        return self.whole.limits

    @cached_property
    def language(self) -> str:
        """The language of its plain strings."""
        data = self.document.data
        written = data.get("language") if isinstance(data, dict) else None
        return str(written or self.whole.workspace.settings.language or "")

    @cached_property
    def index(self) -> Index:
        """All texts and items of the file, from one walk."""
        return index_of(self.roots)

    @cached_property
    def words(self) -> list[FoundText]:
        """The texts that people read: references that lead somewhere are left out."""
        return [
            found
            for found in self.index.texts
            if type(found.holder) not in _REFERRING or not self.is_reference(found)
        ]

    @cached_property
    def inline(self) -> list[tuple[Route, Shared, str]]:
        """`(route, item, section)` of the items that are plain words and match nothing."""
        return [
            (route, item, section)
            for kind, section in SECTIONS.items()
            for route, item in self.index.of(kind)
            if route
            and item.model_fields_set == _SHORTHANDS[kind]
            and not self._leads(section, getattr(item, str(kind.shorthand)))
        ]

    def find(self, section: str, reference: str) -> Entry[Item] | None:
        """Return the shared entry that `reference` leads to, or `None`."""
        known: Entry[Item] | None = self._found.get((section, reference), _UNKNOWN)
        if known is _UNKNOWN:
            known = self._found[section, reference] = self._look_up(section, reference)
        return known

    def is_reference(self, found: FoundText) -> bool:
        """Whether a text is no text of its own, but the id or name of a shared thing."""
        kind = type(found.holder)
        section = _SECTION_OF.get(kind)
        if section is None:
            is_owner = found.key == "department" and kind in _OWNERS
            return is_owner and self._leads("departments", found.text)
        if found.key != kind.shorthand or found.holder.model_fields_set != _SHORTHANDS[kind]:
            return False
        return self._leads(section, found.text)

    def _leads(self, section: str, words: Text) -> bool:
        # Asked of every name: a generator takes longer than the answer.
        for _, word in words.pairs:  # noqa: SIM110
            if self.find(section, word) is not None:
                return True
        return False

    def _look_up(self, section: str, reference: str) -> Entry[Item] | None:
        if section == "personas":
            persona = self.whole.workspace.persona_named(reference)
            return None if persona is None else _as_item(persona)
        return self.whole.workspace.library.find(section, reference)


class MapSubject(FileSubject):
    """One journey map.

    Attributes:
        map: The map as it was read.
        journey: Its model.
    """

    map: Map

    def __init__(self, whole: WorkspaceSubject, map: Map) -> None:
        super().__init__(whole, map.document, [((), map.journey)])
        self.map = map
        self.journey = map.journey

    @property
    def language(self) -> str:
        """The language of its plain strings."""
        return self.map.language

    @property
    def ids(self) -> Ids:
        """The ids of its items."""
        return self.map.ids

    @cached_property
    def claims(self) -> list[Claim]:
        """Its claims with what stands behind each."""
        return claims_of(self.journey, self.references)

    @cached_property
    def claims_at(self) -> dict[Route, list[Claim]]:
        """Route of a step, stage or the journey → the claims that stand there."""
        return claims_by_holder(self.claims)

    @cached_property
    def coverage(self) -> Coverage:
        """How its claims are founded."""
        return coverage_of(self.claims)

    @property
    def is_expected(self) -> bool:
        """Whether it tells of what is to come, which nobody can have seen."""
        return is_expected(self.journey)

    @property
    def is_blueprint(self) -> bool:
        """Whether it is a service blueprint."""
        return self.journey.type == "blueprint"

    def has_lost(self, *keys: str) -> bool:
        """Whether something under one of `keys`, or a stage or step, was not valid and left out."""
        return any(
            route[-1:] in (("stages",), ("steps",))
            or route[-2:-1] in (("stages",), ("steps",))
            or any(part in keys for part in route)
            for route in self.map.removed
        )

    @cached_property
    def columns(self) -> list[Column]:
        """Its columns from left to right."""
        return columns(self.journey)

    @cached_property
    def stages(self) -> list[Stage]:
        """Its stages; one that is `same` is the baseline's, where that is found."""
        return [self._as_meant(stage) for stage in self.journey.stages]

    @cached_property
    def references(self) -> References:
        """What its references lead to."""
        # Its own, not those that the workspace keeps: they know each other, and would not end at once.
        return References(self.whole.workspace, self.map, list(self.index.defined()))

    @cached_property
    def personas(self) -> list[Resolved[Persona]]:
        """The personas of the journey, each once."""
        found = [self.references.persona(each) for each in self.journey.personas]
        return list({each.key: each for each in found}.values())

    @cached_property
    def baseline(self) -> MapSubject | None:
        """The map that it changes, where there is one and it was found."""
        found = self.references.baseline()
        return None if found is None else self.whole.subject_of(found)

    @cached_property
    def baselines(self) -> list[MapSubject]:
        """Its chain of baselines, the nearest first; a ring ends where it closes."""
        chain: list[MapSubject] = []
        at = self.baseline
        while at is not None and at is not self and at not in chain:
            chain.append(at)
            at = at.baseline
        return chain

    def _as_meant(self, stage: Stage) -> Stage:
        if stage.same and self.baseline is not None:
            reference = stage.id or (stage.name.in_language(self.language) if stage.name else "")
            route = self.baseline.references.step(reference)
            if route is not None and len(route) == 2:
                return self.baseline.stages[int(route[1])]
        return stage

    def _look_up(self, section: str, reference: str) -> Entry[Item] | None:
        return self.references.find(section, reference)
