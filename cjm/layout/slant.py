"""Which texts may be set in italics: those of scripts that have them."""

from __future__ import annotations

import re

__all__ = ["may_slant"]

# Hebrew to Georgian, Hangul and Khmer; Tifinagh and Ethiopic; Chinese, Japanese and Korean to Vai; Indic scripts; Hangul; presentation
# forms; what lies beyond the first plane, less its signs and emoji. Latin, Greek, Cyrillic and Armenian have italics.
# So large a set takes 3 ms to compile: that waits for a text that may need it.
_UPRIGHT = (
    "[\u0590-\u1c7f\u1c90-\u1cff\u2d00-\u2ddf\u2e80-\ua63f\ua800-\uab2f\uab70-\ud7ff"
    "\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff00-\uffef"
    "\U00010800-\U0001bfff\U0001e000-\U0001efff\U00020000-\U0003ffff]"
)
_DOUBTFUL = re.compile("[^\0-\u058f\u2000-\u2cff]")
"""What holds more than those four scripts and signs: only there may a letter of the others stand."""


def may_slant(text: str) -> bool:
    """Whether all letters of `text` are of scripts that have italics.

    Browsers would slant the others by force: Chinese, Japanese, Korean, Arabic, Hebrew, Thai and most
    more are never written so (CSS Fonts 4 §2.4 lets a page turn that off, for want of a rule).
    """
    return text.isascii() or _DOUBTFUL.search(text) is None or re.search(_UPRIGHT, text) is None
