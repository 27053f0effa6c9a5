"""The lanes of a comparison that name things: touchpoints, channels, owners, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diff.rows import Row
from cjm.diff.steps import channels_of, departments_of, touchpoints_of
from cjm.model.quantity import Duration, total
from cjm.sheet.change_details import both_details
from cjm.sheet.change_view import WHOLE, ChangeView
from cjm.sheet.sheet import Block, Lane, MarkChange, Turn


def touchpoints(view: ChangeView) -> Lane | None:
    """The touchpoints: what is replaced by what."""

    def blocks(row: Row) -> Iterator[Block]:
        if row is WHOLE:
            return
        before, after = touchpoints_of(view.old, row.old), touchpoints_of(view.new, row.new)
        names = {key: view.text(use.resolved.name) for key, use in {**before, **after}.items()}
        yield from _marks(view, names, list(before), list(after), row)

    return view.lane("touchpoints", blocks)


def _marks(
    view: ChangeView, names: dict[str, str], before: Sequence[str], after: Sequence[str], row: Row
) -> Iterator[MarkChange]:
    """Yield what stays, then what is replaced by what, then what only came or went."""
    route = (row.new or row.old)[0]
    gone = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    for key in after:
        if key in before:
            yield MarkChange(names[key], names[key], "kept", "", route)
    for index in range(max(len(gone), len(come))):
        old = names[gone[index]] if index < len(gone) else ""
        new = names[come[index]] if index < len(come) else ""
        turn: Turn = "changed" if old and new else "added" if new else "removed"
        yield MarkChange(old, new, turn, "", route, more=both_details(view, old, new))


def channels(view: ChangeView) -> Lane | None:
    """The channels, where any of them changes."""

    def blocks(row: Row) -> Iterator[Block]:
        if row is WHOLE:
            return
        before, after = channels_of(view.old, row.old), channels_of(view.new, row.new)
        names = {key: view.text(name) for key, name in {**before, **after}.items()}
        yield from _marks(view, names, list(before), list(after), row)

    return _if_any_changes(view.lane("channels", blocks))


def owner(view: ChangeView) -> Lane | None:
    """The departments that answer for the touchpoints, where any of them changes."""

    def blocks(row: Row) -> Iterator[Block]:
        if row is WHOLE:
            return
        before = departments_of(view.old, touchpoints_of(view.old, row.old))
        after = departments_of(view.new, touchpoints_of(view.new, row.new))
        names = {key: view.text(name) for key, name in {**before, **after}.items()}
        yield from _marks(view, names, list(before), list(after), row)

    return _if_any_changes(view.lane("owner", blocks))


def _if_any_changes(lane: Lane | None) -> Lane | None:
    if lane is None:
        return None
    turns = {getattr(block, "turn", "") for cell in lane.cells for block in cell.blocks}
    return lane if turns - {"kept"} else None


def time(view: ChangeView) -> Lane | None:
    """How long steps take, and how much of it is waiting, where that changes."""

    def blocks(row: Row) -> Iterator[Block]:
        if row is WHOLE or not row.old or not row.new:
            return
        old, new = [*map(view.old.item, row.old)], [*map(view.new.item, row.new)]
        for key, label in (("duration", ""), ("wait", view.words.say("change.waiting"))):
            a, b = (total(getattr(step, key) for step in steps) for steps in (old, new))
            if a is not None or b is not None:
                before, after = _lasting(view, a), _lasting(view, b)
                turn = _time_turn(before, after)
                more = both_details(view, before, after) if turn != "kept" else ()
                yield MarkChange(before, after, turn, label, row.new[0], more=more, is_amount=True)

    return _if_any_changes(view.lane("time", blocks))


def _lasting(view: ChangeView, duration: Duration | None) -> str:
    return "" if duration is None else view.words.duration(duration.low, duration.high)


def _time_turn(before: str, after: str) -> Turn:
    if before == after:
        return "kept"
    return "changed" if before and after else "added" if after else "removed"
