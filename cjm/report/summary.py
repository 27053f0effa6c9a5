"""The closing lines of a lint report: how many of what, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cjm.findings import Finding, Severity
from cjm.report.checkout import Checkout
from cjm.report.look import Look
from cjm.report.paint import Paint, painter, style_of

if TYPE_CHECKING:
    from cjm.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run looked at.

    Attributes:
        journeys: How many were read.
        coverage: `(claims with evidence, claims)`, or `None` where nobody counted.
        skipped: Files passed over, since they are no maps.
        known: Findings that the baseline hides.
        gone: Findings of the baseline that occur no more.
        rules: The rules there are, for formats that describe them.
        checkout: Where the paths of the findings start from.
    """

    journeys: int
    coverage: tuple[int, int] | None = None
    skipped: int = 0
    known: int = 0
    gone: int = 0
    rules: Sequence[Rule] = ()
    checkout: Checkout = field(default_factory=Checkout)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of each kind there are; what is guessed has an unsafe fix."""

    errors: int
    warnings: int
    notes: int
    fixable: int
    guessed: int

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Tally:
        """Count `findings`; fixable are those that have a safe fix."""
        found = tuple(findings)
        severities = [finding.severity for finding in found]
        fixes = [fix for finding in found if (fix := finding.fix) is not None]
        safe = sum([fix.safe for fix in fixes])
        return cls(
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            notes=severities.count(Severity.NOTE),
            fixable=safe,
            guessed=len(fixes) - safe,
        )


def shown(findings: Iterable[Finding], look: Look) -> list[Finding]:
    """Return the findings that `look` lists, by file and line."""
    return sorted(_listed_by(findings, look), key=lambda f: f.order)


def _listed_by(findings: Iterable[Finding], look: Look) -> list[Finding]:
    least = Severity.NOTE if look.notes else Severity.WARNING
    least = Severity.ERROR if look.quiet else least
    return [each for each in findings if each.severity >= least]


def summary_lines(findings: Sequence[Finding], summary: Summary, look: Look) -> Iterator[str]:
    """Yield the one to three lines that close a report for people; none where it is quiet."""
    if look.quiet:
        return
    paint = painter(color=look.color)
    tally = Tally.of(findings)
    parts = [_verdict(tally, summary, look, paint)]
    if not (tally.errors or tally.warnings) and tally.notes:
        parts.append(_notes(tally, look, paint))
    parts += _coverage(summary.coverage)
    if summary.skipped:
        parts.append(f"{_count(summary.skipped, 'other file')} skipped")
    yield " · ".join(parts)
    baseline = list(_baseline(summary))
    if baseline:
        yield " · ".join(baseline)
    advice = list(_advice(_listed_by(findings, look), tally))
    if advice:
        yield " · ".join(advice)


def percent(part: int, whole: int) -> int:
    """Return `part` of `whole` in per cent, rounded half up; 0 and 100 mean none and all."""
    rounded = (200 * part + whole) // (2 * whole)
    if 0 < part < whole:
        return min(max(rounded, 1), 99)
    return rounded


def _verdict(tally: Tally, summary: Summary, look: Look, paint: Paint) -> str:
    if not (tally.errors or tally.warnings):
        return paint(_clean(summary), "good")
    counts = []
    if tally.errors:
        counts.append(paint(_count(tally.errors, "error"), style_of(Severity.ERROR)))
    if tally.warnings:
        counts.append(paint(_count(tally.warnings, "warning"), style_of(Severity.WARNING)))
    if tally.notes:
        counts.append(_notes(tally, look, paint))
    where = f" in {_count(summary.journeys, 'journey')}" if summary.journeys else ""
    return _listed(counts) + where


def _clean(summary: Summary) -> str:
    journeys = summary.journeys
    if summary.known:
        return "Nothing new" + (f" in {_count(journeys, 'journey')}" if journeys else "")
    if journeys == 0:
        return "No journey here, and nothing is wrong"
    return "The journey is clean" if journeys == 1 else f"All {journeys} journeys are clean"


def _notes(tally: Tally, look: Look, paint: Paint) -> str:
    count = paint(_count(tally.notes, "note"), style_of(Severity.NOTE))
    return count if look.notes else f"{count} (--notes)"


def _coverage(coverage: tuple[int, int] | None) -> Iterator[str]:
    if coverage is None or coverage[1] == 0:
        return
    evidenced, claims = coverage
    share = f" ({percent(evidenced, claims)} %)" if evidenced < claims else ""
    yield f"evidence behind {evidenced} of {_count(claims, 'claim')}{share}"


def _baseline(summary: Summary) -> Iterator[str]:
    if summary.known:
        yield f"{_count(summary.known, 'known finding')} hidden by the baseline"
    if summary.gone:
        verb = "occurs" if summary.gone == 1 else "occur"
        yield f"{summary.gone} in the baseline {verb} no more (--prune-baseline)"


def _advice(listed: Sequence[Finding], tally: Tally) -> Iterator[str]:
    if listed:
        most = max([each.severity for each in listed])
        worst = min([each for each in listed if each.severity is most], key=lambda f: f.order)
        yield f"`cjm explain {worst.rule}` says why it matters"
    yield from _fixes(tally)


def _fixes(tally: Tally) -> Iterator[str]:
    if tally.fixable:
        more = f", {tally.guessed} more with --unsafe-fixes" if tally.guessed else ""
        yield f"{tally.fixable} can be fixed with --fix{more}"
    elif tally.guessed:
        yield f"{tally.guessed} can be fixed with --fix --unsafe-fixes"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _listed(parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
