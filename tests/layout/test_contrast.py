"""In every theme, all that a picture says can be read (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest

from cjm.layout import lay_out
from cjm.layout.contrast import contrast, is_dark, pairs
from cjm.layout.dark import DARK
from cjm.layout.flow import lay_out_flow
from cjm.layout.scene import Label
from cjm.layout.theme import LIGHT, Theme
from cjm.layout.themes import SHIPPED
from cjm.resources import folder
from cjm.sheet import arrange
from cjm.sheet.flow import arrange_flow
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from cjm.workspace.workspace import Map, Workspace
from tests.layout.grounds import inside, outline, weak_words, words_on
from tests.render.maps import EVERYTHING, SKETCH
from tests.sheet.builders import sheet_of

THEMES = pytest.mark.parametrize("theme", SHIPPED.values(), ids=SHIPPED)


@functools.cache
def examples() -> list[tuple[Workspace, Map]]:
    """Return all maps of the examples."""
    return list(load(DiskFiles(str(folder("examples"))), ["."]).maps)


@THEMES
@pytest.mark.parametrize("text", [SKETCH, EVERYTHING], ids=["sketch", "everything"])
def test_every_text_of_a_map_stands_out_from_what_is_behind_it(theme: Theme, text: str) -> None:
    scene = lay_out(sheet_of(text), theme)

    assert weak_words(scene, theme) == []


@THEMES
def test_so_does_every_text_of_the_examples_as_maps(theme: Theme) -> None:
    scenes = {map.path: lay_out(arrange(map, workspace), theme) for workspace, map in examples()}

    assert {
        path: weak for path, scene in scenes.items() if (weak := weak_words(scene, theme))
    } == {}
    assert len(scenes) > 4


@THEMES
def test_so_does_every_text_of_the_examples_as_flows(theme: Theme) -> None:
    scenes = {
        map.path: lay_out_flow(arrange_flow(map, workspace), theme) for workspace, map in examples()
    }

    assert {
        path: weak for path, scene in scenes.items() if (weak := weak_words(scene, theme))
    } == {}


@pytest.mark.parametrize(
    ("change", "text"),
    [({"quiet": "#9a9a9a"}, "severity"), ({"stage_ink": "#888888"}, "Notice"), ({"ink": "#777777"}, "")],
    ids=["quiet", "stage", "ink"],
)  # fmt: skip
def test_the_walk_over_a_scene_finds_pale_words(change: dict[str, str], text: str) -> None:
    theme = replace(LIGHT, **change)  # type: ignore[arg-type]

    found = weak_words(lay_out(sheet_of(EVERYTHING), theme), theme)

    assert any(text in weak.text for weak in found)


def test_the_walk_sees_stages_notes_and_the_sheet_behind_words() -> None:
    scene = lay_out(sheet_of(EVERYTHING), LIGHT)

    grounds = {each for _, found in words_on(scene, LIGHT) for each in found}

    assert {LIGHT.sheet, LIGHT.stages[0], LIGHT.tints[0], LIGHT.note("pain").ground} <= grounds
    assert sum(isinstance(shape, Label) for shape in scene.shapes) > 50


@THEMES
def test_all_pairs_that_a_theme_is_used_in_can_be_seen(theme: Theme) -> None:
    assert [pair for pair in pairs(theme) if pair.is_weak] == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"quiet": "#999999"}, "quiet"),
        ({"stages": ("#fa9f42",)}, "stage-ink"),
        ({"levels": ("#ffdddd",) * 5}, "levels 1"),
        ({"moment": "#f6e7bd"}, "moment"),
        ({"card": "#333333"}, "ink"),
    ],
)
def test_a_weak_pair_is_found(change: dict[str, object], what: str) -> None:
    weak = [pair for pair in pairs(replace(LIGHT, **change)) if pair.is_weak]  # type: ignore[arg-type]

    assert what in {pair.what for pair in weak}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#3d5a98", "#3d5a98") == 1


def test_dark_is_told_from_light() -> None:
    assert is_dark(DARK.page)
    assert not is_dark(LIGHT.page)


def test_a_chevron_holds_what_stands_in_it() -> None:
    chevron = outline("M 0 0 H 100 L 114 20 100 40 H 0 L 14 20 Z")

    assert inside((50, 20), chevron)
    assert not inside((5, 20), chevron)
