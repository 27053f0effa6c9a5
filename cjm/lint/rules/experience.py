"""Rules about what customers feel."""

from __future__ import annotations
