from __future__ import annotations

import pytest

from cjm.source.repeats import repeated


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a: &x Queue\nb: *x\n", ["&x Queue"]),
        ("a: &x {b: c}\nd: [*x, *x]\n", ["&x {b: c}"]),
        ("a: &x [b, &y c]\nd: *y\n", ["&y c"]),
        ("a: &x b\n", []),
        ("a: R&D *\n", []),
        ("a: &x b\nc: &x d\ne: *x\n", ["&x d"]),
        ("a: &名 b\nc: *名\n", ["&名 b"]),
    ],
)
def test_only_what_an_alias_repeats_is_found(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in repeated(text)] == parts


def test_a_block_is_found_to_its_end() -> None:
    text = "a: &x\n  b: c\n  d: e\nf: *x\n"

    ((start, end),) = repeated(text)

    assert text[start:end].startswith("&x\n  b: c\n  d: e\n")
