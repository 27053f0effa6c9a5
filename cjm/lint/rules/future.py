"""Rules about maps that change another map."""

from __future__ import annotations
