"""A comparison is drawn so that what goes, comes and stays can be told apart, in any width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.layout import Scene, lay_out
from cjm.layout.canvas import Canvas
from cjm.layout.changes import gauge_change, mark_change, note_change, step_change
from cjm.layout.cut import cut_curve
from cjm.layout.pieces import Piece
from cjm.layout.scene import Circle, GroupEnd, GroupStart, Label, Path, Rect, Shape
from cjm.layout.theme import LIGHT
from cjm.sheet.sheet import (
    Curve,
    Gain,
    GaugeChange,
    Line,
    MarkChange,
    NoteChange,
    Point,
    StepChange,
    Turn,
)
from tests.conftest import Golden
from tests.layout.test_geometry import geometry
from tests.sheet.comparisons import PAIRS, change_sheet

WIDTH = 150.0


def shapes_of(piece: Piece) -> list[Shape]:
    canvas = Canvas()
    piece.paint(canvas, 0, 0, piece.height)
    return canvas.shapes


def labels(piece: Piece) -> dict[str, Label]:
    return {shape.text: shape for shape in shapes_of(piece) if isinstance(shape, Label)}


def fills(piece: Piece) -> set[str]:
    found = set()
    for shape in shapes_of(piece):
        if isinstance(shape, Path | Rect | Circle):
            found |= {shape.fill, shape.stroke}
    return found


def groups(scene: Scene) -> Iterator[tuple[str, Shape]]:
    """Yield each shape with the role of the innermost group around it."""
    open_: list[str] = []
    for shape in scene.shapes:
        if isinstance(shape, GroupStart):
            open_.append(shape.role)
        elif isinstance(shape, GroupEnd):
            open_.pop()
        else:
            yield (open_[-1] if open_ else ""), shape


def picture(name: str) -> Scene:
    return lay_out(change_sheet(*PAIRS[name]))


def test_a_step_that_is_gone_is_struck_through_in_a_dashed_frame() -> None:
    piece = step_change(StepChange("Waits", "removed", "removed"), WIDTH, LIGHT)

    assert labels(piece)["Waits"].struck
    assert any(isinstance(shape, Path) and shape.dash for shape in shapes_of(piece))


def test_a_step_that_is_new_has_a_frame_of_its_own_colour() -> None:
    added = step_change(StepChange("Waits", "added", "added"), WIDTH, LIGHT)
    kept = step_change(StepChange("Waits"), WIDTH, LIGHT)

    assert LIGHT.good in fills(added) - fills(kept)
    assert not labels(added)["Waits"].struck


def test_what_is_replaced_is_struck_through_and_an_arrow_leads_to_what_replaces_it() -> None:
    found = labels(mark_change(MarkChange("Store", "App", "changed"), WIDTH, LIGHT))

    assert found["Store"].struck
    assert not found["App"].struck
    assert found["→"].y == found["App"].y > found["Store"].y
    assert found["→"].x < found["App"].x


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (MarkChange("", "App", "added"), {"+", "App"}),
        (MarkChange("Store", "", "removed"), {"−", "Store"}),
        (MarkChange("App", "App"), {"App"}),
    ],
)
def test_a_sign_says_what_comes_and_what_goes(block: MarkChange, said: set[str]) -> None:
    assert set(labels(mark_change(block, WIDTH, LIGHT))) == said


@pytest.mark.parametrize(
    ("turn", "colour"), [("better", LIGHT.good), ("worse", LIGHT.bad), ("added", LIGHT.good)]
)
def test_a_chip_says_in_a_word_and_a_sign_what_becomes_of_a_note(turn: Turn, colour: str) -> None:
    piece = note_change(NoteChange("itch", "Pick it up", "told", turn), WIDTH, LIGHT)
    plain = note_change(NoteChange("itch", "Pick it up"), WIDTH, LIGHT)

    assert "told" in labels(piece)
    assert colour in fills(piece)
    assert colour not in fills(plain)


def test_a_metric_shows_both_values_once_where_they_are_one() -> None:
    two = labels(gauge_change(GaugeChange("CSAT", "2.9", "4.4", "better", "target"), WIDTH, LIGHT))
    one = labels(gauge_change(GaugeChange("CSAT", "2.9", "2.9"), WIDTH, LIGHT))

    assert two["2.9"].x < two["→"].x < two["4.4"].x < two["target"].x
    assert set(one) == {"CSAT", "2.9"}


def test_values_without_room_beside_each_other_stand_below_each_other() -> None:
    block = GaugeChange("Time", "25 minutes and a half", "2 minutes", "better", "target")

    found = labels(gauge_change(block, 110, LIGHT))

    assert found["25 minutes and a half"].y < found["2 minutes"].y


WORD = st.text("abc ", min_size=1, max_size=40).map(str.strip).filter(bool)
TURNS = st.sampled_from(["kept", "added", "removed", "changed", "better", "worse"])
PIECES: list[tuple[Any, Callable[..., Piece]]] = [
    (st.builds(StepChange, text=WORD, badge=WORD, turn=TURNS, was=WORD), step_change),
    (st.builds(MarkChange, before=WORD, after=WORD, turn=TURNS, label=WORD), mark_change),
    (st.builds(NoteChange, kind=st.just("pain"), text=WORD, badge=WORD, turn=TURNS,
               dots=st.integers(0, 5), dots_label=st.just("severity"), is_gone=st.booleans()), note_change),
    (st.builds(GaugeChange, name=WORD, before=WORD | st.just(""), after=WORD | st.just(""), turn=TURNS,
               note=st.sampled_from(["", "target", "gone"])), gauge_change),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "draw"), PIECES, ids=["step", "mark", "note", "gauge"])
@settings(max_examples=40, deadline=None)
@given(data=st.data(), width=st.floats(104, 300))
def test_no_line_leaves_its_piece_and_no_two_lines_lie_on_each_other(
    blocks: Any, draw: Callable[..., Piece], data: st.DataObject, width: float
) -> None:
    piece = draw(data.draw(blocks), width, LIGHT)
    found = [shape for shape in shapes_of(piece) if isinstance(shape, Label)]

    for label in found:
        assert 0 < label.y <= piece.height
        assert label.x + (0 if label.anchor == "middle" else min(label.room, 1)) <= width + 0.5
    places = [(label.x, label.y) for label in found]
    assert len(places) == len(set(places))


def test_the_parts_of_the_curve_that_a_page_hides_are_groups() -> None:
    found: dict[str, set[type]] = {}
    for role, shape in groups(picture("changes")):
        found.setdefault(role, set()).add(type(shape))

    assert {Path, Circle} <= found["before cjm-before-0"]
    assert {Rect, Label, Path} <= found["gain"]
    assert {Path, Circle, Label} <= found["after"]


def test_gains_and_losses_have_a_number_with_a_triangle_beside_it() -> None:
    found = [shape for role, shape in groups(picture("changes")) if role == "gain"]
    numbers = [shape.text for shape in found if isinstance(shape, Label)]
    triangles = [shape.fill for shape in found if isinstance(shape, Path)]

    assert sorted(numbers) == ["+1", "+1.5", "−0.8"]
    assert sorted(triangles) == sorted([LIGHT.good, LIGHT.good, LIGHT.bad])


def test_a_map_has_no_such_groups() -> None:
    from tests.sheet.builders import scene_of

    scene = scene_of("title: T\nstages: [{name: A, steps: [{name: B, feeling: 1}]}]\n")

    assert {role for role, _ in groups(scene)} <= {"header", "lane", "footer", ""}


def test_a_fold_parts_the_earlier_curves_and_the_gains_too() -> None:
    points = tuple(Point(at + 0.5, at, at + 1, 1.0, "+1") for at in range(4))
    gains = tuple(Gain(at + 0.5, -1, 1, "+2") for at in range(4))
    curve = Curve((Line("", points),), before=(Line("old", points),), gains=gains)

    first, second = cut_curve(curve, [0, 2])

    assert first is not None
    assert second is not None
    assert [gain.at for gain in first.gains] == [0.5, 1.5]
    assert [gain.at for gain in second.gains] == [2.5, 3.5]
    assert [line.name for line in second.before] == ["old"]


def test_a_comparison_of_many_steps_is_folded_and_no_wider_than_a_screen() -> None:
    scene = picture("changes-long")
    stages = [shape for shape in scene.shapes if isinstance(shape, GroupStart) and shape.name == "stage"]  # fmt: skip

    assert len(stages) > 1
    assert scene.width <= 1680


def test_arrows_point_left_where_the_language_runs_from_the_right() -> None:
    said = [shape.text for shape in picture("changes-rtl").shapes if isinstance(shape, Label)]

    assert "←" in said
    assert "→" not in said


@pytest.mark.parametrize("name", ["changes", "changes-rtl"])
def test_nothing_moves_in_a_comparison(name: str, golden: Golden) -> None:
    golden(f"{name}.json", geometry(picture(name)))
