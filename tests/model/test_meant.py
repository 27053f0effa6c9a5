"""Everyday words lead to the words of the format, and only to those that are there."""

from __future__ import annotations

import pytest

from cjm.model import meant
from cjm.model.journey import Journey
from cjm.model.meant import meant_choice, meant_key, meant_truth
from cjm.model.stage import Stage, Step


@pytest.mark.parametrize(
    ("key", "keys", "expected"),
    [
        ("emotion", ("feeling",), "feeling"),
        ("Pain Points", ("pains",), "pains"),
        ("pain-points", ("pains",), "pains"),
        ("emotion", ("name",), None),
        ("job", ("role", "name"), "role"),
    ],
)
def test_another_word_for_a_key_is_known_where_the_key_is(
    key: str, keys: tuple[str, ...], expected: str | None
) -> None:
    assert meant_key(key, keys) == expected


@pytest.mark.parametrize(
    ("key", "noun", "expected"),
    [("stage", "stage", "name"), ("phase", "stage", "name"), ("task", "step", "name"),
     ("stage", "step", None)],
)  # fmt: skip
def test_a_thing_called_by_its_kind_is_its_name(key: str, noun: str, expected: str | None) -> None:
    keys = (Stage if noun == "stage" else Step).keys()

    assert meant_key(key, keys, noun, "name") == expected


def test_no_key_of_a_journey_or_step_is_taken_for_another() -> None:
    for cls in (Journey, Step):
        for key in cls.keys():
            assert meant_key(key, cls.keys()) in (None, key)


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("as-is", ("current", "future"), "current"),
        ("To_Be", ("current", "future"), "future"),
        ("observation", ("interview", "contextual-inquiry"), "contextual-inquiry"),
        ("idea", ("open", "done"), "open"),
        ("whatever", ("open", "done"), None),
    ],
)
def test_another_word_for_a_choice_is_known(
    word: str, choices: tuple[str, ...], expected: str | None
) -> None:
    assert meant_choice(word, choices) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("yes", "true"), ("Nein", "false"), ("是", "true"), ("maybe", None)]
)
def test_yes_and_no_are_truth_values(word: str, expected: str | None) -> None:
    assert meant_truth(word) == expected


def test_every_choice_in_the_table_is_one_of_the_format() -> None:
    text = "".join(path.read_text("utf-8") for path in _modules())

    assert [word for word in meant._CHOICES if f'"{word}"' not in text] == []


def _modules():
    from pathlib import Path

    return [
        path for path in Path(meant.__file__).parent.glob("*.py") if path.name != "meant.py"
    ]  # fmt: skip
