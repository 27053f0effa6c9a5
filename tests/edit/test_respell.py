from __future__ import annotations

import pytest

from cjm.edit.apply import apply_edits
from cjm.edit.respell import rename_key, respell

from .maps import document_of

TEXT = """\
title: T
stages:
  - name: A
    touchpoints: [Web page, "App: one", 'It''s', {name: Desk}]
    channels: App  # c
    pains: |
      Queue
"""


def respelt(route, value, was=""):
    document = document_of(TEXT)
    edits = respell(document, route, value, was=was)
    return None if edits is None else apply_edits(document.text, edits)


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        (0, "Site", "[Site, "),
        (0, "Site, new", '["Site, new", '),
        (0, "404", '["404", '),
        (1, "App", '"App", '),
        (1, 'The "App"', '"The \\"App\\"", '),
        (2, "It's on", "'It''s on', "),
    ],
)
def test_a_value_is_quoted_as_the_one_before_or_as_it_must_be(place, value, line) -> None:
    written = respelt(("stages", 0, "touchpoints", place, "name"), value)

    assert line in written
    found = document_of(written).data["stages"][0]["touchpoints"][place]
    assert str(found) == value


def test_the_words_of_a_shorthand_are_found_by_the_key_they_stand_for() -> None:
    written = respelt(("stages", 0, "channels", 0, "name"), "Web", was="App")

    assert written == TEXT.replace("channels: App", "channels: Web")


def test_an_item_in_full_is_no_single_value() -> None:
    assert respelt(("stages", 0, "touchpoints", 3), "Till") is None
    assert "{name: Till}" in respelt(("stages", 0, "touchpoints", 3, "name"), "Till")


def test_nothing_is_written_where_something_else_stands() -> None:
    assert respelt(("stages", 0, "name"), "B", was="C") is None


def test_a_text_of_several_lines_is_left_alone() -> None:
    assert respelt(("stages", 0, "pains", 0, "text"), "B") is None


def test_a_key_is_renamed_and_its_value_stays() -> None:
    document = document_of(TEXT)

    edits = rename_key(document, ("stages", 0, "pains"), "delights")

    assert apply_edits(TEXT, edits) == TEXT.replace("pains:", "delights:")


def test_no_key_is_written_twice() -> None:
    assert rename_key(document_of(TEXT), ("stages", 0, "pains"), "channels") is None
