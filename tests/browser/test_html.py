"""Every page: quiet, its texts in their places in two fonts and on a phone, and legible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks.contrast import weak_contrast
from tests.browser.checks.texts import FONTS, misplaced, small_texts
from tests.browser.checks.window import PHONE, show_whole, show_width
from tests.browser.shown import Shown
from tests.browser.subjects import examples, hard

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")


@pytest.fixture(scope="module", params=[*examples(), *hard()], ids=str)
def shown(
    request: pytest.FixtureRequest, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Shown:
    """A page."""
    made = Shown(page, request.param, "html", tmp_path_factory.mktemp("html"))
    made.open()
    return made


def test_it_says_and_asks_nothing(shown: Shown) -> None:
    shown.open()

    assert shown.heard == []


@pytest.mark.parametrize("font", FONTS, ids=["own", "wider"])
def test_no_text_leaves_its_box_or_covers_another(shown: Shown, font: str) -> None:
    page = shown.open()
    show_whole(page)

    assert misplaced(page, font) == []
    assert small_texts(page) == []


@pytest.mark.parametrize("font", FONTS, ids=["own", "wider"])
def test_it_fits_a_phone(shown: Shown, font: str) -> None:
    page = shown.open()
    show_width(page, PHONE)

    assert misplaced(page, font) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_stands_out_in_light_and_dark(shown: Shown, scheme: str) -> None:
    page = shown.open()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    show_whole(page)

    found = weak_contrast(page)
    page.emulate_media(color_scheme="light")

    assert found == []


def test_texts_hold_in_every_language_that_it_offers(shown: Shown) -> None:
    page = shown.open(anew=True)
    show_whole(page)
    found = []

    for choice in page.locator("input[name=in]").all():
        choice.check()
        found += misplaced(page)

    assert page.locator("input[name=in]").count() in (0, 1 + len(shown.subject.others))
    assert found == []
