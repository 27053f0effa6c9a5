"""How many claims of a journey have customer evidence behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cjm.figures.basis import CUSTOMER_EVIDENCE, basis_of
from cjm.model.evidence import BASES
from cjm.model.journey import Journey
from cjm.model.walk import claims
from cjm.workspace.references import References


@dataclass(frozen=True)
class Coverage:
    """The claims of a journey by basis.

    Attributes:
        by_basis: Basis → number of claims, for every basis.
    """

    by_basis: Mapping[str, int]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(self.by_basis.values())

    @property
    def founded(self) -> int:
        """How many of them have customer evidence."""
        return sum(self.by_basis[basis] for basis in CUSTOMER_EVIDENCE)

    @property
    def share(self) -> float | None:
        """Per cent of claims with customer evidence, 0…100; `None` where there is no claim."""
        return 100 * self.founded / self.claims if self.claims else None


def coverage_of(journey: Journey, references: References) -> Coverage:
    """Count the claims of `journey` by their basis; refuted insights are no claims."""
    counted = Counter(basis_of(claim, references) for _, _, claim in claims(journey))
    return Coverage({basis: counted[basis] for basis in BASES})
