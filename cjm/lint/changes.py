"""A map beside the maps that it changes: what it takes over, holds and settles of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.findings import Route
from cjm.lint.subject import MapSubject, is_damaged
from cjm.lint.targets import baseline_uses
from cjm.model.touchpoint import Touchpoint
from cjm.model.values import fold
from cjm.model.walk import Column
from cjm.workspace.references import Resolved


@dataclass(frozen=True, slots=True)
class Home:
    """Where the content of a stage is written: in the map, or where it takes the stage from.

    Attributes:
        subject: The map.
        index: Of the stage, there.
    """

    subject: MapSubject
    index: int

    @property
    def columns(self) -> list[Column]:
        """The columns of the stage."""
        return [each for each in self.subject.columns if each.stage_index == self.index]

    def holds(self, route: Route) -> bool:
        """Whether `route`, of the map where the stage is written, lies in it."""
        return route[:2] == ("stages", self.index)


@dataclass(frozen=True, slots=True)
class Met:
    """A touchpoint where a map uses it.

    Attributes:
        home: The map that writes it; another where the stage is taken over.
        route: Where, in that map.
        resolved: What it is there.
    """

    home: MapSubject
    route: Route
    resolved: Resolved[Touchpoint]

    def lacks(self, key: str) -> bool:
        """Whether the touchpoint has `key` where it is used or defined, but could not be read."""
        entry = self.resolved.entry
        return self.home.lacks((*self.route, key)) or (
            entry is not None and is_damaged(entry.document, (*entry.route, key))
        )


def changes_a_map(subject: MapSubject) -> bool:
    """Whether the map tells of what is to come and its baseline was found."""
    return subject.journey.state in ("transition", "future") and subject.baseline is not None


def homes(subject: MapSubject) -> list[Home]:
    """Return where each stage of a map is written; one that no baseline has stays as it is."""
    return subject.once(_homes)


def touchpoints_met(subject: MapSubject) -> list[Met]:
    """Return the touchpoints that customers meet, those of stages taken over included."""
    return subject.once(_touchpoints_met)


def held_insights(subject: MapSubject) -> frozenset[str]:
    """Return the folded ids of the insights of a map, those of stages taken over included."""
    return subject.once(_held_insights)


def written_insights(subject: MapSubject) -> frozenset[str]:
    """Return the folded ids of the insights that a map itself writes."""
    return frozenset(id for group, id in subject.ids.at if group == "insights")


def settled_insights(subject: MapSubject, *keys: str) -> frozenset[str]:
    """Return the folded ids of the insights of its baselines that a map names under `keys`.

    Args:
        subject: The map.
        keys: Of `resolves`, `defers` and `replaces`.
    """
    found = set()
    for use in baseline_uses(subject):
        if use.key in keys and use.group == "insights":
            for map in subject.baselines:
                route = use.find(map, use.reference)
                if route is not None:
                    found.add(fold(map.ids.of[route]))
                    break
    return frozenset(found)


def names_what_is_not_there(subject: MapSubject) -> bool:
    """Whether a reference to the baseline leads to nothing, so that it may mean anything."""
    return any(
        all(use.find(map, use.reference) is None for map in subject.baselines)
        for use in baseline_uses(subject)
    )


def place_for(subject: MapSubject, before: MapSubject, route: Route) -> Route:
    """Return where in `subject` to speak of what stands at `route` of its baseline `before`.

    That is the step or stage of the same id, or that says it replaces it, else the baseline's key.
    """
    for length in (4, 2):
        wanted = before.ids.of.get(route[:length]) if len(route) > length else None
        at = subject.ids.find("places", wanted) if wanted else None
        if at is None and wanted:
            at = subject.once(_replacing).get(fold(wanted))
        if at is not None:
            return at
    return ("baseline",)


def _replacing(subject: MapSubject) -> dict[str, Route]:
    found: dict[str, Route] = {}
    for use in baseline_uses(subject):
        if use.key == "replaces" and use.group == "places":
            found.setdefault(fold(use.reference), use.route[:-2])
    return found


def _homes(subject: MapSubject) -> list[Home]:
    return [
        (_from_baseline(subject, index) if stage.same else None) or Home(subject, index)
        for index, stage in enumerate(subject.journey.stages)
    ]


def _from_baseline(subject: MapSubject, index: int) -> Home | None:
    wanted = subject.ids.of["stages", index]
    for map in subject.baselines:
        route = map.references.step(wanted)
        if route is not None and len(route) == 2:
            at = int(route[1])
            if not map.journey.stages[at].same:
                return Home(map, at)
    return None


def _touchpoints_met(subject: MapSubject) -> list[Met]:
    return list(_each_touchpoint(subject))


def _each_touchpoint(subject: MapSubject) -> Iterator[Met]:
    for home in homes(subject):
        for route, item in home.subject.index.of(Touchpoint):
            if home.holds(route):
                yield Met(home.subject, route, home.subject.references.touchpoint(item))


def _held_insights(subject: MapSubject) -> frozenset[str]:
    taken = (each for each in homes(subject) if each.subject is not subject)
    return written_insights(subject) | {
        id
        for home in taken
        for (group, id), route in home.subject.ids.at.items()
        if group == "insights" and home.holds(route)
    }
