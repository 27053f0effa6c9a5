"""What git runs for a map, once `cjm git install` has set it up: it must never fail for a map's sake."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.console import put, put_bytes, tell, wants_color
from cjm.cli.exit_codes import FOUND, GOOD
from cjm.errors import CjmError, UsageError
from cjm.findings.visible import visible

if TYPE_CHECKING:
    from cjm.diff.side import Side
    from cjm.workspace.workspace import Map

_NOTHING = "/dev/null"


def merge_files(base: str, ours: str, theirs: str, marker: str, path: str) -> int:
    """Put two edits of a file together, into the file of `ours`; see gitattributes(5).

    Args:
        base: Path of the file as it was.
        ours: That of our branch's, which takes the result.
        theirs: That of the other branch's.
        marker: How many signs mark a conflict.
        path: What the file is called in the repository.
    """
    from cjm.merge.merge import MARKER, merge
    from cjm.merge.tree import UnsureError

    name = path or ours
    signs = (
        int(marker) if marker.isascii() and marker.isdigit() and 0 < int(marker) < 100 else MARKER
    )
    try:
        contents = [Path(each).read_bytes() for each in (base, ours, theirs)]
    except OSError as error:
        raise UsageError(f"'{error.filename}' cannot be read: {error.strerror}") from None
    try:
        done = merge(*contents, marker=signs)
    except UnsureError as error:
        tell(f"cjm: '{name}' is merged by line, not by item: {error}")
        return _by_line([base, ours, theirs], contents, signs)
    except Exception as error:  # a mistake in cjm must not cost an edit
        tell(f"cjm: '{name}' is merged by line: a bug in cjm ({type(error).__name__})")
        return _by_line([base, ours, theirs], contents, signs)
    Path(ours).write_bytes(done.content)
    for conflict in done.conflicts:
        tell(f"cjm: '{name}': both branches changed {' › '.join(conflict)}")
    return FOUND if done.conflicts else GOOD


def _by_line(paths: list[str], contents: list[bytes], marker: int) -> int:
    """Leave it to git's own merge; without git, the whole file is one conflict."""
    from cjm.cli.git import git
    from cjm.workspace.git import GitError
    from cjm.workspace.git_write import merged_by_line

    program = git()
    base, ours, theirs = (os.path.abspath(each) for each in paths)
    try:
        if program is None:
            raise GitError("git is not installed")
        content, conflicts = merged_by_line(program, base, ours, theirs, marker)
    except GitError:
        end = b"\r\n" if b"\r\n" in contents[1] else b"\n"
        marks = [
            sign * marker + word
            for sign, word in ((b"<", b" ours"), (b"=", b""), (b">", b" theirs"))
        ]
        own, come = (each if each.endswith(b"\n") else each + end for each in contents[1:])
        content = marks[0] + end + own + marks[1] + end + come + marks[2] + end
        conflicts = 1
    Path(ours).write_bytes(content)
    return FOUND if conflicts else GOOD


def show_change(words: list[str]) -> int:
    """Say what changes from one state of a map to another; see `GIT_EXTERNAL_DIFF` in git(1).

    Args:
        words: Path, then file, id and mode of both states; of an unmerged file its path alone. Where
            the file was renamed, its new path and a few lines about that follow.
    """
    path = words[0]
    if len(words) < 7:
        put(f"{visible(path)}: both branches changed it; settle its conflicts first\n")
        return GOOD
    new_path = words[7] if len(words) > 7 else path
    put(f"{visible(path if new_path == path else f'{path} → {new_path}')}\n")
    states = [None if each == _NOTHING else _content(each) for each in (words[1], words[4])]
    try:
        put(_comparison((path, new_path), states))
    except Exception:  # a file that holds no map, or what cjm cannot read: as git would show it
        put(_lines(states))
    return GOOD


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""  # a submodule, or a link to nothing


def _comparison(paths: tuple[str, str], states: list[bytes | None]) -> str:
    from cjm.diff.chain import Run
    from cjm.diff.compare import compare
    from cjm.diff.judge import judge
    from cjm.report.diff.look import DiffLook
    from cjm.report.diff.text import diff_text

    old, new = (
        None if content is None else _side(path, content)
        for path, content in zip(paths, states, strict=True)
    )
    judgement = judge(compare(old, new)) if old and new else None
    if judgement is not None and not judgement.changes and states[0] != states[1]:
        raise CjmError("only comments or layout differ")
    # Git shows what comes through its pager, which wants colour where the terminal does.
    look = DiffLook(color=wants_color("auto", sys.stdout, os.environ))
    return diff_text([Run(old, new, judgement, names=("before", "after"))], look) + "\n"


def _side(path: str, content: bytes) -> Side:
    from cjm.cli.inputs import disk
    from cjm.cli.one_map import OneMap

    side = OneMap(disk(), path, content).side(content)
    if side is None or not _is_whole(side.written):
        raise CjmError("no map")
    return side


def _is_whole(map: Map) -> bool:
    """Whether all of a map could be read: what was left out would look as if nothing had changed."""
    return not map.removed and not any(
        each.fatal or each.rule == "yaml-syntax" for each in map.document.problems
    )


def _lines(states: list[bytes | None]) -> str:
    """Return what differs line by line."""
    from difflib import unified_diff

    old, new = ((each or b"").decode("utf-8", "replace").splitlines() for each in states)
    lines = unified_diff(old, new, "before", "after", lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines) + "\n"


def put_outline(path: str) -> int:
    """Write a map as an outline; a file that holds none as it is."""
    from cjm.convert.outline import outline
    from cjm.workspace.read_file import read_file
    from cjm.workspace.settings import Settings

    content = _content(path)
    try:
        reading = read_file(path, content, "journey", Settings())
        is_whole = len(reading.maps) == 1 and _is_whole(reading.maps[0])
        text = outline(reading.maps[0]) if is_whole else ""
    except Exception:  # git would show nothing at all of the commit
        text = ""
    put(text) if text else put_bytes(content)
    return GOOD
