"""The lint report in reviewdog's format, with suggestions made of fixes.

Its columns count the bytes of UTF-8 from 1 (reviewdog's `proto/rdf/reviewdog.proto`). Where the
text of a line is not at hand, the column is left out rather than guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.findings import Finding, Position, Severity, Span
from cjm.report.inert_json import inert_json
from cjm.report.look import PLAIN, Look
from cjm.report.summary import Summary, shown

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}

_Lines = Mapping[int, str]


def lint_rdjson(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return a `DiagnosticResult` with the findings that `look` lists."""
    listed = shown(findings, look)
    document: dict[str, Any] = {"source": {"name": "cjm"}}
    if listed:
        document["severity"] = _SEVERITIES[max(each.severity for each in listed)]
    document["diagnostics"] = [_diagnostic(each, summary) for each in listed]
    return inert_json(document)


def _diagnostic(finding: Finding, summary: Summary) -> dict[str, Any]:
    lines = dict(finding.place.lines)
    message = finding.message + (f"\nhelp: {finding.help}" if finding.help else "")
    suggestions = list(_suggestions(finding, lines))
    facts: dict[str, Any] = {
        "message": message,
        "location": {
            "path": summary.checkout.path(finding.place.path),
            "range": _range(finding.place.span, lines),
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if suggestions:
        facts["suggestions"] = suggestions
    return facts


def _suggestions(finding: Finding, lines: _Lines) -> Iterator[dict[str, Any]]:
    """Yield the fix as a suggestion: each stands for itself, so it has to be one edit, and here."""
    edits = finding.fix.edits if finding.fix is not None else ()
    if len(edits) == 1 and edits[0].path == finding.place.path:
        where = _range(edits[0].span, lines)
        if "column" in where["start"] and "column" in where["end"]:
            yield {"range": where, "text": edits[0].text}


def _range(span: Span, lines: _Lines) -> dict[str, dict[str, int]]:
    start, end = _column(span.start, lines), _column(span.end, lines)
    if start is None or end is None:
        return {"start": {"line": span.start.line}, "end": {"line": span.end.line}}
    return {
        "start": {"line": span.start.line, "column": start},
        "end": {"line": span.end.line, "column": end},
    }


def _column(position: Position, lines: _Lines) -> int | None:
    before = position.column - 1
    text = lines.get(position.line, "")
    if before > len(text):
        return None
    return len(text[:before].encode("utf-8", "surrogatepass")) + 1
