"""How many columns a text takes in a terminal."""

from __future__ import annotations

import functools
import unicodedata

_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_KEYCAPS = "0123456789#*"


def columns(text: str) -> int:
    """Return the columns of `text`, which must be made visible first.

    Wide and full-width characters (UAX #11) take two, combining marks and format characters none,
    and an emoji of several code points two, as terminals that know graphemes draw it.
    """
    if text.isascii():
        return len(text)
    return sum(width_after(before, char) for before, char in zip(" " + text, text, strict=False))


@functools.lru_cache(maxsize=8192)
def width_after(before: str, char: str) -> int:
    """Return by how many columns a text that ends in `before` grows with `char`: 0, 1 or 2."""
    if char == _AS_EMOJI:
        is_sign = before in _KEYCAPS or unicodedata.category(before)[0] == "S"
        return int(is_sign and _width(before) == 1)
    if char in _SKIN_TONES and _width(before) == 2:
        return 0
    if before == _JOINER and unicodedata.category(char)[0] == "S":
        return 0
    return _width(char)


def clipped(text: str, room: int) -> str:
    """Return `text`, cut with `…` where it takes more than `room` columns (at least 1)."""
    if columns(text) <= room:
        return text
    taken = 0
    for index, (before, char) in enumerate(zip(" " + text, text, strict=False)):
        taken += width_after(before, char)
        if taken > room - 1:
            return text[:index] + "…"
    return text


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0  # Jamo from U+1160 on join the syllable before them.
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
