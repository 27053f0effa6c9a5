"""The rules, one module for a category or a part of it; all that are listed here run."""

from __future__ import annotations

from cjm.lint.rules import (
    action,
    blueprint,
    evidence,
    experience,
    files,
    format,
    future,
    governance,
    measures,
    metric,
    persona,
    references,
    structure,
    suppressions,
    texts,
    touchpoint,
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
    touchpoint,
    evidence,
    experience,
    action,
    metric,
    governance,
    blueprint,
    future,
)

RULES: dict[str, Rule] = {
    found.name: found
    for category in CATEGORIES
    for module in _MODULES
    for found in vars(module).values()
    if isinstance(found, Rule) and found.category == category
}
"""Every rule by name, category by category."""
