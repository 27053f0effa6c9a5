"""Each text's colour against the pixels that it really stands on (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from tests.browser.checks.restyle import restyled
from tests.browser.checks.texts import Text, texts_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import Page

HIDDEN = (
    "*,*::before,*::after{-webkit-text-fill-color:transparent!important;text-shadow:none!important;"
    "text-decoration-color:transparent!important;"
    "transition:none!important;animation:none!important;caret-color:transparent!important}"
    "text{fill:transparent!important;stroke:none!important}"
)

SHARE = 0.06
"""A colour that covers less of a text's box is a line or an edge, and no ground."""

Colour = tuple[float, float, float]


def weak_contrast(page: Page, within: str = "body") -> list[str]:
    """Return the texts whose contrast with their ground is less than AA asks for.

    The window must hold the whole page; see `show_whole`.

    Args:
        within: Selector of the part of the page that is read.
    """
    texts = texts_of(page, within)
    with restyled(page, HIDDEN):
        shown = _picture(page)
    scrolled = page.evaluate("[scrollX, scrollY]")
    found = []
    for text in texts:
        grounds = list(_grounds(shown, text, scrolled))
        if not grounds:
            continue
        ratio, ground = min((contrast(_seen(text, each), each), each) for each in grounds)
        if ratio < required(text) - 0.005:
            on = "#" + "".join(f"{int(each):02x}" for each in ground)
            found.append(f"{text.where}: {ratio:.2f} of {text.colour} on {on}")
    return found


def required(text: Text) -> float:
    """Return the least contrast of a text: 3 where it is large (24 px, or 18.66 px bold), else 4.5."""
    return 3.0 if text.size >= 24 or (text.bold and text.size >= 18.66) else 4.5


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance")."""
    linear = [
        each / 255 / 12.92 if each / 255 <= 0.04045 else ((each / 255 + 0.055) / 1.055) ** 2.4
        for each in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _picture(page: Page) -> Image:
    import PIL.Image

    # Faster than `page.screenshot`, and in time where a picture is open by itself.
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"optimizeForSpeed": True})
    session.detach()
    return PIL.Image.open(BytesIO(b64decode(taken["data"]))).convert("RGB")


def _grounds(shown: Image, text: Text, scrolled: Sequence[float]) -> Iterator[Colour]:
    """Yield the colours that a text stands on; a text's place is on the page, the picture's in its window."""
    x, y = scrolled
    box = (
        round(text.left - x), round(text.top - y),
        round(text.right - x) + 1, round(text.bottom - y) + 1,
    )  # fmt: skip
    box = (max(0, box[0]), max(0, box[1]), min(shown.width, box[2]), min(shown.height, box[3]))
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    cut = shown.crop(box)
    counted = cut.getcolors(cut.width * cut.height) or []
    total = sum(count for count, _ in counted)
    near: dict[tuple[int, ...], list[tuple[int, Colour]]] = {}
    for count, colour in counted:  # a gradient is many colours that differ by little
        near.setdefault(tuple(each // 16 for each in colour), []).append((count, colour))
    for alike in near.values():
        if sum(count for count, _ in alike) >= SHARE * total:
            yield max(alike)[1]


def _seen(text: Text, ground: Colour) -> Colour:
    """Return the colour of a text, mixed with what shines through it."""
    red, green, blue, *alpha = map(float, re.findall(r"[\d.]+", text.colour))
    share = text.opacity * (alpha[0] if alpha else 1)
    mixed = (
        share * own + (1 - share) * other
        for own, other in zip((red, green, blue), ground, strict=True)
    )
    return tuple(mixed)  # type: ignore[return-value]
