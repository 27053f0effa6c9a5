"""What stands above and below a comparison: the two states, what changes in figures, the signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diff.change import Kind
from cjm.sheet.change_view import ChangeView
from cjm.sheet.sheet import Badge, Figure, Header, Lane, LegendEntry, NoteChange, StepChange, Turn

ARROW = "→"


def header(view: ChangeView) -> Header:
    """Return what stands above the comparison."""
    title, language = view.said(view.new.journey.title)
    earlier = view.text(view.old.journey.title)
    if earlier and earlier != title:
        title = f"{earlier} {view.arrow} {title}"
    badges = (
        Badge(_badge(view, 0)),
        Badge(view.arrow, is_plain=True),
        Badge(_badge(view, 1), strong=True),
    )
    return Header(
        title,
        badges,
        (),
        ((view.words.say("lane.step"), _steps(view)),),
        tuple(_figures(view)),
        language,
        abreast=5,
    )


def _badge(view: ChangeView, which: int) -> str:
    """Return a state as badges spell it, or what a revision is called."""
    journeys = view.old.journey, view.new.journey
    states = [each.state or "current" for each in journeys]
    return (
        view.words.say(f"state.{states[which]}") if states[0] != states[1] else view.states[which]
    )


def _steps(view: ChangeView) -> str:
    """Return how many steps came, went, were merged and changed."""
    turns = [block for lane in [_cards(view)] for block in lane]
    added = sum(each.turn == "added" for each in turns)
    removed = sum(each.turn == "removed" for each in turns)
    merged = sum(len(row.old) - 1 for row in view.rows if len(row.old) > 1)
    changed = sum(each.turn == "changed" for each in turns)
    told = [
        view.words.say("change.steps.added", count=added) if added else "",
        view.words.say("change.steps.removed", count=removed) if removed else "",
        view.words.say("change.steps.merged", count=merged) if merged else "",
        view.words.say("change.steps.changed", count=changed) if changed else "",
    ]
    return view.words.listed([each for each in told if each]) or view.words.say("change.steps.none")


def _cards(view: ChangeView) -> list[StepChange]:
    from cjm.sheet.change_lanes import step

    lane = step(view)
    cells = lane.cells if lane is not None else ()
    return [block for cell in cells for block in cell.blocks if isinstance(block, StepChange)]


def _figures(view: ChangeView) -> Iterator[Figure]:
    judgement, words = view.judgement, view.words
    before, after = judgement.old.mean, judgement.new.mean
    turn: Turn
    if before is not None and after is not None:
        value = f"{_mean(view, before)} {ARROW} {_mean(view, after)}"
        turn = _risen(before, after) if judgement.is_comparable else "kept"
        yield Figure("mean", value, words.say("figure.mean"), turn)
    pains = [each.fate for each in judgement.fates if each.what == "pain"]
    gone = sum(each in ("resolved", "removed") for each in pains)
    new = pains.count("introduced")
    if judgement.old.pains or new:
        told = f"{gone} / {len(judgement.old.pains)}"
        label = words.say("figure.pains.gone")
        if new:
            label = words.listed([label, words.say("figure.pains.new", count=new)])
        yield Figure("pains", told, label, "better" if gone > new else "kept")
    realised = len(judgement.comparison.of_kind(Kind.OPPORTUNITY_REALISED))
    held = map(view.old.item, judgement.comparison.matches.opportunities.old)
    total = sum(each.status != "dismissed" for each in held)
    if total:
        turn = "better" if realised else "kept"
        yield Figure("realised", f"{realised} / {total}", words.say("figure.realised"), turn)
    handoffs = judgement.old.handoffs, judgement.new.handoffs
    if any(handoffs):
        yield Figure(
            "channels", f"{handoffs[0]} {ARROW} {handoffs[1]}", words.say("figure.handoffs")
        )
    worse = judgement.declined
    if worse:
        name = view.name(worse[0].row)
        label = words.count("figure.worse", len(worse), name=name)
        yield Figure("worse", str(len(worse)), label, "worse")


def _risen(before: float, after: float) -> Turn:
    """Return whether a mean rose, as far as it can be seen."""
    difference = round(after, 1) - round(before, 1)
    return "better" if difference > 0 else "worse" if difference < 0 else "kept"


def _mean(view: ChangeView, value: float) -> str:
    rounded = int(abs(value) * 10 + 0.5 + 1e-9) / 10
    sign = "" if rounded == 0 else "+" if value > 0 else "\u2212"
    return f"{sign}{rounded:.1f}"


def legend(view: ChangeView, lanes: Sequence[Lane]) -> tuple[LegendEntry, ...]:
    """Return the signs that occur, with their meaning."""
    say, (old, new) = view.words.say, view.states
    blocks = [block for lane in lanes for cell in lane.cells for block in cell.blocks]
    curves = [lane.curve for lane in lanes if lane.curve is not None]
    entries: list[LegendEntry] = []
    if any(curve.lines for curve in curves) and new:
        entries.append(LegendEntry("line", new))
    if any(curve.before for curve in curves) and old:
        entries.append(LegendEntry("before", old))
    if view.earlier:
        names = [view.words.say(f"now.{each.comparison.old.journey.state or 'current'}")
                 for each in view.earlier]  # fmt: skip
        entries += [LegendEntry("before", name, at) for at, name in enumerate(names, 1)]
    gains = [gain for curve in curves for gain in curve.gains]
    if any(gain.after > gain.before for gain in gains):
        entries.append(LegendEntry("gain", say("legend.gain")))
    if any(gain.after < gain.before for gain in gains):
        entries.append(LegendEntry("loss", say("legend.loss")))
    cards = [block for block in blocks if isinstance(block, StepChange)]
    if any(card.turn == "added" for card in cards):
        entries.append(LegendEntry("added", say("legend.added", name=new)))
    if any(card.turn == "removed" for card in cards):
        entries.append(LegendEntry("removed", say("legend.removed", name=old)))
    if any(isinstance(block, NoteChange) and block.turn == "better" for block in blocks):
        entries.append(LegendEntry("gone", say("legend.gone")))
    return tuple(entries)
