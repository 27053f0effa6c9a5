"""Why a rule has the severity it has for a file: which setting has the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.findings import Severity
from cjm.rulebook.rule import Rule
from cjm.rulebook.select import Choice, Selection, first_severity, is_ignored


@dataclass(frozen=True, slots=True)
class Verdict:
    """How bad the findings of a rule are in one file.

    Attributes:
        severity: `OFF` where it does not run.
        origin: What decides that, in a few words.
    """

    severity: Severity
    origin: str


_Source = tuple[str, Choice]


def verdicts(
    selection: Selection, path: str, profile: str, status: str | None, *, kind: str = "yaml"
) -> dict[str, Verdict]:
    """Return rule → verdict for the file at `path`, as `Selection.severities` judges, with reasons.

    Args:
        selection: The rules of a run.
        path: Of the file.
        profile: The file's.
        status: The map's, or `None`.
        kind: Of its document: `yaml` or `mermaid`.
    """
    sources: list[_Source] = [
        ("cjm.yaml", selection.workspace),
        *((f"per-path '{glob}'", each) for glob, each in selection.matching(path)),
    ]
    asked: _Source = ("the command line", selection.asked)
    found = {}
    for rule in selection.rules.values():
        if kind == "mermaid" and not rule.mermaid:
            found[rule.name] = Verdict(Severity.OFF, "a Mermaid diagram has no words for it")
        else:
            found[rule.name] = _verdict(rule, sources, asked, profile, status)
    return found


def _verdict(
    rule: Rule, sources: list[_Source], asked: _Source, profile: str, status: str | None
) -> Verdict:
    severity = rule.severity(profile, status=status)
    origin = f"profile {profile}"
    if severity is not rule.severity(profile):
        origin += f", raised by status {status}"
    if rule.is_locked:
        return Verdict(severity, "always on")
    select_origin, select = _select(sources, asked)
    named = {name for _, each in sources for name in each.ignore} - set(asked[1].select)
    named.update(asked[1].ignore)
    if is_ignored(rule, select, named):
        is_left_out = bool(select) and rule.name not in select and rule.category not in select
        words = (
            f"not selected by {select_origin}" if is_left_out else _ignored(rule, sources, asked)
        )
        return Verdict(Severity.OFF, words)
    if severity is Severity.OFF and rule.name in select:
        severity, origin = first_severity(rule), f"selected by name on {select_origin}"
        origin = origin.replace("on cjm.yaml", "in cjm.yaml")
    for name, choice in (*sources, asked):
        word = choice.severity.get(rule.name, choice.severity.get(rule.category))
        if word is not None:
            severity, origin = Severity.named(word), f"severity in {name}"
    return Verdict(severity, origin)


def _select(sources: list[_Source], asked: _Source) -> tuple[str, tuple[str, ...]]:
    """Return the last choice that selects anything, and what it selects."""
    for name, choice in (asked, *reversed(sources)):
        if choice.select:
            return name, choice.select
    return "", ()


def _ignored(rule: Rule, sources: list[_Source], asked: _Source) -> str:
    names = list(_ignoring(rule, [*sources, asked]))
    return f"ignored by {names[-1]}" if names else "ignored"


def _ignoring(rule: Rule, sources: list[_Source]) -> Iterator[str]:
    for name, choice in sources:
        if rule.name in choice.ignore or rule.category in choice.ignore:
            yield name
