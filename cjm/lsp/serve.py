"""Runs the language server over standard input and output, until the editor ends it."""

from __future__ import annotations

import datetime
import gc
import logging
import os
import sys
from collections.abc import Callable
from typing import BinaryIO

from cjm.lsp.server import Server


def serve(today: Callable[[], datetime.date]) -> bool:
    """Answer an editor until it says goodbye; return whether it did so in order.

    Args:
        today: Tells the day; it may change while the editor is open.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="cjm lsp: %(message)s")
    # What it warns of is between programs, such as an answer that comes after the goodbye.
    logging.getLogger("pygls").setLevel(logging.ERROR)
    # What is held stays for hours: the collector is needed, but not on what was imported, nor after
    # every few hundred of the ten thousand objects that a map is.
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 20)
    server = Server(today)
    server.start_io(sys.stdin.buffer, _own_output())
    return server.is_over


def _own_output() -> BinaryIO:
    """Return standard output, and lead what else is printed to standard error.

    One stray line between two messages would end the session.
    """
    sys.stdout.flush()
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return output
