"""Which characters are hidden, and which belong to ordinary writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.lint.hidden import hidden_characters, may_hide

from .workspaces import findings_in


@pytest.mark.parametrize(
    "text",
    [
        "a\u202eb", "a\u202ab\u202c", "\u2066open", "close\u2069", "\u2067a\u2066b\u2069",
        "zero\u200bwidth", "word\u2060joiner", "\ufeffmark", "a \u200d b", "\u200dstart", "end\u200d",
        "tag\U000e0041", "\U0001f3f4\U000e0067 unfinished", "1\u200c2", "\U000e0001",
    ],
)  # fmt: skip
def test_a_hidden_character_is_found(text):
    assert list(hidden_characters(text))


@pytest.mark.parametrize(
    "text",
    [
        "plain", "left\u200eto\u200fright\u061c", "heart ❤\ufe0f", "\u2067abc\u2069 \u2066x\u2069",
        "می\u200cخواهم", "ه\u200d", "ක්\u200dෂ", "ന്\u200d", "👩\u200d👩\u200d👧", "👩🏽\u200d🚀", "🏳️\u200d🌈",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "ភាសា\u200bខ្មែរ", "Auf\u200clage",
        "❤️\u200d🔥", "👁️\u200d🗨️", "🧑\u200d⚕️",
    ],
)  # fmt: skip
def test_what_belongs_to_ordinary_writing_is_left_alone(text):
    assert list(hidden_characters(text)) == []


@given(st.text())
def test_what_is_found_stands_where_it_is_said(text):
    for at, name in hidden_characters(text):
        assert may_hide(text)
        assert name.startswith(f"U+{ord(text[at]):04X} ")


MAP = "cjm: journey/1\ntitle: Up\npersona: Li\nstages: [{name: Learn, steps: [%s]}]\n"


def test_the_finding_points_at_the_character_itself():
    (found,) = findings_in(MAP % "Pays\u202e back", profile="sketch")

    assert (found.place.start.line, found.place.start.column) == (4, 36)
    assert found.message == "this line holds the hidden character U+202E RIGHT-TO-LEFT OVERRIDE"


def test_a_character_in_a_comment_is_found():
    assert [each.rule for each in findings_in(MAP % "Pays" + "# a\u202eb", profile="sketch")] == [
        "hidden-characters"
    ]


def test_a_character_that_is_spelt_as_an_escape_is_found():
    (found,) = findings_in(MAP % '"Pays\\u202e back"', profile="sketch")

    assert found.rule == "hidden-characters"


def test_isolates_may_close_on_another_line_of_one_text_only_if_they_close_on_each():
    text = MAP % "x" + "description: |\n  \u2067one\n  two\u2069\n"

    assert [each.place.start.line for each in findings_in(text, profile="sketch")] == [6, 7]
