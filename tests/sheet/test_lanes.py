"""What the single lanes show."""

from __future__ import annotations

import pytest

from cjm.sheet.sheet import (
    Block,
    EvidenceMark,
    Gauge,
    Note,
    OwnerMark,
    StepCard,
    TimeBar,
    TouchpointMark,
    Words,
)
from tests.sheet.builders import lane_of, sheet_of


def blocks_of(step: str, lane: str, more: str = "", **options: str) -> tuple[Block, ...]:
    text = f"title: T\nstages:\n  - name: A\n    steps:\n      - {{name: a, {step}}}\n{more}"
    return next(lane_of(sheet_of(text, **options), lane).cells).blocks  # type: ignore[arg-type]


def test_a_touchpoint_shows_its_channels_or_else_those_of_the_step() -> None:
    step = "touchpoints: [{name: App, channels: [Phone]}, Desk], channels: [Store]"

    marks = blocks_of(step, "touchpoints")

    assert [
        [channel.name for channel in mark.channels]
        for mark in marks
        if isinstance(mark, TouchpointMark)
    ] == [["Phone"], ["Store"]]


def test_touchpoints_that_are_not_there_yet_or_go_away_say_so() -> None:
    marks = blocks_of(
        "touchpoints: [{name: A, usage: desired}, {name: B, usage: retiring}]", "touchpoints"
    )

    assert [mark.usage for mark in marks if isinstance(mark, TouchpointMark)] == [
        "wished for", "being retired",
    ]  # fmt: skip


def test_a_department_that_stands_with_its_person_is_not_told_again_without() -> None:
    sheet = sheet_of(
        "title: T\nstages: [{name: A, opportunities: [{text: o, owner: IT},\n"
        "  {text: p, owner: {department: IT, person: Ann}}, {text: q, owner: Shop}]}]\n"
    )

    (cell,) = lane_of(sheet, "owner").cells

    assert [
        (block.name, block.detail) for block in cell.blocks if isinstance(block, OwnerMark)
    ] == [
        ("IT", "Ann"),
        ("Shop", ""),
    ]


def test_the_same_owner_stands_once_in_a_cell_and_keeps_its_colour() -> None:
    sheet = sheet_of(
        "title: T\nstages:\n"
        "  - {name: A, opportunities: [{text: o, owner: IT}, {text: p, owner: it}]}\n"
        "  - {name: B, opportunities: [{text: o, owner: Shop}, {text: p, owner: IT}]}\n"
    )

    cells = [
        [(mark.name, mark.colour) for mark in cell.blocks if isinstance(mark, OwnerMark)]
        for cell in lane_of(sheet, "owner").cells
    ]

    assert cells == [[("IT", 0)], [("Shop", 1), ("IT", 0)]]


@pytest.mark.parametrize(
    ("metric", "actual", "target", "bar", "tick"),
    [
        ("actual: 61 %, target: 85 %", "61\u202f%", "85\u202f%", 0.61, 0.85),
        ("scale: [1, 5], actual: 2, target: 4.2", "2", "4.2", 0.25, 0.8),
        ("kind: nps, actual: -10, target: 45", "−10", "+45", 0.45, 0.725),
        ("kind: time, unit: min, scale: [0, 100], actual: 25 min", "25\u00a0min", "", 0.25, None),
        (
            "scale: [0, 200], baseline: 100, actual: 110, target: +25%",
            "110",
            "+25\u202f%",
            0.55,
            0.625,
        ),
        ("unit: {zh: 元, en: CNY}, actual: 5", "5\u202fCNY", "", None, None),
        (
            "kind: time, unit: {zh: 分钟, en: min}, scale: [0, 100], actual: 25 min",
            "25\u00a0min",
            "",
            0.25,
            None,
        ),
        (
            "kind: time, unit: days, actual: 14 days, target: 7–10 days",
            "14\u00a0days",
            "7–10\u00a0days",
            None,
            None,
        ),
        ("kind: time, unit: {de: Tage}, actual: 2 weeks", "14\u00a0days", "", None, None),
        (
            "kind: time, unit: h, actual: 90 min, target: 10 min",
            "1.5\u00a0h",
            "10\u00a0min",
            None,
            None,
        ),
        ("kind: time, unit: working days, actual: 14 days", "2\u00a0weeks", "", None, None),
        ("unit: EUR, actual: 1200", "1\u202f200\u202fEUR", "", None, None),
        ("scale: [0, 10], actual: 12", "12", "", 1.0, None),
        ("actual: 15–20 %", "15–20\u202f%", "", 0.175, None),
    ],
)
def test_metrics(
    metric: str, actual: str, target: str, bar: float | None, tick: float | None
) -> None:
    (gauge,) = blocks_of(f"metrics: [{{name: m, {metric}}}]", "metrics")

    assert isinstance(gauge, Gauge)
    assert (gauge.actual, gauge.target) == (actual, target)
    assert gauge.bar == (None if bar is None else pytest.approx(bar))
    assert gauge.tick == (None if tick is None else pytest.approx(tick))


def test_time_says_how_much_of_it_is_waiting() -> None:
    (both,) = blocks_of("duration: PT45M, wait: 25 min", "time")
    (alone,) = blocks_of("wait: 3 days", "time")

    assert isinstance(both, TimeBar)
    assert isinstance(alone, TimeBar)
    assert (both.text, both.note) == ("45\u00a0min", "of which waiting 25\u00a0min")
    assert alone.text == "wait 3\u00a0days"


def test_time_keeps_the_author_s_spelling_in_languages_cjm_does_not_speak() -> None:
    (time,) = blocks_of("duration: 30 секунд", "time", language="ru")

    assert isinstance(time, TimeBar)
    assert time.text == "30 секунд"


def test_opportunities_say_impact_effort_and_how_far_they_are() -> None:
    step = "opportunities: [{text: o, impact: 4, effort: 2, status: in-progress}, {text: p, status: open}]"

    notes = blocks_of(step, "opportunities")

    assert [(note.details, note.status) for note in notes if isinstance(note, Note)] == [
        (("impact 4", "effort 2"), "in progress"), ((), ""),
    ]  # fmt: skip


def test_points_of_failure_gather_marked_cells_and_pains() -> None:
    step = "backstage: [{text: Slow, fail: true}, Fine], pains: Late"

    notes = blocks_of(step, "fails", "type: blueprint")

    assert [note.text for note in notes if isinstance(note, Note)] == ["Slow", "Late"]


def test_a_blueprint_shows_the_name_of_a_step_without_actions() -> None:
    (words,) = blocks_of("frontstage: x", "actions", "type: blueprint")

    assert isinstance(words, Words)
    assert words.text == "a"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [("true", "moment of truth"), ("zmot", "zero moment of truth"), ("false", "")],
)
def test_moments_of_truth(moment: str, shown: str) -> None:
    (card,) = blocks_of(f"moment_of_truth: {moment}", "step")

    assert isinstance(card, StepCard)
    assert card.moment == shown


def test_the_curve_names_its_lines_only_where_there_is_something_to_tell_apart() -> None:
    alone = lane_of(sheet_of("title: T\nstages: [{name: A, feeling: 1}]"), "feeling").curve
    beside = lane_of(
        sheet_of("title: T\nstages: [{name: A, feeling: 1, expectation: 2}]"), "feeling"
    ).curve

    assert alone is not None
    assert beside is not None
    assert [line.name for line in alone.lines] == [""]
    assert [line.name for line in beside.lines] == ["experienced"]
    assert beside.expectation is not None
    assert [point.number for point in beside.expectation.points] == ["+2"]


def test_an_expectation_in_words_is_a_claim_below_the_curve() -> None:
    (words,) = blocks_of("feeling: 1, expectation: Fast", "feeling")

    assert isinstance(words, Words)
    assert (words.text, words.basis) == ("Fast", "assumed")


def test_the_evidence_of_a_step_and_of_its_claims_is_listed_once_the_strongest_first() -> None:
    step = (
        "evidence: [walk], pains: [{text: p, evidence: [talk, walk]}, {text: no, status: refuted, "
        "evidence: [poll]}], feeling: {level: 1, evidence: [talk, guess]}, "
        "expectation: {text: e, evidence: [log]}"
    )
    library = (
        "library: {evidence: {walk: {title: Walk, method: walkthrough}, "
        "talk: {title: Talks, method: interview, sample: 12}, poll: {title: Poll, method: survey}, "
        "guess: {title: A guess, method: assumption}, log: {title: Log, method: analytics}}}"
    )

    listed = blocks_of(step, "evidence", library)

    assert [
        (each.title, each.basis, each.label, each.note)
        for each in listed
        if isinstance(each, EvidenceMark)
    ] == [
        ("Log", "measured", "measured", ""),
        ("Talks", "reported", "reported", "n\u00a0=\u00a012"),
        ("Walk", "internal", "internal view", ""),
        ("A guess", "assumed", "assumed", ""),
    ]


def test_the_evidence_of_a_stage_s_claims_stands_over_the_stage() -> None:
    sheet = sheet_of(
        "title: T\nstages: [{name: A, pains: {text: p, evidence: [talk]}, steps: [a, b]}]\n"
        "library: {evidence: {talk: {title: Talks, method: interview}}}"
    )

    (cell,) = lane_of(sheet, "evidence").cells

    assert (cell.start, cell.end) == (0, 2)


def test_the_expectation_is_one_line_only_where_columns_follow_each_other() -> None:
    curve = lane_of(
        sheet_of(
            "title: T\nstages: [{name: A, expectation: 1}, {name: B, feeling: 1}, "
            "{name: C, expectation: 2}, {name: D, expectation: 0}]"
        ),
        "feeling",
    ).curve

    assert curve is not None
    assert curve.expectation is not None
    assert curve.expectation.strands == ((0,), (1, 2))
