"""Two edits of one file to one text, by item; or the reason why that cannot be sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cjm.merge.build import tree_of
from cjm.merge.comments import check_comments
from cjm.merge.settle import settled
from cjm.merge.three import Merger, Path, Side
from cjm.merge.tree import Node, UnsureError, whole_text
from cjm.merge.values import is_same
from cjm.source import Document, parse
from cjm.source.read_nodes import UnusualError, read_nodes
from cjm.workspace.collector import collector_off

_BOM = b"\xef\xbb\xbf"
_HARMLESS = frozenset({"cut-text"})
MARKER = 7
"""Signs in a line that marks a conflict, as git writes them."""

_MANY = 20_000
"""Lines between the first and the last conflict, of more than which all is marked as one."""


@dataclass(frozen=True)
class Merged:
    """What became of two edits of a file.

    Attributes:
        content: The bytes of the file.
        conflicts: What both changed in two ways: the keys and names that lead there.
    """

    content: bytes
    conflicts: tuple[Path, ...] = ()


def merge(base: bytes, ours: bytes, theirs: bytes, *, marker: int = MARKER) -> Merged:
    """Return what both branches made of a file.

    Comments and layout are those of `ours`, save where only `theirs` changed something. Where both
    changed one field in two ways, the lines of that field stand between the marks of a conflict.

    Args:
        base: The file as it was; empty where both branches added it.
        ours: As our branch has it.
        theirs: As the other branch has it.
        marker: How many signs mark a conflict.

    Raises:
        UnsureError: Git's own merge has to do; `str()` of it says why.
    """
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    with collector_off():
        return _merged(base, ours, theirs, marker)


def _merged(base: bytes, ours: bytes, theirs: bytes, marker: int) -> Merged:
    texts = [_text(each) for each in (base, ours, theirs)]
    trees = [_tree(text) for text in texts]
    merged, conflicts = _favouring("ours", texts, trees)
    other = ""
    if conflicts:
        other, _ = _favouring("theirs", texts, trees)
    told = [_comments(each) for each in (*texts, merged, *([other] if conflicts else []))]
    if not check_comments(told[:3], told[3:]):
        raise UnsureError("a comment would be lost")
    if conflicts:
        merged = "\n".join(_marked(merged.split("\n"), other.split("\n"), marker))
    end = "\r\n" if b"\r\n" in ours else "\n"
    head = _BOM if ours.startswith(_BOM) else b""
    return Merged(head + merged.replace("\n", end).encode(), tuple(conflicts))


def _text(source: bytes) -> str:
    """Return the text of a file, its lines parted by line feeds."""
    try:
        text = source.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise UnsureError("a version is no UTF-8") from None
    plain = text.replace("\r\n", "\n")
    if "\r" in plain or ("\r\n" in text and text.count("\r\n") != plain.count("\n")):
        raise UnsureError("a version mixes line ends")
    return plain


def _tree(text: str) -> Node:
    return tree_of(_document(text)) if text.strip() else Node("map")


def _document(text: str) -> Document:
    document = parse(text.encode(), "")
    problems = [each for each in document.problems if each.rule not in _HARMLESS]
    if problems or document.data is None or document.kind != "yaml" or document.text != text:
        reason = problems[0].message if problems else "it holds no map"
        raise UnsureError(f"a version cannot be read: {reason}")
    return document


def _favouring(side: Side, texts: list[str], trees: list[Node]) -> tuple[str, list[Path]]:
    """Return the text that takes `side` in each conflict, checked, and the conflicts."""
    base, ours, theirs = trees
    merger = Merger(side, base, ours, theirs)
    merged = settled(merger.value(base, ours, theirs))
    text = whole_text(merged)
    document = _document(text)
    if not is_same(merged.value(), _without_nothing(document.data)):
        raise UnsureError("the merged text would say something else")
    return text, merger.conflicts


def _comments(text: str) -> list[str]:
    if not text.strip() or "#" not in text:
        return []
    try:
        return read_nodes(text).comments
    except UnusualError as error:
        raise UnsureError(str(error)) from None


def _without_nothing(data: Any) -> Any:
    """Return data without the keys that have no value."""
    if isinstance(data, dict):
        pairs = ((key, _without_nothing(inner)) for key, inner in data.items())
        return {key: inner for key, inner in pairs if inner is not None}
    return [_without_nothing(each) for each in data] if isinstance(data, list) else data


def _marked(ours: list[str], theirs: list[str], marker: int) -> Iterator[str]:
    """Yield the lines of two texts, those that differ between the marks of a conflict."""
    start, end = _common(ours, theirs)
    yield from ours[:start]
    own, come = (each[start : len(each) - end] for each in (ours, theirs))
    for same, first, second in _hunks(own, come):
        yield from same
        if first or second:
            yield "<" * marker + " ours"
            yield from first
            yield "=" * marker
            yield from second
            yield ">" * marker + " theirs"
    yield from ours[len(ours) - end :]


def _common(one: list[str], other: list[str]) -> tuple[int, int]:
    """Return how many lines two texts begin and end with alike."""
    most = min(len(one), len(other))
    start = next((at for at in range(most) if one[at] != other[at]), most)
    most -= start
    end = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    return start, end


def _hunks(one: list[str], other: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield lines that two texts share, and what then stands in the one and in the other."""
    from rapidfuzz.distance import LCSseq

    if max(len(one), len(other)) > _MANY:
        yield [], one, other
        return
    same: list[str] = []
    first: list[str] = []
    second: list[str] = []
    for each in LCSseq.opcodes(one, other):
        if each.tag != "equal":
            first += one[each.src_start : each.src_end]
            second += other[each.dest_start : each.dest_end]
            continue
        if first or second:
            yield same, first, second
            same, first, second = [], [], []
        same += one[each.src_start : each.src_end]
    yield same, first, second
