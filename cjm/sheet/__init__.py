"""Arranges a journey: what stands in which lane and column, in one language; no sizes."""

from cjm.sheet.arrange import arrange
from cjm.sheet.sheet import Sheet

__all__ = ["Sheet", "arrange"]
