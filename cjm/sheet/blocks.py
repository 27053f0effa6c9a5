"""What stands in the cells of a sheet: texts, cards, notes, gauges and the like."""

from __future__ import annotations

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
        marks: Words of warning before it: "point of failure".
        moment: "moment of truth" in the sheet's language, or `""`.
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
    moment: str = ""


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
    """

    name: str
    colour: int = 0
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
