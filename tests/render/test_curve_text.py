"""A curve is told step by step, in the words of the sheet's language."""

from __future__ import annotations

from cjm.render.curve_text import curve_text
from tests.sheet.builders import lane_of, sheet_of


def told(text: str, language: str = "en") -> list[str]:
    sheet = sheet_of(text, language=language)
    curve = lane_of(sheet, "feeling").curve
    assert curve is not None
    return curve_text(curve, sheet)


ONE = """
title: T
language: en
steps:
  - name: {en: Compares plans, zh: 比较套餐}
    feeling: {level: -2, label: {en: lost, zh: 迷茫}, basis: observed, evidence: [talk]}
    expectation: 1
  - {name: {en: Pays, zh: 付款}, feeling: [1, {label: {en: tired, zh: 累}}]}
library: {evidence: {talk: {title: Talks, method: interview}}}
"""


def test_level_word_and_expectation_of_each_step() -> None:
    assert told(ONE) == ["Compares plans: −2, lost; expected +1", "Pays: +1, assumed; tired"]


def test_in_chinese() -> None:
    assert told(ONE, "zh") == ["比较套餐：−2、迷茫；期望 +1", "付款：+1、假设；累"]


def test_personas_are_told_apart() -> None:
    text = """
        title: T
        personas: [Ana, Bo]
        steps: [{name: Pays, feelings: {Ana: 1, Bo: -1}}]
    """

    assert told(text) == ["Pays: Ana +1, assumed; Bo −1, assumed"]


def test_a_feeling_that_all_share_is_told_once() -> None:
    text = """
        title: T
        personas: [Ana, Bo]
        steps: [{name: Asks, feeling: 1}, {name: Pays, feelings: {Ana: 1, Bo: -1}}]
    """

    assert told(text)[0].count("+1") == 1


def test_the_feeling_of_a_whole_stage_has_the_stage_s_name() -> None:
    text = """
        title: T
        stages:
          - {name: Buys, feeling: -1, steps: [Asks, Pays]}
          - {name: Uses, feeling: 1}
    """

    assert told(text) == ["Buys: −1, assumed", "Uses: +1, assumed"]
