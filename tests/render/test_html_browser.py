"""In a real browser a page is quiet, nothing leaves its cell, and the curve stands over its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.render.html import html
from cjm.resources import folder
from cjm.sheet import Sheet, arrange
from cjm.sheet.sheet import Point
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.layout.test_scene import MAPS
from tests.render.maps import EVERYTHING
from tests.render.test_html import RIGHT_TO_LEFT
from tests.sheet.builders import sheet_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# A chevron reaches into the next stage, but its texts do not.
OVERFLOWING = """() => [...document.querySelectorAll('th, td, th *, td *, header, header *, footer *')]
    .filter(each => !(each instanceof SVGElement) && !each.closest('.hidden') && each.scope !== 'colgroup'
        && each.clientWidth && each.scrollWidth > each.clientWidth + 1)
    .map(each => [each.className, each.scrollWidth, each.clientWidth, each.textContent])"""

COLUMNS = """() => [...document.querySelectorAll('col:not(.labels)')].map(each => {
    const box = each.getBoundingClientRect();
    return [box.left, box.right];
})"""

FACES = """() => [...document.querySelectorAll('.curve circle')].map(each => {
    const box = each.getBoundingClientRect();
    return [box.left + box.width / 2, box.width];
}).filter(each => each[1] > 15).map(each => each[0])"""


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield the examples in both languages, and difficult maps."""
    loaded = load(DiskFiles(str(folder("examples"))), ["."])
    for workspace, map in loaded.maps:
        for language in ("en", "zh"):
            yield f"{map.id}-{language}", arrange(map, workspace, language=language)
    for name, text in MAPS.items():
        yield name, sheet_of(text)
    yield "everything", sheet_of(EVERYTHING)
    yield "right to left", sheet_of(RIGHT_TO_LEFT, language="ar")


SHEETS = dict(sheets())


def points_of(sheet: Sheet) -> list[Point]:
    """Return all points that have a face."""
    lines = [line for lane in sheet.lanes if lane.curve for line in lane.curve.lines]
    return [point for line in lines for point in line.points]


def show(page: Page, sheet: Sheet, folder: Path) -> list[str]:
    """Open the page of `sheet` as a file, and return what it said or asked for."""
    file = folder / "map.html"
    file.write_text(html(sheet), encoding="utf-8")
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_load_state("networkidle")
    return [each for each in heard if each not in (file.as_uri(), "data:,")]


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("width", [1680, 390])
def test_a_page_is_quiet_and_holds_its_texts(
    page: Page, name: str, width: int, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    heard = show(page, SHEETS[name], tmp_path)

    assert heard == []
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if points_of(sheet)])
def test_each_face_stands_over_the_columns_that_it_speaks_of(
    page: Page, name: str, tmp_path: Path
) -> None:
    points = points_of(SHEETS[name])
    page.set_viewport_size({"width": 1680, "height": 900})

    show(page, SHEETS[name], tmp_path)
    columns, faces = page.evaluate(COLUMNS), page.evaluate(FACES)

    spans = {
        (min(left for left, _ in held), max(right for _, right in held))
        for held in (columns[point.start : point.end] for point in points)
    }
    assert all(any(left < x < right for x in faces) for left, right in spans)
    assert all(any(left < x < right for left, right in spans) for x in faces)


def test_a_step_s_column_is_where_its_name_is(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1680, "height": 900})
    heads = COLUMNS.replace("col:not(.labels)", "th[scope=col]")

    show(page, sheet_of(EVERYTHING), tmp_path)

    assert page.evaluate(heads) == page.evaluate(COLUMNS)


def test_each_step_s_face_stands_in_the_middle_of_its_column(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1680, "height": 900})
    sheet = sheet_of("title: T\nsteps: [{name: A, feeling: 1}, {name: Bees, feeling: -1}]")

    show(page, sheet, tmp_path)
    middles = [(left + right) / 2 for left, right in page.evaluate(COLUMNS)]

    assert sorted(set(page.evaluate(FACES))) == pytest.approx(middles, abs=1)


def test_lane_titles_and_stages_stay_in_sight(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 900, "height": 700})
    sheet = next(sheet for name, sheet in SHEETS.items() if len(sheet.columns) > 8)
    place = "document.querySelector('{}').getBoundingClientRect().{}"

    show(page, sheet, tmp_path)
    page.evaluate("document.querySelector('.scroll').scrollIntoView()")
    before = page.evaluate(place.format("tbody .label", "left"))
    page.evaluate("document.querySelector('.scroll').scrollBy(200, 300)")

    assert page.evaluate(place.format("tbody .label", "left")) == before
    top = page.evaluate(place.format(".scroll", "top"))
    assert page.evaluate(place.format("thead", "top")) == pytest.approx(top, abs=1)


@pytest.mark.parametrize("name", SHEETS)
def test_a_map_is_printed_on_one_page(page: Page, name: str, tmp_path: Path) -> None:
    show(page, SHEETS[name], tmp_path)

    printed = page.pdf(prefer_css_page_size=True, print_background=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_a_shadow_hints_at_columns_out_of_sight(page: Page, tmp_path: Path) -> None:
    hint = "getComputedStyle(document.querySelector('.scroll'), '::after').content"
    widths = "[...document.querySelectorAll('.scroll, table')].map(each => each.scrollWidth)"
    found = []

    for width in (1680, 390):
        page.set_viewport_size({"width": width, "height": 900})
        show(page, sheet_of(EVERYTHING), tmp_path)
        found.append(page.evaluate(hint))
        scrolled, table = page.evaluate(widths)
        assert scrolled == table

    assert found == ["none", '""']
