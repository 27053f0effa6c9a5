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
    from cjm.errors import CjmError
    from cjm.render.look import Look
    from cjm.workspace.load import Loaded

PER_WORKER = 6
"""From so many maps on, a further process pays."""

Reload = Callable[[], "Loaded"]
"""Reads the maps once more, for a process that begins with nothing; can be pickled."""


@dataclass(frozen=True)
class Drawn:
    """The pictures of one map.

    Attributes:
        contents: A file each, in the order asked for, or why there is none; empty where drawing
            failed.
        notes: What is not drawn, a sentence each.
        failure: What went wrong inside cjm, as `(one line, traceback)`.
    """

    contents: tuple[bytes | CjmError, ...] = ()
    notes: tuple[str, ...] = ()
    failure: tuple[str, str] | None = None


@dataclass(frozen=True)
class Manner:
    """How the maps of a run are drawn; it can be pickled.

    Attributes:
        looks: One for each workspace.
        lanes: Ids of lanes or presets, or none.
    """

    looks: tuple[Look, ...]
    lanes: tuple[str, ...] = ()


def drawn(
    loaded: Loaded, wanted: Sequence[Picture], manner: Manner, reload: Reload
) -> Iterator[tuple[list[Picture], Drawn]]:
    """Yield the pictures map by map, in their order, with what was drawn.

    Args:
        loaded: The maps.
        wanted: What to draw.
        manner: How.
        reload: See `Reload`.
    """
    groups = [list(group) for _, group in itertools.groupby(wanted, key=lambda each: each.at)]
    count = min(cores(), len(groups) // PER_WORKER)
    if count < 2:
        for group in groups:
            yield group, draw_map(loaded, group, manner)
        return
    with _workers(loaded, groups, manner, reload, count) as ends:
        for group, end in zip(groups, itertools.cycle(ends)):
            yield group, _received(end)


def draw_map(loaded: Loaded, group: Sequence[Picture], manner: Manner) -> Drawn:
    """Draw all pictures of one map; a mistake in cjm costs this map and no other."""
    try:
        return _draw_map(loaded, group, manner)
    except Exception as error:
        import traceback

        return Drawn(failure=(f"{type(error).__name__}: {error}", traceback.format_exc()))


def _draw_map(loaded: Loaded, group: Sequence[Picture], manner: Manner) -> Drawn:
    from cjm.errors import CjmError

    arranged = _Arranged(loaded, group[0].at, manner.lanes)
    look = manner.looks[group[0].at[0]]
    contents: list[bytes | CjmError] = []
    for picture in group:
        try:
            contents.append(arranged.content(picture, look))
        except CjmError as error:
            contents.append(error)
    return Drawn(tuple(contents), tuple(arranged.notes))


class _Arranged:
    """One map, arranged once for each view and language that is asked for."""

    def __init__(self, loaded: Loaded, at: tuple[int, int], lanes: Sequence[str]) -> None:
        self._workspace = loaded.workspaces[at[0]]
        self._map = self._workspace.maps[at[1]]
        self._lanes = lanes
        self._by_view: dict[tuple[str, str], Any] = {}
        self.notes: dict[str, None] = {}

    def content(self, picture: Picture, look: Look) -> bytes:
        """Return the file of `picture`."""
        from cjm.render.formats import format_named

        if picture.view == "flow":
            _keep_engine()
        languages = (picture.language, *picture.others)
        format = format_named(picture.format, picture.view)
        count = len(languages) if format.offers_languages else 1
        given = [self._arranged(picture.view, language) for language in languages[:count]]
        return format.render(given, look).encode()

    def _arranged(self, view: str, language: str) -> Any:
        from cjm.render.formats import VIEWS, found

        key = (view, language)
        if key not in self._by_view:
            lanes = {"lanes": self._lanes or None} if view == "map" else {}
            arrange = found(VIEWS[view].arranged_by)
            made = arrange(self._map, self._workspace, language=language, **lanes)
            self._by_view[key] = made
            self.notes |= dict.fromkeys(getattr(made, "notes", ()))
        return self._by_view[key]


def _keep_engine() -> None:
    """Say where the compiled engine of flows is kept: compiling it takes half a second."""
    from cjm.cli.cache import user_cache
    from cjm.layout.graphviz import keep_compiled_in

    keep_compiled_in(user_cache())


@contextmanager
def _workers(
    loaded: Loaded,
    groups: Sequence[Sequence[Picture]],
    manner: Manner,
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
            job = (groups[number::count], manner)
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
    manner: Manner,
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
            end.send(draw_map(loaded, group, manner))
    except BrokenPipeError:
        pass  # nobody waits for the rest


def _received(end: Connection) -> Drawn:
    try:
        found = end.recv()
    except EOFError:
        raise RuntimeError("a process that draws ended before it was done") from None
    assert isinstance(found, Drawn)
    return found
