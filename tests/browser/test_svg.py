"""Every picture in SVG: quiet, its texts in their places in two fonts, and legible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjm.layout.scene import Label
from tests.browser.checks.contrast import weak_contrast
from tests.browser.checks.texts import FONTS, cramped, misplaced, small_texts
from tests.browser.checks.window import DESK, show_whole
from tests.browser.shown import Shown
from tests.browser.subjects import examples, hard

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=[*examples(), *hard()], ids=str)
def shown(
    request: pytest.FixtureRequest, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Shown:
    """A picture, shown as large as it is."""
    made = Shown(page, request.param, "svg", tmp_path_factory.mktemp("svg"))
    made.open()
    return made


def test_it_says_and_asks_nothing(shown: Shown) -> None:
    shown.open()

    assert shown.heard == []


@pytest.mark.parametrize("font", FONTS, ids=["own", "wider"])
def test_no_text_leaves_its_place_or_covers_another(shown: Shown, font: str) -> None:
    page = shown.open()

    found = misplaced(page, font)
    rooms = [shape.room for shape in shown.subject.scene().shapes if isinstance(shape, Label)]

    assert found + cramped(page, rooms, font) == []


def test_no_text_is_small_and_no_map_is_wider_than_a_screen(shown: Shown) -> None:
    page = shown.open()

    width = page.evaluate("document.documentElement.width.baseVal.value")

    assert small_texts(page) == []
    assert width <= DESK or shown.subject.view == "flow"


def test_every_text_stands_out_from_its_ground(shown: Shown) -> None:
    page = shown.open()
    show_whole(page)

    assert weak_contrast(page) == []
