"""Where a finding stands in the structure of its file, by ids: what stays when lines move."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from cjm.findings import Route
from cjm.model.ids import slug
from cjm.source.document import Document, spellings

LONGEST = 200
"""Characters of an anchor; the rest of a longer one is told by a checksum."""

_IDS = ("id", "ref")
_NAMES = (*_IDS, "name", "title", "text")
"""Keys of an item that say which one it is, the surest first."""


def anchor(document: Document, route: Route, ids: Mapping[Route, str] | None = None) -> str:
    """Return `route` with ids in the place of indexes: `stages/learn/steps/compare-plans/name`.

    An item of a list that has no id bears the slug of its name, or else `#` and its index. A `/` in
    a part is spelt `~1`, and `~` is `~0` (RFC 6901 §3).

    Args:
        document: The file.
        route: A route of it; what the text does not spell is kept.
        ids: Route → id, written or derived, of the items of the journey.
    """
    parts: list[str] = []
    data: Any = document.data
    for at, key in enumerate(route):
        data = _inside(data, key)
        if isinstance(key, str):
            parts.append(key)
        else:
            parts.append((ids or {}).get(route[: at + 1]) or _name(data) or f"#{key}")
    return _short("/".join(part.replace("~", "~0").replace("/", "~1") for part in parts))


def _inside(data: Any, key: str | int) -> Any:
    """Return what `key` leads to; one thing that stands for a list of one is its only item."""
    if isinstance(data, dict) and isinstance(key, str):
        return next((data[each] for each in spellings(key) if each in data), None)
    if isinstance(data, list):
        return data[key] if isinstance(key, int) and 0 <= key < len(data) else None
    return data if key == 0 else None


def _name(data: Any) -> str:
    if isinstance(data, str):
        return slug(data)
    if isinstance(data, dict):
        for key in _NAMES:
            if isinstance(data.get(key), str):
                return str(data[key]) if key in _IDS else slug(data[key])
    return ""


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{text[: LONGEST - 17]}~{digest}"
