"""What the opportunities and solutions of a map answer, in words or by the place they stand at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.findings import Route
from cjm.lint.subject import MapSubject
from cjm.lint.targets import is_in_a_same_stage
from cjm.model.insight import Initiative, Insight, Opportunity, Solution


class Action(NamedTuple):
    """An opportunity or a solution, and the insights it answers.

    Attributes:
        route: Where it stands.
        item: What it says.
        answers: Routes of insights of this map, refuted ones included.
        is_elsewhere: It names something of a stage that is as the baseline has it.
        is_lost: It names something that is not there.
    """

    route: Route
    item: Initiative
    answers: tuple[Route, ...]
    is_elsewhere: bool = False
    is_lost: bool = False

    @property
    def holder(self) -> Route:
        """Route of the step or stage that it stands at; empty for the journey."""
        return self.route[:-2]

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to work on it: it is done, or dismissed."""
        return self.item.status in ("done", "dismissed")


def opportunities_of(subject: MapSubject) -> list[Action]:
    """Return the opportunities of a map."""
    return subject.once(_opportunities)


def solutions_of(subject: MapSubject) -> list[Action]:
    """Return the solutions of a map; what answers its opportunities answers their insights."""
    return subject.once(_solutions)


def insights_at(subject: MapSubject, holder: Route, key: str = "pains") -> list[Route]:
    """Return the routes of what stands under `key` at a step, or at a stage and its steps.

    Refuted ones are left out. At the journey there are none: it stands for no place.
    """
    return subject.once(_insights_by_place).get((key, holder), [])


def insights(subject: MapSubject) -> dict[Route, Insight]:
    """Return route → insight, refuted ones included."""
    return subject.once(_insights)


def _insights(subject: MapSubject) -> dict[Route, Insight]:
    return dict(subject.index.of(Insight))


def _insights_by_place(subject: MapSubject) -> dict[tuple[str, Route], list[Route]]:
    found: dict[tuple[str, Route], list[Route]] = {}
    for route, insight in insights(subject).items():
        if insight.status != "refuted":
            for place in _places(route):
                found.setdefault((str(route[-2]), place), []).append(route)
    return found


def _places(route: Route) -> tuple[Route, ...]:
    """Return the step that something stands at, and its stage; nothing for the journey."""
    return tuple(dict.fromkeys((route[:-2], route[:2]))) if len(route) > 2 else ()


def _opportunities(subject: MapSubject) -> list[Action]:
    return [_action(subject, route, item) for route, item in subject.index.of(Opportunity)]


def _action(subject: MapSubject, route: Route, item: Opportunity) -> Action:
    if not item.addresses:
        return Action(route, item, tuple(insights_at(subject, route[:-2])))
    found = [(each, subject.references.insight(each)) for each in item.addresses]
    missing = [each for each, at in found if at is None]
    elsewhere = [each for each in missing if _is_taken_over(subject, each)]
    return Action(
        route,
        item,
        tuple(at for _, at in found if at is not None),
        is_elsewhere=bool(elsewhere),
        is_lost=len(missing) > len(elsewhere),
    )


def _is_taken_over(subject: MapSubject, reference: str) -> bool:
    return is_in_a_same_stage(subject, lambda map: map.references.insight(reference))


def _solutions(subject: MapSubject) -> list[Action]:
    by_route = {each.route: each for each in opportunities_of(subject)}
    by_place: dict[Route, list[Action]] = {}
    for each in by_route.values():
        for place in _places(each.route):
            by_place.setdefault(place, []).append(each)
    found = []
    for route, item in subject.index.of(Solution):
        answered = [by_route[at] for at in _named(subject, item) if at in by_route]
        if not item.addresses:
            answered = by_place.get(route[:-2], [])
        answers = [insight for each in answered for insight in each.answers]
        answers += [at for at in map(subject.references.insight, item.addresses) if at is not None]
        found.append(Action(route, item, tuple(dict.fromkeys(answers))))
    return found


def _named(subject: MapSubject, item: Solution) -> Iterator[Route]:
    for reference in item.addresses:
        route = subject.references.opportunity(reference)
        if route is not None:
            yield route
