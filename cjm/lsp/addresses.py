"""From the addresses that editors use (URIs) to paths with `/`, and back."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname


def path_of(uri: str) -> str | None:
    """Return the absolute path that `uri` stands for; `None` where it is no file."""
    parts = urlsplit(uri)
    if parts.scheme.lower() != "file":
        return None
    # A `;`, `?` or `#` of the name comes escaped; what is not escaped belongs to no name.
    path = url2pathname(parts.path)
    if parts.netloc and parts.netloc.lower() != "localhost":
        path = f"//{unquote(parts.netloc)}{path}"
    return None if "\0" in path else Path(path).as_posix()


def uri_of(path: str) -> str:
    """Return the address of an absolute path."""
    return Path(path).as_uri()
