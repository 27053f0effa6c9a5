"""What `cjm diff` compares: operands as they were typed to the maps that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cjm.cli.problems import tell_problems
from cjm.cli.revisions import Revisions, said
from cjm.errors import CjmError, MissingPathError, NoMapError, UsageError

if TYPE_CHECKING:
    from cjm.diff.side import Side
    from cjm.workspace.differing import Scope
    from cjm.workspace.files import Files
    from cjm.workspace.load import Loaded

HERE = "working tree"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class UnreadableMapError(CjmError):
    """A map that is compared cannot be read: no comparison may look as if nothing had changed."""


@dataclass(frozen=True)
class Operand:
    """One of the states that are compared.

    Attributes:
        name: What it is called: a path, or a revision.
        maps: Its maps: one of a file, all of a folder that may differ.
        is_many: Whether it stands for a folder, where a map may be missing.
        is_in_order: Whether each map is the counterpart of the next operand's at its place.
    """

    name: str
    maps: tuple[Side, ...]
    is_many: bool
    is_in_order: bool = False


@dataclass(frozen=True)
class _Place:
    """Where the maps of an operand are, before they are read."""

    name: str
    files: Files
    path: str

    @property
    def is_folder(self) -> bool:
        return self.files.is_folder(self.path)


@dataclass
class Operands:
    """Resolves what was typed.

    Attributes:
        files: The files on disk, or standard input over them.
        same: How many maps were not read, since they are the same in both states.
    """

    files: Files
    same: int = 0
    revisions: Revisions = field(init=False)

    def __post_init__(self) -> None:
        self.revisions = Revisions(self.files)

    def resolved(self, typed: Sequence[str]) -> tuple[Operand, ...]:
        """Return the states to compare, the oldest first.

        One map alone is compared with its baseline, or else with the last commit; so is a folder.
        `A...B` is what B changed since it left A.

        Raises:
            CjmError: One leads to no map, or there is nothing to compare it with.
        """
        from cjm.workspace.git import GitError

        try:
            return self._resolved(typed)
        except GitError as error:
            raise UnreadableMapError(f"git cannot read what is compared: {error}") from None

    def _resolved(self, typed: Sequence[str]) -> tuple[Operand, ...]:
        if len(typed) == 2 and self._is_range(typed[0]):
            return self._range(typed[0], typed[1])
        if len(typed) > 1:
            return self._several(typed)
        alone = typed[0] if typed else "."
        if self._is_path(alone):
            return self._path_alone(alone)
        if self._is_range(alone):
            return self._range(alone, ".")
        old = self._of_revision(alone, ".")
        path = alone.partition(":")[2] or "."
        return self._loaded([old, _Place(HERE, self.files, path)])

    def _is_path(self, typed: str) -> bool:
        from cjm.workspace.discover import is_glob

        if self.files.is_file(typed) or self.files.is_folder(typed) or is_glob(typed):
            return True
        return bool(_DRIVE.match(typed))

    def _is_range(self, typed: str) -> bool:
        return ".." in typed and ":" not in typed and not self._is_path(typed)

    def _several(self, typed: Sequence[str]) -> tuple[Operand, ...]:
        """Return what several operands stand for: a path that is there beats a revision.

        A revision beside a path means that path, as it was then.
        """
        paths = [each for each in typed if self._is_path(each)]
        beside = paths[0] if paths else "."
        places = [
            _Place(each, self.files, each) if self._is_path(each) else self._of_revision(each, beside)
            for each in typed
        ]  # fmt: skip
        return self._loaded(places)

    def _path_alone(self, path: str) -> tuple[Operand, ...]:
        if not self.files.is_folder(path):
            new = self._read(_Place(path, self.files, path))
            if new.maps and all(side.chain for side in new.maps):
                old = tuple(side.chain[0] for side in new.maps)
                return Operand(old[0].written.path, old, is_many=False, is_in_order=True), new
        from cjm.workspace.git import GitError

        try:
            then = self.revisions.files("HEAD", path)
        except GitError as error:
            if self.files.is_folder(path):
                raise UsageError(
                    f"git cannot say what the maps of '{path}' were: {said(error, path)}",
                    help="name two maps, cjm diff OLD NEW; or one that has a baseline, cjm diff MAP",
                ) from None
            raise UsageError(
                f"'{path}' has no baseline, and git cannot say what it was: {said(error, path)}",
                help="name two maps: cjm diff OLD NEW; or add 'baseline: …' to the map",
            ) from None
        here = _Place(HERE, self.files, path)
        return self._loaded([self._then("HEAD", then, path), here])

    def _then(self, name: str, files: Files, path: str) -> _Place:
        """Return where the maps of `path` were in a commit; a file that was renamed is followed."""
        from cjm.workspace.discover import is_glob

        if files.is_file(path) or files.is_folder(path) or is_glob(path):
            return _Place(name, files, path)
        before = self._before_renaming(files, path)
        if before is not None:
            return _Place(name, files, before)
        when = "the last commit" if name == "HEAD" else f"'{name}'"
        raise UsageError(
            f"'{path}' is not in {when}, so there is nothing to compare it with",
            help="name two maps: cjm diff OLD NEW",
        )

    def _before_renaming(self, files: Files, path: str) -> str | None:
        """Return the path of the one map that is gone since and has the id or title of that at `path`."""
        if not self.files.is_file(path):
            return None
        from cjm.diff.chain import paired_maps

        now = self._read(_Place(path, self.files, path)).maps
        for folder in dict.fromkeys((path.rpartition("/")[0] or ".", ".")):
            if not files.is_folder(folder):
                continue
            before = self._read(_Place("", files, folder)).maps
            gone = [each for each in before if not self.files.is_file(each.written.path)]
            for old, new in paired_maps(gone, now):
                if old is not None and new is not None:
                    return old.written.path
        return None

    def _range(self, typed: str, path: str) -> tuple[Operand, ...]:
        from cjm.workspace.git import GitError

        is_fork = "..." in typed
        old, _, new = typed.partition("..." if is_fork else "..")
        old, new = old or "HEAD", new or "HEAD"
        try:
            start, end = self.revisions.range(old, new, path, is_fork=is_fork)
        except GitError as error:
            reason = said(error, ".") + self.revisions.why_not(path)
            raise UsageError(f"cannot compare '{old}' with '{new}': {reason}") from None
        name = f"{old}…{new}" if is_fork else old
        return self._loaded([self._then(name, start, path), self._then(new, end, path)])

    def _of_revision(self, typed: str, beside: str) -> _Place:
        from cjm.workspace.git import GitError

        revision, colon, path = typed.partition(":")
        try:
            files = self.revisions.files(revision, beside)
        except GitError as error:
            where = "file, folder" if not colon else "file"
            reason = said(error, ".") + self.revisions.why_not(beside)
            raise MissingPathError(
                f"'{typed}' is no {where} and no revision of git: {reason}",
                help="cjm diff OLD NEW takes paths, 'REV' and 'REV:path'",
            ) from None
        if colon and not (files.is_file(path or ".") or files.is_folder(path or ".")):
            raise MissingPathError(f"there is no '{path}' in '{revision}'")
        return _Place(typed, files, path or ".") if colon else self._then(typed, files, beside)

    def _loaded(self, places: Sequence[_Place]) -> tuple[Operand, ...]:
        """Return the maps of these places; of two folders, of those that may differ."""
        if len(places) == 2 and all(each.is_folder for each in places):
            return self._differing(places[0], places[1])
        _check_alike(places)
        found = tuple(self._read(place) for place in places)
        for operand in found:
            if not operand.maps:
                raise NoMapError(f"no journey map found in '{operand.name}'")
        return found

    def _differing(self, old: _Place, new: _Place) -> tuple[Operand, ...]:
        from cjm.workspace.differing import read_differing

        scopes = _scope(old), _scope(new)
        if not any(each.kinds for scope in scopes for each in scope.surveys):
            raise NoMapError(f"no journey map found in '{new.name}'")
        *loaded, self.same = read_differing(*scopes)
        found = tuple(_operand(place, each) for place, each in zip((old, new), loaded, strict=True))
        if not self.same and not any(operand.maps for operand in found):
            raise NoMapError(f"no journey map found in '{new.name}'")
        return found

    def _read(self, place: _Place) -> Operand:
        from cjm.workspace.differing import read_whole

        return _operand(place, read_whole(_scope(place)))


def _scope(place: _Place) -> Scope:
    from cjm.workspace.differing import Scope

    return Scope.of(place.files, place.path)


def _operand(place: _Place, loaded: Loaded) -> Operand:
    from cjm.diff.side import Side

    if tell_problems(loaded, place.files):
        raise UnreadableMapError(
            f"'{place.name}' cannot be compared: a map of it could not be read"
        )
    sides = tuple(Side(map, workspace) for workspace, map in loaded.maps)
    return Operand(place.name, sides, place.is_folder)


def _check_alike(places: Sequence[_Place]) -> None:
    folders = [each.name for each in places if each.is_folder]
    maps = [each.name for each in places if not each.is_folder]
    if folders and maps:
        raise UsageError(
            f"'{maps[0]}' is a file and '{folders[0]}' a folder",
            help="compare two files, or two folders",
        )
