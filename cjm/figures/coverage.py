"""How many claims of a journey have customer evidence behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cjm.figures.basis import CUSTOMER_EVIDENCE
from cjm.figures.claims import Claim
from cjm.model.evidence import BASES
from cjm.model.journey import Journey


class Coverage(NamedTuple):
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


def coverage_of(found: Iterable[Claim]) -> Coverage:
    """Count `found` by basis."""
    counted = Counter([claim.basis for claim in found])
    return Coverage({basis: counted[basis] for basis in BASES})


def is_expected(journey: Journey) -> bool:
    """Whether `journey` tells of what is to come: nobody can have seen it."""
    return journey.state in ("transition", "future")
