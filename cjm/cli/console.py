"""The two streams of a command: results on stdout, all else on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from cjm.findings.visible import visible


_shows_tracebacks = False


def prepare_streams() -> None:
    """Let no character stop a report that the terminal's encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def put(text: str) -> None:
    """Write `text` to stdout as it is."""
    sys.stdout.write(text)


def put_line(text: str) -> None:
    """Write `text` to stdout as one line in which nothing acts."""
    sys.stdout.write(visible(text) + "\n")


def put_bytes(content: bytes) -> None:
    """Write what programs read, in its own encoding whatever the terminal's is."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(content.decode())
        return
    buffer.write(content)
    buffer.flush()


def tell(text: str) -> None:
    """Write `text` to stderr as one line in which nothing acts."""
    sys.stderr.write(visible(text) + "\n")


def tell_error(message: str, help: str = "") -> None:
    """Say on stderr what is wrong, and what can be done."""
    tell(f"error: {message}")
    if help:
        tell(f"help: {help}")


def show_tracebacks(wanted: bool) -> None:
    """Set whether `tell_bug` shows where in cjm something went wrong."""
    global _shows_tracebacks
    _shows_tracebacks = wanted


def tell_bug(detail: str, traceback: str) -> None:
    """Say on stderr that cjm itself failed, and how to report it."""
    from cjm import __version__

    if _shows_tracebacks:
        for line in traceback.rstrip().split("\n"):
            tell(line)
    tell(f"error: this is a bug in cjm {__version__}: {detail[:300]}")
    hint = "" if _shows_tracebacks else "; with --debug it says where it happened"
    tell(f"help: please report it with the command and, if you can, the map{hint}")


def wants_color(asked: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write escape codes to `stream`.

    Args:
        asked: `auto`, `always` or `never`.
        stream: Where the text goes.
        environment: Read for NO_COLOR (no-color.org), FORCE_COLOR (force-color.org) and TERM.
    """
    if asked != "auto":
        return asked == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    if environment.get("TERM") == "dumb" or not stream.isatty():
        return False
    # Only newer terminals of Windows obey escape codes, and they say so.
    return os.name != "nt" or any(name in environment for name in ("WT_SESSION", "TERM"))
