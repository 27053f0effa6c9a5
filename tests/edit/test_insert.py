"""A key is put into an item in the style that the item is written in."""

from __future__ import annotations

import pytest

from cjm.edit.apply import apply_edits
from cjm.edit.insert import put_format_key, put_key
from cjm.findings import Route

from .maps import comments_of, document_of, map_of

HEAD = "title: T\nstages:\n"
STAGE: Route = ("stages", 0)
STEP: Route = ("stages", 0, "steps", 0)
PAIN: Route = (*STEP, "pains", 0)


def with_id(text: str, route: Route, own: str = "name") -> str | None:
    edits = put_key(document_of(text), route, "id", "x", own=own)
    return None if edits is None else apply_edits(text, edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - name: A", "  - id: x\n    name: A"),
        ("-   name: A  # c\n", "-   id: x\n    name: A  # c\n"),
        ("  - # c\n    name: A\n", "  - # c\n    id: x\n    name: A\n"),
        ("  - {name: A}\n", "  - {id: x, name: A}\n"),
        ("  - { name: A }\n", "  - { id: x, name: A }\n"),
        ('  - {"name": "A"}\n', '  - {"id": "x", "name": "A"}\n'),
        ("  - {\n      name: A}\n", "  - {\n      id: x, name: A}\n"),
        ("  - A\n", "  - id: x\n    name: A\n"),
        ("  - A # c\n", "  - id: x\n    name: A # c\n"),
        ("  - 'it''s: a'\n", "  - id: x\n    name: 'it''s: a'\n"),
        ("  - 404\n", "  - id: x\n    name: 404\n"),
        ("  - A\n    b\n", "  - id: x\n    name: A\n      b\n"),
        ("  - >-\n   A\n   b\n", "  - id: x\n    name: >-\n     A\n     b\n"),
        ("  - {en: A, de: B}\n", "  - {id: x, name: {en: A, de: B}}\n"),
        ("  - en: A\n    de: B\n", "  - id: x\n    name:\n      en: A\n      de: B\n"),
        ("  [A, 'B, b']\n", "  [{id: x, name: A}, 'B, b']\n"),
        ("  A\n", "  id: x\n  name: A\n"),
        (
            "  - name: A  # cjm: ignore[x]: y\n",
            "  - name: A  # cjm: ignore[x]: y\n    id: x\n",
        ),
        ("  - A  # cjm: ignore[x]: y\n", "  - name: A  # cjm: ignore[x]: y\n    id: x\n"),
    ],
)
def test_an_item_gets_an_id_in_its_own_style(before: str, after: str) -> None:
    written = with_id(HEAD + before, STAGE)

    assert written == HEAD + after
    assert map_of(written).journey.stages[0].id == "x"
    assert comments_of(written) == comments_of(HEAD + before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pains: Queue", "pains: {id: x, text: Queue}"),
        ("pains: Queue  # c", "pains: {id: x, text: Queue}  # c"),
        ("pains: Queue, and wait", 'pains: {id: x, text: "Queue, and wait"}'),
        ("pains: 'a, b'", "pains: {id: x, text: 'a, b'}"),
        ("pains: 1.10", "pains: {id: x, text: 1.10}"),
        ("pains: {text: Q}", "pains: {id: x, text: Q}"),
        ("pains: {en: Q}", "pains: {id: x, text: {en: Q}}"),
        ("pains: |\n      Q\n", "pains:\n      id: x\n      text: |\n        Q\n"),
        ("pains:\n      Q", "pains:\n      id: x\n      text: Q"),
    ],
)
def test_one_item_under_its_key_becomes_a_mapping(before: str, after: str) -> None:
    text = f"{HEAD}- steps:\n  - name: A\n    {before}\n  name: S\n"

    written = with_id(text, PAIN, "text")

    assert written == f"{HEAD}- steps:\n  - name: A\n    {after}\n  name: S\n"
    assert map_of(written).journey.stages[0].steps[0].pains[0].id == "x"


@pytest.mark.parametrize(
    "stages",
    [
        "  - &a {name: A}\n  - *a\n",
        "  - &a\n    name: A\n  - *a\n",
        "  - &a A\n  - *a\n",
        "  - name: B\n    steps: &a [A]\n  - name: C\n    steps: *a\n",
    ],
)
def test_what_an_alias_repeats_is_left_alone(stages: str) -> None:
    text = HEAD + stages
    route = STEP if "steps" in stages else STAGE

    assert with_id(text, route) is None
    assert with_id(text, ("stages", 1, *route[2:])) is None


def test_what_stands_beside_an_alias_is_not() -> None:
    text = HEAD + "  - name: &a A\n  - name: B\n    goal: *a\n"

    assert with_id(text, ("stages", 1)) == text.replace("- name: B", "- id: x\n    name: B")


def test_an_item_that_the_text_does_not_spell_gets_none() -> None:
    text = "title: T\nsteps: [A]\n"

    assert with_id(text, STAGE) is None
    assert with_id(text, STEP) == "title: T\nsteps: [{id: x, name: A}]\n"


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_the_line_ends_of_the_file_are_used(ending: str) -> None:
    text = (HEAD + "  - A\n").replace("\n", ending)

    assert with_id(text, STAGE) == (HEAD + "  - id: x\n    name: A\n").replace("\n", ending)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: T\n", "cjm: journey/1\ntitle: T\n"),
        ("# c\n\ntitle: T\n", "# c\n\ncjm: journey/1\ntitle: T\n"),
        ("---\ntitle: T\n", "---\ncjm: journey/1\ntitle: T\n"),
        (
            "# c\n# cjm: ignore[x]: y\ntitle: T\n",
            "# c\ncjm: journey/1\n# cjm: ignore[x]: y\ntitle: T\n",
        ),
        (
            "# cjm: ignore-file[x]: y\r\ntitle: T\r\n",
            "# cjm: ignore-file[x]: y\r\ncjm: journey/1\r\ntitle: T\r\n",
        ),
    ],
)
def test_the_format_key_comes_first_and_comments_stay_where_they_speak(before, after) -> None:
    end = "\r\n" if "\r" in before else "\n"
    rest = f"stages: [A]{end}"
    document = document_of(before + rest)

    edits = put_format_key(document, "journey/1")

    assert apply_edits(document.text, edits) == after + rest


def test_the_format_key_goes_into_brackets_too() -> None:
    document = document_of('{"title": "T", "stages": ["A"]}')

    edits = put_format_key(document, "journey/1")

    assert apply_edits(document.text, edits) == (
        '{"cjm": "journey/1", "title": "T", "stages": ["A"]}'
    )
