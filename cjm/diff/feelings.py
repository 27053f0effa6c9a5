"""What differs in how customers feel at a step, persona by persona."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from cjm.diff.change import Change, Kind
from cjm.diff.details import item_details
from cjm.diff.fates import basis_changes
from cjm.diff.pairing import Pairing
from cjm.diff.side import Side
from cjm.figures.curve import mean_felt
from cjm.findings import Route
from cjm.model.insight import Feeling
from cjm.model.text import Text

Felt = tuple[Route, tuple[Feeling, ...]]
"""Feelings in order, and where they stand."""


def feeling_changes(pairing: Pairing, old: Route, new: Route) -> Iterator[Change]:
    """Yield what differs in the feelings at one step, `old` in the old map and `new` in the new."""
    before, after = felt_by(pairing.old, old), felt_by(pairing.new, new)
    told: dict[str, Any] = {"name": pairing.name(old, new), "id": pairing.id(old, new)}
    names = {**_names(pairing.old, old), **_names(pairing.new, new)}
    for persona in ("", *sorted({*before, *after} - {""})):
        ours = before.get(persona) or before.get("", ((*old, "feeling"), ()))
        theirs = after.get(persona) or after.get("", ((*new, "feeling"), ()))
        who = {**told, "persona": names.get(persona, Text(""))}
        yield from _of_one(pairing, ours, theirs, who, old, new)


def felt_by(side: Side, route: Route) -> dict[str, Felt]:
    """Return key of a persona → what it feels at a step; `""` is everyone who is not named."""
    step = side.item(route)
    references = side.references_at(route)
    found: dict[str, Felt] = {}
    if step.feeling:
        found[""] = ((*route, "feeling"), step.feeling)
    for name, feelings in (step.feelings or {}).items():
        found[references.persona_named(name).key] = ((*route, "feelings", name), feelings)
    return found


def _names(side: Side, route: Route) -> dict[str, Text]:
    references = side.references_at(route)
    named = (references.persona_named(name) for name in side.item(route).feelings or ())
    return {each.key: each.name for each in named}


def _of_one(
    pairing: Pairing, old: Felt, new: Felt, told: dict[str, Any], at_old: Route, at_new: Route
) -> Iterator[Change]:
    levels = [tuple(each.level for each in felt) for _, felt in (old, new)]
    where = (old[0] if old[1] else at_old, new[0] if new[1] else at_new)
    if levels[0] != levels[1]:
        yield pairing.change(
            Kind.FEELING_CHANGED,
            *where,
            before=mean_felt(old[1]),
            after=mean_felt(new[1]),
            key="level",
            **told,
        )
    for index, (a, b) in enumerate(zip_longest(old[1], new[1])):
        before = a.label if a is not None else None
        after = b.label if b is not None else None
        if before != after:
            yield _word(pairing, where, before, after, told)
        if a is not None and b is not None:
            at = (*old[0], index), (*new[0], index)
            founded = list(basis_changes(pairing, *at, of="feeling", **told))
            yield from founded
            # A basis that lowers nothing is still written down.
            skip = _APART | {"basis"} if founded else _APART
            yield from item_details(pairing, *at, a, b, skip=skip, path="feeling", **told)


_APART = frozenset({"level", "label", "evidence"})
"""Keys of a feeling that are told in ways of their own."""


def _word(
    pairing: Pairing,
    where: tuple[Route, Route],
    before: Text | None,
    after: Text | None,
    told: dict[str, Any],
) -> Change:
    told = {**told, "key": "feeling.label", "before": before, "after": after}
    if before is None:
        return pairing.change(Kind.DETAIL_ADDED, None, where[1], **told)
    if after is None:
        return pairing.change(Kind.DETAIL_REMOVED, where[0], None, **told)
    return pairing.change(Kind.WORDING, *where, **told)
