from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cjm.findings import Finding
from cjm.report.gitlab import lint_gitlab
from cjm.report.look import Look
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings
from .strategies import findings

# What GitLab asks of an issue, as its page on the report format of code quality lists it.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def test_the_report_as_a_whole(golden) -> None:
    golden("upgrade.gitlab.json", lint_gitlab(upgrade_findings(), Summary(3)))


@settings(deadline=None)
@given(st.lists(findings(), max_size=4))
def test_every_report_is_as_gitlab_wants_it(found: list[Finding]) -> None:
    issues = json.loads(lint_gitlab(found, Summary(1), Look(notes=True)))

    Draft202012Validator(SCHEMA).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(found)


def test_a_fingerprint_outlives_a_moved_line_and_no_change_of_place() -> None:
    before, moved = at("a: 1", "a"), at("\n\n\na: 1", "a")
    found = [
        finding(before, anchor="stages/learn"),
        finding(moved, anchor="stages/learn"),
        finding(moved, anchor="stages/buy"),
    ]

    one, two, three = (
        json.loads(lint_gitlab([each], Summary(1)))[0]["fingerprint"] for each in found
    )

    assert one == two != three
