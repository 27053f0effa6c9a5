"""What a run of lint needs to trust what an earlier one kept: a secret, and a sign of the code."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.cache import user_cache

if TYPE_CHECKING:
    from cjm.lint.cached import Cache

_KEY = "lint.key"
_LENGTH = 32
_USED = ("pathspec", "pydantic", "pydantic_core", "rapidfuzz", "regex", "ruamel")
"""Packages whose release may change what is found."""


def lint_cache() -> Cache | None:
    """Return what makes keeping results safe, or `None` where this user can keep no secret."""
    from cjm.lint.cached import Cache

    try:
        key = _secret()
        return Cache(key, _build()) if key else None
    except (OSError, ValueError):
        return None


def _secret() -> bytes:
    """Return what only this user knows; it is made where it is not there."""
    folder = user_cache()
    if folder is None:
        return b""
    path = folder / _KEY
    with contextlib.suppress(FileNotFoundError):
        return _read(path)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = folder / f"{_KEY}.{os.urandom(8).hex()}"
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(file, os.urandom(_LENGTH))
        os.close(file)
        _put(beside, path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    return _read(path)


def _put(beside: Path, path: Path) -> None:
    """Let `beside` be at `path` too; of two that begin at the same time the first one stays."""
    try:
        os.link(beside, path)
    except OSError:
        if not path.exists():  # a file system without links
            os.replace(beside, path)


def _read(path: Path) -> bytes:
    """Return the secret, if nobody else can have written it."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        state = os.fstat(file.fileno())
        is_own = not hasattr(os, "geteuid") or (
            state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        )
        key = file.read(_LENGTH + 1)
    return key if is_own and len(key) == _LENGTH and stat.S_ISREG(state.st_mode) else b""


def _build() -> str:
    """Return what stands for the code that finds things: a release, or a checkout as it is now.

    A file counts by its times, size and number, so that no edit of a checkout goes unseen; the
    packages that are used count by the folder they are installed in, which every installation
    changes.
    """
    from cjm.workspace.states import digest

    told = [sys.version, sys.implementation.name, *_installed()]
    told += [
        f"{path} {_spelt(state)}" for path, state in sorted(_code(Path(__file__).parent.parent))
    ]
    return digest(*told)


def _code(package: Path) -> Iterator[tuple[str, os.stat_result]]:
    waiting = [str(package)]
    while waiting:
        here = waiting.pop()
        try:
            entries = list(os.scandir(here))
        except (FileNotFoundError, NotADirectoryError):
            # In a zipped wheel: the archive counts.
            archive = next(each for each in package.parents if each.exists())
            yield str(archive), os.stat(archive)
            return
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    waiting.append(entry.path)
            else:
                yield entry.path, entry.stat()


def _installed() -> Iterator[str]:
    for folder in sys.path:
        for name in _USED:
            with contextlib.suppress(OSError):
                state = os.stat(os.path.join(folder, name))
                yield f"{folder} {_spelt(os.stat(folder))} {name} {_spelt(state)}"


def _spelt(state: os.stat_result) -> str:
    return f"{state.st_mtime_ns} {state.st_ctime_ns} {state.st_size} {state.st_ino}"
