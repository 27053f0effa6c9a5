"""Tasks done side by side, in this process and in others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T", covariant=True)
R = TypeVar("R")

Tell = Callable[[int, int], None]
"""Told how many more maps are done, and how many more there are to do."""


def tell_nobody(done: int, to_do: int) -> None:
    """Be told, and do nothing."""


class Work(Protocol[T]):
    """Something to do that can go to another process."""

    def run(self, tell: Tell) -> T:
        """Do it, and tell how far it is."""
        ...

    def for_elsewhere(self) -> Work[T]:
        """Return what to send to a process that knows nothing of this one."""
        ...


def side_by_side(tasks: Sequence[Work[R]], tell: Tell) -> list[R]:
    """Return what each of `tasks` gives; the first is done here, each other in its own process."""
    if not tasks:
        return []
    others = [_Worker(task) for task in tasks[1:]]

    def tell_all(done: int, to_do: int) -> None:
        tell(done, to_do)
        for other in others:
            other.hear(tell)

    try:
        return [tasks[0].run(tell_all), *(other.result(tell) for other in others)]
    except BaseException:
        for other in others:
            other.stop()
        raise


class _Worker(Generic[R]):
    """A process with one task."""

    def __init__(self, task: Work[R]) -> None:
        from multiprocessing import get_context

        # A fork inherits what was imported and found; elsewhere the child begins anew.
        forks = sys.platform == "linux"
        context: Any = get_context("fork" if forks else "spawn")
        self._end, there = context.Pipe(duplex=False)
        sent = task if forks else task.for_elsewhere()
        self._process = context.Process(target=_work, args=(there, sent), daemon=True)
        self._process.start()
        there.close()
        self._found: list[Any] = []

    def hear(self, tell: Tell) -> None:
        """Pass on how far it is, without waiting."""
        while not self._found and self._end.poll():
            self._take(tell)

    def result(self, tell: Tell) -> R:
        """Wait for what it gives."""
        try:
            while not self._found:
                self._take(tell)
        finally:
            self._end.close()
            self._process.join()
        found: Any = self._found[0]
        if isinstance(found, Exception):
            raise found
        result: R = found
        return result

    def stop(self) -> None:
        """End it."""
        self._process.terminate()

    def _take(self, tell: Tell) -> None:
        try:
            found = self._end.recv()
        except EOFError:
            found = RuntimeError("a worker ended before it was done")
        if isinstance(found, int):
            tell(found, 0)
        else:
            self._found.append(found)


def _work(end: Any, task: Work[object]) -> None:
    try:
        end.send(task.run(lambda done, to_do: end.send(done)))
    except KeyboardInterrupt:
        pass
    except Exception as error:
        end.send(error)
    finally:
        end.close()
