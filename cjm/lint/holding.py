"""What holds for a file: its profile, the severity of each rule, thresholds, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.lint.result import LintOptions
from cjm.lint.rules import RULES
from cjm.lint.selecting import selection_of
from cjm.lint.subject import FileSubject, MapSubject, WorkspaceSubject
from cjm.rulebook import THRESHOLDS, Thresholds, profile_of
from cjm.rulebook.reasons import Verdict, verdicts
from cjm.workspace.workspace import Workspace


@dataclass(frozen=True)
class Holding:
    """What holds for one file.

    Attributes:
        path: As the user would write it.
        profile: The one it is linted at.
        origin: Why that one, in a few words.
        status: Of the map; a persona or library that validated or live maps rest on has theirs;
            `None` where it has none.
        fail_on: The severity from which the run fails, by the settings.
        rules: Rule → how bad its findings are, and why.
        thresholds: Name → `(value, whether the settings say so)`.
    """

    path: str
    profile: str
    origin: str
    status: str | None
    fail_on: str
    rules: Mapping[str, Verdict]
    thresholds: Mapping[str, tuple[float, bool]]


def holdings(workspace: Workspace, options: LintOptions) -> Iterator[Holding]:
    """Yield what holds for each map, persona and library of `workspace` that `options` shows.

    Raises:
        UsageError: The options name a rule, profile, severity or setting that does not exist.
    """
    from cjm.lint.engine import lint

    # Linting checks the options, and knows which personas validated maps rest on.
    raised = lint(workspace, options=options).raised
    settings = workspace.settings.lint
    selection = selection_of(settings, options, RULES, workspace.root)
    written = {**(settings.settings or {}), **options.settings}
    limits, usual = Thresholds(written), Thresholds()
    values = {name: (limits[name], limits[name] != usual[name]) for name in THRESHOLDS}
    whole = WorkspaceSubject(workspace)
    subjects: list[FileSubject] = [*whole.maps, *whole.shelves]
    for subject in sorted(subjects, key=lambda each: each.document.path):
        path, kind = subject.document.path, subject.document.kind
        if options.paths is not None and path not in options.paths:
            continue
        profile = profile_of(kind, asked=options.profile, setting=settings.profile)
        status = _status(subject, raised)
        yield Holding(
            path,
            profile,
            _origin(kind, options, settings.profile),
            status,
            settings.fail_on or "error",
            verdicts(selection, path, profile, status, kind=kind),
            values,
        )


def _status(subject: FileSubject, raised: frozenset[str]) -> str | None:
    if isinstance(subject, MapSubject):
        return subject.journey.status
    return "validated" if subject.document.path in raised else None


def _origin(kind: str, options: LintOptions, setting: str | None) -> str:
    if options.profile is not None:
        return "--profile"
    if kind == "mermaid":
        return "a Mermaid diagram can hold little"
    return "lint.profile in cjm.yaml" if setting is not None else "the default"
