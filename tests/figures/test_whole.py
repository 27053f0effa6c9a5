"""Stages that are as the baseline has them are put in."""

from __future__ import annotations

from cjm.figures.whole import whole
from tests.sheet.builders import map_of

NOW = "title: Now\nstate: current\nstages: [{id: buy, name: Buy, steps: [pay, leave]}]\n"


def test_a_stage_that_is_the_same_comes_from_the_baseline() -> None:
    map, workspace = map_of(
        "title: Then\nbaseline: now\nstages: [{id: buy, same: true}, {name: New}]",
        now_journey=NOW,
    )

    found = whole(map, workspace)

    assert [str(stage.name) for stage in found.journey.stages] == ["Buy", "New"]
    assert len(found.journey.stages[0].steps) == 2


def test_a_chain_of_baselines_is_followed() -> None:
    map, workspace = map_of(
        "title: Then\nbaseline: soon\nstages: [{id: buy, same: true}]",
        now_journey=NOW,
        soon_journey="title: Soon\nbaseline: now\nstages: [{id: buy, same: true}]\n",
    )

    assert str(whole(map, workspace).journey.stages[0].name) == "Buy"


def test_a_stage_without_a_baseline_stays_as_written() -> None:
    map, workspace = map_of("title: T\nstages: [{id: buy, same: true}]")

    assert whole(map, workspace) is map


def test_maps_that_are_each_other_s_baseline_end() -> None:
    map, workspace = map_of(
        "title: T\nbaseline: now\nstages: [{id: buy, same: true}]",
        now_journey="title: N\nbaseline: m\nstages: [{id: buy, same: true}]\n",
    )

    assert whole(map, workspace) is map
