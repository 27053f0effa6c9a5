"""Customer journey maps as code: load, lint and draw them.

What stands here is for programs that use cjm; it is imported when it is asked for.
"""

from __future__ import annotations

__version__ = "0.1.0"

# Type checkers take it for true; importing it from `typing` would double the time of `cjm --version`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cjm.lint.engine import lint
    from cjm.model.journey import Journey
    from cjm.model.text import Text
    from cjm.sheet.arrange import arrange
    from cjm.workspace.files import DiskFiles, MemoryFiles
    from cjm.workspace.load import load

_HOMES = {
    "DiskFiles": "cjm.workspace.files",
    "Journey": "cjm.model.journey",
    "MemoryFiles": "cjm.workspace.files",
    "Text": "cjm.model.text",
    "arrange": "cjm.sheet.arrange",
    "lint": "cjm.lint.engine",
    "load": "cjm.workspace.load",
}

__all__ = ["DiskFiles", "Journey", "MemoryFiles", "Text", "arrange", "lint", "load"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cjm' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
