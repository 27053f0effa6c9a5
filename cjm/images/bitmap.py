"""A picture as pixels, and how it gets into a file: always as a new JPEG of the size it is drawn in.

Only pixels survive: no metadata, profile, thumbnail or trailing bytes of the file that was read.

Why JPEG for all: the same pixels have to become the same bytes on every machine, or checked-in maps
would change with whoever draws them. PNG's bytes depend on the zlib that Pillow was built with (and
zlib-ng's on the processor); libjpeg-turbo works in whole numbers and is exact on all of them. For
the same reason pixels are resampled bicubically: Lanczos needs a sine, which machines round
differently. Flat art keeps its edges by a higher quality and colours in full resolution; in
photographs these have half of it, one for each px on the page. A new release of Pillow may still
change the bytes.
"""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DENSITY = 2.0
"""Pixels for each px that a picture is drawn in, at most."""

PHOTO, FLAT = (82, 2), (93, 0)
"""Quality of JPEG and how it thins out colours (2 for 4:2:0, 0 for 4:4:4): for photographs, and for
drawings of few colours."""


@dataclass(frozen=True)
class Bitmap:
    """A picture that was read and found harmless.

    Attributes:
        width: In pixels, as it is looked at.
        height: In pixels.
        digest: SHA-256 of the file it was read from; equal pictures are equal.
        is_flat: Whether it is drawn in few colours.
        pixels: RGB, upright.
    """

    width: int
    height: int
    digest: str
    is_flat: bool = False
    pixels: Image | None = field(default=None, compare=False, repr=False)
    _made: dict[tuple[int, int], str] = field(default_factory=dict, compare=False, repr=False)

    def href(self, width: float, height: float) -> str:
        """Return it as a `data:` URI, to be drawn in `width` × `height` px.

        What does not fit the shape of that box is cut off: left and right alike, and more of the
        foot than of the head, where faces are.
        """
        part_width, part_height = self._part(width / height)
        scale = min(1.0, DENSITY * width / part_width, DENSITY * height / part_height)
        size = max(1, round(part_width * scale)), max(1, round(part_height * scale))
        if size not in self._made:
            self._made[size] = self._encoded(size, (part_width, part_height))
        return self._made[size]

    def _part(self, ratio: float) -> tuple[float, float]:
        """Return the largest part of the shape `ratio` (width to height), in pixels."""
        if self.width > self.height * ratio:
            return max(1.0, self.height * ratio), float(self.height)
        return float(self.width), max(1.0, self.width / ratio)

    def _encoded(self, size: tuple[int, int], part: tuple[float, float]) -> str:
        from PIL.Image import Resampling

        assert self.pixels is not None
        left, top = (self.width - part[0]) / 2, (self.height - part[1]) * 0.3
        box = (left, top, min(self.width, left + part[0]), min(self.height, top + part[1]))
        drawn = self.pixels.resize(size, Resampling.BICUBIC, box)
        file = io.BytesIO()
        quality, thinned = FLAT if self.is_flat else PHOTO
        drawn.save(file, "JPEG", quality=quality, subsampling=thinned, optimize=True)
        return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
