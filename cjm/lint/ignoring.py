"""Comments that silence today's findings, offered in the place of their fixes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cjm.edit.apply import line_end
from cjm.findings import Edit, Finding, Fix, Position, Span
from cjm.rulebook import Rule
from cjm.source import Document, parse
from cjm.workspace.files import Files

OF_COMMENTS = frozenset({"suppression-without-reason", "expired-suppression", "unused-suppression"})
"""Rules about such comments themselves."""

_LINE_END = re.compile(r"\r\n?|\n")
_INDENT = re.compile(r"[ \t]*")
_MERMAID = (".mmd", ".mermaid", ".md", ".markdown")


def can_be_silenced(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    """Whether a comment can silence `finding`: it cannot where the map is not legal."""
    rule = rules.get(finding.rule)
    return rule is not None and not rule.is_locked and finding.rule not in OF_COMMENTS


def with_comments(
    findings: Sequence[Finding], files: Files, rules: Mapping[str, Rule], reason: str
) -> list[Finding]:
    """Return `findings`, each with the comment that silences it as its fix.

    Findings on one line share a comment, which the first of them gets.

    Args:
        findings: What was found.
        files: That they were found in.
        rules: The rules there are.
        reason: Why they are silenced; one line.
    """
    names: dict[tuple[str, int], set[str]] = {}
    first: dict[int, tuple[str, int]] = {}
    documents: dict[str, Document] = {}
    for index, finding in enumerate(findings):
        if can_be_silenced(finding, rules):
            path = finding.place.path
            if path not in documents:
                documents[path] = parse(files.read(path), path)
            place = (path, _line(finding, documents[path]))
            if place not in names:
                first[index] = place
            names.setdefault(place, set()).add(finding.rule)
    commented = {path: _Commented(path, document.text) for path, document in documents.items()}
    fixes = {
        index: Fix(
            "silence it here", (commented[path].edit(line, sorted(names[path, line]), reason),)
        )
        for index, (path, line) in first.items()
    }
    return [replace(finding, fix=fixes.get(index)) for index, finding in enumerate(findings)]


def _line(finding: Finding, document: Document) -> int:
    """Return the line that a comment has to speak of; 0 for the whole file.

    What is found once for many places is silenced in the whole file.
    """
    if "count" in finding.data:
        return 0
    line = finding.place.start.line
    at = document.spans.exact(finding.route) if document.data is not None else None
    if at is not None and at[0] is not None and at[1] == finding.place.span:
        line = min(line, at[0].start.line)  # a key stands above what it holds
    return line


class _Commented:
    """A file that is to get comments, with what is asked for each of them."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._text, self._end = path, text, line_end(text)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._sign = "%%" if path.lower().endswith(_MERMAID) else "#"

    def edit(self, line: int, names: Sequence[str], reason: str) -> Edit:
        """Return the edit that puts a comment above `line`, or at the top where it is 0."""
        words = f"cjm: ignore{'' if line else '-file'}[{', '.join(names)}]: {reason}"
        at = self._starts[max(line - 1, 0)]
        blank = _INDENT.match(self._text, at) if line else None
        here = Position(max(line, 1), 1, at)
        indent = blank[0] if blank is not None else ""
        return Edit(self._path, Span(here, here), f"{indent}{self._sign} {words}{self._end}")
