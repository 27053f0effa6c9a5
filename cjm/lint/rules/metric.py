"""Rules about how success is measured."""

from __future__ import annotations
