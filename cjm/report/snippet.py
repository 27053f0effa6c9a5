"""Quotes the lines of a place, with a caret under what is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.findings import Place
from cjm.findings.visible import characters, visible
from cjm.report.columns import clipped, columns, width_after
from cjm.report.paint import Paint

_TAB = 4
# Of a very long line, this many code points on each side of the caret are looked at.
_REACH = 2000


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to underline in a snippet, by its sign (`^` or `-`) and style."""

    place: Place
    sign: str
    style: str


@dataclass(frozen=True, slots=True)
class Page:
    """Where a snippet is drawn.

    Attributes:
        digits: Columns of the line numbers.
        width: Columns of a whole line.
        paint: What styles it.
    """

    digits: int
    width: int
    paint: Paint

    @property
    def room(self) -> int:
        """Columns right of the gutter, less one for a caret after the line's end."""
        return max(8, self.width - self.digits - 4)

    def row(self, number: str, content: str = "") -> str:
        """Return a line with `number` in its gutter; `content` may be painted."""
        gutter = self.paint(f"{number:>{self.digits}} |", "gutter")
        return f"{gutter} {content}" if content else gutter


def snippet(marks: Sequence[Mark], page: Page) -> Iterator[str]:
    """Yield the lines of `marks`, all of one file, each with its underlines; the first mark leads.

    Yields nothing where there is no text.
    """
    lines = dict(sorted(line for mark in marks for line in mark.place.lines))
    numbers = _trimmed(lines, {mark.place.start.line for mark in marks})
    if numbers:
        yield page.row("")
    for before, number in zip([None, *numbers], numbers, strict=False):
        if before is not None and number > before + 1:
            yield page.row("…")
        here = [mark for mark in marks if mark.place.start.line == number]
        view = _view(lines[number], here, page.room)
        yield page.row(str(number), "".join(view.cells).rstrip())
        for mark in here:
            for underline in _underlines(mark, view, page.room):
                indent = len(underline) - len(underline.lstrip(" "))
                text = underline[indent:].rstrip()
                yield page.row("", " " * indent + page.paint(text, mark.style))


def _trimmed(lines: dict[int, str], marked: set[int]) -> list[int]:
    """Return the numbers of the lines to quote: empty ones at either end tell a reader nothing."""
    wanted = [number for number, text in lines.items() if text.strip() or number in marked]
    return [number for number in lines if wanted and wanted[0] <= number <= wanted[-1]]


@dataclass(frozen=True, slots=True)
class _View:
    """What is seen of a line.

    Attributes:
        cells: What is printed, in order.
        first: Index of the code point that `columns` begins with.
        columns: For each code point from `first` on, and for the end, where it begins, from 0.
        end: The column after the last one that is not blank.
    """

    cells: list[str]
    first: int
    columns: list[int]
    end: int

    def column(self, index: int) -> int:
        """Return the column of the code point `index`; one that is cut off has that of its `…`."""
        return self.columns[min(max(index - self.first, 0), len(self.columns) - 1)]


def _view(text: str, marks: Sequence[Mark], room: int) -> _View:
    lead = marks[0].place.span if marks else None
    first = min(lead.start.column - 1, len(text)) if lead else 0
    last = lead.end.column - 1 if lead and lead.end.line == lead.start.line else first + 1
    near = max(0, first - _REACH)
    piece = text[near : first + _REACH]
    is_cut = (near > 0, near + len(piece) < len(text))
    cells, starts = _cells(piece)
    low, high = _window(starts, (first - near, min(last - near, len(piece))), room, is_cut)
    left = "…" if low or is_cut[0] else ""
    right = "…" if high < len(cells) or is_cut[1] else ""
    end = len(left) + starts[high] - starts[low]
    placed = starts
    if left or right:
        placed = [min(max(0, len(left) + start - starts[low]), end) for start in starts]
    seen = end if right else placed[len(piece.rstrip())]
    return _View([left, *cells[low:high], right], near, placed, seen)


def _cells(text: str) -> tuple[list[str], list[int]]:
    """Return what is printed for each code point, and where each begins and the last one ends."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return list(text), list(range(len(text) + 1))
    cells = characters(text)
    starts, before = [0], " "
    for index, char in enumerate(text):
        if char == "\t":
            cells[index] = " " * (_TAB - starts[-1] % _TAB)
        cell = cells[index]
        width = width_after(before, cell) if len(cell) == 1 else len(cell)
        starts.append(starts[-1] + width)
        before = cell[-1]
    return cells, starts


def _window(
    starts: list[int], span: tuple[int, int], room: int, is_cut: tuple[bool, bool]
) -> tuple[int, int]:
    """Return `(first, end)` of the cells that fit in `room` columns with the start of `span`."""
    total, (first, last) = starts[-1], span
    left_sign, right_sign = is_cut
    if total + left_sign + right_sign <= room:
        return 0, len(starts) - 1
    low = 0
    if starts[last] + left_sign + 1 > room:
        left = min(starts[first] - room // 3, total + 1 + right_sign - room)
        if left > 0:
            low = bisect_left(starts, left)
            low = bisect_right(starts, starts[low]) - 1  # never begin with a combining mark
    left_sign = left_sign or low > 0
    if total - starts[low] + left_sign + right_sign <= room:
        return low, len(starts) - 1
    return low, bisect_right(starts, starts[low] + room - left_sign - 1) - 1


def _underlines(mark: Mark, view: _View, room: int) -> Iterator[str]:
    """Yield the underline of `mark`, and its label: beside it, or below where there is no room."""
    span = mark.place.span
    first = min(view.column(span.start.column - 1), room)
    is_one_line = span.end.line == span.start.line
    last = view.column(span.end.column - 1) if is_one_line else view.end
    underline = " " * first + mark.sign * max(1, last - first)
    label = visible(mark.place.label)
    if not label:
        yield underline
    elif len(underline) + 1 + columns(label) <= room:
        yield f"{underline} {label}"
    else:
        yield underline
        label = clipped(label, room)
        yield " " * min(first, room - columns(label)) + label
