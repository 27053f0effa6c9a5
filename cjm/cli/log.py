"""`cjm log`: the history of a map, or of one item, told in changes."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.console import put, put_bytes, tell, wants_color
from cjm.cli.exit_codes import GOOD
from cjm.cli.options import completing, one_of
from cjm.cli.parameters import COLORS, Color
from cjm.errors import MissingPathError, NoMapError, UsageError

if TYPE_CHECKING:
    from cjm.diff.history import State
    from cjm.workspace.git import Repository
    from cjm.workspace.git_log import Version

FORMATS = ("text", "json")

File = Annotated[
    str, typer.Argument(metavar="FILE", help="A map in a git repository.", show_default=False)
]
Id = Annotated[
    str,
    typer.Option(
        "--id",
        metavar="ID",
        help="Tell of one item: id or name of a step, stage, pain, opportunity or touchpoint; "
        "'STEP.feeling' tells of one key of it.",
        show_default=False,
    ),
]
OutputFormat = Annotated[
    str,
    typer.Option(
        metavar="|".join(FORMATS),
        autocompletion=completing(FORMATS),
        help="How the history is written.",
    ),
]
Most = Annotated[
    int | None,
    typer.Option("--max", metavar="N", help="Tell of the last N versions.", show_default=False),
]
Language = Annotated[
    str, typer.Option(metavar="TAG", help="Language of names.", show_default=False)
]


def command(
    file: File,
    id: Id = "",
    output_format: OutputFormat = "text",
    max: Most = None,
    lang: Language = "",
    color: Color = "auto",
) -> int:
    """Tell how a map, or one item of it, came to be: who changed what, when and why.

    Reads the commits that changed the file, with its renames followed; the newest comes first.
    """
    from cjm.diff.history import item_history, map_history
    from cjm.report.log import Story, log_json, log_text

    wanted = one_of("--output-format", output_format, FORMATS)
    asked = one_of("--color", color, COLORS)
    most = _number(max)
    repository, path = _located(file)
    states = _states(repository, path, file)
    item, dot, key = id.rpartition(".") if "." in id else (id, "", "")
    found = list(item_history(states, item, key) if id else map_history(states))
    if id and not found:
        found = list(item_history(states, id)) if dot else []
    if id and not found:
        raise _unknown(id, file, states)
    if repository.is_shallow:
        tell("note: this is a shallow clone: what came before its first commit is not told")
    shown = found if most is None else found[:most]
    story = Story(file, id, shown, len(found) - len(shown), repository.is_shallow)
    if wanted == "json":
        put_bytes(log_json(story, language=lang).encode())
    else:
        put(log_text(story, color=wants_color(asked, sys.stdout, os.environ), language=lang))
    return GOOD


def _number(asked: int | str | None) -> int | None:
    if asked is None:
        return None
    try:
        number = int(asked)
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError("--max is a whole number from 1 up")
    return number


def _located(file: str) -> tuple[Repository, str]:
    """Return the repository that a file lies in, and its path there."""
    from cjm.cli.git import git
    from cjm.cli.inputs import disk
    from cjm.workspace.git import GitError

    program = git()
    if program is None:
        raise UsageError("git is not installed, and the past of a map is in git")
    whole = disk().absolute(file)
    folder, name = posixpath.split(whole.rstrip("/"))
    if os.path.isdir(whole):
        raise UsageError(f"'{file}' is a folder", help="name one map: cjm log FILE")
    if not os.path.isdir(folder):
        raise MissingPathError(f"there is no '{file}'")
    try:
        repository = program.repository(folder)
    except GitError as error:
        said = f"'{file}' {error}" if str(error).startswith(("is ", "belongs ")) else str(error)
        raise UsageError(said, help="cjm log tells the past that git keeps") from None
    return repository, repository.prefix + name


def _states(repository: Repository, path: str, file: str) -> list[State[Version]]:
    """Return the versions of a map, the newest first."""
    from cjm.source.limits import MAX_BYTES
    from cjm.workspace.git import GitError
    from cjm.workspace.git_log import past

    try:
        versions = past(repository, path, MAX_BYTES)
    except GitError as error:
        said = str(error)
        if "no revision 'HEAD'" in said:
            said = "nothing is committed yet"
        raise UsageError(f"the past of '{file}' cannot be told: {said}") from None
    if not versions:
        from cjm.cli.inputs import disk

        if not disk().is_file(file):
            raise MissingPathError(f"there is no '{file}', and there was none in any commit")
        raise UsageError(f"'{file}' is in no commit yet", help="commit it, and its history begins")
    return _read(versions, file)


def _read(versions: Sequence[Version], file: str) -> list[State[Version]]:
    from cjm.cli.inputs import disk
    from cjm.cli.one_map import OneMap
    from cjm.diff.history import State

    newest = next((each.content for each in versions if each.content is not None), None)
    if newest is None:
        raise NoMapError(f"no version of '{file}' can be read here")
    index = {each.commit: at for at, each in enumerate(versions)}
    reader = OneMap(disk(), file, newest)
    states = []
    for each in versions:
        side = None if each.content is None else reader.side(each.content)
        is_unreadable = bool(each.blob) and side is None
        before = tuple(index[parent] for parent in each.parents if parent in index)
        states.append(State(each, side, is_unreadable, before))
    if all(each.side is None for each in states):
        raise NoMapError(f"no version of '{file}' holds a map")
    return states


def _unknown(id: str, file: str, states: Sequence[State[Version]]) -> UsageError:
    from cjm.cli.options import nearest_word
    from cjm.diff.history import item_names

    known = {name for each in states if each.side is not None for name in item_names(each.side)}
    near = nearest_word(id, sorted(known))
    return UsageError(
        f"no version of '{file}' has '{id}'" + (f"; did you mean '{near}'?" if near else ""),
        help="name a step, stage, pain, opportunity or touchpoint by its id or its name",
    )
