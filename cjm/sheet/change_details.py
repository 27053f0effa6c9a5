"""What there is to know about a change beside what the comparison shows: old and new text, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cjm.diff.change import Change, Kind
from cjm.diff.fates import InsightFate
from cjm.diff.judge import Judged
from cjm.diff.levels import Level
from cjm.diff.rows import Row
from cjm.findings import Route
from cjm.model.quantity import Duration, Quantity
from cjm.model.text import Text
from cjm.sheet.change_view import ChangeView
from cjm.sheet.sheet import Detail, Details
from cjm.sheet.view import shown

_DETAILS = (Kind.DETAIL_ADDED, Kind.DETAIL_REMOVED, Kind.DETAIL_CHANGED, Kind.WORDING)

_ORDER = (Level.BREAKING, Level.WORSE, Level.BETTER)


def both_details(view: ChangeView, before: str, after: str) -> Details:
    """Return what something was, and what it is now."""
    say = view.words.say
    return view.details((say("more.was"), before), (say("more.now"), after))


def step_details(
    view: ChangeView, row: Row, before: str, after: str, *, is_kept: bool
) -> Details:  # fmt: skip
    """Return what a step was and is, what of it differs that no lane shows, and how that is judged.

    One that is kept may have been told in other words, and nothing else.
    """
    here = list(view.judged(row))
    likeness = ""
    if row.links and row.links[0].how == "likeness":
        likeness = view.words.percent(row.links[0].score / 100)
    return (
        *(both_details(view, before, after) if before != after else ()),
        *view.details((view.words.say("more.like"), likeness)),
        *_other_keys(view, [each.change for each in here], _step_of(row)),
        *(() if is_kept else verdicts(view, here, (*_ORDER, Level.NEUTRAL))),
    )


def insight_details(view: ChangeView, fate: InsightFate) -> Details:
    """Return how an insight read and reads, where it is settled, and how that is judged."""
    old = view.old.item(fate.old) if fate.old is not None else None
    is_settled = fate.fate in ("resolved", "deferred")
    new = view.new.item(fate.new) if fate.new is not None and not is_settled else None
    before, after = _claim(view, old), _claim(view, new)
    if before == after:
        return ()
    into = ""
    if is_settled and fate.new is not None:
        into = view.text(getattr(view.new.item(fate.new), "name", None))
    say = view.words.say
    return (
        *both_details(view, before, after),
        *view.details(
            (say("more.into"), into),
            (say("more.like"), view.words.percent(fate.score / 100) if fate.how == "likeness" else ""),
        ),
        *verdicts(view, view.judged_at(fate.old, fate.new)),
    )  # fmt: skip


def change_details(view: ChangeView, change: Change, text: str) -> Details:
    """Return what an opportunity or solution was or is, and how that is judged."""
    is_new = change.old is None
    told = both_details(view, "" if is_new else text, text if is_new else "")
    return (*told, *verdicts(view, view.judged_at(change.old, change.new)))


def verdicts(
    view: ChangeView, judged: Iterable[Judged], levels: Sequence[Level] = _ORDER
) -> Iterator[Detail]:
    """Yield the names of the rules that speak of changes, by how they judge them, worst first."""
    found: dict[Level, dict[str, int]] = {}
    for each in judged:
        counts = found.setdefault(each.level, {})
        counts[each.rule] = counts.get(each.rule, 0) + 1
    for level in levels:
        told = [f"{rule} ×{count}" if count > 1 else rule
                for rule, count in found.get(level, {}).items()]  # fmt: skip
        if told:
            yield Detail(view.words.say(f"more.level.{level.value}"), ", ".join(told), "", "en")


def value_text(view: ChangeView, value: Any) -> str:
    """Return what something was or is, as it is shown; `""` for nothing."""
    if value is None or value == ():
        return ""
    if isinstance(value, Text):
        return view.text(value)
    if isinstance(value, tuple):
        return view.words.listed([value_text(view, each) for each in value])
    if isinstance(value, Quantity | Duration):
        return shown(value.text)
    if isinstance(value, bool):
        return str(value).lower()
    return view.words.number(value) if isinstance(value, int | float) else shown(str(value))


def _claim(view: ChangeView, insight: Any) -> str:
    """Return what an insight says, with its severity."""
    if insight is None:
        return ""
    score = insight.severity
    grade = view.words.say("severity.of", value=score) if score else ""
    return " · ".join(part for part in (view.text(insight.text), grade) if part)


def _other_keys(view: ChangeView, changes: list[Change], own: set[Route]) -> Iterator[Detail]:
    """Yield the keys of a step itself that differ, with both values."""
    for change in changes:
        if change.kind not in _DETAILS or change.key in ("", "name"):
            continue
        if not all(_is_of(route, own) for route in (change.old, change.new)):
            continue
        before, after = value_text(view, change.before), value_text(view, change.after)
        yield Detail(change.key, f"{before or '—'} {view.arrow} {after or '—'}")


def _is_of(route: Route | None, own: set[Route]) -> bool:
    """Whether a route leads to a key of one of the items at `own`, or nowhere."""
    return route is None or route in own or route[:-1] in own


def _step_of(row: Row) -> set[Route]:
    return {*row.old, *row.new}
