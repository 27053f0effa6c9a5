"""The curve's ways over alternative and optional steps."""

from __future__ import annotations

import pytest

from cjm.figures.paths import paths_through
from cjm.model.walk import columns
from tests.sheet.builders import references_of


def paths_of(*steps: str) -> tuple[tuple[int, ...], ...]:
    listed = "\n".join(f"      - {{{step}}}" for step in steps)
    map, references = references_of(f"title: T\nstages:\n  - name: S\n    steps:\n{listed}\n")
    return paths_through(columns(map.journey), references)


TABLE = {
    "steps without next follow each other": (
        ["name: a", "name: b", "name: c"],
        ((0, 1, 2),),
    ),
    "the larger share is the main path, the other joins after the last alternative": (
        [
            "name: a, next: [{to: b, share: 30}, {to: c, share: 70}]",
            "name: b",
            "name: c",
            "name: d",
        ],
        ((0, 2, 3), (0, 1, 3)),
    ),
    "an alternative may say where it leads": (
        ["name: a, next: [b, c]", "name: b, next: e", "name: c", "name: d", "name: e"],
        ((0, 1, 4), (0, 2, 3, 4)),
    ),
    "what leads to another target is optional and on the main path": (
        ["name: a, next: [b, c]", "name: b, next: c", "name: c"],
        ((0, 1, 2),),
    ),
    "ways back and ways out are passed over": (
        ["name: a", "name: b, next: [a, c, exit]", "name: c"],
        ((0, 1, 2),),
    ),
    "an alternative that another step follows leads to it, and so to the other: a skip": (
        ["name: a, next: [b, d]", "name: b", "name: c", "name: d", "name: e"],
        ((0, 1, 2, 3, 4),),
    ),
    "alternatives join before what is skipped to": (
        ["name: a, next: [b, c, e]", "name: b", "name: c", "name: d", "name: e"],
        ((0, 1, 3, 4), (0, 2, 3)),
    ),
    "a step that a loop leads back to is no alternative of the step that follows the loop": (
        ["name: a", "name: b", "name: c, next: [b, d]", "name: d", "name: e"],
        ((0, 1, 2, 3, 4),),
    ),
    "a step that loops to itself is no alternative of the next": (
        ["name: a", "name: b, next: [b, c]", "name: c", "name: d"],
        ((0, 1, 2, 3),),
    ),
    "a step that only a loop leads to goes on to the following one": (
        ["name: a, next: c", "name: b", "name: c, next: [b, d]", "name: d"],
        ((0, 2, 3), (1, 2)),
    ),
    "an alternative stays one where a loop leads back to it": (
        ["name: a, next: [b, c]", "name: b", "name: c", "name: d, next: [b, e]", "name: e"],
        ((0, 1, 3, 4), (0, 2, 3)),
    ),
    "what nobody leads to begins a path of its own": (
        ["name: a, next: end", "name: b", "name: c"],
        ((0,), (1, 2)),
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_ways(name: str) -> None:
    steps, expected = TABLE[name]

    assert paths_of(*steps) == expected


def test_a_persona_s_main_path_goes_over_the_steps_it_takes() -> None:
    map, references = references_of(
        "title: T\nstages:\n  - name: S\n    steps:\n"
        "      - {name: a, next: [{to: b, share: 90}, {to: c, share: 10}]}\n"
        "      - {name: b}\n      - {name: c}\n      - {name: d}\n"
    )

    paths = paths_through(columns(map.journey), references, {0, 2, 3})

    assert paths[0] == (0, 2, 3)
