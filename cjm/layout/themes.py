"""The themes that come with cjm, by name."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.layout.dark import DARK
from cjm.layout.ink_saving import PRINT
from cjm.layout.theme import LIGHT, Theme

SHIPPED: Mapping[str, Theme] = {"light": LIGHT, "dark": DARK, "print": PRINT}
"""Name → theme."""
