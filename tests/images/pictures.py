"""Pictures for tests, made with Pillow."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw


def drawing(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Return flat art: the left half red, the right half blue."""
    image = Image.new("RGB", (width, height), "#ff0000")
    ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill="#0000ff")
    return image.convert(mode)


def noise(width: int = 120, height: int = 90) -> Image.Image:
    """Return what looks like a photograph to an encoder: the same each time, thousands of colours."""
    data = bytes((x * 7 + y * 13 + c * 31 + x * y) % 256
                 for y in range(height) for x in range(width) for c in range(3))  # fmt: skip
    return Image.frombytes("RGB", (width, height), data)


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """Return `image` as the bytes of a file."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
