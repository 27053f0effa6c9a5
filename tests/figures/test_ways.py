"""Every way on from every step, and how many customers go it."""

from __future__ import annotations

import pytest

from cjm.figures.ways import Way, passing, ways_of
from cjm.model.walk import columns
from tests.sheet.builders import references_of


def ways(*steps: str) -> tuple[Way, ...]:
    listed = "\n".join(f"      - {{{step}}}" for step in steps)
    map, references = references_of(f"title: T\nstages:\n  - name: S\n    steps:\n{listed}\n")
    return ways_of(columns(map.journey), references)


def told(*steps: str) -> list[tuple[int, int | None, str]]:
    return [(way.start, way.end, way.kind) for way in ways(*steps)]


TABLE = {
    "steps without next follow each other, and the last ends": (
        ["name: a", "name: b"],
        [(0, 1, "step"), (1, None, "end")],
    ),
    "an alternative without next leads to the first step after the last alternative": (
        ["name: a, next: [b, c]", "name: b", "name: c", "name: d"],
        [(0, 1, "step"), (0, 2, "step"), (1, 3, "step"), (2, 3, "step"), (3, None, "end")],
    ),
    "ways back, out and to the goal are ways": (
        ["name: a", "name: b, next: [a, exit, end]"],
        [(0, 1, "step"), (1, 0, "step"), (1, None, "exit"), (1, None, "end")],
    ),
    "a step that a loop leads back to goes on to the following one": (
        ["name: a", "name: b", "name: c, next: [b, d]", "name: d", "name: e"],
        [
            (0, 1, "step"),
            (1, 2, "step"),
            (2, 1, "step"),
            (2, 3, "step"),
            (3, 4, "step"),
            (4, None, "end"),
        ],
    ),
    "a stage stands for its first step": (
        ["name: a, next: S", "name: b"],
        [(0, 0, "step"), (1, None, "end")],
    ),
    "a next to nothing known is no way": (
        ["name: a, next: nowhere", "name: b"],
        [(1, None, "end")],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_ways(name: str) -> None:
    steps, expected = TABLE[name]

    assert told(*steps) == expected


def test_shares_multiply_along_a_path() -> None:
    found = ways(
        "name: a, next: [{to: b, share: 50}, {to: exit, share: 50}]",
        "name: b, next: [{to: c, share: 40}, {to: exit, share: 60}]",
        "name: c",
    )

    going = passing(found, 3)

    assert going is not None
    assert going.ways == pytest.approx((50, 50, 20, 30, 20))
    assert going.is_known


def test_who_goes_round_is_counted_each_time_and_leaves_in_the_end() -> None:
    found = ways(
        "name: a, next: [{to: b, share: 50}, {to: end, share: 50}]",
        "name: b, next: [{to: a, share: 100}]",
    )

    going = passing(found, 2)

    assert going is not None
    assert going.ways == pytest.approx((100, 100, 100), abs=1e-3)


def test_a_share_that_is_not_written_is_what_the_others_leave() -> None:
    found = ways("name: a, next: [{to: b, share: 70}, {to: exit}]", "name: b")

    going = passing(found, 2)

    assert going is not None
    assert going.ways == pytest.approx((70, 30, 70))
    assert not going.is_known


@pytest.mark.parametrize(
    "steps",
    [
        ["name: a, next: [b, exit]", "name: b"],
        ["name: a, next: [{to: b, share: 100}]", "name: b, next: a"],
    ],
    ids=["no share is written", "customers go round without end"],
)
def test_nothing_is_said_of_how_many_where_nothing_can_be(steps: list[str]) -> None:
    assert passing(ways(*steps), 2) is None
