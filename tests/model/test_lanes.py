"""The names of lanes: one table, and one way of reading them."""

from __future__ import annotations

import pytest

from cjm.model.lanes import LANES, PRESETS, lane_key, lane_named


@pytest.mark.parametrize(
    ("word", "lane"),
    [("pains", "pains"), ("Pains", "pains"), ("physical-evidence", "physical_evidence"),
     ("Day_In_Life", "day-in-life"), ("ｐａｉｎｓ", "pains"), ("pain", None)],
)  # fmt: skip
def test_a_lane_is_known_in_any_case_and_with_either_dash(word: str, lane: str | None) -> None:
    assert lane_named(word) == lane


def test_no_two_names_are_read_alike() -> None:
    keys = [lane_key(each) for each in (*LANES, *PRESETS)]

    assert len(set(keys)) == len(keys)


def test_maps_and_blueprints_show_every_lane_between_them() -> None:
    reached = {*PRESETS["journey"], *PRESETS["blueprint"]}
    forgotten = [lane for lane in LANES if lane not in reached]

    assert not forgotten, (
        f"add {forgotten} to 'journey' or 'blueprint' in PRESETS of cjm/model/lanes.py, or what "
        "they show is left out of most pictures"
    )


def test_presets_are_made_of_lanes() -> None:
    unknown = {lane for lanes in PRESETS.values() for lane in lanes} - set(LANES)

    assert not unknown, f"add {sorted(unknown)} to LANES in cjm/model/lanes.py"
