"""A bar for work that takes long: on stderr, on a terminal only."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE = 2.0
"""Seconds that pass before there is a bar."""


@contextmanager
def progress(
    what: str, *, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many more are done, and how many more there are to do.

    Args:
        what: What is done, in a word.
        clock: In seconds.
    """
    bar = _Bar(what, clock)
    try:
        yield bar.tell
    finally:
        bar.stop()


class _Bar:
    def __init__(self, what: str, clock: Callable[[], float]) -> None:
        self._what, self._clock = what, clock
        self._began = clock()
        self._done = self._total = 0
        self._is_wanted = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown: Any = None
        self._task: Any = None

    def tell(self, done: int, to_do: int) -> None:
        self._done += done
        self._total += to_do
        if self._is_wanted and self._clock() - self._began > PATIENCE:
            self._show()

    def _show(self) -> None:
        if self._shown is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            self._shown = Progress(
                TextColumn(self._what),
                BarColumn(),
                MofNCompleteColumn(),
                console=Console(stderr=True, markup=False, emoji=False, highlight=False),
                transient=True,
            )
            self._shown.start()
            self._task = self._shown.add_task("", total=None)
        self._shown.update(self._task, completed=self._done, total=self._total)

    def stop(self) -> None:
        if self._shown is not None:
            self._shown.stop()
            self._shown = None
