"""Shorthands, spellings and `x-` keys: whatever a file writes, the long form comes out."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cjm.model.evidence import Evidence, EvidenceUse
from cjm.model.insight import Expectation, Feeling, Insight, Opportunity, Quote, Solution
from cjm.model.item import Item, Link
from cjm.model.journey import Deferral, Hypothesis, Journey, Lane, TeamMember, WalkFinding
from cjm.model.library import Library
from cjm.model.metric import Metric, MetricUse
from cjm.model.owner import Owner
from cjm.model.persona import Persona
from cjm.model.stage import Cell, Goal, Next, Picture, Stage, Step
from cjm.model.text import Text
from cjm.model.touchpoint import (
    Channel,
    Department,
    Importance,
    Need,
    Performance,
    Relation,
    System,
    Touchpoint,
)
from cjm.source.plain import Plain

SHORTHANDS: list[tuple[type[Item], str]] = [
    *((cls, "name") for cls in (Stage, Step, Touchpoint, Channel, Persona, Metric, System)),
    *((cls, "name") for cls in (Department, TeamMember)),
    *((cls, "text") for cls in (Quote, Insight, Opportunity, Solution, Need, Cell, WalkFinding)),
    *((cls, "text") for cls in (Expectation,)),
    *((cls, "ref") for cls in (EvidenceUse, MetricUse)),
    *((cls, "to") for cls in (Next, Relation)),
    *((cls, "department") for cls in (Owner, Performance)),
    (Evidence, "title"),
    (Picture, "image"),
    (Goal, "customer"),
    (Feeling, "label"),
    (Hypothesis, "statement"),
    (Deferral, "pain"),
    (Lane, "id"),
]


def problem(cls: type[Item], value: Any, **context: Any) -> dict[str, Any]:
    with pytest.raises(ValidationError) as caught:
        cls.model_validate(value, context=context)
    (error,) = caught.value.errors()
    return {"rule": error["type"], **error["ctx"]}


NUMBERED = (Feeling, Expectation)


@pytest.mark.parametrize(
    ("cls", "key", "words"),
    [
        pytest.param(cls, key, words, id=f"{cls.__name__}-{words}")
        for cls, key in SHORTHANDS
        for words in ("words", *([] if cls in NUMBERED else [Plain("404")]))
    ],
)
def test_a_string_stands_for_the_key_of_its_object(cls: type[Item], key: str, words: str) -> None:
    short, long = cls.model_validate(words), cls.model_validate({key: words})

    assert short == long
    assert str(getattr(short, key)) == words


def test_an_address_stands_for_a_link() -> None:
    assert Link.model_validate("https://a.org").url == "https://a.org"


@pytest.mark.parametrize("cls", NUMBERED)
@pytest.mark.parametrize(("spelling", "level"), [(Plain("-1.5"), -1.5), ("−2", -2), (1, 1)])
def test_a_number_is_the_level(cls: Any, spelling: object, level: float) -> None:
    assert cls.model_validate(spelling).level == level


def test_a_number_is_the_importance_to_customers() -> None:
    assert Importance.model_validate(Plain("4")) == Importance(customer=4)


@pytest.mark.parametrize(
    "value", ["Queue", ["Queue"], {"text": "Queue"}, [{"text": "Queue"}], [Insight(text="Queue")]]
)
def test_every_list_takes_one_or_many(value: object) -> None:
    assert Step.model_validate({"name": "N", "pains": value}).pains == (Insight(text="Queue"),)


def test_shorthands_are_read_wherever_their_class_stands() -> None:
    journey = Journey.model_validate(
        {
            "title": "T",
            "persona": "A",
            "pains": "P",
            "stages": [
                {"name": "S", "feeling": Plain("1"), "persona": "A", "pains": "P"},
                {"name": "S", "steps": [{"name": "N", "feeling": Plain("1"), "pains": "P"}]},
            ],
        }
    )

    assert journey.stages[0].feeling == journey.stages[1].steps[0].feeling == (Feeling(level=1),)
    assert journey.pains == journey.stages[0].pains == journey.stages[1].steps[0].pains
    assert journey.personas == journey.stages[0].personas == (Persona(name=Text("A")),)


@pytest.mark.parametrize("key", ["moment_of_truth", "moment-of-truth"])
def test_keys_are_read_with_either_mark(key: str) -> None:
    assert Step.model_validate({"name": "N", key: Plain("true")}).moment_of_truth is True


def test_one_persona_or_channel_may_be_named_in_the_singular() -> None:
    step = Step.model_validate({"name": "N", "persona": "A", "channel": "web"})

    assert [str(persona.name) for persona in step.personas] == ["A"]
    assert [str(channel.name) for channel in step.channels] == ["web"]


@pytest.mark.parametrize(
    "keys",
    [("persona", "personas"), ("personas", "persona"), ("moment-of-truth", "moment_of_truth")],
)
def test_one_key_in_two_spellings_is_refused(keys: tuple[str, str]) -> None:
    found = problem(Step, {"name": "N", **dict.fromkeys(keys, Plain("true"))})

    assert found["rule"] == "yaml-syntax"
    assert all(f"'{key}'" in found["sentence"] for key in keys)


def test_keys_of_ones_own_are_kept_frozen_and_do_not_count() -> None:
    step = Step.model_validate({"name": "N", "x-team": {"a": ["b"]}, "x-b": Plain("1")})

    assert step.extensions is not None
    assert list(step.extensions) == ["x-team", "x-b"]
    assert step.extensions["x-team"]["a"] == ("b",)
    assert hash(step) == hash(
        Step.model_validate({"name": "N", "x-b": "1", "x-team": {"a": ["b"]}})
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"en": "A", "zh": "B"}, Insight(text=Text(en="A", zh="B"))),
        ({"zh-Hant": "A"}, Insight(text=Text.of((("zh-Hant", "A"),)))),
        ({"text": "A", "id": "a"}, Insight(id="a", text=Text("A"))),
        (
            {"id": "Antre lama", "en": "Long queue"},
            Insight(text=Text(id="Antre lama", en="Long queue")),
        ),
    ],
)
def test_a_mapping_is_the_object_or_its_text(value: object, expected: Insight) -> None:
    assert Insight.model_validate(value) == expected


def test_indonesian_needs_no_blank_where_the_workspace_speaks_it() -> None:
    value = {"id": "Antre", "en": "Queue"}

    insight = Insight.model_validate(value, context={"languages": frozenset({"id", "en"})})

    assert insight.text == Text(id="Antre", en="Queue")
    assert insight.id is None


def test_a_language_of_the_workspace_may_stand_in_a_text() -> None:
    insight = Insight.model_validate(
        {"tlh": "A", "en": "B"}, context={"languages": frozenset({"tlh"})}
    )

    assert insight.text == Text(tlh="A", en="B")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"id": "a", "en": "Queue"}, "'id' beside languages may be an id or Indonesian"),
        ({"en": "A", "servity": 3}, "did you mean 'severity'?"),
        ({"en": "A", "klingon": "B"}, "'klingon' is neither a language nor a key of an insight"),
        (
            {"He said": "no"},
            "expected a text or an insight, found a mapping with the key 'He said'",
        ),
        ({"id": "a"}, "an insight needs 'text'"),
        ({"severity": Plain("3")}, "an insight needs 'text'"),
        ({}, "an insight needs 'text'"),
        ("", "an insight needs 'text'"),
        ({"text": ""}, "an insight needs 'text'"),
        ({"text": {"en": ""}}, "an insight needs 'text'"),
    ],
)
def test_what_is_neither_object_nor_text_is_told_what_to_do(value: object, words: str) -> None:
    assert words in problem(Insight, value)["sentence"]


def test_a_text_cut_by_its_colon_is_answered_with_quote_it() -> None:
    assert "quote this text, it has a colon" in problem(Insight, {"He said": "no"})["help"]


@pytest.mark.parametrize(
    ("cls", "value", "keys"),
    [
        (Owner, {"id": "a"}, "'department', 'region' or 'person'"),
        (Goal, {"customer": ""}, "'customer', 'business' or 'metrics'"),
        (Feeling, {"basis": "assumed"}, "'level' or 'label'"),
        (Expectation, {"description": "A"}, "'level' or 'text'"),
        (MetricUse, {"actual": Plain("5")}, "'ref' or 'name'"),
    ],
)
def test_an_object_of_which_any_key_will_do_names_them_all(
    cls: type[Item], value: object, keys: str
) -> None:
    found = problem(cls, value)

    assert found["rule"] == "missing-key"
    assert found["sentence"].endswith(f"needs {keys}")


def test_a_reference_needs_no_name_and_takes_overrides() -> None:
    use = Touchpoint.model_validate({"ref": "app", "usage": "desired", "importance": Plain("5")})

    assert (use.ref, use.name, use.usage, use.importance) == (
        "app", None, "desired", Importance(customer=5)
    )  # fmt: skip


def test_steps_in_the_place_of_stages_form_one_stage_named_after_the_title() -> None:
    journey = Journey.model_validate({"title": {"en": "T", "zh": "题"}, "steps": ["A", "B"]})

    (stage,) = journey.stages
    assert stage.name == Text(en="T", zh="题")
    assert [str(step.name) for step in stage.steps] == ["A", "B"]


@pytest.mark.parametrize("key", ["two words", "a.b", "end"])
def test_the_keys_of_a_library_are_ids(key: str) -> None:
    found = problem(Library, {"channels": {key: "Web"}})

    assert found["key"] == key
    assert key in found["sentence"]


def test_items_are_equal_by_content_and_stay_as_they_are() -> None:
    one = Step.model_validate({"name": "N", "pains": ["A", "B"], "custom": {"a": "x", "b": "y"}})
    two = Step.model_validate({"name": "N", "custom": {"b": "y", "a": ["x"]}, "pains": ["A", "B"]})

    assert one == two
    assert hash(one) == hash(two)
    with pytest.raises(ValidationError):
        one.name = Text("M")
