"""The lane of evidence: what stands behind steps and behind what is claimed at them."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.model.evidence import BASES, EvidenceUse
from cjm.model.item import Item
from cjm.model.stage import Content
from cjm.model.walk import INSIGHTS, evidence_of, feelings
from cjm.sheet.sheet import Block, EvidenceMark, Lane
from cjm.sheet.view import Place, View, shown


def evidence(view: View) -> Lane | None:
    """All evidence at a place, each piece once, the strongest first; and how many claims lack any."""

    def blocks(place: Place) -> Iterator[Block]:
        pieces = sorted(_pieces(view, place), key=lambda mark: BASES.index(mark.basis))
        yield from pieces
        # On a map without any evidence this would stand at every step, and tell nothing.
        count = _assumed(view, place) if view.has_evidence else 0
        if count:
            yield EvidenceMark(view.words.count("claims.assumed", count, count=count), "assumed",
                               route=place.route)  # fmt: skip

    return view.lane("evidence", blocks)


def uses_at(place: Place) -> Iterator[tuple[Route, EvidenceUse]]:
    """Yield the evidence of a step, stage or journey, then that of what is claimed there."""
    for index, use in enumerate(place.get("evidence")):
        yield place.at("evidence", index), use
    for route, claim in _claims(place):
        for index, use in enumerate(evidence_of(claim)):
            yield (*route, "evidence", index), use


def _pieces(view: View, place: Place) -> Iterator[EvidenceMark]:
    seen: set[str] = set()
    for route, use in uses_at(place):
        found = view.references.evidence(use)
        key = found.key if found is not None else use.ref or ""
        if key in seen:
            continue
        seen.add(key)
        if found is None:
            yield EvidenceMark(shown(key), "assumed", view.words.say("basis.assumed"), "", route)
            continue
        item = found.item
        title, language = view.said(found.name)
        is_planned = item.status == "planned"
        label = view.words.say("work.planned" if is_planned else f"basis.{item.basis}")
        sample = item.sample
        note = view.words.say("sample", count=view.words.number(sample)) if sample else ""
        yield EvidenceMark(title, item.basis, label, note, route, language)


def _assumed(view: View, place: Place) -> int:
    """Return how many claims at a place have nothing behind them."""
    return sum([claim.basis == "assumed" for claim in view.claims.get(place.route, ())])


def _claims(place: Place) -> Iterator[tuple[Route, Item]]:
    """Yield what is claimed at a place, refuted insights left out."""
    for key in (*INSIGHTS, "quotes", "thoughts"):
        for index, claim in enumerate(place.get(key)):
            if key not in INSIGHTS or claim.status != "refuted":
                yield place.at(key, index), claim
    if isinstance(place.item, Content):
        yield from feelings(place.route, place.item)
        if place.item.expectation is not None:
            yield place.at("expectation"), place.item.expectation
