"""Surveyed files to workspaces: every map, persona and library read and put together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from cjm.errors import NoMapError
from cjm.findings import Route
from cjm.model.item import Item
from cjm.model.library import SECTIONS
from cjm.model.persona import Persona
from cjm.model.values import fold
from cjm.source import Document, TextProblem
from cjm.workspace.collector import collector_off
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.pictures import Pictures
from cjm.workspace.read_file import FileReading, file_id, leaving, read_file, unreadable
from cjm.workspace.survey import SHARED as SHARED
from cjm.workspace.survey import Survey, survey
from cjm.workspace.workspace import Entry, Library, Map, Workspace


@dataclass(frozen=True)
class Held:
    """What was read before, and is not read again.

    Attributes:
        sources: Path → bytes of maps.
        shared: Path → reading of every file that the maps of a workspace share.
    """

    sources: Mapping[str, bytes] = field(default_factory=dict)
    shared: Mapping[str, FileReading] = field(default_factory=dict)


class Loaded(NamedTuple):
    """What the paths of a command lead to.

    Attributes:
        workspaces: Each known whole, in the order of the paths.
        shown: Paths of the files that the user asked about; `None` for all.
    """

    workspaces: tuple[Workspace, ...]
    shown: frozenset[str] = frozenset()

    def shows(self, path: str) -> bool:
        """Whether the user asked about the file at `path`."""
        return path in self.shown

    @property
    def maps(self) -> tuple[tuple[Workspace, Map], ...]:
        """The maps that the user asked about, with their workspaces."""
        return tuple(
            (workspace, each)
            for workspace in self.workspaces
            for each in workspace.maps
            if self.shows(each.path)
        )


def load(files: Files, paths: Sequence[str], *, config: str | None = None) -> Loaded:
    """Read the workspaces that `paths` lie in.

    Args:
        files: Where to read from.
        paths: Files, folders and globs; none stands for the folder that relative paths start from.
        config: A settings file to use instead of each workspace's own.

    Raises:
        MissingPathError: A path is not there, or a glob matches nothing.
        NoMapError: No file of cjm's is there.
        UsageError: The settings file named is not usable.
    """
    surveys = survey(files, paths, config=config)
    workspaces = tuple(gather(files, each) for each in surveys)
    if not any(workspace.documents for workspace in workspaces):
        raise no_map(paths)
    return Loaded(workspaces, frozenset().union(*(each.asked for each in surveys)))


def no_map(paths: Sequence[str]) -> NoMapError:
    """Return the error for paths with nothing of cjm's."""
    where = f"in {', '.join(paths)}" if paths else "here"
    return NoMapError(
        f"no journey map found {where}",
        help="'cjm init' writes a first one; a map's file name ends in .journey.yaml",
    )


def gather(
    files: Files,
    survey: Survey,
    *,
    only: Collection[str] | None = None,
    held: Held | None = None,
) -> Workspace:
    """Read the files of one workspace.

    Args:
        files: Where to read from.
        survey: What belongs to it.
        only: Paths of the maps to read; all where none is given. What maps share is always read.
        held: What was read before; of the files that maps share, all or nothing.
    """
    with collector_off():
        return _gather(files, survey, _paths(survey, only, held), held or Held())


def read_shared(files: Files, survey: Survey) -> dict[str, FileReading]:
    """Read the files that the maps of a workspace share."""
    with collector_off():
        return {path: read_one(files, survey, path) for path in _paths(survey, (), None)}


def _paths(survey: Survey, only: Collection[str] | None, held: Held | None) -> list[str]:
    """Return what to read, in order."""
    if only is None:
        return sorted(survey.kinds)
    if held is not None and held.shared:
        return sorted({*held.shared, *only})
    return sorted(path for path, kind in survey.kinds.items() if kind in SHARED or path in only)


def _gather(files: Files, survey: Survey, paths: Sequence[str], held: Held) -> Workspace:
    documents = list(survey.documents)
    maps: list[Map] = []
    personas: dict[str, Entry[Persona]] = {}
    sections: dict[str, dict[str, Entry[Item]]] = {section: {} for section in SECTIONS}
    for path in paths:
        reading = held.shared.get(path) or read_one(files, survey, path, held.sources.get(path))
        documents += reading.documents
        maps += reading.maps
        document = reading.documents[0] if reading.documents else None
        if document is None or reading.item is None:
            continue
        if reading.kind == "persona":
            problem = _add_persona(personas, document, reading.item)
            problems = [problem] if problem else []
        elif reading.kind == "theme":
            continue
        else:
            problems = _add_library(sections, document, reading.item)
        if problems:
            documents[-1] = replace(document, problems=(*document.problems, *problems))
    return Workspace(
        root=survey.root,
        settings=survey.settings,
        maps=tuple(maps),
        personas=personas,
        library=Library(sections),
        documents=tuple(documents),
        skipped=survey.skipped,
        pictures=Pictures(files, survey.root),
        shared=frozenset(path for path in paths if survey.kinds[path] in SHARED),
    )


def read_one(files: Files, survey: Survey, path: str, source: bytes | None = None) -> FileReading:
    """Read the file at `path`, one of `survey`, from `source` or else from `files`."""
    kind = survey.kinds[path]
    if path not in survey.named and files.leaves(path, survey.root):
        return FileReading(kind, (leaving(path),))
    try:
        source = files.read(path) if source is None else source
    except UnreadableFile as error:
        return FileReading(kind, (unreadable(path, str(error)),))
    except FileNotFoundError:
        return FileReading(kind, (unreadable(path, "is a link to nothing"),))
    return read_file(path, source, kind, survey.settings)


def _add_persona(
    personas: dict[str, Entry[Persona]], document: Document, item: Item
) -> TextProblem | None:
    assert isinstance(item, Persona)
    entry = Entry(item.id or file_id(document.path), item, document, ())
    first = personas.setdefault(fold(entry.id), entry)
    return None if first is entry else _twice(document, ("id",), "persona", entry.id, first)


def _add_library(
    sections: dict[str, dict[str, Entry[Item]]], document: Document, item: Item
) -> list[TextProblem]:
    problems = []
    for section in SECTIONS:
        for id, value in (getattr(item, section) or {}).items():
            entry = Entry(id, value, document, (section, id))
            first = sections[section].setdefault(fold(id), entry)
            if first is not entry:
                problems.append(_twice(document, entry.route, section[:-1], id, first))
    return problems


def _twice(document: Document, route: Route, what: str, id: str, first: Entry[Any]) -> TextProblem:
    line = first.document.span(first.route, on_key=True).start.line
    return TextProblem(
        document.span(route, on_key=True),
        "duplicate-id",
        f"the {what} '{id}' is there already, in {first.document.path}:{line}",
        "give one of the two another id",
    )
