"""Writes findings where and how the user asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.cli.console import put, put_bytes, tell_all, wants_color

if TYPE_CHECKING:
    from cjm.findings import Finding
    from cjm.lint import LintResult


@dataclass(frozen=True)
class Shown:
    """How findings are shown.

    Attributes:
        format: `text`, `concise` or `json`.
        color: `auto`, `always` or `never`.
        notes: List notes too.
    """

    format: str = "text"
    color: str = "auto"
    notes: bool = False

    def put(self, results: Sequence[LintResult], *, skipped: int) -> None:
        """Write what a run found to stdout."""
        from cjm.report.formats import FORMATS
        from cjm.report.look import Look
        from cjm.report.summary import Summary

        is_for_people = self.format == "text"
        summary = Summary(
            journeys=sum(result.journeys for result in results),
            coverage=_coverage(results),
            skipped=skipped if self.notes or not is_for_people else 0,
        )
        look = Look(notes=self.notes, color=wants_color(self.color, sys.stdout, os.environ))
        findings = [finding for result in results for finding in result.findings]
        text = FORMATS[self.format](findings, summary, look)
        if self.format == "json":
            put_bytes(text.encode())
        else:
            put(text)


def tell_findings(findings: Iterable[Finding]) -> None:
    """Write findings to stderr as blocks, for a command that is about something else."""
    found = list(findings)
    if not found:
        return
    from cjm.report.look import Look
    from cjm.report.summary import Summary
    from cjm.report.text import lint_text

    color = wants_color("auto", sys.stderr, os.environ)
    tell_all(lint_text(found, Summary(journeys=0), Look(notes=True, color=color)))


def _coverage(results: Sequence[LintResult]) -> tuple[int, int] | None:
    counted = [result.coverage for result in results if result.coverage is not None]
    if not counted:
        return None
    return sum(with_evidence for with_evidence, _ in counted), sum(claims for _, claims in counted)
