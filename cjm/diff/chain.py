"""What one run compares: two maps, a chain of states, or all maps of two workspaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm.diff.judge import Judgement
from cjm.diff.levels import Level
from cjm.diff.side import Side, spellings
from cjm.model.values import fold

Role: TypeAlias = Literal["pair", "step", "whole", "map"]


@dataclass(frozen=True, eq=False)
class Run:
    """One comparison of a run.

    Attributes:
        old: The old map; `None` where the map is new.
        new: The new map; `None` where the map is gone.
        judgement: What differs and how bad that is; `None` where there is one map only.
        role: `pair` of two maps, a `step` of a chain, the `whole` of it, or one `map` of many.
        names: What the two states are called: paths or revisions.
    """

    old: Side | None
    new: Side | None
    judgement: Judgement | None
    role: Role = "pair"
    names: tuple[str, str] = ("", "")

    @property
    def level(self) -> Level:
        """How the whole is judged; a map that came or went is neutral."""
        return Level.NEUTRAL if self.judgement is None else self.judgement.level

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self.judgement is not None and not self.judgement.changes


def paired_maps(
    old: Sequence[Side], new: Sequence[Side]
) -> Iterator[tuple[Side | None, Side | None]]:
    """Yield the maps of two workspaces that are one: by id, else by path, else by title.

    What is in one of the two only comes alone; the order is that of the new maps, then of the old.
    """
    partner: dict[int, Side] = {}
    taken: set[int] = set()
    for keys in (_ids, _paths, _titles):
        known: dict[str, list[Side]] = {}
        for side in old:
            if id(side) not in taken:
                for key in keys(side):
                    known.setdefault(key, []).append(side)
        for side in new:
            if id(side) in partner:
                continue
            found = next((each for key in keys(side) for each in known.get(key, ())
                          if id(each) not in taken), None)  # fmt: skip
            if found is not None:
                partner[id(side)] = found
                taken.add(id(found))
    for side in new:
        yield partner.get(id(side)), side
    for side in old:
        if id(side) not in taken:
            yield side, None


def _ids(side: Side) -> list[str]:
    return [fold(side.map.id)]


def _paths(side: Side) -> list[str]:
    return [side.written.path]


def _titles(side: Side) -> list[str]:
    return [fold(title) for title in spellings(side.journey)]
