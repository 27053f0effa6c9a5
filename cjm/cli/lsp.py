"""`cjm lsp`: the language server, for editors."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.exit_codes import FOUND, GOOD, INTERRUPTED, TERMINATED
from cjm.cli.inputs import disk
from cjm.cli.parameters import Today
from cjm.errors import CjmError, UsageError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable


def command(
    stdio: Annotated[
        bool, typer.Option("--stdio", hidden=True, help="As editors ask; there is nothing else.")
    ] = False,
    today: Today = "",
) -> int:
    """Help an editor with maps, over standard input and output.

    Set it up in your editor as the language server for YAML and Mermaid files; the README shows how.
    """
    clock = _clock(today)
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "'cjm lsp' is started by an editor, which speaks with it over a pipe",
            help="the README shows how to set up VS Code, Neovim and Helix",
        )
    try:
        from cjm.lsp import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CjmError(
            "the language server needs the package 'pygls' 2, which is not installed",
            help='pip install "cjm-toolkit[lsp]"',
        ) from None
    # YAML is read in the way that only a process of cjm's own may.
    disk()
    _end_at_once()
    return GOOD if serve(clock) else FOUND


def _end_at_once() -> None:
    """Let a signal end the process: nothing is lost, and a thread that waits to read cannot."""
    import os
    import signal

    for number, code in ((signal.SIGTERM, TERMINATED), (signal.SIGINT, INTERRUPTED)):
        signal.signal(number, lambda *_, code=code: os._exit(code))


def _clock(today: str) -> Callable[[], datetime.date]:
    """Return what tells the day: an editor is open overnight."""
    import datetime

    from cjm.cli.lint_run import day_of

    if not today:
        return datetime.date.today
    day = day_of(today)
    return lambda: day
