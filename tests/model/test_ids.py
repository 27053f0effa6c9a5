"""Every item of a journey has an id, written or worked out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.ids import LONGEST, ids_of, slug
from cjm.model.journey import Journey
from cjm.model.values import is_id


def journey(*steps: object) -> Journey:
    return Journey.model_validate({"title": "T", "stages": [{"name": "S", "steps": list(steps)}]})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Compares plans", "compares-plans"),
        ("27 plans, no side-by-side view", "27-plans-no-side-by-side-view"),
        ("比较 套餐！", "比较-套餐"),
        ("Ｆｕｌｌ Width", "full-width"),
        ("Straße", "strasse"),
        ("काम करना", "काम-करना"),
        ("…!?", ""),
        ("a " * 60, "-".join("a" * 30)),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_slug_keeps_the_letters_of_any_script(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_an_id_or_empty(text: str) -> None:
    made = slug(text)

    assert made == "" or is_id(made)
    assert len(made) <= LONGEST


@given(st.text(st.characters(max_codepoint=127)))
def test_a_slug_of_ascii_is_that_of_the_same_text_in_wide_letters(text: str) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)

    assert slug(text) == slug(f"{wide}…")


def test_derived_ids_are_unique_and_written_ones_come_first() -> None:
    ids = ids_of(journey("Look", "Look", {"id": "look", "name": "Else"}, "…", "End"))

    steps = [ids.of[("stages", 0, "steps", index)] for index in range(5)]
    assert steps == ["look-2", "look-3", "look", "step-5", "end-2"]
    assert ("stages", 0, "steps", 2) not in ids.derived


def test_an_id_that_stands_twice_is_reported_with_its_first_place() -> None:
    ids = ids_of(journey({"id": "a", "name": "x"}, {"id": "A", "name": "y"}))

    assert ids.twice == ((("stages", 0, "steps", 1), ("stages", 0, "steps", 0), "A"),)


def test_groups_do_not_disturb_each_other() -> None:
    ids = ids_of(journey({"name": "Queue", "pains": ["Queue"], "opportunities": ["Queue"]}))

    assert sorted(ids.of.values()) == ["queue", "queue", "queue", "s"]
    assert ids.find("insights", "QUEUE") == ("stages", 0, "steps", 0, "pains", 0)
    assert ids.find("solutions", "queue") is None
