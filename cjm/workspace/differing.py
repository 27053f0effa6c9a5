"""Two states of a workspace, of which only what differs is read.

Reading a map is dear, comparing bytes is not. Where nothing that maps share differs, a map whose
bytes are the same, and whose relatives (the maps it names, or that name it) are the same too, is
the same map: it is counted, and not read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cjm.workspace.files import Files
from cjm.workspace.groups import independent_groups
from cjm.workspace.load import Held, Loaded, gather
from cjm.workspace.related import bytes_of, known, read_related
from cjm.workspace.survey import Survey, survey
from cjm.workspace.workspace import Workspace

_MAPS = ("journey", "mermaid", "markdown")


@dataclass(frozen=True)
class Scope:
    """Which maps of a state are compared.

    Attributes:
        files: Where to read from.
        path: Of a file or folder.
        surveys: The workspaces it lies in.
    """

    files: Files
    path: str
    surveys: tuple[Survey, ...]

    @classmethod
    def of(cls, files: Files, path: str) -> Scope:
        """Return what `path` leads to; see `survey` for what it raises."""
        return cls(files, path, survey(files, [path]))


def read_whole(scope: Scope) -> Loaded:
    """Read the maps of a scope, with their relatives."""
    return _loaded(scope, [read_related(scope.files, each) for each in scope.surveys])


def read_differing(old: Scope, new: Scope) -> tuple[Loaded, Loaded, int]:
    """Read what may differ between two scopes, and count the maps that are the same in both."""
    ours, theirs = _by_root(old), _by_root(new)
    found: tuple[list[Workspace], list[Workspace]] = ([], [])
    same = 0
    for root in dict.fromkeys([*ours, *theirs]):
        pair = ours.get(root), theirs.get(root)
        scopes = old, new
        contents = [
            _Contents(scope, each) if each is not None else None
            for scope, each in zip(scopes, pair, strict=True)
        ]
        wanted, unread = _wanted(contents[0], contents[1])
        same += unread
        for side, content in enumerate(contents):
            if content is not None:
                found[side].append(content.read(wanted))
    return _loaded(old, found[0]), _loaded(new, found[1]), same


class _Contents:
    """The bytes of one workspace; files are named as seen from the folder that is compared."""

    def __init__(self, scope: Scope, surveyed: Survey) -> None:
        self.files, self.survey = scope.files, surveyed
        self.sources = _sources(scope.files, surveyed)
        self.shared = {
            posixpath.relpath(path, scope.path): source
            for path, source in bytes_of(scope.files, self._shared()).items()
        }
        self.inner = {path: posixpath.relpath(path, scope.path) for path in self.sources}
        self.maps = {self.inner[path]: source for path, source in self.sources.items()}

    def _shared(self) -> list[str]:
        files = (*self.survey.settings_file.paths, *self.survey.kinds)
        return [path for path in files if self.survey.kinds.get(path) not in _MAPS]

    def related(self, inner: Collection[str]) -> set[str]:
        """Return the maps of these names, and all that know them."""
        found: set[str] = set()
        for group in independent_groups(known(self.sources)):
            names = [self.inner[path] for path in group]
            if not inner or any(name in inner for name in names):
                found.update(name for name in names if inner)
        # What could not be read may name any.
        return found | {name for name, source in self.maps.items() if source is None}

    def read(self, wanted: Collection[str]) -> Workspace:
        """Read the maps of these names, and all that maps share."""
        only = [path for path, name in self.inner.items() if name in wanted]
        held = Held(sources=known(self.sources))
        return gather(self.files, self.survey, only=only, held=held)

    @property
    def asked(self) -> set[str]:
        """Names of the maps that the user asked about."""
        return {name for path, name in self.inner.items() if path in self.survey.asked}


def _wanted(old: _Contents | None, new: _Contents | None) -> tuple[set[str], int]:
    """Return the names of the maps to read, and the number of the others that were asked about."""
    if old is None or new is None:
        only = old or new
        assert only is not None
        return set(only.maps), 0
    names = {*old.maps, *new.maps}
    if old.shared != new.shared:
        return names, 0
    changed = {
        name for name in names
        if old.maps.get(name) is None or old.maps.get(name) != new.maps.get(name)
    }  # fmt: skip
    wanted = changed | old.related(changed) | new.related(changed)
    return wanted, len((old.asked & new.asked) - wanted)


def _by_root(scope: Scope) -> dict[str, Survey]:
    return {posixpath.relpath(each.root or ".", scope.path): each for each in scope.surveys}


def _sources(files: Files, surveyed: Survey) -> dict[str, bytes | None]:
    return bytes_of(files, [path for path, kind in surveyed.kinds.items() if kind in _MAPS])


def _loaded(scope: Scope, workspaces: Sequence[Workspace]) -> Loaded:
    asked = frozenset().union(*(each.asked for each in scope.surveys))
    return Loaded(tuple(workspaces), asked)
