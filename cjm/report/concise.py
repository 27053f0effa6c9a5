"""The lint report for grep and editors: one line a finding."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.findings import Finding
from cjm.findings.visible import visible
from cjm.report.address import position, shown_path
from cjm.report.look import PLAIN, Look
from cjm.report.paint import painter, style_of
from cjm.report.summary import Summary, shown


def lint_concise(findings: Sequence[Finding], _summary: Summary, look: Look = PLAIN) -> str:
    """Return `path:line:column: severity[rule] message` for each finding, or nothing."""
    return "".join(f"{_line(finding, look)}\n" for finding in shown(findings, look))


def _line(finding: Finding, look: Look) -> str:
    paint = painter(color=look.color)
    path = paint(shown_path(finding.place.path), "path")
    what = paint(f"{finding.severity.word}[{visible(finding.rule)}]", style_of(finding.severity))
    return f"{path}:{position(finding.place)}: {what} {visible(finding.message)}".rstrip()
