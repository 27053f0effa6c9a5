"""From findings to what an editor underlines."""

from __future__ import annotations

from lsprotocol import types

from cjm.findings import Finding, Place, Severity
from cjm.findings.visible import visible
from cjm.lsp.positions import TextIndex
from cjm.lsp.project import Judgement, Project
from cjm.lsp.session import OpenText, Session
from cjm.report.pages import page_uri

SOURCE = "cjm"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def diagnostics(
    session: Session, text: OpenText, project: Project, judgement: Judgement, *, related: bool
) -> list[types.Diagnostic]:
    """Return what an editor shall show in one file.

    Args:
        session: What is open.
        text: The file.
        project: Its workspace.
        judgement: What was found in it.
        related: Whether the editor can show related places.
    """
    index = TextIndex(text.text, session.encoding)
    around = _Around(session, project, judgement)
    return [
        types.Diagnostic(
            range=range_of(each.place, index),
            message=message_of(each),
            severity=_SEVERITIES[each.severity],
            code=each.rule,
            code_description=_page_of(each),
            source=SOURCE,
            related_information=around.places(each) if related else None,
        )
        for each in judgement.findings
        if each.severity is not Severity.OFF
    ]


def message_of(finding: Finding) -> str:
    """Return the sentence of a finding, and what to do on a line of its own."""
    help = f"\n{visible(finding.help)}" if finding.help else ""
    return visible(finding.message) + help


def range_of(place: Place, index: TextIndex) -> types.Range:
    """Return what to underline: of a block of several lines the first, of nothing the line's rest."""
    found = index.range(place.span)
    if found.start == found.end or found.start.line != found.end.line:
        last = index.position(index.offset(types.Position(found.start.line, 1 << 30)))
        return types.Range(found.start, last)
    return found


class _Around:
    """The files that related places lie in; their lines are looked for once."""

    def __init__(self, session: Session, project: Project, judgement: Judgement) -> None:
        self.session, self.project = session, project
        workspace = judgement.workspace
        self.documents = {each.path: each for each in workspace.documents}
        self.documents |= {each.path: each.document for each in workspace.maps}
        self.indexes: dict[str, TextIndex] = {}

    def places(self, finding: Finding) -> list[types.DiagnosticRelatedInformation] | None:
        """Return the places that explain a finding."""
        return [
            types.DiagnosticRelatedInformation(
                types.Location(
                    self.session.uri(self.project, place.path),
                    range_of(place, self._index(place.path)),
                ),
                visible(place.label) or "here",
            )
            for place in finding.related
            if place.path in self.documents
        ] or None

    def _index(self, path: str) -> TextIndex:
        index = self.indexes.get(path)
        if index is None:
            index = self.session.index(self.project, self.documents[path])
            self.indexes[path] = index
        return index


def _page_of(finding: Finding) -> types.CodeDescription | None:
    uri = page_uri(finding.rule)
    # A name that is no address of a page would be a link that leads nowhere.
    return types.CodeDescription(uri) if uri.startswith("http") else None
