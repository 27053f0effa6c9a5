"""The evidence report for people: a table of claims a map, by stage and by kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from cjm.figures.coverage_table import Group, MapCoverage, WorkspaceCoverage, together
from cjm.findings.visible import visible
from cjm.model.evidence import BASES
from cjm.report.columns import clipped, columns
from cjm.report.look import PLAIN, Look
from cjm.report.paint import Paint, painter
from cjm.report.summary import percent

WIDTH = 80
"""Columns of the table, for a pipe and for a terminal alike."""

_KINDS = {
    "feeling": "Feelings", "expectation": "Expectations", "pains": "Pains", "delights": "Delights",
    "itches": "Itches", "thoughts": "Thoughts", "quotes": "Quotes",
}  # fmt: skip
_HEADS = ("Claims", "Backed", "Share", "Meas", "Obs", "Rep", "Ext", "Int", "Asm", "Age")
_WIDTHS = (7, 7, 7, 6, 5, 5, 5, 5, 5, 7)
_NAME = WIDTH - sum(_WIDTHS)
_LEGEND = (
    "Backed by customer evidence: measured, observed, reported or external.",
    "Internal (workshops and walkthroughs) and assumed claims are not. Age is that of",
    "the newest evidence behind a claim, the middle one of all.",
)


def coverage_text(
    found: Sequence[WorkspaceCoverage], today: datetime.date, look: Look = PLAIN
) -> str:
    """Return the tables of all maps, and the lines that sum them up."""
    paint = painter(color=look.color)
    lines: list[str] = []
    for space in found:
        for each in space.maps:
            lines += [*_map_lines(each, space.limit, today, paint), ""]
    judged = [each for space in found for each in space.judged]
    if len(judged) > 1:
        lines += [paint(_head("Journey"), "strong"), *_overview(found, today, paint), ""]
    lines += [*_LEGEND, ""] if judged else []
    lines += _verdict(found, paint)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _map_lines(
    found: MapCoverage, limit: float, today: datetime.date, paint: Paint
) -> Iterator[str]:
    yield paint(clipped(visible(found.title or found.journey), WIDTH), "path")
    yield clipped(visible(found.path), WIDTH)
    if found.is_expected:
        yield "  tells of what is to come, which nobody can have seen; not counted"
        return
    if not found.total.coverage.claims:
        yield "  no claims"
        return
    yield ""
    yield paint(_head("Stage"), "strong")
    for stage in found.stages:
        yield _row(visible(stage.name) or "The whole journey", stage, limit, today, paint)
    yield ""
    yield paint(_head("Kind of claim"), "strong")
    for kind in found.kinds:
        yield _row(_KINDS[kind.name], kind, limit, today, paint)
    yield "-" * WIDTH
    yield _row("Total", found.total, limit, today, paint)


def _overview(
    found: Sequence[WorkspaceCoverage], today: datetime.date, paint: Paint
) -> Iterator[str]:
    """Yield a row for each map, and one for all."""
    for space in found:
        for each in space.maps:
            if not each.is_expected:
                # Titles of maps that belong together begin alike; their ids tell them apart.
                yield _row(visible(each.journey), each.total, space.limit, today, paint)
    limit = max(space.limit for space in found)
    yield "-" * WIDTH
    yield _row("All journeys", together([each for space in found for each in space.judged]), limit,
               today, paint)  # fmt: skip


def _head(name: str) -> str:
    cells = (f"{head:>{width}}" for head, width in zip(_HEADS, _WIDTHS, strict=True))
    return f"{name:<{_NAME}}{''.join(cells)}"


def _row(name: str, found: Group, limit: float, today: datetime.date, paint: Paint) -> str:
    shown = clipped(name, _NAME - 1)
    start = shown + " " * (_NAME - columns(shown))
    coverage = found.coverage
    if not coverage.claims:
        return f"{start}{'-':>{_WIDTHS[0]}}"
    share = f"{percent(coverage.founded, coverage.claims)} %"
    is_enough = coverage.share is not None and coverage.share >= limit
    told = (str(coverage.claims), str(coverage.founded), share)
    first = "".join(f"{each:>{width}}" for each, width in zip(told[:2], _WIDTHS, strict=False))
    by_basis = (str(coverage.by_basis[basis] or "-") for basis in BASES)
    rest = "".join(f"{each:>{width}}" for each, width in zip(by_basis, _WIDTHS[3:], strict=False))
    painted = paint(f"{share:>{_WIDTHS[2]}}", "good" if is_enough else "warning")
    return f"{start}{first}{painted}{rest}{age_words(found.median, today):>{_WIDTHS[-1]}}"


def age_words(day: datetime.date | None, today: datetime.date) -> str:
    """Return how long ago `day` was: `12 d`, `5 mo`, `2.5 y`; `-` where there is none."""
    if day is None:
        return "-"
    days = max((today - day).days, 0)
    if days < _MONTHS_FROM:
        return f"{days} d"
    if days < _YEARS_FROM:
        return f"{round(days / _MONTH)} mo"
    return f"{days / _YEAR:.1f} y"


_MONTH, _YEAR = 30.44, 365.25
_MONTHS_FROM, _YEARS_FROM = 61, 730


def _verdict(found: Sequence[WorkspaceCoverage], paint: Paint) -> Iterator[str]:
    for space in found:
        total, count = together(space.judged).coverage, len(space.judged)
        at = f" of {visible(space.root)}" if len(found) > 1 and space.root else ""
        if not total.claims:
            yield f"No claims{at} that could have evidence"
            continue
        maps = "1 journey" if count == 1 else f"{count} journeys"
        share = percent(total.founded, total.claims)
        told = f"Evidence behind {total.founded} of {_claims(total.claims)} ({share} %)"
        yield f"{paint(told, 'warning' if space.is_under else 'good')} in {maps}{at}"
        yield _limit_words(space)


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"


def _limit_words(space: WorkspaceCoverage) -> str:
    limit, verb = f"{space.limit:g} %", "misses" if space.is_under else "reaches"
    if not space.is_asked:
        return f"  {verb} the usual {limit}; 'evidence.fail_under' in cjm.yaml sets what a run must reach"
    return f"  {verb} the {limit} that 'evidence.fail_under' asks for"
