"""Which items of a list are one in two versions of it: by id, by name, else by what is left of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from cjm.merge.tree import Node, UnsureError
from cjm.model.ids import slug
from cjm.model.languages import is_language
from cjm.model.values import fold
from cjm.source.plain import Plain

NAMES = (
    "name", "text", "title", "ref", "url", "image", "to", "statement", "pain", "label",
    "department", "customer", "date", "person", "step", "level",
)  # fmt: skip
"""Keys that tell an item from its neighbours, the strongest first; a shorthand stands for one."""

_FEW = 10_000
_AROUND = 8
"""Pairs up to which each is compared; of more, neighbours alone."""

_LIKE = 50.0
"""Likeness in per cent from which a text is another one, reworded."""


def matched(
    old: Sequence[Node],
    new: Sequence[Node],
    *,
    is_change: bool,
    is_elsewhere: Callable[[Node], bool] = lambda node: False,
) -> dict[int, int]:
    """Return which of `new` each of `old` is: number → number.

    Args:
        old: Items of a list.
        new: Items of another version of it.
        is_change: The second came from the first, so that a new name in the old place is a rename;
            else the two came up on their own.
        is_elsewhere: Whether an item without a partner is known to have come or gone: no rename.

    Raises:
        UnsureError: Several items have one id, or one name in numbers that differ.
    """
    pairs: dict[int, int] = {}
    olds, news = list(map(_Identity, old)), list(map(_Identity, new))
    _check(olds)
    _check(news)
    _by(pairs, olds, news, lambda each: each.ids)
    _by(pairs, olds, news, lambda each: each.whole, is_sure=True)
    _by(pairs, olds, news, lambda each: each.names, is_loose=is_change)
    _by(pairs, olds, news, lambda each: each.ids or each.slugs, is_loose=is_change)
    if is_change:
        gone = {at for at, each in enumerate(old) if at not in pairs and is_elsewhere(each)}
        back = set(pairs.values())
        come = {at for at, each in enumerate(new) if at not in back and is_elsewhere(each)}
        _by_rest(pairs, olds, news, gone, come)
    return pairs


def name_of(node: Node) -> str:
    """Return what an item is called, for people."""
    found = _Identity(node)
    return found.shown


def own_key(node: Node, others: Sequence[Node]) -> str | None:
    """Return the key that `node` is the shorthand of, as other versions of it are written.

    Args:
        node: A single value, or a text in several languages.
        others: The mappings that it has become.
    """
    for other in others:
        held = {each.key for each in other.entries}
        if isinstance(node.data, Plain) and held & {"level", "label", "expectation"}:
            return "level"
        found = next((key for key in NAMES if key in held), None)
        if found is not None:
            return found
    return None


def is_in_languages(node: Node) -> bool:
    """Whether a mapping is a text in several languages."""
    return (
        node.kind == "map"
        and bool(node.entries)
        and all(is_language(each.key) and each.value.kind == "leaf" for each in node.entries)
        and not any(each.key == "id" for each in node.entries)
    )


class _Identity:
    """What tells an item from others.

    Attributes:
        ids: Its written id.
        names: Its name or text, in each language.
        slugs: Ids that would be worked out from them.
        rest: What else it holds.
        whole: All that it holds.
    """

    def __init__(self, node: Node) -> None:
        data = node.value()
        self.ids: frozenset[str] = frozenset()
        self.rest: dict[str, Any] = {}
        name = data
        if isinstance(data, dict) and not is_in_languages(node):
            key = next((key for key in NAMES if key in data), None)
            name = data[key] if key is not None else None
            if isinstance(data.get("id"), str):
                self.ids = frozenset((fold(data["id"]),))
            self.rest = {each: held for each, held in data.items() if each not in (key, "id")}
        words = list(name.values()) if isinstance(name, dict) else [name]
        self.words = [each for each in words if isinstance(each, str)]
        self.names = frozenset(map(fold, self.words)) or frozenset((repr(data),))
        self.whole = frozenset((repr(data),))
        self.slugs = frozenset(fold(found) for each in self.words if (found := slug(each)))
        self.shown = self.words[0] if self.words else next(iter(self.ids), "")

    def like(self, other: _Identity) -> float:
        """Return how much is left of this in `other`, in per cent; 0 where that is too little."""
        from rapidfuzz import fuzz

        shared: int = sum(
            each in other.rest and other.rest[each] == held for each, held in self.rest.items()
        )
        most = max(len(self.rest), len(other.rest))
        if shared and shared * 2 >= most:
            return 100.0 + 100.0 * shared / most
        ratios = [fuzz.ratio(fold(a), fold(b)) for a in self.words for b in other.words]
        found = float(max(ratios, default=0.0))
        return found if found >= _LIKE else 0.0


def _check(items: Sequence[_Identity]) -> None:
    ids = [each for item in items for each in item.ids]
    if len(ids) != len(set(ids)):
        raise UnsureError("an id is there twice")


def _by(
    pairs: dict[int, int],
    olds: Sequence[_Identity],
    news: Sequence[_Identity],
    keys: Any,
    *,
    is_loose: bool = True,
    is_sure: bool = False,
) -> None:
    """Pair what has a key in common, each with the first that is left, in order.

    Args:
        pairs: What is paired already; added to.
        olds: Items of one version.
        news: Items of the other.
        keys: From an item to its keys.
        is_loose: Two ids that differ do not keep two items apart.
        is_sure: Items with one key are the same, so that it does not matter which is which.
    """
    taken = set(pairs.values())
    known: dict[str, list[int]] = {}
    for at, item in enumerate(news):
        if at not in taken:
            for key in keys(item):
                known.setdefault(key, []).append(at)
    counts: dict[str, int] = {}
    for at, item in enumerate(olds):
        if at not in pairs:
            for key in keys(item):
                counts[key] = counts.get(key, 0) + 1
    for at, item in enumerate(olds):
        if at in pairs:
            continue
        for key in keys(item):
            found = [each for each in known.get(key, ()) if each not in taken]
            if not is_loose:
                found = [each for each in found if not (item.ids and news[each].ids)]
            if not found:
                continue
            if (
                not is_sure
                and max(counts[key], len(known[key])) > 1
                and counts[key] != len(known[key])
            ):
                raise UnsureError(f"'{item.shown[:40]}' is there several times")
            pairs[at] = found[0]
            taken.add(found[0])
            break


def _by_rest(
    pairs: dict[int, int],
    olds: Sequence[_Identity],
    news: Sequence[_Identity],
    gone: set[int],
    come: set[int],
) -> None:
    """Pair what stands between the same neighbours and is alike: renamed, or reworded.

    Args:
        pairs: What is paired already; added to.
        olds: Items of one version.
        news: Items of the other.
        gone: Numbers of the old ones that cannot be meant.
        come: Numbers of the new ones that cannot be meant.
    """
    back = {new: old for old, new in pairs.items()}
    gaps: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
    for gap, at in _gaps(len(olds), lambda each: pairs.get(each)):
        if at not in gone:
            gaps.setdefault(gap, ([], []))[0].append(at)
    for gap, at in _gaps(len(news), lambda each: each if each in back else None):
        if at not in come:
            gaps.setdefault(gap, ([], []))[1].append(at)
    for left, right in gaps.values():
        scores = sorted(
            (-score, abs(a - b), a, b)
            for at, a in enumerate(left)
            for b in _near(right, at, len(left))
            if (score := olds[a].like(news[b])) > 0
        )
        used: set[int] = set()
        for _, _, a, b in scores:
            if a not in pairs and b not in used:
                pairs[a] = b
                used.add(b)


def _near(items: list[int], at: int, count: int) -> list[int]:
    """Return which of many items to compare with the one at `at`: of few, all."""
    if len(items) * count <= _FEW:
        return items
    middle = at * len(items) // count
    return items[max(0, middle - _AROUND) : middle + _AROUND + 1]


def _gaps(count: int, partner: Any) -> list[tuple[tuple[int, int], int]]:
    """Return `((pair before, pair after), number)` of each item without a partner."""
    found = []
    after = [-1] * (count + 1)
    for at in range(count - 1, -1, -1):
        known = partner(at)
        after[at] = after[at + 1] if known is None else known
    before = -1
    for at in range(count):
        known = partner(at)
        if known is None:
            found.append(((before, after[at + 1]), at))
        else:
            before = known
    return found
