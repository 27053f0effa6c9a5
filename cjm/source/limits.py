"""How much of a text is read before it counts as hostile or broken."""

from __future__ import annotations

MAX_BYTES = 16 * 1024 * 1024
"""A map of 2,000 steps is about 1.5 MB."""

MAX_DEPTH = 64
"""The format itself is 11 deep."""

MAX_NODES = 1_000_000
"""Scalars, lists and mappings, those that aliases repeat included."""

MAX_SCALAR = 100_000
"""Code points of one text."""

MAX_REPEATED = 1_000_000
"""Code points that aliases may repeat."""

MAX_PURE = 200_000
"""Code points that are read a second time by the slow parser, for the sake of a good message."""
