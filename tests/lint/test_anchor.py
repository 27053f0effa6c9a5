from __future__ import annotations

import pytest

from cjm.findings import Route
from cjm.lint.anchor import LONGEST, anchor
from cjm.source import parse

MAP = """\
title: T
persona: Li Na
stages:
  - id: learn
    name: Learns
    steps:
      - name: Compares plans
        pains: Nothing fits
      - ref: upgrade/1
      - feeling: 1
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ((), ""),
        (("title",), "title"),
        (("stages", 0, "name"), "stages/learn/name"),
        (("stages", 0, "steps", 0), "stages/learn/steps/compares-plans"),
        (("stages", 0, "steps", 0, "pains", 0), "stages/learn/steps/compares-plans/pains/nothing-fits"),
        (("stages", 0, "steps", 1, "name"), "stages/learn/steps/upgrade~11/name"),
        (("stages", 0, "steps", 2), "stages/learn/steps/#2"),
        (("stages", 7, "steps", 0), "stages/#7/steps/#0"),
        (("personas", 0, "name"), "personas/li-na/name"),
        (("title", "en", 3), "title/en/#3"),
    ],
)  # fmt: skip
def test_ids_and_names_stand_for_indexes(route: Route, place: str) -> None:
    document = parse(MAP.encode(), "a.journey.yaml")

    assert anchor(document, route) == place


def test_ids_that_are_known_come_first() -> None:
    document = parse(MAP.encode(), "a.journey.yaml")

    found = anchor(document, ("stages", 0, "steps", 2), {("stages", 0, "steps", 2): "pays"})

    assert found == "stages/learn/steps/pays"


def test_a_long_place_is_cut_and_still_its_own() -> None:
    document = parse(b"title: T", "a.journey.yaml")

    one, two = (anchor(document, ("x" * 5_000 + end,)) for end in "ab")

    assert len(one) == len(two) == LONGEST
    assert one != two


def test_a_file_that_could_not_be_read_has_places_too() -> None:
    document = parse(b"title: [", "a.journey.yaml")

    assert anchor(document, ("stages", 0)) == "stages/#0"
