from __future__ import annotations

import pytest

from cjm.edit.apply import apply_edits
from cjm.edit.comments import without_name
from cjm.findings import Span
from cjm.source.decode import position_at

from .maps import document_of

REST = "stages: [A]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: T  # cjm: ignore[x]: y\n", "title: T\n"),
        ("title: T  # cjm: ignore[x, z]: y\n", "title: T  # cjm: ignore[z]: y\n"),
        ("  # cjm: ignore[x]: y\ntitle: T\n", "title: T\n"),
        ("# c\r\n# cjm: ignore-file[x]: y\r\ntitle: T\r\n", "# c\r\ntitle: T\r\n"),
        ("# cjm: ignore[z,x]: y\ntitle: T\n", "# cjm: ignore[z]: y\ntitle: T\n"),
        ("# cjm: ignore[z]: y\ntitle: T\n", None),
        ("# cjm: ignore: y\ntitle: T\n", None),
    ],
)
def test_a_name_goes_and_with_the_last_one_the_comment(before: str, after: str | None) -> None:
    document = document_of(before + REST)
    start = before.index("# cjm")
    end = min(before.index(sign, start) for sign in "\r\n" if sign in before[start:])
    span = Span(position_at(document.text, start), position_at(document.text, end))

    edits = without_name(document, span, "x")

    written = None if edits is None else apply_edits(document.text, edits)
    assert written == (None if after is None else after + REST)
