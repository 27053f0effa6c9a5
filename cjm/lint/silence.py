"""Which findings a comment silences, and what is wrong with such comments."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cjm.findings import Finding, Fix, Position, Route, Severity, Span
from cjm.lint.anchor import LONGEST
from cjm.lint.sentences import sentence
from cjm.lint.subject import WorkspaceSubject
from cjm.lint.where import shorten
from cjm.rulebook import CATEGORIES, Rule, Suppression, suppressions_of
from cjm.rulebook.select import unknown_rule
from cjm.source.decode import LineTable
from cjm.source.document import Document

_MAY_IGNORE = re.compile(r"cjm:\s*ignore")
_LINE_END = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"(?:(?<=\s)|^)#\s*cjm:\s*ignore.*", re.MULTILINE)


@dataclass
class _Kept:
    """A suppression of a file, and the names in it that have silenced something."""

    document: Document
    suppression: Suppression
    used: set[str] = field(default_factory=set)


class Silencer:
    """The comments of a workspace that silence rules, and what they have silenced."""

    def __init__(
        self, whole: WorkspaceSubject, rules: Mapping[str, Rule], today: datetime.date | None
    ) -> None:
        self.rules = rules
        self.today = today
        self.by_path: dict[str, list[_Kept]] = {}
        documents = (*whole.workspace.documents, *(each.document for each in whole.maps))
        for document in documents:
            if document.path not in self.by_path and _MAY_IGNORE.search(document.text):
                self.by_path[document.path] = [
                    _Kept(document, each) for each in _suppressions(document)
                ]
        # By the line they count for: a file may have a thousand comments, and as many findings.
        self._by_line: dict[str, dict[int, list[_Kept]]] = {}
        for path, all_kept in self.by_path.items():
            for kept in all_kept:
                if not kept.suppression.has_expired(today):
                    at_line = self._by_line.setdefault(path, {})
                    at_line.setdefault(kept.suppression.line, []).append(kept)

    def listens(self, document: Document) -> bool:
        """Whether some comment of `document` may silence something."""
        return bool(self.by_path.get(document.path))

    def silences(self, rule: str, document: Document, span: Span, route: Route) -> bool:
        """Whether a comment silences a finding of `rule` there; the comment then counts as used."""
        by_line = self._by_line.get(document.path)
        if not by_line:
            return False
        known = self.rules.get(rule)
        if known is None or known.is_locked:
            return False
        found = False
        for line in {0, span.start.line, *_lines_around(document, route)}:
            for each in by_line.get(line, ()):
                if each.suppression.covers(rule, known.category, line):
                    each.used |= {rule, known.category}
                    found = True
        return found

    def remarks(
        self,
        ran: Mapping[str, set[str]],
        paths: frozenset[str] | None,
        severities: Callable[[str], Mapping[str, Severity]],
    ) -> Iterator[Finding]:
        """Yield what is wrong with the comments themselves.

        Args:
            ran: Path → the rules that ran there; a comment for another may yet be of use.
            paths: The files that were judged; `None` for all.
            severities: Path → how bad the findings of each rule are there; the rest do not run.
        """
        for path, kept in self.by_path.items():
            if kept and (paths is None or path in paths):
                table = severities(path)
                for each in kept:
                    for rule, variant, told in self._remarks_on(each, ran.get(path, set())):
                        if rule in table:
                            yield _remark(each, rule, table[rule], variant, told)

    def _remarks_on(self, kept: _Kept, ran: set[str]) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Yield `(rule, variant, parameters of its sentence)`."""
        suppression = kept.suppression
        names = shorten(", ".join(suppression.rules))
        if not suppression.rules:
            yield "unused-suppression", "nameless", {}
            return
        if suppression.has_expired(self.today):
            told = {"names": names, "until": str(suppression.until)}
            yield "expired-suppression", "", told
            return
        if not suppression.reason:
            yield "suppression-without-reason", "", {"names": names}
        for name in suppression.rules:
            rule = self.rules.get(name)
            if rule is None and name not in CATEGORIES:
                told = {"sentence": unknown_rule(name, self.rules)}
                yield "unused-suppression", "unknown", told
            elif rule is not None and rule.is_locked:
                yield "unused-suppression", "locked", {"name": name}
            elif name not in kept.used and (name in ran or self._category_ran(name, ran)):
                yield "unused-suppression", "", {"name": name}

    def _category_ran(self, name: str, ran: set[str]) -> bool:
        members = {rule.name for rule in self.rules.values() if rule.category == name}
        return bool(members) and members <= ran


def _remark(
    kept: _Kept, rule: str, severity: Severity, variant: str, parameters: Mapping[str, str]
) -> Finding:
    message, help = sentence(rule, variant, parameters)
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        place=kept.document.place_of(kept.suppression.span),
        help=help,
        anchor=f"#{','.join(kept.suppression.rules)}"[:LONGEST],
        fix=_fix(kept, parameters["name"]) if (rule, variant) == _NEEDLESS else None,
    )


_NEEDLESS = ("unused-suppression", "")


def _fix(kept: _Kept, name: str) -> Fix | None:
    """Return the fix that silences `name` no more; it may only stand on the wrong line."""
    from cjm.edit.comments import without_name

    edits = without_name(kept.document, kept.suppression.span, name)
    return Fix(f"delete the comment for '{name}'", tuple(edits), safe=False) if edits else None


def _suppressions(document: Document) -> list[Suppression]:
    comments = _mermaid_comments if document.kind == "mermaid" else _yaml_comments
    return suppressions_of(comments(document), document.lines)


def _mermaid_comments(document: Document) -> Iterator[tuple[Position, str]]:
    from cjm.source.mermaid import mermaid_comments

    starts = [0, *(match.end() for match in _LINE_END.finditer(document.text))]
    for line, column, text in mermaid_comments(document.text):
        yield Position(line, column, starts[line - 1] + column - 1), text


def _yaml_comments(document: Document) -> Iterator[tuple[Position, str]]:
    """Yield the comments that may silence something."""
    inside = sorted(_scalars(document))
    lines = LineTable(document.text)
    for match in _COMMENT.finditer(document.text):
        before = bisect_right(inside, (match.start(), len(document.text))) - 1
        if before < 0 or match.start() >= inside[before][1]:
            yield lines.position(match.start()), match[0].rstrip("\r")


def _scalars(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the texts of `document`, in which a `#` is no comment."""
    waiting: list[tuple[Route, Any]] = [((), document.data)]
    while waiting:
        route, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*route, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*route, index), inner) for index, inner in enumerate(value)]
        else:
            at = document.spans.exact(route)
            if at is not None:
                yield at[1].start.offset, at[1].end.offset


def _lines_around(document: Document, route: Route) -> Iterator[int]:
    """Yield the lines on which the items that `route` lies in begin."""
    for length in range(1, len(route) + 1):
        at = document.spans.nearest(route[:length])  # the text may spell a key otherwise
        if at is not None:
            yield (at[0] or at[1]).start.line
