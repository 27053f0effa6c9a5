"""Rules about who looks after a map."""

from __future__ import annotations
