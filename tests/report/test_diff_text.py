"""The comparison as text fits a terminal, and one line tells of a map."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.diff.chain import Run
from cjm.diff.compare import compare
from cjm.diff.judge import judge
from cjm.diff.side import Side
from cjm.report.columns import columns
from cjm.report.diff.fit import fitted
from cjm.report.diff.look import DiffLook
from cjm.report.diff.text import diff_text
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.diff.sides import side, sides, step
from tests.diff.test_kinds import CASES, Kind

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def upgrade() -> Run:
    names = [f"5g-upgrade/journeys/upgrade.{state}.journey.yaml" for state in ("current", "future")]
    found = {
        map.path: Side(map, workspace) for workspace, map in load(DiskFiles(EXAMPLES), names).maps
    }
    old, new = (found[name] for name in names)
    return Run(old, new, judge(compare(old, new)), names=(names[0], names[1]))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(upgrade, width, language):
    text = diff_text([upgrade], DiffLook(width=width, language=language, everything=True))

    longest_word = 60  # a language without blanks is not broken within a word
    wide = [line for line in text.splitlines() if columns(line) > width]
    assert [line for line in wide if max(map(columns, line.split(" "))) < longest_word] == []


@pytest.mark.parametrize("width", [80, 120])
def test_nothing_is_lost_where_lines_are_broken(upgrade, width):
    broken = diff_text([upgrade], DiffLook(width=width))

    assert broken.split() == diff_text([upgrade], DiffLook()).split()


def test_colour_takes_no_room():
    line = "    \x1b[31m−\x1b[0m " + "word " * 9

    assert list(fitted([line.rstrip()], 52)) == [line.rstrip()]


def test_what_follows_stands_further_right():
    assert list(fitted([("  · " + "twelve chars " * 4).rstrip()], 40)) == [
        "  · twelve chars twelve chars twelve",
        "    chars twelve chars",
    ]


def test_a_line_tells_of_a_map(upgrade):
    text = diff_text([upgrade], DiffLook(stat=True))

    head, line = text.splitlines()
    assert head.split() == ["breaking", "worse", "better", "neutral", "feeling"]
    assert line.split()[0] == "5g-upgrade/journeys/upgrade.future.journey.yaml"
    assert line.endswith("−0.4 → +0.8")


def test_maps_that_came_went_and_stayed_are_each_told_in_a_line():
    old, new = sides(*CASES[Kind.FEELING_CHANGED])
    same = Run(old, old, judge(compare(old, old)), role="map")
    runs = [Run(None, new, None, role="map"), Run(old, None, None, role="map"), same]

    lines = diff_text(runs, DiffLook(stat=True, same=2)).splitlines()

    assert lines[1:] == [
        "new.journey.yaml  new map", "old.journey.yaml  map gone", "3 maps without a change",
    ]  # fmt: skip


def test_a_severe_pain_that_stays_from_one_map_to_the_next_is_told():
    pains = "name: Pays\nfeeling: {level}\npains: [{{text: A queue, severity: 4}}, {{text: Rain, severity: 2}}]"
    old, new = (step(pains.format(level=level)) for level in (-1, 1))

    several, one = sides(old, new), (side(old), side(new))
    texts = [diff_text([Run(*pair, judge(compare(*pair)))], DiffLook()) for pair in (several, one)]

    assert "\nPains that stay: 'A queue' (severity 4)\n" in texts[0]
    assert "that stay" not in texts[1]
