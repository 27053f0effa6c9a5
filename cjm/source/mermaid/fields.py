"""The small print of a task's fields: numbers as JavaScript reads them, codes for characters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from cjm.source.mermaid.diagram import BLANKS, ENTITY

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_BASES = {"0x": 16, "0o": 8, "0b": 2}
_LONGEST = 400


def js_number(text: str) -> float | None:
    """Return what JavaScript's `Number(text)` is, or `None` for NaN. The empty text is 0."""
    text = text.strip(BLANKS)
    if not text:
        return 0.0
    if len(text) > _LONGEST:
        return None
    base = _BASES.get(text[:2].lower())
    if base is not None:
        digits = text[2:]
        return _in_base(digits, base) if digits.isalnum() and digits.isascii() else None
    if text in ("Infinity", "+Infinity", "-Infinity"):
        return math.inf if text[0] != "-" else -math.inf
    return float(text) if _NUMBER.fullmatch(text) else None


def _in_base(digits: str, base: int) -> float | None:
    try:
        return float(int(digits, base))
    except (ValueError, OverflowError):
        return None


def level_of(score: float) -> str:
    """Return the feeling, −2 to +2, that a score of 1 to 5 stands for, as a file spells it."""
    return f"{round(score - 3, 4) + 0.0:g}"


def decoded(text: str) -> str:
    """Return `text` with the codes for characters that Mermaid knows made characters."""
    return ENTITY.sub(lambda code: character(code[1]) or code[0], text) if "#" in text else text


def unknown_codes(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what looks like a code in `text[start:end]` and names no character, such as `#tag;`."""
    return (code for code in ENTITY.finditer(text, start, end) if not character(code[1]))


def character(code: str) -> str | None:
    """Return the character that `35` or `quot` stands for, or `None`."""
    import html
    from html.entities import html5

    if code.isdigit():
        return html.unescape(f"&#{code};") if len(code) < 8 else None
    return html5.get(f"{code};")
