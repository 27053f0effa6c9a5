"""Paths to workspaces: what the command line points at, and all that belongs to it."""

from __future__ import annotations

import gc
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from cjm.errors import MissingPathError, NoMapError, UsageError
from cjm.findings import Route
from cjm.model.item import Item
from cjm.model.library import SECTIONS
from cjm.model.persona import Persona
from cjm.model.read import read
from cjm.model.values import fold
from cjm.source import Document, TextProblem, parse
from cjm.workspace.discover import (
    expand,
    find_files,
    is_glob,
    kind_by_content,
    kind_by_name,
    root_above,
    settings_path,
)
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.read_file import file_id, read_file, unreadable, with_reading
from cjm.workspace.settings import Settings
from cjm.workspace.workspace import Entry, Library, Map, Workspace


@dataclass(frozen=True)
class Loaded:
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


@dataclass
class _Plan:
    """What to read for one root.

    Attributes:
        root: Folder of the workspace.
        named: Files of it that the command line names → kind.
        folders: Folders of it that the command line names.
        alone: There is no `cjm.yaml` and no folder was named: only neighbours by their names.
    """

    root: str
    named: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    alone: bool = False


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
    with _collector_off():
        return _load(files, paths, config)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, what is being loaded to stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(files: Files, paths: Sequence[str], config: str | None) -> Loaded:
    plans = _plans(files, paths or ["."])
    workspaces: list[Workspace] = []
    shown: set[str] = set()
    done: set[str] = set()
    while plans:
        plan = plans.pop(0)
        if files.absolute(plan.root) in done and not plan.alone:
            continue
        done.add(files.absolute(plan.root))
        workspace, asked, nested = _read_plan(files, plan, config)
        workspaces.append(workspace)
        shown |= asked
        plans += [_Plan(root, folders=[root]) for root in nested]
    if not any(workspace.documents for workspace in workspaces):
        raise _no_map(paths)
    return Loaded(tuple(workspaces), frozenset(shown))


def _no_map(paths: Sequence[str]) -> NoMapError:
    where = f"in {', '.join(paths)}" if paths else "here"
    return NoMapError(
        f"no journey map found {where}",
        help="'cjm init' writes a first one; a map's file name ends in .journey.yaml",
    )


def _plans(files: Files, paths: Iterable[str]) -> list[_Plan]:
    plans: dict[tuple[str, bool], _Plan] = {}
    for given in paths:
        for path in _existing(files, given):
            is_folder = files.is_folder(path)
            folder = path if is_folder else posixpath.dirname(path) or "."
            root = root_above(files, folder)
            alone = root is None and not is_folder
            plan = plans.setdefault(
                (root or folder, alone), _Plan(root or folder, alone=alone)
            )
            if is_folder:
                plan.folders.append(path)
            else:
                plan.named[path] = kind_by_name(path) or _sniffed(files, path)
    return list(plans.values())


def _existing(files: Files, given: str) -> list[str]:
    path = posixpath.normpath(given.replace("\\", "/")) if given else given
    if path and (files.is_folder(path) or files.is_file(path)):
        return [path]
    if is_glob(given):
        found = expand(files, path)
        if found:
            return found
        raise MissingPathError(f"no file matches '{given}'")
    raise MissingPathError(f"there is no file or folder '{given}'")


def _sniffed(files: Files, path: str) -> str:
    """Return the kind of a file that was named and whose name says nothing: a journey, mostly."""
    try:
        return kind_by_content(files.read(path)) or "journey"
    except (UnreadableFile, FileNotFoundError):
        return "journey"


def _read_plan(
    files: Files, plan: _Plan, config: str | None
) -> tuple[Workspace, set[str], list[str]]:
    settings, documents = _settings(files, plan.root, config)
    if plan.alone:
        listed, skipped, nested = _neighbours(files, plan), 0, []
    else:
        found = find_files(files, plan.root, settings)
        listed, skipped, nested = found.files, found.skipped, found.nested
    names = {_as_seen(files, path): kind for path, kind in listed}
    named = {_as_seen(files, path): kind for path, kind in plan.named.items()}
    names.update({path: kind for path, kind in named.items() if kind != "workspace"})
    folders = [files.absolute(folder) for folder in plan.folders]
    candidates = [*names, *(document.path for document in documents)]
    asked = {
        path
        for path in candidates
        if path in named or any(_within(files.absolute(path), folder) for folder in folders)
    }
    workspace = _gather(files, plan.root, settings, documents, names, set(named))
    inside = [
        root for root in nested if any(_within(files.absolute(root), each) for each in folders)
    ]
    return replace(workspace, skipped=skipped), asked, inside


def _neighbours(files: Files, plan: _Plan) -> list[tuple[str, str]]:
    """Return the files beside a lone map whose names say that they are cjm's."""
    listed = []
    for path in files.walk(plan.root, lambda folder: False):
        kind = kind_by_name(path)
        if kind not in (None, "markdown", "mermaid"):
            listed.append((path, str(kind)))
    return listed


def _as_seen(files: Files, path: str) -> str:
    """Return `path` without the way up and down again: `../journeys/a` seen from `journeys`."""
    if not path.startswith("../"):
        return path
    here = files.absolute(".").rstrip("/") + "/"
    whole = files.absolute(path)
    return whole[len(here) :] if whole.startswith(here) else path


def _within(path: str, folder: str) -> bool:
    """Whether an absolute path is or lies below an absolute folder."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _settings(files: Files, root: str, config: str | None) -> tuple[Settings, list[Document]]:
    path = config or settings_path(files, root)
    if path is None:
        return Settings(), []
    try:
        source = files.read(path)
    except FileNotFoundError:
        raise MissingPathError(f"there is no file '{path}'") from None
    except UnreadableFile as error:
        raise UsageError(f"the settings file '{path}' {error}") from None
    document = parse(source, path)
    if document.data is None:
        # An empty cjm.yaml is a workspace with all defaults.
        if all(problem.rule == "missing-key" for problem in document.problems):
            return Settings(), [replace(document, problems=())]
        return Settings(), [document]
    reading = read(Settings, document.data, noun="settings")
    return reading.item or Settings(), [with_reading(document, reading)]


def _gather(
    files: Files,
    root: str,
    settings: Settings,
    documents: list[Document],
    names: dict[str, str],
    named: set[str],
) -> Workspace:
    maps: list[Map] = []
    personas: dict[str, Entry[Persona]] = {}
    sections: dict[str, dict[str, Entry[Item]]] = {section: {} for section in SECTIONS}
    for path, kind in sorted(names.items()):
        reading = _read_one(files, root, path, kind, settings, is_named=path in named)
        documents += reading.documents
        maps += reading.maps
        document = reading.documents[0] if reading.documents else None
        if document is None or reading.item is None:
            continue
        if reading.kind == "persona":
            problem = _add_persona(personas, document, reading.item)
            problems = [problem] if problem else []
        else:
            problems = _add_library(sections, document, reading.item)
        if problems:
            documents[-1] = replace(document, problems=(*document.problems, *problems))
    return Workspace(
        root=root,
        settings=settings,
        maps=tuple(maps),
        personas=personas,
        library=Library(sections),
        documents=tuple(documents),
    )


def _read_one(
    files: Files, root: str, path: str, kind: str, settings: Settings, *, is_named: bool
) -> Any:
    from cjm.workspace.read_file import FileReading

    if not is_named and files.leaves(path, root):
        return FileReading(kind, (_leaving(path),))
    try:
        source = files.read(path)
    except UnreadableFile as error:
        return FileReading(kind, (unreadable(path, str(error)),))
    except FileNotFoundError:
        return FileReading(kind, (unreadable(path, "is a link to nothing"),))
    return read_file(path, source, kind, settings)


def _leaving(path: str) -> Document:
    document = unreadable(path, "is a link that leaves the workspace")
    problem = replace(
        document.problems[0],
        rule="unsafe-path",
        help="put the file itself into the workspace",
    )
    return replace(document, problems=(problem,))


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


def _twice(
    document: Document, route: Route, what: str, id: str, first: Entry[Any]
) -> TextProblem:
    line = first.document.span(first.route, on_key=True).start.line
    return TextProblem(
        document.span(route, on_key=True),
        "duplicate-id",
        f"the {what} '{id}' is there already, in {first.document.path}:{line}",
        "give one of the two another id",
    )


__all__ = ["Loaded", "load"]
