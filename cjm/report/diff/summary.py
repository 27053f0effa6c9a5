"""The sentence that a manager can paste, and the figures of both maps."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diff.change import Kind
from cjm.diff.judge import Judgement, RowVerdict
from cjm.diff.levels import Level
from cjm.model.text import Text
from cjm.report.diff.numbers import ARROW, count, level, mean, time
from cjm.report.diff.words import Tongue

_OPENING = {
    Level.BETTER: "Better for the customer",
    Level.WORSE: "Worse for the customer",
    Level.NEUTRAL: "Neither better nor worse for the customer",
    Level.BREAKING: "Breaks what others rely on",
}


def headline(judgement: Judgement, tongue: Tongue) -> str:
    """Return the whole in one sentence: the verdict first, then feeling, pains and what got worse."""
    if not judgement.changes:
        return "Nothing differs."
    clauses = list(_clauses(judgement, tongue))
    opening = _OPENING[judgement.level] + _with(judgement)
    return f"{opening}: {', '.join(clauses)}." if clauses else f"{opening}."


def _with(judgement: Judgement) -> str:
    """Return what tempers the verdict, told before all figures."""
    steps, personas = judgement.worse_steps, judgement.worse_personas
    if judgement.level is Level.WORSE:
        better = sum(
            each.level is Level.BETTER for each in judgement.steps if each.row.old and each.row.new
        )
        return f", with {count(better, 'step')} better" if better else ""
    parts = [count(len(steps), "step")] if steps else []
    if personas and len(personas) < len(judgement.old.persona_means):
        parts.append(count(len(personas), "persona"))
    return f", with {' and '.join(parts)} worse" if parts else ""


def _clauses(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    before, after = judgement.old.mean, judgement.new.mean
    if before is not None and after is not None:
        if mean(before) == mean(after):
            yield f"mean feeling stays at {mean(after)}"
        else:
            verb = "rises" if after > before else "falls"
            yield f"mean feeling {verb} from {mean(before)} to {mean(after)}"
    yield from _pains(judgement)
    breaking = judgement.of_level(Level.BREAKING)
    if breaking:
        yield f"{count(len(breaking), 'thing')} that others rely on {'is' if len(breaking) == 1 else 'are'} gone"
    if judgement.worse_steps and judgement.level is not Level.WORSE:
        worst = judgement.worse_steps[0]
        name = tongue.quoted(row_name(judgement, worst))
        yield f"but {name} falls from {level(worst.before)} to {level(worst.after)}"


def _pains(judgement: Judgement) -> Iterator[str]:
    fates = [each for each in judgement.fates if each.what == "pain"]
    total = len(judgement.old.pains)
    gone = sum(each.fate in ("resolved", "removed") for each in fates)
    new = sum(each.fate == "introduced" for each in fates)
    parts = []
    if gone:
        verb = "goes" if gone == 1 else "go"
        parts.append(f"{gone} of {count(total, 'pain')} {verb}")
    if new:
        parts.append(f"{new} {'is' if new == 1 else 'are'} new" if gone
                     else f"{count(new, 'pain')} {'is' if new == 1 else 'are'} new")  # fmt: skip
    if parts:
        yield " and ".join(parts)
    forgotten = sum(each.fate == "forgotten" for each in fates)
    if forgotten:
        yield f"{count(forgotten, 'pain')} {'is' if forgotten == 1 else 'are'} left unsaid"


def row_name(judgement: Judgement, verdict: RowVerdict) -> Text:
    """Return the name of a row: that of the new step or stage, or of the old one where it is gone."""
    pairing = judgement.comparison.pairing
    old, new = verdict.row.old[:1], verdict.row.new[:1]
    return pairing.name(old[0] if old else None, new[0] if new else None)


def row_title(judgement: Judgement, verdict: RowVerdict, tongue: Tongue) -> str:
    """Return `Stage › Step`, or the name of the stage where the row is a stage or its only step."""
    pairing = judgement.comparison.pairing
    old, new = (routes[0] if routes else None for routes in (verdict.row.old, verdict.row.new))
    name = tongue(pairing.name(old, new))
    route = new or old
    if route is None or len(route) == 2:
        return name
    stage = pairing.name(old[:2] if old else None, new[:2] if new else None)
    return f"{tongue(stage)} › {name}"


def figures(judgement: Judgement) -> Iterator[str]:
    """Yield the figures of both maps that are given: `steps 8 → 8`; true even where nothing matches."""
    old, new = judgement.old, judgement.new
    for noun, before, after in (
        ("stages", old.stages, new.stages),
        ("steps", old.steps, new.steps),
        ("touchpoints", old.touchpoints, new.touchpoints),
        ("channels", old.channels, new.channels),
        ("departments", old.departments, new.departments),
        ("hand-offs between channels", old.handoffs, new.handoffs),
        ("pains", len(old.pains), len(new.pains)),
    ):
        if before or after:
            yield f"{noun} {before} {ARROW} {after}"
    for noun, low, high in (
        ("lowest feeling", _lowest(old), _lowest(new)),
        ("ending", old.ending, new.ending),
    ):
        if low is not None and high is not None:
            yield f"{noun} {level(low)} {ARROW} {level(high)}"
    if old.wait is not None or new.wait is not None:
        yield f"waiting {time(old.wait or 0)} {ARROW} {time(new.wait or 0)}"


def _lowest(totals: object) -> float | None:
    reading = totals.lowest  # type: ignore[attr-defined]
    return None if reading is None else reading.feeling.level


def unaddressed(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    """Yield the severe pains of the baseline that nobody speaks of, a sentence each."""
    for each in judgement.changes:
        change = each.change
        if change.kind is Kind.INSIGHT_FORGOTTEN and change.what == "pain":
            severity = (
                f" (severity {tongue.value(change.before)})" if change.before is not None else ""
            )
            yield f"{tongue.quoted(change.name)}{severity} is neither kept, resolved nor deferred"


SEVERE = 4
"""Severity from which a pain that stays is told."""


def kept_pains(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    """Yield the severe pains that stay as they were from one map to another, the worst first."""
    pairing = judgement.comparison.pairing
    if pairing.is_one_map:
        return
    kept = []
    for fate in judgement.fates:
        if fate.fate == "kept" and fate.what == "pain" and fate.new is not None:
            severity = pairing.new.item(fate.new).severity or 0
            if severity >= SEVERE:
                kept.append((-severity, fate.new, pairing.name(None, fate.new)))
    for severity, _, name in sorted(kept, key=lambda each: each[0]):
        yield f"{tongue.quoted(name)} (severity {-severity})"
