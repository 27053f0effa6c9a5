"""Colours and sizes of a picture; sizes in px.

The plain ones are those of the theme `light`; the module `contrast` says which must stand out from
which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

FONTS = (
    "Arial, Helvetica, 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', "
    "sans-serif"
)
"""The fonts that share the metrics of `measure`, then the platforms' Chinese fonts."""

TITLE, STAGE, BODY, CARD, SMALL = 25.0, 15.0, 13.0, 12.0, 11.0
"""Font sizes."""

PADDING = 7.0
"""Between a cell's edge and what stands in it."""

LABELS = 132.0
"""Width of the column of lane titles."""


class NoteColours(NamedTuple):
    """How a kind of note looks: its ground, the lighter stripes of a hatched one, its edge."""

    ground: str
    stripe: str
    edge: str


@dataclass(frozen=True)
class Theme:
    """The colours of a picture, and the sizes that a theme may choose.

    Attributes:
        page: Around the sheet.
        ink: Most words; the fill of a strong badge.
        soft_ink: What people say.
        quiet: Small words beside others, titles of lanes.
        alert: Words that warn, such as of a point of failure.
        edge: Lines between lanes and around pictures.
        behind: Ground of the lanes that a customer does not see.
        card: Ground of steps.
        moment: Edge of a moment of truth, within a `moment_glow`.
        good: Above the zero line of a curve; `bad` is below it.
        shade: How strong these are at their farthest, 0…1.
        stage_ink: Words on stages.
        stages: Fill of stages, in turn.
        tints: Ground of the columns of each stage.
        levels: Feeling from −2 to +2.
        lines: The curves of personas, the main one first.
        owners: Dots of owners, in turn.
        notes: Kind of note → its colours.
        fonts: Families, the first that is there is used; each of the safe form of `FONTS`.
        radius: Of the corners of the sheet.
        card_radius: Of the corners of steps.
        title: Size of the map's title.
    """

    page: str = "#f6f5f2"
    sheet: str = "#ffffff"
    ink: str = "#22262e"
    soft_ink: str = "#3b414c"
    quiet: str = "#5d6470"
    alert: str = "#b3362a"
    shadow: str = "#22262e"
    edge: str = "#e8e6e1"
    hairline: str = "#efede8"
    zero: str = "#b0b4bc"
    expectation: str = "#6f7682"
    behind: str = "#fbfaf8"
    divider: str = "#808794"
    card: str = "#ffffff"
    card_edge: str = "#e2dfd8"
    badge_edge: str = "#c9c6bf"
    moment: str = "#b8891f"
    moment_glow: str = "#f6e7bd"
    portrait: str = "#e9dfd0"
    portrait_ink: str = "#6f5d3d"
    bar: str = "#3d5a98"
    bar_ground: str = "#e2e0da"
    good: str = "#2f8a5b"
    bad: str = "#cf4436"
    stage_ink: str = "#ffffff"
    stages: tuple[str, ...] = (
        "#3d5a98", "#4a7a8c", "#45806d", "#6a7c37", "#956e31", "#9a5b7d",
    )  # fmt: skip
    tints: tuple[str, ...] = (
        "#eef1f8", "#edf4f6", "#edf6f2", "#f4f6ea", "#faf4ea", "#f7eef3",
    )  # fmt: skip
    levels: tuple[str, ...] = ("#cf4436", "#c9703a", "#7d8491", "#66943f", "#2f8a5b")
    lines: tuple[str, ...] = ("#22262e", "#6f5199", "#1a6f80", "#a8572e", "#8a2f62")
    owners: tuple[str, ...] = (
        "#3d5a98", "#956e31", "#45806d", "#9a5b7d", "#6a7c37", "#5d6470", "#4a7a8c", "#cf4436",
        "#c79a2b", "#7b5ea7",
    )  # fmt: skip
    notes: tuple[tuple[str, NoteColours], ...] = (
        ("pain", NoteColours("#fdeeec", "#fff8f7", "#cf4436")),
        ("delight", NoteColours("#fdf5dc", "#fffaf0", "#a97b14")),
        ("itch", NoteColours("#f2eefa", "#faf8fd", "#7b5ea7")),
        ("opportunity", NoteColours("#e9f5ee", "#f5fbf7", "#2f8a5b")),
        ("solution", NoteColours("#e8eef9", "#f4f7fc", "#3d5a98")),
        ("saying", NoteColours("#f1f1ef", "#fafaf9", "#7d8491")),
    )
    fonts: str = FONTS
    shade: float = 0.3
    radius: float = 14
    card_radius: float = 8
    title: float = TITLE

    def note(self, kind: str) -> NoteColours:
        """Return the colours of a kind of note."""
        return dict(self.notes)[kind]

    def stage(self, index: int) -> str:
        """Return the fill of the stage `index`."""
        return self.stages[index % len(self.stages)]

    def tint(self, index: int) -> str:
        """Return the ground of the columns of the stage `index`."""
        return self.tints[index % len(self.tints)]

    def line(self, index: int) -> str:
        """Return the colour of the curve `index`."""
        return self.lines[index % len(self.lines)]

    def earlier(self, index: int) -> str:
        """Return the colour of the curve of an earlier state, the latest first."""
        return self.expectation if index == 0 else self.line(index)

    def level(self, level: float) -> str:
        """Return the colour of a level of feeling."""
        return self.levels[mood(level) + 2]


def mood(level: float) -> int:
    """Return the whole level, −2…+2, that a face shows for `level`; halves go away from 0."""
    whole = int(abs(level) + 0.5)
    return whole if level > 0 else -whole


LIGHT = Theme()
