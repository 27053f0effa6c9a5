"""What the paths of a command lead to, standard input among them."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cjm.cli import process
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.workspace.files import Files
    from cjm.workspace.load import Loaded
    from cjm.workspace.survey import Survey

STDIN = "-"
STDIN_NAME = "stdin.journey.yaml"
"""What standard input is called where nobody says it."""


def disk() -> Files:
    """Return the files on disk, relative paths from the working directory."""
    from cjm.workspace.files import DiskFiles

    if process.is_own():
        from cjm.source.manner import read_lightly

        read_lightly()
    return DiskFiles(_here())


class Inputs(NamedTuple):
    """What a command reads; it can be pickled, and read again in another process.

    Attributes:
        files: Where from; standard input is in its memory.
        paths: What the user asked about.
        config: A settings file to use instead of each workspace's own.
        stdin: The path that standard input is read under; empty where it is not asked for.
    """

    files: Files
    paths: tuple[str, ...]
    config: str | None = None
    stdin: str = ""

    def load(self) -> Loaded:
        """Return what the paths lead to.

        Raises:
            CjmError: A path is not there, or no map is.
        """
        from cjm.workspace.load import load

        return self._kept(load(self.files, self.paths, config=self.config))

    def surveys(self) -> tuple[Survey, ...]:
        """Return the workspaces that the paths lead to, before any map is read.

        Raises:
            CjmError: A path is not there.
        """
        from cjm.workspace.survey import survey

        return tuple(survey(self.files, self.paths, config=self.config))

    def load_surveyed(self, surveys: Sequence[Survey]) -> Loaded:
        """Return what the paths lead to; of a large workspace only what has to do with that is read.

        Raises:
            NoMapError: No map is there.
        """
        from cjm.workspace.related import load_surveyed

        return self._kept(load_surveyed(self.files, surveys))

    def _kept(self, loaded: Loaded) -> Loaded:
        from cjm.workspace.load import no_map

        if not loaded.shown or not any(workspace.documents for workspace in loaded.workspaces):
            raise no_map(self.paths)
        # What was loaded stays to the end: the collector need not walk it again and again.
        gc.freeze()
        return loaded


def inputs(
    paths: Sequence[str] | None, *, stdin_name: str = "", config: str | None = None
) -> Inputs:
    """Return what to read for the paths as they were typed, `-` for standard input.

    Args:
        paths: As typed.
        stdin_name: The name that standard input is read under.
        config: See `Inputs`.

    Raises:
        UsageError: Standard input is asked for and closed, or named and not asked for.
    """
    given = tuple(paths or ())
    files = disk()
    if stdin_name and STDIN not in given:
        raise UsageError(
            "--stdin-filename names standard input, and nothing asks for it",
            help="add '-' to the paths",
        )
    if STDIN in given:
        files, name = _with_stdin(files, stdin_name)
        given = tuple(name if each == STDIN else each for each in given)
        return Inputs(files, given, config, name)
    return Inputs(files, given, config)


def _with_stdin(under: Files, name: str) -> tuple[Files, str]:
    from cjm.source.limits import MAX_BYTES
    from cjm.workspace.files import MemoryFiles

    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UsageError("standard input is closed", help="pipe a map into cjm, or name a file")
    content = stream.read(MAX_BYTES + 1)
    name = _from_here(name) if name else _name_for(content)
    return MemoryFiles({name: content}, under), name


def _name_for(content: bytes) -> str:
    from cjm.source.mermaid import is_mermaid_journey

    is_diagram = is_mermaid_journey(content[:20_000].decode("utf-8", "replace"))
    return "stdin.mmd" if is_diagram else STDIN_NAME


def _from_here(name: str) -> str:
    """Return `name` relative to the working directory where it lies below: editors give all of it."""
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(_here()):
        path = path.relative_to(_here())
    return path.as_posix()


def _here() -> Path:
    try:
        return Path(os.getcwd())
    except FileNotFoundError:
        raise UsageError(
            "the working directory is gone", help="change to one that is there"
        ) from None
