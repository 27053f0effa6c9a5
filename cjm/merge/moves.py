"""Items that a branch moved from one list to another: a step to another stage, a pain to a step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm.merge.identity import NAMES, matched
from cjm.merge.tree import Entry, Node, UnsureError
from cjm.model.values import fold

Side: TypeAlias = Literal["ours", "theirs"]
Path: TypeAlias = tuple[str, ...]

_MOVABLE = frozenset({"steps", "pains", "delights", "itches", "opportunities", "solutions"})


@dataclass(frozen=True)
class Move:
    """An item that stands in another list than it did.

    Attributes:
        old: It, as it was.
        other: It, as the other branch has it; `None` where that deleted it.
        is_elsewhere: The other branch moved it too, to a third list.
    """

    old: Node
    other: Node | None
    is_elsewhere: bool


class Moves:
    """Knows the items of three versions by what names them alone.

    Args:
        base: The tree as it was.
        ours: The tree of our branch.
        theirs: That of the other.
    """

    def __init__(self, base: Node, ours: Node, theirs: Node) -> None:
        self._base = _Places(base, base)
        self._sides: dict[Side, _Places] = {
            "ours": _Places(ours, base), "theirs": _Places(theirs, base)
        }  # fmt: skip

        self._holders = {
            holder for places in self._sides.values() for holder in places.holders(self._base)
        }

    def holds(self, node: Node) -> bool:
        """Whether an item that a branch moved stands somewhere in `node`, a part of its tree."""
        return id(node) in self._holders

    def is_elsewhere(self, key: str, item: Node) -> bool:
        """Whether an item that lost its partner in a list has it in another one."""
        name = _name(item)
        if key not in _MOVABLE or name is None:
            return False
        places = (self._base, *self._sides.values())
        found = {each.known[key, name][0] for each in places if (key, name) in each.known}
        return len(found) > 1

    def goes(self, key: str, old: Node, side: Side) -> bool:
        """Whether what is still in a list of `side` was moved out of it by the other branch."""
        other: Side = "theirs" if side == "ours" else "ours"
        name = _name(old)
        if key not in _MOVABLE or name is None or (key, name) not in self._base.known:
            return False
        here, there = (self._sides[each].known.get((key, name)) for each in (side, other))
        return here is not None and there is not None and self._base.known[key, name][0] != there[0]

    def came(self, key: str, item: Node, side: Side) -> Move | None:
        """Return how an item came to a list of `side` that has it new, `None` where it is new."""
        other: Side = "theirs" if side == "ours" else "ours"
        name = _name(item)
        if key not in _MOVABLE or name is None:
            return None
        old = self._base.known.get((key, name))
        here = self._sides[side].known.get((key, name))
        if old is None or here is None or old[0] == here[0]:
            return None
        there = self._sides[other].known.get((key, name))
        if there is None:
            return None if (key, name) in self._sides[other].twice else Move(old[1], None, False)
        if there[0] not in (old[0], here[0]) and there[0] not in self._base.containers:
            raise UnsureError(f"'{name[:40]}' may have been moved by both branches")
        return Move(old[1], there[1], there[0] not in (old[0], here[0]))


class _Places:
    """The items of one tree.

    Attributes:
        known: `(key of the list, name of the item)` → names that lead to the list, those of `base`
            where its holders were renamed, and the item.
        twice: Names that several items have.
        containers: Names that lead to whatever holds lists.
    """

    def __init__(self, top: Node, base: Node) -> None:
        self.known: dict[tuple[str, str], tuple[Path, Node]] = {}
        self.twice: set[tuple[str, str]] = set()
        self.containers: set[Path] = {()}
        self._above: dict[tuple[str, str], tuple[Node, ...]] = {}
        waiting: list[tuple[Node, Node | None, Path, tuple[Node, ...]]] = [(top, base, (), ())]
        while waiting:
            node, was, path, above = waiting.pop()
            above = (*above, node)
            for entry, old, step in _parts(node, was):
                value = entry.value
                if node.kind == "map" and entry.key in _MOVABLE and value.kind == "list":
                    for inner in value.entries:
                        self._add(entry.key, inner.value, path, (*above, value))
                if value.kind != "leaf":
                    waiting.append((value, old, (*path, step), above))
                    self.containers.add((*path, step))
        for each in self.twice:
            del self.known[each]

    def holders(self, base: _Places) -> Iterator[int]:
        """Yield the identities of the nodes in which an item stands that stood elsewhere in `base`."""
        for name, (path, _) in self.known.items():
            old = base.known.get(name)
            if old is not None and old[0] != path:
                yield from map(id, self._above[name])

    def _add(self, key: str, item: Node, path: Path, above: tuple[Node, ...]) -> None:
        name = _name(item)
        if name is None:
            return
        if (key, name) in self.known:
            self.twice.add((key, name))
        self.known[key, name] = (path, item)
        self._above[key, name] = above


def _parts(node: Node, was: Node | None) -> Iterator[tuple[Entry, Node | None, str]]:
    """Yield each part of a node, what it was, and what it is called in a path."""
    if node.kind == "map":
        for entry in node.entries:
            old = was.entry(entry.key) if was is not None and was.kind == "map" else None
            yield entry, old.value if old is not None else None, entry.key
        return
    olds = was.entries if was is not None and was.kind == "list" else []
    back = {new: old for old, new in _same(olds, node.entries).items()}
    for at, entry in enumerate(node.entries):
        old_value = olds[back[at]].value if at in back else None
        yield entry, old_value, _name(old_value or entry.value) or ""


def _same(olds: Sequence[Entry], news: Sequence[Entry]) -> dict[int, int]:
    one, other = [each.value for each in olds], [each.value for each in news]
    if [each.spelt() for each in one] == [each.spelt() for each in other]:
        return dict(zip(range(len(one)), range(len(one)), strict=True))
    try:
        return matched(one, other, is_change=True)
    except UnsureError:
        return {}


def _name(node: Node) -> str | None:
    """Return the written id of an item, or else its name."""
    data = node.value()
    if isinstance(data, dict):
        found = data.get("id") or next((data[key] for key in NAMES if key in data), None)
    else:
        found = data
    return fold(found) if isinstance(found, str) else None
