"""Rules about what is done about what customers feel."""

from __future__ import annotations
