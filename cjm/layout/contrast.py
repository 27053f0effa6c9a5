"""How well one colour stands out from another, and which colours of a theme must (WCAG 2.2).

Words must reach 4.5 to 1 (1.4.3), large words and signs that say something 3 to 1 (1.4.3, 1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cjm.layout.theme import Theme

WORDS, LARGE = 4.5, 3.0
"""What words and signs need at least."""

LARGE_FROM, LARGE_BOLD_FROM = 24.0, 18.66
"""The font sizes in px from which words are large: 18 pt, and 14 pt in bold."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that stands on another.

    Attributes:
        what: Name of the colour in front: "ink", "stage-ink", "levels-0".
        ground: Name of the colour behind.
        ratio: Their contrast, 1…21.
        needed: What it must be at least.
        kind: What stands there: `words` or `signs`.
    """

    what: str
    ground: str
    ratio: float
    needed: float
    kind: str

    @property
    def is_weak(self) -> bool:
        """Whether it is hard to see."""
        return self.ratio < self.needed


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0…1 (WCAG 2.2, "relative luminance")."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, 1…21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def is_dark(colour: str) -> bool:
    """Whether white stands out from `colour` more than black does."""
    return luminance(colour) < 0.179


def pairs(theme: Theme) -> Iterator[Pair]:
    """Yield what stands on what in pictures of `theme`."""
    named = dict(_grounds(theme))
    for ink in ("ink", "soft-ink", "quiet", "alert"):
        for ground, colour in named.items():
            # What warns stands in lanes only.
            if ink != "alert" or not ground.endswith(("-ground", "-stripe")):
                yield _pair(theme, ink, ground, colour, WORDS)
    for number, stage in enumerate(theme.stages):
        yield _pair(theme, "stage-ink", f"stages {number + 1}", stage, WORDS)
    yield _pair(theme, "portrait-ink", "portrait", theme.portrait, WORDS)
    yield _pair(theme, "sheet", "ink", theme.ink, WORDS)
    yield from _signs(theme)


def _signs(theme: Theme) -> Iterator[Pair]:
    # Where several curves meet, the name of a persona has the colour of its curve.
    several = (("levels", LARGE, "signs"), ("lines", WORDS, "words"))
    for number, tint in enumerate(theme.tints):
        ground = f"tints {number + 1}"
        for kind, needed, what in several:
            for at, colour in enumerate(getattr(theme, kind)):
                yield Pair(f"{kind} {at + 1}", ground, contrast(colour, tint), needed, what)
        yield _pair(theme, "expectation", ground, tint, LARGE)
        yield _pair(theme, "bar", ground, tint, LARGE)
    yield _pair(theme, "bar", "bar-ground", theme.bar_ground, LARGE)
    for ground, colour in (("sheet", theme.sheet), ("card", theme.card)):
        yield _pair(theme, "moment", ground, colour, LARGE)
    for ground, colour in (("sheet", theme.sheet), ("behind", theme.behind)):
        yield _pair(theme, "divider", ground, colour, LARGE)
    for kind, note in theme.notes:
        ratio = contrast(note.edge, note.ground)
        yield Pair(f"{kind}-edge", f"{kind}-ground", ratio, LARGE, "signs")


def _grounds(theme: Theme) -> Iterator[tuple[str, str]]:
    yield from (("sheet", theme.sheet), ("behind", theme.behind), ("card", theme.card))
    yield from ((f"tints {number + 1}", tint) for number, tint in enumerate(theme.tints))
    for kind, note in theme.notes:
        yield from ((f"{kind}-ground", note.ground), (f"{kind}-stripe", note.stripe))


def _pair(theme: Theme, name: str, ground: str, colour: str, needed: float) -> Pair:
    front: str = getattr(theme, name.replace("-", "_"))
    kind = "words" if needed == WORDS else "signs"
    return Pair(name, ground, contrast(front, colour), needed, kind)
