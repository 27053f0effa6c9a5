"""What tests of pictures may ask for: `page`, an empty page in a real browser."""

from __future__ import annotations

from tests.layout.conftest import page

__all__ = ["page"]
