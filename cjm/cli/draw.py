"""Draws the pictures of a run; where there are many, on all cores."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.cli.cores import cores

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

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
    with _workers(loaded, reload, count) as pool:
        jobs = [(group, tuple(lanes)) for group in groups]
        yield from zip(groups, pool.map(_draw_job, jobs), strict=True)


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


_loaded: Loaded | None = None
"""The maps, in a process that draws for another."""


@contextmanager
def _workers(loaded: Loaded, reload: Reload, count: int) -> Iterator[ProcessPoolExecutor]:
    """Give processes that hold the maps: by fork where that is safe, else by reading again."""
    import multiprocessing
    import sys
    from concurrent.futures import ProcessPoolExecutor

    global _loaded
    forks = sys.platform == "linux" and "fork" in multiprocessing.get_all_start_methods()
    _loaded = loaded if forks else None
    pool = ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("fork" if forks else "spawn"),
        initializer=_begin,
        initargs=(None if forks else reload,),
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
        _loaded = None


def _begin(reload: Reload | None) -> None:
    """Prepare a process: a Ctrl-C is the first process's to answer."""
    import gc
    import signal

    global _loaded
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if reload is not None:
        _loaded = reload()
    gc.freeze()


def _draw_job(job: tuple[Sequence[Picture], tuple[str, ...]]) -> Drawn:
    assert _loaded is not None
    return draw_map(_loaded, *job)
