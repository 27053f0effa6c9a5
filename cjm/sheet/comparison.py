"""Turns a comparison into a sheet: both maps on one grid, so that nothing moves between the two."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.diff.judge import Judgement
from cjm.diff.rows import Row
from cjm.findings import Route
from cjm.sheet.change_header import header, legend
from cjm.sheet.change_lanes import LANES
from cjm.sheet.change_view import ChangeView
from cjm.sheet.sheet import Column, Footer, Sheet, StageSpan


def arrange_comparison(
    judgement: Judgement,
    *,
    language: str = "",
    names: tuple[str, str] = ("", ""),
    earlier: Sequence[Judgement] = (),
) -> Sheet:
    """Return the sheet of a comparison.

    Args:
        judgement: What differs between two maps, judged.
        language: Tag of the language to show; a text that lacks it falls back to the map's.
        names: What the two states are called where their maps do not say: revisions, or paths.
        earlier: Of a chain, comparisons of the states between with the last one; their curves are
            drawn too.
    """
    view = ChangeView(judgement, language or judgement.comparison.new.language or "en", names,
                      tuple(earlier))  # fmt: skip
    lanes = tuple(lane for make in LANES if (lane := make(view)) is not None)
    new = judgement.comparison.new.map
    return Sheet(
        id=new.id,
        language=view.language,
        header=header(view),
        stages=tuple(_stages(view)),
        columns=tuple(_columns(view)),
        lanes=lanes,
        legend=legend(view, lanes),
        footer=Footer("", " · ".join(view.sources)),
        description=view.words.say(
            "describe.change", title=view.text(new.journey.title), old=view.states[0],
            new=view.states[1],
        ),
        states=view.states,
    )  # fmt: skip


def _stages(view: ChangeView) -> list[StageSpan]:
    spans = []
    for colour, (row, start, end) in enumerate(view.stage_spans):
        route = (row.new or row.old)[0]
        spans.append(StageSpan(view.name(row), start, end, colour, route, _id(view, row)))
    return spans


def _columns(view: ChangeView) -> list[Column]:
    found = []
    for stage, (_, start, end) in enumerate(view.stage_spans):
        for row in view.rows[start:end]:
            route: Route = (row.new or row.old)[0]
            found.append(Column(view.name(row), stage, route, _id(view, row)))
    return found


def _id(view: ChangeView, row: Row) -> str:
    pairing = view.judgement.comparison.pairing
    return pairing.id(row.old[0] if row.old else None, row.new[0] if row.new else None)
