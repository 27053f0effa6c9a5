"""The header, legend and footer say what the map can support, and nothing empty."""

from __future__ import annotations

import pytest

from cjm.sheet.header import initials
from tests.sheet.builders import sheet_of

FOUNDED = """
title: T
state: current
status: validated
review: {last: 2026-09-14}
goal: {customer: Fast, business: More}
scope: {from: Start}
personas: [{name: Li Na, role: Commuter, quote: Just work, demographics: {age: 34}}]
stages:
  - name: A
    feeling: {level: -1, evidence: [talk]}
    pains: [{text: p, severity: 5}, q]
    opportunities: [{text: o, owner: Digital}, {text: no, status: dismissed}]
    touchpoints: {name: App, channels: [Phone, Web]}
library: {evidence: {talk: {title: Talk, method: interview, sample: 1204}}}
"""


def test_a_sketch_has_no_figures_no_badges_no_goals() -> None:
    header = sheet_of("title: T\nstages: [{name: A, feeling: -1, pains: p}]").header

    assert (header.badges, header.goals, header.figures, header.portraits) == ((), (), (), ())


def test_figures_are_computed() -> None:
    figures = {each.id: (each.value, each.label) for each in sheet_of(FOUNDED).header.figures}

    assert figures == {
        "emotion": ("−1", "mean emotion"),
        "pains": ("2", "pain points, 1 critical"),
        "opportunities": ("1", "opportunity"),
        "evidence": ("33\u202f%", "of claims have customer evidence"),
        "channels": ("2", "channels"),
        "owners": ("1", "owning team"),
    }


def test_the_persona_and_the_goals_are_introduced() -> None:
    header = sheet_of(FOUNDED).header

    (portrait,) = header.portraits
    assert (portrait.name, portrait.initials) == ("Li Na, 34", "LN")
    assert (portrait.detail, portrait.quote) == ("Commuter", "“Just work”")
    assert header.goals == (
        ("Customer goal", "Fast"), ("Business goal", "More"), ("Scope", "Start → …"),
    )  # fmt: skip


def test_badges_say_state_status_and_review() -> None:
    badges = sheet_of(FOUNDED, language="zh").header.badges

    assert [badge.text for badge in badges] == ["当前状态", "已验证", "复审于 2026-09-14"]


def test_the_footer_names_the_evidence_with_its_sample() -> None:
    assert sheet_of(FOUNDED).footer.evidence == "Evidence: Talk (n\u00a0=\u00a01\u202f204)"


def test_the_legend_shows_only_what_occurs() -> None:
    plain = sheet_of("title: T\nstages: [{name: A, touchpoints: App}]")
    rich = sheet_of("title: T\nstages: [{name: A, feeling: 1, moment_of_truth: true, pains: p}]")

    assert plain.legend == ()
    assert [entry.sign for entry in rich.legend] == ["hatched", "hollow", "moment"]


def test_the_legend_explains_an_expectation_that_is_hatched() -> None:
    sheet = sheet_of("title: T\nstages: [{name: A, expectation: A quick answer}]")

    assert [entry.sign for entry in sheet.legend] == ["hatched"]


def test_portraits_are_ringed_where_personas_have_curves_of_their_own() -> None:
    sheet = sheet_of(
        "title: T\npersonas: [Ana, Ben]\nstages: [{name: A, feeling: 1, feelings: {Ben: -1}}]"
    )

    assert [portrait.line for portrait in sheet.header.portraits] == [0, 1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Li Na", "LN"), ("Ana Maria del Sol", "AS"), ("Cher", "C"), ("李娜", "李娜"), ("陈国栋", "国栋"),
     ("佐藤 美咲", "佐藤"), ("سلمى الحداد", "س"), ("…", "…"), ("", "")],
)  # fmt: skip
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_the_description_tells_the_map_to_those_who_cannot_see_it() -> None:
    sheet = sheet_of(
        "title: T\nstages: [{name: A, feeling: 1}, {name: B, steps: [{name: b, feeling: -2}]}]"
    )

    assert sheet.description == (
        "Journey map with 2 stages and 2 steps. Stages: A, B. The feeling is lowest, −2, at b."
    )
