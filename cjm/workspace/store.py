"""A folder of things that can be made again, in a place that others may write to.

What is kept there is sealed with a key that only this user knows: what anybody else put there, or
changed, is not believed. No link is followed, what is written takes the place of the old in one
step, and whatever fails is no more than a thing that is not there.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

IGNORE = "# Made by cjm: all of this can be made again.\n*\n"
MOST_FILES = 16
MOST_BYTES = 256 << 20
"""What is larger is neither kept nor read."""

_SEAL = 32
_LEFT_BEHIND = 3600 * 10**9
"""Nanoseconds after which a file that is half written is nobody's."""


@dataclass(frozen=True)
class Store:
    """The folder.

    Attributes:
        path: Absolute; made when something is put there.
        key: With which all is sealed.
        ending: Of the names of the files.
    """

    path: str
    key: bytes
    ending: str = ".lint"

    def read(self, name: str) -> bytes | None:
        """Return what was kept under `name`, or `None`."""
        try:
            with _opened(self.path) as folder:
                content = _read(folder, name + self.ending)
        except (OSError, ValueError):
            return None
        seal, body = content[:_SEAL], memoryview(content)[_SEAL:]
        return bytes(body) if seal == self._seal(name, body) else None

    def begin(self) -> Draft | None:
        """Return a place to write to, or `None` where nothing can be written."""
        folder = None
        try:
            _make(self.path)
            folder = _Folder(self.path)
            return Draft(self, folder)
        except (OSError, ValueError):
            if folder is not None:
                folder.close()
            return None

    def _seal(self, name: str, body: bytes | memoryview) -> bytes:
        sealed = blake2b(name.encode() + b"\0", key=self.key, digest_size=_SEAL)
        sealed.update(body)
        return sealed.digest()


class Draft:
    """A file that is begun, and takes its place when it is whole.

    Attributes:
        since: When it was begun, in nanoseconds by the clock of the file system.
    """

    def __init__(self, store: Store, folder: _Folder) -> None:
        self._store, self._folder = store, folder
        self._name = f"{os.urandom(8).hex()}.tmp"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = folder.open(self._name, flags)
        self.since = os.fstat(self._file).st_mtime_ns

    def finish(self, name: str, body: bytes) -> bool:
        """Keep `body` under `name`; returns whether it could be kept."""
        try:
            if len(body) > MOST_BYTES:
                return False
            with open(self._file, "wb", buffering=0, closefd=False) as file:
                for part in (self._store._seal(name, body), body):
                    rest = memoryview(part)
                    while rest:
                        rest = rest[file.write(rest) or 0 :]
            self._close()
            self._folder.replace(self._name, name + self._store.ending)
            self._folder.prune(self._store.ending, self.since)
            return True
        except (OSError, ValueError):
            return False
        finally:
            self.drop()

    def drop(self) -> None:
        """Leave nothing of it behind."""
        self._close()
        with contextlib.suppress(OSError, ValueError):
            self._folder.unlink(self._name)
        self._folder.close()

    def _close(self) -> None:
        if self._file >= 0:
            with contextlib.suppress(OSError):
                os.close(self._file)
            self._file = -1


class _Folder:
    """A folder that is no link; its files are reached from it, so that nobody can put another there.

    Where the system cannot open folders, its path is asked once whether it is a link.
    """

    _CAN_OPEN = os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY")

    def __init__(self, path: str) -> None:
        self._path = path
        self._fd: int | None = None
        if self._CAN_OPEN:
            self._fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            state = os.fstat(self._fd)
        else:
            state = os.lstat(path)
        if not stat.S_ISDIR(state.st_mode) or not _is_own(state):
            self.close()
            raise ValueError("not a folder of this user")

    def open(self, name: str, flags: int) -> int:
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        return os.open(self._at(name), flags, 0o666, dir_fd=self._fd)

    def replace(self, name: str, target: str) -> None:
        os.replace(self._at(name), self._at(target), src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def unlink(self, name: str) -> None:
        os.unlink(self._at(name), dir_fd=self._fd)

    def prune(self, ending: str, now: int) -> None:
        """Remove what is too much: the oldest files, and halves that somebody left behind."""
        kept: list[tuple[int, int, str]] = []
        with os.scandir(self._path if self._fd is None else self._fd) as entries:
            for entry in entries:
                state = entry.stat(follow_symlinks=False)
                if entry.name.endswith(ending):
                    kept.append((-state.st_mtime_ns, state.st_size, entry.name))
                elif entry.name.endswith(".tmp") and now - state.st_mtime_ns > _LEFT_BEHIND:
                    self.unlink(entry.name)
        total = 0
        for count, (_, size, name) in enumerate(sorted(kept), 1):
            total += size
            if count > MOST_FILES or (count > 1 and total > MOST_BYTES):
                self.unlink(name)

    def close(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _at(self, name: str) -> str:
        return name if self._fd is not None else os.path.join(self._path, name)


@contextlib.contextmanager
def _opened(path: str) -> Iterator[_Folder]:
    folder = _Folder(path)
    try:
        yield folder
    finally:
        folder.close()


def _make(path: str) -> None:
    with contextlib.suppress(FileExistsError):
        os.mkdir(path)
    with _opened(path) as folder, contextlib.suppress(FileExistsError):
        file = folder.open(".gitignore", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            os.write(file, IGNORE.encode())
        finally:
            os.close(file)


def _read(folder: _Folder, name: str) -> bytes:
    file = folder.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    with open(file, "rb", buffering=0) as opened:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode) or not _is_own(state) or state.st_size > MOST_BYTES:
            raise ValueError("not a file of this user")
        return opened.read(state.st_size + 1)


def _is_own(state: os.stat_result) -> bool:
    """Whether this user owns what `state` tells of; where nobody owns files, the seal decides."""
    return not hasattr(os, "geteuid") or state.st_uid == os.geteuid()
