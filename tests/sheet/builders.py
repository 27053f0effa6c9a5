"""Maps for tests: written as YAML, read from memory."""

from __future__ import annotations

from textwrap import dedent

from cjm.layout import Scene, lay_out
from cjm.sheet import Sheet, arrange
from cjm.sheet.sheet import Lane
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load
from cjm.workspace.references import References
from cjm.workspace.workspace import Map, Workspace

PATH = "m.journey.yaml"


def map_of(text: str, **others: str) -> tuple[Map, Workspace]:
    """Return the map that `text` writes, with its workspace.

    Args:
        others: Name of a further file, `_` for `.`, → its text.
    """
    files = {f"{name.replace('_', '.')}.yaml": dedent(other) for name, other in others.items()}
    loaded = load(
        MemoryFiles({"cjm.yaml": "cjm: workspace/1\n", PATH: dedent(text), **files}), ["."]
    )
    return next((map, workspace) for workspace, map in loaded.maps if map.path == PATH)


def references_of(text: str, **others: str) -> tuple[Map, References]:
    """Return the map that `text` writes, with what its references lead to."""
    map, workspace = map_of(text, **others)
    return map, workspace.references(map)


def sheet_of(
    text: str, *, language: str = "en", lanes: list[str] | None = None, **others: str
) -> Sheet:
    """Return the sheet of the map that `text` writes."""
    map, workspace = map_of(text, **others)
    return arrange(map, workspace, language=language, lanes=lanes)


def scene_of(text: str, *, language: str = "en", **others: str) -> Scene:
    """Return the picture of the map that `text` writes."""
    return lay_out(sheet_of(text, language=language, **others))


def lane_of(sheet: Sheet, id: str) -> Lane:
    """Return the lane `id` of a sheet."""
    return next(lane for lane in sheet.lanes if lane.id == id)
