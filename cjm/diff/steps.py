"""What differs within stages and steps that are one: where they happen, how they feel, who answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cjm.diff.change import Change, Kind
from cjm.diff.details import item_details
from cjm.diff.fates import basis_changes
from cjm.diff.feelings import feeling_changes
from cjm.diff.pairing import Pairing
from cjm.diff.rows import Row
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.quantity import total
from cjm.model.text import Text
from cjm.model.touchpoint import Touchpoint
from cjm.workspace.references import References, Resolved

_ELSEWHERE = frozenset(
    {"steps", "pains", "delights", "itches", "opportunities", "solutions", "next", "feeling",
     "feelings", "touchpoints", "metrics", "duration", "wait", "moment_of_truth", "expectation"}
)  # fmt: skip
"""Keys of a step that are compared here or in other modules, one by one."""


def step_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what differs within the steps, and within the stages, that both maps have."""
    for row in pairing.rows:
        if row.links:
            yield from _within(pairing, row)
    own = {row.links[0] for row in pairing.rows if row.links}
    for row in pairing.stage_rows:
        if row.links and row.links[0] not in own:
            yield from _within(pairing, row)


def _within(pairing: Pairing, row: Row) -> Iterator[Change]:
    pair = row.links[0]
    old, new = pairing.old.item(pair.old), pairing.new.item(pair.new)
    touched = list(_touchpoints(pairing, row))
    yield from touched
    for link in row.links:
        yield from feeling_changes(pairing, link.old, link.new)
    yield from _expectation(pairing, pair.old, pair.new)
    if old.moment_of_truth != new.moment_of_truth:
        yield pairing.change(
            Kind.MOMENT_CHANGED, pair.old, pair.new,
            before=_moment(old.moment_of_truth), after=_moment(new.moment_of_truth),
        )  # fmt: skip
    for key, kind in (("duration", Kind.DURATION_CHANGED), ("wait", Kind.WAIT_CHANGED)):
        # What was merged took its times together, and so does what was split.
        a = total(getattr(pairing.old.item(route), key) for route in row.old)
        b = total(getattr(pairing.new.item(route), key) for route in row.new)
        if (a.seconds if a else None) != (b.seconds if b else None):
            yield pairing.change(kind, pair.old, pair.new, before=a, after=b, key=key)
    is_told = any(each.kind is Kind.CHANNELS_CHANGED for each in touched)
    skip = pairing.apart(_ELSEWHERE) | ({"channels"} if is_told else set())
    yield from item_details(
        pairing, pair.old, pair.new, old, new, skip=skip,
        name=pairing.name(pair.old, pair.new), id=pairing.id(pair.old, pair.new),
    )  # fmt: skip


def _moment(value: object) -> str | None:
    if value is None or value is False:
        return None
    return "moment of truth" if value is True else str(value)


def _expectation(pairing: Pairing, old: Route, new: Route) -> Iterator[Change]:
    a, b = pairing.old.item(old).expectation, pairing.new.item(new).expectation
    levels = [each.level if each is not None else None for each in (a, b)]
    if levels[0] != levels[1]:
        yield pairing.change(
            Kind.EXPECTATION_CHANGED, old, new, before=levels[0], after=levels[1], key="level"
        )
    at_old, at_new = (*old, "expectation"), (*new, "expectation")
    told: dict[str, Any] = {"name": pairing.name(old, new), "id": pairing.id(old, new)}
    if a is not None and b is not None:
        skip = {"level", "evidence"}
        yield from item_details(
            pairing, at_old, at_new, a, b, skip=skip, path="expectation", **told
        )
        yield from basis_changes(pairing, at_old, at_new, of="expectation", **told)
        return
    if a is not None and a.text is not None:
        yield pairing.change(
            Kind.DETAIL_REMOVED, at_old, None, key="expectation", before=a.text, **told
        )
    if b is not None and b.text is not None:
        yield pairing.change(
            Kind.DETAIL_ADDED, None, at_new, key="expectation", after=b.text, **told
        )


@dataclass(frozen=True, slots=True)
class Use:
    """A touchpoint where a step uses it."""

    route: Route
    resolved: Resolved[Touchpoint]


def touchpoints_of(side: Side, routes: Sequence[Route]) -> dict[str, Use]:
    """Return key → use of the touchpoints of some steps."""
    found: dict[str, Use] = {}
    for route in routes:
        references = side.references_at(route)
        for index, item in enumerate(side.item(route).touchpoints):
            resolved = references.touchpoint(item)
            found.setdefault(resolved.key, Use((*route, "touchpoints", index), resolved))
    return found


def _touchpoints(pairing: Pairing, row: Row) -> Iterator[Change]:
    before, after = touchpoints_of(pairing.old, row.old), touchpoints_of(pairing.new, row.new)
    for key, use in after.items():
        if key not in before:
            yield Change(Kind.TOUCHPOINT_ADDED, None, use.route, use.resolved.name, key)
    told: set[str] = set()
    for change in _channels_and_owners(pairing, row, before, after):
        told.add("channels" if change.kind is Kind.CHANNELS_CHANGED else "owner")
        yield change
    for key, use in before.items():
        if key not in after:
            yield Change(Kind.TOUCHPOINT_REMOVED, use.route, None, use.resolved.name, key)
        else:
            yield from _touchpoint(pairing, key, use, after[key], frozenset(told))


def _channels_and_owners(
    pairing: Pairing, row: Row, before: dict[str, Use], after: dict[str, Use]
) -> Iterator[Change]:
    """Yield what differs in the channels of a step, and in who answers for its touchpoints."""
    pair = row.links[0]
    ours, theirs = channels_of(pairing.old, row.old), channels_of(pairing.new, row.new)
    if ours.keys() != theirs.keys():
        yield pairing.change(
            Kind.CHANNELS_CHANGED, pair.old, pair.new, key="channels",
            before=tuple(ours.values()), after=tuple(theirs.values()),
        )  # fmt: skip
    ours, theirs = departments_of(pairing.old, before), departments_of(pairing.new, after)
    if ours.keys() != theirs.keys():
        yield pairing.change(
            Kind.OWNERS_CHANGED, pair.old, pair.new, key="owner",
            before=tuple(ours.values()), after=tuple(theirs.values()),
        )  # fmt: skip


def _touchpoint(
    pairing: Pairing, key: str, old: Use, new: Use, skip: frozenset[str]
) -> Iterator[Change]:
    """Yield what differs in a touchpoint that a step had and has."""
    if not _differs_in_department_alone(old.resolved.item, new.resolved.item):
        skip -= {"owner"}
    for change in item_details(
        pairing, old.route, new.route, old.resolved.item, new.resolved.item,
        skip=skip, name=new.resolved.name, id=key, what="touchpoint",
    ):  # fmt: skip
        is_plain = change.kind is Kind.DETAIL_CHANGED
        kind = Kind.TOUCHPOINT_CHANGED if is_plain else change.kind
        # Its own place may be another file's.
        yield replace(change.at(old.route, new.route), kind=kind)


def _differs_in_department_alone(old: Touchpoint, new: Touchpoint) -> bool:
    a, b = old.owner, new.owner
    return a is not None and b is not None and (
        a.model_copy(update={"department": b.department}) == b
    )  # fmt: skip


def channels_of(side: Side, routes: Sequence[Route]) -> dict[str, Text]:
    """Return key → name of the channels that some steps run in."""
    found: dict[str, Text] = {}
    for route in routes:
        references = side.references_at(route)
        content = side.item(route)
        own: list[Any] = []
        bare = not content.touchpoints
        for item in content.touchpoints:
            channels = references.touchpoint(item).item.channels
            own += channels
            bare = bare or not channels
        for channel in (*own, *(content.channels if bare else ())):
            resolved = references.channel(channel)
            found.setdefault(resolved.key, resolved.name)
    return found


def departments_of(side: Side, uses: dict[str, Use]) -> dict[str, Text]:
    """Return key → name of the departments that answer for touchpoints."""
    found: dict[str, Text] = {}
    for use in uses.values():
        owner = use.resolved.item.owner
        if owner is not None and owner.department is not None:
            references: References = side.references_at(use.route)
            resolved = references.department(owner.department)
            found.setdefault(resolved.key, resolved.name)
    return found
