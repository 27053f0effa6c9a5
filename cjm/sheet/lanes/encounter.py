"""The lanes where customer and organisation meet: touchpoints, channels, their performance."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model.touchpoint import Channel, Touchpoint
from cjm.sheet.sheet import Block, Lane, TouchpointMark, Words
from cjm.sheet.view import Place, View
from cjm.workspace.references import Resolved


def touchpoints(view: View) -> Lane | None:
    """The touchpoints, with their channels beneath; channels alone where a step has no touchpoint."""
    has_channels = False

    def blocks(place: Place) -> Iterator[Block]:
        nonlocal has_channels
        for index, use in enumerate(place.get("touchpoints")):
            found = view.references.touchpoint(use)
            name, language = view.said(found.name)
            names = tuple(view.text(each.name) for each in channels_of(view, found, place))
            has_channels = has_channels or bool(names)
            usage = found.item.usage
            label = view.words.say(f"usage.{usage}") if usage in ("desired", "retiring") else ""
            yield TouchpointMark(name, names, label, place.at("touchpoints", index), language)
        if not place.get("touchpoints"):
            yield from _channels(view, place)

    lane = view.lane("touchpoints", blocks)
    if lane is None or not has_channels:
        return lane
    subtitle = view.words.say("lane.touchpoints.channels")
    return Lane(lane.id, lane.title, subtitle, lane.kind, lane.rows)


def channels(view: View) -> Lane | None:
    """The channels, where the touchpoints do not show them already."""
    if "touchpoints" in view.chosen:
        return None

    def blocks(place: Place) -> Iterator[Block]:
        seen: set[str] = set()
        for use in place.get("touchpoints"):
            for channel in channels_of(view, view.references.touchpoint(use), place):
                if channel.key not in seen:
                    seen.add(channel.key)
                    name, language = view.said(channel.name)
                    yield Words(name, route=place.at("touchpoints"), language=language)
        if not place.get("touchpoints"):
            yield from _channels(view, place)

    return view.lane("channels", blocks)


def channels_of(
    view: View, touchpoint: Resolved[Touchpoint], place: Place
) -> Iterator[Resolved[Channel]]:
    """Yield the channels of a touchpoint at a place: its own, or else those of the step."""
    for channel in touchpoint.item.channels or place.get("channels"):
        yield view.references.channel(channel)


def performance(view: View) -> Lane | None:
    """How well departments do at the touchpoints."""

    def blocks(place: Place) -> Iterator[Block]:
        for index, use in enumerate(place.get("touchpoints")):
            for score in view.references.touchpoint(use).item.performance:
                if score.department is not None:
                    department = view.references.department(score.department)
                    name, language = view.said(department.name)
                    note = view.words.say("score", value=score.score) if score.score else ""
                    route = place.at("touchpoints", index)
                    yield Words(name, note, route=route, language=language)

    return view.lane("performance", blocks)


def _channels(view: View, place: Place) -> Iterator[Block]:
    for index, channel in enumerate(place.get("channels")):
        name, language = view.said(view.references.channel(channel).name)
        yield Words(name, route=place.at("channels", index), language=language)
