"""What the files of a workspace hold, told without reading those that were read before.

A file is taken to be what it was where its times, its size and its number are those that it had
then. What changed within moments of being read may have changed again without its times telling,
and is read once more.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Mapping
from hashlib import blake2b
from typing import TypeAlias

from cjm.workspace.files import DiskFiles, UnreadableFile

Signature: TypeAlias = tuple[int, ...]
"""The times at which a file and what is told of it changed, its size, its number, its disk."""

MOMENTS = 2 * 10**9
"""Nanoseconds: no file system in use counts in larger steps."""


def digest(*parts: str | bytes) -> str:
    """Return what stands for `parts`; parts cut elsewhere have another."""
    found = blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(content).to_bytes(8, "little"))
        found.update(content)
    return found.hexdigest()


class States:
    """The states of the files of a workspace.

    Args:
        files: Where to read from.
        root: Folder of the workspace.
        named: Paths that may lead out of it.
        known: Path → signature and state at an earlier time.
        begin: Called before the first file is read; returns the time by the file system's clock
            in nanoseconds, or `None` where nothing will be kept.

    Attributes:
        sources: Path → bytes of the files that were read.
        found: Path → signature and state, to be known the next time; the signature is empty where
            it cannot be relied on.
    """

    def __init__(
        self,
        files: DiskFiles,
        root: str,
        named: Collection[str],
        known: Mapping[str, tuple[Signature, str]],
        begin: Callable[[], int | None],
    ) -> None:
        self._files, self._root, self._named = files, root, named
        self._known = known
        self._begin = begin
        self._since: int | None = None
        self.sources: dict[str, bytes] = {}
        self.found: dict[str, tuple[Signature, str]] = {}
        self._seen: dict[str, Signature] = {}

    def of(self, path: str) -> str:
        """Return what stands for all that matters of the file at `path`."""
        found = self.found.get(path)
        if found is None:
            found = self.found[path] = self._look(path)
        return found[1]

    def content(self, path: str) -> bytes:
        """Return the bytes of a file; none where it cannot be read."""
        if path not in self.sources:
            try:
                self.sources[path] = self._files.read(path)
            except (UnreadableFile, FileNotFoundError):
                return b""
        return self.sources[path]

    def have_moved(self) -> bool:
        """Whether a file has changed since it was looked at."""
        return any(self._signature(path) != seen for path, seen in self._seen.items())

    def _look(self, path: str) -> tuple[Signature, str]:
        signature = self._seen[path] = self._signature(path)
        known = self._known.get(path)
        if signature and known is not None and known[0] == signature:
            return known
        if not self.sources:
            self._since = self._begin()
        return self._lasting(signature), self._read(path, is_link=not signature)

    def _signature(self, path: str) -> Signature:
        """Return the signature of a plain file; empty for a link, or what cannot be asked."""
        try:
            found = os.lstat(self._files.at(path))
        except (OSError, ValueError):
            return ()
        if not stat.S_ISREG(found.st_mode):
            return ()
        return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev

    def _lasting(self, signature: Signature) -> Signature:
        is_old = self._since is not None and max(signature[:2], default=0) < self._since - MOMENTS
        return signature if is_old else ()

    def _read(self, path: str, *, is_link: bool) -> str:
        leaves = is_link and path not in self._named and self._files.leaves(path, self._root)
        kind = "leaves" if leaves else "link" if is_link else "file"
        try:
            source = self._files.read(path)
        except UnreadableFile as error:
            return digest(kind, "unreadable", str(error))
        except FileNotFoundError:
            return digest(kind, "gone")
        self.sources[path] = source
        return digest(kind, source)
