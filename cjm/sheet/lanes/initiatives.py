"""The lanes of what is done about it: opportunities, solutions, their owners and resources."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.model.insight import Initiative
from cjm.model.owner import Owner
from cjm.model.touchpoint import Resources
from cjm.sheet.sheet import Block, Lane, Note, NoteKind, Words
from cjm.sheet.view import Place, View


def opportunities(view: View) -> Lane | None:
    """What could be better."""
    return view.lane("opportunities", lambda place: _notes(view, place, "opportunity"))


def solutions(view: View) -> Lane | None:
    """Ideas and initiatives that answer opportunities."""
    return view.lane("solutions", lambda place: _notes(view, place, "solution"))


def owner(view: View) -> Lane | None:
    """Who answers for the opportunities, solutions and touchpoints; each once in a cell."""

    def blocks(place: Place) -> Iterator[Block]:
        seen: set[int] = set()
        for each, route in owners_at(view, place):
            mark = view.owner(each, route)
            if mark.colour not in seen:
                seen.add(mark.colour)
                yield mark

    return view.lane("owner", blocks)


def owners_at(view: View, place: Place) -> Iterator[tuple[Owner, Route]]:
    """Yield the owners at a place, with the route of what they own."""
    for item, route in _owned(view, place):
        if item.owner is not None:
            yield item.owner, route


def resources(view: View) -> Lane | None:
    """What is there and what is missing, for opportunities, solutions and touchpoints."""

    def blocks(place: Place) -> Iterator[Block]:
        for item, route in _owned(view, place):
            found: Resources | None = item.resources
            for key, texts in (("owned", found.owned), ("needed", found.needed)) if found else ():
                for text in texts:
                    said, language = view.said(text)
                    yield Words(view.words.say(key, text=said), route=route, language=language)

    return view.lane("resources", blocks)


def _owned(view: View, place: Place) -> Iterator[tuple[Initiative, Route]]:
    """Yield what may have an owner and resources; a touchpoint has the same two keys."""
    for key in ("touchpoints", "opportunities", "solutions"):
        for index, item in enumerate(place.get(key)):
            if key == "touchpoints":
                item = view.references.touchpoint(item).item
            yield item, place.at(key, index)


_KEYS: dict[NoteKind, str] = {"opportunity": "opportunities", "solution": "solutions"}


def _notes(view: View, place: Place, kind: NoteKind) -> Iterator[Block]:
    key = _KEYS[kind]
    for index, item in enumerate(place.get(key)):
        text, language = view.said(item.text)
        yield Note(
            kind, text, details=tuple(_details(view, item)), route=place.at(key, index),
            language=language,
        )  # fmt: skip


def _details(view: View, item: Initiative) -> Iterator[str]:
    if item.impact:
        yield view.words.say("impact", value=item.impact)
    if item.effort:
        yield view.words.say("effort", value=item.effort)
    if item.status and item.status != "open":
        yield view.words.say(f"work.{item.status}")
