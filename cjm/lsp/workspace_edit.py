"""From edits by span to what an editor carries out."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from cjm.edit.apply import by_path
from cjm.findings import Edit
from cjm.lsp.positions import TextIndex
from cjm.lsp.session import Spot


def workspace_edit(spot: Spot, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Return `edits` of files of the workspace of `spot`, as these are now."""
    changes = []
    for path, held in by_path(edits):
        index = _index(spot, path)
        if index is None:
            continue
        changes.append(
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(
                    spot.session.uri(spot.project, path), spot.session.version(spot.project, path)
                ),
                [types.TextEdit(index.range(edit.span), edit.text) for edit in held],
            )
        )
    return types.WorkspaceEdit(document_changes=changes)


def _index(spot: Spot, path: str) -> TextIndex | None:
    if path == spot.path:
        return spot.index
    document = spot.project.document(path)
    return None if document is None else spot.session.index(spot.project, document)
