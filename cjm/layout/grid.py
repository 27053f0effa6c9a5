"""How wide the columns are: readable, wider where there are few, wide enough for their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from cjm.layout.frame import header_width
from cjm.layout.linebreak import break_opportunities
from cjm.layout.measure import text_width
from cjm.layout.theme import BODY, CARD, LABELS, PADDING, STAGE
from cjm.sheet.sheet import (
    Block,
    ChannelMark,
    EvidenceMark,
    Gauge,
    MarkChange,
    Note,
    NoteChange,
    OwnerMark,
    Rating,
    ResourceMark,
    Saying,
    Sheet,
    StageHead,
    StepCard,
    StepChange,
    TouchpointMark,
    Words,
)

USUAL, NARROWEST, WIDEST = 150.0, 120.0, 400.0
"""Width of a column in a map of up to ten, of many, and of one or two.

The narrowest has a pain's dots and the word beside them on one line, and impact and effort on one.
"""

SMALLEST_MAP, FULL_MAP = 932.0, 10
"""Width of the sheet of a small map; number of columns after which they grow narrower."""

SHEET_WIDTH = USUAL * FULL_MAP
"""Of the columns of a map that is folded: with titles and margins it fits a page of 1680 px."""

LONGEST_WORD = 230.0
"""No column grows beyond this for the sake of one long word; the word is broken instead."""

CHEVRON_SIDES = 48.0
"""What a chevron's notch, tip and padding take from the width of its stage."""


@dataclass(frozen=True)
class Grid:
    """Where the columns stand.

    Columns are counted through the whole map; a grid may show only some of them, and those beyond
    still have their places, to the left and right of it: a curve runs there and back.

    Attributes:
        edges: x of the left edge of each column, and of the right edge of the last.
        shown: First column that is shown, and one past the last; `None` where all are.
        shift: What is added to `edges`.
    """

    edges: tuple[float, ...]
    shown: tuple[int, int] | None = None
    shift: float = 0.0

    @cached_property
    def span(self) -> tuple[int, int]:
        """The first column that is shown, and one past the last."""
        return self.shown or (0, len(self.edges) - 1)

    @cached_property
    def left(self) -> float:
        """Left edge of the first column that is shown."""
        return self.edge(self.span[0])

    @cached_property
    def right(self) -> float:
        """Right edge of the last column that is shown."""
        return self.edge(self.span[1])

    def edge(self, column: int) -> float:
        """The x of the left edge of a column."""
        return self.edges[column] + self.shift

    def width(self, start: int, end: int) -> float:
        """Width of the columns from `start` up to `end`."""
        return self.edges[end] - self.edges[start]

    def middle(self, at: float) -> float:
        """The x of a position in columns: 2.5 is the middle of column 2."""
        column = min(int(at), len(self.edges) - 2)
        left, right = self.edges[column], self.edges[column + 1]
        return left + self.shift + (at - column) * (right - left)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return as much of some columns as is shown."""
        first, last = self.span
        return (start if start > first else first), (end if end < last else last)

    def holds(self, at: float) -> bool:
        """Whether a position in columns is shown."""
        first, last = self.span
        return first <= at < last or at == last == len(self.edges) - 1


def grid_of(sheet: Sheet, left: float) -> Grid:
    """Return the columns of `sheet`; the column of lane titles begins at `left`.

    For a column that needs more than is usual the others give some of theirs, so that maps of as many
    columns are as wide.
    """
    widths = least_widths(sheet)
    whole = max(sum(widths), _usual_width(len(widths)) * len(widths))
    return Grid(tuple(accumulate(_filled(widths, whole), initial=left + LABELS)))


def folded(widths: Sequence[float], spans: Sequence[tuple[int, int]], left: float) -> list[Grid]:
    """Return grids of equal width, one below the other, each of some columns.

    Args:
        widths: That each column needs at least.
        spans: For each grid its first column, and one past its last.
        left: Where the columns begin.
    """
    whole = max(SHEET_WIDTH, *(sum(widths[start:end]) for start, end in spans))
    filled = [width for start, end in spans for width in _filled(widths[start:end], whole)]
    edges = tuple(accumulate(filled, initial=0.0))
    return [Grid(edges, span, left - edges[span[0]]) for span in spans]


def _filled(widths: Sequence[float], whole: float) -> list[float]:
    """Return `widths` with the narrowest raised to one level, so that their sum is `whole`."""
    rising = sorted(widths)
    room, level = whole, 0.0
    for count in range(len(rising), 0, -1):
        level = room / count
        if rising[count - 1] <= level:
            break
        room -= rising[count - 1]
    return [max(width, level) for width in widths]


def least_widths(sheet: Sheet) -> Sequence[float]:
    """Return how wide each column of `sheet` must be for its words, and all for its header."""
    global _last
    # A sheet becomes a picture and then a page. It is told by itself: to compare all that it holds
    # would take longer.
    if _last is None or _last[0] is not sheet:
        _last = (sheet, tuple(_least_widths(sheet)))
    return _last[1]


_last: tuple[Sheet, Sequence[float]] | None = None
"""The sheet whose columns were measured last, and their widths."""


def _least_widths(sheet: Sheet) -> list[float]:
    count = max(1, len(sheet.columns))
    widths = [NARROWEST] * count
    for lane in sheet.lanes:
        for cell in lane.cells:
            if cell.end - cell.start == 1 and lane.kind != "stages":
                for wanted in map(_wanted, cell.blocks):
                    if wanted > widths[cell.start]:
                        widths[cell.start] = min(wanted, LONGEST_WORD)
    for stage in sheet.stages:
        wanted = min(_longest_word(stage.name, STAGE, bold=True), LONGEST_WORD) + CHEVRON_SIDES
        lacking = wanted - sum(widths[stage.start : stage.end])
        for column in range(stage.start, stage.end) if lacking > 0 else ():
            widths[column] += lacking / (stage.end - stage.start)
    lacking = header_width(sheet.header) - LABELS - sum(widths)
    return [width + max(0.0, lacking) / count for width in widths]


def _usual_width(count: int) -> float:
    if count <= FULL_MAP:
        return max(USUAL, min(WIDEST, (SMALLEST_MAP - LABELS) / count))
    return max(NARROWEST, SHEET_WIDTH / count)


def _wanted(block: Block) -> float:
    """Return the width a column needs for the words of `block` to stay whole."""
    match block:
        case StepCard() | StepChange():
            return _longest_word(block.text, BODY, bold=True) + 18 + 2 * PADDING
        case Note() | NoteChange():
            return _longest_word(block.text, CARD) + 19 + 2 * PADDING
        case TouchpointMark():
            names = (_wanted(channel) for channel in block.channels)
            own = _longest_word(block.name, CARD, bold=True) + 2 * PADDING
            return max(own, *names) if block.channels else own
        case MarkChange():
            longest = (_longest_word(each, CARD, bold=True) for each in (block.before, block.after))
            return max(longest) + 17 + 2 * PADDING
        case ChannelMark():
            return _longest_word(block.name, CARD) + 16 + 2 * PADDING
        case ResourceMark():
            return _longest_word(block.text, CARD) + 16 + 2 * PADDING
        case EvidenceMark():
            return _longest_word(block.title, CARD) + 16 + 2 * PADDING
        case Rating():
            return _longest_word(block.name, CARD) + 2 * PADDING
        case Saying():
            return _longest_word(block.text, BODY) + 18 + 2 * PADDING
        case Words():
            return _longest_word(block.text, CARD, bold=block.strong) + 16 + 2 * PADDING
        case OwnerMark():
            return _longest_word(block.name, CARD) + 14 + 2 * PADDING
        case Gauge() | StageHead():
            return 0.0
        case _:
            return 0.0


def _longest_word(text: str, size: float, *, bold: bool = False) -> float:
    words = [word for word in text.split() if len(word) > SHORT]
    if not text.isascii():
        words = [part for word in words for part in _parts(word)]
    return max([text_width(word, size, bold) for word in words], default=0.0)


SHORT = 9
"""Words of up to this many characters fit into any column."""


def _parts(word: str) -> Iterator[str]:
    """Yield what a line of `word` cannot be shorter than."""
    if word.isascii():
        yield word
    else:
        breaks = [0, *break_opportunities(word), len(word)]
        yield from (word[a:b] for a, b in pairwise(breaks))
