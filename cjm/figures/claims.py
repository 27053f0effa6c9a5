"""The claims of a journey with what stands behind each: found once, for all who count or judge them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm.figures.basis import lowered, strongest
from cjm.findings import Route
from cjm.model.evidence import Evidence
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.walk import claims, evidence_of
from cjm.workspace.references import References, Resolved


class Claim(NamedTuple):
    """One claim.

    Attributes:
        route: Where it stands.
        kind: `feeling`, `expectation`, `quotes`, `thoughts`, `pains`, `delights` or `itches`.
        item: The claim.
        basis: One of `BASES`.
        founded: The basis that its evidence gives; what a feeling writes may lower it.
        evidence: What stands behind it; what leads to nothing is left out.
    """

    route: Route
    kind: str
    item: Item
    basis: str
    founded: str
    evidence: tuple[Resolved[Evidence], ...]

    @property
    def holder(self) -> Route:
        """The route of the step, stage or journey that it stands at."""
        return holder_of(self.route)


def claims_of(journey: Journey, references: References) -> list[Claim]:
    """Return every claim of `journey`, in its order; refuted insights are none."""
    found = []
    for route, kind, item in claims(journey):
        used = evidence_of(item)
        evidence = tuple(
            [each for each in map(references.evidence, used) if each is not None] if used else ()
        )
        founded = strongest(evidence)
        found.append(Claim(route, kind, item, lowered(item, founded), founded, evidence))
    return found


def claims_by_holder(found: Sequence[Claim]) -> dict[Route, list[Claim]]:
    """Return route of a step, stage or the journey → the claims that stand there."""
    held: dict[Route, list[Claim]] = {}
    for claim in found:
        held.setdefault(holder_of(claim.route), []).append(claim)
    return held


def holder_of(route: Route) -> Route:
    """Return the route of the step, stage or journey that `route` lies in."""
    if route[:1] != ("stages",):
        return ()
    return route[:4] if len(route) > 4 and route[2] == "steps" else route[:2]
