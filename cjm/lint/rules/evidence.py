"""Rules about what stands behind the claims of a map."""

from __future__ import annotations
