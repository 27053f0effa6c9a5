"""The pages of the format: what a step, a pain or a metric may hold, and what a key means."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from cjm.model.item import Item

_WIDTH = 88
_INDENT = 20


def things() -> dict[str, type[Item]]:
    """Return what a map is made of: the word for it → its class."""
    from cjm.model.evidence import Evidence
    from cjm.model.insight import Expectation, Feeling, Insight, Opportunity, Quote, Solution
    from cjm.model.journey import Hypothesis, Journey, Review, Scope, Walkthrough
    from cjm.model.library import Library
    from cjm.model.metric import Metric
    from cjm.model.owner import Owner
    from cjm.model.persona import Persona
    from cjm.model.stage import Cell, Goal, Next, Stage, Step
    from cjm.model.touchpoint import Channel, Department, Need, System, Touchpoint
    from cjm.workspace.settings import Settings

    return {
        "journey": Journey, "stage": Stage, "step": Step, "persona": Persona,
        "pain": Insight, "delight": Insight, "itch": Insight, "opportunity": Opportunity,
        "solution": Solution, "feeling": Feeling, "expectation": Expectation, "quote": Quote,
        "thought": Quote, "touchpoint": Touchpoint, "channel": Channel, "owner": Owner,
        "metric": Metric, "evidence": Evidence, "need": Need, "system": System,
        "department": Department, "library": Library, "goal": Goal, "scope": Scope,
        "review": Review, "next": Next, "hypothesis": Hypothesis, "walkthrough": Walkthrough,
        "cell": Cell, "settings": Settings,
    }  # fmt: skip


def page(word: str) -> list[str] | None:
    """Return the lines that tell what `word`, a thing or a key of the format, is; or `None`."""
    known = things()
    key = word.replace("-", "_")
    singular = word if word in known else _singular(word)
    holders = [
        (name, cls)
        for name, cls in known.items()
        if cls.field_named(key) is not None and key not in ("id", "ref")
    ]
    lines: list[str] = []
    if holders:
        lines += _key_page(key, holders)
    if singular in known:
        lines += [""] if lines else []
        lines += _thing_page(singular, known[singular])
    return lines or None


def about_key(cls: type[Item], key: str) -> str:
    """Return what `key` means in an object of `cls`, and the words it may hold."""
    field = cls.model_fields[str(cls.field_named(key))]
    return _told(field.description or "", field)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "ses")):
        return word[:-2]
    return word.removesuffix("s")


def _key_page(key: str, holders: list[tuple[str, type[Item]]]) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for name, cls in holders:
        told.setdefault(about_key(cls, key), []).append(name)
    for text, names in told.items():
        yield from textwrap.wrap(f"{key} (of {', '.join(names)}): {text}", _WIDTH)


def _thing_page(name: str, cls: type[Item]) -> Iterator[str]:
    yield f"What {'an' if name[0] in 'aeio' else 'a'} {name} may hold"
    if cls.shorthand is not None:
        yield f"(a plain text stands for '{cls.shorthand}')"
    if cls.number is not None:
        yield f"(a plain number stands for '{cls.number}')"
    yield ""
    for key in cls.keys():
        first, *rest = textwrap.wrap(about_key(cls, key), _WIDTH - _INDENT) or [""]
        yield f"  {key:<{_INDENT - 3}} {first}".rstrip()
        yield from (" " * _INDENT + line for line in rest)


def _told(description: str, field: Any) -> str:
    choices = _choices(field.annotation) or _choices(tuple(field.metadata))
    return f"{description} ({' | '.join(choices)})" if choices else description


def _choices(annotation: Any) -> tuple[str, ...]:
    from cjm.model.values import Shape

    if isinstance(annotation, Shape):
        return annotation.choices
    inner = annotation if isinstance(annotation, tuple) else get_args(annotation)
    inner = (*inner, *getattr(annotation, "__metadata__", ()))
    for each in inner:
        found = _choices(each)
        if found:
            return found
    return ()
