"""The words of cjm itself: the same keys in each language, numbers as people write them."""

from __future__ import annotations

import string

import pytest

from cjm.sheet import arabic_words, japanese_words
from cjm.sheet.flow_words import flow_words
from cjm.sheet.lanes import LANES
from cjm.sheet.words import vocabulary

EN, ZH = vocabulary("en"), vocabulary("zh-Hant")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert EN.words.keys() == ZH.words.keys()
    for key in EN.words:
        assert fields(ZH.words[key]) == fields(EN.words[key]), key


@pytest.mark.parametrize("words", [japanese_words.WORDS, arabic_words.WORDS])
def test_japanese_and_arabic_say_all_that_english_says(words: dict[str, str]) -> None:
    english = flow_words("en").words

    assert words.keys() == english.keys()
    for key in english:
        assert fields(words[key]) <= fields(english[key]), key


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ja", ["4時間25分", "20–90分", "1日", "2週間"]),
        ("ar", ["4 ساعات و25 دقيقة", "20–90 دقيقة", "يوم", "أسبوعان"]),
    ],
)
def test_japanese_and_arabic_spell_durations_their_way(language: str, told: list[str]) -> None:
    ends = [(15900, 15900), (1200, 5400), (86400, 86400), (1209600, 1209600)]

    spelt = [vocabulary(language).duration(*each).replace("\u00a0", " ") for each in ends]

    assert spelt == told


def test_a_quote_has_the_marks_of_its_language() -> None:
    assert [vocabulary(each).quoted("x") for each in ("ja", "ar-EG")] == ["「x」", "«x»"]


def test_every_lane_has_a_title() -> None:
    untitled = [id for id in LANES if f"lane.{id}" not in EN.words]

    assert not untitled, f"write 'lane.ID' for {untitled} into both tables of cjm/sheet/words.py"


def test_other_languages_fall_back_to_english() -> None:
    assert vocabulary("ru") is EN


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (-0.0, "0"), (-0.001, "−0.001"), (4.2, "4.2"), (-1.5, "−1.5"), (1204, "1\u202f204"),
     (1234567.5, "1\u202f234\u202f567.5"), (-2000, "−2\u202f000")],
)  # fmt: skip
def test_numbers_have_a_true_minus_and_thin_spaces(value: float, shown: str) -> None:
    assert EN.number(value) == shown


@pytest.mark.parametrize(("level", "shown"), [(2, "+2"), (0, "0"), (-0.04, "0"), (-0.5, "−0.5")])
def test_levels_have_their_sign(level: float, shown: str) -> None:
    assert EN.level(level) == shown


def test_per_cent_stands_apart_in_english_and_close_in_chinese() -> None:
    assert (EN.percent(61), ZH.percent(61)) == ("61\u202f%", "61%")


@pytest.mark.parametrize(
    ("low", "high", "en", "zh"),
    [
        (2700, 2700, "45 min", "45 分钟"),
        (5400, 5400, "90 min", "90 分钟"),
        (15900, 15900, "4 h 25 min", "4 小时 25 分钟"),
        (3600, 14400, "1–4 h", "1–4 小时"),
        (30, 60, "30–60 s", "30–60 秒"),
        (259200, 259200, "3 days", "3 天"),
        (31556952, 31556952, "1 year", "1 年"),
        (0, 0, "0 s", "0 秒"),
    ],
)
def test_durations_are_spelt_in_the_units_people_use(
    low: float, high: float, en: str, zh: str
) -> None:
    assert EN.duration(low, high).replace("\u00a0", " ") == en
    assert ZH.duration(low, high).replace("\u00a0", " ") == zh


@pytest.mark.parametrize(
    ("low", "high", "unit", "told"),
    [
        (14 * 86400, 14 * 86400, 86400, "14 days"),
        (86400, 86400, 86400, "1 day"),
        (7200, 7200, 60, "120 min"),
        (5400, 5400, 3600, "1.5 h"),
        (5400, 7200, 3600, "1.5–2 h"),
        (0, 14 * 86400, 86400, "0–14 days"),
        (300, 300, 3600, "5 min"),
        (72000, 72000, 86400, "20 h"),
        (15 * 31556952, 15 * 31556952, 1, "15 years"),
        (14 * 86400, 14 * 86400, 77, "2 weeks"),
    ],
)
def test_a_unit_of_one_s_own_is_used_where_it_tells_the_time_exactly(
    low: float, high: float, unit: float, told: str
) -> None:
    assert EN.duration(low, high, unit).replace("\u00a0", " ") == told


def test_quotation_marks_are_added_once() -> None:
    assert EN.quoted("Why?") == "“Why?”"
    assert EN.quoted("「为什么」") == "「为什么」"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (7199, "2 h"), (86399, "1 day"), (3599, "59 min 59 s"), (7261, "2 h 1 min"), (59.6, "59.6 s"),
        (604799, "1 week"),
    ],
)  # fmt: skip
def test_a_duration_never_tells_sixty_minutes_beside_an_hour(seconds: float, told: str) -> None:
    words = vocabulary("en").duration(seconds, seconds).replace("\u00a0", " ")

    assert words == told


@pytest.mark.parametrize(
    ("value", "told"), [(0.004, "0.004"), (0.00123, "0.0012"), (-0.004, "−0.004"), (0.01, "0.01")]
)
def test_a_small_number_is_not_told_as_nought(value: float, told: str) -> None:
    assert vocabulary("en").number(value) == told
