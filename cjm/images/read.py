"""Reads a picture from the bytes of a file, which are not trusted: kind, size and pixels are checked.

The kind is told from the first bytes, and only four decoders are ever asked. The number of pixels is
read from the file's head and checked before a pixel is decoded. Whatever a decoder throws at broken
bytes becomes one exception.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from typing import TYPE_CHECKING

from cjm.images.bitmap import Bitmap

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

MOST_BYTES = 20 * 1024 * 1024
"""Size of a file."""

MOST_PIXELS = 50_000_000
"""Width times height; the largest cameras of phones make 48 million."""

MOST_SCANS = 200
"""Passes in which a JPEG is written; each costs as much time as a whole picture. Cameras write 1, the
web about 10."""

MOST_KEPT = (640, 1408)
"""Width and height in pixels beyond which no picture is drawn: twice the widest column, and what a
phone's screen is high in it."""

FEW_COLOURS = 256
"""A picture of no more colours is a drawing."""

_ORIENTATION = 0x0112
"""The tag of Exif that says how the camera was held."""

_SAVE, _SMALLER = "save it as PNG or JPEG", "make it smaller"


class UnusableImage(Exception):  # noqa: N818 - it names what the file is
    """A file that gives no picture.

    Attributes:
        cure: What to do about it; `str()` of the exception says what is wrong, "is …".
    """

    def __init__(self, what: str, cure: str = _SAVE) -> None:
        super().__init__(what)
        self.cure = cure


def read_image(data: bytes) -> Bitmap:
    """Return the picture that `data` holds: the first one of a GIF, upright, without metadata.

    Raises:
        UnusableImage: It is none, or too large, or broken.
    """
    if len(data) > MOST_BYTES:
        raise UnusableImage(f"is larger than {MOST_BYTES // 2**20} MB", _SMALLER)
    kind = _kind(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _decoded(data, kind)
    except UnusableImage:
        raise
    except MemoryError:
        raise UnusableImage("needs more memory than there is", _SMALLER) from None
    except Exception:
        # Decoders answer broken bytes with nearly every exception there is.
        raise UnusableImage(f"is a broken {kind}", "save it once more") from None


def _decoded(data: bytes, kind: str) -> Bitmap:
    from PIL import Image

    _import_decoder(kind)
    if kind == "JPEG" and data.count(b"\xff\xda") > MOST_SCANS:
        raise UnusableImage(f"is a JPEG of more than {MOST_SCANS} scans", "save it once more")
    too_many = UnusableImage(f"has more than {MOST_PIXELS // 10**6} million pixels", _SMALLER)
    try:
        opened = Image.open(io.BytesIO(data), formats=(kind,))
    except Image.DecompressionBombError:
        raise too_many from None  # Pillow has a limit of its own, which is higher
    with opened as image:
        if image.width * image.height > MOST_PIXELS:
            raise too_many
        turn = _turn(image)
        if kind == "JPEG":
            # Lets the decoder leave out detail that would be thrown away.
            image.draft("RGB", (2 * max(MOST_KEPT), 2 * max(MOST_KEPT)))
        image.load()
        pixels = _on_white(image)
    is_flat = kind != "JPEG" and pixels.getcolors(FEW_COLOURS) is not None
    if turn is not None:
        pixels = pixels.transpose(turn)
    pixels = _reduced(pixels)
    # A new image, so that nothing of what Pillow keeps beside the pixels goes along.
    bare = Image.frombytes("RGB", pixels.size, pixels.tobytes())
    digest = hashlib.sha256(data).hexdigest()
    return Bitmap(bare.width, bare.height, digest, is_flat, bare)


def _import_decoder(kind: str) -> None:
    """Make one decoder known; Pillow would ask all of its forty for those it does not know."""
    from importlib import import_module

    names = {"PNG": "Png", "JPEG": "Jpeg", "GIF": "Gif", "WEBP": "WebP"}
    import_module(f"PIL.{names[kind]}ImagePlugin")


def _turn(image: Image) -> Transpose | None:
    """Return how the picture has to be turned to stand upright."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }  # fmt: skip
    try:
        return turns.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        return None  # broken metadata is no reason to lose the picture


def _on_white(image: Image) -> Image:
    """Return the picture in RGB; what is transparent becomes white, which also serves in the dark."""
    from PIL import Image as Images

    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off and not scale
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        clear = image.convert("RGBA")
        ground = Images.new("RGBA", clear.size, "#ffffff")
        return Images.alpha_composite(ground, clear).convert("RGB")
    return image.convert("RGB")


def _reduced(image: Image) -> Image:
    """Return the picture small enough to be kept."""
    from PIL.Image import Resampling

    scale = min(1.0, MOST_KEPT[0] / image.width, MOST_KEPT[1] / image.height)
    if scale == 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Resampling.BICUBIC)


_HEADS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"),
)  # fmt: skip

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"), (b"BM", "a BMP picture"), (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"), (b"8BPS", "a Photoshop file"), (b"\0\0\x01\0", "an icon file"),
    (b"PK\x03\x04", "a packed file"), (b"version https://git-lfs", "a Git LFS pointer"),
)  # fmt: skip
"""What people name by mistake, told from its first bytes."""


def _kind(data: bytes) -> str:
    """Return the kind of a picture, as Pillow names it."""
    for head, kind in _HEADS:
        if data.startswith(head):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if not data.strip():
        raise UnusableImage("is empty")
    if data[4:8] == b"ftyp":
        name = "an AVIF picture" if data[8:11] == b"avi" else "a HEIC picture or a film"
        raise UnusableImage(f"is {name}")
    for head, name in _OTHERS:
        if data.startswith(head):
            lfs = head.startswith(b"version")
            raise UnusableImage(f"is {name}", "fetch it with 'git lfs pull'" if lfs else _SAVE)
    if b"<svg" in data[:2000]:
        raise UnusableImage("is an SVG drawing, which may hold more than a picture",
                            "export it as PNG")  # fmt: skip
    raise UnusableImage("is no PNG, JPEG, WebP or GIF picture")
