"""What is wrong with maps, and how bad it is: rules, and the engine that runs them.

The rules and the engine are imported when they are asked for: a run that finds all in the cache
needs neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.lint.result import LintOptions, LintResult

if TYPE_CHECKING:
    from cjm.lint.engine import format_findings, lint
    from cjm.lint.rules import RULES

__all__ = ["RULES", "LintOptions", "LintResult", "format_findings", "lint"]

_HOMES = {
    "RULES": "cjm.lint.rules",
    "format_findings": "cjm.lint.engine",
    "lint": "cjm.lint.engine",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cjm.lint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
