"""The sentence that a manager can paste, and the figures of both maps."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diff.change import Kind
from cjm.diff.judge import Judgement, RowVerdict
from cjm.diff.levels import Level
from cjm.findings.visible import visible
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
    if not judgement.is_comparable and judgement.level is not Level.BREAKING:
        return _incomparable(judgement)
    clauses = list(_clauses(judgement, tongue))
    opening = _OPENING[judgement.level] + _with(judgement)
    return f"{opening}: {', '.join(clauses)}." if clauses else f"{opening}."


def _incomparable(judgement: Judgement) -> str:
    """Return what can be said of two maps that share few steps, or none: no verdict."""
    least = min(judgement.old.steps, judgement.new.steps)
    found = (
        f"{judgement.common_steps} of {count(least, 'step')}"
        if judgement.common_steps
        else "no step"
    )
    before, after = judgement.old.mean, judgement.new.mean
    means = ""
    if before is not None and after is not None:
        means = f": mean feeling is {mean(before)} in the one and {mean(after)} in the other"
    return f"The two maps have {found} in common, too few to call one better{means}."


def _with(judgement: Judgement) -> str:
    """Return what tempers the verdict, told before all figures."""
    other = Level.BETTER if judgement.level is Level.WORSE else Level.WORSE
    steps, personas = judgement.steps_of(other), judgement.personas_of(other)
    parts = [count(len(steps), "step")] if steps else []
    if personas and len(personas) < len(judgement.old.persona_means):
        names = ", ".join(visible(name) for name, _, _ in personas if name)
        parts.append(count(len(personas), "persona") + (f" ({names})" if len(personas) < 3 else ""))
    return f", with {' and '.join(parts)} {other.value}" if parts else ""


def _clauses(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    before, after = judgement.old.mean, judgement.new.mean
    if before is not None and after is not None:
        if mean(before) == mean(after):
            yield f"mean feeling stays at {mean(after)}"
        else:
            verb = "rises" if after > before else "falls"
            why = " by steps that came or went" if judgement.is_by_steps_alone else ""
            yield f"mean feeling {verb} from {mean(before)} to {mean(after)}{why}"
    yield from _pains(judgement)
    breaking = judgement.of_level(Level.BREAKING)
    if breaking:
        yield f"{count(len(breaking), 'thing')} that others rely on {'is' if len(breaking) == 1 else 'are'} gone"
    if judgement.level is Level.WORSE:
        return
    if judgement.worse_steps:
        worst = judgement.worse_steps[0]
        name = _told_apart(judgement, worst, tongue)
        yield f"but '{name}' falls from {level(worst.before)} to {level(worst.after)}"
    elif judgement.declined:
        yield f"but '{_told_apart(judgement, judgement.declined[0], tongue)}' gets worse"


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
    for fate, verb in (("eased", "eased"), ("worsened", "worse")):
        number = sum(each.fate == fate for each in fates)
        if number:
            yield f"{count(number, 'pain')} {'is' if number == 1 else 'are'} {verb}"
    forgotten = sum(each.fate == "forgotten" for each in fates)
    if forgotten:
        yield f"{count(forgotten, 'pain')} {'is' if forgotten == 1 else 'are'} not addressed"


def _told_apart(judgement: Judgement, verdict: RowVerdict, tongue: Tongue) -> str:
    """Return the name of a step, with its stage where others bear the same name."""
    name = row_name(judgement, verdict)
    names = [row_name(judgement, each) for each in judgement.steps]
    return row_title(judgement, verdict, tongue) if names.count(name) > 1 else tongue(name)


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


_STAYS = ("kept", "eased", "worsened")


def kept_pains(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    """Yield the severe pains that stay from one map to another, the worst first."""
    pairing = judgement.comparison.pairing
    if pairing.is_one_map:
        return
    kept = []
    for fate in judgement.fates:
        if fate.fate in _STAYS and fate.what == "pain" and fate.new is not None:
            severity = pairing.new.item(fate.new).severity or 0
            if severity >= SEVERE:
                kept.append((-severity, fate.new, pairing.name(None, fate.new)))
    for severity, _, name in sorted(kept, key=lambda each: each[0]):
        yield f"{tongue.quoted(name)} (severity {-severity})"
