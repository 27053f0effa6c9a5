"""`cjm git`: git shows what changes in a map, and merges maps by item, in one repository."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.commands import Command, Group
from cjm.cli.console import put_line
from cjm.cli.exit_codes import GOOD
from cjm.errors import OutputError, UsageError

if TYPE_CHECKING:
    from cjm.workspace.git import Repository

ATTRIBUTES = (
    "*.journey.yaml diff=cjm merge=cjm",
    "*.journey.yml diff=cjm merge=cjm",
    "*.persona.yaml merge=cjm",
    "*.library.yaml merge=cjm",
    "cjm.yaml merge=cjm",
)
"""Lines of `.gitattributes`: which files the drivers are for."""

_HEAD = "# cjm: maps are compared and merged by item; 'cjm git install' sets that up in a clone"
_FILE = ".gitattributes"

group = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Let git show what changes in a map, and merge maps by item.",
)

WriteAttributes = Annotated[
    bool,
    typer.Option(
        "--write-attributes", help=f"Write the lines into {_FILE} too, where they are missing."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


@group.callback()
def _git() -> None:
    pass


@group.command("install", cls=Command)
def install(write_attributes: WriteAttributes = False, dry_run: DryRun = False) -> int:
    """Set up the drivers for diff and merge in this repository, and in no other.

    Writes a few settings into the repository's own configuration: 'git diff' and 'git log -p' show
    what changes in a map, and 'git merge' merges two edits of one map by item. Which files they are
    for is said in .gitattributes, which everyone shares: its lines are shown.
    """
    from cjm.workspace.git import GitError
    from cjm.workspace.git_write import own_settings, write_setting

    repository = _repository()
    try:
        found = {name: own_settings(repository, name) for name in _settings()}
        missing = {name: value for name, value in _settings().items() if found[name] != (value,)}
        for name in missing:
            _check_free(name, found[name])
        _say_settings(missing, repository, dry_run=dry_run)
        for name, value in {} if dry_run else missing.items():
            for old in found[name]:
                _replaced(repository, name, old)
            write_setting(repository, name, value)
    except GitError as error:
        raise _failed(error) from None
    _attributes(Path(repository.root), write=write_attributes and not dry_run)
    return GOOD


@group.command("uninstall", cls=Command)
def uninstall(dry_run: DryRun = False) -> int:
    """Take out what 'cjm git install' wrote, and nothing else."""
    from cjm.workspace.git import GitError
    from cjm.workspace.git_write import own_settings

    repository = _repository()
    try:
        found = {name: own_settings(repository, name) for name in _settings()}
        ours = [
            (name, value) for name, values in found.items() for value in values
            if _is_ours(name, value)
        ]  # fmt: skip
        for name, value in ours:
            put_line(f"{'would remove' if dry_run else 'removed'}: {name} = {value}")
            if not dry_run:
                _replaced(repository, name, value)
    except GitError as error:
        raise _failed(error) from None
    kept = [(name, value) for name, values in found.items() for value in values]
    for name, value in kept:
        if (name, value) not in ours:
            put_line(f"kept: {name} = {value}, which 'cjm git install' did not write")
    was_there = _without_attributes(Path(repository.root), dry_run=dry_run)
    if not ours and not was_there:
        put_line("nothing to remove: the drivers are not set up in this repository")
    return GOOD


@group.command("merge-driver", cls=Command, hidden=True)
def merge_driver(
    base: str,
    ours: str,
    theirs: str,
    marker: Annotated[str, typer.Argument()] = "7",
    path: Annotated[str, typer.Argument()] = "",
) -> int:
    """Merge two edits of a map by item: git's %O %A %B %L %P."""
    from cjm.cli.git_drivers import merge_files

    return merge_files(base, ours, theirs, marker, path)


@group.command(
    "diff-driver", cls=Command, hidden=True, context_settings={"ignore_unknown_options": True}
)
def diff_driver(words: Annotated[list[str], typer.Argument()]) -> int:
    """Say what changes in a map: path old-file old-hex old-mode new-file new-hex new-mode."""
    from cjm.cli.git_drivers import show_change

    return show_change(words)


@group.command("textconv", cls=Command, hidden=True)
def textconv(file: str) -> int:
    """Write a map as an outline, for git to compare."""
    from cjm.cli.git_drivers import put_outline

    return put_outline(file)


def _settings() -> dict[str, str]:
    """Return the settings to write: name → value."""
    program = _program()
    return {
        "diff.cjm.command": f"{program} git diff-driver --",
        "diff.cjm.textconv": f"{program} git textconv --",
        "merge.cjm.name": "journey maps, merged by item",
        "merge.cjm.driver": f"{program} git merge-driver -- %O %A %B %L %P",
    }


def _program() -> str:
    """Return how git's shell starts this cjm."""
    import shlex
    import shutil
    import sys

    if shutil.which("cjm") is not None:
        return "cjm"
    # Git starts it in the repository, whose own folder 'cjm' must not be what Python imports: -P.
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m cjm"


def _is_ours(name: str, value: str) -> bool:
    """Whether a setting is one that `install` wrote, whatever cjm was called by then."""
    ends = [each.partition(" git ")[2] for each in (_settings()[name], value)]
    if not ends[0]:
        return value == _settings()[name]
    head = value.partition(" git ")[0]
    return ends[0] == ends[1] and (head == "cjm" or head.endswith(" -P -m cjm"))


def _check_free(name: str, values: tuple[str, ...]) -> None:
    for value in values:
        if not _is_ours(name, value):
            raise UsageError(
                f"this repository has the setting '{name}' already: '{value}'",
                help=f"take it out if nobody needs it: git config --local --unset-all {name}",
            )


def _say_settings(missing: dict[str, str], repository: Repository, *, dry_run: bool) -> None:
    if not missing:
        put_line("the settings are there already")
        return
    put_line(
        f"{'would write' if dry_run else 'writing'} into the configuration of this repository:"
    )
    for name, value in missing.items():
        put_line(f"  {name} = {value}")


def _replaced(repository: Repository, name: str, value: str) -> None:
    from cjm.workspace.git_write import remove_setting

    remove_setting(repository, name, value)


def _attributes(root: Path, *, write: bool) -> None:
    """Show the lines of `.gitattributes` that are missing, and write them where that is asked."""
    content = _read(root)
    lines = content.decode("utf-8", "replace").splitlines()
    missing = [line for line in ATTRIBUTES if line not in lines]
    if not missing:
        put_line(f"{_FILE} has its lines already")
        return
    put_line(f"{'writing into' if write else 'put these lines into'} {_FILE}, and commit it:")
    for line in missing:
        put_line(f"  {line}")
    if not write:
        put_line("'cjm git install --write-attributes' writes them")
        return
    end = b"\r\n" if b"\r\n" in content else b"\n"
    before = b"" if not content or content.endswith(b"\n") else end
    added = b"".join(line.encode() + end for line in [_HEAD, *missing])
    _write(root, content, content + before + added)


def _without_attributes(root: Path, *, dry_run: bool) -> bool:
    """Take out the lines that `install` wrote, those below its comment; return whether any were."""
    content = _read(root)
    lines = content.split(b"\n")
    heads = [at for at, line in enumerate(lines) if line.rstrip(b"\r") == _HEAD.encode()]
    if not heads:
        return False
    end = heads[0] + 1
    known = {line.encode() for line in ATTRIBUTES}
    while end < len(lines) and lines[end].rstrip(b"\r") in known:
        end += 1
    put_line(f"{'would remove' if dry_run else 'removed'}: {end - heads[0]} lines of {_FILE}")
    if not dry_run:
        left = b"\n".join([*lines[: heads[0]], *lines[end:]])
        if left:
            _write(root, content, left)
        else:
            (root / _FILE).unlink()
    return True


def _read(root: Path) -> bytes:
    path = root / _FILE
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OutputError(f"'{_FILE}' is no regular file", help="write its lines by hand")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise OutputError(f"'{_FILE}' cannot be read: {error.strerror}") from None


def _write(root: Path, before: bytes, content: bytes) -> None:
    from cjm.workspace.write import write_file

    expected = before if (root / _FILE).exists() else None
    write_file(root / _FILE, content, within=root, expected=expected)


def _repository() -> Repository:
    """Return the repository of the working directory.

    Raises:
        UsageError: There is none, or no git.
    """
    from cjm.cli.git import git
    from cjm.workspace.git import GitError

    program = git()
    if program is None:
        raise UsageError("git is not installed", help="install git, or put it on the PATH")
    try:
        return program.repository(os.getcwd())
    except GitError as error:
        said = f"this folder {error}" if str(error).startswith(("is ", "belongs ")) else str(error)
        raise UsageError(said, help="change into a repository's working tree") from None
    except FileNotFoundError:
        raise UsageError("the working directory is gone") from None


def _failed(error: Exception) -> OutputError:
    return OutputError(f"git's configuration cannot be read or written: {error}")
