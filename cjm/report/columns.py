"""How many columns a text takes in a terminal."""

from __future__ import annotations

import functools
import unicodedata


def columns(text: str) -> int:
    """Return the columns of `text`, which must be made visible first.

    Wide and full-width characters of UAX #11 take two, combining marks and format characters none.
    """
    return len(text) if text.isascii() else sum(map(width_of, text))


@functools.lru_cache(maxsize=4096)
def width_of(char: str) -> int:
    """Return the columns of one code point: 0, 1 or 2."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0  # Jamo from U+1160 on join the syllable before them.
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clipped(text: str, room: int) -> str:
    """Return `text`, cut with `…` where it takes more than `room` columns (at least 1)."""
    if columns(text) <= room:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += width_of(char)
        if taken > room - 1:
            return text[:index] + "…"
    return text
