"""Three versions of a tree to one: what either branch changed, and what both changed in two ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, TypeAlias

from cjm.merge.comments import merged_lines, merged_tail
from cjm.merge.identity import matched, name_of
from cjm.merge.moves import Moves
from cjm.merge.order import merged_order, with_added
from cjm.merge.tree import Entry, Node
from cjm.merge.values import in_one_shape, is_nothing, is_one_value, is_same, unlisted

Side: TypeAlias = Literal["ours", "theirs"]
Path: TypeAlias = tuple[str, ...]
_Token: TypeAlias = tuple[str, int]

_ORDERED = frozenset({"stages", "steps", "feeling", "actions", "lanes", "points", "storyboard"})
"""Keys whose lists mean something by their order; of others, one branch's order is as good."""

_SPELLINGS = {"persona": "personas", "channel": "channels", "colors": "colours"}


class Merger:
    """Merges the trees of one file.

    Attributes:
        favour: The branch whose side is taken where both changed one thing in two ways.
        conflicts: Where that was so: keys and names that lead there.
    """

    def __init__(self, favour: Side, base: Node, ours: Node, theirs: Node) -> None:
        self.favour = favour
        self.conflicts: list[Path] = []
        self._moves = Moves(base, ours, theirs)

    def value(self, base: Node | None, ours: Node, theirs: Node, path: Path = ()) -> Node:
        """Return what becomes of a value that both branches have."""
        written = [None if each is None else each.spelt() for each in (base, ours, theirs)]
        one = self._one_of(written, ours, theirs)
        if one is not None:
            return ours if one == "ours" else theirs
        versions = [each for each in (base, ours, theirs) if each is not None]
        shaped = in_one_shape(versions)
        old = shaped[0] if base is not None else Node("leaf")
        a, b = shaped[-2:]
        if a.kind == b.kind == "map":
            return self._mapping(old if old.kind == "map" else Node("map"), a, b, path)
        if a.kind == b.kind == "list" and not (is_one_value(a) and is_one_value(b)):
            merged = self._list(old if old.kind == "list" else Node("list"), a, b, path)
            is_one = ours.kind != "list" and len(merged.entries) == 1
            return unlisted(merged) if is_one else merged
        if is_same(ours.value(), theirs.value()) or (
            base and is_same(base.value(), theirs.value())
        ):
            return ours
        if base is not None and is_same(base.value(), ours.value()):
            return theirs
        return ours if self._is_ours(path) else theirs

    def _one_of(self, written: Sequence[object], ours: Node, theirs: Node) -> Side | None:
        """Return the branch that all of a part can be taken from, as the three are written."""
        base, own, come = written
        if own == come or (base == come and not self._moves.holds(ours)):
            return "ours"
        return "theirs" if base == own and not self._moves.holds(theirs) else None

    def _is_ours(self, path: Path) -> bool:
        """Note a conflict, and tell whether our side of it is taken."""
        self.conflicts.append(path)
        return self.favour == "ours"

    def entry(self, base: Entry | None, ours: Entry, theirs: Entry, path: Path) -> Entry:
        """Return what becomes of an entry that both branches have."""
        written = [None if each is None else each.spelt() for each in (base, ours, theirs)]
        one = self._one_of(written, ours.value, theirs.value)
        if one is not None:
            return ours if one == "ours" else theirs
        value = self.value(base.value if base else None, ours.value, theirs.value, path)
        is_theirs = value is theirs.value
        gap = theirs.gap if is_theirs else ours.gap
        if not gap and not value.is_block and not is_nothing(value) and ours.head:
            gap = " "
        tail, more = merged_tail(base.tail if base else "", ours.tail, theirs.tail)
        lead = merged_lines(base, ours, theirs)
        more = [" " * ours.column + each for each in more]
        return replace(ours, gap=gap, value=value, tail=tail, lead=(*lead, *more))

    def _mapping(self, base: Node, ours: Node, theirs: Node, path: Path) -> Node:
        was, come = _by_key(base), _by_key(theirs)
        own = _by_key(ours)
        found: dict[str, Entry] = {}
        for key, entry in own.items():
            old, other = was.get(key), come.get(key)
            if other is not None:
                found[key] = self.entry(old, entry, other, (*path, key))
            elif old is None or self._keeps(old, entry, (*path, key), "ours"):
                found[key] = entry
        order = list(found)
        last = -1
        for key, entry in come.items():
            if key in own:
                last = order.index(key) if key in found else last
                continue
            old = was.get(key)
            if old is None or self._keeps(old, entry, (*path, key), "theirs"):
                last += 1
                order.insert(last, key)
                found[key] = entry
        return self._with(base, ours, theirs, [found[key] for key in order])

    def _keeps(self, old: Entry, entry: Entry, path: Path, side: Side) -> bool:
        """Whether what one branch deleted stays, since the other changed it."""
        if is_same(old.value.value(), entry.value.value()):
            return False
        return self._is_ours(path) == (side == "ours")

    def _with(self, base: Node, ours: Node, theirs: Node, entries: list[Entry]) -> Node:
        from cjm.merge.comments import merged_foot

        return replace(ours, entries=entries, foot=merged_foot(base, ours, theirs))

    def _list(self, base: Node, ours: Node, theirs: Node, path: Path) -> Node:
        key = path[-1] if path else ""
        is_elsewhere = partial(self._moves.is_elsewhere, key)
        three = _Three(base.entries, ours.entries, theirs.entries, is_elsewhere)
        kept: dict[_Token, Entry] = {}
        for token in dict.fromkeys((*three.ours, *three.theirs)):
            entry = self._item(three, token, path, key)
            if entry is not None:
                kept[token] = entry
        ours_kept = [each for each in three.ours if each in kept]
        theirs_kept = [each for each in three.theirs if each in kept]
        order = merged_order(three.base, ours_kept, theirs_kept)
        if order is None:
            is_ours = key not in _ORDERED or self._is_ours((*path, "order"))
            common = set(ours_kept) & set(theirs_kept)
            order = [each for each in (ours_kept if is_ours else theirs_kept) if each in common]
        added = set(ours_kept) - set(theirs_kept)
        order = with_added(order, ours_kept, added, set())
        order = with_added(order, theirs_kept, set(theirs_kept) - set(ours_kept), added)
        return self._with(base, ours, theirs, [kept[each] for each in order])

    def _item(self, three: _Three, token: _Token, path: Path, key: str) -> Entry | None:
        """Return what becomes of an item of a list, `None` where it goes."""
        old, ours, theirs = three.of(token)
        some = ours or theirs
        assert some is not None
        inner = (*path, name_of(some.value))
        if ours is not None and theirs is not None:
            return self.entry(old, ours, theirs, inner)
        if old is None:
            return self._come(key, ours, theirs, inner)
        side: Side = "ours" if ours is not None else "theirs"
        if self._moves.goes(key, old.value, side):
            return None  # it stands elsewhere, and is merged there
        return some if self._keeps(old, some, inner, side) else None

    def _come(self, key: str, ours: Entry | None, theirs: Entry | None, path: Path) -> Entry | None:
        """Return what becomes of an item that one branch has put into a list."""
        entry = ours or theirs
        assert entry is not None
        side: Side = "ours" if ours is not None else "theirs"
        move = self._moves.came(key, entry.value, side)
        if move is None:
            return entry
        if move.other is None or move.is_elsewhere:
            # The other branch deleted it, or moved it too, and not to here.
            return entry if self._is_ours((*path, "place")) == (side == "ours") else None
        pair = (entry.value, move.other) if side == "ours" else (move.other, entry.value)
        return replace(entry, value=self.value(move.old, *pair, path))


class _Three:
    """The items of three versions of a list; one token for what is one.

    Attributes:
        base: Tokens of the items as they were, in their order.
        ours: Those of our branch.
        theirs: Those of the other.
    """

    def __init__(
        self,
        base: Sequence[Entry],
        ours: Sequence[Entry],
        theirs: Sequence[Entry],
        is_elsewhere: Callable[[Node], bool],
    ) -> None:
        olds, owns, comes = ([each.value for each in part] for part in (base, ours, theirs))
        self.base = [("base", at) for at in range(len(base))]
        to_ours, to_theirs = (
            {
                new: old
                for old, new in matched(
                    olds, news, is_change=True, is_elsewhere=is_elsewhere
                ).items()
            }
            for news in (owns, comes)
        )
        self.ours = [_token("ours", at, to_ours) for at in range(len(ours))]
        self.theirs = [_token("theirs", at, to_theirs) for at in range(len(theirs))]
        mine = [at for at, token in enumerate(self.ours) if token[0] == "ours"]
        other = [at for at, token in enumerate(self.theirs) if token[0] == "theirs"]
        both = matched([owns[at] for at in mine], [comes[at] for at in other], is_change=False)
        for a, b in both.items():
            self.theirs[other[b]] = self.ours[mine[a]]
        self._base = dict(zip(self.base, base, strict=True))
        self._ours = dict(zip(self.ours, ours, strict=True))
        self._theirs = dict(zip(self.theirs, theirs, strict=True))

    def of(self, token: _Token) -> tuple[Entry | None, Entry | None, Entry | None]:
        """Return the item as it was, as our branch has it, and as the other has it."""
        return self._base.get(token), self._ours.get(token), self._theirs.get(token)


def _token(side: str, at: int, to_base: dict[int, int]) -> _Token:
    return ("base", to_base[at]) if at in to_base else (side, at)


def _by_key(node: Node) -> dict[str, Entry]:
    """Return the entries of a mapping by their keys, spelt as the format does."""
    found = {_spelt(each.key): each for each in node.entries}
    if len(found) == len(node.entries):
        return found
    return {each.key: each for each in node.entries}


def _spelt(key: str) -> str:
    if key.startswith("x-"):
        return key
    word = key.replace("-", "_")
    return _SPELLINGS.get(word, word)
