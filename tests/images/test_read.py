"""A file becomes pixels or one exception: whatever it holds, whoever made it."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cjm.images import MOST_BYTES, UnusableImage, read_image
from cjm.images.read import MOST_KEPT
from tests.images.pictures import drawing, encoded, noise

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= 12 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_the_four_kinds_are_read(kind: str) -> None:
    image = read_image(encoded(drawing(), kind))

    assert (image.width, image.height) == (60, 40)
    assert image.pixels is not None
    assert near(image.pixels.getpixel((10, 20)), RED)
    assert near(image.pixels.getpixel((50, 20)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "RGB", "I;16"])
def test_every_mode_of_png_is_read(mode: str) -> None:
    grey = Image.new("I;16", (20, 10), 0x8080) if mode == "I;16" else drawing(20, 10, mode)

    image = read_image(encoded(grey))

    assert image.pixels is not None
    assert image.pixels.mode == "RGB"
    if mode == "I;16":
        assert near(image.pixels.getpixel((5, 5)), (128, 128, 128))


def test_cmyk_of_a_print_shop_is_read() -> None:
    image = read_image(encoded(drawing(mode="CMYK"), "JPEG"))

    assert image.pixels is not None
    assert near(image.pixels.getpixel((10, 20)), RED)


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (10, 10), (0, 0, 0, 0))

    image = read_image(encoded(clear))

    assert image.pixels is not None
    assert image.pixels.getpixel((5, 5)) == WHITE


def test_the_first_picture_of_a_gif_is_taken() -> None:
    red, blue = Image.new("RGB", (8, 8), RED), Image.new("RGB", (8, 8), BLUE)

    image = read_image(encoded(red, "GIF", save_all=True, append_images=[blue]))

    assert image.pixels is not None
    assert near(image.pixels.getpixel((4, 4)), RED)


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (5, 20)), (2, (55, 20)), (3, (55, 20)), (4, (5, 20)), (5, (20, 5)), (6, (20, 5)),
     (7, (20, 55)), (8, (20, 55))],
)  # fmt: skip
def test_a_picture_stands_as_the_camera_was_held(orientation: int, red_at: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation

    image = read_image(encoded(drawing(), "JPEG", exif=exif, quality=95))

    assert image.pixels is not None
    assert near(image.pixels.getpixel(red_at), RED)


def test_large_pictures_are_kept_small() -> None:
    image = read_image(encoded(drawing(3000, 1500)))

    assert (image.width, image.height) == (MOST_KEPT[0], MOST_KEPT[0] // 2)


def test_no_metadata_is_kept() -> None:
    exif = Image.Exif()
    exif[0x013B] = "A SECRET PERSON"
    data = encoded(noise(), "JPEG", exif=exif, comment=b"A SECRET PLACE", icc_profile=b"SECRET" * 9)
    assert b"SECRET" in data

    image = read_image(data)

    assert image.pixels is not None
    assert image.pixels.info == {}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"hello", "is no PNG, JPEG, WebP or GIF picture"),
        (b"<?xml version='1.0'?><svg/>", "is an SVG drawing"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\0\0\0\x18ftypheic\0\0", "is a HEIC picture"),
        (b"\0\0\0\x18ftypavif\0\0", "is an AVIF picture"),
        (b"version https://git-lfs.github.com/spec/v1\n", "is a Git LFS pointer"),
        (encoded(drawing())[:-30], "is a broken PNG"),
        (encoded(noise(), "JPEG")[:2000], "is a broken JPEG"),
        (encoded(drawing(), "WEBP")[:40], "is a broken WEBP"),
        (encoded(noise(), "GIF")[:1000], "is a broken GIF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * (MOST_BYTES), "is larger than 20 MB"),
    ],
)
def test_what_gives_no_picture_says_what_it_is_and_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(UnusableImage, match=said) as caught:
        read_image(data)

    assert caught.value.cure


@pytest.mark.parametrize("side", [8_000, 12_000, 100_000])
def test_a_bomb_of_pixels_is_refused_by_its_head(side: int) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")

    with pytest.raises(UnusableImage, match="more than 50 million pixels"):
        read_image(bomb)


def test_a_jpeg_of_endless_scans_is_refused_before_it_is_decoded() -> None:
    data = encoded(drawing(), "JPEG") + b"\xff\xda" * 201

    with pytest.raises(UnusableImage, match="more than 200 scans"):
        read_image(data)


FILES = [encoded(drawing(), "PNG"), encoded(noise(40, 30), "JPEG"), encoded(drawing(), "GIF"),
         encoded(drawing(), "WEBP")]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_broken_bytes_raise_nothing_else(file: bytes, data: st.DataObject) -> None:
    """Whatever bytes are changed or lost, there is a picture or `UnusableImage`."""
    broken = bytearray(file)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(file)))

    try:
        href = read_image(bytes(broken[:cut])).href(20, 20)
    except UnusableImage as error:
        href = str(error)

    assert href.startswith(("data:image/jpeg;base64,", "is ", "has "))
