"""`cjm init`: a first workspace, or a shipped example."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.console import tell
from cjm.cli.options import listed, nearest_word, one_of
from cjm.cli.output import from_here, put_outcome, put_state
from cjm.errors import OutputError, UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SETTINGS = "cjm.yaml"
_SOME_DAY = b"2000-01-01"
"""Stands in the templates for the day they are used, so that nothing is overdue from the start."""

_MODELINE = b"# yaml-language-server: $schema=../"
"""Begins a line that leads an editor to a schema beside the examples; no copy has one there."""


def command(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="DIR", help="Where to. Default: here.", show_default=False),
    ] = None,
    example: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Copy a shipped example instead, such as 5g-upgrade."),
    ] = None,
    lang: Annotated[str, typer.Option(metavar="TAG", help="Language of what is written.")] = "en",
    today: Annotated[str, typer.Option(hidden=True)] = "",
) -> int:
    """Write a small workspace to start from.

    Files that are there are kept.
    """
    if example is not None:
        target = Path(folder if folder is not None else example)
        files = dict(_example_files(example))
    else:
        target = Path(folder or ".")
        day = (today or datetime.date.today().isoformat()).encode()
        files = {name: content.replace(_SOME_DAY, day) for name, content in _template_files(lang)}
    _check_free(target)
    # The settings come last: where they are, everything is.
    for name in sorted(files, key=lambda name: (name == SETTINGS, name)):
        _write(target / name, files[name])
    where = from_here(target)
    place = "" if where == "." else f" {shlex.quote(where)}"
    tell(f"next: `cjm render{place}` draws the maps, `cjm lint{place}` checks them")
    return 0


def _check_free(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise OutputError(f"'{target}' is a file", help="name a folder")
    if (target / SETTINGS).exists():
        raise UsageError(
            f"'{from_here(target)}' is a workspace already: it has a '{SETTINGS}'",
            help="name another folder, such as 'cjm init my-journeys'",
        )


def _write(path: Path, content: bytes) -> None:
    from cjm.workspace.write import write_file

    class _KeptError(Exception):
        pass

    def guard(_beginning: bytes) -> None:
        raise _KeptError

    try:
        put_outcome(write_file(path, content, guard=guard), path)
    except _KeptError:
        put_state("kept", path)


def _template_files(language: str) -> Iterator[tuple[str, bytes]]:
    from cjm.resources import folder

    shipped = folder("templates") / "init"
    languages = sorted(each.name for each in shipped.iterdir() if each.is_dir())
    return _below(shipped / one_of("--lang", language, languages))


def _example_files(name: str) -> Iterator[tuple[str, bytes]]:
    from cjm.resources import folder

    shipped = folder("examples")
    names = sorted(
        each.name for each in shipped.iterdir() if each.is_dir() and not each.name.startswith(".")
    )
    if name not in names:
        near = nearest_word(name, names)
        raise UsageError(
            f"there is no example '{name}'" + (f"; did you mean '{near}'?" if near else ""),
            help=f"there are {listed(names)}",
        )
    for path, content in _below(shipped / name):
        # A picture tells the source it was drawn from, and the copy differs by its modelines.
        if "maps" not in path.split("/")[:-1]:
            yield path, _without_modeline(content)


def _without_modeline(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_MODELINE))


def _below(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{prefix}{each.name}"
        if each.name == ".cjm_cache":
            continue  # in a checkout whose examples were linted
        if each.is_dir():
            yield from _below(each, f"{name}/")
        else:
            yield name, each.read_bytes()
