"""Whether what names the columns and the lanes stays in sight where a page is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

NARROW, LOW = 900, 700
"""A window in which a large map must be scrolled both ways; px."""

# The scroller is the nearest thing around the table that can be scrolled, or the page itself.
SCROLL = """([x, y]) => {
    const table = document.querySelector('table');
    let at = table;
    while (at && !(['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth))
        at = at.parentElement;
    const scroller = at ?? document.scrollingElement;
    scroller.scrollIntoView({block: 'start'});
    scroller.scrollTo(0, 0);
    const turned = getComputedStyle(scroller).direction === 'rtl' ? -1 : 1;
    const read = () => [
        ...[...table.querySelectorAll('thead th:not([rowspan])')].map(each => ['stage row', each, 'top']),
        ...[...table.querySelectorAll('tbody th:not([scope=col])')].map(each => ['lane column', each, turned < 0 ? 'right' : 'left']),
    ].map(([kind, each, side]) => [kind, each, side, each.getBoundingClientRect()[side]]);
    const whole = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
    const port = scroller === document.scrollingElement ? whole : scroller.getBoundingClientRect();
    scroller.scrollBy(turned * x, y);
    const moved = [scroller.scrollLeft, scroller.scrollTop];
    const faults = [];
    for (const [kind, each, side, at] of read()) {
        const box = each.getBoundingClientRect();
        const name = `${kind}: "${each.innerText.trim().slice(0, 30)}"`;
        const outside = side === 'right' ? at - port.right : port[side] - at;
        if (outside > 1) faults.push(`${name} goes away by ${outside} px`);
        const inPort = box.left >= port.left - 1 && box.right <= port.right + 1
            && box.top >= port.top - 1 && box.bottom <= Math.min(port.bottom, innerHeight);
        if (!inPort || !each.innerText.trim()) continue;
        const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (kind === 'lane column' && box.top < table.querySelector('thead')?.getBoundingClientRect().bottom) continue;
        if (!each.contains(over) && !over?.contains(each)) faults.push(`${name} is covered by ${over?.outerHTML.slice(0, 60)}`);
    }
    scroller.scrollTo(0, 0);
    return [moved, faults];
}"""


def goes_away(page: Page) -> list[str]:
    """Return the names of stages and lanes that do not stay in sight, where a page scrolls at all."""
    page.set_viewport_size({"width": NARROW, "height": LOW})
    faults: list[str] = []
    for by in ((0, 220), (180, 0)):
        _, found = page.evaluate(SCROLL, by)
        kind = "stage row" if by[1] else "lane column"
        faults += [each for each in found if each.startswith(kind)]
    return faults


def scrolls(page: Page) -> bool:
    """Whether a page's table can be scrolled in the window that `goes_away` opens."""
    page.set_viewport_size({"width": NARROW, "height": LOW})
    moved, _ = page.evaluate(SCROLL, (180, 220))
    return bool(moved[0])
