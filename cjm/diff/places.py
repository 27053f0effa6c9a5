"""What differs in the stages and steps themselves, and in the ways between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cjm.diff.change import Change, Kind
from cjm.diff.details import item_details
from cjm.diff.match import Match, Matching
from cjm.diff.pairing import Pairing
from cjm.diff.rows import moved
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.stage import Next
from cjm.model.text import Text
from cjm.model.values import fold

_STAGE = {
    "added": Kind.STAGE_ADDED,
    "removed": Kind.STAGE_REMOVED,
    "merged": Kind.STAGE_MERGED,
    "split": Kind.STAGE_SPLIT,
    "moved": Kind.STAGE_MOVED,
}
_STEP = {
    "added": Kind.STEP_ADDED,
    "removed": Kind.STEP_REMOVED,
    "merged": Kind.STEP_MERGED,
    "split": Kind.STEP_SPLIT,
    "moved": Kind.STEP_MOVED,
}


_Way = tuple[Route, Next]
_Key = tuple[Route | str, int]


def place_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what was added, removed, merged, split and moved, and the branches that differ."""
    matches = pairing.matches
    yield from _of(pairing, matches.stages, _STAGE, [matches.stages.pairs])
    # A stage without steps is its own column: it is told of as a stage.
    inner = _inner(matches.steps)
    # Steps that a stage took along when it moved did not move themselves.
    stays: dict[Route, list[Match]] = {}
    for match in inner.pairs:
        if not _changed_stage(pairing, match):
            stays.setdefault(match.new[:2], []).append(match)
    yield from _of(pairing, inner, _STEP, stays.values())
    for match in inner.pairs:
        if _changed_stage(pairing, match):
            yield pairing.change(
                Kind.STEP_MOVED, match.old, match.new,
                before=pairing.name(match.old[:2], None), after=pairing.name(None, match.new[:2]),
            )  # fmt: skip
    yield from _turned(pairing, inner)
    for match in (*matches.stages.pairs, *inner.pairs):
        yield from _id_change(pairing, match)
    for match in matches.steps.pairs:
        yield from _branches(pairing, match)


def _inner(steps: Matching) -> Matching:
    """Return the matching of steps that are no stages."""

    def both(matches: tuple[Match, ...]) -> tuple[Match, ...]:
        return tuple(each for each in matches if len(each.old) > 2 or len(each.new) > 2)

    return Matching(
        tuple(route for route in steps.old if len(route) > 2 or route in steps.by_old),
        tuple(route for route in steps.new if len(route) > 2 or route in steps.by_new),
        both(steps.pairs), both(steps.merged), both(steps.split),
    )  # fmt: skip


def _of(
    pairing: Pairing,
    matching: Matching,
    kinds: dict[str, Kind],
    orders: Iterable[Sequence[Match]],
) -> Iterator[Change]:
    known_old = {each.old for each in (*matching.pairs, *matching.merged, *matching.split)}
    known_new = {each.new for each in (*matching.pairs, *matching.merged, *matching.split)}
    wanted = 4 if kinds is _STEP else 2
    for route in matching.new:
        if route not in known_new and len(route) == wanted:
            yield pairing.change(kinds["added"], None, route)
    for route in matching.old:
        if route not in known_old and len(route) == wanted:
            yield pairing.change(kinds["removed"], route, None)
    for match in matching.merged:
        yield _linked(pairing, kinds["merged"], match)
    for match in matching.split:
        yield _linked(pairing, kinds["split"], match)
    for stays in orders:
        for match in moved(stays, matching.old, matching.new):
            yield pairing.change(kinds["moved"], match.old, match.new)


def _linked(pairing: Pairing, kind: Kind, match: Match) -> Change:
    return pairing.change(
        kind, match.old, match.new,
        name=pairing.name(match.old, None) if kind in _MERGED else pairing.name(None, match.new),
        id=pairing.id(match.old, None) if kind in _MERGED else pairing.id(None, match.new),
        before=pairing.name(match.old, None), after=pairing.name(None, match.new),
    )  # fmt: skip


_MERGED = (Kind.STAGE_MERGED, Kind.STEP_MERGED)


def _turned(pairing: Pairing, inner: Matching) -> Iterator[Change]:
    """Yield the steps that are a stage now that has none, or were one."""
    for match in inner.pairs:
        if len(match.old) > len(match.new):
            name = pairing.name(match.old, None)
            yield pairing.change(Kind.DETAIL_REMOVED, match.old, None, key="steps", before=name)
        elif len(match.old) < len(match.new):
            name = pairing.name(None, match.new)
            yield pairing.change(Kind.DETAIL_ADDED, None, match.new, key="steps", after=name)


def _changed_stage(pairing: Pairing, match: Match) -> bool:
    if len(match.old) == 2 or len(match.new) == 2:
        return False
    return not pairing.is_same_place(match.old[:2], match.new[:2])


def _id_change(pairing: Pairing, match: Match) -> Iterator[Change]:
    """Yield a change where a written id is another now: what refers to it leads nowhere."""
    old, new = pairing.old.ids, pairing.new.ids
    before, after = old.of[match.old], new.of[match.new]
    if match.how not in ("id", "replaces") and fold(before) != fold(after) and not (
        match.old in old.derived and match.new in new.derived
    ):  # fmt: skip
        yield pairing.change(
            Kind.ID_CHANGED, match.old, match.new, id=before, before=before, after=after
        )


def _branches(pairing: Pairing, match: Match) -> Iterator[Change]:
    before, after = _ways(pairing.old, match.old), _ways(pairing.new, match.new)
    pairs = _same_ways(pairing, before, after)
    for old in before:
        if old not in pairs:
            yield _way_change(pairing, Kind.BRANCH_REMOVED, before[old], None)
    for new in after:
        if new not in pairs.values():
            yield _way_change(pairing, Kind.BRANCH_ADDED, None, after[new])
    for old, new in pairs.items():
        (at, earlier), (route, way) = before[old], after[new]
        for field in ("share", "when", "name"):
            a, b = getattr(earlier, field), getattr(way, field)
            if a != b:
                yield pairing.change(
                    Kind.BRANCH_CHANGED, at, route, key=field, before=a, after=b,
                    name=_way_name(pairing, before[old], after[new]), what=_way_out(way),
                )  # fmt: skip
        yield from item_details(
            pairing, at, route, earlier, way, skip=_OF_WAYS, path="next",
            name=_way_name(pairing, before[old], after[new]), id=pairing.id(match.old, match.new),
        )  # fmt: skip


_OF_WAYS = frozenset({"share", "when", "name", "to"})


def _same_ways(
    pairing: Pairing, before: dict[_Key, _Way], after: dict[_Key, _Way]
) -> dict[_Key, _Key]:
    """Return the ways that lead to what is one in both maps; those of a pair before the rest."""
    found: dict[_Key, _Key] = {}
    for is_one in (_is_pair, _is_same):
        for old in before:
            for new in after:
                if old in found or new in found.values() or old[1] != new[1]:
                    continue
                if is_one(pairing, old[0], new[0]):
                    found[old] = new
    return found


def _is_pair(pairing: Pairing, old: Route | str, new: Route | str) -> bool:
    if isinstance(old, str) or isinstance(new, str):
        return old == new
    return pairing.place_of_old.get(old) == new and pairing.place_of_new.get(new) == old


def _is_same(pairing: Pairing, old: Route | str, new: Route | str) -> bool:
    if isinstance(old, str) or isinstance(new, str):
        return old == new
    return pairing.is_same_place(old, new)


def _ways(side: Side, route: Route) -> dict[_Key, _Way]:
    """Return `(where it leads, which of those that lead there)` → the way."""
    found: dict[_Key, _Way] = {}
    for index, way in enumerate(side.item(route).next):
        to = way.to or ""
        target: Route | str = fold(to)
        if target not in ("end", "exit"):
            target = side.references_at(route).step(to) or fold(to)
        number = sum(1 for known, _ in found if known == target)
        found[target, number] = ((*route, "next", index), way)
    return found


def _way_change(pairing: Pairing, kind: Kind, old: _Way | None, new: _Way | None) -> Change:
    way = new or old
    assert way is not None
    return pairing.change(
        kind, old[0] if old else None, new[0] if new else None,
        name=_way_name(pairing, old, new),
        before=old[1].share if old else None, after=new[1].share if new else None, key="share",
        what=_way_out(way[1]),
    )  # fmt: skip


def _way_out(way: Next) -> str:
    """Return `exit` where the customer leaves by this way."""
    return "exit" if fold(way.to or "") == "exit" else ""


def _way_name(pairing: Pairing, old: _Way | None, new: _Way | None) -> Text:
    """Return the name of a way: its own, or that of the step it leads to."""
    for side, way in ((pairing.new, new), (pairing.old, old)):
        if way is None:
            continue
        if way[1].name:
            return way[1].name
        target = side.references_at(way[0]).step(way[1].to or "")
        if target is not None:
            name: Text = side.item(target).name
            if name:
                return name
        return Text(way[1].to or "")
    return Text("")
