"""Every page can be used without a mouse, by who cannot see it, where it must be scrolled, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks.accessible import axe_violations
from tests.browser.checks.details import unreadable_details
from tests.browser.checks.keyboard import idle, unreachable
from tests.browser.checks.paper import cut_rows
from tests.browser.checks.quiet import listening
from tests.browser.checks.sticky import goes_away
from tests.browser.checks.window import DESK, show_width
from tests.browser.shown import LIGHT, Shown
from tests.browser.subjects import examples, hard

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")

FULL = [each for each in hard() if each.name in ("everything", "everything-rtl", "forty-steps")]


@pytest.fixture(scope="module", params=[*examples(), *FULL], ids=str)
def shown(
    request: pytest.FixtureRequest, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Shown:
    """A page."""
    made = Shown(page, request.param, "html", tmp_path_factory.mktemp("html"))
    made.open()
    return made


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(shown: Shown, scheme: str) -> None:
    page = shown.open()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    show_width(page, DESK)

    found = axe_violations(page)
    page.emulate_media(color_scheme="light")

    assert found == []


def test_the_names_of_stages_and_lanes_stay_in_sight(shown: Shown) -> None:
    page = shown.open()

    assert goes_away(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_details_can_be_read(shown: Shown, scheme: str) -> None:
    page = shown.open(anew=True)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]

    found = unreadable_details(page)
    page.emulate_media(color_scheme="light")

    assert found == []


def test_every_control_is_reached_and_operated_by_keys(shown: Shown) -> None:
    page = shown.open(anew=True)

    with listening(page) as heard:
        faults = [*unreachable(page), *idle(page)]

    assert faults == []
    assert heard == []


def test_printing_cuts_no_row(shown: Shown) -> None:
    page = shown.open(LIGHT, anew=True)
    show_width(page, DESK)

    assert cut_rows(page) == []
