"""How customers feel from column to column: the curve, one line or one for each persona."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from cjm.figures.basis import basis_of
from cjm.figures.paths import Path, paths_through
from cjm.findings import Route
from cjm.model.insight import Feeling
from cjm.model.journey import Journey
from cjm.model.persona import Persona
from cjm.model.stage import Content
from cjm.model.walk import Column, columns
from cjm.workspace.references import References, Resolved


class Reading(NamedTuple):
    """One feeling, where it stands.

    Attributes:
        at: 2.5 is the middle of column 2; several feelings of a step share its column.
        start: First column that it speaks of.
        end: One past the last.
        feeling: The feeling; without a level it is a word and no point.
        basis: One of `BASES`.
        route: Of the feeling.
    """

    at: float
    start: int
    end: int
    feeling: Feeling
    basis: str
    route: Route


class FeelingLine(NamedTuple):
    """How some personas feel.

    Attributes:
        personas: Who; empty where the journey has none.
        readings: Those with a level, from left to right.
        words: Those with a label alone.
        strands: Paths through `readings`, by index; the first is the main one.
        across: Feelings of whole stages whose steps have feelings of their own.
    """

    personas: tuple[Resolved[Persona], ...]
    readings: tuple[Reading, ...]
    words: tuple[Reading, ...]
    strands: tuple[Path, ...]
    across: tuple[Reading, ...]


def feeling_lines(journey: Journey, references: References) -> tuple[FeelingLine, ...]:
    """Return the lines of the curve: one, or one for each group of personas who feel alike.

    Who is not named in any `feelings` has `feeling`; the line of those who have it comes first.
    Lines without any feeling are left out.
    """
    placed = columns(journey)
    groups = _groups(journey, placed, references)
    lines = (_line(tuple(group), keys, placed, references) for keys, group in groups.items())
    return tuple(line for line in lines if line.readings or line.words)


def mean_level(lines: Iterable[FeelingLine]) -> float | None:
    """Return the mean of the columns' means, −2…+2; `None` where no feeling has a level."""
    by_place: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        for reading in line.readings:
            by_place.setdefault((reading.start, reading.end), []).append(level_of(reading))
    means = [sum(levels) / len(levels) for levels in by_place.values()]
    return sum(means) / len(means) if means else None


def mean_felt(feelings: Iterable[Feeling]) -> float | None:
    """Return the mean of the levels of some feelings; `None` where none is a number."""
    levels = [each.level for each in feelings if each.level is not None]
    return sum(levels) / len(levels) if levels else None


def lowest(lines: Iterable[FeelingLine]) -> Reading | None:
    """Return the lowest reading, the leftmost of several."""
    readings = [reading for line in lines for reading in line.readings]
    return min(readings, key=lambda reading: (level_of(reading), reading.at), default=None)


def level_of(reading: Reading) -> float:
    """Return the level of a reading that has one."""
    assert reading.feeling.level is not None, "words have no level"
    return reading.feeling.level


def strands(spans: Sequence[tuple[int, int]], paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return paths through columns as paths through what stands at `spans`, by index.

    A further path is left out where nothing stands at the columns that it alone passes.
    """
    found: list[Path] = []
    seen: set[int] = set()
    for path in paths:
        passed = set(path)
        strand = tuple(
            index for index, span in enumerate(spans) if not passed.isdisjoint(range(*span))
        )
        own = {column for index in strand for column in range(*spans[index])} & passed - seen
        if strand and (not found or (own and len(strand) > 1)):
            found.append(strand)
        seen |= passed
    return tuple(found)


_Keys = frozenset[str]


def _groups(
    journey: Journey, placed: Sequence[Column], references: References
) -> dict[_Keys, list[Resolved[Persona]]]:
    """Return keys in `feelings` that stand for a line → its personas; the main line first."""
    named: dict[str, Resolved[Persona]] = {}
    for content in (*(column.step for column in placed), *journey.stages):
        for name in content.feelings or ():
            resolved = references.persona_named(name)
            named.setdefault(resolved.key, resolved)
    everyone = [references.persona(persona) for persona in journey.personas]
    groups: dict[_Keys, list[Resolved[Persona]]] = {}
    rest = [persona for persona in everyone if persona.key not in named]
    if rest or not everyone:
        groups[frozenset()] = rest
    for persona in everyone:
        if persona.key in named:
            groups[frozenset((persona.key,))] = [persona]
    for key, persona in named.items():
        groups.setdefault(frozenset((key,)), [persona])
    return groups


def _line(
    personas: tuple[Resolved[Persona], ...],
    keys: _Keys,
    placed: Sequence[Column],
    references: References,
) -> FeelingLine:
    wanted = keys or {persona.key for persona in personas}
    taken = columns_taken(placed, wanted, references)
    paths = paths_through(placed, references, taken)
    readings = [
        reading
        for column in placed
        if column.index in taken
        for reading in _read(column.route, column.step, column.index, column.index + 1,
                             keys, references)
    ]  # fmt: skip
    felt = {reading.start for reading in readings}
    across: list[Reading] = []
    for start, end, column in _stages_with_steps(placed):
        found = list(_read(column.stage_route, column.stage, start, end, keys, references))
        if felt.isdisjoint(range(start, end)):
            readings += found
        else:
            across += found
    readings.sort(key=lambda reading: reading.at)
    points = tuple(each for each in readings if each.feeling.level is not None)
    return FeelingLine(
        personas,
        points,
        tuple(each for each in readings if each.feeling.level is None),
        strands([(each.start, each.end) for each in points], paths),
        tuple(each for each in across if each.feeling.level is not None),
    )


def columns_taken(
    placed: Sequence[Column], personas: Collection[str], references: References
) -> set[int]:
    """Return the indexes of the columns that one of `personas`, by their keys, takes."""
    return {column.index for column in placed if _takes(column.step, personas, references)}


def _takes(step: Content, wanted: Iterable[str], references: References) -> bool:
    """Whether one of the personas takes the step; all do where it names none."""
    if not step.personas or not wanted:
        return True
    return any(references.persona(persona).key in wanted for persona in step.personas)


def _read(
    route: Route, content: Content, start: int, end: int, keys: _Keys, references: References
) -> Iterator[Reading]:
    at, felt = _felt(route, content, keys, references)
    for index, feeling in enumerate(felt):
        middle = start + (end - start) * (index + 0.5) / len(felt)
        yield Reading(middle, start, end, feeling, basis_of(feeling, references), (*at, index))


def _felt(
    route: Route, content: Content, keys: _Keys, references: References
) -> tuple[Route, tuple[Feeling, ...]]:
    for name, felt in (content.feelings or {}).items() if keys else ():
        if references.persona_named(name).key in keys:
            return (*route, "feelings", name), felt
    return (*route, "feeling"), content.feeling


def _stages_with_steps(placed: Sequence[Column]) -> Iterator[tuple[int, int, Column]]:
    start = 0
    for column in placed:
        if column.is_implicit:
            start = column.index + 1
        elif column.index + 1 == start + len(column.stage.steps):
            yield start, column.index + 1, column
            start = column.index + 1
