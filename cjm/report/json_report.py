"""The lint report for programs: one JSON document, see `schemas/lint-report.schema.json`."""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping, Sequence, Set
from typing import Any

from cjm.findings import Finding, Fix, Place, Position, Severity, Span
from cjm.report.inert_json import inert_json
from cjm.report.look import PLAIN, Look
from cjm.report.summary import Summary, Tally

VERSION = 1
"""Of the document's shape; it rises when a key goes or changes its meaning."""


def lint_json(findings: Sequence[Finding], summary: Summary, _look: Look = PLAIN) -> str:
    """Return all findings, notes too, and their summary; the text holds no character that acts."""
    from cjm import __version__

    document = {
        "version": VERSION,
        "tool": {"name": "cjm", "version": __version__},
        "findings": [_finding(finding) for finding in sorted(findings, key=lambda f: f.order)],
        "summary": _summary(findings, summary),
    }
    return inert_json(document)


def _finding(finding: Finding) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message,
        "help": finding.help,
        **_place(finding.place),
        "route": list(finding.route),
        "anchor": finding.anchor,
        "journey": finding.journey,
        "related": [_place(place) for place in finding.related],
        "data": _plain(finding.data),
    }
    if finding.fix is not None:
        facts["fix"] = _fix(finding.fix)
    return facts


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, "span": _span(place.span), "label": place.label}


def _span(span: Span) -> dict[str, Any]:
    return {"start": _position(span.start), "end": _position(span.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"path": edit.path, "span": _span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _summary(findings: Sequence[Finding], summary: Summary) -> dict[str, Any]:
    tally = Tally.of(findings)
    coverage = None
    if summary.coverage is not None:
        coverage = {"evidenced": summary.coverage[0], "claims": summary.coverage[1]}
    return {
        "errors": tally.errors,
        "warnings": tally.warnings,
        "notes": tally.notes,
        "fixable": tally.fixable,
        "journeys": summary.journeys,
        "skipped": summary.skipped,
        "known": summary.known,
        "gone": summary.gone,
        "coverage": coverage,
    }


def _plain(value: object) -> Any:
    """Return `value` as JSON knows it, its order fixed; what JSON has no type for becomes text."""
    if isinstance(value, Severity):
        return value.word
    if isinstance(value, enum.Enum):
        return _plain(value.value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, Set):
        return sorted((_plain(item) for item in value), key=repr)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value)
