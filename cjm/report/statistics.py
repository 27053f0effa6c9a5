"""How often each rule was broken, in place of the findings themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.findings import Finding, Severity
from cjm.report.inert_json import inert_json
from cjm.report.look import PLAIN, Look
from cjm.report.paint import painter, style_of
from cjm.report.summary import Summary, shown, summary_lines

VERSION = 1


@dataclass(frozen=True, slots=True)
class RuleCount:
    """What was found of one rule.

    Attributes:
        rule: Its name.
        severity: The worst.
        count: How many findings.
        files: In how many files.
        fixable: How many have a safe fix.
    """

    rule: str
    severity: Severity
    count: int
    files: int
    fixable: int


def rule_counts(findings: Sequence[Finding]) -> list[RuleCount]:
    """Return a count for each rule, the most first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    counts = [
        RuleCount(
            rule,
            max(each.severity for each in found),
            len(found),
            len({each.place.path for each in found}),
            sum(each.fix is not None and each.fix.safe for each in found),
        )
        for rule, found in by_rule.items()
    ]
    return sorted(counts, key=lambda each: (-each.count, each.rule))


def statistics_text(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return a line for each rule that `look` lists findings of, and the closing lines."""
    counts = rule_counts(shown(findings, look))
    table, closing = list(_table(counts, look)), list(summary_lines(findings, summary, look))
    parted = [""] if table and closing else []
    return "".join(f"{line}\n" for line in (*table, *parted, *closing))


def _table(counts: Sequence[RuleCount], look: Look) -> Iterator[str]:
    paint = painter(color=look.color)
    digits = max((len(str(each.count)) for each in counts), default=0)
    wide = max((len(each.rule) for each in counts), default=0)
    for each in counts:
        word = paint(f"{each.severity.word:<7}", style_of(each.severity))
        files = "1 file" if each.files == 1 else f"{each.files} files"
        mark = "  [*]" if each.fixable else ""
        yield f"{each.count:>{digits}}  {word}  {each.rule:<{wide}}  in {files}{mark}"
    if any(each.fixable for each in counts):
        yield "[*] --fix mends some or all of them"


def statistics_json(findings: Sequence[Finding], summary: Summary, _look: Look = PLAIN) -> str:
    """Return the same of all findings, notes too, for programs."""
    from cjm import __version__

    rules = [
        {
            "rule": each.rule,
            "severity": each.severity.word,
            "count": each.count,
            "files": each.files,
            "fixable": each.fixable,
        }
        for each in rule_counts(findings)
    ]
    return inert_json(
        {
            "version": VERSION,
            "tool": {"name": "cjm", "version": __version__},
            "journeys": summary.journeys,
            "known": summary.known,
            "rules": rules,
        }
    )
