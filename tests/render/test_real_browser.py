"""Diagrams that other people wrote are drawn without a text out of its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.render.formats import FORMATS
from cjm.sheet import arrange
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.render.test_html_browser import OVERFLOWING
from tests.render.test_svg_browser import check

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
INPUTS = Path(os.environ.get("CJM_REAL_INPUTS") or ROOT.parent / "shared" / "inputs")
DIAGRAMS = sorted(path.name for path in (INPUTS / "mermaid").glob("*.mmd"))
NO_INPUTS = "there are no real inputs; CJM_REAL_INPUTS names their folder"


@pytest.mark.skipif(not DIAGRAMS, reason=NO_INPUTS)
def test_every_diagram_with_a_task_is_drawn() -> None:
    loaded = load(DiskFiles(INPUTS), ["mermaid"])

    drawn = [
        FORMATS[name].render(arrange(map, workspace))
        for workspace, map in loaded.maps
        for name in ("svg", "html")
    ]

    assert len(loaded.maps) == len(DIAGRAMS)
    assert len(drawn) == 2 * len(DIAGRAMS)
    assert all(text.rstrip().endswith(">") for text in drawn)


@pytest.mark.browser
@pytest.mark.skipif(not DIAGRAMS, reason=NO_INPUTS)
def test_no_text_of_a_diagram_leaves_its_place_in_svg(page: Page) -> None:
    loaded = load(DiskFiles(INPUTS), ["mermaid"])

    for workspace, map in loaded.maps:
        check(page, arrange(map, workspace))


@pytest.mark.browser
@pytest.mark.skipif(not DIAGRAMS, reason=NO_INPUTS)
def test_no_text_of_a_diagram_leaves_its_cell_in_html(page: Page) -> None:
    loaded = load(DiskFiles(INPUTS), ["mermaid"])

    for workspace, map in loaded.maps:
        page.set_content(FORMATS["html"].render(arrange(map, workspace)))

        assert page.evaluate(OVERFLOWING) == [], map.path


@pytest.mark.browser
def test_the_check_of_cells_sees_what_overflows(page: Page) -> None:
    page.goto("about:blank")  # what was shown before forbids styles of its own
    page.set_content(
        "<table style='table-layout: fixed; width: 60px'><tr>"
        "<td><div style='overflow: hidden; white-space: nowrap'>far too long a text</div></td>"
        "</tr></table>"
    )

    assert [each[-1] for each in page.evaluate(OVERFLOWING)] == ["far too long a text"]
