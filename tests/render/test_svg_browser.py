"""In a real browser, too, no text leaves its place or covers another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.layout import lay_out
from cjm.layout.scene import Label
from cjm.render.svg import scene_svg, svg
from cjm.resources import folder
from cjm.sheet import Sheet, arrange
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.layout.test_scene import MAPS
from tests.render.maps import EVERYTHING
from tests.sheet.builders import sheet_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MEASURE = """() => [...document.querySelectorAll('svg text')].map(text => {
    const box = text.getBBox();
    return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent];
})"""


def examples() -> list[tuple[str, str]]:
    loaded = load(DiskFiles(str(folder("examples"))), ["."])
    return [(map.path, language) for _, map in loaded.maps for language in ("en", "zh")]


def check(page: Page, sheet: Sheet) -> None:
    """Assert that each text fits its room, and that no two share a place."""
    scene = lay_out(sheet)
    page.set_content(scene_svg(scene).partition("?>")[2])
    boxes = page.evaluate(MEASURE)
    labels = [shape for shape in scene.shapes if isinstance(shape, Label)]
    assert len(boxes) == len(labels)
    for (left, _, right, _, text), label in zip(boxes, labels, strict=True):
        assert right - left <= label.room + 0.5 or len(text) <= 2, text
        assert left >= 23.5, text
        assert right <= scene.width - 23.5, text
    boxes.sort()
    for index, (_, top, right, foot, text) in enumerate(boxes):
        for left, other_top, _, other_foot, other in boxes[index + 1 :]:
            if left >= right - 0.5:
                break
            # A line's box is taller than its ink; lines of one text may touch.
            apart = foot <= other_top + 2.5 or other_foot <= top + 2.5
            assert apart, f"{text!r} covers {other!r}"


@pytest.mark.parametrize("name", MAPS)
def test_difficult_maps(page: Page, name: str) -> None:
    check(page, sheet_of(MAPS[name]))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_map_with_a_bit_of_everything(page: Page, language: str) -> None:
    check(page, sheet_of(EVERYTHING, language=language))


@pytest.mark.parametrize(("path", "language"), examples())
def test_the_examples(page: Page, path: str, language: str) -> None:
    loaded = load(DiskFiles(str(folder("examples"))), [path])
    ((workspace, map),) = loaded.maps

    check(page, arrange(map, workspace, language=language))


def test_a_wide_picture_shrinks_to_the_paper(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text(svg(sheet_of(EVERYTHING)), encoding="utf-8")
    page.goto(file.as_uri())

    printed = page.pdf(format="A5")
    page.set_viewport_size({"width": 500, "height": 700})
    page.emulate_media(media="print")
    size = page.evaluate(
        "(({width, height}) => [width, height])(document.documentElement.getBoundingClientRect())"
    )
    page.emulate_media(media="screen")

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert size == [500, 700]
