"""The curve: whose feelings, at which columns, how high."""

from __future__ import annotations

from cjm.figures.curve import FeelingLine, feeling_lines, level_of, lowest, mean_level
from tests.sheet.builders import references_of


def lines_of(text: str) -> tuple[FeelingLine, ...]:
    map, references = references_of(text)
    return feeling_lines(map.journey, references)


def points_of(line: FeelingLine) -> list[tuple[float, float]]:
    return [(reading.at, level_of(reading)) for reading in line.readings]


def test_several_feelings_of_a_step_share_its_column_in_order() -> None:
    (line,) = lines_of("title: T\nstages: [{name: A, feeling: [-1, 2]}, {name: B, feeling: 0}]")

    assert points_of(line) == [(0.25, -1), (0.75, 2), (1.5, 0)]


def test_a_label_alone_is_a_word_and_no_point() -> None:
    (line,) = lines_of("title: T\nstages: [{name: A, feeling: lost}, {name: B, feeling: 1}]")

    assert points_of(line) == [(1.5, 1)]
    assert [str(word.feeling.label) for word in line.words] == ["lost"]


def test_a_stage_s_feeling_is_on_the_curve_only_where_its_steps_have_none() -> None:
    (line,) = lines_of(
        "title: T\nstages:\n"
        "  - {name: A, feeling: -1, steps: [a, b]}\n"
        "  - {name: B, feeling: 2, steps: [c, {name: d, feeling: 1}]}\n"
    )

    assert points_of(line) == [(1.0, -1), (3.5, 1)]
    assert [(each.start, each.end, level_of(each)) for each in line.across] == [(2, 4, 2)]


def test_who_is_not_named_in_feelings_has_feeling() -> None:
    lines = lines_of(
        "title: T\npersonas: [Ana, Ben, Cy]\nstages:\n"
        "  - {name: A, feeling: -1, feelings: {Ben: 2}}\n  - {name: B, feeling: 1}\n"
    )

    assert [[str(each.name) for each in line.personas] for line in lines] == [
        ["Ana", "Cy"],
        ["Ben"],
    ]
    assert [points_of(line) for line in lines] == [[(0.5, -1), (1.5, 1)], [(0.5, 2), (1.5, 1)]]


def test_a_line_passes_only_the_steps_that_its_persona_takes() -> None:
    lines = lines_of(
        "title: T\npersonas: [Ana, Ben]\nstages:\n"
        "  - {name: A, feeling: -1, feelings: {Ben: 2}}\n"
        "  - {name: B, personas: Ana, feeling: 1}\n"
    )

    assert points_of(lines[1]) == [(0.5, 2)]


def test_the_mean_counts_each_column_once() -> None:
    lines = lines_of("title: T\nstages: [{name: A, feeling: [-2, -2, 1]}, {name: B, feeling: 1}]")

    assert mean_level(lines) == 0
    low = lowest(lines)
    assert low is not None
    assert low.at < 0.5


def test_a_map_without_feelings_has_no_lines_and_no_mean() -> None:
    lines = lines_of("title: T\nstages: [{name: A}]")

    assert lines == ()
    assert mean_level(lines) is None
    assert lowest(lines) is None


def test_a_strand_over_an_alternative_without_feeling_is_left_out() -> None:
    (line,) = lines_of(
        "title: T\nstages:\n  - name: S\n    steps:\n"
        "      - {name: a, feeling: 1, next: [b, c]}\n      - {name: b, feeling: 0}\n"
        "      - {name: c}\n      - {name: d, feeling: 2}\n"
    )

    assert line.strands == ((0, 1, 2),)
