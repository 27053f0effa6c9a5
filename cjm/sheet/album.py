"""The pictures of one map: found by the paths that the map and its personas write, told where not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cjm.figures.whole import homes
from cjm.findings import Route
from cjm.findings.visible import visible
from cjm.model.persona import Persona
from cjm.workspace.pictures import NoPicture
from cjm.workspace.references import References, Resolved
from cjm.workspace.workspace import Map

if TYPE_CHECKING:
    from cjm.images import Bitmap

MOST = 160
"""How many pictures a map may show: each is embedded where it stands, so a short text that names one
picture a thousand times would make a file of many megabytes."""


@dataclass
class Album:
    """The pictures of one map.

    Attributes:
        references: Of the map; they know its workspace.
        notes: What gives no picture and why, a sentence each; what a lint rule of the format says is
            not said again.
    """

    references: References
    notes: dict[str, None] = field(default_factory=dict)
    _given: int = 0
    _homes: dict[int, str] | None = None

    def at(self, route: Route, path: str) -> Bitmap | None:
        """Return the picture that something at `route` of the map names as `path`."""
        return self._picture(path, self._home(route))

    def portrait(self, persona: Resolved[Persona], use: Persona) -> Bitmap | None:
        """Return the photo of a persona, which a map may replace where it uses the persona."""
        if persona.item.photo is None:
            return None
        written_here = persona.entry is None or use.photo is not None
        source = self.references.map if written_here else persona.entry
        assert source is not None
        return self._picture(str(persona.item.photo), source.document.path)

    def _picture(self, path: str, source: str) -> Bitmap | None:
        pictures = self.references.workspace.pictures
        if pictures is None:
            return None
        if self._given >= MOST:
            self.notes[f"only the first {MOST} pictures are drawn; leave some out"] = None
            return None
        found = pictures.find(path, source)
        if isinstance(found, NoPicture):
            if found.what:
                name = visible(path)
                self.notes[f"the picture '{name}' {found.what}; {found.cure}"] = None
            return None
        self._given += 1
        return found

    def _home(self, route: Route) -> str:
        """Return the path of the file that writes what stands at `route`."""
        map = self.references.map
        if len(route) < 2 or route[0] != "stages":
            return map.path
        if self._homes is None:
            self._homes = homes(self._as_written(map), self.references.workspace)
        return self._homes.get(int(route[1]), map.path)

    def _as_written(self, map: Map) -> Map:
        """Return the map before stages of its baseline were put in."""
        maps = self.references.workspace.maps
        return next((each for each in maps if each.document is map.document), map)
