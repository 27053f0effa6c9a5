"""Quick fixes: what mends a finding, what silences it, and its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from cjm.findings import Finding, Fix
from cjm.findings.visible import visible
from cjm.lint import RULES
from cjm.lint.ignoring import with_comments
from cjm.lsp.diagnostics import message_of, range_of
from cjm.lsp.session import Spot
from cjm.lsp.workspace_edit import workspace_edit

EXPLAIN = "cjm.explain"
"""The command that shows the page of a rule; its argument is the rule's name."""

REASON = "say why"
"""Stands where the reason belongs, until somebody writes it."""


def actions(spot: Spot, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done about what is found in a range of the file.

    Of a text that has changed since it was judged, nothing: the edits would land elsewhere.
    """
    wanted = params.context.only
    if wanted and not any(_is_quick_fix(kind) for kind in wanted):
        return []
    findings = [
        each
        for each in spot.session.findings_of(spot)
        if _meet(range_of(each.place, spot.index), params.range)
    ]
    return [action for each in findings for action in _of(spot, each, params.context.diagnostics)]


def _is_quick_fix(kind: types.CodeActionKind | str) -> bool:
    return str(getattr(kind, "value", kind)) in ("", "quickfix")


def _of(
    spot: Spot, finding: Finding, shown: Sequence[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    about = [each for each in shown if _is_of(each, finding, spot)]
    if finding.fix is not None:
        doubt = "" if finding.fix.safe else " (changes what the map says)"
        title = visible(f"{finding.fix.title}{doubt}")
        yield _action(spot, title, finding.fix, about, is_preferred=finding.fix.safe)
    for silenced in with_comments([finding], spot.project.files, RULES, REASON):
        if silenced.fix is not None:
            title = f"ignore '{finding.rule}' here, with a comment"
            if "count" in finding.data:
                title = f"ignore '{finding.rule}' in this file, with a comment"
            yield _action(spot, title, silenced.fix, about)
    if finding.rule in RULES:
        yield types.CodeAction(
            f"explain '{finding.rule}'",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            command=types.Command(f"explain '{finding.rule}'", EXPLAIN, arguments=[finding.rule]),
        )


def _action(
    spot: Spot,
    title: str,
    fix: Fix,
    about: list[types.Diagnostic],
    *,
    is_preferred: bool = False,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        is_preferred=is_preferred or None,
        edit=workspace_edit(spot, fix.edits),
    )


def _is_of(shown: types.Diagnostic, finding: Finding, spot: Spot) -> bool:
    return (
        shown.code == finding.rule
        and shown.message == message_of(finding)
        and shown.range == range_of(finding.place, spot.index)
    )


def _meet(one: types.Range, other: types.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
