"""Text to data that remembers its positions; the only code that knows YAML.

The parser is imported when it is asked for: the limits and the like are needed without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cjm.source.document import Document, RouteTable, SpanTable, TextProblem
    from cjm.source.plain import Plain
    from cjm.source.yaml import parse

__all__ = ["Document", "Plain", "RouteTable", "SpanTable", "TextProblem", "parse"]

_HOMES = {"Plain": "cjm.source.plain", "parse": "cjm.source.yaml"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'cjm.source' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "cjm.source.document")), name)
