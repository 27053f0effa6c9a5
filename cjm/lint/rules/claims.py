"""Rules of the category evidence about single claims, and about walking the journey oneself."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.figures.basis import STRENGTH
from cjm.figures.claims import Claim
from cjm.lint.founded import defined
from cjm.lint.hit import Hit
from cjm.lint.subject import MapSubject
from cjm.lint.tongue import language_judged, language_name
from cjm.lint.where import words
from cjm.lint.words.solutions import asks_for
from cjm.model.evidence import EvidenceUse
from cjm.model.insight import Feeling, Insight
from cjm.model.text import Text
from cjm.model.walk import evidence_of
from cjm.rulebook import rule


@rule("evidence", "WWE", mermaid=False)
def validated_without_evidence(subject: MapSubject) -> Iterator[Hit]:
    """An insight called `validated` with nothing behind it, or a feeling that claims too much.

    Validated means that somebody checked with customers, and can show it. Research that is only
    planned, or that names no method, shows nothing yet. A feeling's `basis` may lower what its
    evidence says and never raise it, so a stronger one is not believed.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, delights: [{id: no-buffering, status: validated, evidence: }]}

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, delights: [{id: no-buffering, status: validated, evidence: interviews}]}

    Source: Mennella
    """
    for claim in subject.claims:
        item = claim.item
        if type(item) is Feeling:
            if item.basis is None or STRENGTH[item.basis] >= STRENGTH[claim.founded]:
                continue
            told = {"written": item.basis, "founded": claim.founded}
            variant = "basis" if claim.evidence else "basis-alone"
        elif type(item) is Insight and item.status == "validated" and claim.founded == "assumed":
            told = {"claim": _told(claim, subject)}
            variant = "weak" if claim.evidence else ""
        else:
            continue
        if len(claim.evidence) == len(evidence_of(item)):
            yield Hit(claim.route, told, variant, absent=((*claim.route, "evidence"),))


@rule("evidence", "EEE", mermaid=False, supersedes=("validated-without-evidence",))
def measured_future(subject: MapSubject) -> Iterator[Hit]:
    """A measured feeling in a future or transition map.

    What customers felt was felt on an actual journey. A future map holds what they are expected to
    feel; a number from today behind it makes a hope look like a fact.

    Bad (future):
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: 1, evidence: survey}}

    Good (future):
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: 1, basis: assumed, evidence: survey}}

    Source: CJML
    """
    if not subject.is_expected:
        return
    for claim in subject.claims:
        item = claim.item
        if type(item) is Feeling and "measured" in (claim.basis, item.basis):
            related = (defined(each) for each in claim.evidence if each.item.basis == "measured")
            yield Hit(
                claim.route, {"state": subject.journey.state or ""},
                related=tuple(each for each in related if each is not None)[:1],
            )  # fmt: skip


@rule("evidence", "·WW", once=True, mermaid=False)
def internal_evidence_only(subject: MapSubject) -> Iterator[Hit]:
    """Only a workshop or a walkthrough stands behind a claim.

    Both tell what colleagues think that customers feel. They find what to ask; only customers answer.
    Reported once a map.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, delights: [{id: no-buffering, evidence: workshop}]}

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, delights: [{id: no-buffering, evidence: [workshop, interviews]}]}

    Source: SeatonCX
    """
    if subject.is_expected:
        return
    for claim in subject.claims:
        if claim.founded == "internal" and len(claim.evidence) == len(evidence_of(claim.item)):
            yield Hit(claim.route, {"claim": _told(claim, subject)})


@rule("evidence", "·WW", mermaid=False)
def solution_as_pain(subject: MapSubject) -> Iterator[Hit]:
    """A pain worded as a solution ("add", "build", 新增).

    `Add a chatbot` hides what hurts, and closes the case before anybody asked: perhaps nobody answers
    the telephone. Say what the customer suffers; what could be made of it is an opportunity or a
    solution. Read in English and Chinese; a pain that could be either is left alone.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, pains: [{id: too-many-plans, text: Add a comparison of plans}]}

    Good:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, pains: [{id: too-many-plans, text: Adds up the fees with a pencil}]}

    Source: Cemantica
    """
    for claim in subject.claims:
        if claim.kind != "pains" or type(claim.item) is not Insight or claim.item.text is None:
            continue
        for tag, text in claim.item.text.pairs:
            language = language_judged(tag, text, subject)
            asked = asks_for(text, language)
            if asked:
                told = {"text": text, "asked": asked, "language": language_name(language)}
                yield Hit((*claim.route, "text"), told)
                break


@rule("evidence", "·iW", mermaid=False)
def no_walkthrough(subject: MapSubject) -> Iterator[Hit]:
    """A live map that nobody has walked.

    Who has stood in the queue and typed the code reads the map with other eyes. Walk the journey as a
    customer once it is live, and write down what was not as drawn. Evidence of the method
    `walkthrough` counts.

    Bad:
        status: live

    Good:
        status: live
        walkthroughs: [{date: 2026-10-01, by: Deng Wei, findings: The counter closes at six}]

    Source: seven steps, 7
    """
    journey = subject.journey
    if journey.status != "live" or journey.walkthroughs:
        return
    used = (subject.references.evidence(use) for _, use in subject.index.of(EvidenceUse))
    if not any(each is not None and each.item.method == "walkthrough" for each in used):
        yield Hit(("status",), absent=(("walkthroughs",),))


_NOUNS = {
    "feeling": "the feeling", "expectation": "the expectation", "quotes": "the quote",
    "thoughts": "the thought", "pains": "pain", "delights": "delight", "itches": "itch",
}  # fmt: skip


def _told(claim: Claim, subject: MapSubject) -> str:
    """Return what a message calls `claim`: `pain 'Queue of 25 minutes'`, `the feeling`."""
    text = getattr(claim.item, "text", None)
    noun = _NOUNS[claim.kind]
    if not isinstance(text, Text) or not text:
        return noun
    told = words(text, subject)
    return f"{noun} '{told if len(told) <= _ROOM else told[: _ROOM - 1].rstrip('…') + '…'}'"


_ROOM = 42
"""Of a claim's text: with its noun it is no longer than a message can bear."""
