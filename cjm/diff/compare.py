"""Two maps to what differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cjm.diff.change import Change, Kind
from cjm.diff.details import map_details
from cjm.diff.fates import InsightFate, fates_of, initiative_changes, insight_changes
from cjm.diff.match import LEAST
from cjm.diff.matches import Matches, match_maps
from cjm.diff.pairing import Pairing
from cjm.diff.places import place_changes
from cjm.diff.rows import Row
from cjm.diff.side import Side
from cjm.diff.steps import step_changes
from cjm.diff.sums import library_changes, sum_changes

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, eq=False)
class Comparison:
    """What differs between two maps.

    Attributes:
        pairing: What of the one is what of the other.
        changes: Every difference, in the order of the map: the whole first, then stage by stage.
        fates: What became of every pain, delight and itch.
    """

    pairing: Pairing
    changes: tuple[Change, ...]
    fates: tuple[InsightFate, ...]

    @property
    def old(self) -> Side:
        """The old map."""
        return self.pairing.old

    @property
    def new(self) -> Side:
        """The new map."""
        return self.pairing.new

    @property
    def matches(self) -> Matches:
        """What of the old map is what of the new one."""
        return self.pairing.matches

    @property
    def rows(self) -> tuple[Row, ...]:
        """The columns of both maps as one order."""
        return self.pairing.rows

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.changes

    def of_kind(self, *kinds: Kind) -> tuple[Change, ...]:
        """Return the changes of these kinds."""
        return tuple(each for each in self.changes if each.kind in kinds)


def compare(old: Side, new: Side, *, least: float = LEAST) -> Comparison:
    """Say what differs between two maps, without judging it.

    Args:
        old: The map as it was, or is.
        new: The map as it is, or shall be.
        least: Likeness in per cent from which two items without a common id or name count as one.
    """
    pairing = Pairing(old, new, match_maps(old, new, least=least))
    fates = tuple(fates_of(pairing))
    found = [
        *map_details(pairing),
        *place_changes(pairing),
        *step_changes(pairing),
        *insight_changes(pairing, fates),
        *initiative_changes(pairing),
        *sum_changes(pairing),
    ]
    found += library_changes(pairing, {change.id for change in found})
    return Comparison(pairing, tuple(sorted(found, key=pairing.order)), fates)
