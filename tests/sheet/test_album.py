"""A sheet holds the pictures that its map and personas name, and says which give none."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cjm.images import Bitmap
from cjm.sheet import Sheet, arrange
from cjm.sheet.album import MOST
from cjm.sheet.sheet import Picture
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load
from tests.images.pictures import drawing, encoded

PNG = encoded(drawing())


def sheet_with(files: dict[str, str | bytes], shown: str = "j/a.journey.yaml") -> Sheet:
    texts = {path: dedent(text) if isinstance(text, str) else text for path, text in files.items()}
    loaded = load(MemoryFiles({"cjm.yaml": "cjm: workspace/1\n", **texts}), ["."])
    workspace, map = next((w, m) for w, m in loaded.maps if m.path == shown)
    return arrange(map, workspace)


def pictures_of(sheet: Sheet) -> list[Picture]:
    return [block for lane in sheet.lanes for cell in lane.cells for block in cell.blocks
            if isinstance(block, Picture)]  # fmt: skip


STORY = """
    title: t
    language: en
    stages: [{name: s, steps: [{name: a, storyboard: %s}]}]
"""


def test_a_storyboard_holds_its_pictures() -> None:
    story = STORY % "[{image: desk.png, alt: A desk, caption: {zh: 柜台}}, ../pics/b.png]"

    sheet = sheet_with({"j/a.journey.yaml": story, "j/desk.png": PNG, "pics/b.png": PNG})

    first, second = pictures_of(sheet)
    assert isinstance(first.image, Bitmap)
    assert (first.alt, first.caption, first.caption_language) == ("A desk", "柜台", "zh")
    assert isinstance(second.image, Bitmap)
    assert sheet.notes == ()


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (b"<svg/>", "the picture 'desk.png' is an SVG drawing, which may hold more than a picture; "
         "export it as PNG"),
        (PNG[:80], "the picture 'desk.png' is a broken PNG; save it once more"),
    ],
)  # fmt: skip
def test_a_file_that_gives_no_picture_is_noted_once(data: bytes, note: str) -> None:
    story = STORY % "[{image: desk.png, alt: A desk}, {image: desk.png, alt: A desk}]"

    sheet = sheet_with({"j/a.journey.yaml": story, "j/desk.png": data})

    assert [picture.image for picture in pictures_of(sheet)] == [None, None]
    assert sheet.notes == (note,)


@pytest.mark.parametrize("path", ["gone.png", "../../out.png"])
def test_what_a_lint_rule_says_is_not_noted_again(path: str) -> None:
    sheet = sheet_with({"j/a.journey.yaml": STORY % f"{{image: {path}, alt: A desk}}"})

    assert [picture.image for picture in pictures_of(sheet)] == [None]
    assert sheet.notes == ()


def test_one_picture_a_thousand_times_does_not_swell_a_map() -> None:
    story = STORY % ("[" + "{image: desk.png}," * (MOST + 5) + "]")

    sheet = sheet_with({"j/a.journey.yaml": story, "j/desk.png": PNG})

    assert sum(picture.image is not None for picture in pictures_of(sheet)) == MOST
    assert sheet.notes == (f"only the first {MOST} pictures are drawn; leave some out",)


def test_a_photo_is_relative_to_the_file_of_its_persona() -> None:
    sheet = sheet_with({
        "j/a.journey.yaml": "title: t\npersona: li-na\nstages: [{name: s}]\n",
        "personas/li-na.persona.yaml": "name: Li Na\nphoto: pics/li.png\nalt: A woman\n",
        "personas/pics/li.png": PNG,
    })  # fmt: skip

    portrait = sheet.header.portraits[0]
    assert isinstance(portrait.photo, Bitmap)
    assert portrait.alt == "A woman"


def test_a_photo_that_a_map_puts_in_place_is_relative_to_the_map() -> None:
    sheet = sheet_with({
        "j/a.journey.yaml": "title: t\npersona: {ref: li-na, photo: own.png}\nstages: [{name: s}]\n",
        "personas/li-na.persona.yaml": "name: Li Na\nphoto: pics/li.png\n",
        "j/own.png": PNG,
    })  # fmt: skip

    assert isinstance(sheet.header.portraits[0].photo, Bitmap)


def test_a_stage_taken_from_the_baseline_has_the_pictures_of_its_file() -> None:
    sheet = sheet_with({
        "old/base.journey.yaml": """
            title: old
            id: base
            stages: [{id: s, name: s, steps: [{name: a, storyboard: desk.png}]}]
        """,
        "old/desk.png": PNG,
        "j/a.journey.yaml": """
            title: new
            state: future
            baseline: base
            stages: [{id: s, same: true}, {name: t}]
        """,
    })  # fmt: skip

    assert [picture.image is not None for picture in pictures_of(sheet)] == [True]
