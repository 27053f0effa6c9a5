"""The names of the icons that a channel may ask for."""

from __future__ import annotations

ICONS = (
    "phone", "app", "web", "email", "message", "video", "social", "store", "counter", "kiosk",
    "post", "vehicle", "poster", "tv", "document", "event", "sensor", "network", "digital",
    "physical", "human", "third-party",
)  # fmt: skip
"""The last four are those of the kinds of channel."""
