"""Which characters of a text are hidden, and which invisible ones belong to ordinary writing.

Sources: Unicode Standard Annex #9 (bidi controls), UTS #51 (emoji tags and joiners), UTS #55
(what source code should not hide).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cjm.source.decode import HIDDEN

_SUSPECT = re.compile(f"[{HIDDEN}]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_JOINERS = "\u200c\u200d"
_BREAK = "\u200b"
_SOUTH_EAST_ASIAN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\ua9e0-\uaa7f]"
)


def may_hide(text: str) -> bool:
    """Whether `text` has any character that `hidden_characters` looks at; fast."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield `(index, name)` of each hidden character of one line or text."""
    flags = [match.span() for match in _FLAG.finditer(text)]
    unclosed = _unbalanced(text)
    for match in _SUSPECT.finditer(text):
        at, character = match.start(), match[0]
        if any(start < at < end for start, end in flags):
            continue
        if character in _JOINERS and _joins(text, at):
            continue
        if character == _BREAK and _between(_SOUTH_EAST_ASIAN, text, at):
            continue
        if character in _OPENING + _CLOSING and at not in unclosed:
            continue
        yield at, named(character)


def named(character: str) -> str:
    """Return the code point and the name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "TAG CHARACTER" if character > "\U000e0000" else "UNNAMED")
    return f"U+{ord(character):04X} {name}"


def _unbalanced(text: str) -> set[int]:
    """Return the indexes of isolates that are not closed, and of ends that close nothing."""
    opened: list[int] = []
    lone: set[int] = set()
    for at, character in enumerate(text):
        if character in _OPENING:
            opened.append(at)
        elif character == _CLOSING:
            if opened:
                opened.pop()
            else:
                lone.add(at)
    return lone | set(opened)


def _joins(text: str, at: int) -> bool:
    """Whether the joiner at `at` stands between letters or emoji, or ends a letter that it shapes."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before:
        return False
    if _is_joined(before) and after and _is_joined(after):
        return True
    # A joiner may end a word after a virama (Indic scripts) or a letter of Arabic (an abbreviation).
    return unicodedata.combining(before) == 9 or "\u0600" <= before <= "\u08ff"


def _is_joined(character: str) -> bool:
    category = unicodedata.category(character)
    if category[0] in "LM" or category in ("So", "Sk"):
        return True
    # Variation selectors are marks; skin tones are Sk; arrows and signs that emoji join are Sm.
    return category == "Sm" and ord(character) > 0x2000


def _between(script: re.Pattern[str], text: str, at: int) -> bool:
    return bool(script.match(text[at - 1 : at]) and script.match(text[at + 1 : at + 2]))
