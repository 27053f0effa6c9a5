"""Which way a text runs, told from its first strong character (UAX #9, P2 and P3)."""

from __future__ import annotations

import unicodedata
from typing import Literal

__all__ = ["direction"]


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
