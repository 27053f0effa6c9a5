"""The words that settings and commands choose from; cheap to import, since `--help` names them."""

from __future__ import annotations

PROFILES = ("sketch", "standard", "strict")
"""A workshop's output; the default; a map that decisions rest on."""

SEVERITIES = ("off", "note", "warning", "error")

PICTURES = ("svg", "html")
"""The formats of pictures; `cjm.render.formats` makes them."""

VIEWS = ("map", "flow")
"""The ways to look at a map; `cjm.render.formats` knows how each is drawn."""

THEMES = ("light", "dark", "print")
"""The themes that come with cjm."""
