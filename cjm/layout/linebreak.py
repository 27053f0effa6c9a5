"""Breaks text into lines no wider than a column: UAX #14 with graphemes kept whole.

The rules are those of Unicode 16 with small kana never at the start of a line (strict kinsoku). Three things
differ on purpose: runs of blanks count as one blank; Hangul breaks at blanks, as Korean readers expect; and a
piece wider than the column is broken anyway, after punctuation as in a URL, else between graphemes. Thai and
its kin have no dictionary here: they break at blanks, and inside a phrase only where it must.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from cjm.layout.measure import advance_widths, clusters, is_joined, px_per_unit
from cjm.layout.metrics import line_classes

__all__ = ["break_opportunities", "wrap"]

_BLANKS = re.compile("[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_SOFT_HYPHEN = "\u00ad"
#: A URL or a long name may break after these.
_SEPARATORS = frozenset("/\\-._?&=#:;,@%+~|")
#: Where a reader of Chinese or Japanese pauses: a line ends best after these.
_PAUSES = frozenset("、，。；：！？」』）")
_SHORTEST_PART = 0.3
_BALANCING_STEPS = 7
_WIDEST = 1e9
_Filled: TypeAlias = tuple[list[tuple[int, int]], int]

# Letters of line-breaking classes, see LETTERS in metrics.generate; the start and end of the text are ^ and $.
_EAST_ASIAN = frozenset("BCEIJKORTHV64m")
_CLOSING = frozenset("cCdeEjJy56kKbBtTxf")
_OPENING = frozenset("oOp1v")
_ALPHABETIC = frozenset("alHVuvx")
_IDEOGRAPHIC = frozenset("iI4m")
_PREFIX, _POSTFIX = frozenset("rR"), frozenset("tT")
_AFFIX = _PREFIX | _POSTFIX

_EDGES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


# A map of thousands of steps has tens of thousands of texts, and is drawn more than once.
@lru_cache(maxsize=65536)
def wrap(
    text: str, width: float, size: float, bold: bool = False, italic: bool = False,
    balance: bool = False,
) -> Sequence[str]:  # fmt: skip
    """The lines of a text in a column of ``width`` px, none wider unless it is a single grapheme.

    Line breaks in the text are kept, an empty line too; other blanks collapse and are trimmed. A text of
    blanks has no lines. A soft hyphen at the end of a line becomes a hyphen.

    Args:
        balance: Give the lines of a paragraph similar widths without adding a line, so that no short word
            stands alone on the last.
    """
    # The small addition is for rounding: a line as wide as the column fits.
    room = int(min(max(width, 0.0), _WIDEST) / px_per_unit(size) + 1e-6)
    lines: list[str] = []
    if not text.strip():
        return ()
    # No-break spaces at its edges are the author's, so they stay, here as within a line.
    for paragraph in text.strip(_EDGES).splitlines():
        units = clusters(_BLANKS.sub(" ", paragraph).strip(" "))
        lines.extend(_lines(units, room, bold, italic, balance))
    return tuple(lines)


def break_opportunities(text: str) -> list[int]:
    """The offsets (code points) at which a line may end, its blanks included; not the end of the text."""
    units = clusters(text)
    window = _window(units)
    offsets = list(accumulate(map(len, units)))
    return [offsets[at - 1] for at in range(1, len(units)) if _may_break(window[at : at + 5])]


def _lines(units: Sequence[str], room: int, bold: bool, italic: bool, balance: bool) -> list[str]:
    """The lines of one paragraph; ``room`` in the units of ``advance_widths``."""
    ends = [0, *accumulate(advance_widths(units, bold=bold, italic=italic))]
    if ends[-1] <= room:
        return ["".join(units)]
    window = _window(units)
    spans, forced = _fill(units, window, ends, room)
    if forced and is_joined(units):
        # A word broken in two has two final letters, so no letter may be counted as joined.
        alone = (advance_widths([unit], bold=bold, italic=italic)[0] for unit in units)
        ends = [0, *accumulate(alone)]
        spans, forced = _fill(units, window, ends, room)
    if balance:
        spans = _balanced(units, window, ends, room, (spans, forced))
        spans = _at_pauses(units, window, ends, room, spans)
    *lines, last = (_line(units, start, end) for start, end in spans)
    return [*(_with_hyphen(line) for line in lines), last]


def _line(units: Sequence[str], start: int, end: int) -> str:
    """The line of a span, without the blanks at its ends; a blank that bears a mark is none."""
    while end > start and units[end - 1] == " ":
        end -= 1
    while start < end and units[start] == " ":
        start += 1
    return "".join(units[start:end])


def _with_hyphen(line: str) -> str:
    return f"{line[:-1]}-" if line.endswith(_SOFT_HYPHEN) else line


def _window(units: Sequence[str]) -> str:
    """The classes of the units, such that ``[at : at + 5]`` is what decides a break before unit ``at``."""
    if isinstance(units, str):
        return f"^^^{units.translate(line_classes())}$$"
    classes = line_classes()
    # A mark with nothing to stand on is a letter (LB10).
    letters = "".join(classes[ord(unit[0])] for unit in units).replace("~", "a")
    return f"^^^{letters}$$"


def _fill(units: Sequence[str], window: str, ends: list[int], room: int) -> _Filled:
    """Fills line by line: the spans of units, and how many lines end where no break was allowed."""
    spans = []
    forced = 0
    start, count = 0, len(units)
    while start < count:
        limit = bisect_right(ends, ends[start] + room, start) - 1
        end = _last_break(units, window, start, limit)
        if end == start:
            end = _forced_break(units, window, start, limit)
            forced += 1
        spans.append((start, end))
        start = end
        while start < count and units[start] == " ":
            start += 1
    return spans, forced


def _last_break(units: Sequence[str], window: str, start: int, limit: int) -> int:
    """The last place at or before ``limit`` to end the line; ``start`` if there is none.

    A blank may hang over.
    """
    count = len(units)
    if limit == count:
        return count
    end = limit + 1 if units[limit] == " " and limit > start else limit
    while end > start and not (end == count or _may_break(window[end : end + 5])):
        end -= 1
    return end


def _forced_break(units: Sequence[str], window: str, start: int, limit: int) -> int:
    """Where to break a piece wider than a line.

    After a separator, before a bracket or a Thai leading vowel; else anywhere.
    """
    lowest = start + 1
    limit = max(limit, lowest)
    for end in range(limit, (start + limit) // 2, -1):
        if end > lowest and (units[end - 1] in _SEPARATORS or window[end + 3] in "oOv"):
            return end
    for end in range(limit, lowest, -1):
        if window[end + 2] not in _OPENING and window[end + 3] not in _CLOSING:
            return end
    return limit


def _balanced(
    units: Sequence[str], window: str, ends: list[int], room: int, filled: _Filled
) -> list[tuple[int, int]]:
    """The same number of lines in the narrowest column that holds them, found by halving."""
    spans, forced = filled
    low, high = min(ends[-1] // len(spans) - 1, room), room
    for _ in range(_BALANCING_STEPS if len(spans) > 1 else 0):
        middle = (low + high) // 2
        tried, more = _fill(units, window, ends, middle)
        if len(tried) <= len(spans) and more <= forced:
            spans, high = tried, middle
        else:
            low = middle
    return spans


def _at_pauses(
    units: Sequence[str], window: str, ends: list[int], room: int, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The same lines, ended after a comma or full stop of Chinese or Japanese where one is near.

    No line is added or grows too wide, and none gets shorter than a part of the column.
    """
    pauses = [
        at
        for at in range(1, len(units))
        if units[at - 1] in _PAUSES and _may_break(window[at : at + 5])
    ]
    moved = list(spans)
    for number in range(len(moved) - 1):
        (start, end), (then, last) = moved[number], moved[number + 1]
        fitting = [
            at
            for at in pauses
            if end == then
            and _SHORTEST_PART * room <= ends[at] - ends[start] <= room
            and _SHORTEST_PART * room <= ends[last] - ends[at] <= room
        ]
        if fitting:
            best = min(fitting, key=lambda at: abs(at - end))
            moved[number], moved[number + 1] = (start, best), (best, last)
    return moved


@lru_cache(maxsize=16384)
def _may_break(context: str) -> bool:
    """Whether a line may end between the third and the fourth of five classes (UAX #14, revision 53)."""
    spaced = context[2] == "s"
    at = 1 if spaced else 2
    earlier, left, after, following = context[at - 1], context[at], context[3], context[4]
    verdict = _around_blanks(spaced, earlier, left, after, following)
    if verdict is None and not spaced:
        verdict = not any(_joined(earlier, left, after, following))
    return verdict is not False


def _around_blanks(
    spaced: bool, earlier: str, left: str, after: str, following: str
) -> bool | None:
    """LB7 to LB18: what holds across blanks too; None leaves it to the next rules."""
    if after in "sz":  # LB7
        return False
    if left == "z":  # LB8
        return True
    if after == "w" or (left in "wg" and not spaced):  # LB11, LB12
        return False
    if after == "g" and not spaced and left not in "bBh":  # LB12a
        return False
    if after in "cCdeEy" or left in "oO":  # LB13, LB14
        return False
    if left == "p" and earlier in "^oOqpfgsz":  # LB15a
        return False
    if after == "f" and following in "$sgwcCqpfdeEjJyz":  # LB15b
        return False
    if after in "jJ":  # LB15c, LB15d
        return spaced and following == "n"
    if (left in "cCd" and after in "56") or left == after == "2":  # LB16, LB17
        return False
    return None


def _joined(earlier: str, left: str, after: str, following: str) -> Iterator[bool]:
    """LB19 to LB30: yields whether each rule joins the two classes."""
    yield after in "qf" or left in "qp"  # LB19
    yield after == "p" and (left not in _EAST_ASIAN or following not in _EAST_ASIAN)  # LB19a
    yield left == "f" and (after not in _EAST_ASIAN or earlier not in _EAST_ASIAN)
    if "0" in (left, after):  # LB20
        return
    yield left == "h" and earlier in "^sz0g" and after in _ALPHABETIC  # LB20a
    yield after in "bBh56" or left == "1"  # LB21
    yield earlier == "l" and left in "hb" and after != "l"  # LB21a
    yield left == "y" and after == "l"  # LB21b
    yield after in "kK"  # LB22
    yield left in _ALPHABETIC and after == "n"  # LB23
    yield left == "n" and after in _ALPHABETIC
    yield left in _PREFIX and after in _IDEOGRAPHIC  # LB23a
    yield left in _IDEOGRAPHIC and after in _POSTFIX
    yield left in _AFFIX and after in _ALPHABETIC  # LB24
    yield left in _ALPHABETIC and after in _AFFIX
    yield left in "cCd" and earlier == "n" and after in _AFFIX  # LB25
    yield left in "nyj" and "n" in (earlier, left) and after in _AFFIX
    yield left in _AFFIX and (after == "n" or (after in "oO" and following == "n"))
    yield after == "n" and (left in "hjn" or (left == "y" and earlier == "n"))
    yield left in _ALPHABETIC and after in _ALPHABETIC  # LB26 to LB28, and Hangul kept together
    yield left == "j" and after in _ALPHABETIC  # LB29
    yield (left in _ALPHABETIC or left == "n") and after == "o"  # LB30
    yield left == "d" and (after in _ALPHABETIC or after == "n")
