"""The sheet: what stands in which lane and column of one map, in one language; no sizes.

Every picture and table starts here. Characters that hide or reorder are visible already in all
texts; markup is not escaped: that is the renderer's. Columns are counted from 0; a span runs from
`start` up to, not including, `end`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm.findings import Route

Basis = str
"""How well founded a claim is: one of `cjm.model.evidence.BASES`, or `""` for what is no claim."""


@dataclass(frozen=True, slots=True)
class Words:
    """A plain text, with an optional quiet line beneath it.

    Attributes:
        text: What is said.
        note: The quiet line: who acts, how much of it is waiting.
        strong: Whether it is set in bold.
        marks: Words of warning or praise before it: "point of failure", "moment of truth".
        basis: Of a claim (an expectation in words); else `""`.
        route: Where it stands in the file.
        language: Tag of the language of the text, where it is not the sheet's.
    """

    text: str
    note: str = ""
    strong: bool = False
    marks: tuple[str, ...] = ()
    basis: Basis = ""
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class StageHead:
    """The name of a stage, and what the customer wants there.

    Attributes:
        name: Name of the stage.
        goal: The customer's goal, or `""`.
        colour: Index of the stage's colour, from 0, without end.
    """

    name: str
    goal: str = ""
    colour: int = 0
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class StepCard:
    """The name of a step.

    Attributes:
        text: Name of the step.
        moment: "moment of truth" in the sheet's language, or `""`.
        notes: Quiet lines: who takes the step where not all do, who acts, where it leads.
    """

    text: str
    moment: str = ""
    notes: tuple[str, ...] = ()
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class TouchpointMark:
    """A touchpoint and its channels.

    Attributes:
        name: Name of the touchpoint.
        channels: Names of its channels.
        usage: "wished for" or "on its way out" in the sheet's language, or `""`.
    """

    name: str
    channels: tuple[str, ...] = ()
    usage: str = ""
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A quote or a thought.

    Attributes:
        text: The words, quotation marks included.
        speaker: Name of the persona, or `""`.
        basis: How well founded it is.
    """

    text: str
    speaker: str = ""
    basis: Basis = ""
    route: Route = ()
    language: str = ""

    @property
    def is_assumed(self) -> bool:
        """Whether nothing stands behind it."""
        return self.basis == "assumed"


NoteKind: TypeAlias = Literal["pain", "delight", "itch", "opportunity", "solution"]


@dataclass(frozen=True, slots=True)
class Note:
    """A pain, delight, itch, opportunity or solution.

    Attributes:
        kind: Which of them.
        text: What it says.
        dots: 1…5 (severity), or 0 where none is given.
        dots_label: What the dots count: "severity" in the sheet's language; `""` without dots.
        details: Further short words: "impact 5", "effort 3", "planned"; a separator stands between.
        basis: Of a pain, delight or itch; `""` for an opportunity or solution.
    """

    kind: NoteKind
    text: str
    dots: int = 0
    dots_label: str = ""
    details: tuple[str, ...] = ()
    basis: Basis = ""
    route: Route = ()
    language: str = ""

    @property
    def is_assumed(self) -> bool:
        """Whether it is a claim that nothing stands behind; drawn hatched."""
        return self.basis == "assumed"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric where it is measured.

    Attributes:
        name: Name of the metric.
        actual: Its value, as it is shown ("61 %"), or `""`.
        target: The value to reach, as it is shown, or `""`.
        bar: Where the value stands on the metric's scale, 0…1; `None` where it has no scale.
        tick: Where the target stands on it.
    """

    name: str
    actual: str = ""
    target: str = ""
    bar: float | None = None
    tick: float | None = None
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class OwnerMark:
    """Who answers for something.

    Attributes:
        name: Department, or person where there is none.
        colour: Index of the owner's colour, from 0, without end; the same name has the same.
        note: Region or person.
    """

    name: str
    colour: int = 0
    note: str = ""
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a storyboard; the picture itself is not read.

    Attributes:
        path: As the file has it.
        alt: What it shows.
        caption: A line beneath it.
    """

    path: str
    alt: str = ""
    caption: str = ""
    route: Route = ()
    language: str = ""


Block: TypeAlias = (
    Words | StageHead | StepCard | TouchpointMark | Saying | Note | Gauge | OwnerMark | Picture
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one lane over some columns; wider than one for a whole stage or the map."""

    start: int
    end: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Point:
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

    @property
    def is_assumed(self) -> bool:
        """Whether nothing stands behind it."""
        return self.basis == "assumed"


@dataclass(frozen=True, slots=True)
class FeelingWord:
    """A feeling that has a word and no level: drawn as a word, not as a point."""

    at: float
    start: int
    end: int
    text: str
    line: int = 0
    basis: Basis = ""
    route: Route = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One curve: how some personas feel, or what they expect.

    Attributes:
        name: Whose it is: names of personas, or "experienced" beside an expectation; `""` where
            there is nothing to tell it from.
        points: From left to right; empty where there are words only.
        strands: Paths through the points, by index; the first is the main one, the others lead
            over alternative steps. A point may stand in several.
    """

    name: str
    points: tuple[Point, ...]
    strands: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """The lane of feelings.

    Attributes:
        lines: One, or one for each persona who feels differently; the first is the main one.
        words: Feelings without a level.
        expectation: What was expected; `None` where nothing was.
        stages: Feelings of whole stages whose steps have feelings of their own; drawn across.
    """

    lines: tuple[Line, ...]
    words: tuple[FeelingWord, ...] = ()
    expectation: Line | None = None
    stages: tuple[Point, ...] = ()


LaneKind: TypeAlias = Literal["stages", "cards", "cells", "curve"]


@dataclass(frozen=True, slots=True)
class Lane:
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


@dataclass(frozen=True, slots=True)
class Portrait:
    """A persona in the header.

    Attributes:
        initials: One or two letters or characters.
        detail: Role, or `""`.
        quote: With quotation marks, or `""`.
    """

    name: str
    initials: str
    detail: str = ""
    quote: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short word above the title: state, status, review."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the header that the map supports.

    Attributes:
        id: `emotion`, `pains`, `opportunities`, `evidence`, `channels` or `owners`.
        value: As it is shown.
        label: What it counts.
    """

    id: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the map.

    Attributes:
        title: Of the journey.
        badges: State, status, review.
        portraits: Its personas.
        goals: `(label, text)`: what the customer and the business want, the scenario, the scope.
        figures: In the order in which they are shown.
    """

    title: str
    badges: tuple[Badge, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    goals: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A stage and the columns it spans."""

    name: str
    start: int
    end: int
    colour: int
    route: Route = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a step, or a stage without steps."""

    name: str
    stage: int
    route: Route = ()
    id: str = ""


Sign: TypeAlias = Literal["line", "expectation", "hollow", "hatched", "moment", "tick"]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign that occurs in the map, and what it means; `line` counts the curves from 0."""

    sign: Sign
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands below the map.

    Attributes:
        evidence: What stands behind it: "Evidence: Interviews (n = 14), Survey (n = 1 204)".
        source: Id of the journey and the first seven digits of the SHA-256 of its file.
    """

    evidence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
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
    """

    id: str
    language: str
    header: Header
    stages: tuple[StageSpan, ...]
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[LegendEntry, ...] = ()
    footer: Footer = Footer()
    notes: tuple[str, ...] = ()
    description: str = ""
