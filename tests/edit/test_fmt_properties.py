"""Whatever a map holds and however it is written: laid out, it is the same map."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cjm.edit.fmt import TOPS, format_file
from cjm.edit.fmt_check import RefusedError
from cjm.model.journey import Journey
from cjm.model.key_order import key_order
from cjm.model.read import read
from cjm.source import parse
from cjm.source import read_nodes as reader
from cjm.source.layout import lay_out
from cjm.source.read_nodes import read_nodes
from cjm.source.writer import write_yaml
from tests.edit.odd_layouts import odd_text, spelt
from tests.model.strategies import items
from tests.source.test_writer import keys, typed, values


@settings(max_examples=80, deadline=None)
@given(st.data(), st.integers(0, 2**32))
@pytest.mark.parametrize("kind", sorted(TOPS))
def test_a_file_written_in_any_way_stays_the_same_file(
    kind: str, data: st.DataObject, seed: int
) -> None:
    """The model, the comments, and the layout at a second time."""
    text = odd_text(spelt(data.draw(items(TOPS[kind], 4))), seed)
    before = parse(text, "a")
    assume(not before.problems)

    done = format_file("a", text.encode(), kind).content.decode()

    after = parse(done, "a")
    models = [read(TOPS[kind], each.data, noun=kind).item for each in (before, after)]
    assert models[0] == models[1]
    assert typed_keys(before.data) == typed_keys(after.data)
    assert sorted(read_nodes(done).comments) == sorted(read_nodes(text).comments)
    assert done.count("#") == text.count("#")
    assert format_file("a", done.encode(), kind).content.decode() == done


def typed_keys(value: Any) -> Any:
    """Return data that is equal where it is, whichever way keys and choices are spelt."""
    if isinstance(value, dict):
        return {key.replace("-", "_"): typed_keys(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed_keys(inner) for inner in value]
    return str(value).lower().replace("_", "-")


@settings(max_examples=150, deadline=None)
@given(items(Journey, 4))
def test_what_cjm_writes_is_laid_out_already(journey: dict[str, Any]) -> None:
    written = write_yaml(spelt(journey), order=key_order(Journey))
    assume("blueprint" not in written.lower())  # whose rows have an order of their own

    done = format_file("a", written.encode(), "journey").content.decode()

    # Keys and choices may have been spelt anew; written once more, it is what was laid out.
    assert write_yaml(parse(done, "a").data, order=key_order(Journey)) == done


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(keys.filter(bool), values, min_size=1, max_size=4))
def test_data_of_no_known_shape_is_laid_out_as_it_is_written(data: dict[str, Any]) -> None:
    hidden = {f"x-{number}": data for number in range(2)}
    written = write_yaml(hidden)

    done = format_file("a", written.encode(), "journey").content.decode()

    assert done == written
    assert typed(parse(done, "a").data) == typed(hidden)


@settings(max_examples=60, deadline=None)
@given(items(Journey, 4), st.integers(0, 2**32))
def test_both_parsers_give_one_layout(journey: dict[str, Any], seed: int) -> None:
    text = odd_text(spelt(journey), seed)
    assume("\t" not in text)  # which the pure parser does not take before a comment
    assume(not parse(text, "a").problems)

    sheets = [read_nodes(text)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "c_events", lambda text: None)
        sheets.append(read_nodes(text))

    assert lay_out(sheets[0]) == lay_out(sheets[1])
    assert sheets[0].comments == sheets[1].comments


PIECES = st.sampled_from(
    ["title", "stages", "- ", ": ", ":", "\n", "\n  ", "\n    ", "#", " # c", "{", "}", "[", "]",
     ", ", "|", ">-", "\"", "'", "&a ", "*a", "---\n", "...\n", "~", "name", "x-a", "id", "\t", "\r",
     "\ufeff", "中", "!", "%", "\\", "? ", "\u2028", "\x00"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(sorted(TOPS)))
def test_no_text_brings_it_down(text: str, kind: str) -> None:
    source = text.encode()

    try:
        done = format_file("a", source, kind)
    except RefusedError:
        return

    if done.problems:
        assert done.content == source
    else:
        assert format_file("a", done.content, kind).content == done.content
