"""Facts about characters that measuring and wrapping need: advance widths and line-breaking classes.

The tables are generated (``generate.py``) and shipped, so a picture is the same bytes on every machine and
every Python. They are read on first use.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

__all__ = ["EM", "advances", "exact_characters", "joined_advances", "line_classes"]

#: Units per em of ``advances``.
EM = 2048


class _Advances(dict[str, int]):
    """Character -> advance width; what Liberation Sans lacks gets its upper bound when first asked for."""

    def __missing__(self, character: str) -> int:
        value = self[character] = _units(_bounds().at(character))
        return value


class _LineClasses(dict[int, str]):
    """Code point -> letter of its line-breaking class, as ``str.translate`` wants it."""

    def __missing__(self, point: int) -> str:
        value = self[point] = _classes().at(chr(point))
        return value


class _Runs:
    """Values of runs of code points, from the text of a table: ``start:value`` in order."""

    def __init__(self, table: str) -> None:
        pairs = [entry.split(":") for entry in table.split()]
        self.starts = [int(start, 16) for start, _ in pairs]
        self.values = [value for _, value in pairs]

    def at(self, character: str) -> str:
        return self.values[bisect_right(self.starts, ord(character)) - 1]

    def spelt_out(self) -> dict[str, str]:
        ends = [*self.starts[1:], self.starts[-1]]
        return {
            chr(point): value
            for start, end, value in zip(self.starts, ends, self.values, strict=True)
            if value
            for point in range(start, end)
        }


@cache
def advances(*, bold: bool = False, italic: bool = False) -> dict[str, int]:
    """Character -> advance width in 1/2048 em; every character has one."""
    from cjm.layout.metrics import advance_table as shipped

    upright, slanted = (
        (shipped.BOLD, shipped.BOLD_ITALIC) if bold else (shipped.PLAIN, shipped.ITALIC)
    )
    exact = _Runs(slanted if italic else upright).spelt_out()
    return _Advances((character, int(width)) for character, width in exact.items())


@cache
def exact_characters() -> frozenset[str]:
    """Characters that Liberation Sans has."""
    from cjm.layout.metrics import advance_table as shipped

    return frozenset(_Runs(shipped.PLAIN).spelt_out())


@cache
def joined_advances() -> dict[str, int]:
    """Arabic letter -> bound of its advance width where another one follows, in 1/2048 em."""
    from cjm.layout.metrics.bound_table import JOINED

    return {letter: _units(bound) for letter, bound in _Runs(JOINED).spelt_out().items()}


@cache
def line_classes() -> dict[int, str]:
    """Code point -> letter of its line-breaking class (see ``LETTERS`` in ``generate.py``)."""
    return _LineClasses()


@cache
def _bounds() -> _Runs:
    from cjm.layout.metrics.bound_table import BOUNDS

    return _Runs(BOUNDS)


@cache
def _classes() -> _Runs:
    from cjm.layout.metrics.class_table import CLASSES

    return _Runs(CLASSES)


def _units(bound: str) -> int:
    """Hundredths of an em, rounded up to units of 1/2048 em."""
    return -(-int(bound) * EM // 100)
