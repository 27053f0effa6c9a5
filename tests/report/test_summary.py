from __future__ import annotations

import pytest

from cjm.findings import Edit, Fix, Severity
from cjm.report.look import Look
from cjm.report.summary import Summary, percent, summary_lines

from .builders import at, finding

PLACE = at("a: 1", "a")
ERROR = finding(PLACE, rule="bad", severity=Severity.ERROR)
WARNING = finding(PLACE, rule="odd", severity=Severity.WARNING)
NOTE = finding(PLACE, rule="quiet", severity=Severity.NOTE)
FIXABLE = finding(PLACE, rule="odd", fix=Fix("mend", (Edit("a", PLACE.span, ""),)))
UNSAFE = finding(PLACE, rule="odd", fix=Fix("mend", (), safe=False))


@pytest.mark.parametrize(
    ("found", "journeys", "line"),
    [
        ([], 0, "No journey here, and nothing is wrong"),
        ([], 1, "The journey is clean"),
        ([], 3, "All 3 journeys are clean"),
        ([NOTE], 3, "All 3 journeys are clean · 1 note (--notes)"),
        ([WARNING], 1, "1 warning in 1 journey"),
        ([ERROR, ERROR], 2, "2 errors in 2 journeys"),
        ([ERROR, WARNING], 0, "1 error and 1 warning"),
        ([ERROR, WARNING, NOTE, NOTE], 3, "1 error, 1 warning and 2 notes (--notes) in 3 journeys"),
    ],
)
def test_the_first_line_counts(found: list, journeys: int, line: str) -> None:
    lines = list(summary_lines(found, Summary(journeys), Look()))

    assert lines[0] == line


def test_listed_notes_need_no_hint() -> None:
    lines = list(summary_lines([NOTE], Summary(1), Look(notes=True)))

    assert lines == ["The journey is clean · 1 note", "`cjm explain quiet` says why it matters"]


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        (None, ""),
        ((0, 0), ""),
        ((1, 1), " · evidence behind 1 of 1 claim"),
        ((61, 61), " · evidence behind 61 of 61 claims"),
        ((52, 61), " · evidence behind 52 of 61 claims (85 %)"),
        ((0, 4), " · evidence behind 0 of 4 claims (0 %)"),
    ],
)
def test_coverage_is_told_where_it_was_counted(
    coverage: tuple[int, int] | None, words: str
) -> None:
    lines = list(summary_lines([], Summary(3, coverage), Look()))

    assert lines == [f"All 3 journeys are clean{words}"]


def test_skipped_files_are_counted() -> None:
    lines = list(summary_lines([], Summary(3, skipped=1), Look()))

    assert lines == ["All 3 journeys are clean · 1 other file skipped"]


def test_the_worst_rule_is_the_one_to_read_about() -> None:
    lines = list(summary_lines([NOTE, WARNING, ERROR], Summary(1), Look()))

    assert lines[1] == "`cjm explain bad` says why it matters"


def test_safe_fixes_are_offered_apart_from_guesses() -> None:
    lines = list(summary_lines([FIXABLE, UNSAFE], Summary(1), Look()))

    assert lines[1] == (
        "`cjm explain odd` says why it matters · "
        "1 can be fixed with --fix, 1 more with --unsafe-fixes"
    )


def test_a_guess_alone_needs_both_options() -> None:
    lines = list(summary_lines([UNSAFE], Summary(1), Look()))

    assert lines[1].endswith(" · 1 can be fixed with --fix --unsafe-fixes")


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(0, 9, 0), (1, 1000, 1), (7, 8, 88), (999, 1000, 99), (9, 9, 100), (1, 200, 1)],
)
def test_no_share_rounds_to_none_or_all(part: int, whole: int, share: int) -> None:
    assert percent(part, whole) == share
