"""Keys that begin or end with a sign that word processors and other keyboards put there."""

from __future__ import annotations

import re
from typing import Any

from cjm.source.diagnose.words import INVISIBLE, LONGEST, cure, short
from cjm.source.document import TextProblem
from cjm.source.marks import span_of

_QUOTES = "“”„‘’«»「」"
_TOP = frozenset({"cjm", "title", "persona", "personas", "stages"})
_BULLETS = "–—•·●－→"
ODD_SIGNS = frozenset("".join(INVISIBLE) + _QUOTES + _BULLETS)
"""A key that begins or ends with one of these may be odd."""

# Compiled when one is met, which is seldom.
_BULLETED = rf"[{_BULLETS}]\s+([A-Za-z_][\w-]*)"
_IN_QUOTES = rf"[{_QUOTES}]([A-Za-z_][\w-]*)[{_QUOTES}]"


def meant_key(key: str) -> str | None:
    """Return the key that an odd one was meant to be, or `None` where it is good as it is.

    Keys are anyone's words where they name a scale or a lane of one's own, so a bullet or quote
    counts only round a word that may be a key of the format or a language.
    """
    blanks = "".join(INVISIBLE) + " "
    if key[0] in INVISIBLE or key[-1] in INVISIBLE:
        return key.strip(blanks) or None
    match = re.fullmatch(_BULLETED, key) or re.fullmatch(_IN_QUOTES, key)
    return match[1] if match is not None else None


def odd_key(text: str, key: str, event: Any) -> tuple[str, TextProblem] | None:
    """Return the key that was meant, and what is wrong; `None` where it is good as it is."""
    meant = meant_key(key) if not event.style else None
    if meant is None:
        return None
    start = event.start_mark.index
    rest = text[start + len(key) : start + len(key) + LONGEST].split("\n")[0]
    blank = next((INVISIBLE[sign] for sign in (key[0], key[-1]) if sign in INVISIBLE), None)
    if blank is not None:
        side = "before" if key[0] in INVISIBLE else "behind"
        message = f"an invisible {blank} stands {side} '{short(meant)}'"
        help = "delete it, and type blanks instead"
    elif key[0] in _QUOTES:
        message = f"the key '{short(key)}' is written with '{key[0]}', which is no quote to YAML"
        help = f"write it without quotes: {short(meant)}"
    elif meant in _TOP:
        message = f"'{key[0]}' stands before the key '{meant}', which is no list item"
        help = cure(f"{meant}{rest}")
    else:
        message = f"a list item begins with '- ', found '{key[0]}'"
        help = cure(f"- {meant}{rest}")
    return meant, TextProblem(span_of(event), "yaml-syntax", message, help)
