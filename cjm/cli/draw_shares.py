"""Reads and draws the maps of a run; where there are many, in several processes, each with its share."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from cjm.cli.cores import cores
from cjm.cli.draw import Item, Manner, drawn
from cjm.cli.pictures import Picture, Wishes, carries, own_lanes, pictures, single_format
from cjm.errors import CjmError
from cjm.workspace.survey import SHARED

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from cjm.cli.inputs import Inputs
    from cjm.findings import Finding
    from cjm.render.look import Look
    from cjm.workspace.load import Loaded
    from cjm.workspace.survey import Survey

PER_WORKER = 6
"""From so many maps on, a further process pays."""


class Head(NamedTuple):
    """What is known of maps before the first of them is drawn.

    Attributes:
        findings: What the format says is wrong with them.
        is_lost: Whether one of them is lost by that.
        notes: What else is to be told.
        lanes: Ids of the lanes that they define themselves.
        pictures: How many there will be.
    """

    findings: tuple[Finding, ...] = ()
    is_lost: bool = False
    notes: tuple[str, ...] = ()
    lanes: frozenset[str] = frozenset()
    pictures: int = 0


class Share(NamedTuple):
    """Some maps of a run, which one process reads and draws; it can be pickled.

    Attributes:
        given: What is read.
        wishes: What is drawn.
        only: For each workspace the paths of the maps to read.
    """

    given: Inputs
    wishes: Wishes
    only: tuple[frozenset[str], ...]

    def load(self) -> Loaded:
        """Return its maps; only they are shown."""
        surveys = self.given.surveys()
        asked = frozenset().union(*(each.asked for each in surveys))
        loaded = _read(self.given, surveys, self.only)
        return loaded._replace(shown=asked & frozenset().union(*self.only))


Looked = Callable[["Loaded"], "tuple[Look, ...]"]
"""Returns how the maps of each workspace look."""


@contextmanager
def drawings(
    given: Inputs, wishes: Wishes, looked: Looked
) -> Iterator[tuple[Head, Iterator[Item]]]:
    """Give what is known of the maps, and their pictures in the order of workspaces and files.

    Raises:
        CjmError: A path is not there, no map is, or what is asked for does not fit together.
    """
    surveys = given.surveys()
    shares, loaded = _divided(given, wishes, surveys)
    if loaded is None:
        loaded = given.load_surveyed(surveys)
        wanted = pictures(loaded, wishes)
        manner = Manner(looked(loaded), wishes.lanes)
        yield head_of(loaded, wanted, wishes, given), drawn(loaded, wanted, manner)
        return
    manner = Manner(looked(loaded), wishes.lanes)
    with _processes(shares, manner) as ends:
        heads = [head_of(loaded, (), wishes, given), *map(_received, ends)]
        yield _joined(heads), heapq.merge(*map(_items, ends), key=_place)


def head_of(loaded: Loaded, wanted: Sequence[Picture], wishes: Wishes, given: Inputs) -> Head:
    """Return what is to be told before `wanted` is drawn."""
    from cjm.cli.problems import problems_of

    findings, is_lost = problems_of(loaded, given.files)
    notes = tuple(_missing_languages(loaded, wanted, wishes.languages))
    return Head(tuple(findings), is_lost, notes, own_lanes(loaded), len(wanted))


def _missing_languages(
    loaded: Loaded, wanted: Sequence[Picture], languages: Sequence[str]
) -> Iterator[str]:
    """Yield where a language that was asked for is not there."""
    for at in dict.fromkeys(picture.at for picture in wanted if languages):
        map = loaded.workspaces[at[0]].maps[at[1]]
        for language in languages:
            if not carries(map, language):
                yield f"note: {map.path}: no text is in '{language}'; drawn in '{map.language}'"


def _joined(heads: Sequence[Head]) -> Head:
    return Head(
        tuple(sorted((each for head in heads for each in head.findings), key=lambda it: it.order)),
        any(head.is_lost for head in heads),
        tuple(sorted(note for head in heads for note in head.notes)),
        frozenset().union(*(head.lanes for head in heads)),
        sum(head.pictures for head in heads),
    )


def _divided(
    given: Inputs, wishes: Wishes, surveys: Sequence[Survey]
) -> tuple[list[Share], Loaded | None]:
    """Return the shares of several processes, and what maps share; `None` where one draws all."""
    none: tuple[list[Share], None] = [], None
    asked = sum(kind not in SHARED and path in each.asked
                for each in surveys for path, kind in each.kinds.items())  # fmt: skip
    count = min(cores(), asked // PER_WORKER)
    if count < 2 or single_format(wishes) is not None:
        return none
    from cjm.workspace.related import groups_asked

    found = [groups_asked(given.files, each) for each in surveys]
    shared = _read(given, surveys, [frozenset()] * len(surveys))
    # What is called a library and holds a map may name any map.
    if None in found or any(workspace.maps for workspace in shared.workspaces):
        return none
    groups = [(number, group) for number, each in enumerate(found) for group in each or ()]
    shares = []
    for start in range(min(count, len(groups))):
        only: list[set[str]] = [set() for _ in surveys]
        for number, group in groups[start::count]:
            only[number].update(group)
        shares.append(Share(given, wishes, tuple(map(frozenset, only))))
    maps = {path for _, group in groups for path in group}
    everything = frozenset().union(*(each.asked for each in surveys))
    return shares, shared._replace(shown=everything - maps)


def _read(given: Inputs, surveys: Sequence[Survey], only: Sequence[frozenset[str]]) -> Loaded:
    """Read what maps share, and some maps of each workspace."""
    from cjm.workspace.load import Loaded, gather

    return Loaded(tuple(
        gather(given.files, each, only=sorted(paths))
        for each, paths in zip(surveys, only, strict=True)
    ))  # fmt: skip


def _place(item: Item) -> tuple[int, str]:
    """Return the workspace and the file that a map stands in; those of a file stay in order."""
    return item[0][0].at[0], item[0][0].source


@contextmanager
def _processes(shares: Sequence[Share], manner: Manner) -> Iterator[list[Connection]]:
    """Start a process for each share; give the ends they send to."""
    import multiprocessing
    import sys

    # Where forking is not safe, a process begins with nothing.
    forks = sys.platform == "linux"
    context: Any = multiprocessing.get_context("fork" if forks else "spawn")
    ends: list[Connection] = []
    processes = []
    try:
        for share in shares:
            here, there = context.Pipe(duplex=False)
            inherited = (*ends, here) if forks else ()
            process = context.Process(
                target=_draw_share, args=(there, inherited, share, manner), daemon=True
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


def _draw_share(
    end: Connection, inherited: Sequence[Connection], share: Share, manner: Manner
) -> None:
    import signal

    # Else this process would be its own reader, and never learn that the first one is gone.
    for other in inherited:
        other.close()

    # A Ctrl-C is the first process's to answer; it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        for each in _told(share, manner):
            end.send(each)
    except BrokenPipeError:
        pass  # nobody waits for the rest


def _told(share: Share, manner: Manner) -> Iterator[object]:
    """Yield the head of a share, then its drawings, then nothing; or what went wrong."""
    try:
        loaded = share.load()
        wanted = pictures(loaded, share.wishes)
        yield head_of(loaded, wanted, share.wishes, share.given)
        yield from drawn(loaded, wanted, manner)
        yield None
    except BrokenPipeError:
        raise
    except CjmError as error:
        yield error
    except Exception:
        import traceback

        # Its place in the code would be lost on the way.
        yield RuntimeError(traceback.format_exc())


def _received(end: Connection) -> Any:
    try:
        found = end.recv()
    except EOFError:
        raise RuntimeError("a process that draws ended before it was done") from None
    if isinstance(found, Exception):
        raise found
    return found


def _items(end: Connection) -> Iterator[Item]:
    while True:
        found = _received(end)
        if found is None:
            return
        yield found
