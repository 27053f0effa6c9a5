"""Findings that need no rule to run: what reading the files came upon, and wrong settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cjm.findings import Finding, Fix, Problem, Route, Severity
from cjm.lint.anchor import anchor
from cjm.lint.silence import Silencer
from cjm.lint.subject import FileSubject, Severities, WorkspaceSubject
from cjm.rulebook import Choice, Rule, Selection
from cjm.source.document import Document, TextProblem

_OWN = ("route", "meant")
"""What a problem tells the linter alone."""


def document_findings(
    whole: WorkspaceSubject,
    rules: Mapping[str, Rule],
    severities: Severities,
    silencer: Silencer,
) -> Iterator[Finding]:
    """Yield the findings of the format: problems of texts, of maps and of shared files."""
    subjects: dict[str, FileSubject] = {}
    for subject in (*whole.shelves, *whole.maps):
        subjects[subject.document.path] = subject
    documents = {id(each): each for each in whole.workspace.documents}
    documents |= {id(each.document): each.document for each in whole.maps}
    for document in documents.values():
        table = _table(subjects.get(document.path), severities)
        journey = _journey(subjects.get(document.path))
        for text_problem in document.problems:
            severity = _severity(text_problem.rule, rules, table)
            span, route = text_problem.span, _route(text_problem)
            if severity is Severity.OFF:
                continue
            if not silencer.silences(text_problem.rule, document, span, route):
                yield _of_text(document, text_problem, severity, journey)


def findings_of(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with a file that is read by itself, by its lines; all are errors."""
    for problem in sorted(document.problems, key=lambda each: each.span.start):
        yield _of_text(document, problem, Severity.ERROR, "")


def settings_findings(
    whole: WorkspaceSubject, selection: Selection, rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Yield what is wrong in `lint` of the workspace's settings beyond its types.

    Args:
        whole: The workspace.
        selection: What its settings say of rules.
        rules: All there are, by name.
    """
    document = whole.settings_document
    if document is None:
        return
    for key, rule, sentence in whole.limits.problems():
        route: Route = ("lint", "settings", key)
        yield _of_settings(document, Problem(route, rule, sentence, on_key=rule == "unknown-key"))
    choices: list[tuple[Route, Choice]] = [((), selection.workspace)]
    choices += [(("per_path", glob), choice) for glob, choice in selection.per_path]
    for at, choice in choices:
        for inner, sentence in choice.unknown(rules):
            problem = Problem(
                ("lint", *at, *inner), "wrong-type", sentence, "'cjm rules' lists them",
                on_key=inner[0] == "severity",
            )  # fmt: skip
            yield _of_settings(document, problem)
    if whole.workspace.settings.diff.levels:
        yield from _of_levels(document, whole.workspace.settings.diff.levels)


def _of_levels(document: Document, levels: Mapping[str, str]) -> Iterator[Finding]:
    from cjm.diff.levels import unknown_rules

    for name, sentence in unknown_rules(levels):
        problem = Problem(
            ("diff", "levels", name), "wrong-type", sentence, "'cjm rules --diff' lists them",
            on_key=True,
        )  # fmt: skip
        yield _of_settings(document, problem)


def _table(subject: FileSubject | None, severities: Severities) -> Mapping[str, Severity] | None:
    return severities(subject) if subject is not None else None


def _journey(subject: FileSubject | None) -> str:
    return subject.map.id if subject is not None and subject.map is not None else ""


def _severity(
    name: str, rules: Mapping[str, Rule], table: Mapping[str, Severity] | None
) -> Severity:
    """Return how bad a problem is; one that no rule bears the name of is an error."""
    rule = rules.get(name)
    if rule is None or rule.is_locked:
        return Severity.ERROR
    if table is None:
        return rule.severity("standard")
    return table.get(name, Severity.OFF)


def _of_text(document: Document, problem: TextProblem, severity: Severity, journey: str) -> Finding:
    return Finding(
        rule=problem.rule,
        severity=severity,
        message=problem.message,
        place=document.place_of(problem.span),
        related=tuple(document.place_of(span, label=label) for span, label in problem.related),
        help=problem.help,
        route=_route(problem),
        anchor=anchor(document, _route(problem)),
        journey=journey,
        data={key: value for key, value in problem.data.items() if key not in _OWN},
        fix=_fix(document, problem) if problem.data else None,
    )


def _fix(document: Document, problem: TextProblem) -> Fix | None:
    from cjm.lint.fixes import problem_fix

    return problem_fix(document, problem)


def _route(problem: TextProblem) -> Route:
    """Return the route that a problem of the data has kept beside its span."""
    route = problem.data.get("route")
    return route if isinstance(route, tuple) else ()


def _of_settings(document: Document, problem: Problem) -> Finding:
    return Finding(
        rule=problem.rule,
        severity=Severity.ERROR,
        message=problem.message,
        place=document.place(problem.route, on_key=problem.on_key),
        related=tuple(document.place(route, label=label) for route, label in problem.related),
        help=problem.help,
        route=problem.route,
        anchor=anchor(document, problem.route),
        data=problem.data,
    )
