"""What stands in the cells of a sheet: texts, cards, notes, gauges and the like."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from cjm.findings import Route
from cjm.images import Bitmap

Basis = str
"""How well founded a claim is: one of `cjm.model.evidence.BASES`, or `""` for what is no claim."""


class Detail(NamedTuple):
    """More about something, for who asks; never what it takes to understand the map.

    Attributes:
        label: What it tells: "Evidence"; in the sheet's language.
        text: The answer.
        url: Where the text leads, as the format checks it: http, https or mailto; or `""`.
        language: Tag of the language of the text, where it is not the sheet's.
    """

    label: str
    text: str
    url: str = ""
    language: str = ""


Details = tuple[Detail, ...]
"""What there is to know about a block beside what it shows."""

Personas = tuple[int, ...]
"""Whose something is, as indexes into the header's portraits; empty where it is everyone's."""


class Words(NamedTuple):
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
    personas: Personas = ()
    more: Details = ()


class StageHead(NamedTuple):
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
    more: Details = ()


class StepCard(NamedTuple):
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
    more: Details = ()


class ChannelMark(NamedTuple):
    """A channel.

    Attributes:
        name: Name of the channel.
        icon: One of `cjm.model.icons.ICONS`, or `""`.
    """

    name: str
    icon: str = ""
    route: Route = ()
    language: str = ""


class TouchpointMark(NamedTuple):
    """A touchpoint and its channels.

    Attributes:
        name: Name of the touchpoint.
        channels: Its channels.
        usage: "wished for" or "being retired" in the sheet's language, or `""`.
    """

    name: str
    channels: tuple[ChannelMark, ...] = ()
    usage: str = ""
    route: Route = ()
    language: str = ""
    more: Details = ()


class Saying(NamedTuple):
    """A quote or a thought.

    Attributes:
        text: The words, without quotation marks around them.
        speaker: Name of the persona, or `""`.
        basis: How well founded it is.
        kind: Whether it was said, or only thought.
    """

    text: str
    speaker: str = ""
    basis: Basis = ""
    route: Route = ()
    language: str = ""
    personas: Personas = ()
    more: Details = ()
    kind: Literal["quote", "thought"] = "quote"

    @property
    def is_assumed(self) -> bool:
        """Whether nothing stands behind it."""
        return self.basis == "assumed"


NoteKind: TypeAlias = Literal["pain", "delight", "itch", "opportunity", "solution"]
Progress: TypeAlias = Literal["open", "planned", "in-progress", "done", "dismissed"]


class Note(NamedTuple):
    """A pain, delight, itch, opportunity or solution.

    Attributes:
        kind: Which of them.
        text: What it says.
        dots: 1…5 (severity), or 0 where none is given.
        dots_label: What the dots count: "severity" in the sheet's language; `""` without dots.
        details: Further short words: "impact 5", "effort 3"; a separator stands between.
        impact: 1…5, or 0 where none is given; of an opportunity or solution.
        effort: 1…5, or 0.
        status: How far the work is, in words: "planned"; `""` where it is open or unknown.
        progress: How far it is.
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
    personas: Personas = ()
    more: Details = ()
    impact: int = 0
    effort: int = 0
    status: str = ""
    progress: Progress = "open"

    @property
    def is_assumed(self) -> bool:
        """Whether it is a claim that nothing stands behind; drawn hatched."""
        return self.basis == "assumed"


class Gauge(NamedTuple):
    """A metric where it is measured.

    Attributes:
        name: Name of the metric.
        actual: Its value, as it is shown ("61 %"), or `""`.
        target: The value to reach, as it is shown, or `""`.
        bar: Where the value stands on the metric's scale, 0…1; `None` where it has no scale.
        tick: Where the target stands on it.
        better: Which direction is better, where the map says so.
        reached: "target reached" in the sheet's language where it has; else `""`.
        aim: "target, lower is better" in the sheet's language; `""` without a target.
        trend: Measurements over time as `(x, y)`, both 0…1: x by their days, y by their values from
            the lowest to the highest; empty where there are fewer than two.
        trend_label: The first and the last of them in words.
    """

    name: str
    actual: str = ""
    target: str = ""
    bar: float | None = None
    tick: float | None = None
    route: Route = ()
    language: str = ""
    more: Details = ()
    better: Literal["", "higher", "lower"] = ""
    reached: str = ""
    aim: str = ""
    trend: tuple[tuple[float, float], ...] = ()
    trend_label: str = ""


class Rating(NamedTuple):
    """How well somebody does.

    Attributes:
        name: Who.
        score: 1…5, or 0 where none is given.
        label: The score in words: "4 of 5", or `""`.
        note: What says so: name and value of a metric, or `""`.
    """

    name: str
    score: int = 0
    label: str = ""
    note: str = ""
    route: Route = ()
    language: str = ""


class TimeBar(NamedTuple):
    """How long something takes.

    Attributes:
        text: The time as it is shown: "25 min".
        note: How much of it is spent waiting, or `""`.
        length: Its share of the longest of its lane, 0…1.
        waiting: Which part of it is spent waiting, 0…1.
    """

    text: str
    note: str = ""
    length: float = 1
    waiting: float = 0
    route: Route = ()
    language: str = ""


class ResourceMark(NamedTuple):
    """Something that it takes, and that is there or missing.

    Attributes:
        text: What it is.
        is_owned: Whether it is there.
        label: "there" or "missing" in the sheet's language.
    """

    text: str
    is_owned: bool
    label: str
    route: Route = ()
    language: str = ""


class EvidenceMark(NamedTuple):
    """A piece of evidence; or how many claims have none.

    Attributes:
        title: What it is called; for claims without evidence, how many they are.
        basis: How well it founds a claim.
        label: The basis in words, or `""` where the title says it.
        note: How large the sample is, or `""`.
    """

    title: str
    basis: Basis
    label: str = ""
    note: str = ""
    route: Route = ()
    language: str = ""


class OwnerMark(NamedTuple):
    """Who answers for something.

    Attributes:
        name: Department, or person where there is none.
        detail: Person and region beside the department: "Zhou Min · South", or `""`.
        colour: Index of the owner's colour, from 0, without end; the same name has the same.
    """

    name: str
    colour: int = 0
    route: Route = ()
    language: str = ""
    more: Details = ()
    detail: str = ""


class Picture(NamedTuple):
    """A picture of a storyboard.

    Attributes:
        path: As the file has it.
        alt: What it shows.
        caption: A line beneath it.
        image: The picture; `None` where there is none that can be shown.
        caption_language: Tag of the language of the caption, where it is not the sheet's.
    """

    path: str
    alt: str = ""
    caption: str = ""
    route: Route = ()
    language: str = ""
    image: Bitmap | None = None
    caption_language: str = ""


Turn: TypeAlias = Literal["kept", "added", "removed", "changed", "better", "worse"]
"""What becomes of something from one map to another."""


class StepChange(NamedTuple):
    """A step in both maps, or in one of them.

    Attributes:
        text: Its name; that of the new map where both have it.
        badge: What becomes of it, in a word; `""` where it stays as it is.
        turn: The same, for its colours.
        was: Its name in the old map, where that was another, or the steps that it was merged from.
        before: The same without a word around it.
    """

    text: str
    badge: str = ""
    turn: Turn = "kept"
    was: str = ""
    route: Route = ()
    language: str = ""
    more: Details = ()
    before: str = ""


class MarkChange(NamedTuple):
    """Something named in a few words: a touchpoint, a channel, an owner, a time.

    Attributes:
        before: What it was; `""` where it is new.
        after: What it is; `""` where it is gone.
        turn: `kept` where both are one.
        label: What it is about, where its lane does not say: "waiting".
        is_amount: Whether a plus or minus before it would be read as one of the amount.
    """

    before: str
    after: str
    turn: Turn = "kept"
    label: str = ""
    route: Route = ()
    language: str = ""
    more: Details = ()
    is_amount: bool = False


class NoteChange(NamedTuple):
    """A pain, delight, itch, opportunity or solution, and what becomes of it.

    Attributes:
        kind: Which of them.
        text: What it says.
        badge: What becomes of it, in a word: "resolved"; `""` where it is kept as it is.
        turn: The same, for its colours; what is gone is struck through.
        is_gone: Whether it is in the old map alone.
        dots: 1…5 (severity), or 0 where none is given.
        dots_label: What the dots count: "severity" in the sheet's language.
        is_new: Whether it is in the new map alone.
    """

    kind: NoteKind
    text: str
    badge: str = ""
    turn: Turn = "kept"
    is_gone: bool = False
    dots: int = 0
    dots_label: str = ""
    route: Route = ()
    language: str = ""
    more: Details = ()
    is_new: bool = False


class GaugeChange(NamedTuple):
    """A metric in both maps.

    Attributes:
        name: Name of the metric.
        before: Its value as it was, as it is shown, or `""`.
        after: Its value as it is, or as it shall be, or `""`.
        turn: `better` or `worse` where the metric says which direction is better.
        note: What the second value is: "target"; or `""`.
    """

    name: str
    before: str
    after: str
    turn: Turn = "kept"
    note: str = ""
    route: Route = ()
    language: str = ""
    more: Details = ()


Block: TypeAlias = (
    StepChange
    | MarkChange
    | NoteChange
    | GaugeChange
    | Words
    | StageHead
    | StepCard
    | ChannelMark
    | TouchpointMark
    | Saying
    | Note
    | Gauge
    | Rating
    | TimeBar
    | ResourceMark
    | EvidenceMark
    | OwnerMark
    | Picture
)
