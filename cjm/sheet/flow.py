"""Turns a journey into a flow: cards, the ways between them, and where ways end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cjm.figures.curve import level_of
from cjm.figures.ways import Passing, Way, passing, ways_of
from cjm.figures.whole import whole
from cjm.model.text import Text
from cjm.model.walk import Column
from cjm.sheet.arrange import stage_spans
from cjm.sheet.flow_parts import Flow, FlowCard, FlowEdge, FlowEnd
from cjm.sheet.flow_words import flow_words
from cjm.sheet.header import footer, header
from cjm.sheet.lanes.encounter import channels_of
from cjm.sheet.lanes.heads import moment
from cjm.sheet.sheet import Figure, Header
from cjm.sheet.view import Place, View
from cjm.workspace.workspace import Map, Workspace

__all__ = ["Flow", "FlowCard", "FlowEdge", "FlowEnd", "arrange_flow"]


def arrange_flow(map: Map, workspace: Workspace, *, language: str = "") -> Flow:
    """Return the flow of a map.

    Args:
        map: What to arrange.
        workspace: Where its references lead.
        language: Tag of the language to show; a text that lacks it falls back to the map's.
    """
    map = whole(map, workspace)
    view = View(map, workspace.references(map), language or map.language or "en")
    ways = ways_of(view.columns, view.references)
    going = passing(ways, len(view.columns))
    main, happy = _main_path(ways) if view.columns else ((), frozenset())
    edges = tuple(_edges(view, ways, going, happy))
    ends = tuple(_ends(view, ways, going, happy))
    return Flow(
        id=map.id,
        language=view.language,
        header=_header(view, ways, going, main),
        stages=tuple(stage_spans(view)),
        cards=tuple(_cards(view, ways)),
        edges=edges,
        ends=ends,
        main=main,
        footer=footer(view),
        notes=tuple(_lost(view)),
        description=_description(view, edges, ends, main),
    )


def _main_path(ways: Sequence[Way]) -> tuple[tuple[int, ...], frozenset[int]]:
    """Return the columns on the straight line, and the ways, by index, of the happy path.

    Both follow the largest share from step to step, else the first way, never out or back. The
    happy path stops where most customers have reached the goal; the line goes on as far as it can.
    """
    happy: set[int] = set()
    line = [0]
    is_happy = True
    leaving: dict[int, list[int]] = {}
    for index, way in enumerate(ways):
        if _is_on(way):
            leaving.setdefault(way.start, []).append(index)
    while True:
        onward = leaving.get(line[-1], [])
        # `max` keeps the first of those with equal shares.
        best = max(onward, key=lambda index: _weight(ways[index]), default=None)
        if best is not None and is_happy:
            happy.add(best)
            is_happy = ways[best].end is not None
        steps = [index for index in onward if ways[index].end is not None]
        if not steps:
            return tuple(line), frozenset(happy)
        following = ways[max(steps, key=lambda index: _weight(ways[index]))].end
        line.append(following if following is not None else 0)


def _is_on(way: Way) -> bool:
    return way.kind == "end" or (way.end is not None and way.end > way.start)


def _weight(way: Way) -> float:
    return way.share if way.share is not None else -1.0


def _cards(view: View, ways: Sequence[Way]) -> Iterator[FlowCard]:
    leaving = {way.start for way in ways if way.end != way.start}
    reached = {way.end for way in ways if way.start != way.end}
    felt = _felt(view)
    for column in view.columns:
        name, language = view.name(column.step, column.route)
        is_alone = column.index == 0 or column.index not in reached
        level, feeling, is_assumed = felt.get(column.index, (None, "", False))
        yield FlowCard(
            name=name,
            stage=column.stage_index,
            places=_places(view, column),
            level=level,
            feeling=feeling,
            is_assumed=is_assumed,
            moment=moment(view, column.step),
            who=_who(view, column),
            is_dead_end=column.index not in leaving,
            is_start=is_alone and column.stage_index == 0,
            is_unreached=is_alone and column.stage_index > 0,
            route=column.route,
            id=view.map.ids.of.get(column.route, ""),
            language=language,
        )


def _felt(view: View) -> dict[int, tuple[float | None, str, bool]]:
    """Return column → the last feeling there: level, word, whether it is assumed.

    Where personas feel differently it is that of the main line, if that says anything there.
    """
    found: dict[int, tuple[float | None, str, bool]] = {}
    for line in reversed(view.feelings):
        for reading in sorted((*line.words, *line.readings), key=lambda each: each.at):
            if reading.end - reading.start == 1:
                level = level_of(reading) if reading.feeling.level is not None else None
                is_assumed = reading.basis == "assumed"
                found[reading.start] = (level, view.text(reading.feeling.label), is_assumed)
    return found


def _places(view: View, column: Column) -> tuple[str, ...]:
    """Return touchpoints and channels, each once."""
    place = Place(column.step, column.route, column.index, column.index + 1)
    names: dict[str, None] = {}
    for use in column.step.touchpoints:
        found = view.references.touchpoint(use)
        names[view.text(found.name)] = None
        names |= dict.fromkeys(view.text(each.name) for each in channels_of(view, found, place))
    if not column.step.touchpoints:
        names |= dict.fromkeys(
            view.text(view.references.channel(each).name) for each in column.step.channels
        )
    return tuple(name for name in names if name)


def _who(view: View, column: Column) -> str:
    step = column.step
    whose = view.only([view.references.persona(each) for each in step.personas])
    return view.words.listed([each for each in (whose, view.text(step.actor)) if each])


def _edges(
    view: View, ways: Sequence[Way], going: Passing | None, happy: frozenset[int]
) -> Iterator[FlowEdge]:
    for index, way in enumerate(ways):
        if way.end is not None:
            texts = (way.next.when, way.next.name) if way.next is not None else ()
            when, language = _said(view, texts)
            yield FlowEdge(
                way.start, way.end, when, _share(view, way), _passing(going, index),
                way.end <= way.start, index in happy, way.route, language,
            )  # fmt: skip


def _ends(
    view: View, ways: Sequence[Way], going: Passing | None, happy: frozenset[int]
) -> Iterator[FlowEnd]:
    counted = Counter(way.start for way in ways)
    for index, way in enumerate(ways):
        if way.kind != "step":
            name, language = view.said(way.next.name if way.next is not None else None)
            when, _ = _said(view, (way.next.when,) if way.next is not None else ())
            yield FlowEnd(
                way.start, way.kind, name, when, _share(view, way), _passing(going, index),
                counted[way.start] == 1, index in happy, way.route, language,
            )  # fmt: skip


def _said(view: View, texts: Sequence[Text | None]) -> tuple[str, str]:
    said = [view.said(text) for text in texts if text is not None]
    language = next((language for _, language in said if language), "")
    return " · ".join(text for text, _ in said if text), language


def _share(view: View, way: Way) -> str:
    return view.words.percent(way.share) if way.share is not None else ""


def _passing(going: Passing | None, index: int) -> float | None:
    return min(1.0, going.ways[index] / 100) if going is not None else None


def _header(view: View, ways: Sequence[Way], going: Passing | None, main: Sequence[int]) -> Header:
    """Return the header of the map, less what a flow does not show, with figures of its own."""
    above = header(view)
    words = flow_words(view.language)
    is_plain = len(ways) == len(main) == len(view.columns)
    kind = "flow.how.plain" if is_plain else "flow.how"
    kind = kind if going is None else "flow.how.shares"
    how = words.say(kind)
    goals = tuple(goal for goal in above.goals if goal[0] == view.words.say("goal.customer"))
    figures: list[Figure] = []
    exits = any(way.kind == "exit" for way in ways)
    if going is not None and going.is_known and exits:
        for kind, label in (("end", "goal"), ("exit", "leaving")):
            total = sum(
                part for part, way in zip(going.ways, ways, strict=True) if way.kind == kind
            )
            value = words.percent(round(total))
            figures.append(Figure(label, value, words.say(f"figure.{label}")))
    return Header(
        above.title, above.badges, (), ((words.say("flow"), how), *goals), tuple(figures),
        above.language,
    )  # fmt: skip


def _lost(view: View) -> Iterator[str]:
    """Yield a sentence for each `next` that leads to nothing known."""
    written = sum(len(column.step.next) for column in view.columns)
    found = ways_of(view.columns, view.references)
    drawn = sum(way.next is not None for way in found)
    if written > drawn:
        lost = written - drawn
        yield f"{lost} 'next' {'leads' if lost == 1 else 'lead'} to no known step and is not drawn"


def _description(
    view: View, edges: Sequence[FlowEdge], ends: Sequence[FlowEnd], main: Sequence[int]
) -> str:
    words = flow_words(view.language)
    steps = words.count("describe.steps", len(view.columns), count=len(view.columns))
    ways = words.count("describe.ways", len(edges), count=len(edges))
    exits = sum(end.kind == "exit" for end in ends)
    if exits:
        ways = words.listed([ways, words.count("describe.exits", exits, count=exits)])
    title = view.text(view.map.journey.title)
    sentences = [words.say("describe.flow", title=title, steps=steps, ways=ways)]
    if len(main) > 1:
        shown = [*main[:_MOST_NAMES], main[-1]] if len(main) > _MOST_NAMES + 1 else main
        names = [view.name(view.columns[at].step, view.columns[at].route)[0] for at in shown]
        if len(shown) < len(main):
            names.insert(-1, "…")
        sentences.append(words.say("describe.main", names=words.listed(names)))
    return words.told(sentences)


_MOST_NAMES = 10
"""So many steps of the main path are named one after the other, then the last."""
