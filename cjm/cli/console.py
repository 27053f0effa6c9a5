"""The two streams of a command: results on stdout, all else on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TextIO

from cjm.errors import OutputError
from cjm.findings.visible import visible

_shows_tracebacks = False


def prepare_streams() -> None:
    """Let nothing stop a report: no missing stream, no character that the terminal lacks."""
    # A stream that was closed before the start is `None`: what goes there goes nowhere.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


class ReaderGoneError(Exception):
    """Nobody reads what is written any more: the pipe is closed."""


def put(text: str) -> None:
    """Write `text` to stdout as it is."""
    with _stdout() as stream:
        stream.write(text)


def put_line(text: str) -> None:
    """Write `text` to stdout as one line in which nothing acts."""
    put(visible(text) + "\n")


def put_bytes(content: bytes) -> None:
    """Write what programs read, in its own encoding whatever the terminal's is."""
    with _stdout() as stream:
        stream.flush()
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            stream.write(content.decode())
        else:
            buffer.write(content)
            buffer.flush()


def flush() -> None:
    """Write what is still held back."""
    with _stdout() as stream:
        stream.flush()


@contextmanager
def _stdout() -> Iterator[TextIO]:
    try:
        yield sys.stdout
    except BrokenPipeError:
        _close_stdout()
        raise ReaderGoneError from None
    except OSError as error:
        _close_stdout()
        raise OutputError(f"standard output cannot be written: {error.strerror}") from None


def _close_stdout() -> None:
    """Keep Python from trying once more at its end, and complaining."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(text: str) -> None:
    """Write `text` to stderr as one line in which nothing acts."""
    tell_all(visible(text) + "\n")


def tell_all(text: str) -> None:
    """Write `text` to stderr as it is; where nobody listens, that is no mistake."""
    with suppress(OSError):
        sys.stderr.write(text)


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
