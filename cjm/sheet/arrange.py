"""Turns a journey into a sheet: lanes, columns, words; the one way into this package."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.figures.curve import level_of, lowest
from cjm.figures.whole import whole
from cjm.model.journey import Lane as OwnLane
from cjm.sheet.choose import chosen_lanes, hidden_content
from cjm.sheet.header import footer, header, legend
from cjm.sheet.lanes import LANES
from cjm.sheet.lanes.texts import own
from cjm.sheet.sheet import Column, Lane, Sheet, StageSpan
from cjm.sheet.view import View
from cjm.workspace.workspace import Map, Workspace


def arrange(
    map: Map, workspace: Workspace, *, language: str = "", lanes: Sequence[str] | None = None
) -> Sheet:
    """Return the sheet of a map.

    Args:
        map: What to arrange.
        workspace: Where its references lead.
        language: Tag of the language to show; a text that lacks it falls back to the map's.
        lanes: Ids of lanes or presets, instead of those that the map or the workspace chooses.
    """
    map = whole(map, workspace)
    chosen = chosen_lanes(map, workspace, lanes)
    ids = tuple(str(lane.id) for lane in chosen)
    view = View(map, workspace.references(map), language or map.language or "en", ids)
    drawn = tuple(lane for each in chosen if (lane := _lane(view, each)) is not None)
    return Sheet(
        id=map.id,
        language=view.language,
        header=header(view),
        stages=tuple(stage_spans(view)),
        columns=tuple(_columns(view)),
        lanes=drawn,
        legend=legend(view, drawn),
        footer=footer(view),
        notes=(*hidden_content(view, chosen), *view.album.notes),
        description=_description(view),
    )


def _lane(view: View, chosen: OwnLane) -> Lane | None:
    make = LANES.get(str(chosen.id)) if chosen.name is None else None
    return make(view) if make is not None else own(view, chosen)


def stage_spans(view: View) -> list[StageSpan]:
    """Return the stages with the columns they span."""
    spans: list[StageSpan] = []
    start = 0
    for position, stage in enumerate(view.map.journey.stages):
        end = start + (len(stage.steps) or 1)
        route = ("stages", position)
        id = view.map.ids.of.get(route, "")
        spans.append(StageSpan(view.name(stage, route)[0], start, end, position, route, id))
        start = end
    return spans


def _columns(view: View) -> list[Column]:
    return [
        Column(
            view.name(column.step, column.route)[0], column.stage_index, column.route,
            view.map.ids.of.get(column.route, ""),
            view.whose([view.references.persona(each) for each in column.step.personas]),
        )
        for column in view.columns
    ]  # fmt: skip


def _description(view: View) -> str:
    words = view.words
    stages, steps = len(view.map.journey.stages), len(view.columns)
    sentences = [
        words.say(
            "describe",
            stages=words.count("describe.stages", stages, count=stages),
            steps=words.count("describe.steps", steps, count=steps),
        ),
        words.say(
            "describe.stage_names",
            names=words.listed([stage.name for stage in stage_spans(view)]),
        ),
    ]
    low = lowest(view.feelings)
    if low is not None:
        column = view.columns[low.start]
        name, _ = view.name(column.step, column.route)
        level = words.level(level_of(low))
        sentences.append(words.say("describe.lowest", level=level, step=name))
    return words.told(sentences)
