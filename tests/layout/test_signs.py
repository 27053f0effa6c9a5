"""What stands in cells fits its room: in narrow columns, in every script, with every sign."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.layout.blocks import piece_of
from cjm.layout.canvas import Canvas
from cjm.layout.measure import ASCENT, DESCENT, text_width
from cjm.layout.mirror import mirrored
from cjm.layout.scene import Circle, Label, Path, Rect
from cjm.layout.theme import LIGHT
from cjm.sheet.sheet import (
    Block,
    ChannelMark,
    EvidenceMark,
    Gauge,
    Note,
    NoteKind,
    OwnerMark,
    Picture,
    Rating,
    ResourceMark,
    Saying,
    StepCard,
    TimeBar,
    TouchpointMark,
    Words,
)

TREND = ((0.0, 0.2), (0.4, 1.0), (1.0, 0.0))
TEXTS = (
    "Queue of 25 minutes at weekends",
    "Rechtsschutzversicherungsgesellschaften",
    "周末排队二十五分钟，没有人说要等多久",
    "الانتظار خمس وعشرون دقيقة في نهاية الأسبوع",
    "https://example.org/a/very/long/path/index.html",
    "รอคิวยี่สิบห้านาทีในวันหยุดสุดสัปดาห์",
    "x",
)


def blocks_with(text: str) -> list[Block]:
    """Return every kind of block that has signs, with `text` wherever there is one."""
    channels = tuple(ChannelMark(name, icon) for name, icon in
                     ((text, "web"), ("Web", ""), ("App", "app"), (text, "")))  # fmt: skip
    return [
        ChannelMark(text, "vehicle"),
        TouchpointMark(text, channels, "being retired"),
        Saying(text, text, "assumed", kind="thought"),
        Saying(text, text, "reported", kind="thought"),
        Saying(text, text, "assumed", kind="quote"),
        Saying(text, text, "reported", kind="quote"),
        Note("pain", text, 5, "severity", ("assumed", text), "assumed"),
        Note("opportunity", text, details=("impact 5", "effort 3", text), impact=5, effort=3,
             status="in progress", progress="in-progress"),
        Note("solution", text, status=text[:12], progress="done"),
        Note("solution", text, details=("effort 3",), status="dismissed", progress="dismissed"),
        Gauge(text, "61\u202f%", "85\u202f%", 0.6, 0.8, better="higher", trend=TREND),
        Gauge(text, text, text, None, None, reached="target reached", trend=TREND),
        Gauge(text, "25 min", "8 min", 0.6, 0.8, better="lower", reached="yes"),
        Gauge(text, trend=TREND),
        Rating(text, 4, "4 of 5", text),
        Rating(text),
        TimeBar(text, text, 0.3, 0.5),
        TimeBar("0 s", length=0),
        ResourceMark(text, True, "there"),
        ResourceMark(text, False, "missing"),
        EvidenceMark(text, "measured", "measured", "n = 1 204"),
        EvidenceMark(text, "assumed"),
        OwnerMark(text, 3, detail=text),
        Words(text, text, True, ("point of failure",), "assumed", moment="moment of truth"),
        StepCard(text, "moment of truth", (text,)),
        Picture("a/b.png", text, text),
    ]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [104.0, 136.0, 386.0])
def test_nothing_leaves_its_room(text: str, width: float) -> None:
    for block in blocks_with(text):
        piece = piece_of(block, width, LIGHT)
        canvas = Canvas(LIGHT)

        piece.paint(canvas, 0, 0, piece.height)

        for shape in canvas.shapes:
            assert _fits(shape, width, piece.height), (block, shape)


def _fits(shape: object, width: float, height: float) -> bool:
    """Whether a shape stays within its piece; the glow of a moment of truth may stand out."""
    if isinstance(shape, Label):
        long = text_width(shape.text, shape.size, shape.bold, shape.italic)
        left = shape.x - (long if shape.is_right_to_left else 0)
        is_wide = left >= -0.1 and left + long <= width + 0.6
        return is_wide and shape.y - ASCENT * shape.size >= -1.5 and (
            shape.y + DESCENT * shape.size <= height + 1.5
        )  # fmt: skip
    if isinstance(shape, Circle):
        reach = shape.radius + shape.stroke_width / 2
        return (
            shape.x - reach >= -1 and shape.x + reach <= width + 1 and shape.y + reach <= height + 1
        )
    if isinstance(shape, Rect):
        return shape.x >= -3.1 and shape.x + shape.width <= width + 3.1 and (
            shape.y + shape.height <= height + 3.1
        )  # fmt: skip
    return isinstance(shape, Path)


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_stands_on_another(text: str) -> None:
    for block in blocks_with(text):
        piece = piece_of(block, 104, LIGHT)
        canvas = Canvas(LIGHT)

        piece.paint(canvas, 0, 0, piece.height)

        boxes = []
        for each in canvas.shapes:
            if isinstance(each, Label):
                long = text_width(each.text, each.size, each.bold, each.italic)
                left = each.x - (long if each.is_right_to_left else 0)
                boxes.append((left, left + long, each.y - 0.7 * each.size, each.y, each.text))
        for index, (left, right, top, foot, one) in enumerate(boxes):
            for other_left, other_right, other_top, other_foot, other in boxes[index + 1 :]:
                apart = right <= other_left + 1 or other_right <= left + 1
                assert apart or foot <= other_top or other_foot <= top, (block, one, other)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.floats(90, 400))
def test_any_text_fits(text: str, width: float) -> None:
    for block in (
        Saying(text, "", "reported", kind="thought"),
        TouchpointMark("t", (ChannelMark(text, "web"), ChannelMark(text))),
        Note("solution", "a", status=text[:10], progress="planned"),
        Gauge("m", text[:20], text[:20], trend=TREND, reached="yes"),
    ):
        piece = piece_of(block, width, LIGHT)
        canvas = Canvas(LIGHT)
        piece.paint(canvas, 0, 0, piece.height)

        for shape in canvas.shapes:
            if isinstance(shape, Label) and len(shape.text) > 2:
                long = text_width(shape.text, shape.size, shape.bold, shape.italic)
                assert long <= width + 0.6


@pytest.mark.parametrize(
    "block", [Saying("a", "", kind="thought"), Saying("a", "", kind="quote"),
              EvidenceMark("a", "reported"), Words("a")],
)  # fmt: skip
def test_what_is_assumed_is_hatched_and_has_a_broken_edge(block: Saying) -> None:
    def shapes(each: Block) -> list[Path]:
        canvas = Canvas(LIGHT)
        piece = piece_of(each, 136, LIGHT)
        piece.paint(canvas, 0, 0, piece.height)
        return [shape for shape in canvas.shapes if isinstance(shape, Path)]

    known, assumed = shapes(block), shapes(block._replace(basis="assumed"))

    assert any(path.fill.startswith("hatch-") for path in assumed)
    assert any(path.dash for path in assumed)
    assert not any(path.fill.startswith("hatch-") or path.dash for path in known)


def test_a_heavier_pain_has_a_thicker_edge_and_the_worst_is_bold() -> None:
    edges, bold = [], []
    for severity in (1, 2, 3, 4, 5):
        canvas = Canvas(LIGHT)
        piece_of(Note("pain", "a", severity, "severity"), 136, LIGHT).paint(canvas, 0, 0, 99)
        edges.append(max(path.stroke_width for path in canvas.shapes if isinstance(path, Path)))
        bold.append(any(label.bold for label in canvas.shapes if isinstance(label, Label)))

    assert edges == [2, 2, 3, 4, 5]
    assert bold == [False] * 4 + [True]


def test_the_best_opportunity_stands_at_the_top_left_of_its_sign() -> None:
    def dot(impact: int, effort: int) -> Circle:
        canvas = Canvas(LIGHT)
        note = Note("opportunity", "a", impact=impact, effort=effort)
        piece_of(note, 136, LIGHT).paint(canvas, 0, 0, 99)
        return next(shape for shape in canvas.shapes if isinstance(shape, Circle))

    best, worst = dot(5, 1), dot(1, 5)

    assert best.x < worst.x
    assert best.y < worst.y


def test_the_part_spent_waiting_is_hollow() -> None:
    def filled(waiting: float) -> float:
        canvas = Canvas(LIGHT)
        piece_of(TimeBar("1 h", "", 1, waiting), 100, LIGHT).paint(canvas, 0, 0, 99)
        return sum(each.width for each in canvas.shapes
                   if isinstance(each, Rect) and each.fill == LIGHT.bar)  # fmt: skip

    assert [filled(0), filled(0.25), filled(1)] == [100, 75, 0]


def test_the_last_measurement_is_marked() -> None:
    canvas = Canvas(LIGHT)

    piece_of(Gauge("m", "1", trend=((0, 0), (1, 1))), 136, LIGHT).paint(canvas, 0, 0, 99)

    (dot,) = (shape for shape in canvas.shapes if isinstance(shape, Circle))
    (line,) = (shape for shape in canvas.shapes if isinstance(shape, Path))
    assert line.d.endswith(f"{dot.x:g} {dot.y:g}")


@pytest.mark.parametrize("better", ["higher", "lower", ""])
def test_an_arrow_leads_to_the_target_and_never_says_how_much_a_value_rose(better: str) -> None:
    canvas = Canvas(LIGHT)
    gauge = Gauge("m", "2", "4", better=better)  # type: ignore[arg-type]

    piece_of(gauge, 136, LIGHT).paint(canvas, 0, 0, 99)

    assert "→ 4" in [label.text for label in canvas.shapes if isinstance(label, Label)]


def test_a_tick_stays_a_tick_where_a_map_runs_from_right_to_left() -> None:
    def tick_at(canvas: Canvas) -> Path:
        return next(each for each in canvas.shapes if isinstance(each, Path) and each.middle)

    canvas = Canvas(LIGHT)
    piece_of(ResourceMark("a", True, "there"), 136, LIGHT).paint(canvas, 0, 0, 99)
    here = tick_at(canvas)

    canvas.shapes = list(mirrored(canvas.shapes, 136))

    there = tick_at(canvas)
    before, after = (
        [float(each) for each in path.d.replace("M", "").replace("L", "").split()][::2]
        for path in (here, there)
    )
    assert there.middle == 136 - (here.middle or 0)
    assert after == pytest.approx([x + there.middle - (here.middle or 0) for x in before], abs=0.02)


@pytest.mark.parametrize(
    ("kind", "weight", "count"), [("pain", 4, 1), ("pain", 5, 2), ("delight", 5, 1)]
)
def test_a_critical_pain_stands_in_a_frame(kind: NoteKind, weight: int, count: int) -> None:
    canvas = Canvas(LIGHT)

    piece_of(Note(kind, "a", weight), 136, LIGHT).paint(canvas, 0, 0, 99)

    edge = LIGHT.note(kind).edge
    edges = [each for each in canvas.shapes if isinstance(each, Path) and each.stroke == edge]
    assert len(edges) == count
