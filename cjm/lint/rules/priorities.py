"""Rules of the category touchpoint about what matters and does badly there."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.actions import insights, insights_at, opportunities_of, solutions_of
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import FileSubject, MapSubject
from cjm.lint.touchpoints import Use, answered, defined, present, uses
from cjm.model.touchpoint import Touchpoint
from cjm.rulebook import rule


@rule("touchpoint", "·WW", subject="file", mermaid=False)
def important_but_poor(subject: FileSubject) -> Iterator[Hit]:
    """A touchpoint that matters much, satisfies little, and that no opportunity is about.

    Here a euro buys the most, and the map proposes nothing. An opportunity or a solution at any step
    with the touchpoint, or one that addresses an insight there, answers; a dismissed one does not. A
    touchpoint that is retiring is answered by that. The limits are the settings `importance.high` and
    `satisfaction.poor`.

    Bad:
        library:
          touchpoints:
            counter: {importance: 4, satisfaction: 2, performance: {department: service, score: 2}}

    Good:
        stages:
          - id: choose
            steps:
              - id: sign-up
                opportunities:
                  - id: book-a-slot
                    text: Book a time at the counter
                    addresses: queue
                    impact: 4
                    effort: 2
                    owner: service
                pains:
                  - {id: queue, text: Saturdays mean 25 minutes in line, severity: 2, evidence: interviews}
        library:
          touchpoints:
            counter: {importance: 4, satisfaction: 2, performance: {department: service, score: 2}}

    Source: Milkymap
    """
    if isinstance(subject, MapSubject):
        if not subject.has_lost("touchpoints", "opportunities", "solutions", "addresses"):
            yield from _poor_in_map(subject)
        return
    outlines = subject.whole.outlines
    if not all(each.is_whole for each in outlines):
        return
    used = frozenset().union(*(each.shared for each in outlines))
    settled = frozenset().union(*(each.answered for each in outlines))
    for each in defined(subject):
        if each.key in used - settled and _is_poor(subject, *each.entries):
            yield _poor(each.route, each.entries)


def _poor_in_map(subject: MapSubject) -> Iterator[Hit]:
    settled = answered(subject)
    for each in defined(subject):
        said = list(each.said)
        if each.uses and each.key not in settled and _is_poor(subject, *said):
            yield _poor(each.route, said)
    told: set[str] = set()
    for use in uses(subject):
        key, resolved = use.resolved.key, use.resolved.item
        if not use.is_shared or key in settled | told or _is_poor(subject, _entry(use)):
            continue  # what the library itself says is judged there
        if _is_poor(subject, resolved):
            told.add(key)
            yield _poor(use.route, [resolved])


def _entry(use: Use) -> Touchpoint:
    entry = use.resolved.entry
    return entry.item if entry is not None and isinstance(entry.item, Touchpoint) else use.written


def _is_poor(subject: FileSubject, *said: Touchpoint) -> bool:
    importance, satisfaction = _measures(said)
    return (
        importance >= subject.limits["importance.high"]
        and satisfaction <= subject.limits["satisfaction.poor"]
        and not any(each.usage in ("desired", "retiring") for each in said)
    )


def _measures(said: tuple[Touchpoint, ...] | list[Touchpoint]) -> tuple[int, int]:
    """Return how much a touchpoint matters, and the least that it satisfies (6 where none is said)."""
    importance = max((each.importance.value for each in said if each.importance), default=0)
    return importance, min((each.satisfaction for each in said if each.satisfaction), default=6)


def _poor(route: Route, said: list[Touchpoint]) -> Hit:
    importance, satisfaction = _measures(said)
    name = next(each.name for each in said if each.name is not None)
    told = {"touchpoint": name, "importance": importance, "satisfaction": satisfaction}
    return Hit((*route, "satisfaction"), told, scope=route)


@rule("touchpoint", "·iW", once=True, mermaid=False)
def missing_resources(subject: MapSubject) -> Iterator[Hit]:
    """Severe pains at touchpoints with no `resources`.

    "Fix the queue" is a wish until somebody has said what is there already and what is missing:
    people, data, money. The resources may stand at the touchpoint, or at the opportunity or solution
    that answers the pain. Pains count as severe from the setting `pain.severe` on. Reported once a
    map.

    Bad:
        library:
          touchpoints:
            plan-page: {resources: }

    Good:
        library:
          touchpoints:
            plan-page:
              resources: {owned: [Plan catalogue], needed: [Two engineers]}

    Source: seven steps, 6
    """
    if subject.has_lost("resources", "touchpoints", "addresses"):
        return
    planned = _planned(subject)
    told: dict[frozenset[str], list[Route]] = {}
    for route, pain in insights(subject).items():
        if route[-2] != "pains" or pain.status == "refuted" or route in planned:
            continue
        met = present(subject).get(route[:-2], [])
        if (pain.severity or 0) < subject.limits["pain.severe"] or not met:
            continue
        if not any(use.resolved.item.resources for use in met):
            told.setdefault(frozenset(use.resolved.key for use in met), []).append(route)
    for routes in told.values():
        yield _unresourced(subject, routes)


def _planned(subject: MapSubject) -> frozenset[Route]:
    """Return the routes of the insights that something with resources answers."""
    actions = [*opportunities_of(subject), *solutions_of(subject)]
    return frozenset(
        at
        for each in actions
        if each.item.resources is not None
        for at in (*each.answers, *insights_at(subject, each.holder))
    )


def _unresourced(subject: MapSubject, routes: list[Route]) -> Hit:
    route, *others = routes
    met = present(subject)[route[:-2]]
    first = met[0]
    entry = first.resolved.entry
    keys = {use.resolved.key for use in met}
    told = {
        "severity": insights(subject)[route].severity,
        "touchpoint": first.resolved.name,
        "more": len(keys) - 1,
    }
    there = Other(first.route, "met here")
    if entry is not None:
        there = Other(entry.route, "without resources", entry.document)
    more = tuple(Other(at, "and this pain") for at in others[:2])
    variant = "several" if len(keys) > 1 else ""
    return Hit(route, told, variant, related=(there, *more))
