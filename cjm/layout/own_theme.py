"""A theme file as the theme that pictures are drawn in."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from cjm.layout.contrast import is_dark
from cjm.layout.theme import FONTS, NoteColours, Theme
from cjm.layout.themes import SHIPPED
from cjm.workspace.theme_file import FEELINGS, ThemeFile, Tokens

GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
"""Families that CSS knows by itself: they may bear no quotes (CSS Fonts 4 §2.1.1)."""

TINT, GROUND, STRIPE = 0.06, 0.12, 0.05
"""How much of a colour is in the ground that is mixed from it, the rest being the sheet."""


def themes_of(file: ThemeFile) -> tuple[Theme, Theme | None]:
    """Return the theme of `file`, and the one for the dark where it gives both."""
    theme = _colours(file, SHIPPED[file.extends or "light"])
    sizes = file.sizes
    given: dict[str, Any] = {
        name: size
        for name, size in (
            ("radius", sizes.radius), ("card_radius", sizes.card_radius), ("title", sizes.heading)
        )
        if size is not None
    }  # fmt: skip
    if file.fonts:
        given["fonts"] = ", ".join([*map(_family, file.fonts), FONTS])
    theme = replace(theme, **given)
    if file.dark is None:
        return theme, None
    return theme, replace(_colours(file.dark, SHIPPED[file.dark.extends or "dark"]), **given)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return `ground` with a `share` of `colour` in it; both `#rrggbb`."""
    parts = (
        round(int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def _colours(tokens: Tokens, base: Theme) -> Theme:
    named = {field.name for field in fields(Theme)}
    colours = {
        name: value for name, value in tokens.colors if name in named and isinstance(value, str)
    }
    theme = replace(base, **colours)  # type: ignore[arg-type]
    feelings = tokens.feelings if len(tokens.feelings) == FEELINGS else ()
    return replace(
        theme,
        stages=tokens.stages or base.stages,
        tints=tokens.tints or _tints(tokens, theme),
        levels=feelings or base.levels,
        lines=tokens.lines or base.lines,
        owners=tokens.owners or base.owners,
        notes=tuple((kind, _note(tokens, kind, note, theme)) for kind, note in base.notes),
    )


def _tints(tokens: Tokens, theme: Theme) -> tuple[str, ...]:
    """Return the grounds below the stages; below one's own they are mixed from them."""
    if not tokens.stages or len(theme.tints) < len(theme.stages):  # of paper: only grey
        return theme.tints
    return tuple(mixed(each, theme.sheet, TINT) for each in tokens.stages)


def _note(tokens: Tokens, kind: str, base: NoteColours, theme: Theme) -> NoteColours:
    own = getattr(tokens.notes, kind, None)
    if own is None:
        return base
    edge = own.edge or base.edge
    if own.edge is None or base.ground == theme.sheet:
        ground, stripe = base.ground, base.stripe
    else:
        share = 2 if is_dark(theme.sheet) else 1
        ground = mixed(edge, theme.sheet, GROUND * share)
        stripe = mixed(edge, theme.sheet, STRIPE * share)
    return NoteColours(own.ground or ground, own.stripe or stripe, edge)


def _family(name: str) -> str:
    return name.lower() if name.lower() in GENERIC else f"'{name}'"
