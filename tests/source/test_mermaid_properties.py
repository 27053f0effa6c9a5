"""Whatever the text, reading it raises nothing, and every place lies inside it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.findings import Span
from cjm.source.document import Document
from cjm.source.mermaid import (
    is_mermaid_journey,
    mermaid_blocks,
    mermaid_comments,
    parse_mermaid,
    read_markdown,
)

pieces = st.sampled_from(
    ["journey", "title", "section", "accTitle", "accDescr", "---", "%%", "%%{", "}%%", "```mermaid",
     "```", "> ", ":", "：", ": 3", ": 9: Me", ",", "#", ";", "#35;", "#tag;", "#0;", "#99999999;",
     "{", "}", "\n", "\r\n", "\r", "\n\n", " ", "\t", "\u2028", "\u3000", "\ufeff", "Me", "中", "😀"]
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=60),
    st.lists(pieces, max_size=30).map("".join),
    st.lists(pieces, max_size=30).map(lambda parts: "journey\n" + "".join(parts)),
)


def check_spans(document: Document) -> None:
    spans = [problem.span for problem in document.problems]
    spans += [span for problem in document.problems for span, _ in problem.related]
    for key, value in document.spans._spans.values():  # type: ignore[attr-defined]
        spans += [value] if key is None else [key, value]
    lines = document.lines
    for span in spans:
        check_span(span, document.text, lines)


def check_span(span: Span, text: str, lines: list[str]) -> None:
    assert 0 <= span.start.offset <= span.end.offset <= len(text)
    for position in span:
        assert 1 <= position.line <= len(lines)
        assert 1 <= position.column <= len(lines[position.line - 1]) + 1
    if span.start.line == span.end.line:
        line = lines[span.start.line - 1]
        there = line[span.start.column - 1 : span.end.column - 1]
        assert there == text[span.start.offset : span.end.offset]


@settings(max_examples=400, deadline=None)
@given(texts)
def test_no_text_breaks_the_reader(text: str) -> None:
    document = parse_mermaid(text, "a.mmd")

    check_spans(document)
    mermaid_comments(text)
    assert (document.data is None) == any(problem.fatal for problem in document.problems)
    if document.data is not None:
        assert is_mermaid_journey(text.removeprefix("\ufeff"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(texts, st.just("\n```mermaid\njourney\nA: 3: Me\n"))).map("".join))
def test_no_page_breaks_the_reader(page: str) -> None:
    for block in mermaid_blocks(page):
        there = page[block.offset : block.offset + len(block.text)]
        assert len(there) == len(block.text)
        assert all(ours in (theirs, " ") for ours, theirs in zip(block.text, there, strict=True))
    for document in read_markdown(page, "a.md"):
        check_spans(document)


@pytest.mark.parametrize(
    "unit",
    ["T: 3: Me\n", "T: 3: Me,", "#a;", "accDescr{}", "accDescr {\n", "%%{", "section A\n", ":",
     "---\n", "%%{}%%", " ", "\n", "title\n", "T#35;", " %%"],
)  # fmt: skip
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        text = "journey\n" + unit * (length // len(unit))
        begin = time.perf_counter()
        parse_mermaid(text, "a.mmd")
        return time.perf_counter() - begin

    seconds(1000)
    short = min(seconds(20_000) for _ in range(3))

    assert seconds(160_000) < 40 * short + 0.2
