"""Runs the rules over a workspace and turns what they find into findings.

Rules see data only. Here alone routes become places, and severity, supersession, silence at what
could not be read, and the count of what is everywhere are decided.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cjm.errors import UsageError
from cjm.figures.coverage import coverage_of
from cjm.findings import Finding, Severity
from cjm.lint.findings import Found, findings_of
from cjm.lint.hit import Hit
from cjm.lint.problems import document_findings, settings_findings
from cjm.lint.rules import RULES
from cjm.lint.silence import Silencer
from cjm.lint.subject import Exists, FileSubject, MapSubject, WorkspaceSubject
from cjm.rulebook import PROFILES, Choice, Rule, Selection, Thresholds, profile_of
from cjm.workspace.collector import collector_off
from cjm.workspace.workspace import Workspace


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
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict, hash=False)
    settings: Mapping[str, str] = field(default_factory=dict, hash=False)
    paths: frozenset[str] | None = None
    exists: Exists | None = None


@dataclass(frozen=True)
class LintResult:
    """What one run found.

    Attributes:
        findings: Sorted by file, place, then worst first.
        journeys: How many journeys were judged.
        coverage: `(claims with customer evidence, claims)` of the maps that can hold evidence; a
            Mermaid diagram cannot.
        rules: Names of the rules that ran somewhere, sorted.
        fixable: How many findings cjm can mend.
        raised: Paths of the persona files that validated or live maps rest on.
    """

    findings: tuple[Finding, ...]
    journeys: int
    coverage: tuple[int, int] | None = None
    rules: tuple[str, ...] = ()
    fixable: int = 0
    raised: frozenset[str] = frozenset()

    @property
    def worst(self) -> Severity:
        """The severity of the worst finding; `OFF` where there is none."""
        return max((each.severity for each in self.findings), default=Severity.OFF)


def lint(
    workspace: Workspace,
    *,
    options: LintOptions | None = None,
    today: datetime.date | None = None,
    rules: Mapping[str, Rule] | None = None,
    raised: frozenset[str] = frozenset(),
) -> LintResult:
    """Judge every map of `workspace`.

    Args:
        workspace: The maps, and what they share.
        options: What is asked for; default: what the workspace's settings say.
        today: The day of the run; without it, rules about dates are silent.
        rules: The rules there are, by name; default: all that are built in.
        raised: Persona files that validated or live maps beside those of `workspace` rest on.

    Raises:
        UsageError: The options name a rule, profile, severity or setting that does not exist.
    """
    run = _Run(workspace, options or LintOptions(), today, RULES if rules is None else rules)
    run.raised |= raised
    with collector_off():
        result = run.result()
        run.whole.let_go()
    return result


class _Run:
    def __init__(
        self,
        workspace: Workspace,
        options: LintOptions,
        today: datetime.date | None,
        rules: Mapping[str, Rule],
    ) -> None:
        lint = workspace.settings.lint
        self.options = options
        self.rules = rules
        asked = Choice(options.select, options.ignore, options.severity)
        _check_options(options, asked, rules)
        self.selection = Selection(
            rules,
            Choice(lint.select, lint.ignore, lint.severity or {}),
            tuple(
                (glob, Choice(each.select, each.ignore, each.severity or {}))
                for glob, each in (lint.per_path or {}).items()
            ),
            asked,
            workspace.root,
        )
        limits = Thresholds({**(lint.settings or {}), **options.settings})
        self.whole = WorkspaceSubject(workspace, limits=limits, today=today, exists=options.exists)
        self.ran: set[str] = set()
        self.raised = _raised(self.whole)
        self.tables: dict[int, dict[str, Severity]] = {}
        self.usual: dict[tuple[str, str, str | None], dict[str, Severity]] = {}

    def result(self) -> LintResult:
        """Run everything once."""
        silencer = Silencer(self.whole, self.rules, self.whole.today)
        self.ran |= {rule.name for rule in self.rules.values() if rule.subject == "loader"}
        findings = [
            *document_findings(self.whole, self.rules, self.severities, silencer),
            *settings_findings(self.whole, self.selection),
            *findings_of(self.found(), self.severities, silencer),
        ]
        ran = self._ran_on() if silencer.by_path else {}
        findings += silencer.remarks(ran, self.options.paths, self.selection.everywhere)
        if self.options.paths is not None:
            findings = [each for each in findings if each.place.path in self.options.paths]
        findings = sorted({each.order: each for each in findings}.values(), key=_order)
        shown = [each for each in self.whole.maps if self._is_shown(each)]
        return LintResult(
            tuple(findings),
            len(shown),
            _coverage(shown),
            rules=tuple(sorted(self.ran)),
            fixable=sum(1 for each in findings if each.fix is not None),
            raised=self.raised,
        )

    def found(self) -> Iterator[Found]:
        """Yield every hit of every rule that runs."""
        for map in self.whole.maps:
            if self._is_shown(map):
                yield from self._run_on(map, ("journey", "file"))
        for shelf in self.whole.shelves:
            if self._is_shown(shelf):
                yield from self._run_on(shelf, ("file",))
        for rule in self.rules.values():
            if rule.subject == "workspace" and self._runs_somewhere(rule):
                self.ran.add(rule.name)
                for hit in rule.check(self.whole):
                    yield Found(rule, hit, self._subject_of(hit))

    def severities(self, subject: FileSubject) -> dict[str, Severity]:
        """Return rule → severity for one file."""
        known = self.tables.get(id(subject))
        if known is None:
            known = self.tables[id(subject)] = self._table(subject)
        return known

    def _table(self, subject: FileSubject) -> dict[str, Severity]:
        kind, status = subject.document.kind, self._status(subject)
        setting = self.whole.workspace.settings.lint.profile
        profile = profile_of(kind, asked=self.options.profile, setting=setting)
        if self.selection.per_path:
            return self._worked_out(subject.document.path, kind, profile, status)
        # Files of one kind and status have the same, unless their paths count.
        known = self.usual.get((kind, profile, status))
        if known is None:
            known = self._worked_out(subject.document.path, kind, profile, status)
            self.usual[kind, profile, status] = known
        return known

    def _worked_out(
        self, path: str, kind: str, profile: str, status: str | None
    ) -> dict[str, Severity]:
        return {
            name: severity
            for name, severity in self.selection.severities(path, profile, status).items()
            if kind != "mermaid" or self.rules[name].mermaid
        }

    def _run_on(self, subject: FileSubject, kinds: tuple[str, ...]) -> Iterator[Found]:
        for name in self.severities(subject):
            rule = self.rules[name]
            if rule.subject in kinds:
                self.ran.add(name)
                for hit in rule.check(subject):
                    yield Found(rule, hit, subject)

    def _ran_on(self) -> dict[str, set[str]]:
        """Return path → the rules that a comment there may silence, as they ran there.

        A file that could not be judged has none, for its comments may yet be of use.
        """
        subjects: list[FileSubject] = [*self.whole.maps, *self.whole.shelves]
        ran = {each.document.path: set(self.severities(each)) for each in subjects}
        settings = self.whole.settings_document
        if settings is not None:
            ran[settings.path] = set(self.selection.everywhere(settings.path))
        return ran

    def _runs_somewhere(self, rule: Rule) -> bool:
        subjects: list[FileSubject] = [*self.whole.maps, *self.whole.shelves]
        return any(rule.name in self.severities(each) for each in subjects)

    def _subject_of(self, hit: Hit) -> FileSubject:
        """Return the file that a hit of a workspace rule points into; it has to name it."""
        assert hit.document is not None
        subjects: list[FileSubject] = [*self.whole.maps, *self.whole.shelves]
        for subject in subjects:
            if subject.document is hit.document:
                return subject
        return FileSubject(self.whole, hit.document, [])

    def _status(self, subject: FileSubject) -> str | None:
        """Return the status that raises rules: for a persona, that of the maps which use it."""
        if isinstance(subject, MapSubject):
            return subject.journey.status
        return "validated" if subject.document.path in self.raised else None

    def _is_shown(self, subject: FileSubject) -> bool:
        return self.options.paths is None or subject.document.path in self.options.paths


def _order(finding: Finding) -> tuple[str, int, int, int, str, str]:
    return finding.order


def _coverage(shown: list[MapSubject]) -> tuple[int, int] | None:
    counted = [
        coverage_of(each.journey, each.references)
        for each in shown
        if each.document.kind != "mermaid"
    ]
    if not counted:
        return None
    return sum(each.founded for each in counted), sum(each.claims for each in counted)


def _raised(whole: WorkspaceSubject) -> frozenset[str]:
    """Return the paths of the persona files that validated or live maps use."""
    return frozenset(
        persona.entry.document.path
        for map in whole.maps
        if map.journey.status in ("validated", "live")
        for persona in map.personas
        if persona.entry is not None
    )


def _check_options(options: LintOptions, asked: Choice, rules: Mapping[str, Rule]) -> None:
    for _, sentence in asked.unknown(rules):
        raise UsageError(sentence, help="'cjm rules' lists them")
    if options.profile is not None and options.profile not in PROFILES:
        raise UsageError(
            f"there is no profile '{options.profile}'", help=f"choose one of {', '.join(PROFILES)}"
        )
    for word in options.severity.values():
        if word.upper() not in Severity.__members__:
            raise UsageError(
                f"there is no severity '{word}'", help="choose off, note, warning or error"
            )
    for _, _, sentence in Thresholds(options.settings).problems():
        raise UsageError(sentence)
