"""Draws the pictures of a run; where there are many, on all cores."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from cjm.cli.cores import cores

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from cjm.cli.pictures import Picture
    from cjm.workspace.load import Loaded

PER_WORKER = 6
"""From so many maps on, a further process pays."""

Reload = Callable[[], "Loaded"]
"""Reads the maps once more, for a process that begins with nothing; can be pickled."""


@dataclass(frozen=True)
class Drawn:
    """The pictures of one map.

    Attributes:
        contents: A file each, in the order asked for; empty where drawing failed.
        notes: What is not drawn, a sentence each.
        failure: What went wrong inside cjm, as `(one line, traceback)`.
    """

    contents: tuple[bytes, ...] = ()
    notes: tuple[str, ...] = ()
    failure: tuple[str, str] | None = None


def drawn(
    loaded: Loaded, wanted: Sequence[Picture], lanes: Sequence[str], reload: Reload
) -> Iterator[tuple[list[Picture], Drawn]]:
    """Yield the pictures map by map, in their order, with what was drawn.

    Args:
        loaded: The maps.
        wanted: What to draw.
        lanes: Ids of lanes or presets, or none.
        reload: See `Reload`.
    """
    groups = [list(group) for _, group in itertools.groupby(wanted, key=lambda each: each.at)]
    count = min(cores(), len(groups) // PER_WORKER)
    if count < 2:
        for group in groups:
            yield group, draw_map(loaded, group, lanes)
        return
    with _workers(loaded, groups, lanes, reload, count) as ends:
        for group, end in zip(groups, itertools.cycle(ends)):
            yield group, _received(end)


def draw_map(loaded: Loaded, group: Sequence[Picture], lanes: Sequence[str]) -> Drawn:
    """Draw all pictures of one map; a mistake in cjm costs this map and no other."""
    try:
        return _draw_map(loaded, group, lanes)
    except Exception as error:
        import traceback

        return Drawn(failure=(f"{type(error).__name__}: {error}", traceback.format_exc()))


def _draw_map(loaded: Loaded, group: Sequence[Picture], lanes: Sequence[str]) -> Drawn:
    from cjm.render.formats import format_named
    from cjm.sheet import arrange

    workspace = loaded.workspaces[group[0].at[0]]
    map = workspace.maps[group[0].at[1]]
    contents: list[bytes] = []
    notes: dict[str, None] = {}
    for language, pictures in itertools.groupby(group, key=lambda each: each.language):
        sheet = arrange(map, workspace, language=language, lanes=lanes or None)
        notes |= dict.fromkeys(sheet.notes)
        contents += [format_named(each.format).render(sheet).encode() for each in pictures]
    return Drawn(tuple(contents), tuple(notes))


@contextmanager
def _workers(
    loaded: Loaded,
    groups: Sequence[Sequence[Picture]],
    lanes: Sequence[str],
    reload: Reload,
    count: int,
) -> Iterator[list[Connection]]:
    """Start processes that draw every so many maps each; give the ends they send them to."""
    import multiprocessing
    import sys

    # A fork inherits the maps; where forking is not safe, a process reads them once more.
    forks = sys.platform == "linux"
    context: Any = multiprocessing.get_context("fork" if forks else "spawn")
    given = partial(_same, loaded) if forks else reload
    ends: list[Connection] = []
    processes = []
    try:
        for number in range(count):
            here, there = context.Pipe(duplex=False)
            job = (groups[number::count], tuple(lanes))
            inherited = (*ends, here) if forks else ()
            process = context.Process(
                target=_draw_share, args=(there, inherited, given, *job), daemon=True
            )
            process.start()
            there.close()
            ends.append(here)
            processes.append(process)
        yield ends
    finally:
        for process in processes:
            process.terminate()
        for end in ends:
            end.close()
        for process in processes:
            process.join()


def _same(loaded: Loaded) -> Loaded:
    return loaded


def _draw_share(
    end: Connection,
    inherited: Sequence[Connection],
    given: Reload,
    share: Sequence[Sequence[Picture]],
    lanes: Sequence[str],
) -> None:
    import signal

    # Else this process would be its own reader, and never learn that the first one is gone.
    for other in inherited:
        other.close()

    # A Ctrl-C is the first process's to answer; it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    loaded = given()
    try:
        for group in share:
            end.send(draw_map(loaded, group, lanes))
    except BrokenPipeError:
        pass  # nobody waits for the rest


def _received(end: Connection) -> Drawn:
    try:
        found = end.recv()
    except EOFError:
        raise RuntimeError("a process that draws ended before it was done") from None
    assert isinstance(found, Drawn)
    return found
