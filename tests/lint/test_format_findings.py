"""What the format alone says is wrong, without the rules of other categories."""

from __future__ import annotations

from cjm.lint import LintOptions, format_findings, lint

from .workspaces import workspace_of

MAP = """\
cjm: journey/1
title: Upgrading
state: current
persona: nobody-known
stages:
  - {name: Learn, steps: [{name: Compares plans, emotion: -2, evidence: [survey]}]}
# cjm: ignore[no-such-rule]: why
"""
SETTINGS = """\
cjm: workspace/1
lint:
  ignore: [no-metrics-at-all, too-few-stages]
"""


def test_it_says_what_lint_says_where_the_format_is_selected():
    workspace = workspace_of({"a.journey.yaml": MAP, "cjm.yaml": SETTINGS})

    found = format_findings(workspace, LintOptions())

    assert found
    assert found == lint(workspace, options=LintOptions(select=("format",))).findings


def test_a_rule_that_is_nowhere_is_told_and_one_of_another_category_is_not():
    settings = SETTINGS.replace("too-few-stages", "step-named-as-its-stag")
    workspace = workspace_of({"a.journey.yaml": MAP, "cjm.yaml": settings})

    told = [each.message for each in format_findings(workspace, LintOptions())
            if each.place.path == "cjm.yaml"]  # fmt: skip

    assert all("there is no rule" in each for each in told)
    assert any("step-named-as-its-stag" in each for each in told)
