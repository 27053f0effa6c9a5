"""Going through a journey: its columns, its insights, its claims, every item and every text.

Everything comes with its `Route`, so that whoever finds something can say where.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from cjm.findings import Route
from cjm.model.evidence import EvidenceUse
from cjm.model.frozen_map import FrozenMap
from cjm.model.insight import Expectation, Feeling, Insight, Quote
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.stage import Content, Stage
from cjm.model.text import Text

INSIGHTS = ("pains", "delights", "itches")
# Asked of every claim: `isinstance` is slow on the classes of Pydantic.
_CLAIMS = frozenset({Feeling, Expectation, Insight, Quote})
T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the map: a step, or a stage that has no steps (an implicit one).

    Attributes:
        index: From 0, over the whole journey.
        route: Of the step, or of the stage where it is implicit.
        step: What the column holds.
        stage: The stage it belongs to.
        stage_index: From 0.
        stage_route: Of the stage.
    """

    index: int
    route: Route
    step: Content
    stage: Stage
    stage_index: int
    stage_route: Route

    @property
    def is_implicit(self) -> bool:
        """Whether the column is a stage without steps."""
        return self.step is self.stage


def columns(journey: Journey) -> list[Column]:
    """Return the columns of `journey` from left to right."""
    found: list[Column] = []
    for position, stage in enumerate(journey.stages):
        at: Route = ("stages", position)
        steps: list[tuple[Route, Content]] = [
            ((*at, "steps", index), step) for index, step in enumerate(stage.steps)
        ]
        for route, step in steps or [(at, stage)]:
            found.append(Column(len(found), route, step, stage, position, at))
    return found


def contents(journey: Journey) -> Iterator[tuple[Route, Content | Journey]]:
    """Yield everything that holds insights and the like: the journey, stages and steps."""
    yield (), journey
    for position, stage in enumerate(journey.stages):
        at: Route = ("stages", position)
        yield at, stage
        for index, step in enumerate(stage.steps):
            yield (*at, "steps", index), step


def insights(journey: Journey, *kinds: str) -> Iterator[tuple[Route, str, Insight]]:
    """Yield `(route, kind, insight)` of all pains, delights and itches, refuted ones included.

    Args:
        journey: Where to look.
        kinds: Some of `INSIGHTS`; all where none is given.
    """
    for route, holder in contents(journey):
        for kind in kinds or INSIGHTS:
            for index, insight in enumerate(getattr(holder, kind)):
                yield (*route, kind, index), kind, insight


def claims(journey: Journey) -> Iterator[tuple[Route, str, Item]]:
    """Yield `(route, kind, claim)` of every claim that evidence should stand behind.

    Claims are feelings, expectations with a text, quotes, thoughts, pains, delights and itches;
    refuted insights are none.
    """
    for route, holder in contents(journey):
        for kind in INSIGHTS:
            for index, insight in enumerate(getattr(holder, kind)):
                if insight.status != "refuted":
                    yield (*route, kind, index), kind, insight
        if not isinstance(holder, Journey):
            yield from _step_claims(route, holder)


def _step_claims(route: Route, step: Content) -> Iterator[tuple[Route, str, Item]]:
    for kind in ("quotes", "thoughts"):
        quotes: tuple[Quote, ...] = getattr(step, kind)
        for index, quote in enumerate(quotes):
            yield (*route, kind, index), kind, quote
    for at, feeling in feelings(route, step):
        yield at, "feeling", feeling
    if step.expectation is not None and step.expectation.text is not None:
        yield (*route, "expectation"), "expectation", step.expectation


def feelings(route: Route, step: Content) -> Iterator[tuple[Route, Feeling]]:
    """Yield the feelings at `step`, those of single personas included."""
    for index, feeling in enumerate(step.feeling):
        yield (*route, "feeling", index), feeling
    for persona, several in (step.feelings or {}).items():
        for index, feeling in enumerate(several):
            yield (*route, "feelings", persona, index), feeling


def evidence_of(claim: Item) -> tuple[EvidenceUse, ...]:
    """Return the evidence that stands behind `claim`."""
    if type(claim) not in _CLAIMS:
        return ()
    held: Any = claim
    evidence: tuple[EvidenceUse, ...] = held.evidence
    return evidence


def items(item: Item, kind: type[T], route: Route = ()) -> Iterator[tuple[Route, T]]:
    """Yield every item of class `kind` within `item`, with its route, in the order of the format."""
    for at, value in values(item, route):
        if isinstance(value, kind):
            yield at, value


def texts(item: Item, route: Route = ()) -> Iterator[tuple[Route, Text]]:
    """Yield every text within `item`, with its route."""
    for at, value in values(item, route):
        if type(value) is Text:
            yield at, value


def values(item: Item, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Yield every item, text and value within `item` that was written, with its route."""
    held = item.__dict__
    written = item.model_fields_set
    # In the order of the format: the set's own order differs from run to run.
    for name, key in fields_of(type(item)):
        if name in written and held[name] is not None:
            yield from _value((*route, key), held[name])


@functools.cache
def fields_of(kind: type[Item]) -> tuple[tuple[str, str], ...]:
    """Return `(attribute, key of the format)` of each field, in canonical order."""
    fields = kind.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if name != "extensions")


def _value(route: Route, value: Any) -> Iterator[tuple[Route, Any]]:
    if isinstance(value, Item):
        yield route, value
        yield from values(value, route)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _value((*route, index), inner)
    elif isinstance(value, FrozenMap):
        for key, inner in value.items():
            yield from _value((*route, key), inner)
    else:
        yield route, value
