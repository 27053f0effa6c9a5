"""Keeps one cause from flooding a report: of what is found everywhere, the first places do."""

from __future__ import annotations

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
    # Of tens of thousands of findings nearly all are only counted: this is made for those.
    more: dict[str, dict[str, int]] = {}
    by_rule: dict[str, int] = {}
    by_file: dict[tuple[str, str], int] = {}
    for each in findings:
        rule, path = each.rule, each.path
        of_rule = by_rule.get(rule, 0)
        if of_rule < FILES * most and by_file.get((rule, path), 0) < most:
            by_rule[rule] = of_rule + 1
            by_file[rule, path] = by_file.get((rule, path), 0) + 1
            listed.append(each)
            continue
        paths = more.get(rule)
        if paths is None:
            paths = more[rule] = {}
        paths[path] = paths.get(path, 0) + 1
    left = [(rule, sum(paths.values()), len(paths)) for rule, paths in more.items()]
    return Flood(listed, sorted(left, key=lambda each: (-each[1], each[0])))


def more_lines(flood: Flood) -> Iterator[str]:
    """Yield a line for each rule of which more was found than is listed."""
    for rule, count, files in flood.left:
        where = "1 file" if files == 1 else f"{files:,} files"
        yield f"and {count:,} more of {rule}, in {where} (--all lists them)"
