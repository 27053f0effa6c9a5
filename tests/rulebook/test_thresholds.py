"""Thresholds are settings with defaults."""

from __future__ import annotations

import pytest

from cjm.rulebook import THRESHOLDS, Thresholds


def test_what_is_not_set_has_its_default():
    assert Thresholds()["stages.max"] == 8


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [("text.max", "120", 120), ("evidence.fail-under", "75 %", 75), ("match.min", "87.5", 87.5)],
)
def test_what_is_set_is_read(key, value, expected):
    limits = Thresholds({key: value})

    assert limits[key.replace("-", "_")] == expected
    assert list(limits.problems()) == []


@pytest.mark.parametrize("value", ["many", "-1", "101", "", "nan", "1e999"])
def test_a_value_that_cannot_be_is_told_and_the_default_kept(value):
    limits = Thresholds({"evidence.fail_under": value})

    ((key, rule, sentence),) = limits.problems()
    assert (key, rule) == ("evidence.fail_under", "wrong-type")
    assert "expected a number from 0 to 100" in sentence
    assert limits["evidence.fail_under"] == 60


def test_every_default_lies_within_its_limits():
    assert all(each.low <= each.default <= each.high for each in THRESHOLDS.values())
