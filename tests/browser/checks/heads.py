"""The head of a table that is printed on several sheets names the columns on each of them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

NAMES = """selector => [...document.querySelectorAll(selector)]
    .filter(each => each.checkVisibility({visibilityProperty: true}))
    .map(each => {
        const shown = each.cloneNode(true);
        for (const part of shown.querySelectorAll('.hidden, .then')) part.remove();
        return shown.textContent.replace(/\\s+/g, '');
    })"""

HEADS = "thead th:is([scope=col], [scope=colgroup]) :is(b, button)"


def nameless(page: Page) -> list[str]:
    """Return the names in the head of a table that are missing on a sheet where it goes on."""
    from pypdf import PdfReader

    names, rows = (page.evaluate(NAMES, each) for each in (HEADS, "tbody th"))
    page.emulate_media(media="print")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    page.emulate_media(media="screen")
    sheets = ["".join(each.extract_text().split()) for each in printed.pages]
    return [
        f"sheet {number} does not name {name}"
        for number, sheet in enumerate(sheets, 1)
        for name in names
        if name not in sheet and any(row in sheet for row in rows)
    ]
