"""The quick looks that spare most texts the slow ones say no only where there is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.lint.words.company import may_speak_of_it, names_a_department, names_a_system
from cjm.lint.words.placeholders import may_hold_one, placeholder_in

SIGNS = st.sampled_from(
    [*"aA \n\t.,/-&", "\u0131", "\u0130", "\u017f", "\u212a", "\u00df", "\u0301", "门"]
)
COMPANY = ["sales", "it", "r&d", "human resources", "team", "销售部", "CRM", "sap", "api", "GET /x",
           "back office", "crons", "webhooks", "sql", "数据库"]  # fmt: skip
PLACEHOLDERS = ["TODO", "TBD", "lorem ipsum", "Lorem Ipsum", "{step}", "[your name]", "<text>", "XXX",
                "placeholder", "New step", "untitled", "待定", "[x]", "【x】", "某某公司", "请输入x"]  # fmt: skip


def mixed(words: list[str]) -> st.SearchStrategy[str]:
    """Texts of some of `words` in any case, and of signs around and between them."""
    spelt = st.sampled_from([*words, *(each.upper() for each in words)])
    return st.lists(st.one_of(spelt, SIGNS), max_size=6).map("".join)


@given(st.lists(mixed(COMPANY), max_size=4))
def test_no_name_speaks_of_the_company_where_the_quick_look_says_no(names: list[str]) -> None:
    found = [name for name in names if names_a_system(name) or names_a_department(name)]

    assert may_speak_of_it(names) or not found


@pytest.mark.parametrize("name", ["Signs up", "比较套餐", "Waits for an answer", "Posts a letter"])
def test_the_quick_look_says_no_to_what_customers_do(name: str) -> None:
    assert not may_speak_of_it([name, "Pays"])


@given(st.lists(mixed(PLACEHOLDERS), max_size=4), st.sampled_from(["en", "es"]))
def test_no_text_holds_a_placeholder_where_the_quick_look_says_no(
    texts: list[str], language: str
) -> None:
    found = [placeholder_in(text, language) for text in texts]

    assert may_hold_one(texts) or not any(found)


@pytest.mark.parametrize("text", ["Signs up", "比较套餐", "To do or not", "Opens a new step", ""])
def test_the_quick_look_says_no_to_what_is_written(text: str) -> None:
    assert not may_hold_one([text, "Pays"])
