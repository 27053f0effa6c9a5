"""What tests in a browser may ask for: `page`, empty, of one browser for all tests of a module."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.checks.window import DESK, show_width
from tests.layout.conftest import page

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["Open", "open_", "page"]

Open = Callable[[str], Path]


@pytest.fixture
def open_(page: Page, tmp_path: Path) -> Open:
    """Open a text as a file, a page or a picture by what it begins with."""

    def call(text: str) -> Path:
        is_svg = text.startswith("<svg")
        file = tmp_path / ("it.svg" if is_svg else "it.html")
        head = (
            "" if is_svg else "<!doctype html><html lang=en><meta charset=utf-8><title>It</title>"
        )
        file.write_text(head + text, encoding="utf-8")
        show_width(page, DESK)
        page.goto(file.as_uri())
        return file

    return call
