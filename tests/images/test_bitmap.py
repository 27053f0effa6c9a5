"""A picture leaves as a new JPEG: small, bare, and the same bytes each time."""

from __future__ import annotations

import base64
import io
import subprocess
import sys

import pytest
from PIL import Image

from cjm.images import Bitmap, read_image
from tests.images.pictures import drawing, encoded, noise


def decoded(href: str) -> Image.Image:
    head, _, body = href.partition(",")
    assert head == "data:image/jpeg;base64"
    image = Image.open(io.BytesIO(base64.b64decode(body)))
    image.load()
    return image


def bitmap(image: Image.Image, kind: str = "PNG") -> Bitmap:
    return read_image(encoded(image, kind))


def test_it_has_two_pixels_for_each_px_that_it_is_drawn_in() -> None:
    found = decoded(bitmap(drawing(600, 400)).href(120, 80))

    assert found.size == (240, 160)


def test_it_is_never_enlarged() -> None:
    found = decoded(bitmap(drawing(60, 40)).href(120, 80))

    assert found.size == (60, 40)


@pytest.mark.parametrize(("width", "height"), [(600, 200), (200, 600), (300, 300)])
def test_what_does_not_fit_a_square_is_cut_off(width: int, height: int) -> None:
    found = decoded(bitmap(noise(width, height)).href(40, 40))

    assert found.size == (80, 80)


def test_more_of_the_foot_than_of_the_head_is_cut_off() -> None:
    tall = Image.new("RGB", (100, 200), "#ffffff")
    tall.paste("#000000", (0, 0, 100, 40))

    found = decoded(bitmap(tall).href(50, 50)).convert("L")

    assert found.getpixel((50, 4)) < 60
    assert found.getpixel((50, 20)) > 200


def test_it_carries_nothing_but_pixels() -> None:
    exif = Image.Exif()
    exif[0x013B] = "SECRET"
    source = encoded(noise(), "JPEG", exif=exif, comment=b"SECRET")

    found = decoded(read_image(source).href(60, 45))

    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not found.getexif()


def test_a_drawing_keeps_its_edges() -> None:
    """Flat art is stored finely: a pixel beside an edge is near its colour."""
    found = decoded(bitmap(drawing(240, 160)).href(120, 80)).convert("RGB")

    assert all(abs(one - other) < 24 for one, other in zip(
        found.getpixel((117, 80)), (255, 0, 0), strict=True))  # fmt: skip


def test_it_is_the_same_bytes_in_another_process() -> None:
    code = (
        "from tests.images.pictures import *; from cjm.images import read_image; "
        "print(read_image(encoded(noise(300, 200))).href(90, 60))"
    )

    there = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()

    assert there == bitmap(noise(300, 200)).href(90, 60)


def test_pillow_is_imported_only_where_there_is_a_picture() -> None:
    code = "import sys, cjm.images, cjm.sheet, cjm.layout, cjm.render.html; print('PIL' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"
