"""Writes files whole or not at all: at any moment the old text stands there, or the new one."""

from __future__ import annotations

import contextlib
import enum
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from cjm.errors import OutputError

_BEGINNING = 4096
"""How many bytes of a file its guard is told."""


class Outcome(enum.Enum):
    """What became of a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"


def write_file(
    path: Path,
    content: bytes,
    *,
    within: Path | None = None,
    guard: Callable[[bytes], None] | None = None,
    expected: bytes | None = None,
) -> Outcome:
    """Put `content` into the file at `path`; a file that holds it already is not touched.

    The new text goes into a file beside it that takes its place in one step, with its mode; a link
    stays a link, and what it leads to is replaced. Folders that are missing are made.

    Args:
        path: Where to.
        content: The whole file.
        within: The folder that the file must lie in, its links followed.
        guard: Told how a file begins that is to be replaced, raises an error where it may not be.
        expected: What the file must hold to be replaced, for a change worked out from what was read.

    Raises:
        OutputError: The file cannot be written, or may not be.
    """
    try:
        return _write(path, content, within, guard, expected)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"'{path}' cannot be written: {reason}") from None


def _write(
    path: Path,
    content: bytes,
    within: Path | None,
    guard: Callable[[bytes], None] | None,
    expected: bytes | None,
) -> Outcome:
    target = Path(os.path.realpath(path))
    if within is not None:
        _check_within(path, target, within)
    before = _state(target)
    if expected is not None and (before is None or target.read_bytes() != expected):
        raise _changed(path)
    if before is None:
        target.parent.mkdir(parents=True, exist_ok=True)
    else:
        _check_regular(path, before)
        if before.st_size == len(content) and target.read_bytes() == content:
            return Outcome.UNCHANGED
        if guard is not None:
            guard(_beginning(target))
    _replace(path, target, content, before)
    return Outcome.WRITTEN


def _check_within(path: Path, target: Path, within: Path) -> None:
    if not target.is_relative_to(os.path.realpath(within)):
        raise OutputError(
            f"'{path}' leads out of '{within}'",
            help="a link stands in the way; remove it, or name the place itself with -o",
        )


def _state(target: Path) -> os.stat_result | None:
    try:
        return os.stat(target, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _check_regular(path: Path, state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        what = "a folder" if stat.S_ISDIR(state.st_mode) else "no regular file"
        raise OutputError(f"'{path}' cannot be written: it is {what}")


def _beginning(target: Path) -> bytes:
    with open(target, "rb") as file:
        return file.read(_BEGINNING)


def _replace(path: Path, target: Path, content: bytes, before: os.stat_result | None) -> None:
    beside = target.parent / f".cjm-{secrets.token_hex(8)}.tmp"
    try:
        _write_new(beside, content, before)
        if _identity(_state(target)) != _identity(before):
            raise _changed(path)
        os.replace(beside, target)
    except BaseException:
        # Ctrl-C too: nothing of ours stays beside what was not replaced.
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _changed(path: Path) -> OutputError:
    return OutputError(
        f"'{path}' was changed by another program just now", help="run the command again"
    )


def _write_new(beside: Path, content: bytes, before: os.stat_result | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(beside, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if before is not None:
        beside.chmod(stat.S_IMODE(before.st_mode))


def _identity(state: os.stat_result | None) -> tuple[int, ...] | None:
    if state is None:
        return None
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns
