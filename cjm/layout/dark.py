"""The colours of a map in the dark, and both sets of colours by name, for pictures that may change.

A picture in `VARIABLES` names its colours as CSS variables, so that a page decides which they are.
"""

from __future__ import annotations

from dataclasses import fields

from cjm.layout.theme import LIGHT, NoteColours, Theme

DARK = Theme(
    page="#121418",
    sheet="#1b1e24",
    ink="#e9eaed",
    soft_ink="#cfd3da",
    quiet="#a9afba",
    edge="#363b45",
    hairline="#2a2e36",
    zero="#5d6470",
    expectation="#a3a9b5",
    behind="#21252b",
    divider="#747b88",
    card_edge="#3f444f",
    badge_edge="#565c68",
    moment="#d3a83c",
    moment_glow="#4d4120",
    portrait="#4b4234",
    portrait_ink="#eadcc2",
    bar="#7e9ad6",
    bar_ground="#3d424c",
    good="#4fb183",
    bad="#e5695c",
    tints=("#1f232d", "#1d252a", "#1d2824", "#25281c", "#2b261c", "#2a2128"),
    levels=("#e5695c", "#e29a64", "#9aa1ae", "#8fbd6e", "#4fb183"),
    lines=("#e9eaed", "#b39ddb", "#5fb8c9", "#e0946b", "#d982b3"),
    owners=(
        "#7e9ad6", "#c99a55", "#6fb39c", "#c58aaa", "#9db35f", "#a9afba", "#7fb0c2", "#e5695c",
        "#d9b24a", "#b39ddb",
    ),
    notes=(
        ("pain", NoteColours("#3b2424", "#302021", "#e5695c")),
        ("delight", NoteColours("#383119", "#2e2a1a", "#d3a83c")),
        ("itch", NoteColours("#2f2942", "#272433", "#b39ddb")),
        ("opportunity", NoteColours("#1c3428", "#1c2b24", "#4fb183")),
        ("solution", NoteColours("#222f49", "#202838", "#7e9ad6")),
        ("saying", NoteColours("#2d3036", "#26292f", "#7d8491")),
    ),
)  # fmt: skip
"""Dark grounds; stages keep their colours, since their words stay white."""


def colours(theme: Theme) -> dict[str, str]:
    """Return the colours of `theme` by the names that `VARIABLES` uses: "ink", "tints-0"."""
    named: dict[str, str] = {}
    for field in fields(theme):
        value = getattr(theme, field.name)
        if isinstance(value, str):
            named[_name(field.name)] = value
    for kind in ("stages", "tints", "levels", "lines", "owners"):
        named |= {f"{kind}-{index}": each for index, each in enumerate(getattr(theme, kind))}
    for kind, note in theme.notes:
        named |= {f"{kind}-ground": note.ground, f"{kind}-stripe": note.stripe}
        named[f"{kind}-edge"] = note.edge
    return named


def _name(field: str) -> str:
    return field.replace("_", "-")


def _variables() -> Theme:
    plain = {
        field.name: f"var(--{_name(field.name)})"
        for field in fields(LIGHT)
        if isinstance(getattr(LIGHT, field.name), str)
    }
    several = {
        kind: tuple(f"var(--{kind}-{index})" for index in range(len(getattr(LIGHT, kind))))
        for kind in ("stages", "tints", "levels", "lines", "owners")
    }
    notes = tuple(
        (kind, NoteColours(*(f"var(--{kind}-{part})" for part in ("ground", "stripe", "edge"))))
        for kind, _ in LIGHT.notes
    )
    return Theme(**plain, **several, notes=notes)  # type: ignore[arg-type]


VARIABLES = _variables()
"""Every colour as a CSS variable: `var(--ink)`, `var(--tints-0)`."""
