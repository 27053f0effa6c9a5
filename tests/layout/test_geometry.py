"""Where everything stands in the pictures of the examples: a golden file for each says what moved.

The pictures themselves are checked in with the examples, as SVG and HTML; these files leave out
colours and paths, so a difference can be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cjm.layout import Scene, lay_out
from cjm.layout.flow import lay_out_flow
from cjm.layout.measure import text_width
from cjm.layout.scene import GroupEnd, GroupStart, Image, Label, Rect
from cjm.sheet import arrange
from cjm.sheet.flow import arrange_flow
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from cjm.workspace.workspace import Map, Workspace
from tests.conftest import Golden

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.is_dir()
)


@cache
def maps() -> dict[str, tuple[Workspace, Map]]:
    """Return the maps of the examples by name."""
    return {
        f"{folder.name}-{map.id}": (workspace, map)
        for folder in EXAMPLES
        for workspace, map in load(DiskFiles(str(folder)), ["."]).maps
    }


@pytest.mark.parametrize("name", maps())
def test_nothing_moves_in_a_map(name: str, golden: Golden) -> None:
    workspace, map = maps()[name]

    scene = lay_out(arrange(map, workspace, language=map.language))

    golden(f"{name}.map.json", geometry(scene))


@pytest.mark.parametrize("name", maps())
def test_nothing_moves_in_a_flow(name: str, golden: Golden) -> None:
    workspace, map = maps()[name]

    scene = lay_out_flow(arrange_flow(map, workspace, language=map.language))

    golden(f"{name}.flow.json", geometry(scene))


def geometry(scene: Scene) -> str:
    """Return a scene as JSON, a line for each text, plate or image: what it is, x, y, width, height."""
    lines = [json.dumps(each, ensure_ascii=False) for each in _boxes(scene)]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _boxes(scene: Scene) -> Iterator[list[str | int]]:
    yield ["scene", *_whole(0, 0, scene.width, scene.height)]
    for shape in scene.shapes:
        match shape:
            case GroupStart():
                yield ["group", f"{shape.role} {shape.name}".strip()]
            case GroupEnd():
                yield ["end"]
            case Rect() | Image():
                kind = type(shape).__name__.lower()
                yield [kind, *_whole(shape.x, shape.y, shape.width, shape.height)]
            case Label():
                width = text_width(shape.text, shape.size, shape.bold, shape.italic)
                yield [shape.text, *_whole(_left(shape, width), shape.y, width, shape.size)]


def _left(label: Label, width: float) -> float:
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return label.x - width * (1 - share if label.is_right_to_left else share)


def _whole(*numbers: float) -> list[int]:
    return [round(number) for number in numbers]
