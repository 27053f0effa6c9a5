"""Diagrams that other people wrote pass every check that the examples pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.workspace.choices import PICTURES
from tests.browser.checks.accessible import axe_violations
from tests.browser.checks.contrast import weak_contrast
from tests.browser.checks.keyboard import unreachable
from tests.browser.checks.paper import cut_rows
from tests.browser.checks.texts import FONTS, misplaced
from tests.browser.checks.window import DESK, show_whole, show_width
from tests.browser.shown import Shown
from tests.browser.subjects import INPUTS, NO_INPUTS, Subject, diagrams

if TYPE_CHECKING:
    from playwright.sync_api import Page

DIAGRAMS = [subject for views in diagrams().values() for subject in views]

pytestmark = pytest.mark.skipif(not DIAGRAMS, reason=NO_INPUTS)


def test_every_diagram_is_drawn_in_every_view_and_format() -> None:
    drawn = [subject.picture(format) for subject in DIAGRAMS for format in PICTURES]

    assert len(diagrams()) == len(list(INPUTS.glob("*.mmd")))
    assert all(text.rstrip().endswith(">") for text in drawn)


@pytest.mark.browser
@pytest.mark.parametrize("subject", DIAGRAMS, ids=str)
def test_a_diagram_s_picture_has_no_fault(page: Page, subject: Subject, tmp_path: Path) -> None:
    shown = Shown(page, subject, "svg", tmp_path)

    assert list(picture_faults(shown)) == []


@pytest.mark.browser
@pytest.mark.parametrize("subject", DIAGRAMS, ids=str)
def test_a_diagram_s_page_has_no_fault(page: Page, subject: Subject, tmp_path: Path) -> None:
    shown = Shown(page, subject, "html", tmp_path)

    assert list(page_faults(shown)) == []


def picture_faults(shown: Shown) -> Iterator[str]:
    """Yield what is wrong with a picture in SVG; its themes are those of the examples."""
    page = shown.open()
    show_whole(page)
    yield from shown.heard
    for font in FONTS:
        yield from misplaced(page, font)
    yield from weak_contrast(page)


def page_faults(shown: Shown) -> Iterator[str]:
    """Yield what is wrong with a page."""
    page = shown.open()
    yield from shown.heard
    yield from axe_violations(page)
    yield from unreachable(page)
    show_whole(page)
    for font in FONTS:
        yield from misplaced(page, font)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        yield from weak_contrast(page)
    page.emulate_media(color_scheme="light")
    show_width(page, DESK)
    yield from cut_rows(page)
