from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.findings import Finding, Place, Position, Severity, Span
from cjm.report.columns import columns
from cjm.report.look import Look
from cjm.report.summary import Summary
from cjm.report.text import lint_text

from .builders import MAP, at, finding, upgrade_findings
from .strategies import findings

NOTES = Look(notes=True)
COLOR = Look(notes=True, color=True)


def quoted(item: Finding, look: Look = NOTES) -> list[str]:
    """The lines that the report quotes, with their underlines."""
    lines = lint_text([item], Summary(1), look).split("\n")
    return [line for line in lines if re.match(r" *[\d…]* \|", line)]


def under_caret(lines: list[str], sign: str = "^") -> str:
    """What stands above the carets, by columns of a terminal."""
    index = next(i for i, line in enumerate(lines) if re.match(rf" *\| +\{sign}", line))
    first = lines[index].index(sign)
    count = len(re.findall(rf"\{sign}+", lines[index])[0])
    cells: list[str] = []
    for char in lines[index - 1]:
        if columns(char) == 0:
            cells[-1] += char
        else:
            cells += [char, *[""] * (columns(char) - 1)]
    return "".join(cells[first : first + count])


def test_each_finding_shows_its_lines_and_what_to_do(golden) -> None:
    text = lint_text(upgrade_findings(), Summary(3, (52, 61)))

    golden("upgrade.txt", text)


def test_notes_are_listed_on_request(golden) -> None:
    text = lint_text(upgrade_findings(), Summary(3, (52, 61), skipped=12), NOTES)

    golden("upgrade-notes.txt", text)


def test_colour_changes_nothing_but_colour() -> None:
    plain = lint_text(upgrade_findings(), Summary(3, (52, 61)), NOTES)

    colored = lint_text(upgrade_findings(), Summary(3, (52, 61)), COLOR)

    assert colored != plain
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_carets_stand_under_wide_characters() -> None:
    text = "name: 比较套餐, 価格を比べる, 요금 비교\n"

    lines = quoted(finding(at(text, "価格を比べる")))

    assert under_caret(lines) == "価格を比べる"


def test_carets_pass_over_combining_marks() -> None:
    text = "name: cafe\u0301 e\u0301te\u0301 here\n"

    lines = quoted(finding(at(text, "here")))

    assert under_caret(lines) == "here"


def test_an_emoji_of_several_code_points_counts_once() -> None:
    lines = quoted(finding(at("👩\u200d💻 👍🏽 here\n", "here")))

    assert lines[-1] == "  |       ^^^^"


def test_a_long_line_is_not_cut_inside_an_emoji() -> None:
    text = "👩\u200d💻" * 200 + "needle"

    lines = quoted(finding(at(text, "needle")))

    assert lines[1].startswith("1 | …👩\u200d💻👩")
    assert max(map(columns, lines)) <= 160


def test_tabs_become_blanks_and_carets_follow() -> None:
    text = "\tkey:\tvalue\n"

    lines = quoted(finding(at(text, "value")))

    assert lines[1] == "1 |     key:    value"
    assert under_caret(lines) == "value"


def test_a_tab_that_is_meant_is_underlined_as_far_as_it_reaches() -> None:
    lines = quoted(finding(at("a:\n\tb: 1\n", "\t")))

    assert lines[-1] == "  | ^^^^"


def test_an_escape_sequence_is_spelt_out_and_underlined() -> None:
    lines = quoted(finding(at("title: \x1b[31m red\n", "\x1b")))

    assert under_caret(lines) == "\\x1b"


@pytest.mark.parametrize("before", [0, 100, 500, 3000, 200_000])
@pytest.mark.parametrize("after", [0, 300, 200_000])
@pytest.mark.parametrize("filler", ["x", "长", "e\u0301", "\x1b"])
def test_a_long_line_is_cut_around_the_caret(before: int, after: int, filler: str) -> None:
    text = f"{filler * (before // len(filler))}needle{filler * (after // len(filler))}"

    lines = quoted(finding(at(text, "needle", label="this one")))

    assert under_caret(lines) == "needle"
    assert max(map(columns, lines)) <= 160


def test_a_cut_line_says_so_at_both_ends(golden) -> None:
    text = " ".join(f"word{number}" for number in range(300))
    neighbours = f"short\n{text}\n{'一二三四五六七八九十' * 30}\n"

    report = lint_text([finding(at(neighbours, "word150", label="here"))], Summary(1))

    golden("long-lines.txt", report)


def test_a_label_with_no_room_beside_the_underline_stands_below() -> None:
    text = "x" * 150

    lines = quoted(finding(at(text, text, label="far too long a label")))

    assert lines[-2] == f"  | {'^' * 150}"
    assert lines[-1].endswith(" far too long a label")
    assert columns(lines[-1]) <= 160


def test_a_stretch_over_lines_is_underlined_to_the_end_of_the_first() -> None:
    lines = quoted(finding(at(MAP, "stages:\n  - name: Learn")))

    assert under_caret(lines) == "stages:"


def test_an_empty_stretch_after_the_last_character_has_one_caret() -> None:
    end = Position(1, 6, 5)

    lines = quoted(finding(Place("a.yaml", Span(end, end), ((1, "ab: c"),))))

    assert lines == ["  |", "1 | ab: c", "  |      ^"]


def test_empty_lines_at_the_edge_are_not_quoted() -> None:
    text = "\nstate: current\n   \n"

    lines = quoted(finding(at(text, "current")))

    assert lines == ["  |", "2 | state: current", "  |        ^^^^^^^"]


def test_a_finding_without_lines_still_has_its_address_and_help() -> None:
    start = Position(1, 1, 0)
    item = finding(Place("a.yaml", Span(start, start)), "cannot be read", help="make it a file")

    text = lint_text([item], Summary(0))

    assert text.startswith(
        "a.yaml:1:1: warning[some-rule]: cannot be read\n  = help: make it a file\n"
    )


def test_a_related_place_on_the_same_line_has_its_own_underline() -> None:
    text = "{feeling: -2, expectation: 1}"
    related = (at(text, "1", label="expected"),)

    lines = quoted(finding(at(text, "-2", label="experienced"), related=related))

    assert lines[2:] == [
        "  |           ^^ experienced",
        "  |                            - expected",
    ]


def test_a_gap_between_quoted_lines_is_marked() -> None:
    text = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n"
    related = (at(text, "e", around=0),)

    lines = quoted(finding(at(text, "a", around=1), related=related))

    assert lines == ["  |", "1 | a: 1", "  | ^", "2 | b: 2", "… |", "5 | e: 5", "  | -"]


def test_a_far_place_without_lines_is_named_with_its_label() -> None:
    start = Position(7, 2, 90)
    far = Place("b.mmd", Span(start, start), (), "first seen here")

    text = lint_text([finding(at("a: 1", "a"), related=(far,))], Summary(1))

    assert "\n --> b.mmd:7:2: first seen here\n" in text


@pytest.mark.parametrize(
    "path", ["::error::x.yaml", " ::error::x", "\u200e::error::", ":", "\n::stop-commands::x"]
)
def test_no_path_begins_a_workflow_command(path: str) -> None:
    item = finding(at("a: 1", "a", path=path), related=(at("b: 2", "b", path=path + "x"),))

    text = lint_text([item], Summary(1))

    assert not re.search(r"(?m)^[\s\u200e]*::", text)


def test_markup_of_terminals_and_libraries_is_just_text() -> None:
    text = "title: '[link=https://example.org]x[/link] [/] :smile: {{ 7*7 }} %s'"
    item = finding(at(text, "title"), "title '[bold]x[/]' is :cut:")

    report = lint_text([item], Summary(1))

    assert text in report
    assert "title '[bold]x[/]' is :cut:" in report


@given(st.lists(findings(), max_size=3))
def test_nothing_that_a_map_holds_reaches_the_terminal_raw(found: list[Finding]) -> None:
    text = lint_text(found, Summary(1), NOTES)

    lines = text.split("\n")
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in "".join(lines))
    assert [line for line in lines if line != line.rstrip()] == []
    assert not re.search("[\u202a-\u202e\u2066-\u2069]|##\\w*\\[", text)


@given(st.lists(findings(), max_size=3))
def test_every_finding_appears_once(found: list[Finding]) -> None:
    text = lint_text(found, Summary(1), NOTES)

    heads = re.findall(r"(?m):(\d+:\d+): (\w+\[[a-z-]+\]):", text)
    expected = [
        (f"{f.place.start.line}:{f.place.start.column}", f"{f.severity.word}[{f.rule}]")
        for f in sorted(found, key=lambda f: f.order)
    ]
    assert [head for head in heads if head in expected] == expected


@given(findings())
def test_no_quoted_line_is_wider_than_asked(item: Finding) -> None:
    lines = quoted(item, Look(notes=True, width=60))

    assert all(columns(line) <= 60 for line in lines)


def test_what_is_hidden_is_not_reported_as_shown() -> None:
    item = finding(at("a: 1", "a"), severity=Severity.NOTE)

    text = lint_text([item], Summary(2))

    assert text == "All 2 journeys are clean · 1 note (--notes)\n"


def test_a_plain_report_does_not_load_rich() -> None:
    code = "import sys, cjm.report.formats; print({'rich', 'json', 'pydantic'} & {*sys.modules})"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
