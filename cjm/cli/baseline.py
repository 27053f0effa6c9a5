"""The baseline on the command line: hiding what is known, recording it, pruning it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.console import tell
from cjm.cli.exit_codes import FOUND, GOOD
from cjm.cli.output import put_outcome
from cjm.errors import OutputError, UsageError

if TYPE_CHECKING:
    from cjm.cli.lint_run import Judged
    from cjm.rulebook.baseline import Baseline
    from cjm.workspace.files import Files
    from cjm.workspace.survey import Survey


def without_known(files: Files, judged: Judged, *, prune: bool = False) -> Judged:
    """Return what was found and is not known; on request, what occurs no more is forgotten."""
    from cjm.lint.baseline import baseline_of, baseline_path, compared

    new = []
    for found, result in judged:
        baseline = baseline_of(files, found)
        if baseline is not None:
            seen = compared(result, baseline, found)
            result = seen.result
            if prune:
                _write(baseline_path(found), seen.pruned, found)
                tell(f"{_findings(seen.gone)} dropped from '{baseline_path(found)}'")
                result = replace(result, gone=0)
        elif prune:
            raise UsageError(
                f"there is no baseline '{baseline_path(found)}' to prune",
                help="'cjm lint --write-baseline' writes one",
            )
        new.append((found, result))
    return new


def record(files: Files, judged: Judged) -> int:
    """Write a baseline for each workspace, and return the exit code."""
    from cjm.lint.baseline import baseline_path, can_be_known, recorded

    code = GOOD
    for found, result in judged:
        path = baseline_path(found)
        baseline = recorded(result, _before(files, found), found)
        known = sum(1 for each in result.findings if can_be_known(each))
        if known or files.is_file(path):
            _write(path, baseline, found)
            tell(f"{_findings(known)} recorded; 'cjm lint' reports what is new from now on")
        else:
            tell(f"nothing to record in '{found.root or '.'}': no finding")
        refused = len(result.findings) - known
        if refused:
            words = "stays in sight: no baseline can hide it"
            if refused > 1:
                words = "stay in sight: no baseline can hide them"
            tell(f"{_errors(refused)} of the format {words}")
            code = FOUND
    return code


def _before(files: Files, found: Survey) -> Baseline | None:
    """Return the baseline that is there; a broken one is what a new one is written for."""
    from cjm.lint.baseline import baseline_of, baseline_path

    if not files.is_file(baseline_path(found)):
        return None
    try:
        return baseline_of(files, found)
    except UsageError as error:
        tell(f"{error}; it is written anew")
        return None


def _write(path: str, baseline: Baseline, found: Survey) -> None:
    from cjm.workspace.write import write_file

    def guard(beginning: bytes) -> None:
        if beginning.strip() and b'"baseline"' not in beginning[:200]:
            raise OutputError(
                f"'{path}' is there already, and is no baseline",
                help="name another file in 'lint.baseline' of cjm.yaml, or remove that one",
            )

    target = Path(path)
    outcome = write_file(target, baseline.text().encode(), within=Path(found.root), guard=guard)
    put_outcome(outcome, target)


def _findings(count: int) -> str:
    return "1 finding" if count == 1 else f"{count} findings"


def _errors(count: int) -> str:
    return "1 error" if count == 1 else f"{count} errors"
