"""What can be said of one map in numbers, whatever it is compared with."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cjm.diff.side import Side
from cjm.diff.steps import channels_of, departments_of, touchpoints_of
from cjm.figures.curve import (
    FeelingLine,
    Reading,
    columns_taken,
    feeling_lines,
    level_of,
    lowest,
    mean_level,
)
from cjm.findings import Route
from cjm.model.walk import insights


@dataclass(frozen=True, eq=False)
class Totals:
    """The numbers of one map.

    Attributes:
        side: The map.
        stages: How many stages.
        steps: How many columns: steps, and stages that have none.
        touchpoints: How many touchpoints are in use.
        channels: How many channels they run in.
        departments: How many departments answer for them.
        handoffs: How often one step and the next share no channel.
        wait: Seconds spent waiting; `None` where nothing says.
        pains: Routes of the pains, refuted ones left out.
    """

    side: Side
    stages: int
    steps: int
    touchpoints: int
    channels: int
    departments: int
    handoffs: int
    wait: float | None
    pains: tuple[Route, ...]

    @cached_property
    def lines(self) -> tuple[FeelingLine, ...]:
        """How the personas feel."""
        return feeling_lines(self.side.journey, self.side.references)

    @cached_property
    def mean(self) -> float | None:
        """Mean feeling over the map, −2…+2."""
        return mean_level(self.lines)

    @cached_property
    def lowest(self) -> Reading | None:
        """The lowest feeling."""
        return lowest(self.lines)

    @cached_property
    def peak(self) -> Reading | None:
        """The highest feeling, the leftmost of several."""
        readings = [reading for line in self.lines for reading in line.readings]
        return max(readings, key=lambda each: (level_of(each), -each.at), default=None)

    @cached_property
    def ending(self) -> float | None:
        """The feeling at the last step that has one, the mean of the personas'."""
        last = max((each.end for line in self.lines for each in line.readings), default=None)
        if last is None:
            return None
        return _mean(level_of(each) for line in self.lines for each in line.readings
                     if each.end == last)  # fmt: skip

    @cached_property
    def levels(self) -> dict[Route, float]:
        """Step → mean feeling there, −2…+2; steps without a number are left out."""
        felt: dict[int, list[float]] = {}
        for line in self.lines:
            for reading in line.readings:
                for column in range(reading.start, reading.end):
                    felt.setdefault(column, []).append(level_of(reading))
        return {
            column.route: sum(felt[column.index]) / len(felt[column.index])
            for column in self.side.columns
            if column.index in felt
        }

    @cached_property
    def persona_means(self) -> dict[str, float]:
        """Name of each persona that feels in its own way → mean feeling; `""` where there is none."""
        found: dict[str, float] = {}
        for line in self.lines:
            for persona in line.personas:
                mean = mean_level([self._own(line, persona.key)])
                if mean is not None:
                    found[persona.name.in_language(self.side.language)] = mean
            if not line.personas:
                mean = mean_level([line])
                if mean is not None:
                    found[""] = mean
        return found

    def _own(self, line: FeelingLine, persona: str) -> FeelingLine:
        """Return what one of those who share a line feels: at the steps that are theirs."""
        taken = columns_taken(self.side.columns, {persona}, self.side.references)
        readings = (
            each for each in line.readings if not taken.isdisjoint(range(each.start, each.end))
        )
        return line._replace(readings=tuple(readings))

    def mean_of(self, routes: Iterable[Route]) -> float | None:
        """Return the mean feeling over some steps."""
        return _mean(self.levels[route] for route in routes if route in self.levels)

    def least_of(self, routes: Iterable[Route]) -> float | None:
        """Return the lowest feeling of anyone at some steps."""
        return min((self._least[route] for route in routes if route in self._least), default=None)

    @cached_property
    def _least(self) -> dict[Route, float]:
        """Step → lowest feeling of anyone there."""
        columns = self.side.columns
        found: dict[Route, float] = {}
        for line in self.lines:
            for reading in line.readings:
                for column in columns[reading.start : reading.end]:
                    level = level_of(reading)
                    found[column.route] = min(level, found.get(column.route, level))
        return found


def totals_of(side: Side) -> Totals:
    """Return the numbers of one map."""
    columns = [column.route for column in side.columns]
    stages = [("stages", index) for index in range(len(side.journey.stages))]
    every = list(dict.fromkeys([*columns, *stages]))
    waits = [step.wait.seconds for step in map(side.item, every) if step.wait is not None]
    met = [frozenset(channels_of(side, [route])) for route in columns]
    pairs = itertools.pairwise(met)
    return Totals(
        side,
        stages=len(stages),
        steps=len(columns),
        touchpoints=len(touchpoints_of(side, every)),
        channels=len(channels_of(side, every)),
        departments=len(departments_of(side, touchpoints_of(side, every))),
        handoffs=sum(bool(a and b and a.isdisjoint(b)) for a, b in pairs),
        wait=sum(waits) if waits else None,
        pains=tuple(
            route for route, _, each in insights(side.journey, "pains") if each.status != "refuted"
        ),
    )


def _mean(levels: Iterable[float]) -> float | None:
    found = list(levels)
    return sum(found) / len(found) if found else None
