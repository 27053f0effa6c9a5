"""The mark by which cjm knows the pictures it made, so that it overwrites no other file."""

from __future__ import annotations

MARK = "<!-- made by cjm from a journey map -->"
"""What every file of ours has near its start; no map can put it there."""

_NEAR_START = 400


def is_ours(text: str) -> bool:
    """Whether cjm made the file that begins with `text`."""
    return MARK in text[:_NEAR_START]
