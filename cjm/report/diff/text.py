"""A comparison for people at a terminal: the verdict, a table by stage, then step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.diff.chain import Run
from cjm.diff.change import Kind
from cjm.diff.judge import Judged, Judgement, RowVerdict
from cjm.diff.levels import Level
from cjm.findings.visible import visible
from cjm.report.columns import clipped, columns
from cjm.report.diff.by_place import ByPlace
from cjm.report.diff.fit import fitted
from cjm.report.diff.look import DiffLook
from cjm.report.diff.numbers import ARROW, count, level, mean
from cjm.report.diff.stat import stat_text
from cjm.report.diff.summary import figures, headline, kept_pains, row_title, unaddressed
from cjm.report.diff.words import (
    OF_TOUCHPOINTS,
    Tongue,
    metric_line,
    sentence,
    touchpoint_line,
)
from cjm.report.paint import Paint, painter

_STYLE = {
    Level.BETTER: "good",
    Level.WORSE: "error",
    Level.BREAKING: "error",
    Level.NEUTRAL: "gutter",
}
_SIGN = {Level.BETTER: "+", Level.WORSE: "−", Level.BREAKING: "!", Level.NEUTRAL: "·"}


def diff_text(runs: Sequence[Run], look: DiffLook) -> str:
    """Return the comparisons of a run; the text holds no control character but colour on request.

    Of many maps, those that did not change are counted, not listed.
    """
    if look.stat:
        return stat_text(runs, look)
    told = [run for run in runs if not (run.is_empty and run.role == "map")]
    same = len(runs) - len(told) + look.same
    blocks = [_block(run, look) for run in told]
    if same:
        blocks.append(f"{count(same, 'map')} without a change\n")
    return "\n".join(blocks)


def _block(run: Run, look: DiffLook) -> str:
    if run.judgement is None:
        side = run.new or run.old
        assert side is not None
        verb = "new map" if run.old is None else "map gone"
        tongue = Tongue(look.language, side.language)
        return f"{visible(side.written.path)}: {verb}: {tongue.quoted(side.journey.title)}\n"
    path = run.judgement.comparison.new.written.path
    head = f"{visible(path)}\n" if run.role == "map" else ""
    return head + _comparison(run, run.judgement, look)


def _comparison(run: Run, judgement: Judgement, look: DiffLook) -> str:
    tongue = Tongue(look.language, judgement.comparison.new.language)
    paint = painter(color=look.color)
    title = paint(_title(run, judgement, tongue), "strong")
    head = headline(judgement, tongue)
    if not judgement.changes:
        return f"{title}\n{head}\n"
    lines = [title, "", *fitted([head], look.width, hang=0), ""]
    lines += _table(judgement, look, tongue, paint)
    rest = [] if look.summary else _changes(judgement, look, tongue, paint)
    left = list(unaddressed(judgement, tongue))
    if left and not look.only:
        rest += ["", *(f"Not addressed: {each}" for each in left)]
    kept = list(kept_pains(judgement, tongue))
    if kept and not look.only:
        rest += ["", f"Pains that stay: {', '.join(kept)}"]
    rest += ["", "In numbers: " + " · ".join(figures(judgement))]
    return "\n".join([*lines, *fitted(rest, look.width)]) + "\n"


def _title(run: Run, judgement: Judgement, tongue: Tongue) -> str:
    """Return the title of the map, and between which states or revisions it is compared."""
    old, new = judgement.comparison.old.journey, judgement.comparison.new.journey
    states = [each.state or "current" for each in (old, new)]
    titles = [tongue(each.title) for each in (old, new)]
    title = titles[1] if titles[0] == titles[1] else f"{titles[0]} {ARROW} {titles[1]}"
    if states[0] != states[1]:
        return f"{title} · {states[0]} state {ARROW} {states[1]} state"
    if run.names[0] != run.names[1] and titles[0] == titles[1]:
        return f"{title} · {visible(run.names[0])} {ARROW} {visible(run.names[1])}"
    return title


_HEAD = ("stage", "steps", "feeling", "lowest", "pains", "verdict")


def _table(judgement: Judgement, look: DiffLook, tongue: Tongue, paint: Paint) -> Iterator[str]:
    """Yield the table by stage; a column that says nothing is left out."""
    rows = [_row(judgement, verdict, tongue) for verdict in judgement.stages]
    kept = [
        index for index, name in enumerate(_HEAD)
        if name in ("stage", "verdict") or any(row[index] for row in rows)
    ]  # fmt: skip
    cells = [[_HEAD[index] for index in kept], *([row[index] for index in kept] for row in rows)]
    widths = [max(columns(row[at]) for row in cells) for at in range(len(kept))]
    widths[0] = min(widths[0], 32)
    for number, row in enumerate(cells):
        parts = [_padded(cell, width) for cell, width in zip(row, widths, strict=True)]
        line = "  ".join(parts).rstrip()
        if number == 0:
            yield paint(line, "gutter")
            continue
        style = _STYLE[judgement.stages[number - 1].level]
        verdict = row[-1]
        head = line[: len(line) - len(verdict)] if verdict else line
        yield head + paint(verdict, style)


def _row(judgement: Judgement, verdict: RowVerdict, tongue: Tongue) -> list[str]:
    pairing = judgement.comparison.pairing
    before, after = verdict.row.old, verdict.row.new
    steps = [
        sum(column.stage_route in routes for column in side.columns)
        for side, routes in ((pairing.old, before), (pairing.new, after))
    ]
    pains = [
        sum(route[:2] in routes for route in totals.pains)
        for totals, routes in ((judgement.old, before), (judgement.new, after))
    ]
    return [
        row_title(judgement, verdict, tongue),
        _from_to(steps[0] if before else None, steps[1] if after else None),
        _levels(verdict.before, verdict.after, mean, before, after),
        _levels(verdict.least_before, verdict.least_after, level, before, after),
        _from_to(pains[0] if before else None, pains[1] if after else None) if any(pains) else "",
        _verdict(verdict),
    ]


def _verdict(verdict: RowVerdict) -> str:
    if not verdict.row.old:
        return "new"
    if not verdict.row.new:
        return "gone"
    return "" if verdict.level is Level.NEUTRAL else verdict.level.value


def _from_to(before: int | None, after: int | None) -> str:
    if before == after or before is None or after is None:
        return str(before if after is None else after)
    return f"{before} {ARROW} {after}"


def _levels(
    before: float | None, after: float | None, show: object, old: object, new: object
) -> str:
    shown = [show(each) for each in (before, after)]  # type: ignore[operator]
    if before is None and after is None:
        return ""
    if not old or not new or shown[0] == shown[1]:
        return str(shown[1] if after is not None else shown[0])
    return f"{shown[0]} {ARROW} {shown[1]}"


def _padded(text: str, width: int) -> str:
    cut = clipped(text, width)
    return cut + " " * (width - columns(cut))


_ORDER = (Level.BREAKING, Level.WORSE, Level.BETTER, Level.NEUTRAL)
_TITLES = {
    Level.BREAKING: "Breaking",
    Level.WORSE: "Worse",
    Level.BETTER: "Better",
    Level.NEUTRAL: "Neutral",
}


def _changes(judgement: Judgement, look: DiffLook, tongue: Tongue, paint: Paint) -> list[str]:
    """Return the changes step by step, the worst steps first; each step stands under its worst level."""
    lines: list[str] = []
    groups = _groups(judgement, look)
    bare = [each for each in groups if _is_bare(each)]
    for wanted in _ORDER:
        members = [each for each in groups if each.level is wanted and each not in bare]
        if members or (bare and wanted is Level.NEUTRAL):
            lines += ["", paint(_TITLES[wanted], _STYLE[wanted])]
            for group in members:
                lines += _group(judgement, group, look, tongue, paint)
            if wanted is Level.NEUTRAL:
                lines += _come_and_gone(judgement, bare, tongue)
    return lines


_WIDEST = 110
"""Columns of a list of names where nobody says how wide the terminal is."""

_COME_AND_GONE = {
    Kind.STAGE_ADDED: "Stages added",
    Kind.STAGE_REMOVED: "Stages removed",
    Kind.STEP_ADDED: "Steps added",
    Kind.STEP_REMOVED: "Steps removed",
}


def _is_bare(group: _Group) -> bool:
    """Whether of a step or stage only this is told: that it came, or went."""
    kinds = [each.change.kind for each in group.changes]
    return group.level is Level.NEUTRAL and len(kinds) == 1 and kinds[0] in _COME_AND_GONE


def _come_and_gone(judgement: Judgement, groups: Sequence[_Group], tongue: Tongue) -> Iterator[str]:
    for kind, title in _COME_AND_GONE.items():
        names = [
            f"'{row_title(judgement, each.verdict, tongue)}'" for each in groups
            if each.verdict is not None and each.changes[0].change.kind is kind
        ]  # fmt: skip
        if names:
            yield from fitted([f"  {title}: {', '.join(names)}"], _WIDEST)


@dataclass(frozen=True)
class _Group:
    """The changes of one step, stage, or of the map itself."""

    verdict: RowVerdict | None
    level: Level
    changes: tuple[Judged, ...]


def _groups(judgement: Judgement, look: DiffLook) -> list[_Group]:
    wanted = [each for each in judgement.changes if not look.only or each.level in look.only]
    placed = ByPlace(wanted)
    taken: set[int] = set()
    groups: list[_Group] = []
    for number, verdict in enumerate((*judgement.steps, *judgement.stages)):
        found = [each for each in placed.at(verdict.row) if id(each) not in taken]
        taken.update(map(id, found))
        # How a stage as a whole went, the table and its steps tell.
        felt = verdict if number < len(judgement.steps) else None
        if found:
            groups.append(_Group(verdict, _level(felt, found), tuple(found)))
    rest = tuple(each for each in wanted if id(each) not in taken)
    if rest:
        groups.append(_Group(None, _level(None, rest), rest))
    return sorted(groups, key=lambda each: _fall(each.verdict))


def _level(verdict: RowVerdict | None, changes: Sequence[Judged]) -> Level:
    """Return what a step is listed under: breaking, else as its feeling went, else its worst change."""
    levels = {each.level for each in changes}
    if Level.BREAKING in levels:
        return Level.BREAKING
    is_felt = verdict is not None and verdict.before is not None and verdict.after is not None
    if verdict is not None and is_felt and verdict.level is not Level.NEUTRAL:
        return verdict.level
    return next((each for each in (Level.WORSE, Level.BETTER) if each in levels), Level.NEUTRAL)


def _fall(verdict: RowVerdict | None) -> float:
    """Return how far the feeling moved, so that the deepest fall and the highest rise come first."""
    if verdict is None or verdict.before is None or verdict.after is None:
        return 0.0
    return -abs(verdict.after - verdict.before)


def _group(
    judgement: Judgement, group: _Group, look: DiffLook, tongue: Tongue, paint: Paint
) -> Iterator[str]:
    title = row_title(judgement, group.verdict, tongue) if group.verdict else "The whole map"
    like = _likeness(judgement, group)
    yield f"  {paint(title + like, 'strong')}"
    yield from _told(judgement, group, tongue, paint)
    is_told = bool(like)
    quiet: list[Judged] = []
    for each in sorted(group.changes, key=lambda each: _ORDER.index(each.level)):
        if each.change.kind in _TOLD_TOGETHER:
            continue
        if not _is_quiet(each) or look.everything:
            yield _line(judgement, group, each, tongue, paint)
        elif not (is_told and each.change.key == "name" and not each.change.what):
            quiet.append(each)
    if quiet:
        yield f"    {_SIGN[Level.NEUTRAL]} {_counted(quiet)}"


def _told(judgement: Judgement, group: _Group, tongue: Tongue, paint: Paint) -> Iterator[str]:
    """Yield the lines that tell of several changes: touchpoints with theirs, each metric."""
    touched = [each for each in group.changes if each.change.kind in OF_TOUCHPOINTS]
    line = touchpoint_line(touched, tongue)
    if line:
        yield f"    {_SIGN[Level.NEUTRAL]} {line}"
    measured: dict[tuple[object, ...], list[Judged]] = {}
    for each in group.changes:
        if each.change.kind is Kind.METRIC_CHANGED:
            key = (each.change.id, each.change.old, each.change.new)
            measured.setdefault(key, []).append(each)
    is_plan = (judgement.comparison.new.journey.state or "current") != "current"
    for changes in measured.values():
        worst = min((each.level for each in changes), key=_ORDER.index)
        yield f"    {_sign(worst, paint)} {metric_line(changes, tongue, is_plan=is_plan)}"


_TOLD_TOGETHER = OF_TOUCHPOINTS | {Kind.METRIC_CHANGED}


def _line(judgement: Judgement, group: _Group, judged: Judged, tongue: Tongue, paint: Paint) -> str:
    is_bad = judged.level in (Level.WORSE, Level.BREAKING)
    rule = f"  {paint(f'[{judged.rule}]', 'gutter')}" if is_bad else ""
    which = _which(judgement, group, judged, tongue)
    return f"    {_sign(judged.level, paint)} {sentence(judged.change, tongue)}{which}{rule}"


def _which(judgement: Judgement, group: _Group, judged: Judged, tongue: Tongue) -> str:
    """Return which of several steps that became one, or that one became, a feeling is of."""
    row = group.verdict.row if group.verdict is not None else None
    change = judged.change
    if row is None or len(row.links) < 2 or change.kind is not Kind.FEELING_CHANGED:
        return ""
    pairing = judgement.comparison.pairing
    was = f"was {tongue.quoted(pairing.name(change.old_place, None))}" if len(row.old) > 1 else ""
    at = f"at {tongue.quoted(pairing.name(None, change.new_place))}" if len(row.new) > 1 else ""
    return f" ({', '.join(filter(None, (at, was)))})"


def _sign(level: Level, paint: Paint) -> str:
    return paint(_SIGN[level], _STYLE[level])


_QUIET = frozenset(
    {Kind.DETAIL_ADDED, Kind.DETAIL_REMOVED, Kind.DETAIL_CHANGED, Kind.WORDING, Kind.BASIS_CHANGED,
     Kind.EVIDENCE_ADDED, Kind.EVIDENCE_REMOVED}
)  # fmt: skip


def _is_quiet(judged: Judged) -> bool:
    # Who owns a thing now is what people look for.
    is_owner = judged.change.key == "owner"
    return judged.level is Level.NEUTRAL and judged.change.kind in _QUIET and not is_owner


def _counted(quiet: Sequence[Judged]) -> str:
    """Return the number of details that differ, and of what: `7 details (actions, evidence)`."""
    keys = list(dict.fromkeys(_top(each) for each in quiet))
    shown = ", ".join(keys[:6]) + (" …" if len(keys) > 6 else "")
    return f"{count(len(quiet), 'more detail')}: {shown} (--all)"


def _top(judged: Judged) -> str:
    change = judged.change
    key = change.key.partition(".")[0].replace("_", " ") or change.kind.value.partition("-")[0]
    return "wording of the name" if change.kind is Kind.WORDING and key == "name" else key


def _likeness(judgement: Judgement, group: _Group) -> str:
    """Return what marks a guess: two steps that are one by likeness alone."""
    if group.verdict is None or not group.verdict.row.links:
        return ""
    match = group.verdict.row.links[0]
    if not match.is_guess:
        return ""
    pairing = judgement.comparison.pairing
    tongue = Tongue("", judgement.comparison.old.language)
    old = tongue.quoted(pairing.name(match.old, None))
    if match.how == "place":
        return f" — in the place of {old}"
    return f" — looks like {old} ({match.score:.0f} %)"
