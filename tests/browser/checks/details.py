"""The details that a page shows beside what is focused: whether they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.checks.contrast import weak_contrast
from tests.browser.checks.texts import FONTS, misplaced

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 3
"""So many are opened, those with most to say."""

LARGEST = """most => [...document.querySelectorAll('[popover][id]')]
    .filter(each => each.textContent.trim() && document.querySelector(`[popovertarget="${each.id}"]`)?.checkVisibility())
    .toSorted((one, other) => other.textContent.length - one.textContent.length)
    .slice(0, most).map(each => each.id)"""

# The browser may choose another place for them a frame after they were opened.
OPEN = """async id => {
    const button = document.querySelector(`[popovertarget="${id}"]`);
    button.scrollIntoView({block: 'center', inline: 'center'});
    document.getElementById(id).showPopover({source: button});
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const box = document.getElementById(id).getBoundingClientRect();
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}"""


def unreadable_details(page: Page) -> list[str]:
    """Return what is wrong with the details of a page: out of sight, misplaced, or of weak contrast."""
    found: list[str] = []
    for name in page.evaluate(LARGEST, MOST):
        if not page.evaluate(OPEN, name):
            found.append(f"the details {name} are not all in the window")
        within = f"#{name}"
        found += weak_contrast(page, within)  # first, since another font may move them elsewhere
        for font in FONTS:
            found += misplaced(page, font, within)
        page.evaluate("id => document.getElementById(id).hidePopover()", name)
    return found
