"""Folds a wide map into bands of whole stages, one below the other, so that it stays readable."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cjm.layout.cut import cut_curve
from cjm.layout.grid import Grid, folded, grid_of, least_widths
from cjm.layout.theme import LABELS
from cjm.sheet.lanes import LANES
from cjm.sheet.sheet import Cell, Curve, Lane, Sheet, StageHead, StageSpan
from cjm.sheet.words import vocabulary

WIDEST_BAND = 16
"""No band has more columns, and a map of up to so many is not folded."""

USUAL_BAND = 12
"""Columns of a band that is neither empty nor crowded; up to 13 fit a page of 1680 px."""

WHOLE_COLUMNS = 6
"""Columns of the band of what belongs to the whole map: its notes stand side by side in them."""


BEHIND = frozenset({"backstage", "support", "systems", "policies"})
"""Lanes that a customer does not see, once a dividing line stands above them."""


CARDED = frozenset({"physical_evidence", "actions", "frontstage", *BEHIND})
"""Lanes whose cells are cards in a blueprint."""

DIVIDED = frozenset({"frontstage", "backstage", "support"})
"""Lanes with a dividing line above them; a map with two of them is drawn as a blueprint."""


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a map that stands below another.

    Attributes:
        grid: Its columns.
        lanes: What stands in it; columns are counted through the whole map.
        stages: Those it shows something of.
        title: Of the band of what belongs to the whole map; `""` for all others.
        is_blueprint: Whether cells are cards, with arrows between them.
        lines: Title of each dividing line of the map → the lane that has it above.
    """

    grid: Grid
    lanes: tuple[Lane, ...]
    stages: tuple[StageSpan, ...]
    title: str = ""
    is_blueprint: bool = False
    lines: Mapping[str, str] = field(default_factory=dict)


def bands_of(sheet: Sheet, left: float, *, wide: bool = False) -> tuple[Band, ...]:
    """Return the bands of a sheet whose lane titles begin at `left`; one where it is not folded."""
    count = len(sheet.columns)
    if wide or count <= WIDEST_BAND:
        return (_band_of(sheet, grid_of(sheet, left), sheet.lanes, sheet.stages),)
    spans = list(_spans(sheet.stages))
    starts = [start for start, _ in spans]
    grids = folded(least_widths(sheet), spans, left + LABELS)
    parts = [_cut_lane(lane, starts, count, sheet.language) for lane in sheet.lanes]
    lanes = [tuple(_kept(sheet.lanes, own)) for own in zip(*parts, strict=True)]
    stages = _cut_stages(sheet.stages, starts)
    bands = [_band_of(sheet, *each) for each in zip(grids, lanes, stages, strict=True)]
    whole = tuple(_whole(sheet.lanes, count))
    if whole:
        step = (grids[0].right - grids[0].left) / WHOLE_COLUMNS
        edges = tuple(grids[0].left + step * index for index in range(WHOLE_COLUMNS + 1))
        title = vocabulary(sheet.language).say("whole")
        bands.append(_band_of(sheet, Grid(edges), whole, (), title))
    return tuple(bands)


def _band_of(
    sheet: Sheet, grid: Grid, lanes: tuple[Lane, ...], stages: tuple[StageSpan, ...],
    title: str = "",
) -> Band:  # fmt: skip
    is_blueprint = sum(lane.id in DIVIDED for lane in sheet.lanes) > 1
    lines = {lane.line_above: lane.id for lane in sheet.lanes if lane.line_above}
    return Band(grid, lanes, stages, title, is_blueprint, lines)


def behind(lanes: Sequence[Lane]) -> list[bool]:
    """Return for each lane whether it is behind the scenes; an own lane is where the one above is."""
    found: list[bool] = []
    is_divided = is_behind = False
    for lane in lanes:
        is_divided = is_divided or (bool(lane.line_above) and lane.id in BEHIND)
        is_own = lane.id not in LANES
        is_behind = is_divided and (lane.id in BEHIND or (is_own and is_behind))
        found.append(is_behind)
    return found


def _spans(stages: Sequence[StageSpan]) -> Iterator[tuple[int, int]]:
    """Yield the columns of each band: whole stages, as many in one band as in another.

    The sum of the costs of all bands is the least that there is.
    """
    parts = list(_parts(stages))
    best: list[tuple[int, int]] = [(0, 0)]  # cost of the parts up to here, first of the last band
    for end in range(1, len(parts) + 1):
        found: list[tuple[int, int]] = []
        for start in range(end - 1, -1, -1):
            columns = parts[end - 1][1] - parts[start][0]
            if columns > WIDEST_BAND:
                break
            found.append((best[start][0] + _cost(columns), start))
        best.append(min(found))
    ends = [len(parts)]
    while ends[-1]:
        ends.append(best[ends[-1]][1])
    for end, start in zip(ends[-2::-1], ends[:0:-1], strict=True):
        yield parts[start][0], parts[end - 1][1]


def _cost(columns: int) -> int:
    """Return how bad a band of so many columns is: empty ones are bad, too many are worse."""
    lacking = USUAL_BAND - columns
    return lacking * lacking if lacking >= 0 else 40 * lacking * lacking


def _parts(stages: Sequence[StageSpan]) -> Iterator[tuple[int, int]]:
    """Yield the columns of each stage; one that fits no band is broken into equal parts."""
    for stage in stages:
        columns = stage.end - stage.start
        count = -(-columns // USUAL_BAND) if columns > WIDEST_BAND else 1
        for index in range(count):
            yield (
                stage.start + columns * index // count,
                stage.start + columns * (index + 1) // count,
            )


def _cut_stages(stages: Sequence[StageSpan], starts: Sequence[int]) -> list[tuple[StageSpan, ...]]:
    found: list[list[StageSpan]] = [[] for _ in starts]
    for stage in stages:
        for band in range(_band(stage.start, starts), _band(stage.end - 1, starts) + 1):
            found[band].append(stage)
    return [tuple(each) for each in found]


def _band(column: int, starts: Sequence[int]) -> int:
    return bisect_right(starts, column) - 1


def _kept(lanes: Sequence[Lane], parts: Sequence[Lane | None]) -> Iterator[Lane]:
    """Yield what a band shows; the line above a lane that is left out moves to the next behind it."""
    line = ""
    for lane, part in zip(lanes, parts, strict=True):
        if part is None:
            line = lane.line_above or line
        elif line and not part.line_above and part.id in BEHIND:
            yield part._replace(line_above=line)
            line = ""
        else:
            line = "" if part.line_above else line
            yield part


def _cut_lane(
    lane: Lane, starts: Sequence[int], count: int, language: str
) -> Iterator[Lane | None]:
    """Yield what each band shows of a lane; `None` where that is nothing.

    A cell over several bands stands in the first of them, the name of a stage in each; what spans
    the whole map stands in none.
    """
    bands: list[list[list[Cell]]] = [[] for _ in starts]
    for row in lane.rows:
        for held in bands:
            held.append([])
        for cell in row:
            first, last = _band(cell.start, starts), _band(cell.end - 1, starts)
            if lane.kind == "stages":
                for band in range(first, last + 1):
                    bands[band][-1].append(cell if band == first else _continued(cell, language))
            elif cell.end - cell.start < count:
                bands[first][-1].append(cell)
    no_curves: list[Curve | None] = [None] * len(starts)
    curves = no_curves if lane.curve is None else cut_curve(lane.curve, starts)
    for held, curve in zip(bands, curves, strict=True):
        rows = tuple(tuple(row) for row in held if row)
        yield lane._replace(rows=rows, curve=curve) if rows or curve is not None else None


def _continued(cell: Cell, language: str) -> Cell:
    """Return the name of a stage as it stands where the stage goes on."""
    word = vocabulary(language).say("continued")
    heads = (each._replace(goal=word) for each in cell.blocks if isinstance(each, StageHead))
    return cell._replace(blocks=tuple(heads))


def _whole(lanes: Sequence[Lane], count: int) -> Iterator[Lane]:
    """Yield the cells that span the map, over the columns of the band that is theirs."""
    for lane in lanes:
        cells = [cell for cell in lane.cells if cell.end - cell.start == count]
        if cells and lane.kind != "stages":
            rows = tuple((Cell(0, WHOLE_COLUMNS, cell.blocks),) for cell in cells)
            yield lane._replace(rows=rows, curve=None, kind="cells", line_above="")
