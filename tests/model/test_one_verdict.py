"""Schema and models agree on any data, not only on the cases that somebody thought of."""

from __future__ import annotations

import copy
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from cjm.model.quantity import read_duration, read_quantity
from cjm.model.schema import patterns
from cjm.model.unit_words import SECONDS
from cjm.model.values import is_id
from cjm.resources import folder

from .bad_cases import BAD
from .frames import placed
from .good_cases import GOOD
from .strategies import items
from .verdicts import KINDS, as_core, as_source, model_problems, objects_of, schema, schema_problems

MAP = as_core(
    Path(str(folder("examples") / "ten-lines" / "upgrade.journey.yaml")).read_text("utf-8")
)
SEEDS: list[tuple[str, Any]] = [("journey", MAP)] + [
    (kind, as_core(placed(frame, snippet)))
    for table in (GOOD, BAD)
    for (kind, frame), snippets in table.items()
    for snippet in snippets
]

WRITTEN = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: st.tuples(st.just(kind), items(KINDS[kind], 4))
)
"""A kind of file, and valid data of it."""

VALUES = st.one_of(
    st.sampled_from(
        [
            None, "", " ", "A", "two words", "a-b", "end", "en", "de-AT", "−1", "−3", "−0", "−2.0",
            "2", "true", "2026-01-31", "31.01.2026", "25 min", "PT5M", "9–12 sec", "95 %", "+25%",
            "+5", ">= 5", "https://example.org/a", "javascript:a", "use", "must_be", "Survey",
            "journey/1", "exit", "fmot", "high", True, False, 0, 1, 2, 3, 4, 5, 6, 100, 101, -1, -2,
            -3, 0.5, -1.5, 2.25, 99.9, 2026, float("inf"),
        ]
    ),
    st.sampled_from(
        [
            [], {}, [None], ["A", None, "B"], [[]], [{}], {"en": "A"}, {"en": None}, {"en": ""},
            {"en": "A", "zh": None}, {"en": "A", "id": "B"}, {"en": "A", "id": "B C"}, {"id": "a"},
            {"id": "B C"}, {"en": "A", "x-a": 1}, {"x-a": 1}, {"en": ["A"]}, {"en": "A", "then": "B"},
            {"ref": "a"}, {"name": "A"}, {"text": "A"}, {"title": {"en": "A"}}, {"name": {"en": ""}},
            {"level": 1}, {"to": "b"}, {"customer": 3}, {"same": True}, {"id": "a", "same": True},
            {"name": "A", "steps": ["B"]}, {"name": "A", "next": "end", "steps": ["B"]},
        ]
    ),
)  # fmt: skip

KEYS = st.sampled_from(
    sorted({key for cls in KINDS.values() for key in cls.keys()})
    + [
        "en", "zh-Hant", "zh_hant", "EN", "x-a", "persona", "channel", "name", "text", "level", "to",
        "ref", "id", "same", "steps", "moment_of_truth", "moment-of-truth", "moment_of-truth",
        "first-party", "physical-evidence", "feeling", "feelings", "custom", "next", "actor",
        "severity", "evidence", "nonsense", "Name", "label", "kind", "share", "importance",
    ]
)  # fmt: skip


def _places(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the place of everything in `value`."""
    inner = value.items() if isinstance(value, dict) else []
    if isinstance(value, list):
        inner = enumerate(value)
    return [place, *(found for key, each in inner for found in _places(each, (*place, key)))]


@st.composite
def _changed(draw: st.DrawFn) -> tuple[str, Any]:
    """Draw data of a kind of file with some of its parts replaced, added, removed or wrapped."""
    kind, seed = draw(st.sampled_from(SEEDS) | WRITTEN)
    data = {"top": copy.deepcopy(seed)}
    for _ in range(draw(st.integers(1, 3))):
        places = [place for place in _places(data) if len(place) > 1]
        if not places:
            break
        *above, key = draw(st.sampled_from(places))
        holder: Any = data
        for each in above:
            holder = holder[each]
        change = draw(st.sampled_from(["replace", "add", "add", "remove", "wrap", "unwrap"]))
        if change == "add" and isinstance(holder[key], dict):
            holder[key][draw(KEYS)] = copy.deepcopy(draw(VALUES))
        elif change == "remove":
            del holder[key]
        elif change == "wrap":
            holder[key] = [holder[key]]
        elif change == "unwrap" and isinstance(holder[key], list) and holder[key]:
            holder[key] = holder[key][0]
        else:
            holder[key] = copy.deepcopy(draw(VALUES))
    return kind, data["top"]


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(_changed())
def test_schema_and_models_give_one_verdict(case: tuple[str, Any]) -> None:
    kind, data = case

    by_schema = schema_problems(kind, data)
    by_models = model_problems(kind, as_source(data))
    assert bool(by_schema) == bool(by_models), (by_schema, by_models)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(WRITTEN)
def test_whatever_form_a_file_is_written_in_both_accept_it(case: tuple[str, Any]) -> None:
    kind, data = case

    by_schema = schema_problems(kind, data)
    by_models = model_problems(kind, as_source(data))

    assert (by_schema, by_models) == ([], [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_that_need_not_be_there_may_be_empty(kind: str) -> None:
    found = schema(kind).schema
    optional = [
        (key, value)
        for each in objects_of(found)
        for key, value in each["properties"].items()
        if key not in each.get("required", ())
    ]

    refusing = [
        key
        for key, value in optional
        if not Draft7Validator({"allOf": [value], "definitions": found["definitions"]}).is_valid(
            None
        )
    ]

    assert len(optional) > 20
    assert refusing == []


TOKENS = [
    "1", "25", "1.5", "2,5", "1,200", "３", "9" * 16, "%", "％", "+", "-", "−", "–", "~", "〜", "至",
    " ", "  ", ".", ",", "P", "T", "PT", "D", "H", "M", "S", "x", "\n", "．", "－", "＋",
    *sorted(SECONDS), "Min", "HOURS", "День",
]  # fmt: skip
WORDED = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(["", "+", "−", " "]),
    st.sampled_from(["9", "30 s", "1 h 5 min", "1,5 Std.", "2,"]),
    st.sampled_from(["–", " - ", "~", "", " ", "至", "−", "––"]),
    st.sampled_from(["12", "3.5", "1 h 10", "", "-4"]),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from([*sorted(SECONDS), "", "%", " %", "min.", "Sek., ", "foo"]),
)
SPELLINGS = st.one_of(st.lists(st.sampled_from(TOKENS), max_size=8).map("".join), WORDED)

DURATION = re.compile(patterns.duration_pattern())
QUANTITY = re.compile(patterns.quantity_pattern())
SIGNED = re.compile(patterns.duration_pattern(signed=True))


@settings(max_examples=1500, deadline=None)
@given(SPELLINGS)
@example("1 h 10 – 20 min")
@example("１．５ h")
@example("P1T")
@example("3min-")
def test_the_pattern_of_durations_matches_what_is_read_as_one(text: str) -> None:
    assert bool(DURATION.search(text)) == (read_duration(text) is not None)


@settings(max_examples=1500, deadline=None)
@given(SPELLINGS)
@example("+ 5 min")
@example("−20–15 %")
def test_the_pattern_of_quantities_matches_what_is_read_as_one(text: str) -> None:
    matches = bool(QUANTITY.search(text) or SIGNED.search(text))

    assert matches == (read_quantity(text) is not None)


USUAL = [*range(0x0590), *range(0x600, 0x700), *range(0x900, 0xE80), *range(0x2000, 0x2BFF)] + [
    *range(0x3000, 0xA000), *range(0xAC00, 0xD7A4), *range(0xFE10, 0xFFF0), *range(0x1F300, 0x1FA00)
]  # fmt: skip


def test_the_pattern_of_ids_knows_the_letters_of_the_usual_blocks() -> None:
    pattern = re.compile(patterns.id_pattern())
    assigned = [chr(code) for code in USUAL if unicodedata.category(chr(code)) != "Cn"]

    wrong = [letter for letter in assigned if bool(pattern.search(letter)) != is_id(letter)]

    # Letters must never be refused; a few rare symbols are left to cjm.
    assert [letter for letter in wrong if is_id(letter)] == []
    assert [hex(ord(letter)) for letter in wrong if ord(letter) < 0x500] == []
    assert len(wrong) < 120


@pytest.mark.parametrize("word", ["end", "Exit", "ＥＮＤ", "a\n", "", "a b"])
def test_the_pattern_of_ids_refuses(word: str) -> None:
    assert not re.search(patterns.id_pattern(), word)


@pytest.mark.parametrize("word", ["ends", "end-2", "exit_1", "a", "-", "0"])
def test_the_pattern_of_ids_accepts(word: str) -> None:
    assert re.search(patterns.id_pattern(), word)
