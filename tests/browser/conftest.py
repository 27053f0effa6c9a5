"""What tests in a browser may ask for: `page`, empty, of one browser for all tests of a module."""

from __future__ import annotations

from tests.layout.conftest import page

__all__ = ["page"]
