"""Rules of the category experience about feelings that what stands beside them does not explain."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.felt import (
    SEEN,
    Felt,
    around,
    concerns,
    content_at,
    felt_among,
    felt_at,
    felt_there,
    insights_at,
    is_answered,
    level_words,
)
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.model.insight import Insight
from cjm.model.stage import Cell, Content
from cjm.rulebook import rule


@rule("experience", "·WE", mermaid=False)
def low_without_pain(subject: MapSubject) -> Iterator[Hit]:
    """A feeling of −1 or lower, and no pain.

    The curve falls, and nobody says why: there is nothing that anyone could mend. A pain of the step,
    of its stage or of the whole journey will do, in a blueprint a fail point too. A map with no pain at
    all hears of it once. The level is the setting `feeling.low`.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: -1, evidence: survey}, expectation: 0.5}

    Good:
        stages:
          - id: choose
            steps:
              - id: sign-up
                feeling: {level: -1, evidence: survey}
                expectation: 0.5
                pains: {id: queue, text: A queue of 25 minutes, evidence: interviews}

    Source: Custellence
    """
    limit = subject.limits["feeling.low"]
    found = list(_unexplained(subject, limit))
    told: dict[str, object] = {"places": len(found)}
    if len(found) > 1 and not any(claim.kind == "pains" for claim in subject.claims):
        first, *others = sorted(found, key=lambda each: each[1].level)
        related = tuple(Other(low.route, level_words(low.level)) for _, low in others[:2])
        told["level"] = level_words(first[1].level)
        absent = tuple((*at, "pains") for place, _ in found for at in around(subject, place))
        yield Hit(first[1].route, told, "anywhere", related=related, scope=(), absent=absent)
        return
    for place, low in found:
        absent = tuple((*at, "pains") for at in around(subject, place))
        told["level"] = level_words(low.level)
        yield Hit(low.route, dict(told), scope=place, absent=absent)


def _unexplained(subject: MapSubject, limit: float) -> Iterator[tuple[Route, Felt]]:
    """Yield the steps and stages where a feeling is low and no pain tells why, and the lowest there."""
    for place, claims in subject.claims_at.items():
        lows = [felt for felt in felt_among(claims) if felt.level <= limit]
        if not lows:
            continue
        near = around(subject, place)
        pains = [pain for at in near for _, pain in insights_at(subject, at, "pains")]
        named = content_at(subject, place).feelings or ()
        lows = [
            low for low in lows if not any(concerns(subject, each, low, named) for each in pains)
        ]
        if lows and not any(_fails(content_at(subject, at)) for at in near if at):
            yield place, min(lows, key=lambda felt: felt.level)


def _fails(content: Content) -> bool:
    rows = ("physical_evidence", "frontstage", "backstage", "support", "policies")
    cells: list[Cell] = [cell for row in rows for cell in getattr(content, row)]
    return any(cell.fail for cell in cells)


@rule("experience", "·WW", mermaid=False)
def pain_without_low(subject: MapSubject) -> Iterator[Hit]:
    """A severe pain where the feeling is above 0.

    Either the pain hurts less than written, or the curve hides it. It is silent where customers were
    measured or observed to feel so, where the pain is rare (`frequency` 1 or 2), and where it concerns
    others than those who feel well. Severe is what the setting `pain.severe` says, 4 or more.

    Bad:
        stages:
          - id: choose
            steps:
              - id: sign-up
                touchpoints: [plan-page]
                feeling: {level: 0.5, evidence: interviews}
                pains: {id: queue, text: A queue of 25 minutes, severity: 4, evidence: interviews}
                opportunities: {id: book, text: Book a time, addresses: queue, impact: 3, effort: 2,
                                owner: service}

    Good:
        stages:
          - id: choose
            steps:
              - id: sign-up
                touchpoints: [plan-page]
                feeling: {level: 0.5, evidence: survey}
                pains: {id: queue, text: A queue of 25 minutes, severity: 4, evidence: interviews}
                opportunities: {id: book, text: Book a time, addresses: queue, impact: 3, effort: 2,
                                owner: service}

    Source: TheyDo
    """
    limit = subject.limits["pain.severe"]
    for place in subject.claims_at:
        for claim, pain in insights_at(subject, place, "pains"):
            is_rare = pain.frequency is not None and pain.frequency <= _RARE
            if not place or pain.severity is None or pain.severity < limit or is_rare:
                continue
            felt = list(_felt_by(subject, pain, place))
            if felt and min(each.level for each in felt) > 0 and not _was_seen(felt):
                low = min(felt, key=lambda each: each.level)
                told = {"pain": pain.text or "", "severity": pain.severity,
                        "level": level_words(low.level)}  # fmt: skip
                yield Hit(claim.route, told, scope=place,
                          related=(Other(low.route, "the feeling"),))  # fmt: skip


_RARE = 2
"""The frequency up to which a pain is rare: it leaves the curve of most customers where it is."""


def _felt_by(subject: MapSubject, pain: Insight, place: Route) -> Iterator[Felt]:
    """Yield the feelings where a pain stands, of those whom it concerns."""
    places = [place] if len(place) == 4 else around(subject, place)[:-1]
    for at in places:
        named = content_at(subject, at).feelings or ()
        found = felt_there(subject, at) if len(place) == 4 else felt_at(subject, at)
        yield from (each for each in found if concerns(subject, pain, each, named))


def _was_seen(felt: list[Felt]) -> bool:
    return any(each.basis in SEEN for each in felt)


@rule("experience", "·WE", mermaid=False, supersedes=("low-without-pain", "bad-ending"))
def expectation_gap(subject: MapSubject) -> Iterator[Hit]:
    """Customers expect far more than they get, and there is no opportunity.

    What disappoints is the distance from what was expected, not the level itself. Where it is 2 or
    more on the scale of −2 to +2 (the setting `gap.max`), say what could be done: an opportunity or a
    solution at the step or its stage, or one elsewhere that addresses a pain of the step.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: -0.5, evidence: survey}, expectation: 1.5}

    Good:
        stages:
          - id: choose
            steps:
              - id: sign-up
                feeling: {level: -0.5, evidence: survey}
                expectation: 1.5
                opportunities: {id: book, text: Book a time, addresses: too-many-plans, impact: 3, effort: 2,
                                owner: service}

    Source: Mennella
    """
    limit = subject.limits["gap.max"]
    worst: dict[Route, tuple[float, Felt, float, Route]] = {}
    for column in subject.columns:
        at, expected = _expected(column.route, column.step), column.route
        if at is None and not column.is_implicit:
            at, expected = _expected(column.stage_route, column.stage), column.stage_route
        felt = felt_there(subject, column.route) if at is not None else []
        if at is None or not felt or is_answered(subject, column.route):
            continue
        low = min(felt, key=lambda each: each.level)
        gap = at - low.level
        if gap >= limit - _EXACT and (expected not in worst or gap > worst[expected][0]):
            worst[expected] = gap, low, at, column.route
    for expected, (gap, low, level, place) in worst.items():
        told = {"gap": f"{round(gap, 2):g}", "level": level_words(low.level),
                "expected": level_words(level)}  # fmt: skip
        absent = tuple((*route, key) for route in (place, place[:2])
                       for key in ("opportunities", "solutions"))  # fmt: skip
        related = Other((*expected, "expectation"), "what they expect")
        yield Hit(low.route, told, related=(related,), scope=place, absent=absent)


_EXACT = 1e-9
"""Levels are decimal fractions, which binary numbers miss by less."""


def _expected(route: Route, content: Content) -> float | None:
    return content.expectation.level if content.expectation is not None else None
