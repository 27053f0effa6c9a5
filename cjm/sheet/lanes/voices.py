"""The lanes of what customers think and say."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.sheet.sheet import Block, Lane, Saying
from cjm.sheet.view import Place, View


def thoughts(view: View) -> Lane | None:
    """What customers think."""
    return view.lane("thoughts", lambda place: _sayings(view, place, "thoughts"))


def quotes(view: View) -> Lane | None:
    """What customers said."""
    return view.lane("quotes", lambda place: _sayings(view, place, "quotes"))


def _sayings(view: View, place: Place, key: str) -> Iterator[Block]:
    several = len(view.map.journey.personas) > 1
    for index, quote in enumerate(place.get(key)):
        text, language = view.said(quote.text)
        speaker = ""
        if quote.persona is not None and several:
            speaker = view.text(view.references.persona_named(quote.persona).name)
        yield Saying(
            view.words.quoted(text), speaker, view.basis(quote), place.at(key, index), language
        )
