"""Going from a reference to what it names, and back."""

from __future__ import annotations

from lsprotocol import types

from cjm.findings import Span
from cjm.lsp.session import Spot
from cjm.lsp.targets import Target, found_at, uses_to
from cjm.source import Document


def definition(spot: Spot, position: types.Position) -> types.Location | None:
    """Return where the thing under the cursor is defined."""
    found = found_at(spot, position)
    return None if found is None else place_of(spot, found.target)


def references(
    spot: Spot, position: types.Position, *, declared: bool
) -> list[types.Location] | None:
    """Return every place that names the thing under the cursor; with where it is `declared`."""
    found = found_at(spot, position)
    if found is None:
        return None
    places = [location(spot, document, span) for document, _, span in uses_to(spot, found.target)]
    return [place_of(spot, found.target), *places] if declared else places


def place_of(spot: Spot, target: Target) -> types.Location:
    """Return where a thing is defined."""
    return location(spot, target.document, target.span)


def location(spot: Spot, document: Document, span: Span) -> types.Location:
    """Return the place of a span, in the editor's terms."""
    index = spot.session.index(spot.project, document)
    return types.Location(spot.session.uri(spot.project, document.path), index.range(span))
