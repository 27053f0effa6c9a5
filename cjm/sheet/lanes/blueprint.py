"""The lanes of a service blueprint: what is done in sight of the customer, and behind."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model.stage import Content
from cjm.sheet.lanes.heads import moment
from cjm.sheet.sheet import Block, Lane, Words
from cjm.sheet.view import Place, View


def physical_evidence(view: View) -> Lane | None:
    """What the customer can touch."""
    return _lane(view, "physical_evidence")


def frontstage(view: View) -> Lane | None:
    """What staff do in sight of the customer."""
    return _lane(view, "frontstage", line=True)


def backstage(view: View) -> Lane | None:
    """What is done out of sight."""
    return _lane(view, "backstage", line=True)


def support(view: View) -> Lane | None:
    """What supports it."""
    return _lane(view, "support", line=True)


def policies(view: View) -> Lane | None:
    """Rules that bear on it."""
    return _lane(view, "policies")


def _lane(view: View, key: str, *, line: bool = False) -> Lane | None:
    def blocks(place: Place) -> Iterator[Block]:
        if isinstance(place.item, Content):
            for index, cell in enumerate(place.get(key)):
                text, language = view.said(cell.text)
                marks = (view.words.say("fail"),) if cell.fail else ()
                yield Words(
                    text, " · ".join(_who(view, cell)), marks=marks, route=place.at(key, index),
                    language=language, moment=moment(view, cell),
                )  # fmt: skip

    return view.lane(key, blocks, line_above=view.words.say(f"line.{key}") if line else "")


def _who(view: View, cell: object) -> Iterator[str]:
    actor, system, owner = (getattr(cell, key) for key in ("actor", "system", "owner"))
    if actor is not None:
        yield view.text(actor)
    if system is not None:
        from cjm.model.text import Text
        from cjm.model.touchpoint import System

        yield view.text(view.references.system(System(name=Text(system))).name)
    if owner is not None:
        yield view.owner(owner, ()).name
