"""What every format of pictures promises."""

from __future__ import annotations

import pytest

from cjm.render.formats import FORMATS
from cjm.render.look import PLAIN
from cjm.render.mark import is_ours
from tests.render.maps import EVERYTHING, SKETCH
from tests.sheet.builders import sheet_of


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", [SKETCH, EVERYTHING])
def test_a_picture_is_known_as_ours(name: str, text: str) -> None:
    picture = FORMATS[name].render([sheet_of(text)], PLAIN)

    assert is_ours(picture), f"write MARK of cjm/render/mark.py near the start of each '{name}'"
