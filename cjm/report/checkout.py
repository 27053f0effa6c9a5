"""Spells paths from the top of a repository, which services that read reports know them by."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checkout:
    """Where the paths of findings start from, seen from the repository.

    Attributes:
        here: The folder that relative paths start from, from the repository's top; empty where
            it is the top.
        top: Absolute path of the top, with `/`; empty where nobody knows.
    """

    here: str = ""
    top: str = ""

    def path(self, path: str) -> str:
        """Return `path` from the top; what lies outside stays absolute, or begins with `..`."""
        whole = path.replace("\\", "/") if _is_windows(path) else path
        if whole.startswith("/") or _is_windows(whole):
            inside = self.top and whole.startswith(self.top.rstrip("/") + "/")
            return whole[len(self.top.rstrip("/")) + 1 :] if inside else whole
        return posixpath.normpath(posixpath.join(self.here, whole)) if whole else whole


def _is_windows(path: str) -> bool:
    return path[1:2] == ":" and path[:1].isascii() and path[:1].isalpha() and path[2:3] in "/\\"
