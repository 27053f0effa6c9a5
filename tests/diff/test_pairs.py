"""Steps without ids are matched as a person matches them."""

from __future__ import annotations

import pytest

from cjm.diff.matches import match_maps
from cjm.diff.side import Side
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load

from .pairs import PAIRS, Couple, Pair, mermaid


def found(pair: Pair) -> set[Couple]:
    files = MemoryFiles(
        {"old.mmd": mermaid("As-is", pair.old), "new.mmd": mermaid("To-be", pair.new)}
    )
    loaded = load(files, ["old.mmd", "new.mmd"])
    old, new = (
        next(Side(map, workspace) for workspace, map in loaded.maps if map.path == path)
        for path in ("old.mmd", "new.mmd")
    )
    return {
        (str(old.item(each.old).name), str(new.item(each.new).name))
        for each in match_maps(old, new).steps.pairs
    }


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_nothing_is_matched_that_a_person_holds_apart(pair):
    assert found(pair) - set(pair.steps) - set(pair.doubtful) == set()


def test_of_what_a_person_matches_hardly_anything_is_missed():
    wanted = {(pair.name, *couple) for pair in PAIRS for couple in pair.steps}

    missed = wanted - {(pair.name, *couple) for pair in PAIRS for couple in found(pair)}

    assert len(missed) / len(wanted) <= 0.04, missed


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_matches_are_the_same_the_other_way_round(pair):
    turned = Pair(pair.name, pair.new, pair.old, ())

    assert found(turned) == {(new, old) for old, new in found(pair)}
