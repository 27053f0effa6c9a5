"""The rules, one module for a category or a part of it; all that are listed here run."""

from __future__ import annotations

from cjm.lint.rules import (
    action,
    age,
    blueprint,
    claims,
    curve,
    effects,
    encounters,
    evidence,
    experience,
    files,
    format,
    future,
    future_touchpoints,
    gaps,
    governance,
    measures,
    metric,
    metric_questions,
    metric_values,
    persona,
    priorities,
    references,
    structure,
    suppressions,
    texts,
    touchpoint,
    upkeep,
    ways,
    wording,
    work,
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
    encounters,
    priorities,
    evidence,
    claims,
    age,
    experience,
    gaps,
    curve,
    effects,
    action,
    work,
    metric,
    metric_questions,
    metric_values,
    governance,
    upkeep,
    blueprint,
    future,
    future_touchpoints,
)

RULES: dict[str, Rule] = {
    found.name: found
    for category in CATEGORIES
    for module in _MODULES
    for found in vars(module).values()
    if isinstance(found, Rule) and found.category == category
}
"""Every rule by name, category by category."""
