"""The stages of a row: chevrons above, a tint behind the cards of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cjm.layout.canvas import Canvas, Setting, set_text
from cjm.layout.flow.columns import Columns
from cjm.layout.flow.row import Row
from cjm.layout.stages import TIP, Chevron, draw_chevron
from cjm.layout.theme import SMALL, STAGE, Theme
from cjm.sheet.flow_parts import Flow
from cjm.sheet.words import vocabulary

NOTCH, LEAST = 9.0, 40.0
"""Between two chevrons, and the least height of one."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A stage in a row, from `left` to `right`; `goes_on` where an earlier row shows it too."""

    stage: int
    left: float
    right: float
    goes_on: bool


def draw_heads(
    canvas: Canvas, flow: Flow, columns: Columns, span: tuple[int, int], row: Row, left: float,
    right: float, top: float, height: float,
) -> float:  # fmt: skip
    """Draw chevrons from `top` down and tints `height` px high below them; return where these begin."""
    theme = canvas.theme
    heads = list(_heads(columns, span, row, left, right))
    boxes = [_box(head, index, len(heads)) for index, head in enumerate(heads)]
    texts = [_texts(flow, head, box.room, theme) for head, box in zip(heads, boxes, strict=True)]
    tall = max([LEAST, *(name.height + note.height + 18 for name, note in texts)])
    for head in heads:
        canvas.rect(head.left, top + tall, head.right - head.left, height, theme.tint(head.stage))
    for head, box, (name, note) in zip(heads, boxes, texts, strict=True):
        draw_chevron(canvas, box, top, tall, theme.stage(head.stage))
        at = top + (tall - name.height - note.height) / 2
        canvas.text(note, box.text, canvas.text(name, box.text, at))
    return top + tall


def _heads(
    columns: Columns, span: tuple[int, int], row: Row, left: float, right: float
) -> Iterator[_Head]:
    start, end = span
    at = left
    for stage, group in groupby(range(start, end), key=columns.stages.__getitem__):
        held = list(group)
        rank = 2 * (held[-1] - start) + 1
        # The stage ends where the line bends towards the first card of the next.
        until = right if held[-1] + 1 == end else (row.right[rank + 1] + row.left[rank + 2]) / 2
        goes_on = held[0] > 0 and columns.stages[held[0] - 1] == stage
        yield _Head(stage, at, until, goes_on)
        at = until


def _box(head: _Head, index: int, count: int) -> Chevron:
    is_first = index == 0 and not head.goes_on
    left = head.left - (0 if index == 0 else NOTCH - 4)
    right = head.right - (TIP if index == count - 1 else NOTCH)
    text = left + (14 if is_first else 12 + TIP)
    return Chevron(left, right, text, right - text + 2, is_first)


def _texts(flow: Flow, head: _Head, room: float, theme: Theme) -> tuple[Setting, Setting]:
    stage = next(each for each in flow.stages if each.colour == head.stage)
    note = vocabulary(flow.language).say("continued") if head.goes_on else ""
    return (
        set_text(stage.name, room, STAGE, theme.stage_ink, bold=True, balance=True),
        set_text(note, room, SMALL, theme.stage_ink),
    )
