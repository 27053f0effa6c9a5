"""The table of evidence counts each claim once by stage and once by kind, with its age."""

from __future__ import annotations

import datetime

import pytest

from cjm.figures.coverage_table import WorkspaceCoverage, map_coverage, together
from tests.sheet.builders import references_of

MAP = """
title: T
stages:
  - name: {en: Learn, zh: 了解}
    pains: {text: Stage, evidence: [old, talk]}
    steps:
      - name: a
        feeling: {level: -1, evidence: [talk]}
        feelings: {Ben: 1}
        pains:
          - {text: Slow, evidence: shop}
          - {text: Wrong, status: refuted}
  - {id: buy, name: Buy}
pains: {text: All, evidence: old}
library:
  evidence:
    talk: {title: Talk, method: interview, date: 2026-05-01}
    old: {title: Old, method: survey, date: 2020-01-01}
    shop: {title: Shop, method: workshop, date: 2026-10-01}
"""


def test_each_claim_stands_once_among_the_stages_and_once_among_the_kinds() -> None:
    found = map_coverage(*references_of(MAP))

    assert [(each.name, each.coverage.claims) for each in found.stages] == [
        ("Learn", 4), ("Buy", 0), ("", 1)
    ]  # fmt: skip
    assert [(each.name, each.coverage.claims) for each in found.kinds] == [
        ("feeling", 2), ("pains", 3)
    ]  # fmt: skip
    assert (found.total.coverage.claims, found.total.coverage.founded) == (5, 3)


def test_the_age_is_of_the_newest_customer_evidence_behind_a_claim() -> None:
    found = map_coverage(*references_of(MAP))

    assert found.total.dates == tuple(
        datetime.date.fromisoformat(day) for day in ("2020-01-01", "2026-05-01", "2026-05-01")
    )
    assert found.total.newest == found.total.median == datetime.date(2026, 5, 1)
    assert found.stages[1].newest is found.stages[1].median is None


def test_groups_add_up() -> None:
    found = map_coverage(*references_of(MAP))

    assert together(found.stages) == together(found.kinds) == found.total


@pytest.mark.parametrize(
    ("state", "limit", "is_under"),
    [("current", 61, True), ("current", 60, False), ("future", 61, False)],
)
def test_a_workspace_is_judged_by_what_is(state: str, limit: float, is_under: bool) -> None:
    found = map_coverage(*references_of(f"state: {state}{MAP}"))

    assert WorkspaceCoverage("", limit, True, (found,)).is_under is is_under
