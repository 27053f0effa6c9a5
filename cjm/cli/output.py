"""Tells what became of each file that a command writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.console import put_line

if TYPE_CHECKING:
    from cjm.workspace.write import Outcome


def put_outcome(outcome: Outcome, path: Path) -> None:
    """Write a line such as `written    maps/upgrade.svg`."""
    put_state(outcome.value, path)


def put_state(word: str, path: Path) -> None:
    """Write a line with a word about the file at `path`, which is spelt from the folder here."""
    put_line(f"{word:<9}  {from_here(path)}")


def from_here(path: Path) -> str:
    """Return `path` relative to the working directory where it lies below, with `/`."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()
