"""The lint report as workflow commands: GitHub shows findings beside the lines of a pull request.

Only 10 annotations of a kind are shown for a step, and the rest is dropped without a word. So the
first ten of each kind become annotations, spread over files and rules, and the rest plain lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.findings import Finding, Severity
from cjm.findings.visible import visible
from cjm.report.address import position, shown_path
from cjm.report.look import PLAIN, Look
from cjm.report.summary import Summary, shown, summary_lines

SHOWN = 10
"""Annotations of one kind that GitHub shows for a step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def lint_github(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return a line for each finding, and the lines that sum them up."""
    lines = [
        *finding_lines(shown(findings, look), summary),
        *summary_lines(findings, summary, Look(notes=look.notes, quiet=look.quiet)),
    ]
    return "".join(f"{line}\n" for line in lines)


def finding_lines(listed: Sequence[Finding], summary: Summary) -> Iterator[str]:
    """Yield a line for each finding: a command as long as GitHub shows them, then plain ones."""
    chosen = {id(each) for each in _annotated(listed)}
    for each in listed:
        yield _command(each, summary) if id(each) in chosen else _plain(each, summary)
    if len(chosen) < len(listed):
        yield (
            f"{len(chosen)} of {len(listed)} findings are annotations: "
            f"GitHub shows {SHOWN} of a kind for a step"
        )


def _annotated(listed: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what becomes an annotation: of each kind, first one for each rule of each file."""
    for severity in _COMMANDS:
        of_kind = [each for each in listed if each.severity is severity]
        first = {(each.place.path, each.rule): each for each in reversed(of_kind)}
        firsts = {id(each) for each in first.values()}
        yield from sorted(of_kind, key=lambda each: id(each) not in firsts)[:SHOWN]


def _command(finding: Finding, summary: Summary) -> str:
    start, end = finding.place.span
    facts = {"file": visible(summary.checkout.path(finding.place.path)), "line": str(start.line)}
    # Columns are refused for what goes over several lines.
    if end.line == start.line:
        # GitHub's last column is the last character, that of a span is the one after it.
        last = max(start.column, end.column - 1)
        facts |= {"col": str(start.column), "endColumn": str(last)}
    facts |= {"endLine": str(max(start.line, end.line)), "title": f"cjm: {visible(finding.rule)}"}
    named = ",".join(f"{key}={_property(value)}" for key, value in facts.items())
    message = [_line(finding, summary)]
    if finding.help:
        message.append(f"help: {visible(finding.help)}")
    return f"::{_COMMANDS[finding.severity]} {named}::{_data(chr(10).join(message))}"


def _plain(finding: Finding, summary: Summary) -> str:
    return f"{finding.severity.word}: {_line(finding, summary)}"


def _line(finding: Finding, summary: Summary) -> str:
    path = shown_path(summary.checkout.path(finding.place.path))
    where = f"{path}:{position(finding.place)}"
    return f"{where}: {visible(finding.message)} [{visible(finding.rule)}]"


def _data(text: str) -> str:
    """Escape the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
