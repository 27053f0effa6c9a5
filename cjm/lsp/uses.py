"""Every reference of a file: what it names, and in which drawer that is looked up.

A drawer is a section of the library (`touchpoints` …), `personas`, `journeys`, a group of ids of the
journey itself (`places`, `insights`, `opportunities`), or such a group `of the baseline`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cjm.findings import Route
from cjm.model.evidence import Shared
from cjm.model.insight import Insight, Opportunity, Quote, Solution
from cjm.model.item import Item
from cjm.model.journey import Deferral, Hypothesis, Journey, TeamMember, WalkFinding, Walkthrough
from cjm.model.metric import Metric
from cjm.model.owner import Owner
from cjm.model.persona import Persona
from cjm.model.stage import Cell, Content, Goal, Next, Stage
from cjm.model.text import Text
from cjm.model.touchpoint import Performance, Relation
from cjm.model.values import RESERVED_IDS, fold
from cjm.model.walk import values
from cjm.workspace.inline import SECTION_OF

BASELINE = "baseline "
"""What the name of a drawer begins with that is the baseline's."""

_DRAWERS: tuple[tuple[type[Item], str, tuple[str, ...]], ...] = (
    (Goal, "metrics", ("metrics",)),
    (Metric, "source", ("evidence",)),
    (Performance, "metric", ("metrics",)),
    (Performance, "department", ("departments",)),
    (Owner, "department", ("departments",)),
    (TeamMember, "department", ("departments",)),
    (Relation, "to", ("touchpoints",)),
    (Cell, "system", ("systems",)),
    (Quote, "persona", ("personas",)),
    (Insight, "personas", ("personas",)),
    (Opportunity, "personas", ("personas",)),
    (Walkthrough, "persona", ("personas",)),
    (Content, "feelings", ("personas",)),
    (Next, "to", ("places",)),
    (WalkFinding, "step", ("places",)),
    (Opportunity, "addresses", ("insights",)),
    (Solution, "addresses", ("opportunities", "insights")),
    (Hypothesis, "about", ("places", "insights", "opportunities", "touchpoints")),
    (Journey, "baseline", ("journeys",)),
    (Journey, "parent", ("journeys",)),
    (Content, "journey", ("journeys",)),
    (Journey, "resolves", (BASELINE + "insights",)),
    (Content, "resolves", (BASELINE + "insights",)),
    (Journey, "realises", (BASELINE + "opportunities",)),
    (Content, "realises", (BASELINE + "opportunities",)),
    (Content, "replaces", (BASELINE + "places",)),
    (Insight, "replaces", (BASELINE + "insights",)),
    (Opportunity, "replaces", (BASELINE + "opportunities",)),
    (Deferral, "pain", (BASELINE + "insights",)),
)


def drawers_of(holder: type[Item] | None, key: str) -> tuple[str, ...]:
    """Return the drawers in which what stands under `key` of a `holder` is looked up."""
    if holder is None:
        return ()
    if key == "ref":
        section = section_of(holder)
        return (section,) if section else ()
    return next(
        (found for cls, each, found in _DRAWERS if each == key and issubclass(holder, cls)), ()
    )


def section_of(cls: type[Item] | None) -> str | None:
    """Return the drawer of the shared things that plain words in the place of a `cls` may name."""
    if cls is None:
        return None
    if issubclass(cls, Persona):
        return "personas"
    return next((section for each, section in SECTION_OF.items() if issubclass(cls, each)), None)


@dataclass(frozen=True, slots=True)
class Use:
    """One reference.

    Attributes:
        route: Where it stands.
        word: What it names.
        drawers: Where that is looked up, in this order.
        on_key: It is the key that stands there.
        part: Of a reference `journey#step`: `journey` or `step`; else empty.
    """

    route: Route
    word: str
    drawers: tuple[str, ...]
    on_key: bool = False
    part: str = ""


def uses_of(root: Item, language: str = "") -> Iterator[Use]:
    """Yield every reference of a file that holds `root`."""
    yield from _of_item((), root, language)
    for route, value in values(root):
        if isinstance(value, Item):
            yield from _of_item(route, value, language)


def _of_item(route: Route, item: Item, language: str) -> Iterator[Use]:
    if isinstance(item, Shared):
        yield from _of_shared(route, item)
    written = item.model_fields_set
    kind = type(item)
    for cls, key, drawers in _DRAWERS:
        if key in written and issubclass(kind, cls):
            for at, word, on_key in _words((*route, key), getattr(item, key)):
                yield from _made(at, word, drawers, on_key)
    if isinstance(item, Stage) and item.same:
        at = (*route, "id") if item.id else (*route, "name")
        word = item.id or (item.name.in_language(language) if item.name else "")
        if word:
            yield Use(at, word, (BASELINE + "places",))


def _of_shared(route: Route, item: Shared) -> Iterator[Use]:
    section = section_of(type(item))
    if section is None:
        return
    if item.ref is not None:
        yield Use((*route, "ref"), item.ref, (section,))
        return
    shorthand = str(type(item).shorthand)
    if route and item.model_fields_set == {shorthand}:
        for at, word, _ in _words((*route, shorthand), getattr(item, shorthand)):
            yield Use(at, word, (section,))


def _made(route: Route, word: str, drawers: tuple[str, ...], on_key: bool) -> Iterator[Use]:
    if drawers == ("places",) and fold(word) in RESERVED_IDS:
        return
    if drawers != ("journeys",):
        yield Use(route, word, drawers, on_key)
        return
    journey, _, place = word.partition("#")
    yield Use(route, journey, drawers, part="journey" if place else "")
    if place:
        yield Use(route, word, drawers, part="step")


def _words(route: Route, value: Any) -> Iterator[tuple[Route, str, bool]]:
    """Yield `(route, word, whether it is a key)`; words in several languages name nothing."""
    if isinstance(value, Text):
        words = list(value)
        if len(words) == 1:
            yield route, words[0], False
    elif isinstance(value, str):
        yield route, value, False
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _words((*route, index), each)
    elif value is not None:
        for key in value:
            yield (*route, key), str(key), True
