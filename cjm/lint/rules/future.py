"""Rules about maps of what is to come, beside the maps that they change."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.actions import insights
from cjm.lint.changes import (
    changes_a_map,
    held_insights,
    names_what_is_not_there,
    place_for,
    settled_insights,
    written_insights,
)
from cjm.lint.hit import Hit, Other
from cjm.lint.metrics import measured_by, same_terms, start_before, start_of
from cjm.lint.subject import MapSubject
from cjm.lint.where import Spot
from cjm.model.metric import Metric
from cjm.model.values import fold
from cjm.rulebook import rule


@rule("future", "·EE", mermaid=False)
def missing_baseline(subject: MapSubject) -> Iterator[Hit]:
    """A future or transition map that changes no map.

    A future that starts from nowhere cannot be held against today: nobody sees what goes, what stays
    and which pains it settles. Name the map that it changes; a service that is new changes the map
    of how people manage without it.

    Bad (future):
        baseline:
        resolves:
        stages:
          - {id: learn, steps: [{id: compare-plans, realises: }]}
          - id: use
            same:
            name: Use
            lifecycle: use
            steps:
              - {id: first-film, name: Watches a film on 5G, touchpoints: [plan-page],
                 needs: [compare-fairly], feeling: {level: 1}}

    Good (future):
        baseline: upgrade-2026

    Source: seven steps
    """
    journey = subject.journey
    if journey.state in ("future", "transition") and journey.baseline is None:
        yield Hit(("state",), {"state": journey.state}, absent=(("baseline",),))


@rule("future", "·WE", mermaid=False)
def forgotten_pain(subject: MapSubject) -> Iterator[Hit]:
    """A severe pain of the maps before it that this map neither keeps, resolves nor defers.

    What a future map does not mention is gone from it, as if it had been solved. A pain is kept by
    its id, or with a stage that is `same`; settled by `resolves`, or by an insight that `replaces`
    it; left on purpose by `defers`, with the reason. Asked of the whole chain of baselines: what a
    map on the way resolved or replaced is settled, what it kept counts as it stands there, what it
    deferred is still to be done. A pain is severe from the setting `pain.severe` on.

    Bad (future):
        resolves:

    Good (future):
        resolves: [too-many-plans]

    Source: seven steps
    """
    if not changes_a_map(subject) or names_what_is_not_there(subject):
        return
    if subject.has_lost("pains", "delights", "itches", "resolves", "defers", "replaces"):
        return
    told = held_insights(subject) | settled_insights(subject, "resolves", "defers", "replaces")
    for map in subject.baselines:
        for route, pain in insights(map).items():
            severe = (pain.severity or 0) >= subject.limits["pain.severe"]
            id = fold(map.ids.of[route])
            if route[-2] != "pains" or pain.status == "refuted" or not severe or id in told:
                continue
            said = {"pain": pain.text or "", "severity": pain.severity, "map": map.map.id,
                    "place": Spot(route, map), "id": map.ids.of[route]}  # fmt: skip
            other = Other(route, "forgotten", map.document)
            yield Hit(place_for(subject, map, route), said, related=(other,))
        told |= written_insights(map) | settled_insights(map, "resolves", "replaces")


@rule("future", "·iW", mermaid=False)
def unmoved_target(subject: MapSubject) -> Iterator[Hit]:
    """No metric's target differs from the baseline.

    A future that is to be better by no number will be called a success whatever happens. At least
    one metric needs a target other than the value that it has in the baseline, or than its own
    `baseline` where it is not measured there.

    Bad (future):
        metrics:
          - {ref: uptake, target: 23 %}

    Good (future):
        metrics:
          - {ref: uptake, target: 45 %}

    Source: practice guide
    """
    before = subject.baseline
    if before is None or not changes_a_map(subject) or subject.has_lost("metrics", "target"):
        return
    found = measured_by(subject)
    if found and not any(_is_moved(subject, key, metric) for key, metric in found):
        route: Route = ("metrics",) if subject.journey.metrics else ("baseline",)
        has_targets = any(metric.target for _, metric in found)
        yield Hit(route, {"map": before.map.id}, "" if has_targets else "none", on_key=True)


def _is_moved(subject: MapSubject, key: str, metric: Metric) -> bool:
    target = metric.target
    start = start_before(subject, key) or start_of(metric)
    if target is None or start is None:
        return target is not None
    if target.relative:
        return (target.low, target.high) != (0, 0)
    terms = same_terms(target, start, metric)
    return terms is None or terms[0] != terms[1]
