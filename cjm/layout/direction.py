"""Which way a text runs, told from its first strong character (UAX #9, P2 and P3)."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

__all__ = ["direction", "guarded", "has_right_to_left"]


def direction(text: str) -> Literal["ltr", "rtl"]:
    """The base direction; ``ltr`` where no character has one."""
    if not text.isascii():
        for character in text:
            kind = unicodedata.bidirectional(character)
            if kind in {"R", "AL"}:
                return "rtl"
            if kind == "L":
                break
    return "ltr"


def has_right_to_left(text: str) -> bool:
    """Whether any character of ``text`` runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in {"R", "AL"} for character in text
    )


_SIGNED = re.compile("(?<![\\w\u200e])[-+\u2212](?=\\d)")
_MARK = "\u200e"


def guarded(text: str) -> str:
    """A text that runs from right to left, with the signs of its numbers kept before them.

    Without a mark before it, a sign there goes to the other side of its number (UAX #9, W4 to N2).
    """
    return _SIGNED.sub(_MARK + r"\g<0>", text)
