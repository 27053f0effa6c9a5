"""Positions of editors: lines from 0, columns in UTF-8, UTF-16 or UTF-32 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls")

from lsprotocol import types

from cjm.findings import Position, Span
from cjm.lsp.addresses import path_of, uri_of
from cjm.lsp.positions import TextIndex, changed

TEXTS = st.text(alphabet="ab :\n\r旅程😀é\u2028\x0b\ufeff", max_size=40)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 11), ("utf-16", 5), ("utf-32", 4)])
def test_a_column_counts_the_units_that_were_agreed_on(encoding: str, column: int) -> None:
    index = TextIndex("a: 1\nx旅😀程y", encoding)

    at = index.position(5 + 4)

    assert (at.line, at.character) == (1, column)


@given(TEXTS, ENCODINGS, st.integers(0, 40))
def test_an_offset_comes_back_from_its_position(text: str, encoding: str, offset: int) -> None:
    index = TextIndex(text, encoding)
    offset = min(offset, len(text))
    # Between CR and LF no cursor can stand.
    if text[offset - 1 : offset + 1] == "\r\n" and offset:
        offset += 1

    assert index.offset(index.position(offset)) == offset


@given(TEXTS, ENCODINGS, st.integers(0, 60), st.integers(0, 60))
def test_any_position_leads_into_the_text(
    text: str, encoding: str, line: int, character: int
) -> None:
    offset = TextIndex(text, encoding).offset(types.Position(line, character))

    assert 0 <= offset <= len(text)


def test_a_position_in_the_middle_of_a_character_is_before_it() -> None:
    index = TextIndex("a😀b", "utf-16")

    assert index.offset(types.Position(0, 2)) == 1


def test_only_what_ends_a_line_to_an_editor_ends_one() -> None:
    index = TextIndex("a\u2028b\x0bc\r\nd\re\nf")

    assert index.position(index.text.index("f")) == types.Position(3, 0)


def test_a_span_does_not_count_the_byte_order_mark_and_the_editor_does() -> None:
    index = TextIndex("\ufefftitle: x")

    found = index.range(Span(Position(1, 1, 0), Position(1, 6, 5)))

    assert (found.start.character, found.end.character) == (1, 6)
    assert index.span_offset(types.Position(0, 1)) == 0


@given(TEXTS, TEXTS, ENCODINGS, st.integers(0, 40), st.integers(0, 40))
def test_a_change_of_a_stretch_changes_just_that(
    text: str, new: str, encoding: str, one: int, other: int
) -> None:
    index = TextIndex(text, encoding)
    start, end = (
        index.offset(index.position(min(each, len(text)))) for each in sorted((one, other))
    )
    stretch = types.Range(index.position(start), index.position(end))

    after = changed(text, [types.TextDocumentContentChangePartial(stretch, new)], encoding)

    assert after == text[:start] + new + text[end:]


def test_changes_are_made_one_after_the_other() -> None:
    first = types.TextDocumentContentChangeWholeDocument("旅😀")
    at = types.Range(types.Position(0, 3), types.Position(0, 3))

    after = changed("x", [first, types.TextDocumentContentChangePartial(at, "!")], "utf-16")

    assert after == "旅😀!"


@pytest.mark.parametrize("path", ["/a b/旅程;x#?%20.yaml", "/plain.journey.yaml"])
def test_a_path_comes_back_from_its_address(path: str) -> None:
    assert path_of(uri_of(path)) == path


def test_what_is_no_file_has_no_path() -> None:
    assert path_of("untitled:Untitled-1") is None
    assert path_of("file:///%00/x.yaml") is None
