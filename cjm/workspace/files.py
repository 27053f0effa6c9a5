"""Where files come from: disk, memory, or memory over disk.

All paths are strings with `/`, as the user would write them: relative to one base folder, or
absolute. What reads from a git revision will take the same shape.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from io import RawIOBase
from pathlib import Path
from typing import Protocol

from cjm.source.limits import MAX_BYTES

_PART = 1 << 16


class UnreadableFile(Exception):  # noqa: N818 - it names what the file is
    """A file is there and cannot be read; `str()` of it says why, in a few words."""


class Files(Protocol):
    """A set of files to read from."""

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a file, at most one more than `most`.

        Raises:
            FileNotFoundError: It is not there.
            UnreadableFile: It is no regular file, or may not be read.
        """
        ...

    def is_file(self, path: str) -> bool:
        """Whether a file (or anything that is no folder) is there."""
        ...

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there."""
        ...

    def walk(self, folder: str, enter: Callable[[str], bool]) -> Iterator[str]:
        """Yield the files below `folder`, sorted; `enter` says which folders to go into."""
        ...

    def leaves(self, path: str, root: str) -> bool:
        """Whether `path`, its links followed, lies outside the folder `root`."""
        ...

    def absolute(self, path: str) -> str:
        """Return the absolute form of `path`, with `/`."""
        ...


class DiskFiles:
    """Files on disk, relative to a base folder.

    Args:
        base: Absolute path of the folder that relative paths start from.
    """

    def __init__(self, base: str | os.PathLike[str]) -> None:
        self.base = Path(base)
        self._folders: dict[str, str] = {}

    def at(self, path: str) -> str:
        """Return where on disk `path` is."""
        return os.path.join(self.base, path)

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        """See `Files.read`. Only regular files are opened: a device or a pipe may never end."""
        at = self.at(path)
        try:
            state = os.stat(at)
            if not stat.S_ISREG(state.st_mode):
                raise UnreadableFile("is no regular file")
            with open(at, "rb", buffering=0) as file:
                return _content(file, state.st_size, most)
        except FileNotFoundError:
            raise
        except PermissionError:
            raise UnreadableFile("may not be read: permission is missing") from None
        except (OSError, ValueError) as error:
            raise UnreadableFile(f"cannot be read: {_reason(error)}") from None

    def is_file(self, path: str) -> bool:
        """See `Files.is_file`."""
        try:
            return not stat.S_ISDIR(os.stat(self.at(path)).st_mode)
        except (OSError, ValueError):
            return False

    def is_folder(self, path: str) -> bool:
        """See `Files.is_folder`."""
        return os.path.isdir(self.at(path))

    def walk(self, folder: str, enter: Callable[[str], bool]) -> Iterator[str]:
        """See `Files.walk`. Links to folders are not followed."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            files, folders = _listing(self.at(here))
            yield from (join(here, name) for name in files)
            inner = [join(here, name) for name in folders]
            waiting += reversed([path for path in inner if enter(path)])

    def leaves(self, path: str, root: str) -> bool:
        """See `Files.leaves`."""
        at, top = self.at(path), self._real(self.at(root))
        folder, name = os.path.split(at)
        if name in ("", ".", "..") or os.path.islink(at):
            real = os.path.realpath(at)
        else:
            real = os.path.join(self._real(folder), name)
        return real != top and not real.startswith(top.rstrip(os.sep) + os.sep)

    def _real(self, folder: str) -> str:
        """Return where `folder` really is; it is asked once, for the hundreds of files in it."""
        found = self._folders.get(folder)
        if found is None:
            found = self._folders[folder] = os.path.realpath(folder)
        return found

    def absolute(self, path: str) -> str:
        """See `Files.absolute`."""
        return Path(os.path.abspath(self.at(path))).as_posix()


def _listing(folder: str) -> tuple[list[str], list[str]]:
    files, folders = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.name)
                elif not _leads_to_a_folder(entry):
                    files.append(entry.name)
    except OSError:
        return [], []
    return sorted(files), sorted(folders)


def _leads_to_a_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link that leads to itself; reading it says so


def _content(file: RawIOBase, size: int, most: int) -> bytes:
    """Return what is in `file`, at most one byte more than `most`.

    Args:
        file: Without a buffer.
        size: How much it says to hold; some say nothing.
        most: The limit.
    """
    # To ask for all that the limit allows would make room for it, for every small file. One byte
    # more than there is tells, in one go, that it ends there.
    left, wanted, parts = most + 1, size + 1, []
    while left > 0:
        part = file.read(min(wanted, left))
        if not part:
            break
        parts.append(part)
        left -= len(part)
        wanted = _PART
    return b"".join(parts)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


class MemoryFiles:
    """Files in memory, over others where a second set is given (an editor's unsaved texts)."""

    def __init__(self, texts: Mapping[str, str | bytes], under: Files | None = None) -> None:
        self.texts = {posixpath.normpath(path): text for path, text in texts.items()}
        self.under = under

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        """See `Files.read`."""
        text = self.texts.get(posixpath.normpath(path))
        if text is not None:
            data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
            return data[: most + 1]
        if self.under is None:
            raise FileNotFoundError(path)
        return self.under.read(path, most)

    def is_file(self, path: str) -> bool:
        """See `Files.is_file`."""
        if posixpath.normpath(path) in self.texts:
            return True
        return self.under is not None and self.under.is_file(path)

    def is_folder(self, path: str) -> bool:
        """See `Files.is_folder`."""
        folder = posixpath.normpath(path)
        if folder == "." or any(each.startswith(folder + "/") for each in self.texts):
            return True
        return self.under is not None and self.under.is_folder(path)

    def walk(self, folder: str, enter: Callable[[str], bool]) -> Iterator[str]:
        """See `Files.walk`."""
        top = posixpath.normpath(folder)
        found = set(self.under.walk(folder, enter)) if self.under is not None else set()
        for path in self.texts:
            if top == "." or path.startswith(top + "/"):
                inner = path if top == "." else path[len(top) + 1 :]
                parents = inner.split("/")[:-1]
                folders = [join(folder, "/".join(parents[: n + 1])) for n in range(len(parents))]
                if all(enter(each) for each in folders):
                    found.add(join(folder, inner))
        yield from sorted(found)

    def leaves(self, path: str, root: str) -> bool:
        """See `Files.leaves`."""
        if self.under is not None and posixpath.normpath(path) not in self.texts:
            return self.under.leaves(path, root)
        inner = posixpath.relpath(posixpath.join("/", path), posixpath.join("/", root))
        return inner == ".." or inner.startswith("../")

    def absolute(self, path: str) -> str:
        """See `Files.absolute`."""
        if self.under is not None:
            return self.under.absolute(path)
        return posixpath.normpath(posixpath.join("/", path))


_ELSEWHERE = re.compile(r"[/\\~]|[A-Za-z][A-Za-z0-9+.-]*:")


def leads_out(path: str, folder: str, root: str) -> bool:
    """Whether `path`, written in a file of `folder`, leads out of `root`, links left aside."""
    if _ELSEWHERE.match(path) or "\0" in path:
        return True
    inner = posixpath.relpath(
        posixpath.normpath(posixpath.join("/-", folder, path.replace("\\", "/"))),
        posixpath.normpath(posixpath.join("/-", posixpath.normpath(root or "."))),
    )
    return inner == ".." or inner.startswith("../")


def join(folder: str, name: str) -> str:
    """Return `name` below `folder`; the base folder itself (`.` or empty) leaves no trace."""
    if folder in ("", "."):
        return name
    return f"{folder.rstrip('/')}/{name}"
