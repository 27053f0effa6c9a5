"""Rules about service blueprints."""

from __future__ import annotations
