"""The order of keys knows every class of the format, at every depth."""

from __future__ import annotations

import pytest

from cjm.model.insight import Insight, Opportunity
from cjm.model.journey import Journey, Stage, Step
from cjm.model.key_order import key_order, keys_in_order
from cjm.model.library import LibraryFile
from cjm.model.persona import PersonaFile


@pytest.mark.parametrize("cls", [Journey, Stage, Step, Insight, Opportunity, PersonaFile])
def test_every_key_has_one_place(cls: type[Journey]) -> None:
    ordered = keys_in_order(cls)

    assert len(set(ordered)) == len(ordered)
    assert set(cls.keys()) <= set(ordered)


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ((), ("cjm", "id", "title")),
        (("stages",), ("id", "name")),
        (("stages", "steps"), ("id", "name")),
        (("stages", "steps", "pains"), ("id", "text")),
        (("stages", "steps", "feelings", "Li Na"), ("id", "level", "label")),
        (("stages", "steps", "touchpoints", "owner"), ("id", "department", "region", "person")),
        (("library", "metrics", "csat", "points"), ("id", "date", "value", "n")),
        (("scope",), ("id", "from", "to")),
    ],
)
def test_a_place_in_a_journey_has_the_order_of_what_stands_there(
    path: tuple[str, ...], first: tuple[str, ...]
) -> None:
    assert key_order(Journey)(path)[: len(first)] == first


@pytest.mark.parametrize(
    "path", [("title",), ("library", "touchpoints"), ("x-own",), ("x-own", "y"), ("nonsense",)]
)
def test_languages_ids_and_unknown_keys_stay_as_they_are(path: tuple[str, ...]) -> None:
    assert key_order(Journey)(path) == ()


def test_the_parts_of_a_map_come_last() -> None:
    assert keys_in_order(Journey)[-3:] == ("*", "library", "stages")
    assert keys_in_order(Stage)[-2:] == ("*", "steps")


def test_another_spelling_stands_beside_its_key() -> None:
    order = keys_in_order(Step)

    assert order.index("persona") == order.index("personas") + 1
    assert order.index("moment-of-truth") == order.index("moment_of_truth") + 1


def test_a_library_is_ordered_as_well() -> None:
    assert key_order(LibraryFile)(("evidence", "survey"))[:3] == ("id", "ref", "title")
