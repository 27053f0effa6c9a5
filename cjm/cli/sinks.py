"""What becomes of pictures: written, or compared with what is there."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cjm.cli.console import put_bytes, put_line, tell, tell_error
from cjm.cli.exit_codes import FOUND, GOOD, USAGE
from cjm.cli.output import put_outcome, put_state
from cjm.errors import OutputError

if TYPE_CHECKING:
    from cjm.cli.pictures import Picture


class Sink(Protocol):
    """Where pictures go."""

    def take(self, picture: Picture, content: bytes) -> int:
        """Deal with one picture, and return the exit code that it asks for."""
        ...

    def close(self) -> None:
        """Say what there is to say of all of them."""
        ...


class Write:
    """Writes pictures, each whole or not at all."""

    def __init__(self, *, force: bool) -> None:
        self._force = force
        self._taken = _Taken()

    def take(self, picture: Picture, content: bytes) -> int:
        """See `Sink.take`."""
        from cjm.workspace.write import write_file

        path = picture.path
        if path is None:
            put_bytes(content)
            return GOOD
        if not self._taken.is_free(path, picture.source):
            return FOUND

        def guard(beginning: bytes) -> None:
            if not self._force and beginning and not _is_ours(beginning):
                raise OutputError(
                    f"'{path}' is there already, and cjm did not make it",
                    help="write elsewhere with -o, or replace it with --force",
                )

        try:
            put_outcome(write_file(path, content, within=picture.within, guard=guard), path)
        except OutputError as error:
            tell_error(str(error), error.help)
            return USAGE
        return GOOD

    def close(self) -> None:
        """See `Sink.close`."""


class Check:
    """Compares pictures with what is there, and writes nothing."""

    def __init__(self) -> None:
        self._taken = _Taken()
        self._count = 0
        self._stale = 0

    def take(self, picture: Picture, content: bytes) -> int:
        """See `Sink.take`."""
        path = picture.path
        if path is None:
            return GOOD
        if not self._taken.is_free(path, picture.source):
            return FOUND
        self._count += 1
        state = _state(path, content)
        if not state:
            return GOOD
        self._stale += 1
        put_state(state, path)
        return FOUND

    def close(self) -> None:
        """See `Sink.close`."""
        if self._stale:
            verb = "is" if self._stale == 1 else "are"
            tell(f"{self._stale} of {_pictures(self._count)} {verb} not what the maps give now")
            tell("help: run the same 'cjm render' without --check, and look at what changed")
        elif self._count:
            put_line(f"{_pictures(self._count)} up to date")


class _Taken:
    """The paths that pictures have taken in this run."""

    def __init__(self) -> None:
        self._by_path: dict[str, str] = {}
        self._told: set[str] = set()

    def is_free(self, path: Path, source: str) -> bool:
        """Take `path` for the map at `source`; where another has it, say so."""
        # Case makes no difference on many disks, so it makes none here.
        key = os.path.abspath(path).casefold()
        first = self._by_path.get(key)
        if first is None:
            self._by_path[key] = source
            return True
        if source not in self._told:
            self._tell(path, first, source)
        return False

    def _tell(self, path: Path, first: str, source: str) -> None:
        self._told.add(source)
        tell_error(
            f"'{path}' is the picture of '{first}' already, and '{source}' has the same id",
            "give one of the two another id, or draw them into different folders with -o",
        )


def _state(path: Path, content: bytes) -> str:
    """Return how the file at `path` differs: `missing`, `outdated`, or an empty string."""
    try:
        state = os.stat(path)
        # A device or a pipe in the place of a picture may never end; a far larger file is not it.
        if not stat.S_ISREG(state.st_mode) or state.st_size > 2 * len(content) + 4096:
            return "outdated"
        held = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "outdated"
    # A checkout on Windows may hold other line ends than were committed.
    return "" if held.replace(b"\r\n", b"\n") == content else "outdated"


def _is_ours(beginning: bytes) -> bool:
    from cjm.render.mark import is_ours

    return is_ours(beginning.decode("utf-8", "replace"))


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count} pictures"
