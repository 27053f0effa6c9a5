"""Draws the pictures of a run; where there are many, on all cores."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.cli.pictures import Picture
    from cjm.workspace.load import Loaded

MANY = 8
"""From so many maps on, starting further processes pays."""


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
    failure: tuple[str, str] | None = field(default=None)


def drawn(
    loaded: Loaded, wanted: Sequence[Picture], lanes: Sequence[str]
) -> Iterator[tuple[list[Picture], Drawn]]:
    """Yield the pictures map by map, with what was drawn."""
    groups = [list(group) for _, group in itertools.groupby(wanted, key=lambda each: each.at)]
    for group in groups:
        yield group, draw_map(loaded, group, lanes)


def draw_map(loaded: Loaded, group: Sequence[Picture], lanes: Sequence[str]) -> Drawn:
    """Draw all pictures of one map; a mistake in cjm costs this map and no other."""
    try:
        return _draw_map(loaded, group, lanes)
    except Exception as error:
        import traceback

        detail = f"{type(error).__name__}: {error}"
        return Drawn(failure=(detail, traceback.format_exc()))


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
