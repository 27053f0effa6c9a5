"""In a real browser the curve stands over its columns, and readers choose what a page shows."""

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
from tests.render.test_html_tools import SHARED
from tests.sheet.builders import sheet_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

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


def show(page: Page, sheets: Sheet | list[Sheet], folder: Path) -> None:
    """Open the page of `sheets` as a file."""
    file = folder / "map.html"
    file.write_text(html(sheets if isinstance(sheets, list) else [sheets]), encoding="utf-8")
    page.goto(file.as_uri())


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


SMALL = [
    name
    for name, sheet in SHEETS.items()
    if len(sheet.columns) <= 12 and len(list(sheet.lanes)) <= 5
]


@pytest.mark.parametrize("name", SMALL)
def test_a_small_map_is_printed_on_one_page(page: Page, name: str, tmp_path: Path) -> None:
    show(page, SHEETS[name], tmp_path)

    printed = page.pdf(prefer_css_page_size=True, print_background=True)

    assert pages_of(printed) == 1


def test_only_the_chosen_language_is_printed(page: Page, tmp_path: Path) -> None:
    show(page, [sheet_of(EVERYTHING), sheet_of(EVERYTHING, language="zh")], tmp_path)

    page.get_by_label("中文").check()
    page.emulate_media(media="print")
    heads, tools = seen(page, "h1"), seen(page, ".tools")
    page.emulate_media(media="screen")

    assert heads == ["退一盏灯"]
    assert tools == []


def pages_of(printed: bytes) -> int:
    """Return the number of pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def seen(page: Page, selector: str) -> list[str]:
    """Return the texts of what `selector` finds, as far as it is shown."""
    return [each.inner_text() for each in page.locator(selector).all() if each.is_visible()]


def test_a_language_is_chosen_by_the_keyboard(page: Page, tmp_path: Path) -> None:
    show(page, [sheet_of(EVERYTHING), sheet_of(EVERYTHING, language="zh")], tmp_path)
    before = seen(page, "h1")

    page.get_by_label("English").focus()
    page.keyboard.press("ArrowRight")

    assert before == ["Returning a lamp"]
    assert seen(page, "h1") == ["退一盏灯"]
    assert len(seen(page, "table")) == 1
    assert page.get_by_label("痛点").count() == 1


def test_a_lane_is_hidden_and_shown_again_by_the_keyboard(page: Page, tmp_path: Path) -> None:
    show(page, sheet_of(EVERYTHING), tmp_path)
    table = page.locator("table")

    page.get_by_role("button", name="Lanes").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Pain points").focus()
    page.keyboard.press("Space")
    hidden = "Nine menus" not in table.inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show all").press("Enter")

    assert hidden
    assert "Nine menus" in table.inner_text()


def test_choosing_a_persona_leaves_out_what_is_only_others(page: Page, tmp_path: Path) -> None:
    show(page, sheet_of(SHARED), tmp_path)
    faint = "() => getComputedStyle(document.querySelector('.cjm-line-0')).opacity"

    page.get_by_label("Bo").check()

    assert [text[0] for text in seen(page, ".saying, .touchpoint, .note")] == ["P", "Q"]
    assert seen(page, "th.step") == ["A\nonly Ann", "B"]
    assert float(page.evaluate(faint)) < 0.3


TOLD = "() => [...document.querySelectorAll('dl:popover-open')].map(each => each.innerText)"


@pytest.mark.parametrize("how", ["pointer", "keyboard", "touch"])
def test_details_come_and_go_without_a_script(page: Page, how: str, tmp_path: Path) -> None:
    show(page, sheet_of(EVERYTHING), tmp_path)
    pain = page.get_by_role("button", name="Nine menus")

    if how == "pointer":
        pain.hover()
    elif how == "keyboard":
        pain.press("Enter")
    else:
        pain.click()
    page.wait_for_selector("dl:popover-open")
    (told,) = page.evaluate(TOLD)
    page.keyboard.press("Escape")

    assert "5 of 5" in told
    assert page.evaluate(TOLD) == []


def test_details_stay_within_the_window_and_beside_what_they_tell_of(
    page: Page, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 1000, "height": 500})
    show(page, sheet_of(EVERYTHING), tmp_path)

    for button in page.locator("td button, th button").all():
        button.click()
        box = page.locator("dl:popover-open").bounding_box()
        own = button.bounding_box()
        assert box is not None
        assert own is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1000
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 501
        assert (
            box["x"] + box["width"] <= own["x"] + 1
            or box["x"] >= own["x"] + own["width"] - 1
            or (
                box["y"] + box["height"] <= own["y"] + 1 or box["y"] >= own["y"] + own["height"] - 1
            )
        )
        page.keyboard.press("Escape")


def test_a_shadow_hints_at_columns_out_of_sight(page: Page, tmp_path: Path) -> None:
    hint = "getComputedStyle(document.querySelector('.rows'), '::after').content"
    widths = "[...document.querySelectorAll('.scroll, table')].map(each => each.scrollWidth)"
    found = []

    for width in (1680, 390):
        page.set_viewport_size({"width": width, "height": 900})
        show(page, sheet_of(EVERYTHING), tmp_path)
        found.append(page.evaluate(hint))
        scrolled, table = page.evaluate(widths)
        assert scrolled == table

    assert found == ["none", '""']
