"""Of a large workspace only what has to do with the maps asked for is read, and nothing is lost by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.sheet.arrange import arrange
from cjm.workspace.files import DiskFiles, MemoryFiles
from cjm.workspace.load import Loaded, load
from cjm.workspace.related import load_surveyed
from cjm.workspace.survey import survey

EXAMPLES = DiskFiles(Path(__file__).parents[2] / "examples")
MAPS = sorted({map.path for _, map in load(EXAMPLES, ["."]).maps})
HEAD = "cjm: journey/1\ntitle: Buys bread\nstages: [{name: Shop, feeling: 1}]\n"
FILES = {
    "cjm.yaml": "cjm: workspace/1\n",
    "a.journey.yaml": HEAD,
    "b.journey.yaml": HEAD + "baseline: a\n",
    "c.journey.yaml": HEAD + "parent: b\n",
    "d.journey.yaml": HEAD,
    "e.journey.yaml": HEAD + "id: d\n",
    "ann.persona.yaml": "cjm: persona/1\nname: Ann\n",
}


def load_related(files: DiskFiles | MemoryFiles, path: str) -> Loaded:
    return load_surveyed(files, survey(files, [path]))


def read(files: dict[str, str], path: str) -> set[str]:
    loaded = load_related(MemoryFiles(files), path)
    return {document.path for each in loaded.workspaces for document in each.documents}


@pytest.mark.parametrize("path", MAPS)
def test_a_map_of_the_examples_is_drawn_as_if_all_were_read(path):
    def sheets(loaded: Loaded) -> list[object]:
        return [arrange(map, workspace, language=map.language) for workspace, map in loaded.maps]

    assert sheets(load_related(EXAMPLES, path)) == sheets(load(EXAMPLES, [path]))


@pytest.mark.parametrize(
    ("asked", "with_it"),
    [("a", "abc"), ("b", "abc"), ("c", "abc"), ("d", "de"), ("e", "de")],
)
def test_maps_that_name_each_other_or_share_an_id_are_read_together(asked, with_it):
    expected = {f"{name}.journey.yaml" for name in with_it}

    assert read(FILES, f"{asked}.journey.yaml") == {"cjm.yaml", "ann.persona.yaml", *expected}


def test_where_a_link_leads_to_nothing_known_all_is_read():
    files = {**FILES, "f.journey.yaml": HEAD + "parent: somewhere\n"}

    assert read(files, "d.journey.yaml") == set(files)


def test_a_library_that_holds_a_map_makes_all_be_read():
    files = {**FILES, "x.library.yaml": HEAD + "baseline: a\n"}

    assert read(files, "d.journey.yaml") == set(files)


def test_a_folder_is_read_whole():
    assert read(FILES, ".") == set(FILES)
