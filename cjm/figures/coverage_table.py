"""The evidence behind maps, as a table: by stage, by kind of claim, and how old it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cjm.figures.basis import CUSTOMER_EVIDENCE
from cjm.figures.claims import Claim, claims_of
from cjm.figures.coverage import Coverage, coverage_of, is_expected
from cjm.findings import Route
from cjm.model.evidence import BASES
from cjm.workspace.references import References
from cjm.workspace.workspace import Map

KINDS = ("feeling", "expectation", "pains", "delights", "itches", "thoughts", "quotes")
"""The kinds of claim, in the order of the report."""


@dataclass(frozen=True)
class Group:
    """Claims that are counted together: those of a stage, of a kind, or all.

    Attributes:
        name: Of the stage in the map's language, or the kind's key in the format.
        coverage: How they are founded.
        dates: For each claim with dated evidence the day of the newest, sorted.
    """

    name: str
    coverage: Coverage
    dates: tuple[datetime.date, ...] = ()

    @property
    def newest(self) -> datetime.date | None:
        """The day of the newest evidence."""
        return self.dates[-1] if self.dates else None

    @property
    def median(self) -> datetime.date | None:
        """The day that half of the dated claims' evidence is no older than."""
        return self.dates[(len(self.dates) - 1) // 2] if self.dates else None


@dataclass(frozen=True)
class MapCoverage:
    """The evidence behind one map.

    Attributes:
        path: Its file.
        journey: Its id.
        title: In its language.
        is_expected: It tells of a future: what is expected there cannot have been seen, and counts
            in no share.
        stages: A group for each stage, and one for what the journey itself holds where it does.
        kinds: A group for each kind of claim that it has.
        total: All claims.
    """

    path: str
    journey: str
    title: str
    is_expected: bool
    stages: tuple[Group, ...]
    kinds: tuple[Group, ...]
    total: Group


@dataclass(frozen=True)
class WorkspaceCoverage:
    """The evidence behind the maps of a workspace.

    Attributes:
        root: Its folder, as the user would write it.
        limit: The share in per cent that is asked for.
        is_asked: Somebody wrote that limit; else it is the default.
        maps: Those that can hold evidence.
    """

    root: str
    limit: float
    is_asked: bool
    maps: tuple[MapCoverage, ...]

    @property
    def judged(self) -> list[Group]:
        """The totals of the maps that tell of what is."""
        return [each.total for each in self.maps if not each.is_expected]

    @property
    def is_under(self) -> bool:
        """Whether the share of their claims is under the limit; a workspace without claims is not."""
        share = together(self.judged).coverage.share
        return share is not None and share < self.limit


def map_coverage(map: Map, references: References) -> MapCoverage:
    """Count the claims of `map` by stage and by kind."""
    found = claims_of(map.journey, references)
    stages: list[tuple[str, Route]] = [
        (stage.name.in_language(map.language) or stage.id or str(index + 1), ("stages", index))
        for index, stage in enumerate(map.journey.stages)
    ]
    return MapCoverage(
        map.path,
        map.id,
        map.journey.title.in_language(map.language),
        is_expected(map.journey),
        tuple(_by_stage(found, stages)),
        tuple(each for each in _by_kind(found) if each.coverage.claims),
        group("", found),
    )


def group(name: str, found: Sequence[Claim]) -> Group:
    """Return the claims `found` as one group."""
    newest = (newest_evidence(claim) for claim in found)
    return Group(
        name, coverage_of(found), tuple(sorted(each for each in newest if each is not None))
    )


def together(groups: Sequence[Group], name: str = "") -> Group:
    """Return several groups as one."""
    counted = {basis: sum(each.coverage.by_basis[basis] for each in groups) for basis in BASES}
    dates = sorted(date for each in groups for date in each.dates)
    return Group(name, Coverage(counted), tuple(dates))


def newest_evidence(claim: Claim) -> datetime.date | None:
    """Return the day of the newest customer evidence behind `claim`, where it is dated."""
    days = [
        each.item.date
        for each in claim.evidence
        if each.item.date is not None and each.item.basis in CUSTOMER_EVIDENCE
    ]
    return max(days, default=None)


def _by_stage(found: Sequence[Claim], stages: Sequence[tuple[str, Route]]) -> list[Group]:
    held = _sorted_out(found, lambda claim: claim.route[:2] if claim.route[0] == "stages" else ())
    groups = [group(name, held.get(route, [])) for name, route in stages]
    return [*groups, group("", held[()])] if () in held else groups


def _by_kind(found: Sequence[Claim]) -> list[Group]:
    held = _sorted_out(found, lambda claim: (claim.kind,))
    return [group(kind, held.get((kind,), [])) for kind in KINDS]


def _sorted_out(found: Sequence[Claim], key: Callable[[Claim], Route]) -> dict[Route, list[Claim]]:
    held: dict[Route, list[Claim]] = {}
    for claim in found:
        held.setdefault(key(claim), []).append(claim)
    return held
