"""A picture in a real browser, by itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.render.svg import svg
from tests.render.maps import EVERYTHING
from tests.sheet.builders import sheet_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_a_wide_picture_shrinks_to_the_paper(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text(svg([sheet_of(EVERYTHING)]), encoding="utf-8")
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
