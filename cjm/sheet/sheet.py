"""The sheet: what stands in which lane and column of one map, in one language; no sizes.

Every picture and table starts here. Characters that hide or reorder are visible already in all
texts; markup is not escaped: that is the renderer's. Columns are counted from 0; a span runs from
`start` up to, not including, `end`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from cjm.findings import Route
from cjm.images import Bitmap
from cjm.sheet.blocks import (
    Basis,
    Block,
    ChannelMark,
    Detail,
    Details,
    EvidenceMark,
    Gauge,
    GaugeChange,
    MarkChange,
    Note,
    NoteChange,
    NoteKind,
    OwnerMark,
    Personas,
    Picture,
    Progress,
    Rating,
    ResourceMark,
    Saying,
    StageHead,
    StepCard,
    StepChange,
    TimeBar,
    TouchpointMark,
    Turn,
    Words,
)

__all__ = [
    "Badge",
    "Basis",
    "Block",
    "Cell",
    "ChannelMark",
    "Column",
    "Curve",
    "Detail",
    "Details",
    "EvidenceMark",
    "FeelingWord",
    "Figure",
    "Footer",
    "Gain",
    "Gauge",
    "GaugeChange",
    "Header",
    "Lane",
    "LaneKind",
    "LegendEntry",
    "Line",
    "MarkChange",
    "Note",
    "NoteChange",
    "NoteKind",
    "OwnerMark",
    "Personas",
    "Picture",
    "Point",
    "Portrait",
    "Progress",
    "Rating",
    "ResourceMark",
    "Saying",
    "Sheet",
    "Sign",
    "StageHead",
    "StageSpan",
    "StepCard",
    "StepChange",
    "TimeBar",
    "TouchpointMark",
    "Turn",
    "Words",
]


class Cell(NamedTuple):
    """What stands in one lane over some columns; wider than one for a whole stage or the map."""

    start: int
    end: int
    blocks: tuple[Block, ...]


class Point(NamedTuple):
    """A point of a curve.

    Attributes:
        at: Where it stands: 2.5 is the middle of column 2.
        start: First column that it speaks of.
        end: One past the last.
        level: −2…+2.
        number: The level as it is shown: "−1", "+1.5", "0".
        label: The feeling in a word, or what is expected, or `""`.
        basis: How well founded it is; a hollow face where it is "assumed".
    """

    at: float
    start: int
    end: int
    level: float
    number: str
    label: str = ""
    basis: Basis = ""
    route: Route = ()
    language: str = ""
    more: Details = ()

    @property
    def is_assumed(self) -> bool:
        """Whether nothing stands behind it."""
        return self.basis == "assumed"


class FeelingWord(NamedTuple):
    """A feeling that has a word and no level: drawn as a word, not as a point."""

    at: float
    start: int
    end: int
    text: str
    line: int = 0
    basis: Basis = ""
    route: Route = ()
    language: str = ""


class Line(NamedTuple):
    """One curve: how some personas feel, or what they expect.

    Attributes:
        name: Whose it is: names of personas, or "experienced" beside an expectation; `""` where
            there is nothing to tell it from.
        points: From left to right; empty where there are words only.
        strands: Paths through the points, by index; the first is the main one, the others lead
            over alternative steps. A point may stand in several. An expectation has a strand for
            each run of columns that say something, be it a single one.
    """

    name: str
    points: tuple[Point, ...]
    strands: tuple[tuple[int, ...], ...] = ()
    personas: Personas = ()


class Gain(NamedTuple):
    """How far a feeling moved at a step, from one map to another.

    Attributes:
        at: Where it stands, as in `Point`.
        before: Level in the old map.
        after: Level in the new map.
        number: The difference as it is shown: "+3", "−1".
    """

    at: float
    before: float
    after: float
    number: str


class Curve(NamedTuple):
    """The lane of feelings.

    Attributes:
        lines: One, or one for each persona who feels differently; the first is the main one.
        words: Feelings without a level.
        expectation: What was expected; `None` where nothing was.
        stages: Feelings of whole stages whose steps have feelings of their own; drawn across.
        before: The curves of earlier states, the latest first; of a comparison.
        gains: How far the feelings moved from the latest of them; of a comparison.
    """

    lines: tuple[Line, ...]
    words: tuple[FeelingWord, ...] = ()
    expectation: Line | None = None
    stages: tuple[Point, ...] = ()
    before: tuple[Line, ...] = ()
    gains: tuple[Gain, ...] = ()


LaneKind: TypeAlias = Literal["stages", "cards", "cells", "curve"]


class Lane(NamedTuple):
    """One row of the map.

    Attributes:
        id: Of the format: `touchpoints`, or that of a lane of the journey's own.
        title: In the sheet's language.
        subtitle: A quiet second line, or `""`.
        kind: What stands in it.
        rows: Cells that lie side by side, without overlap; most lanes have one row, a second and
            third hold what belongs to whole stages and to the map.
        curve: For a lane of kind `curve`; the cells of such a lane hold expectations in words.
        line_above: Title of the dividing line above it ("line of visibility"), or `""`.
    """

    id: str
    title: str
    subtitle: str = ""
    kind: LaneKind = "cells"
    rows: tuple[tuple[Cell, ...], ...] = ()
    curve: Curve | None = None
    line_above: str = ""

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row)


class Portrait(NamedTuple):
    """A persona in the header.

    Attributes:
        initials: One or two letters or characters.
        detail: Role, or `""`.
        quote: With quotation marks, or `""`.
        line: Which curve is this persona's, from 0; `None` where one curve is everyone's.
        photo: The persona's picture; `None` where there is none that can be shown.
        alt: What the photo shows.
        short: The name alone, without the age.
    """

    name: str
    initials: str
    detail: str = ""
    quote: str = ""
    language: str = ""
    line: int | None = None
    photo: Bitmap | None = None
    alt: str = ""
    short: str = ""


class Badge(NamedTuple):
    """A short word above the title: state, status, review; a plain one is a sign between others."""

    text: str
    strong: bool = False
    is_plain: bool = False


class Figure(NamedTuple):
    """A number of the header that the map supports.

    Attributes:
        id: `emotion`, `pains`, `opportunities`, `evidence`, `channels` or `owners`.
        value: As it is shown.
        label: What it counts.
        turn: `better` or `worse` where it says what becomes of something, of a comparison.
    """

    id: str
    value: str
    label: str
    turn: Turn = "kept"


class Header(NamedTuple):
    """What stands above the map.

    Attributes:
        title: Of the journey.
        badges: State, status, review.
        portraits: Its personas.
        goals: `(label, text)`: what the customer and the business want, the scenario, the scope.
        figures: In the order in which they are shown.
        abreast: How many of them may stand side by side beside the title.
    """

    title: str
    badges: tuple[Badge, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    goals: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    language: str = ""
    abreast: int = 3


class StageSpan(NamedTuple):
    """A stage and the columns it spans."""

    name: str
    start: int
    end: int
    colour: int
    route: Route = ()
    id: str = ""


class Column(NamedTuple):
    """A column: a step, or a stage without steps; `personas` are those who take the step."""

    name: str
    stage: int
    route: Route = ()
    id: str = ""
    personas: Personas = ()


Sign: TypeAlias = Literal[
    "line", "expectation", "hollow", "hatched", "moment", "tick",
    "before", "gain", "loss", "added", "removed", "gone",
]  # fmt: skip


class LegendEntry(NamedTuple):
    """A sign that occurs in the map, and what it means; `line` counts the curves from 0."""

    sign: Sign
    text: str
    line: int = 0


class Footer(NamedTuple):
    """What stands below the map.

    Attributes:
        evidence: What stands behind it: "Evidence: Interviews (n = 14), Survey (n = 1 204)".
        source: Id of the journey and the first seven digits of the SHA-256 of its file, in words.
    """

    evidence: str = ""
    source: str = ""


_NO_FOOTER = Footer()


class Sheet(NamedTuple):
    """One map in one language, arranged.

    Attributes:
        id: Of the journey.
        language: Tag of the language asked for.
        header: Title, personas, goals, figures.
        stages: With the columns they span.
        columns: From left to right.
        lanes: From top to bottom; those with content only.
        legend: What the signs mean; only those that occur.
        footer: Evidence and source.
        notes: Sentences about what is not drawn.
        description: The map in a sentence or two, for those who cannot see it.
        states: What the two maps of a comparison are called, the old one first; of a map none.
    """

    id: str
    language: str
    header: Header
    stages: tuple[StageSpan, ...]
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[LegendEntry, ...] = ()
    footer: Footer = _NO_FOOTER
    notes: tuple[str, ...] = ()
    description: str = ""
    states: tuple[str, ...] = ()
