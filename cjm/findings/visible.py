"""Makes hostile text inert: what a terminal or a build log would obey, or hide, is spelt out.

A map may hold escape sequences, text that runs backwards, invisible letters, or a build service's
commands. Letters of every script, emoji, direction marks and variation selectors stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# Controls, line separators, bidi embeddings, overrides and isolates, zero-width and filler
# characters, deprecated format controls, interlinear marks, musical and shorthand controls,
# noncharacters, lone surrogates, tags.
_HIDDEN = (
    "\x00-\x1f\x7f-\x9f\xad\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff"
)
_JOINERS = "\u200c\u200d"
# What some programs skip when they search, and what is shown all the same.
_IGNORED = "\u034f\u061c\u200e\u200f\ufe00-\ufe0f\U000e0100-\U000e01ef"
# GitHub reads `##[command]` anywhere in a line, Azure `##vso[…]`, TeamCity `##teamcity[…]`.
_COMMAND = rf"#(?=[{_IGNORED}]*#[\w{_IGNORED}]*\[)"
# To GitHub's runner a line is a command if it begins with `::`, after blanks and what it ignores.
_START = re.compile(rf"[\s{_IGNORED}{_JOINERS}]*:(?=[{_IGNORED}{_JOINERS}]*:)")

_UNSAFE = re.compile(f"[{_HIDDEN}{_JOINERS}]|{_COMMAND}")
_IS_HIDDEN = re.compile(f"[{_HIDDEN}]")
# A region's flag (UTS #51, ED-14a): a black flag, tag letters and digits, the end tag.
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_LONGEST_FLAG = 8


def visible(text: str) -> str:
    r"""Return `text` as one line in which nothing hides and nothing acts.

    A line break becomes `⏎`, a tab a blank, all else that is unsafe its escape, such as `\x1b`.
    Doing it twice changes nothing more.
    """
    is_safe = _UNSAFE.search(text) is None and _START.match(text) is None
    return text if is_safe else "".join(characters(text))


def characters(text: str) -> list[str]:
    """Return what stands for each code point of `text` in `visible(text)`, in order."""
    return respelt(text, _spelling)


def respelt(text: str, spell: Callable[[str], str]) -> list[str]:
    """Return the code points of `text`, each unsafe one as `spell` spells it."""
    shown = list(text)
    start = _START.match(text)
    if start is not None:
        shown[start.end() - 1] = spell(":")
    for match in _UNSAFE.finditer(text):
        at = match.start()
        if not _is_part_of_a_sign(text, at):
            shown[at] = spell(text[at])
    return shown


_SPELT = {"\n": "⏎", "\t": " "}


def _spelling(char: str) -> str:
    if char in _SPELT:
        return _SPELT[char]
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_part_of_a_sign(text: str, at: int) -> bool:
    """Tell whether the character at `at` shapes what stands beside it: a joiner, a flag's tag."""
    char = text[at]
    if char in _JOINERS:
        return 0 < at < len(text) - 1 and _can_join(text[at - 1]) and _can_join(text[at + 1])
    if "\U000e0000" <= char <= "\U000e007f":
        start = max(0, at - _LONGEST_FLAG)
        around = _FLAG.finditer(text, start, at + _LONGEST_FLAG)
        return any(flag.start() < at < flag.end() for flag in around)
    return False


def _can_join(char: str) -> bool:
    # Latin letters have no use for a joiner: there it only makes two words look like one.
    is_sign = char >= "\u0300" and unicodedata.category(char)[0] in "LMS"
    return is_sign and _IS_HIDDEN.match(char) is None
