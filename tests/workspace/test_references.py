"""What the references of a journey lead to, and how often that is worked out."""

from __future__ import annotations

import pytest

from cjm.model.item import Item
from cjm.model.touchpoint import Touchpoint
from cjm.model.walk import items
from cjm.workspace import inline, references
from cjm.workspace.references import References
from cjm.workspace.workspace import Entry, Map
from tests.sheet.builders import map_of, references_of

MAP = """
title: T
library:
  touchpoints: {shop: {name: Shop, importance: 2}}
stages:
  - name: A
    touchpoints:
      - Plan page
      - {ref: shop, satisfaction: 1}
    steps:
      - {name: one, touchpoints: [{name: Plan page, importance: 5}, shop]}
      - {name: two, touchpoints: [{name: Plan page, importance: 1}, plan page]}
"""


def used(at: References) -> list[Touchpoint]:
    """Return the touchpoints of the stage, then those of its steps."""
    (stage,) = at.map.journey.stages
    places = (stage, *stage.steps)
    return [at.touchpoint(use).item for place in places for use in place.touchpoints]


def test_plain_words_are_the_first_item_of_that_name_that_says_more() -> None:
    _, found = references_of(MAP)

    assert [item.importance.value for item in used(found) if item.importance] == [5, 2, 5, 2, 1, 5]


def test_what_a_place_writes_beside_a_reference_is_of_that_place_alone() -> None:
    _, found = references_of(MAP)

    assert [item.satisfaction for item in used(found)] == [None, 1, None, None, None, None]


def test_an_item_knows_where_it_is_defined() -> None:
    _, found = references_of(MAP)

    places = {
        entry.route
        for _, use in items(found.map.journey, Touchpoint)
        if (entry := found.touchpoint(use).entry) is not None
    }

    assert places == {
        ("library", "touchpoints", "shop"),
        ("stages", 0, "steps", 0, "touchpoints", 0),
    }


def test_steps_insights_and_opportunities_are_found_by_name() -> None:
    _, found = references_of(
        "title: T\nstages:\n  - name: A\n    pains: {id: p, text: Too slow}\n    steps:\n"
        "      - {id: x, name: One, opportunities: {id: o, text: Be quick}}\n"
    )

    assert found.step("one") == ("stages", 0, "steps", 0)
    assert found.insight("too slow") == ("stages", 0, "pains", 0)
    assert found.opportunity("Be quick") == ("stages", 0, "steps", 0, "opportunities", 0)


def test_a_map_is_walked_through_once_however_often_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    map, workspace = map_of(MAP)
    walked: list[Map] = []

    def walk(map: Map, defined: object = None) -> dict[tuple[str, str], Entry[Item]]:
        walked.append(map)
        return inline.inline_items(map)

    monkeypatch.setattr(references, "inline_items", walk)

    for _ in range(3):
        used(workspace.references(map))

    assert walked == [map]


def test_references_of_a_map_that_is_not_the_workspace_s_are_not_kept() -> None:
    map, workspace = map_of(MAP)
    other, _ = map_of(MAP)

    assert workspace.references(map) is workspace.references(map)
    assert workspace.references(other) is not workspace.references(other)
