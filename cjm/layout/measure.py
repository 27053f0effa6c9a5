"""How wide a text will be: from shipped font metrics, never from the fonts of the machine.

Widths are those of Liberation Sans, and so of Arial and Helvetica, which share them. They are upper bounds.
Browsers kern, mostly closer, and that is ignored; where kerning moves letters apart, the large cases (``r’``)
are in the tables and ``SAFETY`` covers the rest. What Liberation Sans lacks has a bound per character or block, the widest of Noto Sans, DejaVu Sans and FreeSans:
1 em for Chinese, Japanese and Korean, 1.4 em for emoji, 0 for combining marks. A reader who has neither Arial,
Helvetica nor Liberation Sans sees another font, which may be wider.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cjm.layout.metrics import EM, advances, exact_characters, joined_advances, line_classes

__all__ = [
    "ASCENT",
    "CAP_HEIGHT",
    "DESCENT",
    "LINE_HEIGHT",
    "SAFETY",
    "advance_widths",
    "baseline",
    "block_height",
    "clusters",
    "is_joined",
    "kept_width",
    "line_height",
    "px_per_unit",
    "text_width",
]

#: Distance between baselines, in em.
LINE_HEIGHT = 1.38
#: Above and below the baseline, in em (``hhea`` of Liberation Sans; the same in Arial).
ASCENT, DESCENT = 0.905, 0.212
#: Height of a capital in em: 0.688 in Liberation Sans, 0.716 in Arial.
CAP_HEIGHT = 0.7
#: Factor on every width for kerning that moves letters apart.
SAFETY = 1.01

#: How much wider a common font may set a line than Liberation Sans: 1.28 in Verdana Bold, and some letters more.
WIDEST = 1.35

#: Classes of characters that join the one before or after into one grapheme (see ``metrics.generate``).
_JOINING = frozenset("~3mVx")
_EMOJI = -(-140 * EM // 100)
_EMOJI_STYLE = "\ufe0f"
_NON_JOINER = "\u200c"
_ARABIC = re.compile("[\u0620-\u06ff]")


@lru_cache(maxsize=32768)
def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """An upper bound in px of the width of one line of text set in ``size`` px."""
    return sum(advance_widths(clusters(text), bold=bold, italic=italic)) * px_per_unit(size)


@lru_cache(maxsize=32768)
def kept_width(
    text: str, size: float, room: float, bold: bool = False, italic: bool = False
) -> float:
    """The width in px that a line must keep, whatever font a reader has, to stay within ``room``.

    It is 0 where the line has space for a wider font, or has a character whose width is not known. Chinese,
    Japanese and Korean count as they are, since every font sets them alike.
    """
    table = advances(bold=bold, italic=italic)
    whole = sum(map(table.__getitem__, text)) * size / EM
    if whole * WIDEST <= room:
        return 0
    exact = exact_characters()
    if exact.issuperset(text):
        return whole
    plain = "".join(map(_unmarked, text))
    if plain != text:
        return kept_width(plain, size, room, bold, italic)
    widths = map(table.__getitem__, text)
    others = [
        width
        for width, each in zip(widths, text, strict=True)
        if each not in exact and not each.isspace()
    ]
    if any(width != EM for width in others):
        return 0
    alike = sum(others) * size / EM
    return whole if (whole - alike) * WIDEST + alike > room else 0


def px_per_unit(size: float) -> float:
    """Px for each unit of ``advance_widths`` at a font size in px, with the safety factor."""
    return size * SAFETY / EM


def clusters(text: str) -> Sequence[str]:
    """The graphemes of a text; the text itself where each character is one."""
    if text.isascii() or _JOINING.isdisjoint(text.translate(line_classes())):
        return text
    import regex  # type: ignore[import-untyped, unused-ignore]

    found: list[str] = regex.findall(r"\X", text)
    return found


def advance_widths(
    graphemes: Sequence[str], *, bold: bool = False, italic: bool = False
) -> list[int]:
    """Upper bounds of the widths of graphemes, in 1/2048 em; Arabic letters are taken to be joined."""
    table = advances(bold=bold, italic=italic)
    if isinstance(graphemes, str):
        widths = list(map(table.__getitem__, graphemes))
    else:
        widths = [table[it] if len(it) == 1 else _cluster_width(it, table) for it in graphemes]
    if is_joined(graphemes):
        _join(graphemes, widths)
    return widths


def is_joined(graphemes: Sequence[str]) -> bool:
    """Whether the text has letters whose width depends on the letter that follows."""
    text = graphemes if isinstance(graphemes, str) else "".join(graphemes)
    return not text.isascii() and _ARABIC.search(text) is not None


def line_height(size: float) -> float:
    """Px from baseline to baseline."""
    return size * LINE_HEIGHT


def baseline(size: float) -> float:
    """Px from the top of a line to its baseline, with ascent and descent centred in the line."""
    return size * (LINE_HEIGHT + ASCENT - DESCENT) / 2


def block_height(lines: int, size: float) -> float:
    """Px from the top of the first line to the foot of the last."""
    return lines * line_height(size)


@lru_cache(maxsize=2048)
def _unmarked(character: str) -> str:
    """The letter without its marks, where Liberation Sans has only that: "ộ" is as wide as "o"."""
    base = unicodedata.normalize("NFD", character)[0]
    exact = exact_characters()
    return base if base in exact and character not in exact else character


def _join(graphemes: Sequence[str], widths: list[int]) -> None:
    """Narrows the letters that another letter follows: initial and medial forms are far narrower than final ones."""
    joined = joined_advances()
    for at, (grapheme, following) in enumerate(pairwise(graphemes)):
        if grapheme[0] in joined and following[0] in joined and _NON_JOINER not in grapheme:
            widths[at] = joined[grapheme[0]]


def _cluster_width(cluster: str, table: dict[str, int]) -> int:
    """Emoji sequences (flags, families, skin tones, keycaps) show as one emoji; all else is its parts."""
    width = sum(table[character] for character in cluster)
    is_emoji = _EMOJI_STYLE in cluster or (table[cluster[0]] == _EMOJI and width > _EMOJI)
    return _EMOJI if is_emoji else width
