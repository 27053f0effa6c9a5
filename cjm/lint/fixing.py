"""Fixes put into files, round by round, and each round judged: a file never lints worse for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from cjm.edit.apply import Taken, by_path, edit_bytes
from cjm.findings import Edit, Finding, Fix, Route
from cjm.lint.harm import Harm, harm_to
from cjm.workspace.files import Files, MemoryFiles

MAX_ROUNDS = 100
"""So often files are judged at most; each time some fix is put in or given up."""

Judge: TypeAlias = Callable[[Files], Sequence[Finding]]
"""From a set of files to what is wrong with them."""

_Key: TypeAlias = tuple[str, str, Route, str]


@dataclass(frozen=True)
class Mended:
    """What fixing came to.

    Attributes:
        before: Path → bytes of each changed file, as it was read.
        after: Path → its bytes now.
        fixed: What is found no more, or of less.
        prepared: What is found still, and is made ready for someone to mend.
        refused: What could be mended, and would have made things worse: with the reason.
        first: What was found at first.
        left: What is found in the end.
    """

    before: Mapping[str, bytes] = field(default_factory=dict)
    after: Mapping[str, bytes] = field(default_factory=dict)
    fixed: tuple[Finding, ...] = ()
    prepared: tuple[Finding, ...] = ()
    refused: tuple[tuple[Finding, str], ...] = ()
    first: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()


def mend(
    judge: Judge,
    files: Files,
    *,
    is_unsafe: bool = False,
    may_change: Callable[[str], bool] = lambda path: True,
) -> Mended:
    """Put the fixes of findings into the files until none is left.

    Args:
        judge: Lints a set of files.
        files: Where they are read from; nothing is written.
        is_unsafe: Whether to put in fixes that change what a map says.
        may_change: Whether the file at a path may be changed.
    """
    run = _Run(judge, files)
    for _ in range(MAX_ROUNDS):
        batch = run.choose(is_unsafe, may_change)
        if not batch:
            break
        run.put_in(batch)
    return run.mended()


class _Run:
    def __init__(self, judge: Judge, files: Files) -> None:
        self.judge = judge
        self.files = files
        self.before: dict[str, bytes] = {}
        self.after: dict[str, bytes] = {}
        self.found = self.first = list(judge(files))
        self.states: set[int] = set()
        self.fixed: list[Finding] = []
        self.prepared: dict[_Key, Finding] = {}
        self.refused: dict[_Key, tuple[Finding, str]] = {}

    def choose(self, is_unsafe: bool, may_change: Callable[[str], bool]) -> list[Finding]:
        """Return findings whose fixes go together, the first of the text first."""
        chosen: list[Finding] = []
        taken = Taken()
        for finding in self.found:
            fix = finding.fix
            if fix is None or not (fix.safe or is_unsafe) or _key(finding) in self.refused:
                continue
            if all(may_change(edit.path) for edit in fix.edits) and taken.take(fix.edits):
                chosen.append(finding)
        return chosen

    def put_in(self, batch: list[Finding]) -> None:
        """Put in the fixes of `batch`, or of a part of it where that would do harm."""
        while True:
            changed = self._edited(batch)
            harm = harm_to(self._now(changed), changed)
            if harm is None and self._state(changed) in self.states:
                harm = Harm("it would bring back what was mended before")
            if harm is None:
                found = list(self.judge(self._overlay(changed)))
                harm = _worse(self.found, found, batch)
            if harm is None:
                self._take(batch, changed, found)
                return
            if len(batch) == 1:
                self.refused[_key(batch[0])] = (batch[0], harm.reason)
                return
            # Who touches other files is not to blame, mostly: so a bad one is soon alone.
            innocent = [each for each in batch if harm.paths.isdisjoint(_paths(each))]
            batch = (harm.paths and innocent) or batch[: len(batch) // 2]

    def mended(self) -> Mended:
        """Return what all rounds came to."""
        after = {path: text for path, text in self.after.items() if text != self.before[path]}
        still = {_key(finding) for finding in self.found}
        return Mended(
            {path: self.before[path] for path in after},
            after,
            tuple(self.fixed),
            tuple(each for key, each in self.prepared.items() if key in still),
            tuple(self.refused.values()),
            tuple(self.first),
            tuple(self.found),
        )

    def _edited(self, batch: Iterable[Finding]) -> dict[str, tuple[bytes, list[Edit]]]:
        """Return path → its bytes with the fixes in, and the edits."""
        edits = [edit for finding in batch if finding.fix for edit in finding.fix.edits]
        return {
            path: (edit_bytes(self._bytes(path), of_path), of_path)
            for path, of_path in by_path(edits)
        }

    def _bytes(self, path: str) -> bytes:
        if path not in self.after:
            self.before[path] = self.after[path] = self.files.read(path)
        return self.after[path]

    def _now(self, changed: Mapping[str, Any]) -> dict[str, bytes]:
        return {path: self.after[path] for path in changed}

    def _overlay(self, changed: Mapping[str, tuple[bytes, list[Edit]]]) -> Files:
        texts = self.after | {path: text for path, (text, _) in changed.items()}
        return MemoryFiles(texts, self.files)

    def _state(self, changed: Mapping[str, tuple[bytes, list[Edit]]]) -> int:
        texts = self.after | {path: text for path, (text, _) in changed.items()}
        return hash(frozenset((path, text) for path, text in texts.items()
                              if text != self.before[path]))  # fmt: skip

    def _take(
        self,
        batch: Sequence[Finding],
        changed: Mapping[str, tuple[bytes, list[Edit]]],
        found: list[Finding],
    ) -> None:
        self.states.add(self._state({}))
        self.after |= {path: text for path, (text, _) in changed.items()}
        self.found = found
        counts = _counts(found)
        mendable = {_key(finding) for finding in found if finding.fix is not None}
        for finding in batch:
            key = _key(finding)
            if counts[key] < _count(finding) or key in mendable:
                self.fixed.append(finding)
            else:
                self.prepared[key] = finding


def _paths(finding: Finding) -> set[str]:
    edits = finding.fix.edits if finding.fix is not None else ()
    return {finding.place.path, *(edit.path for edit in edits)}


def _worse(
    before: Sequence[Finding], after: Sequence[Finding], batch: Sequence[Finding]
) -> Harm | None:
    """Return in what way the files lint worse than before: mostly in none."""
    counts, known = _counts(after), _counts(before)
    fixes = {_key(finding): finding.fix for finding in after}
    useless = [
        each
        for each in batch
        if counts[_key(each)] >= _count(each) and _title(fixes[_key(each)]) == _title(each.fix)
    ]
    if useless:
        paths = frozenset().union(*map(_paths, useless))
        return Harm("it would not mend what was found", paths)
    # What was not legal was left out, and is judged for the first time now.
    was_illegal = any(_is_of_format(finding) for finding in batch)
    new = [
        each
        for each in after
        if counts[_key(each)] > known[_key(each)] and (not was_illegal or _is_of_format(each))
    ]
    if not new:
        return None
    return Harm(f"'{new[0].rule}' would be found", frozenset(each.place.path for each in new))


def _title(fix: Fix | None) -> str:
    return fix.title if fix is not None else ""


def _is_of_format(finding: Finding) -> bool:
    from cjm.lint.rules import RULES

    rule = RULES.get(finding.rule)
    return rule is None or rule.category == "format"


def _counts(findings: Iterable[Finding]) -> Counter[_Key]:
    counts: Counter[_Key] = Counter()
    for finding in findings:
        counts[_key(finding)] += _count(finding)
    return counts


def _key(finding: Finding) -> _Key:
    """Return what stays the same about a finding when lines move."""
    route = finding.route
    if "count" in finding.data or (route and isinstance(route[0], int)):
        route = ()  # it speaks of the whole file, or counts its lines
    return finding.rule, finding.place.path, route, "" if route else finding.journey


def _count(finding: Finding) -> int:
    count = finding.data.get("count", 1)
    return count if isinstance(count, int) else 1
