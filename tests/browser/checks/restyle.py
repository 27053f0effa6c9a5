"""Styles that a check lays over an open page; a page's policy cannot forbid them, and they leave no trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PUT = """style => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


@contextmanager
def restyled(page: Page, style: str) -> Iterator[None]:
    """Show a page with `style` over its own."""
    page.evaluate(PUT, style)
    yield
    page.evaluate("document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)")


@contextmanager
def set_in(page: Page, font: str) -> Iterator[None]:
    """Show a page in `font`; empty is its own."""
    if not font:
        yield
        return
    with restyled(page, f"*{{font-family:{font}!important}}"):
        yield
