"""A wide map folds into bands of whole stages that are alike, and nothing is said twice."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from cjm.layout import lay_out
from cjm.layout.bands import WIDEST_BAND, Band, bands_of, behind
from cjm.layout.lanes import LINES
from cjm.layout.scene import Label, Path, Scene
from cjm.layout.theme import LIGHT
from cjm.sheet.sheet import Lane, Sheet
from tests.layout.test_scene import check
from tests.sheet.builders import sheet_of


def stages(*counts: int, more: str = "", step: str = "", stage: str = "") -> Sheet:
    """Return a map of stages with so many steps each."""
    written = ", ".join(
        f"{{name: Stage {index}, {stage} steps: [{', '.join(_step(step, n) for n in range(count))}]}}"
        for index, count in enumerate(counts)
    )
    return sheet_of(f"title: T\nlanguage: en\n{more}\nstages: [{written}]")


def _step(step: str, number: int) -> str:
    return f"{{name: Go {number}, {step}}}"


def spans(bands: tuple[Band, ...]) -> list[tuple[int, int]]:
    return [band.grid.span for band in bands if not band.title]


def texts(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Label)]


def ids(band: Band) -> list[str]:
    return [lane.id for lane in band.lanes]


def test_a_map_of_up_to_sixteen_columns_is_one_band() -> None:
    assert spans(bands_of(stages(8, 8), 0)) == [(0, 16)]


def test_a_wide_map_is_one_band_where_that_is_asked_for() -> None:
    assert spans(bands_of(stages(8, 8, 8), 0, wide=True)) == [(0, 24)]


@pytest.mark.parametrize(
    ("counts", "sizes"),
    [
        ((5,) * 8, [10, 10, 10, 10]),
        ((3,) * 6, [9, 9]),
        ((12, 1, 12), [12, 13]),
        ((1, 9, 3, 7, 4, 6, 2, 8), [10, 10, 10, 10]),
        ((16, 16), [16, 16]),
        ((34,), [11, 11, 12]),
    ],
)
def test_bands_are_alike(counts: tuple[int, ...], sizes: list[int]) -> None:
    assert sorted(end - start for start, end in spans(bands_of(stages(*counts), 0))) == sorted(
        sizes
    )


@limits(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 22), min_size=1, max_size=9))
def test_every_column_stands_in_one_band_and_stages_stay_whole(counts: list[int]) -> None:
    sheet = stages(*counts)

    bands = bands_of(sheet, 0)

    found = spans(bands)
    assert found[0][0] == 0
    assert found[-1][1] == sum(counts)
    assert all(one[1] == other[0] for one, other in pairwise(found))
    assert all(0 < end - start <= WIDEST_BAND for start, end in found)
    folds = {start for start, _ in found[1:]}
    for each in sheet.stages:
        if each.end - each.start <= WIDEST_BAND:
            assert not any(each.start < fold < each.end for fold in folds)


def test_bands_fill_the_same_width() -> None:
    bands = bands_of(stages(7, 7, 12, 3, 6), 24)

    assert len({(round(band.grid.left), round(band.grid.right)) for band in bands}) == 1


def test_forty_steps_are_readable_on_a_page_of_1680_px() -> None:
    text = (
        "feeling: {level: -1, label: unsure}, pains: Has to call three times, touchpoints: Counter"
    )

    scene = lay_out(stages(*(5,) * 8, step=text))

    assert scene.width <= 1680
    assert min(shape.size for shape in scene.shapes if isinstance(shape, Label)) >= 11
    check(scene)


def test_a_lane_with_nothing_to_say_is_left_out_of_its_band_only() -> None:
    sheet = sheet_of(
        "title: T\nstages: ["
        + ", ".join(f"{{name: S{n}, steps: [a, b, c, d, e, f, g, h, i]}}" for n in range(2))
        + ", {name: Z, pains: Slow}]"
    )

    first, second = bands_of(sheet, 0)

    assert ids(first) == ["stage", "step"]
    assert "pains" in ids(second)


def test_what_spans_the_map_is_told_once_below_all_bands() -> None:
    sheet = stages(9, 9, more="pains: Nobody answers", step="pains: Slow")

    *_, last = bands_of(sheet, 0)

    assert last.title == "Whole journey"
    assert ids(last) == ["pains"]
    assert texts(lay_out(sheet)).count("Nobody answers") == 1


def test_what_spans_a_broken_stage_is_told_once_under_an_open_bracket() -> None:
    sheet = stages(20, stage="metrics: {name: CSAT, actual: 4}, goal: Get there,")
    scene = lay_out(sheet_of("title: T\nlanguage: en\nstages: [{name: B, steps: [b]}]"))

    said = texts(lay_out(sheet))

    assert said.count("CSAT") == 1
    assert said.count("Stage 0") == 2
    assert said.count("continued") == 1
    assert "continued" not in texts(scene)


def test_the_line_above_a_lane_that_is_left_out_stays_above_what_is_behind_it() -> None:
    sheet = stages(9, 9, step="systems: Ledger", more="lanes: [blueprint]")
    behind = sheet_of(
        "title: T\ntype: blueprint\nstages: ["
        "{name: A, steps: [{name: a, support: Feeds it, systems: Ledger}, "
        + ", ".join("{name: b, systems: Ledger}" for _ in range(11))
        + "]}, {name: B, steps: ["
        + ", ".join("{name: b, systems: Ledger}" for _ in range(11))
        + "]}]"
    )

    one, other = bands_of(behind, 0)

    assert "support" in ids(one)
    assert "support" not in ids(other)
    (systems,) = (lane for lane in other.lanes if lane.id == "systems")
    assert systems.line_above == "line of internal interaction"
    dashes = [each.dash for each in lay_out(behind).shapes if isinstance(each, Path)
              and each.stroke == LIGHT.divider and each.stroke_width == 1.5]  # fmt: skip
    assert dashes == [LINES["support"]] * 2
    assert all(not lane.line_above for band in bands_of(sheet, 0) for lane in band.lanes)


def test_the_curve_runs_on_to_the_edge_of_its_band_and_comes_back_there() -> None:
    sheet = stages(9, 9, step="feeling: 1")
    scene = lay_out(sheet)

    faint = [each for each in scene.shapes if isinstance(each, Path) and each.opacity == 0.4]

    (out, back) = (re.findall(r"[\d.]+", each.d) for each in faint)
    grid = bands_of(sheet, 24)[0].grid
    assert float(out[-2]) == pytest.approx(grid.right, abs=0.01)
    assert float(back[0]) == pytest.approx(grid.left, abs=0.01)


def test_a_lane_of_feelings_whose_curve_only_passes_is_left_out() -> None:
    counts = "[a, b, c, d, e, f, g, h, i]"
    sheet = sheet_of(
        f"title: T\nstages: [{{name: A, steps: [{{name: z, feeling: 1}}, b, c, d, e, f, g]}}, "
        f"{{name: B, steps: {counts}}}, {{name: C, steps: [{{name: y, feeling: 1}}, b, c, d, e, f]}}]"
    )

    bands = bands_of(sheet, 0)

    assert ["feeling" in ids(band) for band in bands] == [True, False, True]


def test_an_own_lane_is_behind_the_scenes_where_the_one_above_it_is() -> None:
    lanes = [
        Lane("actions", "Actions"),
        Lane("risk", "Risk"),
        Lane("backstage", "Backstage", line_above="line of visibility"),
        Lane("sensors", "Sensors"),
        Lane("feeling", "Feeling"),
        Lane("risk", "Risk"),
    ]

    assert behind(lanes) == [False, False, True, True, False, False]


def test_nothing_is_behind_the_scenes_without_a_dividing_line() -> None:
    assert behind([Lane("systems", "Systems"), Lane("own", "Own")]) == [False, False]
