"""Where the evidence behind a claim is defined."""

from __future__ import annotations

from cjm.lint.hit import Other
from cjm.model.evidence import Evidence
from cjm.workspace.references import Resolved


def defined(evidence: Resolved[Evidence]) -> Other | None:
    """Return where a piece of evidence is defined, if that is elsewhere."""
    entry = evidence.entry
    return None if entry is None else Other(entry.route, "defined here", entry.document)
