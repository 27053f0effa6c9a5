"""The pictures that are proved: every view and language of every example, of hard maps, and of diagrams
that other people wrote.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cjm.layout import Scene, lay_out
from cjm.layout.flow import lay_out_flow
from cjm.layout.own_theme import SHIPPED
from cjm.render.formats import VIEWS, format_named, found
from cjm.render.look import Look
from cjm.workspace.choices import THEMES
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from cjm.workspace.workspace import Map, Workspace
from tests.browser.hard_maps import HARD
from tests.sheet.builders import map_of

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
INPUTS = Path(os.environ.get("CJM_REAL_INPUTS") or ROOT.parent / "shared" / "inputs") / "mermaid"
NO_INPUTS = (
    "there are no real inputs; CJM_REAL_INPUTS names the folder that holds their folder mermaid"
)


@dataclass(frozen=True, eq=False)
class Subject:
    """A map in one view and one language; `others` are those that a page offers besides."""

    name: str
    view: str
    language: str
    others: tuple[str, ...]
    workspace: Workspace
    map: Map
    _made: dict[tuple[str, str], str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.name}-{self.language}-{self.view}"

    def scene(self) -> Scene:
        """Return its picture before it is written."""
        if self.view == "map":
            return lay_out(self._arranged(self.language))
        return lay_out_flow(self._arranged(self.language))

    def picture(self, format: str, theme: str = THEMES[0]) -> str:
        """Return the text of its file."""
        if (format, theme) not in self._made:
            look = Look(SHIPPED[theme], SHIPPED["dark"] if theme == THEMES[0] else None)
            how = format_named(format, self.view)
            languages = (self.language, *(self.others if how.offers_languages else ()))
            sheets = [self._arranged(language) for language in languages]
            self._made[format, theme] = how.render(sheets, look)
        return self._made[format, theme]

    def _arranged(self, language: str) -> Any:
        arrange: Callable[..., Any] = found(VIEWS[self.view].arranged_by)
        return arrange(self.map, self.workspace, language=language)


@functools.cache
def examples() -> tuple[Subject, ...]:
    """Return the shipped examples."""
    return tuple(
        subject
        for folder in EXAMPLES
        for workspace, map in load(DiskFiles(str(folder)), ["."]).maps
        for subject in _subjects(f"{folder.name}/{map.id}", workspace, map)
    )


@functools.cache
def hard() -> tuple[Subject, ...]:
    """Return maps that are hard to draw."""
    return tuple(
        subject
        for name, text in HARD.items()
        for map, workspace in (map_of(text),)
        for subject in _subjects(name, workspace, map)
    )


@functools.cache
def diagrams() -> Mapping[str, tuple[Subject, ...]]:
    """Return the views of each diagram that somebody wrote, by the name of its file."""
    if not INPUTS.is_dir():
        return {}
    maps = load(DiskFiles(str(INPUTS)), ["."]).maps
    return {
        map.path: tuple(_subjects(Path(map.path).stem, workspace, map)) for workspace, map in maps
    }


def _subjects(name: str, workspace: Workspace, map: Map) -> Iterator[Subject]:
    from cjm.cli.pictures import carries

    languages = [map.language]
    for tag in workspace.settings.languages:
        if tag.partition("-")[0] != map.language.partition("-")[0] and carries(map, tag):
            languages.append(tag)
    for language in languages:
        others = tuple(tag for tag in languages if tag != language)
        for view in VIEWS:
            yield Subject(name, view, language, others, workspace, map)
