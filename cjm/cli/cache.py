"""Where cjm keeps what it can make again: a folder of the user, never one of a project."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cjm.kept import keep_in


def user_cache() -> Path | None:
    """Return the folder for caches of this user, or `None` where there is none to be trusted.

    Sources: XDG Base Directory 0.8 (a path that is not absolute is passed over), Apple's File
    System Programming Guide, Windows' known folder `LocalAppData`.
    """
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        place = os.path.expanduser("~/Library/Caches")
    else:
        place = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(place):
            place = os.path.expanduser("~/.cache")
    return Path(place, "cjm") if os.path.isabs(place) else None


def keep_compiled() -> None:
    """Keep compiled templates and the engine of flows from run to run: they take up to half a second."""
    keep_in(user_cache())
