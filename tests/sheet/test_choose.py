"""Which lanes are drawn, and what is said about the rest."""

from __future__ import annotations

import pytest

from cjm.model.lanes import LANES, PRESETS
from cjm.sheet.lanes import LANES as MAKERS
from tests.sheet.builders import lane_of, sheet_of

FULL = """
title: T
{more}
stages:
  - name: A
    goal: g
    steps:
      - name: a
        goal: g
        success: s
        actions: x
        needs: n
        thoughts: t
        quotes: q
        feeling: 1
        touchpoints: {{name: p, owner: O, performance: [{{department: D, score: 2}}],
          resources: {{owned: r}}}}
        channels: c
        duration: 2 min
        pains: p
        delights: d
        itches: i
        opportunities: o
        solutions: s
        metrics: {{name: m, actual: 2}}
        evidence: {{title: e}}
        physical_evidence: b
        frontstage: b
        backstage: {{text: b, fail: true}}
        support: b
        policies: b
        systems: y
        storyboard: {{image: a.png, alt: A queue}}
        custom: {{risk: high}}
"""


def full(more: str = "", **options: object) -> list[str]:
    sheet = sheet_of(FULL.format(more=more), **options)  # type: ignore[arg-type]
    return [lane.id for lane in sheet.lanes]


def test_every_lane_is_made_by_the_sheet_and_known_to_all() -> None:
    unnamed = [id for id in MAKERS if id not in LANES]
    unmade = [id for id in LANES if id not in MAKERS]

    assert not unnamed, f"name {unnamed} in LANES of cjm/model/lanes.py, or lint will refuse them"
    assert not unmade, f"register {unmade} in cjm/sheet/lanes/__init__.py, or nothing draws them"
    assert tuple(MAKERS) == LANES, "keep the order of cjm/model/lanes.py"


@pytest.mark.parametrize("id", [id for id in LANES if id != "channels"])
def test_every_lane_of_the_format_can_be_drawn_alone(id: str) -> None:
    assert full(lanes=[id]) == [id], f"FULL, above, holds nothing for the lane '{id}' to show"


def test_channels_have_a_lane_only_where_touchpoints_do_not_show_them() -> None:
    assert full(lanes=["channels"]) == ["channels"]
    assert full(lanes=["touchpoints", "channels"]) == ["touchpoints"]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_stands_for_its_lanes_in_order(preset: str) -> None:
    expected = [id for id in PRESETS[preset] if id != "channels"]

    assert full(lanes=[preset]) == expected


@pytest.mark.parametrize("type", ["journey", "experience", "day-in-life", "blueprint"])
def test_the_type_picks_the_preset(type: str) -> None:
    assert full(f"type: {type}") == [id for id in PRESETS[type] if id != "channels"]


def test_the_map_s_lanes_replace_the_preset_and_presets_may_stand_among_them() -> None:
    assert full("lanes: [backstage, executive]") == ["backstage", *PRESETS["executive"]]


def test_a_lane_of_one_s_own_goes_where_it_says() -> None:
    ids = full("lanes: [{id: risk, name: Risk, after: pains}]")

    assert ids[ids.index("pains") + 1] == "risk"
    assert "step" in ids


def test_a_known_lane_goes_where_it_says_in_any_spelling() -> None:
    ids = full("lanes: [executive, {id: Physical-Evidence, after: Pains}]")

    assert ids[ids.index("pains") + 1] == "physical_evidence"


def test_a_lane_of_one_s_own_has_its_title() -> None:
    sheet = sheet_of(FULL.format(more="lanes: [stage, {id: risk, name: Risk}]"))

    assert lane_of(sheet, "risk").title == "Risk"


@pytest.mark.parametrize("lane", ["risk", "Risk", "{id: Risk, name: Risk}"])
@pytest.mark.parametrize("cell", ["risk", "RISK"])
def test_a_lane_of_one_s_own_finds_its_cells_in_any_case(lane: str, cell: str) -> None:
    text = FULL.format(more=f"lanes: [stage, {lane}]").replace("risk: high", f"{cell}: high")

    sheet = sheet_of(text)

    assert [lane.id.lower() for lane in sheet.lanes] == ["stage", "risk"]
    assert not [note for note in sheet.notes if "risk" in note.lower()]


def test_a_lane_may_be_written_in_any_case() -> None:
    assert full("lanes: [Stage, Executive, PAINS]") == full("lanes: [stage, executive, pains]")


def test_cells_under_the_name_of_a_known_lane_are_missed_unless_it_is_one_s_own() -> None:
    text = FULL.replace("risk: high", "pains: mine")

    missed = sheet_of(text.format(more="lanes: [stage, pains]"))
    drawn = sheet_of(text.format(more="lanes: [stage, pains, {id: pains, name: Mine}]"))

    assert any(note.startswith("lane 'pains' (1 place) is not drawn") for note in missed.notes)
    assert [lane.title for lane in drawn.lanes] == ["Stage", "Pain points", "Mine"]


def test_dividing_lines_belong_to_the_blueprint_s_lanes() -> None:
    sheet = sheet_of(FULL.format(more="type: blueprint"))

    lines = {lane.id: lane.line_above for lane in sheet.lanes if lane.line_above}

    assert lines == {
        "frontstage": "line of interaction",
        "backstage": "line of visibility",
        "support": "line of internal interaction",
    }


def test_content_that_no_lane_shows_is_reported_once_for_each_kind() -> None:
    sheet = sheet_of(FULL.format(more="lanes: [stage, goal, step, touchpoints, pains]"))

    kinds = [note.partition(" ")[0].strip("'") for note in sheet.notes]

    assert "'feeling' (1 place) is not drawn: no lane that was chosen shows it" in sheet.notes
    assert "lane 'risk' (1 place) is not drawn: it is not among the lanes chosen" in sheet.notes
    assert not {"pains", "touchpoints", "channels", "goal"} & set(kinds)
    assert len(sheet.notes) == len(set(sheet.notes))


def test_a_preset_that_shows_everything_is_silent() -> None:
    shown = [*PRESETS["journey"], *PRESETS["blueprint"], "risk"]

    assert sheet_of(FULL.format(more=""), lanes=shown).notes == ()


def test_a_lane_that_is_not_known_is_reported() -> None:
    assert "there is no lane 'stgae'" in sheet_of(FULL.format(more=""), lanes=["stgae"]).notes


def test_the_goal_of_a_step_is_not_shown_by_its_stage() -> None:
    notes = sheet_of(FULL.format(more=""), lanes=["executive"]).notes

    assert "'goal' (1 place) is not drawn: no lane that was chosen shows it" in notes
