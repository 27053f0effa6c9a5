"""The rule of the category metric about asking the same at each step."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.metrics import Measure, measures_of, scale_of
from cjm.lint.subject import MapSubject
from cjm.model.metric import Metric
from cjm.model.text import Text
from cjm.model.values import fold
from cjm.rulebook import rule


@rule("metric", "·WW", mermaid=False)
def inconsistent_metric(subject: MapSubject) -> Iterator[Hit]:
    """NPS, CSAT or CES with another wording or scale at another step.

    These are asked so that one step can be held against the next. A 4 of 5 is no 4 of 10, and "how
    satisfied are you?" gets other answers than "did we keep our word?". Ask the same question on the
    same scale; only what it is about may differ.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, metrics: [{ref: csat, scale: [1, 10]}]}

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, metrics: [{ref: csat, target: 4.5}]}

    Source: Qualtrics
    """
    first: dict[tuple[str, str], Measure] = {}
    told: set[object] = set()
    for each in measures_of(subject):
        metric, kind = each.metric, each.metric.kind or ""
        if kind not in _ASKED or each.route[0] == "library":
            continue
        seen = (each.key, metric.scale, metric.question)
        if scale_of(metric) is not None:
            before = first.setdefault((kind, "scale"), each)
            if scale_of(before.metric) != scale_of(metric) and seen not in told:
                told.add(seen)
                yield _differs(each, before, "scale", _ends(metric), _ends(before.metric))
                continue
        if metric.question is not None:
            before = first.setdefault((kind, "question"), each)
            if seen not in told and not _asks_the_same(each, before, subject):
                told.add(seen)
                yield _differs(each, before, "question", metric.question, before.metric.question)


_ASKED = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}


def _differs(each: Measure, before: Measure, key: str, found: object, other: object) -> Hit:
    route: Route = (*each.route, key) if key in each.written else each.route
    told = {"kind": _ASKED[each.metric.kind or ""], "metric": each.name, "found": found,
            "other": other}  # fmt: skip
    related = [Other(before.route, "the first")]
    for measure in (each, before):
        if measure.entry is not None and key not in measure.written:
            entry = measure.entry
            related.append(Other((*entry.route, key), "defined here", entry.document))
            break
    return Hit(route, told, key, related=tuple(related))


def _ends(metric: Metric) -> str:
    low, high = scale_of(metric) or (0, 0)
    return f"{low:g}…{high:g}"


def _asks_the_same(each: Measure, other: Measure, subject: MapSubject) -> bool:
    one, two = each.metric.question, other.metric.question
    if one == two or one is None or two is None:
        return True
    pair = _in_one_language(one, two, subject.language)
    if pair is None:
        return True
    first, second = map(_plain, pair)
    if each.key == other.key or first == second:
        return first == second
    from rapidfuzz import fuzz

    return fuzz.ratio(first, second) >= _ALIKE


def _in_one_language(one: Text, two: Text, language: str) -> tuple[str, str] | None:
    """Return two texts in a language that both have; a plain one is in that of the map."""
    for wanted in (language, *one.languages):
        (tag, first), (other, second) = one.tagged(wanted), two.tagged(wanted)
        if (tag or language) == (other or language):
            return first, second
    return None


_ALIKE = 60
"""Likeness in per cent from which two questions differ in what they are about, not in how they ask."""


def _plain(question: str) -> str:
    return " ".join(fold("".join(sign if sign.isalnum() else " " for sign in question)).split())
