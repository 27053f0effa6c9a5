"""A comparison for programs: one JSON document, see `schemas/diff-report.schema.json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm.diff.chain import Run
from cjm.diff.change import Change
from cjm.diff.fates import InsightFate
from cjm.diff.judge import Judged, Judgement, RowVerdict
from cjm.diff.match import Matching
from cjm.diff.side import Side
from cjm.diff.totals import Totals
from cjm.findings import Route
from cjm.model.quantity import Duration, Quantity
from cjm.model.text import Text
from cjm.report.diff.look import DiffLook
from cjm.report.diff.summary import headline, row_title
from cjm.report.diff.words import Tongue, sentence
from cjm.report.inert_json import inert_json

VERSION = 1
"""Of the document's shape; it rises when a key goes or changes its meaning."""


def diff_json(runs: Sequence[Run], look: DiffLook) -> str:
    """Return the comparisons of a run as JSON; the text holds no character that acts."""
    from cjm import __version__

    document = {
        "version": VERSION,
        "tool": {"name": "cjm", "version": __version__},
        "unchanged": look.same,
        "comparisons": [_comparison(run, look) for run in runs],
    }
    return inert_json(document)


def _comparison(run: Run, look: DiffLook) -> dict[str, Any]:
    judgement = run.judgement
    old = _map(judgement.comparison.old) if judgement is not None else _map_of(run.old)
    new = _map(judgement.comparison.new) if judgement is not None else _map_of(run.new)
    facts: dict[str, Any] = {"old": old, "new": new, "role": run.role, "names": list(run.names)}
    if judgement is None:
        return {**facts, "verdict": "added" if run.old is None else "removed"}
    tongue = Tongue(look.language, judgement.comparison.new.language)
    matches = judgement.comparison.matches
    return {
        **facts,
        "verdict": judgement.level.value,
        "headline": headline(judgement, tongue),
        "totals": {"old": _totals(judgement.old), "new": _totals(judgement.new),
                   "area": _rounded(judgement.area)},
        "stages": [_row(judgement, each, tongue) for each in judgement.stages],
        "steps": [_row(judgement, each, tongue) for each in judgement.steps],
        "insights": [_fate(judgement, each, tongue) for each in judgement.fates],
        "likeness": _likeness(judgement, [matches.stages, matches.steps, matches.insights,
                                          matches.opportunities, matches.solutions]),
        "changes": [_change(judgement, each, tongue) for each in judgement.changes],
    }  # fmt: skip


def _map(side: Side) -> dict[str, Any]:
    return {
        "path": side.written.path,
        "id": side.map.id,
        "title": _value(side.journey.title),
        "state": side.journey.state or "current",
    }


def _map_of(side: Side | None) -> dict[str, Any] | None:
    return None if side is None else _map(side)


def _totals(totals: Totals) -> dict[str, Any]:
    lowest, peak = totals.lowest, totals.peak
    return {
        "stages": totals.stages,
        "steps": totals.steps,
        "touchpoints": totals.touchpoints,
        "channels": totals.channels,
        "departments": totals.departments,
        "handoffs": totals.handoffs,
        "pains": len(totals.pains),
        "wait_seconds": totals.wait,
        "mean": _rounded(totals.mean),
        "lowest": lowest.feeling.level if lowest is not None else None,
        "peak": peak.feeling.level if peak is not None else None,
        "ending": _rounded(totals.ending),
        "personas": {name: _rounded(mean) for name, mean in sorted(totals.persona_means.items())},
    }


def _row(judgement: Judgement, verdict: RowVerdict, tongue: Tongue) -> dict[str, Any]:
    pairing = judgement.comparison.pairing
    return {
        "name": row_title(judgement, verdict, tongue),
        "old": [pairing.old.ids.of[route] for route in verdict.row.old],
        "new": [pairing.new.ids.of[route] for route in verdict.row.new],
        "before": _rounded(verdict.before),
        "after": _rounded(verdict.after),
        "verdict": verdict.level.value,
    }


def _fate(judgement: Judgement, fate: InsightFate, tongue: Tongue) -> dict[str, Any]:
    pairing = judgement.comparison.pairing
    is_new = fate.fate in ("introduced", "split")
    return {
        "what": fate.what,
        "fate": fate.fate,
        "id": pairing.id(None, fate.new) if is_new else pairing.id(fate.old, None),
        "text": tongue(pairing.name(None, fate.new) if is_new else pairing.name(fate.old, None)),
    }


def _likeness(judgement: Judgement, matchings: Sequence[Matching]) -> list[dict[str, Any]]:
    """Return the matches that are a guess."""
    ids = judgement.comparison.old.ids.of, judgement.comparison.new.ids.of
    return [
        {"old": ids[0][each.old], "new": ids[1][each.new], "by": each.how,
         "score": each.score if each.how == "likeness" else None}
        for matching in matchings
        for each in matching.pairs
        if each.is_guess
    ]  # fmt: skip


def _change(judgement: Judgement, judged: Judged, tongue: Tongue) -> dict[str, Any]:
    change, comparison = judged.change, judgement.comparison
    return {
        "kind": change.kind.value,
        "level": judged.level.value,
        "rule": judged.rule,
        "message": sentence(change, tongue),
        "what": change.what,
        "id": change.id,
        "name": _value(change.name),
        "key": change.key,
        "persona": tongue(change.persona),
        "before": _value(change.before),
        "after": _value(change.after),
        "old": _where(comparison.old, change, change.old, change.old_place),
        "new": _where(comparison.new, change, change.new, change.new_place),
    }


def _where(side: Side, change: Change, route: Route | None, place: Route | None) -> Any:
    if route is None or place is None:
        return None
    start = side.written.document.span(route).start
    return {
        "step": side.ids.of.get(place, ""),
        "route": list(route),
        "line": start.line,
        "column": start.column,
    }


def _value(value: Any) -> Any:
    if isinstance(value, Text):
        return str(value) if value.is_plain else dict(value.pairs)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, Quantity | Duration):
        return str(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
