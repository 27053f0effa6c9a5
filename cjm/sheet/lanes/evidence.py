"""The lane of evidence: what stands behind steps and behind what is claimed at them."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.model.evidence import EvidenceUse
from cjm.model.item import Item
from cjm.model.stage import Content
from cjm.model.walk import INSIGHTS, evidence_of, feelings
from cjm.sheet.sheet import Block, Lane, Words
from cjm.sheet.view import Place, View, shown


def evidence(view: View) -> Lane | None:
    """All evidence at a place, each piece once: the step's own first, then that of its claims."""

    def blocks(place: Place) -> Iterator[Block]:
        seen: set[str] = set()
        for route, use in uses_at(place):
            found = view.references.evidence(use)
            key = found.key if found is not None else use.ref or ""
            if key not in seen:
                seen.add(key)
                name, language = view.said(found.name) if found is not None else (shown(key), "")
                yield Words(name, _note(view, use), route=route, language=language)

    return view.lane("evidence", blocks)


def uses_at(place: Place) -> Iterator[tuple[Route, EvidenceUse]]:
    """Yield the evidence of a step, stage or journey, then that of what is claimed there."""
    for index, use in enumerate(place.get("evidence")):
        yield place.at("evidence", index), use
    for route, claim in _claims(place):
        for index, use in enumerate(evidence_of(claim)):
            yield (*route, "evidence", index), use


def _note(view: View, use: EvidenceUse) -> str:
    """Return how large the sample is, and that it is no evidence where it is an assumption."""
    found = view.references.evidence(use)
    if found is None:
        return ""
    sample, notes = found.item.sample, []
    if sample:
        notes.append(view.words.say("sample", count=view.words.number(sample)))
    if found.item.basis == "assumed":
        notes.append(view.words.say("assumed"))
    return view.words.listed(notes)


def _claims(place: Place) -> Iterator[tuple[Route, Item]]:
    """Yield what is claimed at a place, refuted insights left out."""
    for key in (*INSIGHTS, "quotes", "thoughts"):
        for index, claim in enumerate(place.get(key)):
            if getattr(claim, "status", None) != "refuted":
                yield place.at(key, index), claim
    if isinstance(place.item, Content):
        yield from feelings(place.route, place.item)
        if place.item.expectation is not None:
            yield place.at("expectation"), place.item.expectation
