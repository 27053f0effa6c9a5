"""Words that were clearly meant as a number: `1,5`, `–1` with a dash, a quoted `4`, `3/5`.

A feeling is a number or a word. What is neither would be drawn as a word with no level, so it is an
error, and this module knows how the number is written.
"""

from __future__ import annotations

import functools
import re

_SIGN = r"[-+\u2010-\u2015\u2212\uff0b\uff0d\ufe62\ufe63]"
_DIGIT = r"[0-9\uff10-\uff19]"
_POINT = r"[.,\uff0c\uff0e]"
_AMOUNT = rf"(?:{_DIGIT}{{1,15}}(?:{_POINT}{_DIGIT}{{0,15}})?|{_POINT}{_DIGIT}{{1,15}})"
_SMALL = rf"[0-5\uff10-\uff15](?:{_POINT}{_DIGIT}{{1,2}})?"
_PER_CENT = rf"{_SIGN}?\s*{_AMOUNT}\s*[%\uff05]"
# No other fractions: `24/7` is a word.
_OF = r"\s*(?:[/\uff0f]|of|out of)\s*"
_RATIO = rf"(?:{_DIGIT}|10)(?:{_POINT}{_DIGIT})?{_OF}(?:[2-9]|10)"
_RANGE = rf"{_SIGN}?{_SMALL}\s*(?:{_SIGN}|~|\uff5e|to|\.\.|,(?=\s))\s*{_SIGN}?{_SMALL}"
_WITH_WORDS = (
    rf"{_SIGN}{_DIGIT}(?:{_POINT}{_DIGIT}{{1,2}})?"
    r"(?:\s*[(,;=\uff08\uff0c\uff1b]\s*|\s+)[^\s0-9\uff10-\uff19][\s\S]*"
)
NUMBERLIKE = (
    rf"\s*(?:{_SIGN}?\s*{_AMOUNT}|{_PER_CENT}|{_RATIO}|{_RANGE})\s*|\s*{_WITH_WORDS}"
)  # fmt: skip
"""What is clearly meant as a level; Python and JavaScript read the pattern alike."""

_NARROW = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFF0D, 0xFE63), "-"),
    **dict.fromkeys((0xFF0B, 0xFE62), "+"),
    **dict.fromkeys((0x2C, 0xFF0C, 0xFF0E), "."),
    0xFF05: "%",
    0xFF0F: "/",
}
_DASHES = frozenset("‐‑‒–—―")


def is_numberlike(text: str) -> bool:
    """Whether `text`, which is no number, was clearly meant as a level."""
    return not text[:1].isalpha() and _pattern(NUMBERLIKE).fullmatch(text) is not None


def meant_number(text: str) -> float | None:
    """Return the number that `text` was meant as, `per cent` or not, or `None`."""
    found = _pattern(rf"\s*({_SIGN}?)\s*({_AMOUNT})\s*[%\uff05]?\s*").fullmatch(text)
    if found is None or re.fullmatch(r".*,[0-9]{3}", found[2]):
        return None  # 1,200 may be 1200
    return float((found[1] + found[2]).translate(_NARROW))


def meant_of_five(text: str) -> float | None:
    """Return the number that `text` names as one of five (`3/5`), or `None`."""
    found = re.fullmatch(rf"({_SMALL}){_OF}5", text.strip())
    return float(found[1].translate(_NARROW)) if found else None


def number_and_words(text: str) -> tuple[float, str] | None:
    """Return the number and the words of `-1 (bad)`, or `None`."""
    if not _pattern(rf"\s*{_WITH_WORDS}").fullmatch(text):
        return None
    found = re.match(rf"\s*({_SIGN}{_DIGIT}(?:{_POINT}{_DIGIT}{{1,2}})?)(.*)", text, re.DOTALL)
    assert found is not None
    words = " ".join(found[2].split()).strip(" (),;=（），；")
    return float(found[1].translate(_NARROW)), words


def how_to_write(number: float, text: str) -> str:
    """Return the advice to write `number`, which stands in the file as `text`."""
    spelt = f"{number:g}"
    if any(character in _DASHES for character in text):
        return f"write {spelt}; '{next(each for each in text if each in _DASHES)}' is a dash"
    if "," in text:
        return f"write {spelt}, with a point"
    if text.strip().lstrip("+").removesuffix(".0") == spelt:
        return f"write {spelt} without the quotes"
    if not text.isascii():
        return f"write {spelt} in ordinary digits"
    return f"write {spelt}"


@functools.cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)
