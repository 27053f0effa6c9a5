"""The lanes of a comparison that make claims: pains, delights, itches, opportunities, solutions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from cjm.diff.change import Change, Kind
from cjm.diff.fates import Fate, InsightFate
from cjm.diff.rows import Row
from cjm.findings import Route
from cjm.sheet.change_details import change_details, insight_details
from cjm.sheet.change_view import ChangeView
from cjm.sheet.sheet import Block, Lane, NoteChange, NoteKind, Turn

T = TypeVar("T")

_BADGES: dict[Fate, tuple[str, Turn]] = {
    "kept": ("", "kept"),
    "merged": ("merged", "changed"),
    "split": ("split", "changed"),
    "eased": ("eased", "better"),
    "worsened": ("worsened", "worse"),
    "refuted": ("refuted", "removed"),
    "resolved": ("resolved", "better"),
    "deferred": ("deferred", "changed"),
    "forgotten": ("forgotten", "worse"),
    "removed": ("gone", "removed"),
    "introduced": ("new", "worse"),
}
_IN_DELIGHTS: dict[Fate, Turn] = {
    "introduced": "better", "resolved": "removed", "forgotten": "worse", "removed": "worse",
    "eased": "worse", "worsened": "better",
}  # fmt: skip
_GONE: frozenset[Fate] = frozenset({"resolved", "forgotten", "removed", "refuted"})


def _insights(view: ChangeView, id: str, what: NoteKind) -> Lane | None:
    """Return the lane of one sort of insights; each is told where it was, or is, if new or kept."""
    at: dict[tuple[str, Route], list[InsightFate]] = {}
    for each in view.judgement.fates:
        if each.what == what:
            route = each.new if _is_told_where_it_is(each) else each.old
            assert route is not None
            side = "new" if _is_told_where_it_is(each) else "old"
            at.setdefault((side, route[:-2]), []).append(each)

    def blocks(row: Row) -> Iterator[Block]:
        for each in _held(at, row):
            yield _insight(view, each, what)

    return view.lane(id, blocks)


def _held(at: Mapping[tuple[str, Route], Sequence[T]], row: Row) -> Iterator[T]:
    """Yield what stands at the old steps of a row, then what stands at the new ones."""
    for side, routes in (("old", row.old), ("new", row.new)):
        for route in routes:
            yield from at.get((side, route), ())


def _is_told_where_it_is(fate: InsightFate) -> bool:
    return fate.old is None or fate.fate in ("kept", "eased", "worsened", "split")


def _insight(view: ChangeView, fate: InsightFate, what: NoteKind) -> NoteChange:
    is_new = _is_told_where_it_is(fate)
    side, route = (view.new, fate.new) if is_new else (view.old, fate.old)
    assert route is not None
    insight = side.item(route)
    text, language = view.said(insight.text)
    word, turn = _BADGES[fate.fate]
    if what != "pain":
        turn = _IN_DELIGHTS.get(fate.fate, turn) if what == "delight" else _itch(fate.fate, turn)
        word = "met" if what == "itch" and fate.fate == "resolved" else word
    return NoteChange(
        what, text, view.words.say(f"change.{word}") if word else "", turn,
        fate.fate in _GONE, insight.severity or 0,
        view.words.say("severity" if what == "pain" else "strength"), route, language,
        insight_details(view, fate), fate.old is None,
    )  # fmt: skip


def _itch(fate: Fate, turn: Turn) -> Turn:
    return "changed" if fate in ("introduced", "forgotten") else turn


def pains(view: ChangeView) -> Lane | None:
    """Pains: resolved, kept and new ones."""
    return _insights(view, "pains", "pain")


def delights(view: ChangeView) -> Lane | None:
    """Delights: kept, new and lost ones."""
    return _insights(view, "delights", "delight")


def itches(view: ChangeView) -> Lane | None:
    """Itches: met, kept and new ones."""
    return _insights(view, "itches", "itch")


_WORK: dict[Kind, tuple[str, Turn]] = {
    Kind.OPPORTUNITY_REALISED: ("realised", "better"),
    Kind.OPPORTUNITY_DROPPED: ("dropped", "removed"),
    Kind.OPPORTUNITY_ADDED: ("new", "added"),
    Kind.SOLUTION_REMOVED: ("gone", "removed"),
    Kind.SOLUTION_ADDED: ("new", "added"),
}
"""Kind of change → the word for it, and its turn."""


def opportunities(view: ChangeView) -> Lane | None:
    """Opportunities: realised, dropped, new, and those that stay open."""
    return _initiatives(view, "opportunities", "opportunity")


def solutions(view: ChangeView) -> Lane | None:
    """Solutions: new, gone, and those that stay."""
    return _initiatives(view, "solutions", "solution")


def _initiatives(view: ChangeView, group: str, what: NoteKind) -> Lane | None:
    comparison = view.judgement.comparison
    told = [each for each in comparison.changes
            if each.kind in _WORK and each.kind.value.startswith(what)]  # fmt: skip
    known = {route for each in told for route in (each.old, each.new)}
    kept = [each.new for each in comparison.matches.group(group).pairs if each.new not in known]

    at: dict[tuple[str, Route], list[Change]] = {}
    for each in told:
        side, route = ("new", each.new) if each.old is None else ("old", each.old)
        assert route is not None
        at.setdefault((side, route[:-2]), []).append(each)
    stays: dict[tuple[str, Route], list[Route]] = {}
    for route in kept:
        stays.setdefault(("new", route[:-2]), []).append(route)

    def blocks(row: Row) -> Iterator[Block]:
        yield from (_initiative(view, change, what) for change in _held(at, row))
        for route in _held(stays, row):
            text, language = view.said(view.new.item(route).text)
            yield NoteChange(what, text, route=route, language=language)

    return view.lane(group, blocks)


def _initiative(view: ChangeView, change: Change, what: NoteKind) -> NoteChange:
    is_new = change.old is None
    side, route = (view.new, change.new) if is_new else (view.old, change.old)
    assert route is not None
    word, turn = _WORK[change.kind]
    text, language = view.said(side.item(route).text)
    return NoteChange(
        what, text, view.words.say(f"change.{word}"), turn, turn == "removed", route=route,
        language=language, more=change_details(view, change, text), is_new=is_new,
    )  # fmt: skip
