"""The lint report as GitLab reads code quality: a widget and marks in the diff of a merge request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm.findings import Finding, Severity
from cjm.report.fingerprint import fingerprints
from cjm.report.inert_json import inert_json
from cjm.report.look import PLAIN, Look
from cjm.report.summary import Summary, shown

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def lint_gitlab(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return a JSON array with an issue for each finding that `look` lists."""
    listed = shown(findings, look)
    marks = fingerprints(listed, summary.checkout)
    return inert_json(
        [_issue(each, mark, summary) for each, mark in zip(listed, marks, strict=True)]
    )


def _issue(finding: Finding, mark: str, summary: Summary) -> dict[str, Any]:
    start, end = finding.place.span
    help = f"\n\n{finding.help}" if finding.help else ""
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": finding.message,
        "content": {"body": f"{finding.message}{help}\n\ncjm explain {finding.rule}"},
        "categories": ["Style"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": mark,
        "location": {
            "path": summary.checkout.path(finding.place.path),
            "lines": {"begin": start.line, "end": max(start.line, end.line)},
        },
    }
