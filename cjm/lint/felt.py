"""What customers feel at a place of a map, what hurts them there, and what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.figures.claims import Claim, holder_of
from cjm.findings import Route
from cjm.lint.subject import MapSubject
from cjm.model.insight import Feeling, Insight, Opportunity, Solution
from cjm.model.stage import Content

SEEN = frozenset({"measured", "observed"})
"""The bases of a feeling that nobody may call implausible."""


class Felt(NamedTuple):
    """A feeling with a level.

    Attributes:
        route: Of the feeling.
        level: −2…+2.
        basis: One of `BASES`.
        persona: As it is named in `feelings`; empty for `feeling`.
    """

    route: Route
    level: float
    basis: str
    persona: str


def felt_at(subject: MapSubject, place: Route) -> list[Felt]:
    """Return the feelings with a level that a step or stage itself has, in their order."""
    return list(felt_among(subject.claims_at.get(place, ())))


def felt_there(subject: MapSubject, place: Route) -> list[Felt]:
    """Return the feelings of a step, or of its stage where it has none."""
    found = felt_at(subject, place)
    return found if found or len(place) < 4 else felt_at(subject, place[:2])


def felt_among(claims: Iterable[Claim]) -> Iterator[Felt]:
    """Yield the feelings with a level among `claims`."""
    for claim in claims:
        if claim.kind == "feeling":
            item = claim.item
            assert isinstance(item, Feeling)
            if item.level is not None:
                persona = str(claim.route[-2]) if claim.route[-3] == "feelings" else ""
                yield Felt(claim.route, item.level, claim.basis, persona)


def insights_at(subject: MapSubject, place: Route, *kinds: str) -> list[tuple[Claim, Insight]]:
    """Return the insights of `kinds` that a step, stage or journey itself has, no refuted ones."""
    return [
        (claim, claim.item)
        for claim in subject.claims_at.get(place, ())
        if claim.kind in kinds and isinstance(claim.item, Insight)
    ]


def around(subject: MapSubject, place: Route) -> list[Route]:
    """Return the routes of all whose content is there: the stage's at each step, and the journey's."""
    if len(place) == 4:
        return [place, place[:2], ()]
    steps = subject.journey.stages[int(place[1])].steps
    return [place, *((*place, "steps", index) for index, _ in enumerate(steps)), ()]


def content_at(subject: MapSubject, place: Route) -> Content:
    """Return the step or stage at `place`."""
    stage = subject.journey.stages[int(place[1])]
    return stage.steps[int(place[3])] if len(place) == 4 else stage


def concerns(subject: MapSubject, insight: Insight, felt: Felt, named: Iterable[str]) -> bool:
    """Whether an insight is about those who feel so.

    Args:
        subject: The map.
        insight: It may name whom it concerns; else it concerns all.
        felt: The feeling.
        named: The personas that have feelings of their own there; `feeling` is that of the others.
    """
    if not insight.personas:
        return True
    key = subject.references.persona_named
    whom = {key(each).key for each in insight.personas}
    if felt.persona:
        return key(felt.persona).key in whom
    return bool(whom - {key(each).key for each in named})


def is_answered(subject: MapSubject, place: Route) -> bool:
    """Whether an opportunity or solution stands at a step or its stage, or addresses what hurts there."""
    answered = subject.once(_answered)
    if place in answered or place[:2] in answered:
        return True
    held = (content_at(subject, at) for at in {place, place[:2]})
    return any(item.realises or item.resolves for item in held)


def _answered(subject: MapSubject) -> set[Route]:
    """Return the routes of the steps and stages that some opportunity or solution answers."""
    references = subject.references
    found: set[Route] = set()
    work = [*subject.index.of(Opportunity), *subject.index.of(Solution)]
    for route, item in work:
        found.add(holder_of(route))
        for reference in item.addresses:
            at = references.insight(reference) or references.opportunity(reference)
            if at is not None:
                found.add(holder_of(at))
    return found - {()}


def level_words(level: float) -> str:
    """Return a level as a message spells it: `+1`, `0`, `−1.5`."""
    rounded = round(level, 2)
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"
