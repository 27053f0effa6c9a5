"""A line for each map: how many changes, and how they are judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cjm.diff.chain import Run
from cjm.diff.levels import Level
from cjm.findings.visible import visible
from cjm.report.columns import clipped, columns
from cjm.report.diff.look import DiffLook
from cjm.report.diff.numbers import ARROW, count, mean
from cjm.report.paint import Paint, painter

_WIDEST = 60
_STYLES = {
    Level.BREAKING: "error",
    Level.WORSE: "error",
    Level.BETTER: "good",
    Level.NEUTRAL: "gutter",
}
_HEAD = ("", *(level.value for level in Level), "feeling")


def stat_text(runs: Sequence[Run], look: DiffLook) -> str:
    """Return the table; of many maps, those that did not change are counted, not listed."""
    paint = painter(color=look.color)
    told = [run for run in runs if not (run.is_empty and run.role == "map")]
    same = len(runs) - len(told) + look.same
    rows = [_row(run) for run in told]
    lines = list(_table(rows, paint)) if rows else []
    if same:
        lines.append(f"{count(same, 'map')} without a change")
    return "\n".join(lines) + "\n"


def _row(run: Run) -> list[str]:
    side = run.new or run.old
    assert side is not None
    name = visible(side.written.path)
    if run.role in ("step", "whole"):
        name = f" {ARROW} ".join(visible(each.rpartition("/")[2]) for each in run.names)
    if run.judgement is None:
        return [name, "new map" if run.old is None else "map gone", "", "", "", ""]
    levels = Counter(each.level for each in run.judgement.changes)
    before, after = run.judgement.old.mean, run.judgement.new.mean
    felt = "" if before is None or after is None else f"{mean(before)} {ARROW} {mean(after)}"
    return [name, *(str(levels[level]) for level in Level), felt]


def _table(rows: Sequence[list[str]], paint: Paint) -> list[str]:
    cells = [list(_HEAD), *rows]
    counted = [row for row in cells if not row[1].startswith(("new map", "map gone"))]
    widths = [max(columns(row[at]) for row in counted) for at in range(len(_HEAD))]
    widths[0] = min(max(columns(row[0]) for row in cells), _WIDEST)
    lines = []
    for number, row in enumerate(cells):
        parts = [_left(row[0], widths[0])]
        if row in counted:
            parts += [_right(row[at + 1], widths[at + 1], level, paint, is_head=number == 0)
                      for at, level in enumerate(Level)]  # fmt: skip
            parts.append(row[-1])
        else:
            parts.append(row[1])
        lines.append("  ".join(parts).rstrip())
    return lines


def _left(text: str, width: int) -> str:
    """Return `text` in `width` columns; of a long path the end tells more than the begin."""
    if columns(text) > width:
        text = "…" + clipped(text[::-1], width)[:-1][::-1]
    return text + " " * (width - columns(text))


def _right(text: str, width: int, level: Level, paint: Paint, *, is_head: bool) -> str:
    padded = " " * (width - columns(text)) + text
    return padded if is_head or text == "0" else paint(padded, _STYLES[level])
