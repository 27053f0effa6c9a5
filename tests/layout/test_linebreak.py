"""How a text is broken into lines."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from cjm.layout.linebreak import break_opportunities, wrap
from cjm.layout.measure import text_width

EMS = 1.01


def wrapped(text: str, ems: float, *, balance: bool = False) -> list[str]:
    """Lines in a column so many em wide."""
    return list(wrap(text, ems * 10 * EMS, 10, balance=balance))


def marked(text: str) -> str:
    """The text with a bar at each break opportunity."""
    places = [0, *break_opportunities(text), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    "expected",
    [
        "Compares |mobile |plans",
        "well-|known",
        "and/|or",
        "1/2 |of |9–|12",
        "25 |% |of |$5.00, |3,141.59%",
        "25\u00a0% |off",
        "(27 |plans), |e.g. |“this” |one",
        "« Bonjour ! » |dit-|il",
        "客|户|比|较|套|餐，|没|有",
        "“并|排|视|图”，|有",
        "没|有|“并|排|视|图”|的|页|面",
        "请|问|（如|何）|取|消？|好|——|是……|吧",
        "ちょっ|と|待っ|た。|「は|い」|と",
        "キャッ|シュ|レ|ス",
        "第|3|步",
        "고객이 |요금제를 |비교",
        "5G|套|餐",
        "a\u2060b |c",
        "zero\u200b|width",
        "😀|😀",
        "👩‍🚒|🇨🇳|🇩🇪",
        "−2 |… |+2",
        "https://|example.com/|a/|b?|q=1",
        "שלום |עולם",
        "א-|ב |ג",
    ],
)
def test_lines_may_end_where_uax_14_lets_them(expected: str) -> None:
    assert marked(expected.replace("|", "")) == expected


def test_words_fill_a_line_before_the_next_begins() -> None:
    assert wrapped("Customer compares mobile plans on the website", 12.5) == [
        "Customer compares mobile",
        "plans on the website",
    ]


def test_chinese_punctuation_never_begins_a_line() -> None:
    assert wrapped("客户比较套餐，没有", 6) == ["客户比较套", "餐，没有"]
    assert wrapped("请问怎样（如何）取消", 5) == ["请问怎样", "（如何）取", "消"]
    assert wrapped("请问怎么样（如何）", 6) == ["请问怎么样", "（如何）"]


def test_korean_breaks_at_blanks_and_inside_a_word_only_where_it_must() -> None:
    assert wrapped("고객이 요금제를", 5) == ["고객이", "요금제를"]
    assert wrapped("요금제를", 3) == ["요금제", "를"]


def test_thai_breaks_at_blanks_and_keeps_vowels_with_their_consonants() -> None:
    lines = wrapped("ลูกค้าเปรียบเทียบแพ็กเกจ 5G", 5)

    assert lines[-1].endswith("5G")
    assert not any(line[0] in "\u0e30\u0e32\u0e33\u0e46" for line in lines)
    assert not any(line[-1] in "\u0e40\u0e41\u0e42\u0e43\u0e44" for line in lines)


def test_a_url_is_broken_after_its_punctuation() -> None:
    lines = wrapped("https://www.example.com/some_path?query=value&other=thing", 8)

    assert all(line[-1] in "/.?=&_" for line in lines[:-1])


def test_a_word_too_long_for_a_line_is_broken_between_letters() -> None:
    assert wrapped("Donaudampfschifffahrt", 5) == ["Donaudam", "pfschifffahr", "t"]


def test_a_soft_hyphen_at_the_end_of_a_line_is_shown() -> None:
    assert wrapped("Kunden\u00adreise", 4) == ["Kunden-", "reise"]


def test_line_breaks_are_kept_and_other_blanks_collapse() -> None:
    assert wrapped("  one \t two\u3000three \r\n\n four\n", 99) == ["one two three", "", "four"]


@pytest.mark.parametrize("text", ["", " ", "\n \t\n", "\u3000"])
def test_a_blank_text_has_no_lines(text: str) -> None:
    assert wrapped(text, 9) == []


def test_a_no_break_space_holds_its_words_together() -> None:
    assert wrapped("about 25\u00a0min", 5) == ["about", "25\u00a0min"]


@pytest.mark.parametrize("width", [0.0, -1.0, 1.0])
def test_a_column_too_narrow_for_anything_holds_one_grapheme_a_line(width: float) -> None:
    assert list(wrap("a 👩‍🚒é", width, 13)) == ["a", "👩‍🚒", "é"]


def test_a_column_without_end_holds_everything() -> None:
    assert list(wrap("all of it " * 99, math.inf, 13)) == [("all of it " * 99).strip()]


def test_a_text_as_wide_as_its_column_fits() -> None:
    text = "Customer compares plans"

    assert list(wrap(text, text_width(text, 13), 13)) == [text]


def test_balancing_leaves_no_short_word_alone_on_the_last_line() -> None:
    text = "Nobody told the customer why it is so"

    assert wrapped(text, 15.5) == ["Nobody told the customer why it is", "so"]
    assert wrapped(text, 15.5, balance=True) == ["Nobody told the", "customer why it is so"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("14日以内って、いつから？", ["14日以内って、", "いつから？"]),
        ("冷库温度与门磁，每分钟一次", ["冷库温度与门磁，", "每分钟一次"]),
        ("待って。」と言った店の人", ["待って。」", "と言った店の人"]),
        ("是，这样就行了吧不是吗", ["是，这样就行", "了吧不是吗"]),
    ],
)
def test_balanced_lines_end_at_a_pause_where_one_is_near(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8.5, balance=True) == lines


def test_balancing_breaks_no_word_that_would_fit() -> None:
    assert wrapped("a Rechnungsdatum b c", 8, balance=True) == ["a", "Rechnungsdatum", "b c"]


TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "aVé ж中。「」（）あー한가กาเשبتـ😀👩🚒🏽\u200d\ufe0f🇨🇳e\u0301\u200b\u00a0 \n-/.,0٣%$“”()…"
        ),
        st.characters(exclude_categories=("Cc", "Cs")),
    ),
    max_size=60,
)
WIDTHS = st.floats(0, 250)


@given(TEXTS, WIDTHS, st.booleans(), st.booleans())
@example("بتبتبتبتبت", 30.0, False, True)
def test_no_line_is_wider_than_its_column_unless_it_is_one_grapheme(
    text: str, width: float, bold: bool, balance: bool
) -> None:
    lines = wrap(text, width, 13, bold, balance=balance)

    for line in lines:
        is_single = len(regex.findall(r"\X", line)) <= 1
        assert is_single or text_width(line, 13, bold) <= width + 0.001


@given(TEXTS, WIDTHS, st.booleans())
def test_no_character_but_blanks_is_lost_or_moved(text: str, width: float, balance: bool) -> None:
    shown = text.replace("\u00ad", "")

    lines = wrap(shown, width, 13, balance=balance)

    assert "".join("".join(lines).split()) == "".join(shown.split())


@given(TEXTS, WIDTHS)
def test_balancing_never_adds_a_line(text: str, width: float) -> None:
    assert len(wrap(text, width, 13, balance=True)) <= len(wrap(text, width, 13))


@given(TEXTS, WIDTHS)
def test_lines_have_no_blanks_at_their_ends_and_wrap_to_themselves(text: str, width: float) -> None:
    lines = wrap(text, width, 13)

    for line in lines:
        assert line == line.strip(" ")
        assert list(wrap(line, width, 13)) == [line] * bool(line.strip())


@given(TEXTS, WIDTHS)
def test_graphemes_stay_whole(text: str, width: float) -> None:
    kept = " ".join(text.replace("\u00ad", "").split())

    lines = wrap(kept, width, 13)

    pieces = [it for line in lines for it in regex.findall(r"\X", line) if it != " "]
    assert pieces == [it for it in regex.findall(r"\X", kept) if it != " "]
