"""The window that a page is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK, PHONE = 1680, 390
"""Widths of windows; px."""

HEIGHT = 900

# What is out of sight in something that scrolls sideways would widen the page, were the window wider.
WHOLE = """() => {
    const root = document.documentElement;
    const hidden = [...document.querySelectorAll('*')].map(each => {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(each).overflowX);
        return scrolls ? each.scrollWidth - each.clientWidth : 0;
    });
    return [root.scrollWidth + Math.max(0, ...hidden), root.scrollHeight];
}"""


def show_width(page: Page, width: int) -> None:
    """Show a page in a window of a usual height."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def show_whole(page: Page) -> None:
    """Show a page in a window that is as large as it, so that nothing needs to scroll."""
    show_width(page, DESK)
    for _ in range(3):  # a wider window may make the page higher or lower
        width, height = page.evaluate(WHOLE)
        size = page.viewport_size
        if size is not None and (width, height) == (size["width"], size["height"]):
            return
        page.set_viewport_size({"width": width, "height": max(height, 100)})
