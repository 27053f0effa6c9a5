"""Colours for the terminal, for what is printed by the thousand: plain text costs no import."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cjm.findings import Severity

Paint: TypeAlias = Callable[[str, str], str]
"""Takes text that is visible already, and the name of its style."""

# Select Graphic Rendition of ECMA-48 §8.3.117; only the 16 colours that a user's theme sets.
_CODES = {
    "path": "1",
    "strong": "1",
    "gutter": "34",
    "related": "1;34",
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "good": "1;32",
}


def painter(*, color: bool) -> Paint:
    """Return what styles a text: with escape codes, or not at all."""
    return _colored if color else _plain


def style_of(severity: Severity) -> str:
    """Return the name of the style of `severity`."""
    return severity.word


def _plain(text: str, _style: str) -> str:
    return text


def _colored(text: str, style: str) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text
