"""A badge of how well maps are founded: a small SVG that stands alone and is always the same."""

from __future__ import annotations

from cjm.figures.coverage import Coverage
from cjm.layout.measure import text_width
from cjm.layout.theme import FONTS, LIGHT
from cjm.report.summary import percent

HEIGHT, _SIZE, _PAD, _RADIUS, _BAR = 24, 12.0, 9.0, 6, 3
"""Px: of the badge, of its letters, beside them, of its corners, of the bar at its foot."""

GROUND, INK = LIGHT.ink, "#ffffff"
"""Behind the words, and their colour."""

FILLS = {"enough": "#26734b", "half": "#8a5a12", "little": "#b3362a", "none": "#5d6470"}
"""Behind the share: what is asked for, half of that, less, no claim; white stands out from each."""


def badge_svg(found: Coverage, limit: float, *, mark: str = "") -> str:
    """Return the badge for the claims `found`.

    Args:
        found: The claims.
        limit: The share in per cent that is asked for.
        mark: A comment by which the file is known again.
    """
    words, said = "evidence", _share(found)
    left, right = (round(text_width(each, _SIZE, bold=True) + 2 * _PAD) for each in (words, said))
    width, fill = left + right, FILLS[_kind(found, limit)]
    title = (
        f"Evidence behind {found.founded} of {found.claims} claims"
        if found.claims
        else "No claims that could have evidence"
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        *([mark] if mark else []),
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}"'
        f' viewBox="0 0 {width} {HEIGHT}" role="img" aria-label="{title}">',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{HEIGHT}" rx="{_RADIUS}" fill="{GROUND}"/>',
        f'<path d="{_right_end(left, right)}" fill="{fill}"/>',
        *_bar(found, left),
        f'<g font-family="{FONTS}" font-size="{_SIZE:g}" font-weight="bold" fill="{INK}"'
        ' text-anchor="middle">',
        _text(words, left / 2, left),
        _text(said, left + right / 2, right),
        "</g>",
        "</svg>\n",
    ]
    return "\n".join(lines)


def _share(found: Coverage) -> str:
    return f"{percent(found.founded, found.claims)} %" if found.claims else "no claims"


def _kind(found: Coverage, limit: float) -> str:
    if found.share is None:
        return "none"
    if found.share >= limit:
        return "enough"
    return "half" if found.share >= limit / 2 else "little"


def _right_end(left: int, width: int) -> str:
    """Return the path of the right part, whose right corners are round."""
    across, down, round_ = width - _RADIUS, HEIGHT - 2 * _RADIUS, f"a{_RADIUS} {_RADIUS} 0 0 1"
    return (
        f"M{left} 0h{across}{round_} {_RADIUS} {_RADIUS}v{down}"
        f"{round_} -{_RADIUS} {_RADIUS}h-{across}z"
    )


def _bar(found: Coverage, width: int) -> list[str]:
    """Return the bar below the word: how far the claims are founded."""
    room, top = width - 2 * _PAD, HEIGHT - _BAR - 2
    filled = round(room * (found.share or 0) / 100, 1)
    track = f'<rect x="{_PAD:g}" y="{top}" width="{room:g}" height="{_BAR}" rx="1.5" fill="#fff" '
    bar = [f'{track}opacity=".3"/>']
    if filled:
        bar.append(
            f'<rect x="{_PAD:g}" y="{top}" width="{filled:g}" height="{_BAR}" rx="1.5" fill="#fff"/>'
        )
    return bar


def _text(words: str, middle: float, room: int) -> str:
    """Return the words, no wider than their room whatever font a reader has."""
    length = round(room - 2 * _PAD, 1)
    top = 14 if words == "evidence" else 16
    return (
        f'<text x="{middle:g}" y="{top}" textLength="{length:g}"'
        f' lengthAdjust="spacingAndGlyphs">{words}</text>'
    )
