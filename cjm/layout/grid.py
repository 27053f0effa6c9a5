"""How wide the columns are: readable, wider where there are few, wide enough for their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cjm.layout.linebreak import break_opportunities
from cjm.layout.measure import text_width
from cjm.layout.theme import BODY, CARD, LABELS, PADDING, STAGE
from cjm.sheet.sheet import (
    Block,
    Gauge,
    Note,
    OwnerMark,
    Saying,
    Sheet,
    StageHead,
    StepCard,
    TouchpointMark,
    Words,
)

USUAL, NARROWEST, WIDEST = 150.0, 118.0, 400.0
"""Width of a column in a map of up to ten, of many, and of one or two."""

SMALLEST_MAP, FULL_MAP = 932.0, 10
"""Width of the sheet of a small map; number of columns after which they grow narrower."""

LONGEST_WORD = 230.0
"""No column grows beyond this for the sake of one long word; the word is broken instead."""

CHEVRON_SIDES = 48.0
"""What a chevron's notch, tip and padding take from the width of its stage."""


@dataclass(frozen=True)
class Grid:
    """Where the columns stand.

    Attributes:
        edges: x of the left edge of each column, and of the right edge of the last.
    """

    edges: tuple[float, ...]

    @property
    def left(self) -> float:
        """Left edge of the first column."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Right edge of the last column."""
        return self.edges[-1]

    def width(self, start: int, end: int) -> float:
        """Width of the columns from `start` up to `end`."""
        return self.edges[end] - self.edges[start]

    def middle(self, at: float) -> float:
        """The x of a position in columns: 2.5 is the middle of column 2."""
        column = min(int(at), len(self.edges) - 2)
        left, right = self.edges[column], self.edges[column + 1]
        return left + (at - column) * (right - left)


def grid_of(sheet: Sheet, left: float) -> Grid:
    """Return the columns of `sheet`; the column of lane titles begins at `left`."""
    count = max(1, len(sheet.columns))
    widths = [_usual_width(count)] * count
    for lane in sheet.lanes:
        for cell in lane.cells:
            if cell.end - cell.start == 1 and lane.kind != "stages":
                wanted = max(map(_wanted, cell.blocks), default=0.0)
                widths[cell.start] = max(widths[cell.start], min(wanted, LONGEST_WORD))
    for stage in sheet.stages:
        wanted = min(_longest_word(stage.name, STAGE, bold=True), LONGEST_WORD) + CHEVRON_SIDES
        lacking = wanted - sum(widths[stage.start : stage.end])
        for column in range(stage.start, stage.end) if lacking > 0 else ():
            widths[column] += lacking / (stage.end - stage.start)
    return Grid(tuple(accumulate(widths, initial=left + LABELS)))


def _usual_width(count: int) -> float:
    if count <= FULL_MAP:
        return max(USUAL, min(WIDEST, (SMALLEST_MAP - LABELS) / count))
    return max(NARROWEST, USUAL * FULL_MAP / count)


def _wanted(block: Block) -> float:
    """Return the width a column needs for the words of `block` to stay whole."""
    match block:
        case StepCard():
            return _longest_word(block.text, BODY, bold=True) + 18 + 2 * PADDING
        case Note():
            return _longest_word(block.text, CARD) + 19 + 2 * PADDING
        case TouchpointMark():
            return _longest_word(block.name, CARD, bold=True) + 2 * PADDING
        case Saying():
            return _longest_word(block.text, BODY) + 16 + 2 * PADDING
        case Words():
            return _longest_word(block.text, CARD, bold=block.strong) + 16 + 2 * PADDING
        case OwnerMark():
            return _longest_word(block.name, CARD) + 14 + 2 * PADDING
        case Gauge() | StageHead():
            return 0.0
        case _:
            return 0.0


def _longest_word(text: str, size: float, *, bold: bool = False) -> float:
    return max((text_width(word, size, bold) for word in _long_words(text)), default=0.0)


SHORT = 9
"""Words of up to this many characters fit into any column."""


def _long_words(text: str) -> Iterator[str]:
    for word in text.split():
        if len(word) > SHORT:
            if word.isascii():
                yield word
            else:
                breaks = [0, *break_opportunities(word), len(word)]
                yield from (word[a:b] for a, b in pairwise(breaks))
