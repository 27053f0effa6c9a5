"""Files of a commit, read as those on disk are: nothing is checked out."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from cjm.source.limits import MAX_BYTES
from cjm.workspace.files import UnreadableFile, join

if TYPE_CHECKING:
    from cjm.workspace.git import Repository, TreeEntry

_LINK, _MODULE = "120000", "160000"
_LONGEST_CHAIN = 8
_AT_ONCE = (".yaml", ".yml", ".mmd", ".mermaid", ".gitignore")
"""Endings of what a workspace is made of: read together, since each question starts a process."""


class RevisionFiles:
    """The files of one commit.

    Args:
        repository: Where to read from.
        commit: Id of the commit.
        base: Absolute path of the folder that relative paths start from; by default the one that
            the repository was found from.
    """

    def __init__(self, repository: Repository, commit: str, base: str = "") -> None:
        self.repository = repository
        self.commit = commit
        self._base = base or posixpath.join(repository.root, repository.prefix)
        self._read: dict[str, bytes] = {}
        self._within = ""

    @cached_property
    def _entries(self) -> dict[str, TreeEntry]:
        return {each.path: each for each in self.repository.tree(self.commit)}

    @cached_property
    def _folders(self) -> dict[str, tuple[list[str], list[str]]]:
        """Folder → names of its files, and of its folders."""
        found: dict[str, tuple[list[str], list[str]]] = {"": ([], [])}
        for path, entry in self._entries.items():
            if entry.mode == _MODULE:
                continue
            folder, _, name = path.rpartition("/")
            self._add(found, folder)
            found[folder][0].append(name)
        return found

    @staticmethod
    def _add(found: dict[str, tuple[list[str], list[str]]], folder: str) -> None:
        while folder not in found:
            found[folder] = ([], [])
            above, _, name = folder.rpartition("/")
            parent = found.setdefault(above, ([], [])) if above in found else None
            if parent is None:
                RevisionFiles._add(found, above)
                parent = found[above]
            parent[1].append(name)

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        """See `Files.read`."""
        entry = self._entry(path)
        if entry is None:
            raise FileNotFoundError(path)
        if entry.id not in self._read:
            self._fetch(entry, most)
        content = self._read.get(entry.id)
        if content is None:
            raise UnreadableFile("is too large, or is not in this clone")
        return content[: most + 1]

    def _fetch(self, entry: TreeEntry, most: int) -> None:
        wanted = {entry.id}
        if entry.path.endswith(_AT_ONCE):
            wanted |= {
                each.id for each in self._entries.values()
                if each.path.endswith(_AT_ONCE) and each.path.startswith(self._within)
            }  # fmt: skip
        from cjm.workspace.git import GitError

        # Git gives up at the first object that a partial clone does not hold.
        for ids in (wanted - set(self._read), {entry.id}):
            try:
                self._read.update(self.repository.blobs(sorted(ids), most + 1))
            except GitError:
                continue
            return

    def is_file(self, path: str) -> bool:
        """See `Files.is_file`."""
        return self._entry(path) is not None

    def is_folder(self, path: str) -> bool:
        """See `Files.is_folder`."""
        inner = self._inner(path)
        # Workspaces end at the root of the repository, which its folder of git's marks.
        return inner is not None and (inner in self._folders or inner == ".git")

    def walk(self, folder: str, enter: Callable[[str], bool]) -> Iterator[str]:
        """See `Files.walk`."""
        top = self._inner(folder)
        self._within = f"{top}/" if top else ""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            files, folders = self._folders.get(self._inner(here) or "", ([], []))
            yield from (join(here, name) for name in sorted(files))
            inner = [join(here, name) for name in sorted(folders)]
            waiting += reversed([each for each in inner if enter(each)])

    def leaves(self, path: str, root: str) -> bool:
        """See `Files.leaves`."""
        entry, top = self._entry(path), self._inner(root)
        if entry is None or top is None:
            return True
        return bool(top) and not entry.path.startswith(f"{top}/")

    def absolute(self, path: str) -> str:
        """See `Files.absolute`."""
        return posixpath.normpath(posixpath.join(self._base, path.replace(os.sep, "/")))

    def id_of(self, path: str) -> str | None:
        """Return the id of the blob at `path`, or `None`."""
        entry = self._entry(path)
        return None if entry is None else entry.id

    def _inner(self, path: str) -> str | None:
        """Return `path` from the root of the repository, or `None` where it lies outside."""
        whole, root = self.absolute(path), posixpath.normpath(self.repository.root)
        if whole == root:
            return ""
        return whole[len(root) + 1 :] if whole.startswith(f"{root.rstrip('/')}/") else None

    def _entry(self, path: str) -> TreeEntry | None:
        """Return the file at `path`; a link is followed within the commit."""
        inner = self._inner(path)
        entry = self._entries.get(inner) if inner else None
        for _ in range(_LONGEST_CHAIN):
            if entry is None or entry.mode != _LINK:
                return None if entry is not None and entry.mode == _MODULE else entry
            target = self.repository.blobs([entry.id], 4096).get(entry.id, b"")
            beside = posixpath.dirname(entry.path)
            aim = posixpath.normpath(posixpath.join(beside, target.decode("utf-8", "replace")))
            entry = self._entries.get(aim)
        return None
