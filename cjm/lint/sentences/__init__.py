"""The sentences of the rules, a table a category, so that another language is more such tables.

A key is a rule's name, with `.variant` where it has several sentences; `.many` speaks of several
places at once. `{where}` is the step, stage or thing; what else is in braces comes from the rule.
"""

from __future__ import annotations

from collections.abc import Mapping

from cjm.lint.sentences import (
    action,
    blueprint,
    evidence,
    experience,
    format,
    future,
    governance,
    metric,
    persona,
    structure,
    touchpoint,
)

_CATEGORIES = (
    format,
    structure,
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

ENGLISH: dict[str, tuple[str, str]] = {
    key: said for category in _CATEGORIES for key, said in category.ENGLISH.items()
}
"""Rule → its sentence and what to do. Braces that are meant are doubled."""


def sentence(
    rule: str, variant: str, parameters: Mapping[str, str], *, many: bool = False
) -> tuple[str, str]:
    """Return the sentence and the advice for a hit, as text."""
    key = f"{rule}.{variant}" if variant else rule
    if many and f"{key}.many" in ENGLISH:
        key = f"{key}.many"
    message, help = ENGLISH[key]
    return message.format_map(parameters), help.format_map(parameters)
