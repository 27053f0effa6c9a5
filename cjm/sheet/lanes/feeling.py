"""The lane of feelings: the curve, the words, what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cjm.figures.curve import FeelingLine, Reading
from cjm.sheet.details import claim_details
from cjm.sheet.sheet import Block, Curve, FeelingWord, Lane, Line, Point, Words
from cjm.sheet.view import Place, View


def feeling(view: View) -> Lane | None:
    """The curve of feelings, with the curve of expectations."""
    lines = view.feelings
    expectation = _expected_line(view)
    rows = view.rows(lambda place: _expectation_words(view, place))
    if not (lines or expectation or rows):
        return None
    alone = view.words.say("experienced") if expectation is not None else ""
    curve = Curve(
        tuple(_line(view, line, alone if len(lines) == 1 else None) for line in lines),
        tuple(
            _word(view, word, number) for number, line in enumerate(lines) for word in line.words
        ),
        expectation,
        tuple(_point(view, each) for each in _across(lines)),
    )
    return Lane("feeling", view.words.say("lane.feeling"), "", "curve", rows, curve)


def _across(lines: Sequence[FeelingLine]) -> Iterable[Reading]:
    """Return the feelings of whole stages, each once though several personas share it."""
    return {each.route: each for line in lines for each in line.across}.values()


def _line(view: View, line: FeelingLine, name: str | None) -> Line:
    points = tuple(_point(view, reading) for reading in line.readings)
    if name is None:
        name = view.words.listed([view.text(persona.name) for persona in line.personas])
    return Line(name, points, line.strands, view.whose(line.personas))


def _point(view: View, reading: Reading) -> Point:
    level = reading.feeling.level or 0.0
    label, language = view.said(reading.feeling.label)
    return Point(
        reading.at, reading.start, reading.end, level, view.words.level(level), label,
        reading.basis, reading.route, language, claim_details(view, reading.feeling),
    )  # fmt: skip


def _word(view: View, reading: Reading, line: int) -> FeelingWord:
    text, language = view.said(reading.feeling.label)
    return FeelingWord(
        reading.at, reading.start, reading.end, text, line, reading.basis, reading.route, language
    )


def _expected_line(view: View) -> Line | None:
    """Return what was expected as one line: over alternatives too, lest its dashes run together.

    It is broken where a column says nothing: nobody knows what was expected there.
    """
    points = tuple(sorted(_expected(view), key=lambda point: point.at))
    if not points:
        return None
    strands: list[tuple[int, ...]] = [(0,)]
    for index, (before, point) in enumerate(pairwise(points), start=1):
        if before.end == point.start:
            strands[-1] += (index,)
        else:
            strands.append((index,))
    return Line(view.words.say("expected"), points, tuple(strands))


def _expected(view: View) -> Iterator[Point]:
    """Yield the expected levels; a stage's where none of its steps has one."""
    places = [place for place in view.places if place.route]
    taken: set[int] = set()
    for place in sorted(places, key=lambda place: place.end - place.start):
        expectation = place.get("expectation")
        if expectation is None or expectation.level is None:
            continue
        span = range(place.start, place.end)
        if taken.isdisjoint(span):
            taken.update(span)
            text, language = view.said(expectation.text)
            yield Point(
                (place.start + place.end) / 2, place.start, place.end, expectation.level,
                view.words.level(expectation.level), text, "", place.at("expectation"), language,
            )  # fmt: skip


def _expectation_words(view: View, place: Place) -> Iterator[Block]:
    expectation = place.get("expectation")
    if expectation and expectation.text is not None:
        text, language = view.said(expectation.text)
        yield Words(
            text, view.words.say("expected"), basis=view.basis(expectation),
            route=place.at("expectation"), language=language,
            more=claim_details(view, expectation),
        )  # fmt: skip
