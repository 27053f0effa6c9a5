"""The words that settings and commands choose from; cheap to import, since `--help` names them."""

from __future__ import annotations

PROFILES = ("sketch", "standard", "strict")
"""A workshop's output; the default; a map that decisions rest on."""

SEVERITIES = ("off", "note", "warning", "error")

LEVELS = ("breaking", "worse", "better", "neutral")
"""What a change between two maps is for the customer, worst first."""

FAIL_ON = ("breaking", "worse", "any")
"""The changes at which `cjm diff` fails where it is asked to."""

PICTURES = ("svg", "html")
"""The formats of pictures; `cjm.render.formats` makes them."""

VIEWS = ("map", "flow")
"""The ways to look at a map; `cjm.render.formats` knows how each is drawn."""

THEMES = ("light", "dark", "print")
"""The themes that come with cjm."""

BASELINE = "cjm-baseline.json"
"""The file of known findings beside `cjm.yaml`, where `lint.baseline` names none."""
