from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.edit.apply import OverlapError, Taken, apply_edits, by_path, edit_bytes, line_end
from cjm.findings import Edit, Position, Span


def edit(start: int, end: int, text: str, path: str = "a.yaml") -> Edit:
    return Edit(path, Span(Position(1, start + 1, start), Position(1, end + 1, end)), text)


def test_edits_are_put_in_wherever_they_stand_in_the_list() -> None:
    edits = [edit(6, 6, "!"), edit(0, 1, "J"), edit(3, 5, "")]

    assert apply_edits("jour né", edits) == "Jouné!"[:3] + "n!é"


def test_offsets_count_code_points_not_bytes() -> None:
    assert apply_edits("🙂价é|x", [edit(3, 4, "-")]) == "🙂价é-x"


def test_insertions_at_one_place_keep_their_order_and_stand_before_what_is_replaced() -> None:
    edits = [edit(1, 2, "C"), edit(1, 1, "a"), edit(1, 1, "b")]

    assert apply_edits("xyz", edits) == "xabCz"


def test_two_edits_of_one_stretch_are_refused() -> None:
    with pytest.raises(OverlapError, match="offset 1"):
        apply_edits("xyz", [edit(0, 2, ""), edit(1, 3, "")])


def test_an_edit_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="leaves a text of 3"):
        apply_edits("xyz", [edit(2, 5, "")])


def test_bytes_keep_their_mark_and_line_ends() -> None:
    source = b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"

    assert edit_bytes(source, [edit(3, 4, "7")]) == b"\xef\xbb\xbfa: 7\r\nb: 2\r\n"


def test_a_sign_that_is_read_as_a_blank_stays_in_the_file() -> None:
    source = "a: x\u2028y\nb: 2\n".encode()

    assert edit_bytes(source, [edit(10, 11, "3")]) == "a: x\u2028y\nb: 3\n".encode()


def test_what_is_no_utf8_is_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        edit_bytes(b"a: \xff", [edit(0, 1, "b")])


@pytest.mark.parametrize(
    ("text", "end"),
    [("", "\n"), ("a", "\n"), ("a\nb\n", "\n"), ("a\r\nb\r\n", "\r\n"), ("a\r\nb\nc\n", "\n")],
)
def test_the_line_end_is_that_of_most_lines(text: str, end: str) -> None:
    assert line_end(text) == end


@pytest.mark.parametrize(
    ("one", "other", "goes"),
    [
        (edit(0, 2, ""), edit(2, 3, ""), True),
        (edit(0, 2, ""), edit(1, 3, ""), False),
        (edit(1, 1, "a"), edit(1, 1, "b"), False),
        (edit(1, 1, "a"), edit(1, 1, "b", "b.yaml"), True),
        (edit(2, 2, "a"), edit(0, 4, ""), False),
    ],
)
def test_edits_go_together_where_their_order_makes_no_difference(one, other, goes) -> None:
    for pair in ([one, other], [other, one]):
        taken = Taken()

        assert [taken.take([each]) for each in pair] == [True, goes]
        assert Taken().take(pair) is goes


def test_edits_are_taken_all_or_none() -> None:
    taken = Taken()
    taken.take([edit(2, 3, "")])

    assert not taken.take([edit(0, 1, ""), edit(2, 4, "")])
    assert taken.take([edit(0, 1, "")])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3))))
def test_what_is_taken_can_be_put_in(wanted: list[tuple[int, int]]) -> None:
    taken = Taken()

    kept = [each for each in (edit(at, at + length, "x") for at, length in wanted)
            if taken.take([each])]  # fmt: skip

    assert apply_edits("0123456789abc", kept) == apply_edits("0123456789abc", kept[::-1])


def test_edits_are_sorted_by_file() -> None:
    one, two, three = edit(0, 0, "1", "b"), edit(0, 0, "2", "a"), edit(1, 1, "3", "b")

    assert list(by_path([one, two, three])) == [("a", [two]), ("b", [one, three])]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.text(max_size=3))))
def test_what_no_edit_covers_stays(text: str, wanted: list[tuple[int, str]]) -> None:
    edits = [edit(at, at, added) for at, added in wanted if at <= len(text)]

    after = apply_edits(text, edits)

    assert len(after) == len(text) + sum(len(each.text) for each in edits)
    left = iter(after)
    assert all(sign in left for sign in text)
