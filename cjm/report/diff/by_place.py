"""The changes of a comparison by the step or stage at which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm.diff.judge import Judged
from cjm.diff.rows import Row
from cjm.findings import Route


class ByPlace:
    """Finds changes by their place: in the new map, or in the old one where they have none there."""

    def __init__(self, changes: Iterable[Judged]) -> None:
        self.changes = tuple(changes)
        self._new: dict[Route, list[int]] = {}
        self._old: dict[Route, list[int]] = {}
        self._new_stage: dict[Route, list[int]] = {}
        self._old_stage: dict[Route, list[int]] = {}
        for position, each in enumerate(self.changes):
            new, old = each.change.new_place, each.change.old_place
            if new is not None:
                self._new.setdefault(new, []).append(position)
                self._new_stage.setdefault(new[:2], []).append(position)
            elif old is not None:
                self._old.setdefault(old, []).append(position)
                self._old_stage.setdefault(old[:2], []).append(position)

    def at(self, row: Row) -> list[Judged]:
        """Return the changes at the step or stage itself."""
        return self._found(row, self._new, self._old)

    def within(self, row: Row) -> list[Judged]:
        """Return the changes at a stage, those at its steps included."""
        return self._found(row, self._new_stage, self._old_stage)

    def elsewhere(self, rows: Iterable[Row]) -> list[Judged]:
        """Return the changes that stand at none of these steps or stages."""
        taken = {id(each) for row in rows for each in self.at(row)}
        return [each for each in self.changes if id(each) not in taken]

    def _found(
        self, row: Row, new: dict[Route, list[int]], old: dict[Route, list[int]]
    ) -> list[Judged]:
        found: Sequence[int] = [
            *(position for route in row.new for position in new.get(route, ())),
            *(position for route in row.old for position in old.get(route, ())),
        ]
        return [self.changes[position] for position in sorted(found)]
