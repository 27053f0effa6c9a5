"""Pictures keep their shape, fit their column, and are never enlarged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.images import Bitmap, read_image
from cjm.images.bitmap import DENSITY
from cjm.images.read import MOST_KEPT
from cjm.layout import lay_out
from cjm.layout.pictures import TALLEST, WIDEST, picture_size
from cjm.layout.scene import Image, Scene
from cjm.sheet.sheet import (
    Cell,
    Column,
    Header,
    Lane,
    Picture,
    Portrait,
    Sheet,
    StageSpan,
)
from tests.images.pictures import drawing, encoded

DESK = read_image(encoded(drawing(600, 400)))


def scene_with(*blocks: Picture, portraits: tuple[Portrait, ...] = ()) -> Scene:
    lanes = (Lane("storyboard", "Storyboard", rows=((Cell(0, 1, blocks),),)),) if blocks else ()
    return lay_out(
        Sheet("m", "en", Header("t", portraits=portraits), (StageSpan("s", 0, 1, 0),),
              (Column("a", 0),), lanes)
    )  # fmt: skip


def images_of(scene: Scene) -> list[Image]:
    return [shape for shape in scene.shapes if isinstance(shape, Image)]


@pytest.mark.parametrize(
    ("pixels", "room", "size"),
    [
        ((600, 400), 120, (120, 80)),  # as wide as the column
        ((60, 40), 120, (60, 40)),  # small ones stay small
        ((390, 844), 100, (100, 216.41)),  # the screen of a phone
        ((100, 1000), 100, (22, 220)),  # taller than a phone: narrower
        ((3000, 2000), 900, (320, 213.33)),  # a cell of a whole stage
    ],
)
def test_sizes(pixels: tuple[int, int], room: float, size: tuple[float, float]) -> None:
    assert picture_size(Bitmap(*pixels, digest=""), room) == size


@given(st.integers(1, 5000), st.integers(1, 5000), st.floats(60, 1600))
def test_no_picture_is_larger_than_its_room(width: int, height: int, room: float) -> None:
    wide, high = picture_size(Bitmap(width, height, digest=""), room)

    assert 0 < wide <= min(room, WIDEST) + 0.01
    assert 0 < high <= min(room, WIDEST) * TALLEST + 0.01


def test_several_pictures_stand_one_below_the_other() -> None:
    scene = scene_with(Picture("a", "A", "first", image=DESK), Picture("b", "B", image=DESK))

    first, second = images_of(scene)
    assert first.alt == "A"
    assert first.x == second.x
    assert first.y + first.height < second.y
    assert first.href.startswith("data:image/jpeg;base64,")


def test_a_picture_that_cannot_be_shown_leaves_its_words() -> None:
    scene = scene_with(Picture("gone.png", "A desk", "a caption"))

    texts = [getattr(shape, "text", "") for shape in scene.shapes]
    assert "A desk" in texts
    assert "a caption" in texts
    assert images_of(scene) == []


def test_a_photo_is_round_and_stands_for_the_initials() -> None:
    with_photo = Portrait("Li Na", "LN", "Commuter", photo=DESK, alt="A woman")

    (image,) = images_of(scene_with(portraits=(with_photo,)))

    assert image.width == image.height == 2 * image.radius
    assert image.alt == "A woman"


def test_a_photo_leaves_its_ring_to_be_seen() -> None:
    ringed = Portrait("Li Na", "LN", "Commuter", photo=DESK, line=1)
    plain = Portrait("Li Na", "LN", "Commuter", photo=DESK)

    (inner,), (whole,) = (images_of(scene_with(portraits=(each,))) for each in (ringed, plain))

    assert inner.width == whole.width - 6


def test_no_more_pixels_are_kept_than_the_largest_picture_needs() -> None:
    assert MOST_KEPT[0] == WIDEST * DENSITY
    assert round(WIDEST * TALLEST * DENSITY) == MOST_KEPT[1]
