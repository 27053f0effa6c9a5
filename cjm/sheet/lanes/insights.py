"""The lanes of insights: pains, delights, itches, and a blueprint's points of failure."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model.stage import Content
from cjm.sheet.details import insight_details
from cjm.sheet.sheet import Block, Lane, Note, NoteKind
from cjm.sheet.view import Place, View

CELLS = ("physical_evidence", "frontstage", "backstage", "support", "policies")
"""The keys that hold the cells of a blueprint."""


def pains(view: View) -> Lane | None:
    """What hurts."""
    return view.lane("pains", lambda place: _notes(view, place, "pains", "pain"))


def delights(view: View) -> Lane | None:
    """What delights."""
    return view.lane("delights", lambda place: _notes(view, place, "delights", "delight"))


def itches(view: View) -> Lane | None:
    """Wants that are not met yet."""
    return view.lane("itches", lambda place: _notes(view, place, "itches", "itch"))


def fails(view: View) -> Lane | None:
    """The cells marked as points of failure, and the pains where no other lane shows them."""

    def blocks(place: Place) -> Iterator[Block]:
        if isinstance(place.item, Content):
            for key in CELLS:
                for index, cell in enumerate(place.get(key)):
                    if cell.fail:
                        text, language = view.said(cell.text)
                        note = view.words.say(f"lane.{key}")
                        yield Note("pain", text, details=(note,), route=place.at(key, index),
                                   language=language)  # fmt: skip
        if "pains" not in view.chosen:
            yield from _notes(view, place, "pains", "pain")

    return view.lane("fails", blocks)


def _notes(view: View, place: Place, key: str, kind: NoteKind) -> Iterator[Block]:
    held = sorted(enumerate(place.get(key)), key=lambda entry: -(entry[1].severity or 0))
    for index, insight in held:
        if insight.status == "refuted":
            continue
        text, language = view.said(insight.text)
        basis = view.basis(insight)
        named = [view.references.persona_named(each) for each in insight.personas]
        details = [view.only(named)]
        if basis == "assumed" and view.has_evidence:
            details.append(view.words.say("assumed"))
        scale = "severity" if kind == "pain" else "strength"
        yield Note(
            kind,
            text,
            insight.severity or 0,
            view.words.say(scale) if insight.severity else "",
            tuple(detail for detail in details if detail),
            basis,
            place.at(key, index),
            language,
            view.whose(named),
            insight_details(view, insight, scale),
        )
