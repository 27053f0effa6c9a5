"""The rules, one module for a category or a part of it; all that are listed here run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import import_module

from cjm.rulebook import CATEGORIES, Rule

_MODULES = {
    "format": ("format", "references", "files", "measures", "texts", "suppressions"),
    "structure": ("structure", "ways", "wording"),
    "persona": ("persona",),
    "touchpoint": ("touchpoint", "encounters", "priorities"),
    "evidence": ("evidence", "claims", "age"),
    "experience": ("experience", "gaps", "curve", "effects"),
    "action": ("action", "work"),
    "metric": ("metric", "metric_questions", "metric_values"),
    "governance": ("governance", "upkeep"),
    "blueprint": ("blueprint",),
    "future": ("future", "future_touchpoints"),
}
"""Category → its modules. A command that asks for the format alone imports no others."""


class Rules(Mapping[str, Rule]):
    """Rules by name, category by category; those of a category are imported when they are needed."""

    def __getitem__(self, name: str) -> Rule:
        for category in CATEGORIES:
            if name in rules_of(category):
                return rules_of(category)[name]
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        for category in CATEGORIES:
            yield from rules_of(category)

    def __len__(self) -> int:
        return sum(len(rules_of(category)) for category in CATEGORIES)

    def running(self, select: Collection[str]) -> dict[str, Rule]:
        """Return the rules that may run where `select` is asked for: by what it names, or all.

        Locked rules always run; all of them are of the format.
        """
        is_part = bool(select) and all(name in CATEGORIES for name in select)
        categories = [
            each for each in CATEGORIES if not is_part or each == "format" or each in select
        ]
        return {name: rule for each in categories for name, rule in rules_of(each).items()}


@cache
def rules_of(category: str) -> Mapping[str, Rule]:
    """Return the rules of one category, by name."""
    modules = [import_module(f"{__name__}.{name}") for name in _MODULES[category]]
    return {
        found.name: found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, Rule) and found.category == category
    }


RULES = Rules()
"""Every rule by name, category by category."""
