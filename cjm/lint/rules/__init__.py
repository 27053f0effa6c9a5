"""The rules, one module for a category or a part of it; all that are listed here run."""

from __future__ import annotations

from cjm.lint.rules import (
    files,
    format,
    measures,
    persona,
    references,
    structure,
    suppressions,
    texts,
    ways,
    wording,
)
from cjm.rulebook import CATEGORIES, Rule

_MODULES = (
    format,
    references,
    files,
    measures,
    texts,
    suppressions,
    structure,
    ways,
    wording,
    persona,
)

RULES: dict[str, Rule] = {
    found.name: found
    for category in CATEGORIES
    for module in _MODULES
    for found in vars(module).values()
    if isinstance(found, Rule) and found.category == category
}
"""Every rule by name, category by category."""
