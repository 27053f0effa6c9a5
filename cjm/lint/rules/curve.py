"""Rules of the category experience about the curve: its range, its low point, its end."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.figures.ways import ways_of
from cjm.lint.felt import (
    SEEN,
    Felt,
    felt_among,
    felt_there,
    is_answered,
    level_words,
)
from cjm.lint.hit import Hit
from cjm.lint.subject import MapSubject
from cjm.lint.words.future import tells_of_the_future
from cjm.rulebook import rule


@rule("experience", "·WW")
def flat_curve(subject: MapSubject) -> Iterator[Hit]:
    """The curve's range is under 2, and nobody measured or observed it.

    A line that stays level says that nothing matters more than the rest, which is seldom what
    customers tell. Ask where it was best and where it was worst. Where it was measured or observed to
    be so, it is a fact, and the rule is silent. The range is the setting `curve.min_range`; a curve of
    fewer than three levels is not judged, nor one of what is to come.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: -0.5, evidence: interviews},
                 feelings: {chen: {level: 0, evidence: interviews}}}
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: 0.5, evidence: interviews}}
          - id: use
            steps:
              - {id: first-film, feeling: {level: 1, evidence: interviews}, delights: [{id: no-buffering,
                 evidence: survey}]}

    Good:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: -0.5, evidence: survey},
                 feelings: {chen: {level: 0, evidence: interviews}}}
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: 0.5, evidence: survey}}
          - id: use
            steps:
              - {id: first-film, feeling: {level: 1, evidence: survey}}

    Source: Smaply
    """
    felt = _judged(subject)
    if felt:
        low, high = min(each.level for each in felt), max(each.level for each in felt)
        if high - low < subject.limits["curve.min_range"]:
            told = {"low": level_words(low), "high": level_words(high), "levels": len(felt)}
            yield Hit(("title",), told, "" if high > low else "level", scope=())


@rule("experience", "·WW", supersedes=("flat-curve",))
def no_low_point(subject: MapSubject) -> Iterator[Hit]:
    """A current map whose assumed or reported feelings never fall below 0.

    Journeys without a low point exist in brochures. A map that shows none found nothing to mend, or
    was drawn by those who sell it. Ask customers what was worst, and watch some. Where the curve was
    measured or observed it is a fact, and the rule is silent; so it is below three levels, and on a
    map with no `state` whose title says `To-Be` or the like.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: 0, evidence: interviews}, feelings: }
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: 0.5, evidence: interviews},
                 feelings: {chen: {level: 1, evidence: interviews}}}
          - id: use
            steps:
              - {id: first-film, feeling: {level: 2, evidence: interviews}, delights: [{id: no-buffering,
                 evidence: survey}]}

    Good:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: -0.5, evidence: interviews}, feelings: }
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: 0.5, evidence: interviews},
                 feelings: {chen: {level: 1, evidence: interviews}}}
          - id: use
            steps:
              - {id: first-film, feeling: {level: 2, evidence: interviews}, delights: [{id: no-buffering,
                 evidence: survey}]}

    Source: real inputs
    """
    felt = _judged(subject)
    if felt and min(each.level for each in felt) >= 0:
        yield Hit(("title",), {"levels": len(felt)}, scope=())


def _judged(subject: MapSubject) -> list[Felt]:
    """Return the feelings of a curve that may be called implausible; none where it may not."""
    if subject.is_expected or _is_of_the_future(subject):
        return []
    felt = list(felt_among(subject.claims))
    few = len(felt) < subject.limits["curve.min_levels"]
    return [] if few or any(each.basis in SEEN for each in felt) else felt


def _is_of_the_future(subject: MapSubject) -> bool:
    """Whether the title of a map with no `state`, which a diagram cannot hold, is of what is to come."""
    journey = subject.journey
    return journey.state is None and any(map(tells_of_the_future, journey.title))


@rule("experience", "·WW", mermaid=False)
def bad_ending(subject: MapSubject) -> Iterator[Hit]:
    """A path ends at −1 or lower, and no opportunity or solution answers it.

    People remember the peak and the end. Each end counts: where the goal is reached, and where
    customers leave. An opportunity or a solution at the last step or its stage answers it, and so does
    one elsewhere that addresses a pain of that step. The level is the setting `feeling.low`.

    Bad:
        stages:
          - id: use
            steps:
              - id: first-film
                feeling: {level: -1, evidence: survey}
                expectation: 0
                pains: {id: fee, text: A fee nobody spoke of, evidence: interviews}

    Good:
        stages:
          - id: use
            steps:
              - id: first-film
                feeling: {level: -1, evidence: survey}
                expectation: 0
                pains: {id: fee, text: A fee nobody spoke of, evidence: interviews}
                opportunities: {id: tell, text: Tell the fee at sign-up, addresses: fee, impact: 4, effort: 1,
                                owner: service}

    Source: peak–end rule (Kahneman)
    """
    if subject.has_lost("next"):
        return
    limit = subject.limits["feeling.low"]
    for at, kind in _ends(subject).items():
        place = subject.columns[at].route
        last = {felt.persona: felt for felt in felt_there(subject, place)}.values()
        low = min(last, key=lambda felt: felt.level, default=None)
        if low is None or low.level > limit or is_answered(subject, place):
            continue
        absent = tuple((*route, key) for route in (place, place[:2])
                       for key in ("opportunities", "solutions"))  # fmt: skip
        yield Hit(low.route, {"level": level_words(low.level)}, "exit" if kind == "exit" else "",
                  scope=place, absent=absent)  # fmt: skip


def _ends(subject: MapSubject) -> dict[int, str]:
    """Return the columns where a path ends → how: `end`, or `exit` where customers only leave."""
    columns = subject.columns
    if not any(column.step.next for column in columns):
        return {len(columns) - 1: "end"} if columns else {}
    found: dict[int, str] = {}
    for way in ways_of(columns, subject.references):
        if way.end is None and found.get(way.start) != "end":
            found[way.start] = way.kind
    return found
