"""The lanes of names: stages and steps."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model.stage import Cell, Content, Stage
from cjm.sheet import sheet
from cjm.sheet.details import content_details
from cjm.sheet.sheet import Block, Lane, StageHead, StepCard
from cjm.sheet.view import Place, View


def stage(view: View) -> Lane | None:
    """The stages as chevrons, with their goals."""
    cells: list[sheet.Cell] = []
    start = 0
    for position, each in enumerate(view.map.journey.stages):
        end = start + (len(each.steps) or 1)
        name, language = view.name(each, ("stages", position))
        goal = view.text(each.goal.customer) if each.goal is not None else ""
        head = StageHead(
            name,
            goal,
            position,
            ("stages", position),
            language,
            content_details(view, each) if each.steps or "step" not in view.chosen else (),
        )
        cells.append(sheet.Cell(start, end, (head,)))
        start = end
    if not cells:
        return None
    return Lane("stage", view.words.say("lane.stage"), "", "stages", (tuple(cells),))


def step(view: View) -> Lane | None:
    """The steps as cards; a stage without steps has its name in its chevron already."""

    def blocks(place: Place) -> Iterator[Block]:
        item = place.item
        if isinstance(item, Content) and not (isinstance(item, Stage) and item.steps):
            is_named_above = isinstance(item, Stage) and "stage" in view.chosen
            if not is_named_above or item.moment_of_truth or item.actor or item.journey:
                name, language = view.name(item, place.route)
                yield StepCard(
                    name, moment(view, item), tuple(_notes(view, item)), place.route, language,
                    content_details(view, item),
                )  # fmt: skip

    return view.lane("step", blocks, kind="cards")


def moment(view: View, item: Content | Cell) -> str:
    """Return what kind of moment of truth a step or cell is, in words, or an empty string."""
    if not item.moment_of_truth:
        return ""
    kind = f"moment.{item.moment_of_truth}"
    return view.words.say(kind if isinstance(item.moment_of_truth, str) else "moment")


def _notes(view: View, item: Content) -> Iterator[str]:
    whose = view.only([view.references.persona(each) for each in item.personas])
    if whose:
        yield whose
    if item.actor is not None:
        yield view.text(item.actor)
    if item.journey is not None:
        detail = view.references.journey(item.journey)
        name = view.text(detail.journey.title) if detail is not None else view.text(item.journey)
        yield view.words.say("details", name=name)
