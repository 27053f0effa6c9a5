"""Rules about what is measured, and how well that is defined."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.lint.changes import homes
from cjm.lint.hit import Hit, Other
from cjm.lint.metrics import Measure, better, defined_in, is_in_per_cent, measures_of
from cjm.lint.subject import FileSubject, MapSubject
from cjm.model.metric import Metric
from cjm.model.stage import Goal
from cjm.model.touchpoint import Touchpoint
from cjm.model.values import fold
from cjm.model.walk import Column
from cjm.rulebook import rule
from cjm.source.scalars import scalar


@rule("metric", "·WE", mermaid=False, supersedes=("goal-without-metric",))
def no_metric(subject: MapSubject) -> Iterator[Hit]:
    """No metric on the map, or none at any moment of truth.

    Without a number nobody will know whether the journey got better. The moments of truth are where
    the relation is decided: a number of the whole journey moves for many reasons, one that is taken
    at such a moment tells of that moment. A metric of its stage or its touchpoint will do.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, metrics: }

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, metrics: [csat]}

    Source: practice guide
    """
    if subject.has_lost("metrics", "touchpoints", "moment_of_truth"):
        return
    if not _measures_something(subject):
        yield Hit(("title",), absent=(("goal",),), scope=())
        return
    places = [(home.subject, column) for home in homes(subject) for column in home.columns]
    moments = [(home, column) for home, column in places if _is_a_moment(column)]
    own = [column for home, column in moments if home is subject]
    if own and not any(_is_measured(home, column) for home, column in moments):
        first, *others = own
        related = tuple(Other(column.route, "and here") for column in others[:2])
        variant = "moments" if others else "moment"
        yield Hit(first.route, {"moments": len(own)}, variant, related=related)


def _measures_something(subject: MapSubject) -> bool:
    if any(each.route[0] != "library" for each in measures_of(subject)):
        return True
    if any(goal.metrics for _, goal in subject.index.of(Goal)):
        return True
    return any(
        home.subject is not subject or _has_a_measured_touchpoint(subject, column)
        for home in homes(subject)
        for column in home.columns
    )


def _is_a_moment(column: Column) -> bool:
    step = column.step
    cells = (*step.frontstage, *step.backstage, *step.physical_evidence)
    return bool(step.moment_of_truth) or any(cell.moment_of_truth for cell in cells)


def _is_measured(home: MapSubject, column: Column) -> bool:
    return bool(column.step.metrics or column.stage.metrics) or _has_a_measured_touchpoint(
        home, column
    )


def _has_a_measured_touchpoint(home: MapSubject, column: Column) -> bool:
    touchpoints: tuple[Touchpoint, ...] = (*column.step.touchpoints, *column.stage.touchpoints)
    found = (home.references.touchpoint(each).item for each in touchpoints)
    return any(each.metrics or any(score.metric for score in each.performance) for each in found)


@rule("metric", "·WE", subject="file", once=True, mermaid=False)
def undefined_metric(subject: FileSubject) -> Iterator[Hit]:
    """No scale, direction or formula.

    CSAT is a mean from 1 to 5 in one firm, and the share of fours and fives in the next; CES is
    better high or low, as it is asked. A metric needs a `formula` (how it is worked out), `better`
    (which direction is better) and a `scale`. What follows from its kind or unit need not be
    written: all of NPS, the direction of CSAT, conversion, retention, revenue and churn, the scale
    of what is counted in per cent, of time, revenue and volume. Reported once a file; a metric of a
    library is judged there.

    Bad:
        library:
          metrics:
            csat: {formula: , scale: }

    Good:
        library:
          metrics:
            csat: {formula: Share of fours and fives, scale: [0, 100], unit: "%",
                   baseline: 60 %, actual: 64 %, target: 75 %}

    Source: conflicting CSAT and CES definitions
    """
    for each in defined_in(subject):
        missing = _undefined(each.metric)
        if missing:
            absent = tuple((*each.route, _KEYS[word]) for word in missing)
            told: dict[str, object] = {"metric": each.name, "missing": " and no ".join(missing),
                                       "keys": _listed([f"'{_KEYS[w]}'" for w in missing])}  # fmt: skip
            variant = "nps" if each.metric.kind is None and _is_called_nps(each) else ""
            yield Hit(each.route, told, variant, on_key=each.is_entry, absent=absent)


_KEYS = {"scale": "scale", "direction": "better", "formula": "formula"}
_OPEN_ENDED = frozenset({"time", "revenue", "volume"})
_NPS = frozenset({"nps", "net promoter score", "净推荐值"})


def _undefined(metric: Metric) -> list[str]:
    if metric.kind == "nps":
        return []
    missing = []
    if metric.scale is None and not _has_a_known_scale(metric):
        missing.append("scale")
    if better(metric) is None:
        missing.append("direction")
    if metric.formula is None:
        missing.append("formula")
    return missing


def _has_a_known_scale(metric: Metric) -> bool:
    if metric.kind in _OPEN_ENDED:
        return True
    values = [value for value in (metric.baseline, metric.actual, metric.target) if value]
    return is_in_per_cent(metric) or (
        bool(values) and all(value.kind == "percent" for value in values)
    )


def _is_called_nps(measure: Measure) -> bool:
    names = measure.metric.name or (measure.key,)
    return any(fold(name) in _NPS for name in names)


@rule("metric", "·iW", subject="file", once=True, mermaid=False)
def metric_without_owner(subject: FileSubject) -> Iterator[Hit]:
    """A metric that nobody answers for.

    A number that belongs to nobody is looked at when it is good. Reported once a file; a metric of a
    library is judged there.

    Bad:
        library:
          metrics:
            csat: {owner: }

    Good:
        library:
          metrics:
            csat: {owner: service}

    Source: CFN Insight
    """
    for each in defined_in(subject):
        if each.metric.owner is None:
            told, absent = {"metric": each.name}, ((*each.route, "owner"),)
            yield Hit(each.route, told, on_key=each.is_entry, absent=absent)


@rule("metric", "·iW", mermaid=False)
def goal_without_metric(subject: MapSubject) -> Iterator[Hit]:
    """No `goal.metrics`: nothing measures the business goal.

    A goal is reached when a number says so. Which number that is has to be agreed on before anybody
    looks at it. Asked where there is a business goal; `missing-business-goal` asks for that.

    Bad:
        goal:
          metrics:

    Good:
        goal:
          metrics: [uptake]

    Source: MaritzCX
    """
    goal = subject.journey.goal
    if goal is None or goal.business is None or goal.metrics:
        return
    known = next((each for each in measures_of(subject) if each.route[0] != "library"), None)
    told = {"goal": goal.business, "near": _reference(known) if known else ""}
    yield Hit(
        ("goal", "business"), told, "known" if known else "", absent=(("goal", "metrics"),),
        scope=("goal",),
    )  # fmt: skip


def _reference(measure: Measure) -> str:
    """Return what one writes to refer to a metric that the map uses."""
    if measure.entry is not None:
        return measure.entry.id
    return scalar(next(iter(measure.metric.name or ()), measure.key), in_flow=True)


def _listed(words: list[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
