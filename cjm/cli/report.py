"""Writes findings where and how the user asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.cli.console import put, put_bytes, tell, tell_all, wants_color
from cjm.cli.outputs import Output, write_report
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.findings import Finding
    from cjm.lint import LintResult
    from cjm.report.formats import Report
    from cjm.report.look import Look
    from cjm.report.summary import Summary
    from cjm.rulebook import Rule

_COUNTED = ("text", "json")
"""Formats that statistics have."""


@dataclass(frozen=True)
class Shown:
    """How findings are shown.

    Attributes:
        outputs: Formats, and where each goes; files are written before standard output.
        color: `auto`, `always` or `never`; a file has none.
        notes: List notes too.
        quiet: List errors only, and sum nothing up.
        all: List every finding, where a format for people would count the rest.
        statistics: Count findings by rule instead.
    """

    outputs: tuple[Output, ...] = (Output("text"),)
    color: str = "auto"
    notes: bool = False
    quiet: bool = False
    all: bool = False
    statistics: bool = False

    def __post_init__(self) -> None:
        for output in self.outputs:
            if self.statistics and output.format not in _COUNTED:
                raise UsageError(
                    f"--statistics has no format '{output.format}'", help="choose text or json"
                )

    def put(self, results: Sequence[LintResult], *, skipped: int) -> None:
        """Write what a run found."""
        findings = [finding for result in results for finding in result.findings]
        for output in sorted(self.outputs, key=lambda each: each.path is None):
            is_for_people = output.format == "text"
            text = self._report(output.format)(
                findings,
                self._summary(results, skipped if self.notes or not is_for_people else 0),
                self._look(output),
            )
            if output.path is not None:
                write_report(output, text)
                tell(f"written    {output.path}")
            elif output.format in ("text", "concise", "github"):
                put(text)
            else:
                put_bytes(text.encode("utf-8", "replace"))

    def _report(self, format: str) -> Report:
        if self.statistics:
            from cjm.report.statistics import statistics_json, statistics_text

            return statistics_json if format == "json" else statistics_text
        from cjm.report.formats import report_named

        return report_named(format)

    def _look(self, output: Output) -> Look:
        from cjm.report.look import Look

        is_colored = output.path is None and wants_color(self.color, sys.stdout, os.environ)
        look = Look(notes=self.notes, color=is_colored, quiet=self.quiet)
        return Look(look.notes, look.color, look.width, look.quiet, 0) if self.all else look

    def _summary(self, results: Sequence[LintResult], skipped: int) -> Summary:
        from cjm.cli.checkout import checkout
        from cjm.report.checkout import Checkout
        from cjm.report.summary import Summary

        formats = {each.format for each in self.outputs}
        return Summary(
            journeys=sum(result.journeys for result in results),
            coverage=_coverage(results),
            skipped=skipped,
            known=sum(result.known for result in results),
            gone=sum(result.gone for result in results),
            rules=_rules() if "sarif" in formats else (),
            checkout=checkout() if formats - {"text", "concise", "json"} else Checkout(),
        )


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


def _rules() -> tuple[Rule, ...]:
    from cjm.lint.rules import RULES

    return tuple(RULES.values())


def _coverage(results: Sequence[LintResult]) -> tuple[int, int] | None:
    counted = [result.coverage for result in results if result.coverage is not None]
    if not counted:
        return None
    return sum(with_evidence for with_evidence, _ in counted), sum(claims for _, claims in counted)
