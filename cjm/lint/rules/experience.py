"""Rules of the category experience about what a map holds of feelings, moments and insights."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.felt import around, content_at
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.model.insight import Insight
from cjm.model.stage import Content
from cjm.rulebook import rule


@rule("experience", "·WE", mermaid=False)
def missing_feelings(subject: MapSubject) -> Iterator[Hit]:
    """Under 80 % of the customer's steps have a feeling.

    How it feels is what sets a journey map apart from a process chart. A feeling in a word counts, and
    that of a stage counts for each of its steps. What staff or a system does (`actor`) is not asked,
    nor is a blueprint that shows no feelings. The share is the setting `feelings.min`. In a Mermaid
    diagram each task has a score, and `mermaid-reading` says where it is none.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, feeling: }

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, feeling: {label: hopeful, evidence: interviews}}

    Source: Smaply
    """
    steps = [
        column
        for column in subject.columns
        if column.step.actor is None and (not column.is_implicit or column.stage.has_content)
    ]
    missing = [
        column
        for column in steps
        if not (_has_feeling(column.step) or _has_feeling(column.stage))
        and not any(
            subject.map.lacks((*at, key))
            for at in (column.route, column.stage_route)
            for key in ("feeling", "feelings")
        )
    ]
    felt, limit = len(steps) - len(missing), subject.limits["feelings.min"]
    if not missing or 100 * felt >= limit * len(steps) or (subject.is_blueprint and not felt):
        return
    told = {
        "felt": felt,
        "steps": len(steps),
        "limit": limit,
        "have": "has" if felt == 1 else "have",
    }
    related = tuple(Other(column.route, "nor has this one") for column in missing[1:3])
    variant = "" if felt else "none" if len(steps) > 1 else "one"
    yield Hit(missing[0].route, told, variant, related=related, scope=())


def _has_feeling(content: Content) -> bool:
    return bool(content.feeling or content.feelings)


@rule("experience", "·iW", mermaid=False)
def moment_without_expectation(subject: MapSubject) -> Iterator[Hit]:
    """A moment of truth without an expectation.

    At a moment of truth the customer compares what happens with what was promised. Who does not know
    what is expected there cannot tell whether it is met. A level or a text will do.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, expectation: }

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, expectation: {text: To be done in ten minutes, evidence: interviews}}

    Source: Mennella; ARIS
    """
    for place in _moments(subject):
        near = around(subject, place)[:-1]
        if all(content_at(subject, at).expectation is None for at in near):
            absent = tuple((*at, "expectation") for at in near)
            yield Hit((*place, "moment_of_truth"), on_key=True, scope=place, absent=absent)


@rule("experience", "·WW", mermaid=False)
def too_many_moments(subject: MapSubject) -> Iterator[Hit]:
    """Over 20 % of the steps are moments of truth.

    Where everything decides, nothing does: the mark is there to say where to begin. A map with one
    each of `zmot`, `fmot` and `smot` is not asked, nor one with fewer than three. The share is the
    setting `moments.max`, the number `moments.least`.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, moment_of_truth: true}
          - id: use
            steps:
              - {id: first-film, moment_of_truth: true}

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, moment_of_truth: true}
    """
    moments, steps = list(_moments(subject)), len(subject.columns)
    limit = subject.limits["moments.max"]
    if len(moments) < subject.limits["moments.least"] or 100 * len(moments) <= limit * steps:
        return
    kinds = [content_at(subject, place).moment_of_truth for place in moments]
    if len(set(kinds)) == len(kinds) and all(isinstance(kind, str) for kind in kinds):
        return
    told = {"moments": len(moments), "steps": steps, "limit": limit,
            "share": int(100 * len(moments) / steps)}  # fmt: skip
    first, *others = ((*place, "moment_of_truth") for place in moments)
    yield Hit(first, told, on_key=True, related=tuple(Other(at, "and this") for at in others[:2]))


def _moments(subject: MapSubject) -> Iterator[Route]:
    """Yield the routes of the steps, and of the stages, that are moments of truth."""
    for index, stage in enumerate(subject.journey.stages):
        if stage.moment_of_truth:
            yield ("stages", index)
        for inner, step in enumerate(stage.steps):
            if step.moment_of_truth:
                yield ("stages", index, "steps", inner)


@rule("experience", "·ii", mermaid=False)
def only_pains(subject: MapSubject) -> Iterator[Hit]:
    """Pains, and no delight and no itch.

    A list of complaints tells what to mend, not what to keep nor what to dream up. Ask what customers
    love and what they wish for: a delight shows what must survive the change, an itch where there is
    something to win. A blueprint is not asked, nor is a map of what is to come.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, delights: }

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, delights: , itches: {id: to-go, text: Films to go, evidence: interviews}}

    Source: seven steps
    """
    if subject.is_expected or subject.is_blueprint or subject.has_lost("delights", "itches"):
        return
    pains = [claim for claim in subject.claims if claim.kind == "pains"]
    kinds = {route[-2] for route, _ in subject.index.of(Insight)}
    if pains and kinds <= {"pains"}:
        told = {"pains": "1 pain" if len(pains) == 1 else f"{len(pains)} pains"}
        yield Hit(("title",), told)
