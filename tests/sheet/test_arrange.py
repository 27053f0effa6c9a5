"""A journey becomes a sheet: columns, spans, languages, what is left out and said so."""

from __future__ import annotations

from cjm.sheet.sheet import Note, Saying, StageHead, StepCard, Words
from tests.sheet.builders import lane_of, map_of, sheet_of

TWO_STAGES = """
title: T
pains: Everywhere
stages:
  - {name: A, pains: Whole stage, steps: [{name: a, pains: One}, b]}
  - {name: B, pains: Alone}
"""


def test_content_spans_what_it_belongs_to_without_overlap() -> None:
    lane = lane_of(sheet_of(TWO_STAGES), "pains")

    spans = [[(cell.start, cell.end) for cell in row] for row in lane.rows]

    assert spans == [[(0, 1), (2, 3)], [(0, 2)], [(0, 3)]]


def test_a_stage_without_steps_is_a_column() -> None:
    sheet = sheet_of(TWO_STAGES)

    assert [column.name for column in sheet.columns] == ["a", "b", "B"]
    assert [(stage.start, stage.end) for stage in sheet.stages] == [(0, 2), (2, 3)]


def test_lanes_without_content_are_left_out() -> None:
    sheet = sheet_of("title: T\nstages: [{name: A}]")

    assert [lane.id for lane in sheet.lanes] == ["stage"]


def test_refuted_insights_are_not_drawn() -> None:
    sheet = sheet_of("title: T\nstages: [{name: A, pains: [{text: No, status: refuted}]}]")

    assert [lane.id for lane in sheet.lanes] == ["stage"]
    assert sheet.notes == ()


def test_texts_are_in_the_language_asked_for_and_fall_back_to_the_map_s() -> None:
    text = """
    title: {en: Upgrade, zh: 升级}
    language: en
    stages: [{name: {en: Learn, zh: 了解}, pains: {en: Slow}}]
    """

    sheet = sheet_of(text, language="zh")
    head = next(lane_of(sheet, "stage").cells).blocks[0]
    pain = next(lane_of(sheet, "pains").cells).blocks[0]

    assert sheet.header.title == "升级"
    assert isinstance(head, StageHead)
    assert isinstance(pain, Note)
    assert (head.name, head.language) == ("了解", "")
    assert (pain.text, pain.language) == ("Slow", "en")
    assert lane_of(sheet, "pains").title == "痛点"


def test_other_languages_get_cjm_s_english_words() -> None:
    sheet = sheet_of("title: {fr: Voyage}\nlanguage: fr\nstages: [{fr: Lire}]", language="fr")

    assert lane_of(sheet, "stage").title == "Stage"


def test_hidden_characters_are_visible_and_line_breaks_stay() -> None:
    sheet = sheet_of('title: "a\\u202Eb"\nstages: [{name: A, actions: "one\\ntwo\\u200b"}]')

    block = next(lane_of(sheet, "actions").cells).blocks[0]

    assert sheet.header.title == "a\\u202eb"
    assert isinstance(block, Words)
    assert block.text == "one\ntwo\\u200b"


def test_a_claim_without_evidence_is_assumed() -> None:
    sheet = sheet_of(
        "title: T\nstages: [{name: A, thoughts: [Why, {text: How, evidence: [talk]}]}]\n"
        "library: {evidence: {talk: {title: Talk, method: interview}}}\n"
    )

    blocks = next(lane_of(sheet, "thoughts").cells).blocks

    assert [block.is_assumed for block in blocks if isinstance(block, Saying)] == [True, False]
    assert [entry.sign for entry in sheet.legend] == ["hatched"]


def test_the_word_assumed_is_left_out_where_it_would_stand_everywhere() -> None:
    sketch = sheet_of("title: T\nstages: [{name: A, pains: Slow}]")
    founded = sheet_of(
        "title: T\nstages: [{name: A, pains: [Slow, {text: Dear, evidence: [talk]}]}]\n"
        "library: {evidence: {talk: {title: Talk, method: interview}}}\n"
    )

    def details(sheet: object) -> list[tuple[str, ...]]:
        blocks = next(lane_of(sheet, "pains").cells).blocks  # type: ignore[arg-type]
        return [block.details for block in blocks if isinstance(block, Note)]

    assert details(sketch) == [()]
    assert details(founded) == [("assumed",), ()]


def test_a_step_says_who_takes_it_only_where_not_everyone_does() -> None:
    sheet = sheet_of(
        "title: T\npersonas: [Ana, Ben]\nstages:\n"
        "  - {name: A, steps: [{name: a, personas: Ben}, {name: b, personas: [Ana, Ben]}]}\n"
    )

    cards = [cell.blocks[0] for cell in lane_of(sheet, "step").cells]

    assert [card.notes for card in cards if isinstance(card, StepCard)] == [("only Ben",), ()]


def test_the_goal_of_a_stage_stands_in_its_chevron() -> None:
    sheet = sheet_of("title: T\nstages: [{name: A, goal: Know, steps: [{name: a, goal: See}, b]}]")

    head = next(lane_of(sheet, "stage").cells).blocks[0]
    goals = [cell.blocks[0] for cell in lane_of(sheet, "goal").cells]

    assert isinstance(head, StageHead)
    assert head.goal == "Know"
    assert [block.text for block in goals if isinstance(block, Words)] == ["See"]


def test_the_footer_names_the_map_and_its_text() -> None:
    text = "title: T\nstages: [{name: A}]\n"
    map, _ = map_of(text)

    digest = map.document.digest[:7]
    assert sheet_of(text).footer.source == f"Map: m · file version {digest}"
    assert sheet_of(text, language="zh").footer.source == f"地图：m · 文件版本 {digest}"


def test_arranging_twice_gives_the_same_sheet() -> None:
    assert sheet_of(TWO_STAGES) == sheet_of(TWO_STAGES)


def test_a_stage_without_a_name_has_its_id() -> None:
    sheet = sheet_of("title: T\nstages: [{id: buy, same: true}]")

    head = next(lane_of(sheet, "stage").cells).blocks[0]

    assert isinstance(head, StageHead)
    assert head.name == "buy"
