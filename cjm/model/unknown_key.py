"""What to say of a key that the format does not have, or has elsewhere."""

from __future__ import annotations

from typing import Any

from cjm.findings import Problem, Route
from cjm.model.item import Item
from cjm.model.meant import meant_key
from cjm.model.object_or_text import noun_of
from cjm.model.values import is_id, nearest, shown

_OWN = "rename it, or start it with 'x-' to keep a key of your own"


def unknown_key(cls: type[Item] | None, key: str, value: Any, thing: str, at: Route) -> Problem:
    """Return the problem of an unknown key.

    Args:
        cls: The class of the item that holds it, where it is known.
        key: As it is spelt.
        value: What stands behind it.
        thing: The item, as messages call it: `step 'Parks'`.
        at: Where the key stands.
    """
    message = f"unknown key '{key}' in {thing}"
    if cls is None:
        return _problem(at, message, _OWN)
    if cls.__name__ == "Journey" and key == "steps":
        return _problem(
            at,
            "the journey has 'stages' and 'steps' at the top, and may have one of them only",
            "move these steps under 'steps:' of a stage",
            rule="wrong-type",
        )
    keys = cls.keys()
    near = meant_key(key, keys, noun_of(cls), str(cls.shorthand))
    help = "" if near else _elsewhere(cls, key, value)
    if not near and not help:
        near = nearest(key, [*keys, *cls.aliases], at_least=66)
    if near:
        data = {"nearest": near}
        return _problem(at, f"{message}; did you mean '{near}'?", _OWN, data=data)
    return _problem(at, message, help or _OWN)


def _problem(
    at: Route,
    message: str,
    help: str,
    *,
    rule: str = "unknown-key",
    data: dict[str, Any] | None = None,
) -> Problem:
    return Problem(at, rule, message, help, on_key=True, data=data or {})


def _elsewhere(cls: type[Item], key: str, value: Any) -> str:
    """Return where `key` belongs, when another class has it; else an empty string."""
    from cjm.model.insight import Insight
    from cjm.model.journey import Journey
    from cjm.model.library import SECTIONS
    from cjm.model.persona import Demographics, Persona
    from cjm.model.stage import Content, Stage, Step

    name = key.replace("-", "_")
    if issubclass(cls, Journey):
        if name == "evidence":
            id = str(value) if isinstance(value, str) and is_id(value) else "its-id"
            return (
                "evidence is defined under 'library': "
                f"library: {{evidence: {{{id}: {{title: …, method: interview}}}}}}; "
                f"then write 'evidence: {id}' at a persona, step or pain"
            )
        if cls.field_named(name) is None and Content.field_named(name) is not None:
            shared = "; what many share stands under 'library'" if name in SECTIONS else ""
            return f"write it at the stage or step that it is about{shared}"
    if issubclass(cls, Persona) and Demographics.field_named(name) is not None:
        return f"it belongs under 'demographics': demographics: {{{name}: {_spelt(value)}}}"
    if issubclass(cls, Content):
        if issubclass(cls, Step) and Stage.field_named(name) is not None:
            return "it belongs to the stage, not to a step"
        if Journey.field_named(name) is not None:
            return "it belongs at the top of the map"
        if Insight.field_named(name) is not None:
            return f"it belongs to a pain: pains: {{text: …, {name}: {_spelt(value)}}}"
    return ""


def _spelt(value: Any) -> str:
    from cjm.source.scalars import scalar

    if isinstance(value, str | int | float) and len(shown(value)) < 40:
        return scalar(value, in_flow=True)
    return "…"
