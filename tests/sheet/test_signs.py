"""What stands in cells says how good, how much, how long, how sure: in order, and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.sheet.lanes.voices import bare
from cjm.sheet.sheet import (
    Block,
    EvidenceMark,
    Gauge,
    Note,
    OwnerMark,
    Rating,
    ResourceMark,
    Saying,
    TimeBar,
)
from cjm.sheet.trend import MOST, Measurement, trend
from tests.sheet.builders import lane_of, sheet_of


def blocks_of(step: str, lane: str, more: str = "", **options: str) -> tuple[Block, ...]:
    text = f"title: T\nstages:\n  - name: A\n    steps:\n      - {{name: a, {step}}}\n{more}"
    return next(lane_of(sheet_of(text, **options), lane).cells).blocks  # type: ignore[arg-type]


def gauge_of(metric: str) -> Gauge:
    (gauge,) = blocks_of(f"metrics: [{{name: m, {metric}}}]", "metrics")
    assert isinstance(gauge, Gauge)
    return gauge


@pytest.mark.parametrize(
    ("metric", "is_reached"),
    [
        ("actual: 4, target: 4, better: higher", True),
        ("actual: 3, target: 4, better: higher", False),
        ("actual: 4, target: 4–5, better: higher", True),
        ("actual: 3, target: 4, better: lower", True),
        ("actual: 5, target: 4, better: lower", False),
        ("actual: 5, target: 4", False),  # nobody says what is better
        ("target: 4, better: higher", False),
        ("actual: 110, target: +10%, baseline: 100, better: higher", True),
        ("kind: time, actual: 7 min, target: 8 min, better: lower", True),
    ],
)
def test_a_metric_says_whether_it_has_reached_its_target(metric: str, is_reached: bool) -> None:
    assert bool(gauge_of(metric).reached) == is_reached


def test_a_metric_says_which_direction_is_better() -> None:
    gauge = gauge_of("actual: 25, target: 8, better: lower")

    assert gauge.better == "lower"
    assert gauge.aim == "target, lower is better"


def test_what_was_measured_last_is_the_value_where_no_other_is_given() -> None:
    points = "points: [{date: 2026-05-01, value: 60%}, {date: 2026-01-01, value: 50%}]"

    gauge = gauge_of(points)

    assert gauge.actual == "60\u202f%"
    assert gauge.bar == pytest.approx(0.6)
    assert gauge_of(f"actual: 70%, {points}").actual == "70\u202f%"


def test_measurements_become_a_line_by_their_days() -> None:
    gauge = gauge_of(
        "points: [{date: 2026-01-31, value: 10}, {date: 2026-01-01, value: 30}, "
        "{date: 2026-01-11, value: 20}]"
    )

    assert gauge.trend == ((0, 1), (pytest.approx(1 / 3, abs=1e-3), 0.5), (1, 0))
    assert gauge.trend_label == "from 30 (2026-01-01) to 10 (2026-01-31)"


def test_measurements_without_days_stand_evenly_as_they_are_written() -> None:
    gauge = gauge_of("points: [{value: 1}, {value: 5}, {date: 2026-01-01, value: 3}]")

    assert gauge.trend == ((0, 0), (0.5, 1), (1, 0.5))
    assert gauge.trend_label == "from 1 to 3"


def test_one_measurement_is_no_line() -> None:
    assert gauge_of("points: [{value: 1}]").trend == ()


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=200))
def test_a_line_stays_between_0_and_1_and_keeps_its_ends(values: list[float]) -> None:
    from cjm.model.quantity import Quantity

    points = [Measurement(Quantity(each, each, "number", False, ""), None) for each in values]

    line = trend(points)

    assert len(line) == min(len(values), MOST)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in line)
    assert [line[0][0], line[-1][0]] == [0, 1]
    assert [x for x, _ in line] == sorted(x for x, _ in line)


def test_the_worst_pain_stands_first_and_keeps_its_route() -> None:
    notes = blocks_of(
        "pains: [{text: a, severity: 2}, b, {text: c, severity: 5}, {text: d, severity: 2}]",
        "pains",
    )

    found = [(note.text, note.route[-1]) for note in notes if isinstance(note, Note)]
    assert found == [("c", 2), ("a", 0), ("d", 3), ("b", 1)]


def test_what_brings_much_and_takes_little_stands_first_what_is_dismissed_last() -> None:
    notes = blocks_of(
        "opportunities: [{text: a, impact: 5, effort: 5}, {text: b, impact: 4, effort: 1}, c, "
        "{text: d, impact: 5, effort: 1, status: dismissed}, {text: e, impact: 5, effort: 2}]",
        "opportunities",
    )

    assert [note.text for note in notes if isinstance(note, Note)] == ["e", "b", "a", "c", "d"]


def test_an_initiative_says_how_far_it_is() -> None:
    notes = blocks_of(
        "solutions: [{text: a, status: in-progress}, {text: b, status: open}, c]", "solutions"
    )

    assert [(note.status, note.progress) for note in notes if isinstance(note, Note)] == [
        ("in progress", "in-progress"), ("", "open"), ("", "open"),
    ]  # fmt: skip


def test_thoughts_and_quotes_are_told_apart() -> None:
    step = "thoughts: Why?, quotes: “I gave up.”"

    (thought,), (quote,) = (blocks_of(step, lane) for lane in ("thoughts", "quotes"))

    assert isinstance(thought, Saying)
    assert isinstance(quote, Saying)
    assert (thought.kind, thought.text) == ("thought", "Why?")
    assert (quote.kind, quote.text) == ("quote", "I gave up.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“So”", "So"), ('"So"', "So"), ("「好」", "好"), ("«Да»", "Да"), ("„So“", "So"),
        ("So", "So"), ("“So” or “no”", "“So” or “no”"), ("“So", "“So"), ("“”", "“”"),
    ],
)  # fmt: skip
def test_only_marks_around_the_whole_are_taken_off(text: str, said: str) -> None:
    assert bare(text) == said


def test_time_is_compared_with_the_longest_step() -> None:
    sheet = sheet_of(
        "title: T\nstages:\n  - name: A\n    duration: 10 h\n    steps:\n"
        "      - {name: a, duration: 4 h, wait: 1 h}\n      - {name: b, duration: 1 h}\n"
        "      - {name: c, wait: 1 h}\n"
    )

    bars = [block for cell in lane_of(sheet, "time").cells for block in cell.blocks]
    assert [(bar.length, bar.waiting) for bar in bars if isinstance(bar, TimeBar)] == [
        (1, 0.25), (0.25, 0), (0.25, 1), (1, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("time", ["duration: 0 min", "duration: 1 min, wait: 3 min", "wait: 0 s"])
def test_odd_times_give_no_odd_bars(time: str) -> None:
    (bar,) = blocks_of(time, "time")

    assert isinstance(bar, TimeBar)
    assert 0 <= bar.length <= 1
    assert 0 <= bar.waiting <= 1


def test_resources_are_there_or_missing() -> None:
    marks = blocks_of(
        "touchpoints: [{name: App, resources: {owned: Team, needed: [Money, Time]}}]", "resources"
    )

    assert [(m.text, m.is_owned, m.label) for m in marks if isinstance(m, ResourceMark)] == [
        ("Team", True, "there"), ("Money", False, "missing"), ("Time", False, "missing"),
    ]  # fmt: skip


def test_a_rating_says_who_how_good_and_by_what() -> None:
    (rating,) = blocks_of(
        "touchpoints: [{name: App, performance: {department: IT, score: 4, metric: csat}}]",
        "performance",
        "library: {metrics: {csat: {name: CSAT, actual: 4.2}}}",
    )

    assert isinstance(rating, Rating)
    assert (rating.name, rating.score, rating.label, rating.note) == ("IT", 4, "4 of 5", "CSAT 4.2")


def test_an_owner_is_a_department_with_person_and_region() -> None:
    step = (
        "opportunities: [{text: a, owner: {department: IT, person: Ada, region: South}}, "
        "{text: b, owner: {department: IT}}, {text: c, owner: {person: Bo, region: North}}, "
        "{text: d, owner: {region: East}}, {text: e, owner: IT}]"
    )

    marks = blocks_of(step, "owner")

    assert [(mark.name, mark.detail) for mark in marks if isinstance(mark, OwnerMark)] == [
        ("IT", "Ada · South"), ("Bo", "North"), ("East", ""),
    ]  # fmt: skip


LIBRARY = (
    "library: {evidence: {talk: {title: Talks, method: interview}, "
    "plan: {title: Diary, method: diary-study, status: planned}}}"
)


def test_claims_without_evidence_are_counted_beside_the_evidence() -> None:
    step = (
        "pains: [{text: a, evidence: talk}, b, {text: c, status: refuted}], thoughts: d, "
        "expectation: {level: 1}"
    )

    marks = blocks_of(step, "evidence", LIBRARY)

    assert [(m.title, m.basis) for m in marks if isinstance(m, EvidenceMark)] == [
        ("Talks", "reported"), ("2 claims assumed", "assumed"),
    ]  # fmt: skip


def test_a_map_without_any_evidence_does_not_say_so_at_every_step() -> None:
    sheet = sheet_of("title: T\nstages: [{name: A, steps: [{name: a, pains: b}]}]")

    assert "evidence" not in [lane.id for lane in sheet.lanes]


def test_planned_research_counts_for_nothing_yet() -> None:
    (mark,) = blocks_of("evidence: plan", "evidence", LIBRARY)

    assert isinstance(mark, EvidenceMark)
    assert (mark.basis, mark.label) == ("assumed", "planned")
