"""The lanes of plain texts: goals, success, actions, needs, systems, the journey's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from cjm.model.journey import Journey
from cjm.model.journey import Lane as OwnLane
from cjm.model.lanes import lane_key
from cjm.model.stage import Content, Stage
from cjm.model.text import Text
from cjm.model.touchpoint import Need, System
from cjm.sheet.sheet import Block, Lane, Words
from cjm.sheet.view import Place, View
from cjm.workspace.references import Resolved

T = TypeVar("T", Need, System)


def goal(view: View) -> Lane | None:
    """The customer's goals at steps; a stage's goal stands in its chevron where that is drawn."""

    def blocks(place: Place) -> Iterator[Block]:
        item = place.item
        if isinstance(item, Journey) or item.goal is None:
            return
        if not (isinstance(item, Stage) and "stage" in view.chosen) and item.goal.customer:
            yield _words(view, item.goal.customer, place.at("goal", "customer"))
        if item.goal.business is not None:
            note = view.words.say("goal.business")
            yield _words(view, item.goal.business, place.at("goal", "business"), note)

    return view.lane("goal", blocks)


def success(view: View) -> Lane | None:
    """How one will know."""
    return view.lane("success", lambda place: _texts(view, place, "success"))


def actions(view: View) -> Lane | None:
    """What the customer does; a blueprint shows the step's name where nothing is said."""

    def blocks(place: Place) -> Iterator[Block]:
        told = tuple(_texts(view, place, "actions"))
        yield from told
        if not told and "step" not in view.chosen and _is_step(view, place):
            yield _words(view, place.get("name"), place.at("name"))

    return view.lane("actions", blocks)


def needs(view: View) -> Lane | None:
    """What the customer needs."""
    return view.lane("needs", lambda place: _resolved(view, place, "needs", view.references.need))


def systems(view: View) -> Lane | None:
    """The systems behind the steps."""
    return view.lane(
        "systems", lambda place: _resolved(view, place, "systems", view.references.system)
    )


def own(view: View, lane: OwnLane) -> Lane | None:
    """A lane of the journey's own."""
    id = str(lane.id)

    def blocks(place: Place) -> Iterator[Block]:
        for written, cell in (place.get("custom") or {}).items():
            if lane_key(written) == lane_key(id):
                for index, text in enumerate(cell):
                    yield _words(view, text, place.at("custom", written, index))

    return view.lane(id, blocks, title=view.text(lane.name) or view.text(id))


def _is_step(view: View, place: Place) -> bool:
    """Whether the place is a step; one that is a stage has its name above already."""
    item = place.item
    return isinstance(item, Content) and not (isinstance(item, Stage) and "stage" in view.chosen)


def _texts(view: View, place: Place, key: str) -> Iterator[Block]:
    for index, text in enumerate(place.get(key)):
        yield _words(view, text, place.at(key, index))


def _resolved(
    view: View, place: Place, key: str, resolve: Callable[[T], Resolved[T]]
) -> Iterator[Block]:
    for index, item in enumerate(place.get(key)):
        yield _words(view, resolve(item).name, place.at(key, index))


def _words(view: View, text: Text | None, route: tuple[str | int, ...], note: str = "") -> Words:
    said, language = view.said(text)
    return Words(said, note, route=route, language=language)
