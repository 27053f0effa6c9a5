"""Shows what a command would change in files, or changes them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.console import put, put_bytes, wants_color
from cjm.errors import OutputError
from cjm.findings.visible import visible

if TYPE_CHECKING:
    from cjm.workspace.files import Files

_COLORS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PLAIN = "\x1b[0m"


def rewrite(files: Files, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Write changed files, each whole or not at all.

    Args:
        files: What the paths belong to.
        before: Path → bytes as they were read; what holds anything else by now is left alone.
        after: Path → bytes to write.

    Raises:
        OutputError: A file was changed meanwhile, before any was written; or cannot be written.
    """
    from cjm.workspace.write import write_file

    paths = {path: Path(files.absolute(path)) for path in sorted(after)}
    for path, target in paths.items():
        if _bytes(target) != before[path]:
            raise OutputError(
                f"'{path}' was changed by another program just now", help="run the command again"
            )
    for path, target in paths.items():
        write_file(target, after[path], expected=before[path])


def put_diff(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Write to stdout, as a unified diff, what changes in UTF-8 files.

    On a terminal and in the log of GitHub Actions nothing in it acts; elsewhere it is byte for byte
    what `patch` takes.
    """
    color = wants_color("auto", sys.stdout, os.environ)
    is_log = os.environ.get("GITHUB_ACTIONS") == "true"
    for path in sorted(after):
        lines = list(diff_lines(path, before[path].decode("utf-8"), after[path].decode("utf-8")))
        if sys.stdout.isatty() or color or is_log:
            put("".join(_shown(line, color=color) for line in lines))
        else:
            put_bytes("".join(lines).encode("utf-8"))


def diff_lines(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff, with their ends."""
    from difflib import unified_diff

    # Not `splitlines`, which also ends lines at signs that `patch` takes for text.
    old, new = (_LINE.findall(text) for text in (before, after))
    for line in unified_diff(old, new, visible(path), visible(path)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _shown(line: str, *, color: bool) -> str:
    text = visible(line.rstrip("\r\n"))
    begin = _COLORS.get(text[:1], "") if color else ""
    return f"{begin}{text}{_PLAIN if begin else ''}\n"


def _bytes(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except OSError:
        return None
