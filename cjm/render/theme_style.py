"""The colours of a page: every colour of a theme as a CSS variable, and what is named by number."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any

from cjm.layout.contrast import is_dark
from cjm.layout.dark import PALETTES, colours
from cjm.layout.theme import LIGHT, Theme


@functools.cache
def theme_style(theme: Theme, dark: Theme | None) -> str:
    """Return the part of a page's style that a theme decides.

    Args:
        theme: Colours.
        dark: Colours where the reader's system is dark, or `None`; paper is never dark by them.
    """
    parts = [f":root{{{_declared(as_many(theme, LIGHT))}{_sizes(theme)}}}"]
    if dark is not None:
        told = _declared(as_many(dark, theme, LIGHT))
        parts.append(f"@media screen and (prefers-color-scheme:dark){{:root{{{told}}}}}")
    return "\n".join([*parts, f"body{{font-family:{theme.fonts}}}", *_numbered(theme)]) + "\n"


def as_many(theme: Theme, *others: Theme) -> Theme:
    """Return `theme` with at least as many colours in each palette as others, by repeating them."""
    palettes: dict[str, Any] = {}
    for kind in PALETTES:
        given = getattr(theme, kind)
        count = max(len(getattr(each, kind)) for each in (theme, *others))
        palettes[kind] = tuple(given[index % len(given)] for index in range(count))
    return replace(theme, **palettes)


def _declared(theme: Theme) -> str:
    word, shade = ("dark", 0.5) if is_dark(theme.page) else ("light", 0.1)
    scheme = f"color-scheme:{word};--shade:rgb(0 0 0/{shade:g});"
    return scheme + "".join(f"--{name}:{colour};" for name, colour in colours(theme).items())


def _sizes(theme: Theme) -> str:
    return (
        f"--radius:{theme.radius:g}px;--card-radius:{theme.card_radius:g}px;"
        f"--title:{theme.title:g}px;--fade:{theme.shade:g};"
    )


def _numbered(theme: Theme) -> list[str]:
    """Return the rules of what has one of several colours."""
    rules = [
        *(f".stage-{at} .chevron{{background:var(--stages-{at})}}" for at in _all(theme.stages)),
        *(f".key-{at}{{--line:var(--lines-{at})}}" for at in _all(theme.lines)),
        *(f".owner-{at}::before{{background:var(--owners-{at})}}" for at in _all(theme.owners)),
    ]
    for kind, _ in theme.notes:
        rules.append(
            f".{kind}{{--ground:var(--{kind}-ground);--stripe:var(--{kind}-stripe);"
            f"--edge:var(--{kind}-edge)}}"
        )
    return rules


def _all(colours: tuple[str, ...]) -> range:
    return range(len(colours))
