"""Of a text that was reworded, the words that changed are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diff.change import Change, Kind
from cjm.model.text import Text
from cjm.report.diff.rewording import changed_words
from cjm.report.diff.words import Tongue, sentence

LONG = "The customer waits at the counter until somebody finds the form that the last adviser lost"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Pays", "Pays at the till", ("Pays", "Pays at the till")),
        (
            LONG,
            LONG.replace("somebody finds", "a clerk finds"),
            (
                "…the counter until somebody finds the form…",
                "…the counter until a clerk finds the form…",
            ),
        ),
        (LONG, f"Sometimes {LONG}", ("The customer waits…", "Sometimes The customer waits…")),
        (LONG, f"{LONG} again", ("…last adviser lost", "…last adviser lost again")),
        (
            "顾客在柜台前等待，直到有人找到上一位顾问丢失的那张表格，然后再次填写所有的信息，最后才能离开营业厅回家",
            "顾客在柜台前等待，直到有人找到上一位顾问丢失的那份合同，然后再次填写所有的信息，最后才能离开营业厅回家",
            ("…失的那张表格，然后…", "…失的那份合同，然后…"),
        ),
    ],
)
def test_what_is_the_same_on_both_sides_is_left_out(before, after, told):
    assert changed_words(before, after) == told


WORDS = st.lists(st.sampled_from(["a", "longer", "word", "票", "，", "x-y"]), max_size=40).map(
    " ".join
)


@given(WORDS, WORDS)
def test_what_is_shown_is_of_the_text_and_differs_where_the_texts_do(before, after):
    ours, theirs = changed_words(before, after)

    assert ours.strip("…") in before
    assert theirs.strip("…") in after
    assert (ours == theirs) == (before == after)


def test_a_text_that_changed_in_another_language_alone_is_told_in_that_language():
    old, new = Text(en="Plan page", zh="套餐页"), Text(en="Plan page", zh="资费页")
    change = Change(Kind.WORDING, (), (), Text("A map"), "a", "goal", old, new)

    assert sentence(change, Tongue("en", "en")) == "goal reworded (zh): '套餐页' → '资费页'"
