"""Draws the pictures of maps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cjm.cli.cache import keep_compiled

if TYPE_CHECKING:
    from cjm.cli.pictures import Picture
    from cjm.errors import CjmError
    from cjm.render.look import Look
    from cjm.workspace.load import Loaded


class Drawn(NamedTuple):
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


Item = tuple[list["Picture"], Drawn]
"""The pictures that are asked for of one map, and what was drawn."""


class Manner(NamedTuple):
    """How the maps of a run are drawn; it can be pickled.

    Attributes:
        looks: One for each workspace.
        lanes: Ids of lanes or presets, or none.
    """

    looks: tuple[Look, ...]
    lanes: tuple[str, ...] = ()


def drawn(loaded: Loaded, wanted: Sequence[Picture], manner: Manner) -> Iterator[Item]:
    """Yield the pictures map by map, in their order, with what was drawn."""
    keep_compiled()
    for _, group in itertools.groupby(wanted, key=lambda each: each.at):
        pictures = list(group)
        yield pictures, draw_map(loaded, pictures, manner)


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

        languages = (picture.language, *picture.others)
        format = format_named(picture.format, picture.view)
        count = len(languages) if format.offers_languages else 1
        given = [self._arranged(picture.view, language) for language in languages[:count]]
        return format.file(given, look)

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
