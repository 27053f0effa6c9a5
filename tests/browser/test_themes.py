"""Every picture is legible in every theme: each example in each of its languages and views."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjm.workspace.choices import PICTURES, THEMES
from tests.browser.checks.contrast import weak_contrast
from tests.browser.checks.window import show_whole
from tests.browser.shown import LIGHT, Shown
from tests.browser.subjects import examples, hard

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.subjects import Subject

pytestmark = pytest.mark.browser

OTHERS = [theme for theme in THEMES if theme != LIGHT]

SUBJECTS = (*examples(), *hard())


@pytest.mark.parametrize("format", PICTURES)
@pytest.mark.parametrize("theme", OTHERS)
@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_every_text_stands_out_from_its_ground(
    page: Page, subject: Subject, theme: str, format: str, tmp_path: Path
) -> None:
    shown = Shown(page, subject, format, tmp_path)
    shown.open(theme)
    show_whole(page)

    assert weak_contrast(page) == []
