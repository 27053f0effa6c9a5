"""The evidence report for programs: one JSON document, see `schemas/coverage-report.schema.json`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from cjm.figures.coverage_table import Group, MapCoverage, WorkspaceCoverage, together
from cjm.report.inert_json import inert_json

VERSION = 1
"""Of the document's shape; it rises when a key goes or changes its meaning."""


def coverage_json(found: Sequence[WorkspaceCoverage], today: datetime.date) -> str:
    """Return the report; the text holds no character that acts."""
    from cjm import __version__

    return inert_json(
        {
            "version": VERSION,
            "tool": {"name": "cjm", "version": __version__},
            "today": today.isoformat(),
            "workspaces": [_workspace(each) for each in found],
            "total": _group(together([each for space in found for each in space.judged])),
        }
    )


def _workspace(found: WorkspaceCoverage) -> dict[str, Any]:
    return {
        "root": found.root,
        "fail_under": found.limit,
        "fail_under_is_set": found.is_asked,
        "is_under": found.is_under,
        "total": _group(together(found.judged)),
        "maps": [_map(each) for each in found.maps],
    }


def _map(found: MapCoverage) -> dict[str, Any]:
    return {
        "path": found.path,
        "journey": found.journey,
        "title": found.title,
        "is_counted": not found.is_expected,
        "total": _group(found.total),
        "stages": [{"name": each.name, **_group(each)} for each in found.stages],
        "kinds": [{"name": each.name, **_group(each)} for each in found.kinds],
    }


def _group(found: Group) -> dict[str, Any]:
    coverage = found.coverage
    return {
        "claims": coverage.claims,
        "evidenced": coverage.founded,
        "share": None if coverage.share is None else round(coverage.share, 2),
        "by_basis": dict(coverage.by_basis),
        "newest": _day(found.newest),
        "median": _day(found.median),
    }


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
