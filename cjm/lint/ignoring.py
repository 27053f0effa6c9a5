"""Comments that silence today's findings, offered in the place of their fixes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cjm.edit.apply import line_end
from cjm.findings import Edit, Finding, Fix, Span
from cjm.rulebook import Rule
from cjm.source import Document, parse
from cjm.source.decode import position_at
from cjm.workspace.files import Files

OF_COMMENTS = frozenset({"suppression-without-reason", "expired-suppression", "unused-suppression"})
"""Rules about such comments themselves."""

_LINE_END = re.compile(r"\r\n?|\n")
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
    return [
        replace(finding, fix=_silencing(documents, first[index], names[first[index]], reason)
                if index in first else None)
        for index, finding in enumerate(findings)
    ]  # fmt: skip


def _silencing(
    documents: Mapping[str, Document], place: tuple[str, int], names: set[str], reason: str
) -> Fix:
    text = documents[place[0]].text
    return Fix("silence it here", (_comment(text, place, sorted(names), reason),))


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


def _comment(text: str, place: tuple[str, int], names: Sequence[str], reason: str) -> Edit:
    path, line = place
    sign = "%%" if path.lower().endswith(_MERMAID) else "#"
    words = f"cjm: ignore{'' if line else '-file'}[{', '.join(names)}]: {reason}"
    at = _offset(text, line)
    rest = text[at:].split("\n", 1)[0]
    indent = rest[: len(rest) - len(rest.lstrip(" \t"))] if line else ""
    here = position_at(text, at)
    return Edit(path, Span(here, here), f"{indent}{sign} {words}{line_end(text)}")


def _offset(text: str, line: int) -> int:
    """Return where `line` of `text` begins."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    return [0, *ends][max(line - 1, 0)]
