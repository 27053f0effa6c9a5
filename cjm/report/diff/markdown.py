"""A comparison as a comment on a pull request, which is updated in place by its hidden mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diff.chain import Run
from cjm.diff.judge import Judged, Judgement, RowVerdict
from cjm.diff.levels import Level
from cjm.report.diff.by_place import ByPlace
from cjm.report.diff.look import DiffLook
from cjm.report.diff.numbers import ARROW, count, level, mean
from cjm.report.diff.summary import figures, headline, kept_pains, row_title, unaddressed
from cjm.report.diff.words import Tongue, sentence
from cjm.report.markdown import MOST, inert

MARK = "<!-- cjm diff -->"
"""How a comment begins that a later run replaces."""

_SIGNS = {Level.BREAKING: "❗", Level.WORSE: "▼", Level.BETTER: "▲", Level.NEUTRAL: "·"}
_FIRST = 5
"""How many of the worst steps are shown before all else."""


def diff_markdown(runs: Sequence[Run], look: DiffLook) -> str:
    """Return a comment that tells of the comparisons of a run, as long as there is room."""
    told = [run for run in runs if not run.is_empty]
    parts = [MARK]
    if not told:
        parts.append("### Journey changes: none")
    room = MOST - 200
    for number, run in enumerate(told):
        block = "\n\n".join(_block(run, look))
        if len(block) > room:
            parts.append(f"{count(len(told) - number, 'more map')} changed; it does not fit here.")
            break
        parts.append(block)
        room -= len(block) + 2
    return "\n\n".join(parts) + "\n"


def _block(run: Run, look: DiffLook) -> Iterator[str]:
    judgement = run.judgement
    if judgement is None:
        side = run.new or run.old
        assert side is not None
        verb = "New map" if run.old is None else "Map gone"
        tongue = Tongue(look.language, side.language)
        yield f"### {verb}: {inert(tongue(side.journey.title))}"
        return
    tongue = Tongue(look.language, judgement.comparison.new.language)
    yield f"### Journey changes: {inert(tongue(judgement.comparison.new.journey.title))}"
    yield _headline(headline(judgement, tongue))
    yield "\n".join(_table(judgement, tongue))
    first = list(_first(judgement, tongue))
    left = [inert(each) for each in unaddressed(judgement, tongue)]
    if first:
        yield "**Look at this first**"
        yield "\n".join(first)
    if left:
        yield "\n".join(f"- Not addressed: {each}" for each in left)
    kept = [inert(each) for each in kept_pains(judgement, tongue)]
    if kept:
        yield f"Pains that stay: {', '.join(kept)}"
    yield " · ".join(figures(judgement))
    yield "\n".join(_details(judgement, tongue))


def _headline(text: str) -> str:
    verdict, colon, rest = text.partition(":")
    return f"**{inert(verdict)}{colon}**{inert(rest)}"


def _table(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    yield "| stage | feeling | what changes |"
    yield "| --- | --- | --- |"
    placed = ByPlace(judgement.changes)
    for verdict in judgement.stages:
        title = inert(row_title(judgement, verdict, tongue))
        yield f"| {title} | {_feeling(verdict)} | {_what(placed, verdict, tongue)} |"


def _feeling(verdict: RowVerdict) -> str:
    before, after = mean(verdict.before), mean(verdict.after)
    if verdict.before is None and verdict.after is None:
        return ""
    if verdict.before is None or verdict.after is None or before == after:
        return after if verdict.after is not None else before
    return f"{before} {ARROW} {after} {_SIGNS[verdict.level]}".rstrip(" ·")


_MOST_TOLD = 4
_FELT = ("feeling-rose", "feeling-fell")
"""What the column of feelings tells already."""


def _what(placed: ByPlace, verdict: RowVerdict, tongue: Tongue) -> str:
    """Return the weightiest changes of a stage: what is judged, the worst first."""
    if not verdict.row.old:
        return "new"
    if not verdict.row.new:
        return "gone"
    within = placed.within(verdict.row)
    judged = sorted(
        (each for each in within if each.level is not Level.NEUTRAL and each.rule not in _FELT),
        key=lambda each: list(Level).index(each.level),
    )
    told = [inert(sentence(each.change, tongue)) for each in judged[:_MOST_TOLD]]
    more = len(within) - len(told)
    if more and told:
        told.append(f"{more} more")
    return "; ".join(told) or (count(more, "change") if more else "")


def _first(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    """Yield what a reviewer should see first: what breaks, and where customers feel worse."""
    for each in judgement.of_level(Level.BREAKING)[:_FIRST]:
        yield f"- {_SIGNS[each.level]} {inert(sentence(each.change, tongue))} (`{each.rule}`)"
    for verdict in judgement.declined[:_FIRST]:
        is_felt = verdict in judgement.worse_steps
        fall = f"feeling {level(verdict.before)} {ARROW} {level(verdict.after)}" if is_felt else ""
        worse = [
            inert(sentence(each.change, tongue)) for each in judgement.changes
            if each.level is Level.WORSE and each.rule != "feeling-fell"
            and each.change.new_place in verdict.row.new
        ]  # fmt: skip
        told = "; ".join(filter(None, [fall, *worse]))
        yield f"- ▼ {inert(row_title(judgement, verdict, tongue))}: {told}"
    for name, before, after in judgement.worse_personas:
        if name:
            yield f"- ▼ {inert(name)} feels worse over the map: {mean(before)} {ARROW} {mean(after)}"


def _details(judgement: Judgement, tongue: Tongue) -> Iterator[str]:
    yield f"<details><summary>All {count(len(judgement.changes), 'change')}</summary>"
    yield ""
    placed = ByPlace(judgement.changes)
    for verdict in judgement.steps:
        yield from _detail(judgement, verdict, placed.at(verdict.row), tongue)
    rest = placed.elsewhere(verdict.row for verdict in judgement.steps)
    if rest:
        yield "**The map and its stages**"
        yield ""
        yield from (_item(each, tongue) for each in rest)
        yield ""
    yield "</details>"


def _detail(
    judgement: Judgement, verdict: RowVerdict, found: Sequence[Judged], tongue: Tongue
) -> Iterator[str]:
    if found:
        yield f"**{inert(row_title(judgement, verdict, tongue))}**"
        yield ""
        ordered = sorted(found, key=lambda each: list(Level).index(each.level))
        yield from (_item(each, tongue) for each in ordered)
        yield ""


def _item(judged: Judged, tongue: Tongue) -> str:
    return f"- {_SIGNS[judged.level]} {inert(sentence(judged.change, tongue))}"
