"""The colours of a map on paper: white grounds, pale stages, dark words.

What colours tell apart is told apart on a black-and-white printer, too: the curves differ in how dark
they are, hatches are grey on white, every second stage stands on a grey that is just seen.
"""

from __future__ import annotations

from cjm.layout.theme import NoteColours, Theme

_HATCH = "#e9e9e9"

PRINT = Theme(
    page="#ffffff",
    ink="#111418",
    soft_ink="#2a2e35",
    quiet="#4a505a",
    alert="#a02c20",
    shadow="#ffffff",
    edge="#cfcfcf",
    hairline="#e0e0e0",
    zero="#9a9a9a",
    expectation="#5c626c",
    behind="#ffffff",
    divider="#777777",
    card_edge="#8c8c8c",
    badge_edge="#8c8c8c",
    moment="#8a6410",
    moment_glow="#ffffff",
    portrait="#ffffff",
    portrait_ink="#3a3a3a",
    bar="#4a505a",
    bar_ground="#e2e2e2",
    shade=0.12,
    stage_ink="#111418",
    stages=("#dfe6f3", "#dceaee", "#dcece6", "#e9eed6", "#f3e7d3", "#f0e1e9"),
    tints=("#ffffff", "#f7f7f7"),
    lines=("#111418", "#7355ae", "#1f6f80", "#b05a2c", "#6d2450"),
    notes=(
        ("pain", NoteColours("#ffffff", _HATCH, "#b3362a")),
        ("delight", NoteColours("#ffffff", _HATCH, "#a87a14")),
        ("itch", NoteColours("#ffffff", _HATCH, "#7b5ea7")),
        ("opportunity", NoteColours("#ffffff", _HATCH, "#2f8a5b")),
        ("solution", NoteColours("#ffffff", _HATCH, "#3d5a98")),
        ("saying", NoteColours("#ffffff", _HATCH, "#7d8491")),
    ),
)  # fmt: skip
"""Little ink: nothing large is filled."""
