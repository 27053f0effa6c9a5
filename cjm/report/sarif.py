"""The lint report as SARIF 2.1.0, for GitHub code scanning and others.

It stays inside GitHub's limits: 25,000 results of which 5,000 are shown, 10 MB packed. GitHub's
upload action adds its own `primaryLocationLineHash`, of a line's content, to `partialFingerprints`
and complains where another is there, so ours bears another name.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.findings import Edit, Finding, Fix, Place, Span
from cjm.report.fingerprint import fingerprints
from cjm.report.inert_json import inert_json
from cjm.report.look import PLAIN, Look
from cjm.report.sarif_rules import descriptors
from cjm.report.sarif_uri import BASES, artifact
from cjm.report.summary import Summary

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
RESULTS = 25_000
"""Results of a run that GitHub takes; it shows the 5,000 worst."""
SHOWN = 5_000
PACKED = 9_000_000
"""Bytes that the results may take when they are packed: GitHub's limit less the rest."""
TEXT = 1_024
"""Characters of a text that GitHub shows."""
RELATED = 100
LONGEST_FIX = 10_000


def lint_sarif(findings: Sequence[Finding], summary: Summary, _look: Look = PLAIN) -> str:
    """Return a log with all findings, notes too, and all rules; of too many the worst."""
    listed = sorted(findings, key=lambda each: each.order)
    marks = list(fingerprints(listed, summary.checkout))
    rules, index = descriptors(summary.rules, {each.rule for each in listed})
    pairs = list(zip(listed, marks, strict=True))
    if len(pairs) > SHOWN:
        pairs.sort(key=lambda pair: -pair[0].severity)
    results = list(_fitting(_result(each, mark, index, summary) for each, mark in pairs[:RESULTS]))
    return inert_json(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [_run(results, rules, left=len(listed) - len(results))],
        }
    )


def _run(results: list[Any], rules: list[Any], *, left: int) -> dict[str, Any]:
    from cjm import __version__

    driver = {
        "name": "cjm",
        "fullName": f"cjm {__version__}: customer journey maps as code",
        "semanticVersion": __version__,
        "rules": rules,
    }
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if left:
        text = (
            f"{left} of {left + len(results)} findings are left out, the least severe: a service "
        )
        text += f"takes {RESULTS} at most, in 10 MB"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": BASES,
        "invocations": [invocation],
        "results": results,
    }


def _fitting(results: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield `results` as long as they are not too large for a service when packed."""
    packer, plain, packed = zlib.compressobj(6), 0, 0
    for result in results:
        source = json.dumps(result).encode()
        plain += len(source)
        packed += len(packer.compress(source))
        # What the packer still holds is at most as large as what went in.
        if plain > PACKED and packed > PACKED:
            return
        yield result


def _result(
    finding: Finding, mark: str, index: Mapping[str, int], summary: Summary
) -> dict[str, Any]:
    help = f"\n\n{finding.help}" if finding.help else ""
    location = _location(finding.place, summary)
    if finding.anchor:
        location["logicalLocations"] = [
            {"fullyQualifiedName": finding.anchor, "name": finding.anchor.rpartition("/")[2]}
        ]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity.word,
        "message": {"text": clipped(f"{finding.message}{help}")},
        "locations": [location],
        "partialFingerprints": {"cjmPlaceByIds/v1": mark},
    }
    if finding.related:
        result["relatedLocations"] = list(_related(finding, summary))
    fixes = list(_fixes(finding.fix, summary)) if finding.fix is not None else []
    if fixes:
        result["fixes"] = fixes
    if finding.journey:
        result["properties"] = {"journey": clipped(finding.journey)}
    return result


def _related(finding: Finding, summary: Summary) -> Iterator[dict[str, Any]]:
    for number, place in enumerate(finding.related[:RELATED], 1):
        # GitHub shows a related place only where it has a message.
        message = {"text": clipped(place.label or "see also")}
        yield {"id": number, "message": message, **_location(place, summary)}


def _location(place: Place, summary: Summary) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": artifact(summary.checkout.path(place.path)),
            "region": _region(place.span),
        }
    }


def _region(span: Span) -> dict[str, int]:
    """Return a region: as in a span, its last column is the one after it (§3.30.8)."""
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _fixes(fix: Fix, summary: Summary) -> Iterator[dict[str, Any]]:
    if not fix.edits or sum(len(edit.text) for edit in fix.edits) > LONGEST_FIX:
        return
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.path, []).append(edit)
    yield {
        "description": {"text": clipped(fix.title or "mend it")},
        "artifactChanges": [
            {
                "artifactLocation": artifact(summary.checkout.path(path)),
                "replacements": [
                    {
                        "deletedRegion": _region(edit.span),
                        "insertedContent": {"text": edit.text},
                    }
                    for edit in edits
                ],
            }
            for path, edits in by_path.items()
        ],
    }


def clipped(text: str) -> str:
    """Return `text`, cut where services would cut it without a sign; none of it is a link."""
    # `[words](address)` is one in any message (§3.11.6).
    text = text.replace("](", "] (")
    return text if len(text) <= TEXT else text[: TEXT - 1] + "…"
