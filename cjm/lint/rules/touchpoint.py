"""Rules about the touchpoints of a map."""

from __future__ import annotations
