"""What took long to make and is run as it is: kept in a folder that only its user can write to."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


class _Place:
    """Told by the program, since nothing here asks where it is."""

    folder: Path | None = None


_place = _Place()


def keep_in(folder: Path | None) -> None:
    """Keep what is compiled in a folder of the user, never one of a project; `None` keeps nothing."""
    _place.folder = folder


def kept_in() -> Path | None:
    """Return where what is compiled is kept, or `None`."""
    return _place.folder


def is_trusted(path: Path) -> bool:
    """Whether only this user can have written the file at `path`, and there is one."""
    return is_private(path.parent) and path.is_file() and not path.is_symlink()


def is_private(folder: Path) -> bool:
    """Whether only this user can write to `folder`."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    if os.name != "posix":
        return True  # the user's own folder, by the rights that Windows gives it
    state = folder.stat()
    return state.st_uid == os.geteuid() and not state.st_mode & 0o077


def keep(data: bytes, path: Path) -> None:
    """Write `data`; a disk that is full or read-only costs time and nothing else."""
    beside = path.with_name(f"{path.name}.{os.urandom(8).hex()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_private(path.parent):
            return
        with beside.open("xb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
