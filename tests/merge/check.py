"""Random pairs of edits of one map, and whether a merge kept both and made up none."""

from __future__ import annotations

import random
from dataclasses import dataclass

from cjm.merge.merge import Merged
from cjm.merge.values import is_same as is_same_data
from cjm.source import parse
from tests.merge.edits import (
    LAYOUTS,
    Data,
    Edit,
    applied,
    are_apart,
    cleaned,
    random_edit,
    random_map,
    written,
)

_TRIES = 60


@dataclass(frozen=True)
class Pair:
    """Two edits of one map.

    Attributes:
        data: The map.
        edits: Ours and theirs.
        texts: The map, with our edit, and with theirs.
    """

    data: Data
    edits: tuple[Edit, Edit]
    texts: tuple[bytes, bytes, bytes]

    @property
    def is_apart(self) -> bool:
        """Whether they touch different fields or items."""
        return are_apart(*self.edits)

    @property
    def is_near(self) -> bool:
        """Whether they touch different fields of one item."""
        return _is_near(*self.edits)


def pair(rng: random.Random, how: str = "any") -> Pair:
    """Return a random pair of edits.

    Args:
        rng: Decides everything.
        how: `any`; `same` for two that likely touch one field or item; `near` for two that likely
            touch different fields of one step or pain, or add to one list.
    """
    data = random_map(rng)
    edits = random_edit(rng, data, "Ann"), random_edit(rng, data, "Ben")
    for _ in range(_TRIES):
        if how == "any" or (_is_near(*edits) if how == "near" else not are_apart(*edits)):
            break
        edits = random_edit(rng, data, "Ann"), random_edit(rng, data, "Ben")
    layout = rng.choice(LAYOUTS)
    states = (data, applied(data, edits[0]), applied(data, edits[1]))
    base, ours, theirs = (written(cleaned(each), layout).encode() for each in states)
    return Pair(data, edits, (base, ours, theirs))


def _is_near(one: Edit, other: Edit) -> bool:
    """Whether two edits that are apart touch one item."""
    items = [{touch[:2] for touch in edit.touches} for edit in (one, other)]
    return are_apart(one, other) and not items[0].isdisjoint(items[1])


def fault(pair: Pair, merged: Merged) -> str:
    """Return what is wrong with the merge of a pair, or an empty string."""
    one, other = pair.edits
    if pair.is_apart and merged.conflicts:
        return f"a conflict where there is none: {merged.conflicts}"
    both = [applied(pair.data, one, other), applied(pair.data, other, one)]
    for side, text in zip(pair.edits, settled(merged.content.decode()), strict=True):
        wanted = [*both, applied(pair.data, side)] if merged.conflicts else both
        found = parse(text.encode(), "").data
        if pair.edits[0].kind == pair.edits[1].kind == "move step" and not pair.is_apart:
            # Two moves over one another: any order that holds every step once will do.
            if _names(found) != _names(wanted[0]):
                return "a step is lost or there twice"
        elif not any(is_same_data(found, cleaned(each)) for each in wanted):
            return "an edit is lost, or one was invented"
    return ""


def settled(content: str) -> tuple[str, str]:
    """Return a text with each conflict settled by ours, and by theirs."""
    kept: dict[str, list[str]] = {"ours": [], "theirs": []}
    side = ""
    for line in content.split("\n"):
        if line in ("<<<<<<< ours", "=======", ">>>>>>> theirs"):
            side = {"<": "ours", "=": "theirs", ">": ""}[line[0]]
            continue
        for name in kept:
            if side in ("", name):
                kept[name].append(line)
    ours, theirs = ("\n".join(lines) for lines in kept.values())
    return ours, theirs


def _names(data: Data) -> list[list[str]]:
    return [sorted(step["name"] for step in stage["steps"]) for stage in data["stages"]]
