from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cjm.rulebook.baseline import MOST, Baseline, BrokenBaselineError, Entry, read_baseline

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "baseline.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)

HERE = Entry("a.journey.yaml", "some-rule", "a#stages/learn")
TEXT = st.text(max_size=12).filter(lambda text: text.encode("utf-8", "ignore").decode() == text)
BASELINES = st.builds(
    Baseline, st.dictionaries(st.builds(Entry, TEXT, TEXT, TEXT), st.integers(1, 9), max_size=6)
)


@given(BASELINES)
def test_what_is_written_is_what_is_read(baseline: Baseline) -> None:
    text = baseline.text()

    assert read_baseline(text.encode()) == baseline
    assert text.isascii()
    VALIDATOR.validate(json.loads(text))


def test_keys_are_sorted_so_that_a_merge_touches_only_what_changed() -> None:
    one = Baseline({HERE: 1, Entry("0.yaml", "z", ""): 2})
    other = Baseline(dict(reversed(one.counts.items())))

    assert one.text() == other.text()
    assert one.text().index("0.yaml") < one.text().index("a.journey.yaml")


def test_what_is_known_is_used_up() -> None:
    matcher = Baseline({HERE: 2}).matcher()

    assert [matcher.knows(HERE) for _ in range(3)] == [True, True, False]
    assert not matcher.knows(Entry("a.journey.yaml", "some-rule", "a#stages/buy"))
    assert matcher.left() == {}


def test_a_file_that_moved_holds_the_same_journey() -> None:
    matcher = Baseline({HERE: 1}).matcher()

    assert matcher.knows(Entry("deep/b.journey.yaml", "some-rule", "a#stages/learn"))
    assert not matcher.knows(HERE)


def test_a_place_of_no_journey_belongs_to_its_file() -> None:
    matcher = Baseline({Entry("cjm.yaml", "some-rule", "lint"): 1}).matcher()

    assert not matcher.knows(Entry("other/cjm.yaml", "some-rule", "lint"))


def test_a_count_that_grew_is_new() -> None:
    matcher = Baseline({HERE: 3}).matcher()

    assert not matcher.knows(HERE, 4)
    assert matcher.knows(HERE, 2)
    assert matcher.left() == {HERE: 1}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "not valid JSON"),
        (b'{"cjm": "baseline", "version": 1, "fil', r"not valid JSON \(line 1\)"),
        (b"\xff\xfe\x00", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"cjm": "baseline", "version": ' + b"9" * 5_000 + b"}", "not valid JSON"),
        (b"[]", "does not begin"),
        (b'{"version": 1}', "does not begin"),
        (b'{"cjm": "baseline"}', "does not know the version it gives"),
        (b'{"cjm": "baseline", "version": true}', "does not know the version"),
        (b'{"cjm": "baseline", "version": 2}', "does not know the version 2"),
        (b'{"cjm": "baseline", "version": 1}', "expected an object under 'files'"),
        (b'{"cjm": "baseline", "version": 1, "files": {"a": 1}}', "object under 'a'"),
        (b'{"cjm": "baseline", "version": 1, "files": {"a": {"r": {"p": 0}}}}', "'r' of 'a'"),
        (b'{"cjm": "baseline", "version": 1, "files": {"a": {"r": {"p": 1.5}}}}', "'r' of 'a'"),
        (b'{"cjm": "baseline", "version": 1, "files": {"a": {"r": {"p": NaN}}}}', "'r' of 'a'"),
        (b" " * (MOST + 1), "larger than 10 MB"),
    ],
)
def test_a_broken_file_is_refused_with_a_reason(source: bytes, reason: str) -> None:
    with pytest.raises(BrokenBaselineError, match=reason):
        read_baseline(source)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(source: bytes) -> None:
    # A flood of bytes that happens to hold a baseline would be a wonder, and no mistake.
    with pytest.raises(BrokenBaselineError) as told:
        read_baseline(source)

    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "change",
    [{"version": 2}, {"cjm": "journey"}, {"files": {"a": {"r": {"p": 0}}}}, {"more": 1}],
)
def test_the_schema_refuses_what_is_none(change: dict[str, object]) -> None:
    document = json.loads(Baseline({HERE: 1}).text()) | change

    assert not VALIDATOR.is_valid(document)
