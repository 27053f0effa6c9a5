"""Some maps of a workspace with those that they name or that name them; the others are not read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.load import Held, Loaded, gather
from cjm.workspace.survey import SHARED, Survey
from cjm.workspace.workspace import Workspace


def load_surveyed(files: Files, surveys: Sequence[Survey]) -> Loaded:
    """Read the maps that are asked about in workspaces, their relatives, and all that maps share."""
    workspaces = tuple(read_related(files, each) for each in surveys)
    return Loaded(workspaces, frozenset().union(*(each.asked for each in surveys)))


def groups_asked(files: Files, surveyed: Survey) -> list[list[str]] | None:
    """Return the maps that are asked about in groups that know nothing of each other, with relatives.

    `None` is returned where that cannot be told, since a map cannot be read.
    """
    from cjm.workspace.groups import independent_groups

    sources = bytes_of(files, [path for path, kind in surveyed.kinds.items() if kind not in SHARED])
    readable = known(sources)
    if len(readable) < len(sources):
        return None
    groups = independent_groups(readable)
    return [group for group in groups if not surveyed.asked.isdisjoint(group)]


def read_related(files: Files, surveyed: Survey) -> Workspace:
    """Read the maps of a workspace that are asked about, their relatives, and all that maps share."""
    maps = [path for path, kind in surveyed.kinds.items() if kind not in SHARED]
    if surveyed.asked.issuperset(maps):
        return gather(files, surveyed)
    sources = bytes_of(files, maps)
    only = _with_relatives(sources, surveyed.asked)
    found = gather(files, surveyed, only=sorted(only), held=Held(sources=known(sources)))
    # What is called a library and holds a map may name any map: nobody looked for that.
    return gather(files, surveyed) if any(map.path in found.shared for map in found.maps) else found


def _with_relatives(sources: Mapping[str, bytes | None], asked: Collection[str]) -> set[str]:
    from cjm.workspace.groups import independent_groups

    readable = known(sources)
    found = set(sources) - set(readable)  # what could not be read may be related to any
    for group in independent_groups(readable):
        if any(path in asked for path in group):
            found.update(group)
    return found


def bytes_of(files: Files, paths: Collection[str]) -> dict[str, bytes | None]:
    """Return the bytes of files; `None` for what cannot be read."""
    return {path: _bytes(files, path) for path in paths}


def known(sources: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """Return those of `sources` that could be read."""
    return {path: source for path, source in sources.items() if source is not None}


def _bytes(files: Files, path: str) -> bytes | None:
    try:
        return files.read(path)
    except (UnreadableFile, FileNotFoundError):
        return None
