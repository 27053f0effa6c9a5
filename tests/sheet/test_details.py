"""Blocks know more than they show: why, by whom, on what grounds; and whose they are."""

from __future__ import annotations

from textwrap import dedent

from cjm.sheet.sheet import Block, Detail, Sheet
from tests.sheet.builders import lane_of, sheet_of

LIBRARY = """
library:
  evidence:
    talks: {title: Talks, method: interview, sample: 1204, link: "https://example.org/talks"}
  departments:
    it: {name: IT, region: North, contact: "@it"}
"""


def with_library(text: str) -> Sheet:
    """Return the sheet of a map that may refer to what `LIBRARY` holds."""
    return sheet_of(dedent(text) + LIBRARY)


def first(sheet: Sheet, lane: str) -> Block:
    """Return the first block of a lane."""
    return next(block for cell in lane_of(sheet, lane).cells for block in cell.blocks)


def told(block: Block) -> dict[str, str]:
    """Return the details of a block: label → text."""
    details: tuple[Detail, ...] = getattr(block, "more", ())
    return {each.label: each.text for each in details}


def test_a_pain_tells_how_bad_it_is_why_and_on_what_grounds() -> None:
    sheet = with_library(
        """
        title: T
        steps:
          - {name: A, pains: {text: Queue, severity: 4, frequency: 2, effect: 3, cause: One desk,
             consequence: People leave, evidence: [talks]}}
        """
    )

    assert told(first(sheet, "pains")) == {
        "Severity": "4 of 5 (5 is most)", "Frequency": "2 of 5 (5 is most)",
        "Effect on the feeling": "3 of 5 (5 is most)", "Cause": "One desk",
        "Consequence": "People leave", "Evidence": "Talks, n\u00a0=\u00a01\u202f204, reported",
    }  # fmt: skip


def test_evidence_leads_to_where_it_can_be_read() -> None:
    sheet = with_library("title: T\nsteps: [{name: A, quotes: {text: Hm, evidence: [talks]}}]")

    (detail,) = first(sheet, "quotes").more  # type: ignore[union-attr]

    assert detail.url == "https://example.org/talks"


def test_what_nothing_stands_behind_says_so_beside_what_has_evidence() -> None:
    alone = with_library("title: T\nsteps: [{name: A, thoughts: Hm}]")
    beside = with_library(
        "title: T\nsteps: [{name: A, thoughts: Hm, quotes: {text: Ha, evidence: [talks]}}]"
    )

    assert told(first(alone, "thoughts")) == {}
    assert told(first(beside, "thoughts")) == {"Evidence": "none named, so it is assumed"}


def test_an_opportunity_tells_what_it_answers_and_who_sees_to_it() -> None:
    sheet = with_library(
        """
        title: T
        steps:
          - name: A
            pains: {id: queue, text: Long queue}
            opportunities: {text: Book ahead, impact: 5, effort: 1, addresses: [queue],
              owner: {department: it, person: Ann}, due: 2027-01-31, kano: must-be,
              link: "https://example.org/1"}
        """
    )

    assert told(first(sheet, "opportunities")) == {
        "Impact": "5 of 5 (5 is most)", "Effort": "1 of 5 (5 is most)", "Answers": "Long queue",
        "Owner": "IT, Ann", "Due": "2027-01-31", "Kano class": "must-be",
        "Link": "https://example.org/1",
    }  # fmt: skip


def test_an_owner_tells_who_and_where_and_how_to_reach_them() -> None:
    sheet = with_library(
        "title: T\nsteps: [{name: A, solutions: {text: S, owner: {department: it, person: Ann}}}]"
    )

    assert told(first(sheet, "owner")) == {"Person": "Ann", "Region": "North", "Contact": "@it"}


def test_a_metric_tells_how_it_is_worked_out_and_what_was_measured() -> None:
    sheet = with_library(
        """
        title: T
        steps:
          - name: A
            metrics: {name: Wait, kind: time, formula: median, question: How long?, owner: it,
              source: talks, points: [{date: 2026-01-31, value: 5 min}, {value: 4 min}]}
        """
    )

    assert told(first(sheet, "metrics")) == {
        "Formula": "median", "Question asked": "How long?",
        "Over time": "2026-01-31: 5\u00a0min, 4\u00a0min", "Owner": "IT",
        "Source": "Talks, n\u00a0=\u00a01\u202f204, reported",
    }  # fmt: skip


def test_a_touchpoint_tells_how_much_it_matters() -> None:
    sheet = with_library(
        "title: T\nsteps: [{name: A, touchpoints: {name: App, owner: it, importance: {business: 4},"
        " satisfaction: 2}}]"
    )

    assert told(first(sheet, "touchpoints")) == {
        "Importance": "4 of 5 (5 is most)", "Satisfaction": "2 of 5 (5 is most)", "Owner": "IT",
    }  # fmt: skip


def test_a_step_tells_its_description_and_its_links() -> None:
    sheet = sheet_of(
        """
        title: T
        steps:
          - {name: A, description: At home, links: [{title: Film, url: "https://example.org/f"}]}
        """
    )

    card = first(sheet, "step")

    assert told(card) == {"About": "At home", "Link": "Film"}
    assert [each.url for each in card.more] == ["", "https://example.org/f"]  # type: ignore[union-attr]


def test_details_speak_the_language_of_the_sheet() -> None:
    sheet = sheet_of(
        "title: T\nsteps: [{name: A, pains: {text: Q, severity: 3, cause: {en: Desk, zh: 柜台}}}]",
        language="zh",
    )

    assert told(first(sheet, "pains")) == {"严重度": "3 / 5（5 为最高）", "原因": "柜台"}


SHARED = """
title: T
personas: [Ann, Bo, Cy]
steps:
  - name: A
    personas: [Bo]
    pains: [{text: P, personas: [Cy, Ann]}, {text: Q, personas: [Ann, Bo, Cy]}, {text: R}]
    quotes: {text: S, persona: Bo}
  - {name: B, feeling: 1, feelings: {Cy: -1}}
"""


def test_what_some_personas_share_is_theirs() -> None:
    sheet = sheet_of(SHARED)

    pains = [block.personas for cell in lane_of(sheet, "pains").cells for block in cell.blocks]  # type: ignore[union-attr]
    curve = lane_of(sheet, "feeling").curve

    assert pains == [(0, 2), (), ()]
    assert first(sheet, "quotes").personas == (1,)  # type: ignore[union-attr]
    assert [column.personas for column in sheet.columns] == [(1,), ()]
    assert curve is not None
    assert [line.personas for line in curve.lines] == [(0, 1), (2,)]


def test_a_lone_persona_shares_with_nobody() -> None:
    sheet = sheet_of("title: T\npersona: Ann\nsteps: [{name: A, quotes: {text: S, persona: Ann}}]")

    assert first(sheet, "quotes").personas == ()  # type: ignore[union-attr]
