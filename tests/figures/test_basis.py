"""The basis of a claim comes from its evidence."""

from __future__ import annotations

import pytest

from cjm.figures.basis import CUSTOMER_EVIDENCE, basis_of
from tests.sheet.builders import references_of

LIBRARY = """
library:
  evidence:
    survey: {title: Survey, method: survey}
    talk: {title: Talk, method: interview}
    bought: {title: Study, method: third-party}
    wall: {title: Wall, method: workshop}
    guess: {title: Guess, method: assumption}
    hearsay: {title: Hearsay}
    todo: {title: To do, method: survey, status: planned}
"""


def first_pain(claim: str) -> str:
    map, references = references_of(
        f"title: T\nstages: [{{name: A, pains: [{{text: p, {claim}}}]}}]" + LIBRARY
    )
    return basis_of(map.journey.stages[0].pains[0], references)


@pytest.mark.parametrize(
    ("evidence", "basis"),
    [
        ("survey", "measured"),
        ("talk, survey", "measured"),
        ("wall, talk", "reported"),
        ("bought", "external"),
        ("wall", "internal"),
        ("guess", "assumed"),
        ("hearsay", "assumed"),
        ("todo", "assumed"),
    ],
)
def test_the_strongest_evidence_decides(evidence: str, basis: str) -> None:
    assert first_pain(f"evidence: [{evidence}]") == basis


def test_a_claim_without_evidence_is_assumed() -> None:
    assert first_pain("severity: 3") == "assumed"


@pytest.mark.parametrize(
    ("written", "evidence", "basis"),
    [
        ("assumed", "survey", "assumed"),
        ("reported", "survey", "reported"),
        ("measured", "talk", "reported"),
        ("measured", "", "assumed"),
    ],
)
def test_a_written_basis_only_lowers(written: str, evidence: str, basis: str) -> None:
    map, references = references_of(
        f"title: T\nstages: [{{name: A, feeling: {{level: 1, basis: {written}, "
        f"evidence: [{evidence}]}}}}]" + LIBRARY
    )

    assert basis_of(map.journey.stages[0].feeling[0], references) == basis


@pytest.mark.parametrize(
    ("evidence", "counts"), [("bought", True), ("wall", False), ("todo", False)]
)
def test_internal_and_planned_evidence_are_no_customer_evidence(
    evidence: str, counts: bool
) -> None:
    assert (first_pain(f"evidence: [{evidence}]") in CUSTOMER_EVIDENCE) is counts
