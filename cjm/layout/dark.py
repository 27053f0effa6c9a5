"""The colours of a map in the dark, and both sets of colours by name, for pictures that may change.

A picture in `VARIABLES` names its colours as CSS variables, so that a page decides which they are.
"""

from __future__ import annotations

from dataclasses import fields, replace

from cjm.layout.theme import LIGHT, NoteColours, Theme

DARK = Theme(
    page="#0e1014",
    sheet="#171a20",
    ink="#eceef2",
    soft_ink="#cdd2da",
    quiet="#a5adba",
    alert="#f28b7f",
    shadow="#000000",
    edge="#2c323c",
    hairline="#262b34",
    zero="#5f6775",
    expectation="#a3abb8",
    behind="#1b1f26",
    divider="#747c8a",
    card="#242932",
    card_edge="#3d4551",
    badge_edge="#565e6b",
    moment="#e0b64c",
    moment_glow="#4a3f20",
    portrait="#4a4234",
    portrait_ink="#f0e3c9",
    bar="#86a5ea",
    bar_ground="#39404b",
    good="#57bd8d",
    bad="#ef7568",
    tints=("#1e2330", "#1c262d", "#1b2729", "#232824", "#292623", "#28222b"),
    levels=("#ef7568", "#e89d67", "#9aa3b1", "#96c473", "#57bd8d"),
    lines=("#eceef2", "#b7a1e6", "#63c0d2", "#ea9c70", "#e38bbd"),
    owners=(
        "#86a5ea", "#d3a45d", "#74bda3", "#cf93b4", "#a9c05a", "#a5adba", "#85b9cb", "#ef7568",
        "#e0b64c", "#b7a1e6",
    ),
    notes=(
        ("pain", NoteColours("#3d2a2d", "#2d2327", "#ef7568")),
        ("delight", NoteColours("#3a3527", "#2c2a24", "#e0b64c")),
        ("itch", NoteColours("#322f45", "#272738", "#b7a1e6")),
        ("opportunity", NoteColours("#1f3a31", "#1c2b2a", "#57bd8d")),
        ("solution", NoteColours("#26334c", "#202938", "#86a5ea")),
        ("saying", NoteColours("#2d323b", "#23272f", "#8b93a1")),
    ),
)  # fmt: skip
"""Dark grounds, the nearer the lighter; stages keep their colours, since their words stay white."""


PALETTES = ("stages", "tints", "levels", "lines", "owners")
"""What has several colours, in turn."""


def colours(theme: Theme) -> dict[str, str]:
    """Return the colours of `theme` by the names that `VARIABLES` uses: "ink", "tints-0"."""
    named: dict[str, str] = {}
    for field in fields(theme):
        value = getattr(theme, field.name)
        if isinstance(value, str) and field.name != "fonts":
            named[_name(field.name)] = value
    for kind in PALETTES:
        named |= {f"{kind}-{index}": each for index, each in enumerate(getattr(theme, kind))}
    for kind, note in theme.notes:
        named |= {f"{kind}-ground": note.ground, f"{kind}-stripe": note.stripe}
        named[f"{kind}-edge"] = note.edge
    return named


def _name(field: str) -> str:
    return field.replace("_", "-")


def variables(theme: Theme) -> Theme:
    """Return `theme` with every colour as a CSS variable: `var(--ink)`, `var(--tints-0)`."""
    plain = {
        field.name: f"var(--{_name(field.name)})"
        for field in fields(theme)
        if isinstance(getattr(theme, field.name), str) and field.name != "fonts"
    }
    several = {
        kind: tuple(f"var(--{kind}-{index})" for index in range(len(getattr(theme, kind))))
        for kind in PALETTES
    }
    notes = tuple(
        (kind, NoteColours(*(f"var(--{kind}-{part})" for part in ("ground", "stripe", "edge"))))
        for kind, _ in theme.notes
    )
    return replace(theme, **plain, **several, notes=notes)  # type: ignore[arg-type]


VARIABLES = variables(LIGHT)
"""The shipped themes have as many colours each, so one set of variables does for all of them."""
