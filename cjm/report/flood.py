"""Keeps one cause from flooding a report: of what is found everywhere, the first places do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.findings import Finding

FILES = 3
"""How many files of a rule are listed as fully as `Look.most` allows."""


@dataclass(frozen=True, slots=True)
class Flood:
    """What is listed of many findings.

    Attributes:
        listed: In the order they came.
        left: `(rule, how many more, in how many files)`, the most first.
    """

    listed: list[Finding]
    left: list[tuple[str, int, int]]


def held_back(findings: Sequence[Finding], most: int) -> Flood:
    """Return `findings` with at most `most` of a rule in a file, and `FILES * most` in all.

    Args:
        findings: In order.
        most: See `Look.most`.
    """
    if not most or len(findings) <= most:
        return Flood(list(findings), [])
    listed: list[Finding] = []
    more: dict[str, Counter[str]] = {}
    by_rule: Counter[str] = Counter()
    by_file: Counter[tuple[str, str]] = Counter()
    for each in findings:
        place = (each.rule, each.path)
        if by_file[place] < most and by_rule[each.rule] < FILES * most:
            by_file[place] += 1
            by_rule[each.rule] += 1
            listed.append(each)
        else:
            more.setdefault(each.rule, Counter())[each.path] += 1
    left = [(rule, paths.total(), len(paths)) for rule, paths in more.items()]
    return Flood(listed, sorted(left, key=lambda each: (-each[1], each[0])))


def more_lines(flood: Flood) -> Iterator[str]:
    """Yield a line for each rule of which more was found than is listed."""
    for rule, count, files in flood.left:
        where = "1 file" if files == 1 else f"{files:,} files"
        yield f"and {count:,} more of {rule}, in {where} (--all lists them)"
