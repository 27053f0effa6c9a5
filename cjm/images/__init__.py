"""Pictures that people put into maps: checked, made small, made safe; the one way to Pillow."""

from cjm.images.bitmap import Bitmap
from cjm.images.read import MOST_BYTES, UnusableImage, read_image

__all__ = ["MOST_BYTES", "Bitmap", "UnusableImage", "read_image"]
