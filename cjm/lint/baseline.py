"""What a workspace's baseline hides of a run, and the baseline that a run makes."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.findings import Finding, Severity
from cjm.lint.result import LintResult
from cjm.workspace.choices import BASELINE
from cjm.workspace.files import Files, UnreadableFile, join, leads_out

if TYPE_CHECKING:
    # Most workspaces have no baseline, and need not know what one is.
    from cjm.rulebook.baseline import Baseline, Entry
    from cjm.workspace.survey import Survey


@dataclass(frozen=True)
class Compared:
    """A run, seen against the baseline of its workspace.

    Attributes:
        result: The run, without what is known.
        gone: How many findings of the baseline occur no more, in the files and by the rules that
            were judged.
        pruned: The baseline without them.
    """

    result: LintResult
    gone: int
    pruned: Baseline


def baseline_path(found: Survey) -> str:
    """Return where the baseline of a workspace lies, whether or not it is there.

    Raises:
        UsageError: The settings name a place outside the workspace.
    """
    named = found.settings.lint.baseline
    if named and leads_out(named, found.root, found.root):
        raise UsageError(
            f"the baseline '{named}' may lie outside the workspace",
            help="in 'lint.baseline', name a file beside cjm.yaml or below it",
        )
    return join(found.root, named or BASELINE)


def baseline_of(files: Files, found: Survey) -> Baseline | None:
    """Return the baseline of a workspace, or `None` where it has none.

    Raises:
        UsageError: It cannot be read, is no baseline, or the settings name one that is not there.
    """
    path = baseline_path(found)
    if not found.settings.lint.baseline and not files.is_file(path):
        return None
    from cjm.rulebook.baseline import MOST, BrokenBaselineError, read_baseline

    if files.leaves(path, found.root):
        raise UsageError(
            f"the baseline '{path}' leads out of the workspace", help="put a file there, no link"
        )
    try:
        source = files.read(path, MOST)
    except FileNotFoundError:
        raise UsageError(
            f"there is no baseline '{path}', which 'lint.baseline' names",
            help="'cjm lint --write-baseline' writes it",
        ) from None
    except UnreadableFile as error:
        raise UsageError(f"the baseline '{path}' {error}") from None
    try:
        return read_baseline(source)
    except BrokenBaselineError as error:
        raise UsageError(
            f"the baseline '{path}' cannot be used: {error}",
            help="'cjm lint --write-baseline' writes it anew",
        ) from None


def compared(result: LintResult, baseline: Baseline, found: Survey) -> Compared:
    """Return `result` without what `baseline` knows, and what of that occurs no more."""
    from cjm.rulebook.baseline import Baseline

    matcher = baseline.matcher()
    new = [
        finding
        for finding in result.findings
        if not matcher.knows(*_entry(finding, found)) or not can_be_known(finding)
    ]
    judged = _judged(baseline, found)
    gone = {
        entry: count
        for entry, count in matcher.left().items()
        if entry.path in judged and entry.rule in result.rules
    }
    kept = {
        entry: left
        for entry, count in baseline.counts.items()
        if (left := count - gone.get(entry, 0)) > 0
    }
    fewer = replace(
        result,
        findings=tuple(new),
        fixable=sum(1 for each in new if each.fix is not None),
        known=len(result.findings) - len(new),
        gone=sum(gone.values()),
    )
    return Compared(fewer, fewer.gone, Baseline(kept))


def recorded(result: LintResult, before: Baseline | None, found: Survey) -> Baseline:
    """Return the baseline that knows all findings of `result`.

    Args:
        result: A run without a baseline.
        before: What was known; kept of files and rules that the run did not judge.
        found: The workspace.
    """
    from cjm.rulebook.baseline import Baseline

    kept = before or Baseline()
    kept = kept.without(_judged(kept, found), frozenset(result.rules))
    known = [_entry(each, found) for each in result.findings if can_be_known(each)]
    return kept.joined(known)


def can_be_known(finding: Finding) -> bool:
    """Whether a baseline may hide `finding`: what the format forbids stays in sight."""
    if finding.severity is not Severity.ERROR:
        return True
    # The rules are not loaded for a run that knows its results from the last one.
    from cjm.lint.rules import RULES

    rule = RULES.get(finding.rule)
    return rule is not None and not rule.is_locked


def _entry(finding: Finding, found: Survey) -> tuple[Entry, int]:
    path = _inside(finding.place.path, found)
    place = f"{finding.journey}#{finding.anchor}" if finding.journey else finding.anchor
    from cjm.rulebook.baseline import Entry

    # What is reported once a file has its count: one more of it is new.
    count = finding.data.get("count")
    return Entry(path, finding.rule, place), count if isinstance(count, int) and count > 0 else 1


def _judged(baseline: Baseline, found: Survey) -> frozenset[str]:
    """Return the paths of `baseline` that the run judged, and those that are there no more."""
    asked = {_inside(path, found) for path in found.asked}
    there = {_inside(path, found) for path in _all(found)}
    return frozenset({entry.path for entry in baseline.counts} - there) | asked


def _all(found: Survey) -> Collection[str]:
    return {*found.kinds, *(document.path for document in found.documents)}


def _inside(path: str, found: Survey) -> str:
    """Return `path` from the root of the workspace, so that it is the same from every folder."""
    return posixpath.relpath(path, found.root) if found.root else path
