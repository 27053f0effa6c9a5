"""The lanes where customer and organisation meet: touchpoints, channels, their performance."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.model.metric import MetricUse
from cjm.model.touchpoint import Channel, Performance, Touchpoint
from cjm.sheet.channel_icons import icon_of
from cjm.sheet.details import touchpoint_details
from cjm.sheet.lanes.measures import value_text
from cjm.sheet.sheet import Block, ChannelMark, Lane, Rating, TouchpointMark
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
            marks = tuple(channel_mark(view, each) for each in channels_of(view, found, place))
            has_channels = has_channels or bool(marks)
            usage = found.item.usage
            label = view.words.say(f"usage.{usage}") if usage in ("desired", "retiring") else ""
            yield TouchpointMark(name, marks, label, place.at("touchpoints", index), language,
                                 touchpoint_details(view, found.item))  # fmt: skip
        if not place.get("touchpoints"):
            yield from _channels(view, place)

    lane = view.lane("touchpoints", blocks)
    if lane is None or not has_channels:
        return lane
    return lane._replace(subtitle=view.words.say("lane.touchpoints.channels"))


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
                    yield channel_mark(view, channel, place.at("touchpoints"))
        if not place.get("touchpoints"):
            yield from _channels(view, place)

    return view.lane("channels", blocks)


def channels_of(
    view: View, touchpoint: Resolved[Touchpoint], place: Place
) -> Iterator[Resolved[Channel]]:
    """Yield the channels of a touchpoint at a place: its own, or else those of the step."""
    for channel in touchpoint.item.channels or place.get("channels"):
        yield view.references.channel(channel)


def channel_mark(view: View, channel: Resolved[Channel], route: Route = ()) -> ChannelMark:
    """Return the name of a channel with its icon."""
    name, language = view.said(channel.name)
    icon = icon_of(channel.item, channel.key, tuple(channel.name))
    return ChannelMark(name, icon, route, language)


def performance(view: View) -> Lane | None:
    """How well departments do at the touchpoints."""

    def blocks(place: Place) -> Iterator[Block]:
        for index, use in enumerate(place.get("touchpoints")):
            for score in view.references.touchpoint(use).item.performance:
                if score.department is not None:
                    department = view.references.department(score.department)
                    name, language = view.said(department.name)
                    label = view.words.say("score", value=score.score) if score.score else ""
                    route = place.at("touchpoints", index)
                    yield Rating(name, score.score or 0, label, _source(view, score), route,
                                 language)  # fmt: skip

    return view.lane("performance", blocks)


def _source(view: View, score: Performance) -> str:
    """Return the metric that says how well a department does, with its value."""
    found = view.references.metric(MetricUse(ref=score.metric)) if score.metric else None
    if found is None:
        return ""
    value = value_text(view, found.item.actual, found.item)
    return f"{view.text(found.name)} {value}".strip()


def _channels(view: View, place: Place) -> Iterator[Block]:
    for index, channel in enumerate(place.get("channels")):
        yield channel_mark(view, view.references.channel(channel), place.at("channels", index))
