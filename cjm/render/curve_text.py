"""A curve in words, step by step, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.sheet.sheet import Curve, Point, Sheet
from cjm.sheet.words import Vocabulary, vocabulary


def curve_text(curve: Curve, sheet: Sheet) -> list[str]:
    """Return a line for each step, or stage: "Compares plans: −2, lost; expected +1"."""
    return [text for _, text in sorted(curve_texts(curve, sheet).items())]


def curve_texts(curve: Curve, sheet: Sheet) -> dict[tuple[int, int], str]:
    """Return the same by the columns that each line speaks of: the first, and one past the last."""
    words = vocabulary(sheet.language)
    said: dict[tuple[int, int], list[str]] = {}
    for start, end, part in _parts(curve, words):
        said.setdefault((start, end), []).append(part)
    colon, semicolon = words.habits.colon, words.habits.semicolon
    return {
        (start, end): _place(sheet, start, end) + colon + semicolon.join(parts)
        for (start, end), parts in said.items()
    }


def point_text(point: Point, sheet: Sheet, name: str = "") -> str:
    """Return what one point says, and where: "Compares plans: Li Na −2, lost"."""
    words = vocabulary(sheet.language)
    told = f"{name} {_feeling(point, words)}" if name else _feeling(point, words)
    return _place(sheet, point.start, point.end) + words.habits.colon + told


def _parts(curve: Curve, words: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """Yield what each point says, with the columns that it speaks of."""
    several = len(curve.lines) > 1 or bool(curve.before)
    for line in curve.before:
        for point in line.points:
            yield point.start, point.end, f"{line.name} {_feeling(point, words)}"
    seen: set[tuple[object, ...]] = set()
    for number, line in enumerate(curve.lines):
        whose = f"{line.name} " if several and line.name else ""
        for point in line.points:
            if point.route and point.route in seen:  # shared by several personas: it is said once
                continue
            seen.add(point.route)
            yield point.start, point.end, whose + _feeling(point, words)
        for word in curve.words:
            if word.line == number:
                yield word.start, word.end, whose + word.text
    for point in curve.stages:
        yield point.start, point.end, _feeling(point, words)
    if curve.expectation is not None:
        for point in curve.expectation.points:
            yield point.start, point.end, f"{curve.expectation.name} {point.number}"


def _feeling(point: Point, words: Vocabulary) -> str:
    assumed = words.say("assumed") if point.is_assumed else ""
    return words.listed([each for each in (point.number, point.label, assumed) if each])


def _place(sheet: Sheet, start: int, end: int) -> str:
    """Return the name of the step or the stage at these columns."""
    if end - start == 1:
        return sheet.columns[start].name
    for stage in sheet.stages:
        if (stage.start, stage.end) == (start, end):
            return stage.name
    return " – ".join(sheet.columns[index].name for index in (start, end - 1))
