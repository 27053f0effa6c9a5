"""Room for a language is made in the style that the text is written in, and says nothing itself."""

from __future__ import annotations

import pytest

from cjm.edit.apply import apply_edits
from cjm.edit.languages import Gap, language_edits

from .maps import document_of, map_of

HEAD = "title: T\nstages:\n- name: S\n  "


def with_room(text: str, *routes, language: str = "en", tags=("zh",)) -> str:
    gaps = [Gap(route, tags) for route in routes]
    return apply_edits(text, language_edits(document_of(text), gaps, language))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("goal: A\n", "goal:\n    en: A\n    zh:  # TODO: zh\n"),
        ("goal: A", "goal:\n    en: A\n    zh:  # TODO: zh"),
        ("goal: A  # c\n", "goal:\n    en: A  # c\n    zh:  # TODO: zh\n"),
        ("goal: 'a, b'\n", "goal:\n    en: 'a, b'\n    zh:  # TODO: zh\n"),
        ("goal: {en: A}\n", "goal: {en: A, zh: }  # TODO: zh\n"),
        ("goal: {en: A, }\n", "goal: {en: A, zh: , }  # TODO: zh\n"),
        ("goal: {en: 'A'}\n", "goal: {en: 'A', zh: }\n"),
        ("goal: {en: A}  # c\n", "goal: {en: A, zh: }  # c\n"),
        ("goal:\n    en: A\n", "goal:\n    en: A\n    zh:  # TODO: zh\n"),
        ("goal: >\n   A\n   b\n", "goal:\n    en: >\n     A\n     b\n    zh:  # TODO: zh\n"),
        ("goal:\n    en: >\n     A\n", "goal:\n    en: >\n     A\n    zh:  # TODO: zh\n"),
    ],
)
def test_a_text_gets_an_empty_one_beside_it(before: str, after: str) -> None:
    route = ("stages", 0, "goal")

    written = with_room(HEAD + before, route)

    assert written == HEAD + after
    goal = map_of(written).journey.stages[0].goal.customer
    assert goal.languages == ("en",)
    assert str(goal) == str(map_of(HEAD + before).journey.stages[0].goal.customer)


@pytest.mark.parametrize("end", ["|+\n    A\n\n", "|\n    A"])
def test_a_block_whose_end_counts_is_left_alone(end: str) -> None:
    assert with_room(f"{HEAD}goal: {end}", ("stages", 0, "goal")) == f"{HEAD}goal: {end}"


def test_one_comment_speaks_of_all_texts_on_a_line() -> None:
    text = HEAD + "actions: [A, {en: B}]\n"

    written = with_room(text, ("stages", 0, "actions", 0), ("stages", 0, "actions", 1))

    assert written == HEAD + "actions: [{en: A, zh: }, {en: B, zh: }]  # TODO: zh\n"


def test_several_languages_are_marked_each_on_its_line() -> None:
    written = with_room("title: T\nstages: [S]\n", ("title",), tags=("zh", "ja"))

    assert written.startswith("title:\n  en: T\n  zh:  # TODO: zh\n  ja:  # TODO: ja\nstages")


def test_what_is_there_already_is_not_added_again() -> None:
    text = "title:\n  en: T\n  zh:  # TODO: zh\nstages: [S]\n"

    assert with_room(text, ("title",)) == text


def test_without_a_language_of_plain_strings_nothing_is_guessed() -> None:
    assert (
        with_room("title: T\nstages: [S]\n", ("title",), language="") == "title: T\nstages: [S]\n"
    )
