"""How wide a text is taken to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.measure import (
    SAFETY,
    baseline,
    block_height,
    clusters,
    kept_width,
    line_height,
    text_width,
)


def em(text: str, **style: bool) -> float:
    """The width in em, without the safety factor."""
    return text_width(text, 1, **style) / SAFETY


@pytest.mark.parametrize(
    ("text", "units"),
    [("H", 1479), ("i", 455), (" ", 569), ("é", 1139), ("Ж", 1891), ("−", 1196), ("…", 2048)],
)
def test_a_letter_has_the_width_that_arial_gives_it(text: str, units: int) -> None:
    assert em(text) == pytest.approx(units / 2048)


def test_bold_is_wider_and_italic_latin_is_not() -> None:
    assert em("Customer", bold=True) > em("Customer")
    assert em("Customer", italic=True) == em("Customer")


def test_italic_cyrillic_has_widths_of_its_own() -> None:
    assert em("тишина", italic=True) != em("тишина")


@pytest.mark.parametrize("text", ["中", "あ", "한", "。", "Ａ", "𠀀"])
def test_a_full_width_character_takes_one_em(text: str) -> None:
    assert em(text) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize("text", ["😀", "👩‍🚒", "👨‍👩‍👧‍👦", "🇨🇳", "👍🏽", "1️⃣", "❤️"])
def test_an_emoji_sequence_takes_one_emoji(text: str) -> None:
    assert em(text) == pytest.approx(1.4, abs=0.001)


@pytest.mark.parametrize(
    ("plain", "marked"),
    [("e", "e\u0301"), ("שלום", "שָׁלוֹם"), ("soft", "so\u200bft"), ("กน", "กั้น"), ("محمد", "مُحَمَّد")],
)
def test_marks_and_invisible_characters_take_no_room(plain: str, marked: str) -> None:
    assert em(marked) == em(plain)


def test_an_arabic_letter_is_narrower_where_another_follows() -> None:
    assert em("بب") < 2 * em("ب")
    assert em("ب\u200cب") == 2 * em("ب")


@pytest.mark.parametrize("text", ["\U0003fffd", "\ue000", "\u0378", "\U0010ffff"])
def test_a_character_that_no_font_knows_has_a_generous_width(text: str) -> None:
    assert em(text) >= 0.9


def test_an_empty_text_has_no_width() -> None:
    assert text_width("", 13) == 0


@given(st.text(), st.text())
def test_a_text_is_never_narrower_than_none_and_scales_with_its_size(one: str, other: str) -> None:
    width = text_width(one + other, 10)

    assert width >= 0
    assert text_width(one + other, 20) == pytest.approx(2 * width)


@given(st.text())
def test_clusters_are_the_whole_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_a_block_of_lines_is_as_high_as_its_lines() -> None:
    assert block_height(3, 10) == pytest.approx(3 * line_height(10))
    assert 0 < baseline(10) < line_height(10)


def test_a_line_keeps_its_width_only_where_a_wider_font_has_no_room() -> None:
    assert kept_width("Customer", 13, 500) == 0
    assert kept_width("Customer", 13, 60) == pytest.approx(text_width("Customer", 13) / SAFETY)


def test_letters_with_rare_marks_keep_the_width_of_those_without() -> None:
    assert kept_width("Cuộn xem", 13, 60) == kept_width("Cuon xem", 13, 60) > 0


def test_a_script_of_unknown_widths_is_left_as_it_is() -> None:
    assert kept_width("ทดสอบ", 13, 20) == 0
