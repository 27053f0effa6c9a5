"""Puts edits into a text: what lies outside their spans stays as it is, byte for byte."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from cjm.findings import Edit

_BOM = b"\xef\xbb\xbf"


class OverlapError(ValueError):
    """Two edits want the same stretch of a text."""


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with `edits` put in.

    Args:
        text: Without its byte order mark, as `Document.text`.
        edits: In any order, all of this text; insertions at one place are put in as they are
            listed, and before what begins there.

    Raises:
        OverlapError: Two edits change the same stretch.
        ValueError: An edit lies outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=_order):
        start, end = edit.span.start.offset, edit.span.end.offset
        if start < at:
            raise OverlapError(f"two edits change the text at offset {start}")
        if not start <= end <= len(text):
            raise ValueError(f"an edit of {start} to {end} leaves a text of {len(text)}")
        parts += (text[at:start], edit.text)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def edit_bytes(source: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of a file with `edits` put in; its byte order mark stays.

    Args:
        source: UTF-8, as it was read.
        edits: Of the text of `source`.

    Raises:
        UnicodeDecodeError: `source` is not UTF-8.
        ValueError: See `apply_edits`.
    """
    mark = _BOM if source.startswith(_BOM) else b""
    # Decoded anew: a document's text shows some signs as blanks that the file has to keep.
    text = source[len(mark) :].decode("utf-8")
    return mark + apply_edits(text, edits).encode("utf-8")


@lru_cache(maxsize=8)
def line_end(text: str) -> str:
    """Return the line end that most lines of `text` have; LF where there is none."""
    both = text.count("\r\n")
    return "\r\n" if both * 2 > text.count("\n") else "\n"


class Taken:
    """The stretches that edits have taken, file by file."""

    def __init__(self) -> None:
        self._stretches: dict[str, list[tuple[int, int]]] = {}

    def take(self, edits: Iterable[Edit]) -> bool:
        """Take the stretches of `edits` if all are free, and return whether they were.

        Two insertions at one place do not go together: which comes first would be a guess.
        """
        wanted = sorted((each.path, *_order(each)) for each in edits)
        pairs = pairwise(wanted)
        if any(one[0] == other[0] and _touch(one[1:], other[1:]) for one, other in pairs):
            return False
        if not all(self._is_free(path, (start, end)) for path, start, end in wanted):
            return False
        for path, start, end in wanted:
            insort(self._stretches.setdefault(path, []), (start, end))
        return True

    def _is_free(self, path: str, stretch: tuple[int, int]) -> bool:
        taken = self._stretches.get(path, [])
        at = bisect_left(taken, stretch)
        beside = taken[max(0, at - 1) : at + 1]
        return not any(_touch(*sorted((stretch, each))) for each in beside)


def by_path(edits: Iterable[Edit]) -> Iterator[tuple[str, list[Edit]]]:
    """Yield each path that `edits` change, sorted, with its edits in their order."""
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.path, []).append(edit)
    yield from sorted(found.items())


def _order(edit: Edit) -> tuple[int, int]:
    return edit.span.start.offset, edit.span.end.offset


def _touch(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return second[0] < first[1] or first[0] == second[0]
