"""How well founded a claim is: its basis, worked out from its own evidence."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.model.evidence import BASES, Evidence
from cjm.model.insight import Feeling
from cjm.model.item import Item
from cjm.model.walk import evidence_of
from cjm.workspace.references import References, Resolved

CUSTOMER_EVIDENCE = frozenset({"measured", "observed", "reported", "external"})
"""The bases that count as customer evidence; `internal` and `assumed` do not."""

STRENGTH = {basis: position for position, basis in enumerate(BASES)}
"""Basis → its place among the others, the strongest 0."""


def basis_of(claim: Item, references: References) -> str:
    """Return the basis of `claim`: one of `BASES`.

    The strongest piece of evidence decides; what a feeling writes as its `basis` only lowers it.
    """
    found = (references.evidence(use) for use in evidence_of(claim))
    return lowered(claim, strongest(each for each in found if each is not None))


def strongest(evidence: Iterable[Resolved[Evidence]]) -> str:
    """Return the basis that the strongest piece of `evidence` gives; `assumed` where there is none."""
    best = "assumed"
    for each in evidence:
        basis = each.item.basis
        if STRENGTH[basis] < STRENGTH[best]:
            best = basis
    return best


def lowered(claim: Item, basis: str) -> str:
    """Return `basis`, or what a feeling writes where that is weaker."""
    if type(claim) is Feeling and claim.basis is not None:
        return max(basis, claim.basis, key=STRENGTH.__getitem__)
    return basis
