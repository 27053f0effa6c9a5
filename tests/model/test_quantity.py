"""Durations and metric values are read as people in nine languages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cjm.model.quantity import Time, Value, read_duration, read_quantity
from cjm.model.unit_words import SECONDS
from cjm.source.plain import Plain

MINUTE, HOUR, DAY, WEEK, MONTH, YEAR = 60, 3600, 86400, 604800, 2629746, 31556952


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30 s", 30), ("25 min", 25 * MINUTE), ("2 h", 2 * HOUR), ("3 days", 3 * DAY),
        ("2 weeks", 2 * WEEK), ("1 month", MONTH), ("1 yr", YEAR),
        ("30 秒", 30), ("25 分钟", 25 * MINUTE), ("2 小时", 2 * HOUR), ("3 天", 3 * DAY),
        ("2 周", 2 * WEEK), ("3个月", 3 * MONTH), ("1 年", YEAR),
        ("45 秒", 45), ("25 分", 25 * MINUTE), ("2 時間", 2 * HOUR), ("3 日", 3 * DAY),
        ("2 週間", 2 * WEEK), ("3ヶ月", 3 * MONTH), ("1 年間", YEAR),
        ("30 초", 30), ("25 분", 25 * MINUTE), ("2 시간", 2 * HOUR), ("3 일", 3 * DAY),
        ("2 주", 2 * WEEK), ("3개월", 3 * MONTH), ("1 년", YEAR),
        ("30 segundos", 30), ("25 minutos", 25 * MINUTE), ("2 horas", 2 * HOUR),
        ("3 días", 3 * DAY), ("2 semanas", 2 * WEEK), ("3 meses", 3 * MONTH), ("1 año", YEAR),
        ("30 secondes", 30), ("25 minutes", 25 * MINUTE), ("2 heures", 2 * HOUR),
        ("3 jours", 3 * DAY), ("2 semaines", 2 * WEEK), ("3 mois", 3 * MONTH), ("1 an", YEAR),
        ("30 Sekunden", 30), ("25 Minuten", 25 * MINUTE), ("2 Std.", 2 * HOUR),
        ("3 Tage", 3 * DAY), ("2 Wochen", 2 * WEEK), ("3 Monate", 3 * MONTH), ("1 Jahr", YEAR),
        ("30 seg", 30), ("1 minuto", MINUTE), ("2 hora", 2 * HOUR), ("3 dias", 3 * DAY),
        ("1 semana", WEEK), ("1 mês", MONTH), ("2 anos", 2 * YEAR),
        ("30 секунд", 30), ("25 минут", 25 * MINUTE), ("2 часа", 2 * HOUR), ("3 дня", 3 * DAY),
        ("2 недели", 2 * WEEK), ("3 месяца", 3 * MONTH), ("5 лет", 5 * YEAR),
    ],
)  # fmt: skip
def test_a_number_and_a_unit_word_are_a_duration(text: str, seconds: int) -> None:
    found = read_duration(text)

    assert found is not None
    assert (found.low, found.high, found.text) == (seconds, seconds, text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("PT25M", 25 * MINUTE), ("P1DT2H", DAY + 2 * HOUR), ("P2W", 2 * WEEK), ("PT0.5S", 0.5),
        ("PT1,5H", 1.5 * HOUR), ("P1Y2M3D", YEAR + 2 * MONTH + 3 * DAY),
    ],
)  # fmt: skip
def test_iso_8601_is_a_duration(text: str, seconds: float) -> None:
    found = read_duration(text)

    assert found is not None
    assert found.seconds == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("4 h 25 min", 4 * HOUR + 25 * MINUTE), ("4h25m", 4 * HOUR + 25 * MINUTE),
        ("1 Std., 30 Min.", 90 * MINUTE), ("1時間30分", 90 * MINUTE), ("1.5 HOURS", 90 * MINUTE),
        ("1,5 ч", 90 * MINUTE), ("２５分", 25 * MINUTE), ("25\u00a0min", 25 * MINUTE), ("0 s", 0),
    ],
)  # fmt: skip
def test_amounts_add_up_however_they_are_spelt(text: str, seconds: float) -> None:
    found = read_duration(text)

    assert found is not None
    assert found.seconds == seconds


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("9–12 sec", 9, 12), ("9-12 sec", 9, 12), ("9 — 12 sec", 9, 12), ("9~12秒", 9, 12),
        ("9〜12秒", 9, 12), ("9～12秒", 9, 12), ("5到10分钟", 300, 600), ("5至10分钟", 300, 600),
        ("30 секунд – 1 минута", 30, 60), ("30 s - 1 min 10 s", 30, 70), ("12–9 sec", 9, 12),
    ],
)  # fmt: skip
def test_the_ends_of_a_range_share_a_unit_or_have_their_own(text: str, low: int, high: int) -> None:
    found = read_duration(text)

    assert found is not None
    assert (found.low, found.high, found.seconds) == (low, high, (low + high) / 2)


@pytest.mark.parametrize(
    "text",
    [
        "", "25", "min", "soon", "25 minits", "P", "PT", "P1T", "1 – 2 – 3 min", "–5 min", "5 –",
        "1 h 10 – 20 min", "1,200 s", "-5 min", "25 min later", "1" * 40 + " s", "PT" + "9" * 40 + "S",
    ],
)  # fmt: skip
def test_anything_else_is_no_duration(text: str) -> None:
    assert read_duration(text) is None


@given(st.sampled_from(sorted(SECONDS)), st.integers(0, 10**6), st.sampled_from(["", " "]))
def test_every_unit_word_is_read_in_any_case(word: str, number: int, blank: str) -> None:
    for spelling in (word, word.upper(), word.title()):
        if spelling.lower() != word:
            continue
        found = read_duration(f"{number}{blank}{spelling}")

        assert found is not None
        assert found.seconds == number * SECONDS[word]


@given(st.text(max_size=80))
def test_no_text_stops_the_readers(text: str) -> None:
    duration, quantity = read_duration(text), read_quantity(text)

    assert duration is None or duration.low <= duration.high
    assert quantity is None or quantity.low <= quantity.high


@pytest.mark.parametrize(
    ("spelling", "low", "high", "kind", "relative"),
    [
        (Plain("4.2"), 4.2, 4.2, "number", False),
        (Plain("+25"), 25, 25, "number", False),
        ("+25", 25, 25, "number", True),
        ("4.2", 4.2, 4.2, "number", False),
        ("−3", -3, -3, "number", False),
        ("3–5", 3, 5, "number", False),
        ("−5–−3", -5, -3, "number", False),
        ("95%", 95, 95, "percent", False),
        ("95 %", 95, 95, "percent", False),
        ("95\u202f%", 95, 95, "percent", False),
        ("4,5 %", 4.5, 4.5, "percent", False),
        ("９５％", 95, 95, "percent", False),
        ("15–20 %", 15, 20, "percent", False),
        ("15 % – 20 %", 15, 20, "percent", False),
        ("+25%", 25, 25, "percent", True),
        ("+15–20%", 15, 20, "percent", True),
        ("−20–15 %", -20, -15, "percent", True),
        ("25 min", 1500, 1500, "time", False),
        ("PT25M", 1500, 1500, "time", False),
        ("30 s – 1 min", 30, 60, "time", False),
        ("−5 min", -300, -300, "time", True),
        ("+5–10 min", 300, 600, "time", True),
        ("-5–10 min", -600, -300, "time", True),
    ],
)
def test_values_of_metrics(
    spelling: str, low: float, high: float, kind: str, *, relative: bool
) -> None:
    found = read_quantity(spelling)

    assert found is not None
    assert (found.low, found.high, found.kind, found.relative) == (low, high, kind, relative)
    assert str(found) == spelling


@pytest.mark.parametrize(
    "value", ["", "many", "1,200", "5 points", "5%%", Plain("true"), Plain(".inf"), "1–2–3", [], {}]
)
def test_anything_else_is_no_value(value: object) -> None:
    assert read_quantity(value) is None


def _problem(kind: object, value: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    context = caught.value.errors()[0]["ctx"]
    return context["sentence"], context["help"]


@pytest.mark.parametrize(
    ("comparison", "value", "better"),
    [
        (">= 70%", "70%", "higher"), ("> 4.2", "4.2", "higher"), ("≥70 %", "70 %", "higher"),
        ("<= 5 min", "5 min", "lower"), ("<3", "3", "lower"), ("≤ 3", "3", "lower"),
    ],
)  # fmt: skip
def test_a_comparison_is_told_apart_into_value_and_direction(
    comparison: str, value: str, better: str
) -> None:
    sentence, help = _problem(Value, comparison)

    assert sentence == f"expected a value, found the comparison '{comparison}'"
    assert help == f"write '{value}' and 'better: {better}'"


def test_a_wrong_duration_is_answered_with_both_ways_to_write_one() -> None:
    sentence, help = _problem(Time, "half an hour")

    assert sentence == "expected a duration, found 'half an hour'"
    assert help == "write a number and a unit, '25 min', or ISO 8601, 'PT25M'"
