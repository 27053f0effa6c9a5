"""The lane of feelings: what is hollow, what is dashed, where labels go."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from cjm.layout.canvas import Canvas
from cjm.layout.curve import Trace
from cjm.layout.faces import RADIUS
from cjm.layout.feeling import DASH, FeelingLane, feeling_lane
from cjm.layout.grid import grid_of
from cjm.layout.labels import Box, Surroundings
from cjm.layout.line_marks import draw_mark
from cjm.layout.points import level_of
from cjm.layout.scene import Circle, Label, Path, Scene
from cjm.layout.theme import LIGHT
from tests.sheet.builders import lane_of, scene_of, sheet_of

EVIDENCE = "\nlibrary: {evidence: {talk: {title: Talk, method: interview}}}\n"


def lane_in(text: str) -> FeelingLane:
    sheet = sheet_of(text)
    curve = lane_of(sheet, "feeling").curve
    assert curve is not None
    return feeling_lane(curve, grid_of(sheet, 24), LIGHT)


def labels_of(scene: Scene) -> dict[str, Label]:
    return {shape.text: shape for shape in scene.shapes if isinstance(shape, Label)}


def steps(count: int, step: str) -> str:
    return f"title: T\nstages: [{{name: A, steps: [{', '.join([step] * count)}]}}]"


def test_numbers_are_ink() -> None:
    labels = labels_of(scene_of("title: T\nstages: [{name: A, feeling: -2}]"))

    assert labels["−2"].fill == LIGHT.ink


def test_an_assumed_feeling_is_a_hollow_face() -> None:
    text = "title: T\nstages: [{name: A, feeling: {level: 2, evidence: [talk]}}, {name: B, feeling: 2}]"

    circles = [shape for shape in scene_of(text + EVIDENCE).shapes if isinstance(shape, Circle)]
    filled = [each for each in circles if each.fill == LIGHT.level(2)]
    hollow = [each for each in circles if each.stroke == LIGHT.level(2)]

    assert (len(filled), len(hollow)) == (1, 1)
    assert hollow[0].fill == LIGHT.sheet


def test_only_the_expectation_is_a_dashed_curve() -> None:
    scene = scene_of(
        "title: T\nstages: [{name: A, feeling: 1, expectation: 2}, {name: B, feeling: -1, expectation: 1}]"
    )

    curves = [shape for shape in scene.shapes if isinstance(shape, Path) and " C " in shape.d]

    assert [(path.stroke, path.dash) for path in curves if path.fill == "none"] == [
        (LIGHT.expectation, DASH), (LIGHT.ink, ""),
    ]  # fmt: skip


def test_the_expectation_is_named_beside_its_curve() -> None:
    lane = lane_in(
        "title: T\nstages: [{name: A, feeling: -1, expectation: 2}, {name: B, feeling: -1, expectation: 2}]"
    )

    (tag,) = [tag for tag in lane.tags if list(tag.settings[0].lines) == ["expected"]]

    assert tag.box.foot < 0


def test_no_label_lies_on_a_curve() -> None:
    felt = "-1: Patient but frustrated, 0: Somewhat relieved at last, 1: Glad, 2: Very happy indeed"
    named = [each.split(": ") for each in (felt + ", " + felt).split(", ")]
    lane = lane_in(
        "title: T\nsteps: ["
        + ", ".join(f"{{name: a, feeling: {{level: {n}, label: {word}}}}}" for n, word in named)
        + "]"
    )
    around = Surroundings([Trace([(face.x, face.y) for face in lane.faces])])

    assert len(lane.tags) == 8
    assert all(around.is_free(tag.box) for tag in lane.tags)


def test_an_expectation_without_neighbours_is_a_mark_over_its_own_column() -> None:
    scene = scene_of(
        "title: T\nstages: [{name: A, feeling: 1, expectation: 1}, {name: B, feeling: 0}, "
        "{name: C, feeling: 1, expectation: 2}, {name: D, feeling: 1, expectation: 1}]"
    )
    edges = grid_of(sheet_of("title: T\nstages: [A, B, C, D]"), 24).edges

    dashed = [each.d.split() for each in scene.shapes if isinstance(each, Path)
              and each.stroke == LIGHT.expectation and "C" in each.d]  # fmt: skip

    (mark, line) = sorted(([float(d[1]), float(d[-2])] for d in dashed), key=lambda ends: ends[0])
    assert edges[0] < mark[0] < mark[1] < edges[1]
    assert edges[2] < line[0] < edges[3] < line[1] < edges[4]


def test_a_word_too_long_for_its_column_goes_below_the_curve() -> None:
    lane = lane_in(steps(20, "{name: a, feeling: {level: 1, label: antidisestablishmentarianism}}"))

    assert len(lane.words) == 20
    assert all(len(tag.settings) == 1 for tag in lane.tags)


def test_words_alone_need_no_curve() -> None:
    lane = lane_in("title: T\nstages: [{name: A, feeling: lost}]")

    assert lane.height == 0
    assert len(lane.words) == 1


def test_labels_never_share_a_place() -> None:
    lane = lane_in(
        "title: T\npersonas: [A, B, C, D]\nstages: [{name: S, steps: ["
        + ", ".join(
            "{name: s, feeling: {level: 1, label: fine}, feelings: {B: {level: 1, label: well}, "
            "C: {level: 0.5, label: fair}, D: {level: -2, label: bad}}}"
            for _ in range(16)
        )
        + "]}]"
    )

    boxes = [tag.box for tag in lane.tags]

    assert boxes
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_equal_feelings_of_many_personas_stay_in_their_column() -> None:
    names = [f"P{index}" for index in range(9)]
    same = ", ".join(f"{name}: 1" for name in names)
    lane = lane_in(
        f"title: T\npersonas: [{', '.join(names)}]\nstages: [{{name: S, steps: ["
        + ", ".join([f"{{name: s, feelings: {{{same}}}}}"] * 15)
        + "]}]"
    )

    for face in lane.faces:
        left = lane.grid.edges[face.point.start]
        assert left <= face.x <= lane.grid.edges[face.point.end]


def test_the_feeling_of_a_stage_is_named_once_for_all_personas() -> None:
    lane = lane_in(
        "title: T\npersonas: [Ana, Ben]\nstages:\n"
        "  - {name: A, feeling: {level: 2, label: good}, steps: [{name: a, feeling: 1, feelings: {Ben: -1}}]}\n"
    )

    said = [line for tag in lane.tags for setting in tag.settings for line in setting.lines]

    assert said.count("+2 good") == 1


FOUR = (
    "title: T\npersonas: [Ana, Ben, Cy, Di]\nstages: [{name: S, steps: ["
    "{name: a, feeling: 1, feelings: {Ben: 0.5, Cy: 0, Di: -2}}, "
    "{name: b, feeling: -1, feelings: {Ben: 2, Cy: 0, Di: 1}}, "
    "{name: c, feeling: 0, feelings: {Ben: 0, Cy: 0, Di: 0}}]}]"
)


def test_no_face_covers_another() -> None:
    lane = lane_in(FOUR)

    for one, other in combinations(lane.faces, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 2 * RADIUS + 2.9


def test_faces_that_have_room_stand_at_their_value() -> None:
    lane = lane_in(FOUR)

    for face in lane.faces:
        if face.point.start == 1:
            assert face.x == lane.grid.middle(face.point.at)
        assert face.y == -face.point.level * level_of(lane.curve)


def test_many_curves_have_higher_levels_than_few() -> None:
    one = lane_in("title: T\nstages: [{name: A, feeling: 2}]")

    assert level_of(lane_in(FOUR).curve) > level_of(one.curve)


def test_curves_are_told_apart_by_marks_too() -> None:
    lane = lane_in(FOUR)
    canvas = Canvas(LIGHT)

    for number in (1, 2, 3, 4):
        draw_mark(canvas, 0, 0, number)

    assert {mark.line for mark in lane.marks} == {1, 2, 3}
    assert (
        len({repr(shape).replace(LIGHT.line(n), "") for n, shape in enumerate(canvas.shapes, 1)})
        == 4
    )


def test_the_key_shows_the_marks() -> None:
    lane = lane_in(FOUR)
    canvas = Canvas(LIGHT)

    lane.draw_key(canvas, 0, 0)

    fills = [each.fill for each in canvas.shapes if isinstance(each, Path) and each.fill != "none"]
    assert fills == [LIGHT.line(1), LIGHT.line(2), LIGHT.line(3)]


def test_a_curve_is_named_beside_it_where_there_is_room() -> None:
    lane = lane_in(
        "title: T\npersonas: [Ana, Ben]\nstages: [{name: S, steps: ["
        "{name: a, feeling: 1, feelings: {Ben: -2}}, {name: b, feeling: 2, feelings: {Ben: -1}}]}]"
    )

    named = {tag.settings[0].lines[0]: tag.settings[0].fill for tag in lane.tags}

    assert (named["Ana"], named["Ben"]) == (LIGHT.line(0), LIGHT.line(1))


def test_a_gap_between_what_was_expected_and_felt_is_shown() -> None:
    lane = lane_in(
        "title: T\nstages: [{name: A, feeling: -1, expectation: 1}, {name: B, feeling: 1, expectation: 1}, "
        "{name: C, feeling: 2, expectation: 1}]"
    )

    ((x, top, foot),) = lane.gaps

    assert x == lane.grid.middle(0.5)
    assert -level_of(lane.curve) < top < foot < level_of(lane.curve)


def test_no_label_lies_on_a_gap_or_on_a_mark() -> None:
    felt = ", ".join(
        f"{{name: a, feeling: {{level: {level}, label: word}}, expectation: {2 - index % 2}}}"
        for index, level in enumerate((-2, 0, -1, 1, -1.5, 0, -2, 0.5))
    )
    alone = lane_in(f"title: T\nstages: [{{name: S, steps: [{felt}]}}]")
    crowd = lane_in(FOUR)

    assert alone.gaps
    assert crowd.marks
    around = Surroundings([], [tag.box for tag in alone.tags])
    for x, top, foot in alone.gaps:
        assert around.is_clear(Box(x - 1, top, x + 1, foot))
    around = Surroundings([], [tag.box for tag in crowd.tags])
    for mark in crowd.marks:
        assert around.is_clear(Box(mark.x - 3, mark.y - 3, mark.x + 3, mark.y + 3))


def test_the_zero_line_runs_through_no_word() -> None:
    lane = lane_in(
        "title: T\npersonas: [Ana, Ben]\nstages: [{name: A, feeling: {level: -0.5, label: so so}, "
        "feelings: {Ben: {level: -2, label: sad}}}, {name: B, feeling: {level: -0.5, label: so so}}]"
    )
    canvas = Canvas(LIGHT)

    lane.draw(canvas, 0)

    crossing = [tag.box for tag in lane.tags if tag.box.top < 0 < tag.box.foot]
    lines = [each.d.split() for each in canvas.shapes if isinstance(each, Path)
             and each.stroke == LIGHT.zero]  # fmt: skip
    assert crossing
    for box in crossing:
        assert all(float(d[4]) < box.left or box.right < float(d[1]) for d in lines)
