"""The linter's one walk through a map finds what others walk through it for."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.lint.index import index_of
from cjm.workspace.files import DiskFiles
from cjm.workspace.inline import inline_items
from cjm.workspace.load import gather
from cjm.workspace.survey import survey

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", sorted(each.name for each in EXAMPLES.iterdir() if each.is_dir()))
def test_what_a_map_defines_where_it_is_used_is_the_same_as_from_a_walk_of_its_own(name):
    files = DiskFiles(str(EXAMPLES / name))
    maps = [each for found in survey(files, ["."]) for each in gather(files, found).maps]

    found = [inline_items(each, index_of([((), each.journey)]).defined()) for each in maps]

    assert found == [inline_items(each) for each in maps]
