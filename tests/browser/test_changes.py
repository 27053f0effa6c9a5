"""Every comparison: quiet, its texts in their places, legible in light and dark, used by keys alone, and on
paper.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.layout.scene import Label
from tests.browser.checks.accessible import axe_violations
from tests.browser.checks.changes import shifted, stops, stray
from tests.browser.checks.contrast import weak_contrast
from tests.browser.checks.details import unreadable_details
from tests.browser.checks.heads import nameless
from tests.browser.checks.keyboard import idle, unreachable
from tests.browser.checks.paper import cut_rows
from tests.browser.checks.quiet import listening
from tests.browser.checks.sticky import goes_away
from tests.browser.checks.texts import FONTS, cramped, misplaced, small_texts
from tests.browser.checks.window import DESK, PHONE, show_whole, show_width
from tests.browser.comparisons import Compared, comparisons, real_comparisons
from tests.browser.shown import LIGHT, Shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")

ALL = [*comparisons(), *real_comparisons()]


@pytest.fixture(scope="module", params=ALL, ids=str)
def drawn(
    request: pytest.FixtureRequest, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Shown:
    """A picture, shown as large as it is."""
    made = Shown(page, request.param, "svg", tmp_path_factory.mktemp("svg"))
    made.open()
    return made


@pytest.fixture(scope="module", params=ALL, ids=str)
def shown(
    request: pytest.FixtureRequest, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Shown:
    """A page."""
    made = Shown(page, request.param, "html", tmp_path_factory.mktemp("html"))
    made.open()
    return made


@pytest.mark.parametrize("font", FONTS, ids=["own", "wider"])
def test_no_text_of_a_picture_leaves_its_place(drawn: Shown, font: str) -> None:
    page = drawn.open()

    found = misplaced(page, font)
    rooms = [shape.room for shape in drawn.subject.scene().shapes if isinstance(shape, Label)]

    assert found + cramped(page, rooms, font) == []
    assert small_texts(page) == []
    assert drawn.heard == []


def test_every_text_of_a_picture_stands_out(drawn: Shown) -> None:
    page = drawn.open()
    show_whole(page)

    assert weak_contrast(page) == []
    assert page.evaluate("document.documentElement.width.baseVal.value") <= DESK


@pytest.mark.parametrize("font", FONTS, ids=["own", "wider"])
def test_no_text_of_a_page_leaves_its_box(shown: Shown, font: str) -> None:
    page = shown.open()
    show_whole(page)

    assert shown.heard == []
    assert misplaced(page, font) == []
    assert small_texts(page) == []


@pytest.mark.parametrize("font", FONTS, ids=["own", "wider"])
def test_a_page_fits_a_phone(shown: Shown, font: str) -> None:
    page = shown.open()
    show_width(page, PHONE)

    assert misplaced(page, font) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", ["see-old", "see", "see-new"])
def test_every_text_of_a_page_stands_out_in_each_state(
    shown: Shown, scheme: str, state: str
) -> None:
    page = shown.open(anew=True)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    show_whole(page)

    page.locator(f"#{state}").check()
    found = weak_contrast(page)
    page.emulate_media(color_scheme="light")

    assert found == []


def test_nothing_moves_between_the_states_and_what_is_only_in_one_is_seen_there_only(
    shown: Shown,
) -> None:
    page = shown.open(anew=True)
    show_whole(page)

    assert shifted(page) == []
    assert stray(page) == []


def test_tab_leads_from_change_to_change(shown: Shown) -> None:
    page = shown.open(anew=True)
    show_width(page, DESK)

    reached, changes = stops(page)

    assert reached == changes


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(shown: Shown, scheme: str) -> None:
    page = shown.open()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    show_width(page, DESK)

    found = axe_violations(page)
    page.emulate_media(color_scheme="light")

    assert found == []


def test_what_is_told_of_changes_can_be_read(shown: Shown) -> None:
    page = shown.open(anew=True)

    assert unreadable_details(page) == []


def test_every_control_is_reached_and_operated_by_keys(shown: Shown) -> None:
    page = shown.open(anew=True)

    with listening(page) as heard:
        faults = [*unreachable(page), *idle(page)]

    assert faults == []
    assert heard == []


def test_texts_hold_in_every_language_that_it_offers(shown: Shown) -> None:
    page = shown.open(anew=True)
    show_whole(page)
    found = []

    for choice in page.locator("input[name=in]").all():
        choice.check()
        found += misplaced(page)

    assert page.locator("input[name=in]").count() in (0, 1 + len(shown.subject.others))
    assert found == []


def test_names_stay_in_sight_and_printing_cuts_no_row(shown: Shown) -> None:
    page = shown.open(LIGHT, anew=True)
    assert goes_away(page) == []
    show_width(page, DESK)

    assert cut_rows(page) == []


IN_LATIN = [each for each in ALL if each.language == "en"]


@pytest.mark.parametrize("subject", IN_LATIN, ids=str)
def test_each_sheet_of_paper_names_the_steps(page: Page, subject: Compared, tmp_path: Path) -> None:
    page = Shown(page, subject, "html", tmp_path).open()
    show_width(page, DESK)

    assert nameless(page) == []
