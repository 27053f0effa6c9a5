"""Which files a command is about: paths to workspaces, before any map is read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cjm.errors import MissingPathError, UsageError
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
from cjm.workspace.settings_file import Remember, SettingsFile, read_settings

if TYPE_CHECKING:
    from cjm.source.document import Document
    from cjm.workspace.settings import Settings


SHARED = ("persona", "library")
"""Kinds of files that are read even where only some maps are asked for."""


@dataclass(frozen=True)
class Survey:
    """The files of one workspace.

    Attributes:
        root: Its folder.
        settings: From its `cjm.yaml`, or the defaults.
        documents: The settings file, where there is one.
        kinds: Path → kind of every file that belongs to it.
        named: Paths that the command line names one by one.
        asked: Paths that the command line names, or whose folder it names.
        skipped: How many files are no concern of cjm's.
        settings_file: Where the settings are from.
        is_alone: There is no workspace: a file was named, and what lies beside it belongs to it.
    """

    root: str
    settings: Settings
    documents: tuple[Document, ...]
    kinds: dict[str, str]
    named: frozenset[str]
    asked: frozenset[str]
    skipped: int
    settings_file: SettingsFile = field(default_factory=SettingsFile)
    is_alone: bool = False

    @property
    def judged(self) -> frozenset[str]:
        """Paths to report on: what is asked for, and the settings that it is judged by."""
        return self.asked | frozenset(self.settings_file.paths if self.asked else ())

    def opened(self) -> Survey:
        """Return it with its settings read whole, where only some of them were remembered."""
        settings, documents = self.settings_file.read()
        return replace(self, settings=settings, documents=documents)


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


def survey(
    files: Files,
    paths: Sequence[str],
    *,
    config: str | None = None,
    remember: Remember | None = None,
) -> tuple[Survey, ...]:
    """Find the workspaces that `paths` lie in, and their files; only settings are read.

    Args:
        files: Where to look.
        paths: Files, folders and globs; none stands for the folder that relative paths start from.
        config: A settings file to use instead of each workspace's own.
        remember: Spares reading settings that were read before.

    Raises:
        MissingPathError: A path is not there, or a glob matches nothing.
        UsageError: The settings file named is not usable.
    """
    plans = _plans(files, paths or ["."])
    surveys: list[Survey] = []
    done: set[str] = set()
    while plans:
        plan = plans.pop(0)
        if files.absolute(plan.root) in done and not plan.alone:
            continue
        done.add(files.absolute(plan.root))
        found, nested = _survey_plan(files, plan, config, remember)
        surveys.append(found)
        plans += [_Plan(root, folders=[root]) for root in nested]
    return tuple(surveys)


def _plans(files: Files, paths: Iterable[str]) -> list[_Plan]:
    plans: dict[tuple[str, bool], _Plan] = {}
    for given in paths:
        for path in _existing(files, given):
            is_folder = files.is_folder(path)
            folder = path if is_folder else posixpath.dirname(path) or "."
            root = root_above(files, folder)
            alone = root is None and not is_folder
            plan = plans.setdefault((root or folder, alone), _Plan(root or folder, alone=alone))
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
    raise MissingPathError(
        f"there is no file or folder '{given}'", help=_nearby(files, given, path)
    )


def _nearby(files: Files, given: str, path: str) -> str:
    """Return which file beside it may be meant."""
    folder = posixpath.dirname(path) or "."
    if not given or not files.is_folder(folder):
        return ""
    names = [each for each in files.walk(folder, lambda inner: False) if kind_by_name(each)]
    from cjm.model.values import nearest

    near = nearest(path, names, at_least=60)
    if near:
        return f"did you mean '{near}'?"
    maps = [each for each in names if kind_by_name(each) == "journey"]
    return f"the maps there: {', '.join(maps[:5])}" if maps else ""


def _sniffed(files: Files, path: str) -> str:
    """Return the kind of a file that was named and whose name says nothing: a journey, mostly."""
    try:
        return kind_by_content(files.read(path)) or "journey"
    except (UnreadableFile, FileNotFoundError):
        return "journey"


def _survey_plan(
    files: Files, plan: _Plan, config: str | None, remember: Remember | None
) -> tuple[Survey, list[str]]:
    file = _settings_file(files, plan.root, config)
    settings, documents = read_settings(file, plan.root, remember)
    if plan.alone:
        listed, skipped, nested = _neighbours(files, plan), 0, []
    else:
        found = find_files(files, plan.root, settings)
        listed, skipped, nested = found.files, found.skipped, found.nested
    kinds = {_as_seen(files, path): kind for path, kind in listed}
    named = {_as_seen(files, path): kind for path, kind in plan.named.items()}
    kinds.update({path: kind for path, kind in named.items() if kind != "workspace"})
    folders = [files.absolute(folder) for folder in plan.folders]
    everything = [*kinds, *file.paths]
    asked = (
        set(everything)
        if files.absolute(plan.root) in folders and config is None
        else {
            path
            for path in everything
            if path in named or any(_within(files.absolute(path), folder) for folder in folders)
        }
    )
    inside = [
        root for root in nested if any(_within(files.absolute(root), each) for each in folders)
    ]
    whole = Survey(
        plan.root, settings, documents, kinds, frozenset(named), frozenset(asked), skipped,
        file, plan.alone,
    )  # fmt: skip
    return whole, inside


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


def _settings_file(files: Files, root: str, config: str | None) -> SettingsFile:
    path = config or settings_path(files, root)
    if path is None:
        return SettingsFile()
    if config is None and files.leaves(path, root):
        return SettingsFile(path, leaves=True)
    try:
        return SettingsFile(path, files.read(path))
    except FileNotFoundError:
        raise MissingPathError(f"there is no file '{path}'") from None
    except UnreadableFile as error:
        raise UsageError(f"the settings file '{path}' {error}") from None
