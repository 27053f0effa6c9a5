"""What a browser prints: which rows are cut, and what leaves the paper.

Before printing, every cell and every text of the page is made a link, since a PDF tells for each link
on which page it is, and where: as much of its box as lies within the margins.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from tests.browser.checks.restyle import restyled
from tests.browser.checks.texts import SHARED

if TYPE_CHECKING:
    from playwright.sync_api import Page

COVERED = (
    "a.covers{position:absolute!important;inset:0!important;margin:0!important}"
    "@media print{:is(td,th):has(>a.covers),svg:has(a.covers){position:relative!important}}"
)

# Rows must be printed as they are shown; controls, say, need not be. All is read before anything is
# written, since after each link the browser would have to lay out the page again.
MARK = (
    "() => {"
    + SHARED
    + """
    const link = (kind, index) => {
        const made = document.createElement('a');
        made.href = `https://${kind}.invalid/${index}`;
        return made;
    };
    const rows = [...document.querySelectorAll('tr')];
    const names = rows.map(row =>
        [row.innerText.trim().replace(/\\s+/g, ' ').slice(0, 60), !!row.closest('thead')]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.data.trim() && !node.parentElement.closest('svg, style, script')) texts.push(node);
    const said = texts.map(node => {
        const element = node.parentElement;
        return element.closest('tr') && isSeen(element) ? node.data.trim() : '';
    });
    rows.forEach((row, index) => {
        for (const cell of row.cells) {
            const cover = link(cell.rowSpan > 1 ? 'spanning' : 'cell', index);
            cover.className = 'covers';
            cell.append(cover);
        }
    });
    texts.forEach((node, index) => {
        const around = link('text', index);
        around.style.all = 'unset';
        node.replaceWith(around);
        around.append(node);
    });
    return [names, said];
}"""
)


@dataclass(frozen=True)
class Printed:
    """A link of a PDF: what it marks, its page from 0, its box in points from the upper left."""

    kind: str
    index: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


# The end of a line, in the direction of reading, and where the paper's margin begins there; px.
EDGE = """() => {
    const rules = [...document.styleSheets].flatMap(each => [...each.cssRules]);
    const margin = rules.find(each => each instanceof CSSPageRule)?.style.marginRight ?? '0px';
    const probe = document.createElement('div');
    probe.style.width = margin;
    document.body.append(probe);
    const width = probe.getBoundingClientRect().width;
    probe.remove();
    return [getComputedStyle(document.documentElement).direction === 'rtl', width];
}"""

POINTS = 0.75
"""In a px."""


def cut_rows(page: Page) -> list[str]:
    """Return the rows that a page break cuts, though they would fit on a page, and what is lost."""
    rows, said = page.evaluate(MARK)
    page.emulate_media(media="print")
    with restyled(page, COVERED):
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
        turned, margin = page.evaluate(EDGE)
    page.emulate_media(media="screen")
    widths, found = read(printed)
    edges = [margin * POINTS if turned else width - margin * POINTS for width in widths]
    return [*_cut(found, rows), *_clipped(found, said, edges, turned=turned), *_lost(found, said)]


def read(pdf: bytes) -> tuple[list[float], list[Printed]]:
    """Return the widths of a PDF's pages, in points, and the links on them."""
    from pypdf import PdfReader

    widths: list[float] = []
    found: list[Printed] = []
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        widths.append(float(page.mediabox.width))
        height = float(page.mediabox.height)
        for annotation in page.get("/Annots") or []:
            held = annotation.get_object()
            if "/A" not in held:  # a link within the page
                continue
            left, foot, right, top = (float(each) for each in held["/Rect"])
            kind, _, index = held["/A"]["/URI"].removeprefix("https://").partition(".invalid/")
            found.append(
                Printed(kind, int(index), number, left, height - top, right, height - foot)
            )
    return widths, found


def _cut(found: list[Printed], rows: list[tuple[str, bool]]) -> list[str]:
    pages: dict[int, set[int]] = defaultdict(set)
    for each in found:
        if each.kind == "cell":
            pages[each.index].add(each.page)
    return [
        f"row {name!r} is on pages {sorted(pages[index])}"
        for index, (name, repeats) in enumerate(rows)
        if len(pages[index]) > 1 and not repeats
    ]


def _clipped(
    found: list[Printed], said: list[str], edges: list[float], *, turned: bool
) -> list[str]:
    """Return the texts that reach the margin: what is beyond it is not printed."""
    return [
        f"{said[each.index]!r} reaches the margin of page {each.page}"
        for each in found
        if each.kind == "text"
        and (
            each.left <= edges[each.page] + 0.3 if turned else each.right >= edges[each.page] - 0.3
        )
    ]


def _lost(found: list[Printed], said: list[str]) -> list[str]:
    shown = {each.index for each in found if each.kind == "text"}
    return [f"{text!r} is not printed" for at, text in enumerate(said) if text and at not in shown]
