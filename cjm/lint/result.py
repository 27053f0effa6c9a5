"""What is asked of a run of lint, and what it found; light, for a run that finds all in the cache."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from cjm.findings import Finding, Severity

if TYPE_CHECKING:
    from cjm.lint.outline import Outline
    from cjm.lint.subject import Changed


@dataclass(frozen=True)
class LintOptions:
    """What is asked for in one run.

    Attributes:
        profile: Takes the place of the workspace's, on Mermaid diagrams too.
        select: Rules or categories to run; takes the place of the workspace's.
        ignore: Rules or categories to leave out, beside the workspace's.
        severity: Rule or category → `off`, `note`, `warning` or `error`.
        settings: Thresholds, over the workspace's: name → value.
        paths: Paths of the files whose findings are shown; `None` shows all. The workspace is
            always judged whole.
        exists: Whether a path, written as those of the documents, is a file; without it, rules
            about files do not run.
        changed: What changed in a folder since a day, see `cjm.lint.subject.Changed`; without it,
            rules about changes do not run.
        edits: Whether the edits of fixes are worked out; without, a fix of many places has none.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict, hash=False)
    settings: Mapping[str, str] = field(default_factory=dict, hash=False)
    paths: frozenset[str] | None = None
    exists: Callable[[str], bool] | None = None
    changed: Changed | None = None
    edits: bool = True


@dataclass(frozen=True)
class LintResult:
    """What one run found.

    Attributes:
        findings: Sorted by file, place, then worst first.
        journeys: How many journeys were judged.
        coverage: `(claims with customer evidence, claims)` of the maps that can hold evidence; a
            Mermaid diagram cannot, nor can a map of what is to come.
        rules: Names of the rules that ran somewhere, sorted.
        fixable: How many findings cjm can mend.
        raised: Paths of the persona and library files that validated or live maps rest on.
        outlines: The maps in short, where this is a part: what rules about all maps together, and
            libraries, are judged by once all parts are there.
        by_file: What was found of each file; together that is all the rest.
        known: How many findings the baseline hides.
        gone: How many findings of the baseline occur no more.
    """

    findings: tuple[Finding, ...] = ()
    journeys: int = 0
    coverage: tuple[int, int] | None = None
    rules: tuple[str, ...] = ()
    fixable: int = 0
    raised: frozenset[str] = frozenset()
    outlines: tuple[Outline, ...] = ()
    by_file: Mapping[str, LintResult] = field(default_factory=dict, compare=False, repr=False)
    known: int = 0
    gone: int = 0

    @property
    def worst(self) -> Severity:
        """The severity of the worst finding; `OFF` where there is none."""
        return max((each.severity for each in self.findings), default=Severity.OFF)


def joined(results: Iterable[LintResult], *, has_findings: bool = True) -> LintResult:
    """Return several results as one; without the findings, which have to be put in order, on request."""
    parts = list(results)
    coverages = [each.coverage for each in parts if each.coverage is not None]
    return LintResult(
        _in_order([each.findings for each in parts]) if has_findings else (),
        sum(each.journeys for each in parts),
        _sum(coverages) if coverages else None,
        rules=tuple(sorted(set().union(*{each.rules for each in parts}))),
        fixable=sum(each.fixable for each in parts),
        raised=frozenset().union(*(each.raised for each in parts)),
        outlines=tuple(
            sorted((each for part in parts for each in part.outlines), key=lambda each: each.path)
        ),
        by_file={path: part for each in parts for path, part in each.by_file.items()},
    )


def _in_order(found: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
    """Return findings in order, of which each sequence is in order by itself.

    Mostly all of a file come in one sequence: then no two need to be compared.
    """
    by_path: dict[str, list[list[Finding]]] = {}
    for findings in found:
        if findings and findings[0].path == findings[-1].path:
            by_path.setdefault(findings[0].path, []).append(list(findings))
            continue
        for path, held in groupby(findings, key=lambda each: each.path):
            by_path.setdefault(path, []).append(list(held))
    result: list[Finding] = []
    for _, runs in sorted(by_path.items()):
        result += _merged(runs) if len(runs) > 1 else runs[0]
    return tuple(result)


def _merged(runs: Sequence[list[Finding]]) -> list[Finding]:
    longest, *others = sorted(runs, key=len, reverse=True)
    few = [each for run in others for each in run]
    if len(few) * 8 > len(longest):
        return sorted([*longest, *few], key=_order)
    for each in few:
        insort(longest, each, key=_order)
    return longest


def _sum(coverages: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(founded for founded, _ in coverages), sum(claims for _, claims in coverages)


def _order(finding: Finding) -> tuple[str, int, int, int, str, str]:
    return finding.order
