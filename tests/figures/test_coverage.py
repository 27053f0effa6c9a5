"""Coverage counts the claims by basis."""

from __future__ import annotations

from cjm.figures.claims import claims_of
from cjm.figures.coverage import coverage_of
from tests.sheet.builders import references_of

MAP = """
title: T
stages:
  - name: A
    steps:
      - name: a
        feeling: {level: -1, evidence: [talk]}
        feelings: {Ben: 1}
        thoughts: Why?
        quotes: {text: "No", evidence: [talk]}
        expectation: {level: 1, text: Fast}
        pains:
          - {text: Slow, evidence: [talk]}
          - {text: Wrong, status: refuted}
      - {name: b, expectation: 1}
itches: Tell me
library: {evidence: {talk: {title: Talk, method: interview}}}
"""


def test_every_claim_is_counted_once_and_refuted_ones_never() -> None:
    map, references = references_of(MAP)

    coverage = coverage_of(claims_of(map.journey, references))

    assert coverage.by_basis["reported"] == 3
    assert coverage.by_basis["assumed"] == 4
    assert coverage.claims == 7
    assert coverage.founded == 3
    assert coverage.share is not None
    assert round(coverage.share) == 43


def test_a_map_without_claims_has_no_share() -> None:
    map, references = references_of("title: T\nstages: [{name: A}]")

    assert coverage_of(claims_of(map.journey, references)).share is None
