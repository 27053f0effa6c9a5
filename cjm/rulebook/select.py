"""Which rules run on which file, and how bad what they find is there."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from cjm.findings import Route, Severity
from cjm.rulebook.rule import CATEGORIES, Rule


@dataclass(frozen=True)
class Choice:
    """What one source of settings says about rules; each name is a rule's or a category's.

    Attributes:
        select: What runs; everything where it is empty.
        ignore: What does not run.
        severity: Name → `off`, `note`, `warning` or `error`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict, hash=False)

    def unknown(self, rules: Mapping[str, Rule]) -> Iterator[tuple[Route, str]]:
        """Yield `(route within the choice, sentence)` for each name that is no rule or category."""
        named: list[tuple[Route, str]] = [
            (("select", index), name) for index, name in enumerate(self.select)
        ]
        named += [(("ignore", index), name) for index, name in enumerate(self.ignore)]
        named += [(("severity", name), name) for name in self.severity]
        for route, name in named:
            if name not in CATEGORIES and name not in rules:
                yield route, unknown_rule(name, rules)


def unknown_rule(name: str, rules: Collection[str]) -> str:
    """Return the sentence for a name that is no rule, with the nearest that is."""
    from cjm.model.values import nearest

    near = nearest(name, [*rules, *CATEGORIES])
    said = " ".join(name.split())[:60]
    return f"there is no rule '{said}'" + (f"; did you mean '{near}'?" if near else "")


@dataclass(frozen=True)
class Selection:
    """The rules of one run.

    Attributes:
        rules: Every rule, by name.
        workspace: From `lint` in `cjm.yaml`.
        per_path: `(glob, what it says)` from `lint.per_path`, in the order written; globs are read
            as `.gitignore` reads them, from the root of the workspace.
        asked: From the command line; its `select` takes the place of the workspace's.
        root: Folder of the workspace, as paths begin.
    """

    rules: Mapping[str, Rule]
    workspace: Choice = field(default_factory=Choice)
    per_path: tuple[tuple[str, Choice], ...] = ()
    asked: Choice = field(default_factory=Choice)
    root: str = ""
    _matchers: dict[str, Callable[[str], bool]] = field(default_factory=dict, repr=False)

    def severities(self, path: str, profile: str, status: str | None) -> dict[str, Severity]:
        """Return rule → severity for the file at `path`; a rule that does not run is left out."""
        choices = [self.workspace, *(choice for _, choice in self.matching(path))]
        select = next((each.select for each in reversed(choices) if each.select), ())
        ignored = {name for each in choices for name in each.ignore} - set(self.asked.select)
        ignored.update(self.asked.ignore)
        select = self.asked.select or select
        words = [each.severity for each in (*choices, self.asked) if each.severity]
        found: dict[str, Severity] = {}
        for rule in self.rules.values():
            severity = rule.severity(profile, status=status)
            if not rule.is_locked:
                if is_ignored(rule, select, ignored):
                    continue
                if severity is Severity.OFF and rule.name in select:
                    severity = first_severity(rule)
                severity = _overridden(rule, severity, words)
            if severity is not Severity.OFF:
                found[rule.name] = severity
        return found

    def everywhere(self, path: str) -> dict[str, Severity]:
        """Return rule → severity at `path`, for rules that are the same in every profile."""
        return self.severities(path, "standard", None)

    def matching(self, path: str) -> list[tuple[str, Choice]]:
        """Return `(glob, what it says)` of the globs that match the file at `path`."""
        if not self.per_path:
            return []
        inside = posixpath.relpath(path, self.root) if self.root else path
        return [each for each in self.per_path if self._matches(each[0], inside)]

    def _matches(self, glob: str, path: str) -> bool:
        if glob not in self._matchers:
            from pathspec import PathSpec

            self._matchers[glob] = PathSpec.from_lines("gitignore", [glob]).match_file
        return self._matchers[glob](path)


def is_ignored(rule: Rule, select: tuple[str, ...], ignored: set[str]) -> bool:
    """Whether a rule that can be ignored does not run.

    Args:
        rule: The rule.
        select: Names of what runs; everything where it is empty.
        ignored: Names of what does not.
    """
    if select and rule.name not in select and rule.category not in select:
        return True
    return rule.name in ignored or (rule.category in ignored and rule.name not in select)


def first_severity(rule: Rule) -> Severity:
    """Return the severity of a rule that is selected by its name in a profile that has it off."""
    on = [each for each in rule.severities if each is not Severity.OFF]
    return on[0] if on else Severity.NOTE


def _overridden(rule: Rule, severity: Severity, words: list[Mapping[str, str]]) -> Severity:
    for mapping in words:
        word = mapping.get(rule.name, mapping.get(rule.category))
        if word is not None:
            severity = Severity.named(word)
    return severity
