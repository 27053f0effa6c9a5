"""A typo costs its own route and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.check import check_journey
from cjm.model.journey import Journey
from cjm.model.read import Reading, read
from cjm.model.text import Text
from cjm.source import Plain, parse


def reading_of(text: str) -> Reading[Journey]:
    data = parse(text, "x.journey.yaml").data
    return read(Journey, data, noun="journey", check=check_journey)


def rules(reading: Reading[Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.rule, problem.route) for problem in reading.problems]


def test_a_valid_map_has_no_problem_and_nothing_removed() -> None:
    reading = reading_of("title: A\nstages: [Learn, Use]")

    assert reading.problems == ()
    assert reading.removed == frozenset()
    assert [str(stage.name) for stage in reading.item.stages] == ["Learn", "Use"]  # type: ignore[union-attr]


def test_an_unknown_key_is_named_with_its_place_and_the_nearest() -> None:
    reading = reading_of(
        "title: A\nstages:\n  - name: Learn\n    steps:\n      - name: Compares\n        emotion: -2\n"
    )

    (problem,) = reading.problems
    assert problem.message == "unknown key 'emotion' in step 'Compares'; did you mean 'feeling'?"
    assert problem.on_key
    assert "x-" in problem.help


def test_an_empty_value_is_absent_and_its_key_still_read() -> None:
    reading = reading_of("title: A\ngoal:\nstages:\n  - name: B\n    pains:\n    painz:\n")

    assert rules(reading) == [("unknown-key", ("stages", 0, "painz"))]
    assert reading.item is not None
    assert "pains" not in reading.item.stages[0].model_fields_set


def test_everything_else_stays_when_a_part_is_invalid() -> None:
    reading = reading_of(
        "title: A\nstages:\n  - name: Learn\n    steps:\n"
        "      - {name: One, feeling: 4, pains: [Queue, {txt: x}, Noise], wait: soon}\n"
        "      - {name: Two, feeling: 1}\n"
    )

    assert reading.item is not None
    one, two = reading.item.stages[0].steps
    assert [str(pain.text) for pain in one.pains] == ["Queue", "Noise"]
    assert one.feeling == ()
    assert two.feeling[0].level == 1
    assert sorted(rule for rule, _ in rules(reading)) == ["unknown-key", "wrong-type", "wrong-type"]


def test_a_removed_list_item_leaves_a_map_back_to_the_text() -> None:
    reading = reading_of(
        "title: A\nstages:\n  - name: L\n    pains: [{severity: 3}, {severity: 4}, Queue]\n"
    )

    assert reading.kept == ((("stages", 0, "pains"), (2,)),)
    assert reading.removed == {("stages", 0, "pains")}
    assert [route for _, route in rules(reading)] == [
        ("stages", 0, "pains", 0),
        ("stages", 0, "pains", 1),
    ]


def test_a_stage_whose_name_is_mistyped_keeps_its_steps() -> None:
    reading = reading_of("title: A\nstages:\n  - nam: Learn\n    steps: [Look, Ask]\n")

    assert reading.item is not None
    assert len(reading.item.stages[0].steps) == 2
    assert rules(reading) == [("unknown-key", ("stages", 0, "nam"))]


def test_steps_in_the_place_of_stages_form_one_named_after_the_title() -> None:
    reading = reading_of("title: A\nsteps:\n  - One\n  - {name: Two, feelin: 1}\n")

    assert reading.item is not None
    (stage,) = reading.item.stages
    assert str(stage.name) == "A"
    assert len(stage.steps) == 2
    assert rules(reading) == [("unknown-key", ("steps", 1, "feelin"))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stages: [A]", "the map has no title"),
        ("title: A", "the map has no stages"),
        ("title: A\nstages: [{steps: [B]}]", "a stage needs 'name'"),
        ("title: A\nstages: [{name: B, steps: [{feeling: 1}]}]", "a step needs 'name'"),
        ("title: A\nstages: [{name: B, steps: [C], next: end}]", "'next' stands on stage 'B'"),
        ("title: A\nstages: [{same: true}]", "not which stage"),
        ("title: [A]\nstages: [B]", "expected one text, found a list"),
        ("title: {A: b}\nstages: [B]", "'A', which is no language"),
        ("title: A\nstages: [B]\nstate: curent", "expected one of current, transition, future"),
    ],
)
def test_what_is_missing_is_said(text: str, message: str) -> None:
    assert any(message in problem.message for problem in reading_of(text).problems)


def test_one_cause_is_one_problem() -> None:
    assert [rule for rule, _ in rules(reading_of("title: [A]\nstages: [B]"))] == ["wrong-type"]


def test_keys_of_ones_own_are_kept_and_ignored() -> None:
    reading = reading_of("title: A\nx-colour: {a: [1, 2]}\nstages: [{name: B, x-1: c}]")

    assert reading.problems == ()
    assert reading.item is not None
    assert reading.item.extensions is not None
    assert list(reading.item.extensions) == ["x-colour"]
    assert isinstance(hash(reading.item), int)


def test_the_same_data_gives_equal_hashable_models() -> None:
    text = "title: {en: A, zh: 乙}\npersona: Li\nstages: [{name: B, feelings: {Li: [1, 2]}}]"

    one, two = reading_of(text).item, reading_of(text).item

    assert one == two
    assert hash(one) == hash(two)


_scalars = st.one_of(st.text(max_size=6), st.sampled_from([Plain("3"), Plain("true"), Plain("-1")]))
_keys = st.one_of(
    st.sampled_from(
        "title stages steps name pains feeling level text touchpoints ref personas persona next to "
        "goal metrics expectation same evidence id en zh x-a moment-of-truth library channels".split()
    ),
    st.text(max_size=4),
)
_data = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(_keys, _data, max_size=6))
def test_no_data_raises_and_every_problem_lies_in_it(data: dict[str, Any]) -> None:
    before = repr(data)

    reading = read(Journey, data, noun="journey", check=check_journey)

    assert repr(data) == before
    for problem in reading.problems:
        assert problem.message
        assert not problem.route or problem.route[0] in {*data, "stages"}
    assert reading.item is not None or reading.problems


@given(_data)
def test_what_was_read_after_repair_has_no_invalid_part(data: Any) -> None:
    whole = {"title": "A", "stages": [{"name": "B", "steps": [data]}]}

    reading = read(Journey, whole, noun="journey")

    assert reading.item is not None
    assert reading.item.title == Text("A")
    again = Journey.model_validate(reading.item)
    assert again == reading.item


@pytest.mark.parametrize(
    ("text", "route", "kept"),
    [
        ("touchpoints: {ref: app, id: mine, importance: 5}", ("touchpoints", "id"), "importance"),
        ("name: {en: Look, cn: 看}", ("name", "cn"), "Look"),
    ],
)
def test_one_key_at_fault_costs_itself_and_no_other(
    text: str, route: tuple[str, ...], kept: str
) -> None:
    lines = text if text.startswith("name") else f"name: A\n        {text}"

    reading = reading_of(f"title: T\nstages:\n  - name: S\n    steps:\n      - {lines}\n")

    assert [where[4:] for _, where in rules(reading)] == [route]
    assert reading.item is not None
    assert kept in repr(reading.item.stages[0].steps[0])


def test_one_bad_id_of_a_library_costs_its_entry_alone() -> None:
    reading = reading_of(
        "title: T\nstages: [A]\nlibrary:\n  channels: {'two words': Web, app: App, web: {kind: x}}\n"
    )

    assert sorted(rule for rule, _ in rules(reading)) == ["missing-key", "wrong-type"]
    assert reading.item is not None
    assert reading.item.library is not None
    assert list(reading.item.library.channels or ()) == ["app"]
