"""How well founded a claim is: its basis, worked out from its own evidence."""

from __future__ import annotations

from cjm.model.evidence import BASES
from cjm.model.insight import Feeling
from cjm.model.item import Item
from cjm.model.walk import evidence_of
from cjm.workspace.references import References

CUSTOMER_EVIDENCE = frozenset({"measured", "observed", "reported", "external"})
"""The bases that count as customer evidence; `internal` and `assumed` do not."""

_STRENGTH = {basis: position for position, basis in enumerate(BASES)}


def basis_of(claim: Item, references: References) -> str:
    """Return the basis of `claim`: one of `BASES`.

    The strongest piece of evidence decides; what a feeling writes as its `basis` only lowers it.
    """
    strongest = "assumed"
    for use in evidence_of(claim):
        resolved = references.evidence(use)
        if resolved is not None:
            strongest = min(strongest, resolved.item.basis, key=_STRENGTH.__getitem__)
    if type(claim) is Feeling and claim.basis is not None:
        return max(strongest, claim.basis, key=_STRENGTH.__getitem__)
    return strongest
