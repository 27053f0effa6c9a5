"""The frame of an SVG is that of the template, which whoever replaces templates starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.layout import lay_out
from cjm.layout.theme import Theme
from cjm.layout.themes import SHIPPED
from cjm.render.look import Look
from cjm.render.svg import scene_svg
from cjm.render.templating import Templates
from tests.render.maps import EVERYTHING, SKETCH
from tests.sheet.builders import sheet_of

HOSTILE = 'title: "<b> & \'Upgrade\' \\"now\\""\nstages: [{name: Learn, steps: [Compares]}]'


@pytest.mark.parametrize("theme", SHIPPED.values(), ids=SHIPPED)
@pytest.mark.parametrize("map", [SKETCH, EVERYTHING, HOSTILE], ids=["sketch", "all", "hostile"])
@pytest.mark.parametrize("language", ["en", ""])
def test_it_is_what_the_shipped_template_writes(
    theme: Theme, map: str, language: str, tmp_path: Path
) -> None:
    scene = lay_out(sheet_of(map), theme)._replace(language=language)

    ours = scene_svg(scene, Look(theme))

    assert ours == scene_svg(scene, Look(theme, templates=Templates(str(tmp_path))))
