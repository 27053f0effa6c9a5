"""The lanes of a comparison, in the order in which they are drawn; stages and steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cjm.diff.change import Kind
from cjm.diff.rows import Row
from cjm.sheet.change_curve import feeling
from cjm.sheet.change_details import step_details
from cjm.sheet.change_gauges import metrics
from cjm.sheet.change_marks import channels, owner, time, touchpoints
from cjm.sheet.change_notes import delights, itches, opportunities, pains, solutions
from cjm.sheet.change_view import ChangeView
from cjm.sheet.sheet import Block, Cell, Lane, StageHead, StepChange, Turn


def stage(view: ChangeView) -> Lane:
    """The stages of both maps."""
    cells = tuple(
        Cell(start, end, (StageHead(_stage_name(view, row), "", colour, (row.new or row.old)[0]),))
        for colour, (row, start, end) in enumerate(view.stage_spans)
    )
    return Lane("stage", view.words.say("lane.stage"), "", "stages", (cells,))


def _stage_name(view: ChangeView, row: Row) -> str:
    if row.old and row.new:
        return view.name(row)
    what = view.words.say("change.added" if row.new else "change.removed")
    return view.words.say("change.stage", name=view.name(row), what=what)


def step(view: ChangeView) -> Lane | None:
    """The steps of both maps, and what becomes of each."""
    columns = set(view.rows)
    changed = _changed(view)

    def blocks(row: Row) -> Iterator[Block]:
        if row not in columns:
            return
        turn, badge, was = _step_turn(view, row, is_changed=row in changed)
        pairing = view.judgement.comparison.pairing
        old, new = row.old[0] if row.old else None, row.new[0] if row.new else None
        text, language = view.said(pairing.name(old, new))
        text = text or view.name(row)
        before = view.words.listed([view.text(pairing.name(each, None)) for each in row.old])
        after = view.words.listed([view.text(pairing.name(None, each)) for each in row.new])
        more = step_details(view, row, before, after, is_kept=turn == "kept")
        yield StepChange(
            text, badge, turn, was, new or old or (), language, more,
            before if was else "",
        )  # fmt: skip

    return view.lane("step", blocks, kind="cards")


def _changed(view: ChangeView) -> set[Row]:
    """Return the columns of which anything but words differs."""
    return {
        row for row in view.rows
        if any(each.kind is not Kind.WORDING or each.key == "name" for each in view.changes(row))
    }  # fmt: skip


def _step_turn(view: ChangeView, row: Row, *, is_changed: bool) -> tuple[Turn, str, str]:
    """Return what becomes of a step: its turn, the word for it, and what it was."""
    say, pairing = view.words.say, view.judgement.comparison.pairing
    if not row.old:
        return "added", say("change.added"), ""
    if not row.new:
        return "removed", say("change.removed"), ""
    before = [view.text(pairing.name(each, None)) for each in row.old]
    if len(row.old) > 1:
        return "changed", say("change.merged"), say("change.from", names=view.words.listed(before))
    name = view.text(pairing.name(None, row.new[0]))
    was = say("change.was", name=before[0]) if before[0] != name else ""
    if len(row.new) > 1:
        return "changed", say("change.split"), was
    if row.links[0].is_guess:
        return "changed", say("change.like"), was
    if any(each.kind is Kind.STEP_MOVED for each in view.changes(row)):
        return "changed", say("change.moved"), was
    return ("changed", say("change.changed"), was) if is_changed else ("kept", "", was)


LANES: tuple[Callable[[ChangeView], Lane | None], ...] = (
    stage,
    step,
    touchpoints,
    channels,
    feeling,
    pains,
    delights,
    itches,
    opportunities,
    solutions,
    metrics,
    owner,
    time,
)
