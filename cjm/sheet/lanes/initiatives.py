"""The lanes of what is done about it: opportunities, solutions, their owners and resources."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.model.insight import Initiative, Opportunity
from cjm.model.owner import Owner
from cjm.model.touchpoint import Resources
from cjm.sheet.details import initiative_details, owner_details
from cjm.sheet.sheet import Block, Lane, Note, NoteKind, Progress, ResourceMark
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
        marks = {}
        for each, route in owners_at(view, place):
            mark = view.owner(each, route)
            if (mark.colour, mark.detail) not in marks:
                more = owner_details(view, each)
                marks[mark.colour, mark.detail] = view.owner(each, route, more)
        # A department that stands there with its person is not told again without.
        told = {colour for colour, detail in marks if detail}
        for (colour, detail), mark in marks.items():
            if detail or colour not in told:
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
                    label = view.words.say(f"resource.{key}")
                    yield ResourceMark(said, key == "owned", label, route, language)

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
    held: list[tuple[int, Initiative]] = sorted(enumerate(place.get(key)), key=_by_worth)
    for index, item in held:
        text, language = view.said(item.text)
        status: Progress = item.status or "open"  # type: ignore[assignment]
        named = item.personas if isinstance(item, Opportunity) else ()
        whose = view.whose([view.references.persona_named(each) for each in named])
        yield Note(
            kind, text, details=tuple(_details(view, item)), route=place.at(key, index),
            language=language, personas=whose, more=initiative_details(view, item),
            impact=item.impact or 0, effort=item.effort or 0, progress=status,
            status=view.words.say(f"work.{status}") if status != "open" else "",
        )  # fmt: skip


def _by_worth(entry: tuple[int, Initiative]) -> tuple[bool, int, int]:
    """Sort first what brings much and takes little; what is dismissed last."""
    _, item = entry
    impact, effort = item.impact or 0, item.effort or 3
    return item.status == "dismissed", effort - impact, -impact


def _details(view: View, item: Initiative) -> Iterator[str]:
    if item.impact:
        yield view.words.say("impact", value=item.impact)
    if item.effort:
        yield view.words.say("effort", value=item.effort)
