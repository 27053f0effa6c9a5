from __future__ import annotations

import json

from cjm.report.look import Look
from cjm.report.statistics import statistics_json, statistics_text
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings


def test_rules_are_counted_the_most_first(golden) -> None:
    many = [finding(at("a: 1", "a", path=f"{n}.yaml"), rule="expectation-gap") for n in range(11)]

    golden("statistics.txt", statistics_text([*upgrade_findings(), *many], Summary(3)))


def test_notes_are_counted_on_request_and_errors_alone_when_quiet() -> None:
    found = upgrade_findings()

    usual, notes, quiet = (
        statistics_text(found, Summary(3), look)
        for look in (Look(), Look(notes=True), Look(quiet=True))
    )

    assert "missing-state" not in usual
    assert "missing-state" in notes
    assert quiet == "1  error    unknown-key  in 1 file  [*]\n[*] --fix mends some or all of them\n"


def test_json_counts_everything() -> None:
    document = json.loads(statistics_json(upgrade_findings(), Summary(3)))

    assert document["rules"][0] == {
        "rule": "expectation-gap", "severity": "warning", "count": 1, "files": 1, "fixable": 0,
    }  # fmt: skip
    assert sum(each["count"] for each in document["rules"]) == 6
