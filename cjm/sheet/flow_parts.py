"""A flow: the steps of one map as cards, the ways between them, and where ways end; no sizes.

Cards are counted from 0 through all stages. Texts are ready to be shown, as in a sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from cjm.findings import Route
from cjm.sheet.sheet import Footer, Header, StageSpan


@dataclass(frozen=True, slots=True)
class FlowCard:
    """A step.

    Attributes:
        places: Touchpoints and channels, each once.
        level: Of the feeling, −2…+2; `None` where it has none.
        feeling: Word of the feeling, or `""`.
        is_assumed: Whether nothing stands behind the feeling.
        moment: Kind of moment of truth in words, or `""`.
        who: Personas who take the step, or who acts, where that is not the customer of the map.
        is_dead_end: No way leads on, and it is not the end.
        is_start: The journey begins here: at the first step, and at others of the first stage to which no
            way leads.
        is_unreached: No way leads here, and it is no start.
    """

    name: str
    stage: int
    places: tuple[str, ...] = ()
    level: float | None = None
    feeling: str = ""
    is_assumed: bool = False
    moment: str = ""
    who: str = ""
    is_dead_end: bool = False
    is_start: bool = False
    is_unreached: bool = False
    route: Route = ()
    id: str = ""
    language: str = ""

    @property
    def place(self) -> str:
        """Touchpoints and channels in a line: "Carrier app · App"."""
        return " · ".join(self.places)


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """A way from one card to another.

    Attributes:
        when: The condition and the name of the way, or `""`.
        share: Per cent of the customers at the step who go this way, as shown ("82 %"), or `""`.
        passing: Part of all customers who go this way, 0…1; `None` where the map does not say.
        is_loop: It leads to the same card or an earlier one.
        is_on_happy_path: Most customers go this way to the goal.
    """

    start: int
    end: int
    when: str = ""
    share: str = ""
    passing: float | None = None
    is_loop: bool = False
    is_on_happy_path: bool = False
    route: Route = ()
    language: str = ""


EndKind: TypeAlias = Literal["end", "exit"]


@dataclass(frozen=True, slots=True)
class FlowEnd:
    """A way out of the map at a card.

    Attributes:
        kind: The goal is reached (`end`), or the customer leaves (`exit`).
        name: What it is called, or `""`.
        when: The condition, or `""`.
        share: As for an edge.
        passing: As for an edge.
        is_alone: It is the only way on from the card.
    """

    start: int
    kind: EndKind
    name: str = ""
    when: str = ""
    share: str = ""
    passing: float | None = None
    is_alone: bool = False
    is_on_happy_path: bool = False
    route: Route = ()
    language: str = ""


@dataclass(frozen=True)
class Flow:
    """One map in one language, as a flow.

    Attributes:
        id: Of the journey.
        language: Tag of the language asked for.
        header: Title, badges, what to know, figures.
        stages: With the cards they span.
        cards: In the order of the map.
        edges: Ways between cards.
        ends: Ways out.
        main: Cards on the straight line, from left to right.
        footer: Evidence and source.
        notes: Sentences about what is not drawn.
        description: The flow in a sentence or two, for those who cannot see it.
    """

    id: str
    language: str
    header: Header
    stages: tuple[StageSpan, ...]
    cards: tuple[FlowCard, ...]
    edges: tuple[FlowEdge, ...]
    ends: tuple[FlowEnd, ...]
    main: tuple[int, ...]
    footer: Footer
    notes: tuple[str, ...] = ()
    description: str = ""

    @cached_property
    def leaving(self) -> Mapping[int, Sequence[int]]:
        """Card → the edges that leave it, by index."""
        return _grouped(edge.start for edge in self.edges)

    @cached_property
    def arriving(self) -> Mapping[int, Sequence[int]]:
        """Card → the edges that come to it, by index."""
        return _grouped(edge.end for edge in self.edges)

    @cached_property
    def ends_at(self) -> Mapping[int, Sequence[int]]:
        """Card → the ways out there, by index."""
        return _grouped(end.start for end in self.ends)

    @cached_property
    def has_shares(self) -> bool:
        """Whether the map says how many customers go which way."""
        passing = [edge.passing for edge in self.edges] + [end.passing for end in self.ends]
        return any(each is not None for each in passing)


class _Groups(dict[int, list[int]]):
    def __missing__(self, key: int) -> list[int]:
        return []


def _grouped(cards: Iterable[int]) -> Mapping[int, Sequence[int]]:
    """Return card → the places at which it stands; an empty list for a card that does not."""
    found = _Groups()
    for place, card in enumerate(cards):
        found.setdefault(card, []).append(place)
    return found
