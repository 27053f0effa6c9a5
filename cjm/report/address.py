"""Spells a place as `path:line:column`, which editors and terminals turn into a link."""

from __future__ import annotations

import re

from cjm.findings import Place
from cjm.findings.visible import visible

# To GitHub's runner a line is a command if it begins with `::`, after blanks and what it ignores.
_PLAIN_START = re.compile(r"[\w./<~-]")


def shown_path(path: str) -> str:
    """Return `path` so that a line may begin with it."""
    shown = visible(path)
    return shown if _PLAIN_START.match(shown) else f"./{shown}"


def position(place: Place) -> str:
    """Return `line:column` of where `place` begins."""
    return f"{place.start.line}:{place.start.column}"
