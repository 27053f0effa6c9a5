"""Where the texts of an open page stand, as the browser sets them, and which of them stand badly.

A text's ink is taken to reach from 0.75 em above its baseline to 0.2 em below: boxes of lines are
taller, differ from font to font, and may touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.browser.checks.restyle import set_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIBERATION = ""
"""The fonts that a page names itself: the tests' machine has Liberation Sans."""

WIDER = "'DejaVu Sans'"
"""About 15 % wider, bold 20 %: what readers see who have no font of Arial's widths."""

FONTS = (LIBERATION, WIDER)

SQUEEZED = 2
"""Px that Chromium makes the box of a squeezed text too wide: it leaves out kerning."""

TOUCH = 0.75
"""Px that boxes may share, since widths are rounded."""

SHARED = """
const scroll = box => ({
    left: box.left + scrollX, right: box.right + scrollX,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
});
const isSeen = element => {
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
    for (let at = element; at instanceof Element; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)') return false;
    }
    return true;
};
const opacityOf = element => {
    let opacity = 1;
    for (let at = element; at instanceof Element; at = at.parentElement)
        opacity *= parseFloat(getComputedStyle(at).opacity);
    return opacity;
};
"""

READ_SVG_TEXT = """
const readSvgText = text => {
    const style = getComputedStyle(text);
    const matrix = text.getScreenCTM();
    const box = text.getBBox();
    const baseline = text.getNumberOfChars() ? text.getStartPositionOfChar(0).y : box.y;
    const size = parseFloat(style.fontSize);
    const corners = [
        [box.x, baseline - 0.75 * size], [box.x + box.width, baseline - 0.75 * size],
        [box.x + box.width, baseline + 0.2 * size], [box.x, baseline + 0.2 * size],
    ].map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
    const xs = corners.map(each => each.x), ys = corners.map(each => each.y);
    return {
        text: text.textContent, colour: style.fill, bold: parseInt(style.fontWeight) >= 600,
        opacity: opacityOf(text) * parseFloat(style.fillOpacity),
        size: size * Math.hypot(matrix.a, matrix.b),
        ...scroll({
            left: Math.min(...xs), right: Math.max(...xs),
            top: Math.min(...ys), bottom: Math.max(...ys),
        }),
    };
};
"""

# The shape that a text stands on is the uppermost filled one behind the point where the text begins.
# What shines through (a shadow, a fade) is no ground. A shape of another group (the tint of a stage
# under the cells of a lane) may be left; the sheet that carries all may not.
SVG_TEXTS = (
    "() => {"
    + SHARED
    + READ_SVG_TEXT
    + """
    const grounds = [], found = [];
    const isGround = shape => {
        const style = getComputedStyle(shape);
        if (style.fill === 'none' || opacityOf(shape) * parseFloat(style.fillOpacity) < 0.6) return false;
        const paint = /^url\\("?#([^")]+)/.exec(style.fill);
        return !paint || document.getElementById(paint[1])?.localName === 'pattern';
    };
    const holds = (shape, x, y) => {
        const inverse = shape.getScreenCTM().inverse();
        return shape.isPointInFill(new DOMPoint(x - scrollX, y - scrollY).matrixTransform(inverse));
    };
    const all = document.querySelectorAll('svg :is(rect, circle, ellipse, path, polygon, text)');
    const area = shape => { const box = shape.getBoundingClientRect(); return box.width * box.height; };
    const plates = [...all].filter(each => each.localName === 'rect' && !each.closest('g[class]') && isGround(each))
        .toSorted((one, other) => area(other) - area(one));
    const sheet = plates[1] ?? plates[0];
    for (const each of all) {
        if (each.closest('defs, pattern, clipPath, mask') || !isSeen(each)) continue;
        if (each.localName !== 'text') {
            if (isGround(each)) grounds.push([each, scroll(each.getBoundingClientRect())]);
            continue;
        }
        const text = readSvgText(each);
        const style = getComputedStyle(each);
        const middle = (text.top + text.bottom) / 2;
        const turned = (style.direction === 'rtl') !== (style.textAnchor === 'end');
        const start = style.textAnchor === 'middle' ? (text.left + text.right) / 2
            : turned ? text.right - 2 : text.left + 2;
        const ground = grounds.findLast(([shape, box]) => box.left <= start && start <= box.right
            && box.top <= middle && middle <= box.bottom && holds(shape, start, middle)
            && (shape.closest('g[class]') === each.closest('g[class]') || shape === sheet));
        const inset = Math.min(TOUCH, (text.right - text.left) / 2);
        text.strays = !ground || [[text.left + inset, text.top], [text.right - inset, text.top],
            [text.left + inset, text.bottom], [text.right - inset, text.bottom]]
            .some(([x, y]) => !holds(ground[0], x, y));
        text.box = ground ? [ground[1].left, ground[1].top, ground[1].right, ground[1].bottom] : null;
        found.push(text);
    }
    return found;
}"""
)

# A text must lie within the box of everything that it is in, up to what scrolls or is laid over the page.
HTML_TEXTS = (
    "within => {"
    + SHARED
    + READ_SVG_TEXT
    + """
    const found = [];
    const {scrollWidth, scrollHeight} = document.documentElement;
    const whole = {left: 0, top: 0, right: scrollWidth, bottom: scrollHeight};
    const boxAround = (element, ink) => {
        for (let at = element; at; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (['auto', 'scroll'].includes(style.overflowX)) break;
            if (['inline', 'contents'].includes(style.display)) continue;
            const box = at === document.body ? whole : scroll(at.getBoundingClientRect());
            if (ink.left < box.left - TOUCH || ink.right > box.right + TOUCH
                || ink.top < box.top - TOUCH || ink.bottom > box.bottom + TOUCH)
                return [box.left, box.top, box.right, box.bottom];
            if (['absolute', 'fixed'].includes(style.position) || at === document.body) break;
        }
        return null;
    };
    const add = (text, element) => {
        text.box = boxAround(element, text);
        text.strays = text.box !== null;
        found.push(text);
    };
    const root = document.querySelector(within);
    for (const each of root.querySelectorAll('svg text'))
        if (isSeen(each)) add(readSvgText(each), each.closest('svg').parentElement);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || element.closest('svg, script, style, noscript') || !isSeen(element)) continue;
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize) * (element.currentCSSZoom || 1);
        range.selectNodeContents(node);
        const lines = [];
        for (const box of range.getClientRects()) {
            if (!box.width) continue;
            const last = lines.at(-1);
            if (last && Math.abs(last.top - box.top) < size / 2) {
                last.left = Math.min(last.left, box.left);
                last.right = Math.max(last.right, box.right);
            } else lines.push({left: box.left, right: box.right, top: box.top, bottom: box.bottom});
        }
        for (const line of lines) {
            const middle = (line.top + line.bottom) / 2;
            add({
                text: node.data.trim(), colour: style.webkitTextFillColor, bold: parseInt(style.fontWeight) >= 600,
                opacity: opacityOf(element), size,
                ...scroll({...line, top: middle - 0.45 * size, bottom: middle + 0.45 * size}),
            }, element);
        }
    }
    return found;
}"""
)


@dataclass(frozen=True)
class Text:
    """A line of text as it is shown; px on the page.

    Attributes:
        strays: Whether it leaves the box that it stands in.
        box: That box, from left and top to right and foot, where it is known.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    colour: str
    opacity: float
    strays: bool
    box: tuple[float, float, float, float] | None

    @property
    def where(self) -> str:
        """Its words and its place, for a message."""
        return f"{self.text[:40]!r} at {self.left:.0f},{self.top:.0f}–{self.right:.0f},{self.bottom:.0f}"


def texts_of(page: Page, within: str = "body") -> list[Text]:
    """Return the visible texts of a page, or of a picture that is open by itself, line by line.

    Args:
        within: Selector of the part of the page that is read.
    """
    alone = page.evaluate("document.documentElement.localName") == "svg"
    script = SVG_TEXTS if alone else HTML_TEXTS
    return [Text(**each) for each in page.evaluate(script.replace("TOUCH", str(TOUCH)), within)]


def misplaced(page: Page, font: str = LIBERATION, within: str = "body") -> list[str]:
    """Return the texts that leave the box they stand in, or cover another, where `font` is used."""
    with set_in(page, font):
        texts = texts_of(page, within)
        found = [*_strays(texts), *_overlaps(texts)]
    return [f"{font}: {each}" for each in found] if font else found


def strays(page: Page) -> list[str]:
    """Return the texts that leave the box they stand in."""
    return list(_strays(texts_of(page)))


def overlaps(page: Page) -> list[str]:
    """Return the pairs of texts of which one covers the other."""
    return list(_overlaps(texts_of(page)))


def cramped(page: Page, rooms: Sequence[float], font: str = LIBERATION) -> list[str]:
    """Return the texts of a picture that are wider than the room each was given, in their order."""
    with set_in(page, font):
        texts = texts_of(page)
    if len(texts) != len(rooms):
        return [f"{len(texts)} texts for {len(rooms)} rooms"]
    # Where one character alone is wider than a column, nothing can help it.
    return [
        f"{text.where} takes {text.right - text.left:.1f} of {room:.1f} px"
        for text, room in zip(texts, rooms, strict=True)
        if text.right - text.left > room + SQUEEZED and len(text.text) > 2
    ]


def small_texts(page: Page, least: float = 11) -> list[str]:
    """Return the texts that are set in less than `least` px."""
    return [
        f"{each.where}: {each.size:g} px" for each in texts_of(page) if each.size < least - 0.01
    ]


def _strays(texts: list[Text]) -> Iterator[str]:
    for text in texts:
        if text.strays:
            box = "any shape" if text.box is None else "–".join(f"{each:.0f}" for each in text.box)
            yield f"{text.where} leaves {box}"


def _overlaps(texts: list[Text]) -> Iterator[str]:
    ordered = sorted(texts, key=lambda each: each.left)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.left >= one.right - TOUCH:
                break
            if one.top < other.bottom - TOUCH and other.top < one.bottom - TOUCH:
                yield f"{one.where} is over {other.where}"
