"""The lint report as JUnit XML: a suite for each file, a failed test for each error and warning.

A test bears the name of the rule and of the place by ids, so that its history outlives moved lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from cjm.findings import Finding, Severity
from cjm.findings.visible import visible
from cjm.report.address import position
from cjm.report.look import PLAIN, Look
from cjm.report.summary import Summary, shown


def lint_junit(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return a document with the findings that `look` lists; notes are tests that pass."""
    listed = shown(findings, look)
    failures = sum(map(_fails, listed))
    counts = f'tests="{max(1, len(listed))}" failures="{failures}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="cjm lint" {counts}>']
    for path, of_file in groupby(listed, key=lambda each: each.place.path):
        lines += _suite(summary.checkout.path(path), list(of_file))
    if not listed:
        # Some services take a document without a test for a build that broke.
        lines.append('  <testsuite name="cjm lint" tests="1" failures="0" errors="0" skipped="0">')
        lines.append(f'    <testcase name={_attribute(_all_well(summary))} classname="cjm lint"/>')
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _all_well(summary: Summary) -> str:
    journeys = summary.journeys
    return "1 journey" if journeys == 1 else f"{journeys} journeys"


def _suite(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    failures = sum(map(_fails, findings))
    counts = f'tests="{len(findings)}" failures="{failures}" errors="0" skipped="0"'
    yield f"  <testsuite name={_attribute(path)} {counts}>"
    for name, finding in zip(_names(findings), findings, strict=True):
        yield from _case(name, path, finding)
    yield "  </testsuite>"


def _names(findings: Iterable[Finding]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for each in findings:
        name = f"{each.rule} {each.anchor}".rstrip()
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _case(name: str, path: str, finding: Finding) -> Iterator[str]:
    facts = {
        "name": name,
        "classname": path,
        "file": path,
        "line": str(finding.place.start.line),
    }
    spelt = " ".join(f"{key}={_attribute(value)}" for key, value in facts.items())
    yield f"    <testcase {spelt}>"
    text = f"{path}:{position(finding.place)}: {finding.message}"
    body = _text(text) + (f"\nhelp: {_text(finding.help)}" if finding.help else "")
    if _fails(finding):
        kind = f'type="{finding.severity.word}"'
        yield f"      <failure message={_attribute(finding.message)} {kind}>{body}</failure>"
    else:
        yield f"      <system-out>{body}</system-out>"
    yield "    </testcase>"


def _fails(finding: Finding) -> bool:
    return finding.severity > Severity.NOTE


def _attribute(text: str) -> str:
    return quoteattr(visible(text))


def _text(text: str) -> str:
    return escape(visible(text))
