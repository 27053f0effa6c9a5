"""The lanes of what customers think and say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cjm.sheet.details import claim_details
from cjm.sheet.sheet import Block, Lane, Saying
from cjm.sheet.view import Place, View


def thoughts(view: View) -> Lane | None:
    """What customers think."""
    return view.lane("thoughts", lambda place: _sayings(view, place, "thoughts", "thought"))


def quotes(view: View) -> Lane | None:
    """What customers said."""
    return view.lane("quotes", lambda place: _sayings(view, place, "quotes", "quote"))


def _sayings(
    view: View, place: Place, key: str, kind: Literal["quote", "thought"]
) -> Iterator[Block]:
    several = len(view.map.journey.personas) > 1
    for index, quote in enumerate(place.get(key)):
        text, language = view.said(quote.text)
        named = [view.references.persona_named(quote.persona)] if quote.persona and several else []
        speaker = view.text(named[0].name) if named else ""
        yield Saying(
            bare(text), speaker, view.basis(quote), place.at(key, index), language,
            view.whose(named), claim_details(view, quote), kind,
        )  # fmt: skip


_MARKS = tuple(map(tuple, "“” ‘’ \"\" '' 「」 『』 «» „“ „” 《》".split()))


def bare(text: str) -> str:
    """Return `text` without quotation marks around it: pictures draw their own."""
    for first, last in _MARKS:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == first and text[-1] == last:
            return text if first in inner or last in inner else inner
    return text
