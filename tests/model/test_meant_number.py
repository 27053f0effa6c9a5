"""What was meant as a number is told from words, and its right spelling is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.insight import Expectation, Feeling
from cjm.model.meant_number import is_numberlike, meant_number
from cjm.model.read import read
from cjm.source import parse


def told(text: str, key: str = "feeling") -> tuple[str, str]:
    """Return message and help of the one problem of `feeling: TEXT`."""
    data = parse(f"{key}: {text}\n", "a.yaml").data[key]
    reading = read(Feeling if key == "feeling" else Expectation, data, noun=key)
    (problem,) = reading.problems
    return problem.message, problem.help


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("1,5", "write 1.5, with a point"),
        ("-1,5", "write -1.5, with a point"),
        ("'1'", "write 1 without the quotes"),
        ("'+1'", "write 1 without the quotes"),
        ("–1", "write -1; '–' is a dash"),
        ("—2", "write -2; '—' is a dash"),
        ("１", "write 1 in ordinary digits"),
        ("'4'", "feelings run from −2 to +2; 4 on a scale of 1 to 5 is +1"),
        ("3/5", "feelings run from −2 to +2; 3 on a scale of 1 to 5 is 0"),
        ("5 of 5", "feelings run from −2 to +2; 5 on a scale of 1 to 5 is +2"),
        ("50 %", "feelings run from −2 (very negative) to +2 (very positive)"),
        ("1–2", "write one number, such as -1 or 0.5"),
        ("1,200", "write one number, such as -1 or 0.5"),
        ("-1 bad", "write {level: -1, label: bad}"),
        ("'-1 (bad, slow)'", 'write {level: -1, label: "bad, slow"}'),
    ],
)
def test_the_help_is_the_number_as_it_should_be_written(text: str, help: str) -> None:
    message, found = told(text)

    assert message.startswith("expected a number")
    assert found == help


def test_an_expectation_is_told_its_own_keys() -> None:
    assert told("-1 slow", "expectation")[1] == "write {level: -1, text: slow}"


@pytest.mark.parametrize(
    "word", ["bad", "ok", "3 stars", "2 days of waiting", "24/7", "★★", "N/A", "level 2", "😀", "",
             "4th time", "1 to 1 help"],
)  # fmt: skip
def test_words_stay_words(word: str) -> None:
    assert not is_numberlike(word)


@given(st.floats(-2, 2).map(lambda number: round(number, 2)))
def test_a_decimal_comma_and_wide_digits_are_the_same_number(number: float) -> None:
    spelt = f"{number:.2f}"
    wide = spelt.translate({ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789.-"})

    for text in (spelt, spelt.replace(".", ","), spelt.replace("-", "–"), wide):
        assert is_numberlike(text)
        assert meant_number(text) == number


@given(st.text(max_size=12))
def test_any_text_is_judged(text: str) -> None:
    assert is_numberlike(text) in (True, False)
    assert meant_number(text) is None or is_numberlike(text)
