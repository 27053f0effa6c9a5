"""Runs the rules over a workspace and turns what they find into findings.

Rules see data only. Here alone routes become places, and severity, supersession, silence at what
could not be read, and the count of what is everywhere are decided.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.findings import Finding, Severity
from cjm.lint.findings import Found, findings_of
from cjm.lint.hit import Hit
from cjm.lint.problems import document_findings, settings_findings
from cjm.lint.result import LintOptions, LintResult
from cjm.lint.rules import RULES
from cjm.lint.selecting import selection_of
from cjm.lint.silence import Silencer
from cjm.lint.subject import FileSubject, MapSubject, WorkspaceSubject
from cjm.rulebook import PROFILES, Choice, Rule, Thresholds, profile_of
from cjm.workspace.collector import collector_off
from cjm.workspace.workspace import Workspace

if TYPE_CHECKING:
    from cjm.lint.outline import Outline


def lint(
    workspace: Workspace,
    *,
    options: LintOptions | None = None,
    today: datetime.date | None = None,
    rules: Mapping[str, Rule] | None = None,
    raised: frozenset[str] = frozenset(),
    outlines: Sequence[Outline] | None = None,
    is_part: bool = False,
) -> LintResult:
    """Judge every map of `workspace`.

    Args:
        workspace: The maps, and what they share.
        options: What is asked for; default: what the workspace's settings say.
        today: The day of the run; without it, rules about dates are silent.
        rules: The rules there are, by name; default: all that are built in.
        raised: Persona and library files that validated or live maps beside those of `workspace`
            rest on.
        outlines: All maps in short, where `workspace` holds only some of them.
        is_part: `lint_across` follows, with the outlines of all parts.

    Raises:
        UsageError: The options name a rule, profile, severity or setting that does not exist.
    """
    run = _Run(workspace, options, today, rules, outlines=outlines, is_part=is_part)
    run.raised |= raised
    with collector_off():
        result = run.result()
        run.whole.let_go()
    return result


def format_findings(workspace: Workspace, options: LintOptions) -> tuple[Finding, ...]:
    """Return what the format says is wrong: what `lint` finds where that alone is selected."""
    run = _Run(workspace, replace(options, select=("format",)), None, None)
    with collector_off():
        findings = run.findings()
        run.whole.let_go()
    return tuple(findings)


def lint_across(
    load: Callable[[Collection[str]], Workspace],
    outlines: Sequence[Outline],
    ran: Collection[str],
    *,
    options: LintOptions | None = None,
    today: datetime.date | None = None,
    rules: Mapping[str, Rule] | None = None,
) -> LintResult:
    """Run the rules about all maps together, after each map was judged as a part.

    Args:
        load: Reads the workspace with some of its maps, by their paths.
        outlines: All maps in short.
        ran: Names of the rules that run somewhere.
        options: See `lint`, as for the rest.
        today: See `lint`.
        rules: See `lint`.
    """
    run = _Run(load(()), options, today, rules, outlines=outlines)
    with collector_off():
        hits = [
            (rule, hit) for rule in run.across if rule.name in ran for hit in rule.check(run.whole)
        ]
        named = {place.path for _, hit in hits for place in (hit, *hit.related)}
        if named & {each.path for each in outlines}:
            run = _Run(load(named), options, today, rules, outlines=outlines)
        result = run.result_across(hits)
        run.whole.let_go()
    return result


class _Run:
    def __init__(
        self,
        workspace: Workspace,
        options: LintOptions | None,
        today: datetime.date | None,
        rules: Mapping[str, Rule] | None,
        *,
        outlines: Sequence[Outline] | None = None,
        is_part: bool = False,
    ) -> None:
        lint = workspace.settings.lint
        options = self.options = options or LintOptions()
        self.known = RULES if rules is None else rules
        rules = self.rules = RULES.running(options.select) if rules is None else rules
        self.across = [rule for rule in rules.values() if rule.subject == "workspace"]
        self.is_part = is_part
        asked = Choice(options.select, options.ignore, options.severity)
        _check_options(options, asked, self.known)
        self.selection = selection_of(lint, options, rules, workspace.root)
        limits = Thresholds({**(lint.settings or {}), **options.settings})
        self.whole = WorkspaceSubject(
            workspace, limits=limits, today=today, exists=options.exists, changed=options.changed,
            outlines=outlines,
        )  # fmt: skip
        self.ran: dict[str, set[str]] = {}
        self.raised = _raised(self.whole.maps)
        self.tables: dict[int, dict[str, Severity]] = {}
        self.usual: dict[tuple[str, str, str | None], dict[str, Severity]] = {}

    def result(self) -> LintResult:
        """Run everything once."""
        findings = self.findings()
        shown = [each for each in self.whole.maps if self._is_shown(each)]
        return LintResult(
            tuple(findings),
            len(shown),
            _coverage(shown),
            rules=tuple(sorted(self._loader_rules().union(*self.ran.values()))),
            fixable=_fixable(findings),
            raised=self.raised,
            by_file=self._by_file(findings),
            outlines=tuple(self.whole.outlines) if self.is_part else (),
        )

    def findings(self) -> list[Finding]:
        """Return what is found, in order."""
        silencer = Silencer(self.whole, self.known, self.whole.today)
        findings = [
            *document_findings(self.whole, self.rules, self.severities, silencer),
            *settings_findings(self.whole, self.selection, self.known),
            *findings_of(self.found(), self.severities, silencer, edits=self.options.edits),
        ]
        across = [rule for rule in self.across if self._runs_somewhere(rule)]
        if not self.is_part:
            hits = ((rule, hit) for rule in across for hit in rule.check(self.whole))
            findings += findings_of(
                self._found_across(hits), self.severities, silencer, edits=self.options.edits
            )
        ran = self._ran_on() if silencer.by_path else {}
        findings += silencer.remarks(ran, self.options.paths, self.selection.everywhere)
        if self.options.paths is not None:
            findings = [each for each in findings if each.place.path in self.options.paths]
        return sorted({each.order: each for each in findings}.values(), key=_order)

    def result_across(self, hits: Iterable[tuple[Rule, Hit]]) -> LintResult:
        """Return what rules about all maps together have found."""
        silencer = Silencer(self.whole, self.known, self.whole.today)
        findings = list(
            findings_of(
                self._found_across(hits), self.severities, silencer, edits=self.options.edits
            )
        )
        if self.options.paths is not None:
            findings = [each for each in findings if each.place.path in self.options.paths]
        findings.sort(key=_order)
        return LintResult(tuple(findings), 0, fixable=_fixable(findings))

    def _found_across(self, hits: Iterable[tuple[Rule, Hit]]) -> Iterator[Found]:
        documents = {each.path: each for each in self.whole.workspace.documents}
        documents |= {each.document.path: each.document for each in self.whole.maps}
        for rule, hit in hits:
            if hit.path:
                related = tuple(
                    each._replace(document=documents[each.path]) if each.path else each
                    for each in hit.related
                    if not each.path or each.path in documents
                )
                hit = replace(hit, document=documents[hit.path], related=related)
            yield Found(rule, hit, self._subject_of(hit))

    def _loader_rules(self) -> set[str]:
        return {rule.name for rule in self.rules.values() if rule.subject == "loader"}

    def _by_file(self, findings: list[Finding]) -> dict[str, LintResult]:
        """Return what was found of each file; the empty path has what belongs to none."""
        of_file: dict[str, list[Finding]] = {path: [] for path in self.ran}
        for finding in findings:
            of_file.setdefault(finding.place.path, []).append(finding)
        maps: dict[str, list[MapSubject]] = {}
        for map in self.whole.maps:
            maps.setdefault(map.document.path, []).append(map)
        parts = {"": LintResult(rules=tuple(sorted(self._loader_rules())))}
        outlines = self.whole.outlines if self.is_part else ()
        for path in {**maps, **of_file}:
            held = [each for each in maps.get(path, ()) if self._is_shown(each)]
            found = of_file.get(path, [])
            parts[path] = LintResult(
                tuple(found),
                len(held),
                _coverage(held),
                rules=tuple(sorted(self.ran.get(path, ()))),
                fixable=_fixable(found),
                raised=_raised(maps.get(path, ())),
                outlines=tuple(each for each in outlines if each.path == path),
            )
        return parts

    def found(self) -> Iterator[Found]:
        """Yield every hit of every rule that runs."""
        for map in self.whole.maps:
            if self._is_shown(map):
                yield from self._run_on(map, ("journey", "file"))
        for shelf in self.whole.shelves:
            if self._is_shown(shelf):
                yield from self._run_on(shelf, ("file",))

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
        ran = self.ran.setdefault(subject.document.path, set())
        for name in self.severities(subject):
            rule = self.rules[name]
            if rule.subject in kinds:
                ran.add(name)
                for hit in rule.check(subject):
                    yield Found(rule, hit, subject)

    def _ran_on(self) -> dict[str, set[str]]:
        """Return path → the rules that a comment there may silence, as they ran there.

        A file that could not be judged has none, for its comments may yet be of use. Nor are rules
        about all maps together among them, which may find something later.
        """
        across = {rule.name for rule in self.across}
        subjects: list[FileSubject] = [*self.whole.maps, *self.whole.shelves]
        ran = {each.document.path: set(self.severities(each)) - across for each in subjects}
        settings = self.whole.settings_document
        if settings is not None:
            ran[settings.path] = set(self.selection.everywhere(settings.path)) - across
        return ran

    def _runs_somewhere(self, rule: Rule) -> bool:
        runs = False
        for subject in (*self.whole.maps, *self.whole.shelves):
            if rule.name in self.severities(subject):
                self.ran.setdefault(subject.document.path, set()).add(rule.name)
                runs = True
        return runs

    def _subject_of(self, hit: Hit) -> FileSubject:
        """Return the file that a hit of a workspace rule points into; it has to name it."""
        assert hit.document is not None
        subjects: list[FileSubject] = [*self.whole.maps, *self.whole.shelves]
        for subject in subjects:
            if subject.document is hit.document:
                return subject
        return FileSubject(self.whole, hit.document, [])

    def _status(self, subject: FileSubject) -> str | None:
        """Return the status that raises rules: for what maps share, that of the maps on it."""
        if isinstance(subject, MapSubject):
            return subject.journey.status
        return "validated" if subject.document.path in self.raised else None

    def _is_shown(self, subject: FileSubject) -> bool:
        return self.options.paths is None or subject.document.path in self.options.paths


def _order(finding: Finding) -> tuple[str, int, int, int, str, str]:
    return finding.order


def _fixable(findings: Sequence[Finding]) -> int:
    return sum(1 for each in findings if each.fix is not None)


def _coverage(shown: list[MapSubject]) -> tuple[int, int] | None:
    counted = [
        each.coverage for each in shown if each.document.kind != "mermaid" and not each.is_expected
    ]
    if not counted:
        return None
    return sum(each.founded for each in counted), sum(each.claims for each in counted)


def _raised(maps: Iterable[MapSubject]) -> frozenset[str]:
    """Return the paths of the persona and library files that validated or live maps rest on.

    A library is one where they use a touchpoint of it that nobody answers for.
    """
    live = [each for each in maps if each.journey.status in ("validated", "live")]
    if not live:
        return frozenset()
    from cjm.lint.touchpoints import is_owned, uses

    personas = (persona.entry for map in live for persona in map.personas)
    ownerless = (
        use.resolved.entry
        for map in live
        for use in uses(map)
        if use.is_shared and not is_owned(use.resolved.item)
    )
    return frozenset(entry.document.path for entry in (*personas, *ownerless) if entry is not None)


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
