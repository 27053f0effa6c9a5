"""What a map says has become of the items of its baseline: resolved, deferred, realised, replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.journey import Deferral
from cjm.model.values import fold
from cjm.model.walk import contents


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of an item of the baseline.

    Attributes:
        key: `resolves`, `defers` or `realises`.
        route: The step, stage or journey that says so; `None` where a map between the two does.
        by: Path of the map that says so.
    """

    key: str
    route: Route | None
    by: str


_KEYS = {"insights": ("resolves", "defers"), "opportunities": ("realises",)}


def settled(side: Side, other: Side, group: str) -> dict[Route, Settlement]:
    """Return items of `other` that `side`, or a map between the two, says it is done with."""
    found: dict[Route, Settlement] = {}
    if not speaks_of(side, other):
        return found
    for at in _from(side, other):
        for route, key, reference in _said(at, _KEYS.get(group, ())):
            settlement = Settlement(key, route if at is side else None, at.written.path)
            for origin in origins(at, other, group, reference):
                found.setdefault(origin, settlement)
    return found


def descends(side: Side, other: Side) -> bool:
    """Whether `other` is in the chain of baselines of `side`."""
    return any(is_one(each, other) for each in side.chain)


def is_one(side: Side, other: Side) -> bool:
    """Whether two sides are one map, maybe at two times."""
    return side.written.path == other.written.path or fold(side.map.id) == fold(other.map.id)


def speaks_of(side: Side, other: Side) -> bool:
    """Whether what `side` says of its baseline may mean `other`.

    A map that names no baseline may be compared with any, but what it says is not of itself.
    """
    return descends(side, other) if side.chain else not is_one(side, other)


def origins(side: Side, other: Side, group: str, reference: str) -> list[Route]:
    """Return what `reference`, written in `side`, means in `other`: a map of its chain of baselines.

    What a map between the two has is followed to what that map says it stands for.
    """
    direct = other.find(group, reference)
    found: list[Route] = [] if direct is None else [direct]
    for between in side.chain:
        if is_one(between, other):
            break
        at = between.find(group, reference)
        if at is not None:
            item: Any = between.item(at)
            for further in getattr(item, "replaces", ()):
                found += [each for each in origins(between, other, group, further)
                          if each not in found]  # fmt: skip
            break
    return found


def _from(side: Side, other: Side) -> Iterator[Side]:
    """Yield `side` and the maps between it and `other`, where that is a baseline."""
    yield side
    if descends(side, other):
        for between in side.chain:
            if is_one(between, other):
                return
            yield between


def _said(side: Side, keys: tuple[str, ...]) -> Iterator[tuple[Route, str, str]]:
    """Yield `(route of who says it, key, reference)`; what the baseline's stages say is theirs."""
    for route, holder in contents(side.written.journey):
        for key in keys:
            for each in getattr(holder, key, ()):
                reference = each.pain if isinstance(each, Deferral) else each
                if reference:
                    yield route, key, reference
