"""Which maps are read together with the one that is open."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from cjm.lsp.neighbours import WHOLE, Neighbours
from cjm.workspace.files import MemoryFiles


def neighbours(texts: dict[str, str], *, among: int = WHOLE) -> Neighbours:
    """Return the neighbours of `texts` and as many other maps as make a large workspace."""
    others = {f"other-{number}.journey.yaml": f"id: other-{number}\n" for number in range(among)}
    files = {**texts, **others}
    return Neighbours(MemoryFiles(files), tuple(files))


CHAIN = {
    "now.journey.yaml": "id: now\n",
    "next.journey.yaml": "baseline: now\n",
    "Later.journey.yaml": "baseline: next.journey.yaml\n",
    "alone.journey.yaml": "id: alone\n",
}


@pytest.mark.parametrize("path", ["now.journey.yaml", "next.journey.yaml", "Later.journey.yaml"])
def test_maps_that_name_each_other_are_known_together(path: str) -> None:
    found = neighbours(CHAIN).of(path)

    assert found == {"now.journey.yaml", "next.journey.yaml", "Later.journey.yaml"}


def test_a_map_that_nobody_names_is_known_alone() -> None:
    assert neighbours(CHAIN).of("alone.journey.yaml") == {"alone.journey.yaml"}


def test_maps_with_one_id_are_known_together() -> None:
    texts = {"a.journey.yaml": "id: Same\n", "b.journey.yaml": "id: same\n"}

    assert neighbours(texts).of("a.journey.yaml") == set(texts)


def test_a_small_workspace_is_looked_through_for_what_is_not_there() -> None:
    texts = {"a.journey.yaml": "baseline: nowt\n", "now.journey.yaml": "id: now\n"}

    assert neighbours(texts, among=0).of("a.journey.yaml") == set(texts)
    assert neighbours(texts).of("a.journey.yaml") == {"a.journey.yaml"}


def test_a_map_that_hides_what_it_names_is_known_with_every_other() -> None:
    texts = {"a.journey.yaml": "id: a\n", "b.journey.yaml": '"b\\u0061seline": a\n'}

    assert neighbours(texts).of("a.journey.yaml") == set(texts)


def test_what_is_typed_is_seen_at_once() -> None:
    found = neighbours(CHAIN)
    found.of("alone.journey.yaml")
    files = found.files
    assert isinstance(files, MemoryFiles)

    files.texts["alone.journey.yaml"] = "parent: Later.journey.yaml\n"
    found.forget("alone.journey.yaml")

    assert "Later.journey.yaml" in found.of("alone.journey.yaml")
