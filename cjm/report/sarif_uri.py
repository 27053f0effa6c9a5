"""Paths as URIs: relative to the top of the repository, percent-encoded (RFC 3986)."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

BASE = "%SRCROOT%"
"""Stands for the top of the repository; what reads the log knows where it lies."""

BASES = {BASE: {"description": {"text": "The top of the repository."}}}

_SAFE = "/-._~!$&'()*+,;=@"
_DRIVE = re.compile(r"[A-Za-z]:/")


def artifact(path: str) -> dict[str, Any]:
    """Return the location of the file at `path`, which begins at the top or is absolute."""
    if path.startswith("/"):
        return {"uri": f"file://{_quoted(path)}"}
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{_quoted(path[2:])}"}
    return {"uri": _quoted(path) or ".", "uriBaseId": BASE}


def _quoted(path: str) -> str:
    # Names on a disk need not be UTF-8: their odd bytes came as surrogates.
    try:
        source = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        source = path.encode("utf-8", "replace")
    return quote(source, safe=_SAFE)
