from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.findings import Finding, Severity
from cjm.report.checkout import Checkout
from cjm.report.github import SHOWN, lint_github
from cjm.report.look import Look
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings
from .strategies import findings

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_the_report_as_a_whole(golden) -> None:
    golden("upgrade.github.txt", lint_github(upgrade_findings(), Summary(3), Look(notes=True)))


@settings(deadline=None)
@given(st.lists(findings(), max_size=4))
def test_hostile_text_begins_no_command_and_changes_none(found: list[Finding]) -> None:
    text = lint_github(found, Summary(1), Look(notes=True))

    lines = text.split("\n")[: len(found)]
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match
        assert [each.partition("=")[0] for each in match[2].split(",")][:2] == ["file", "line"]
        assert set(re.findall("%(..)", match[2] + match[3])) <= {"25", "0A", "3A", "2C"}
    assert not any(line.lstrip().startswith("::") for line in text.split("\n")[len(found) :])


@pytest.mark.parametrize(
    ("path", "spelt"),
    [
        ("a,line=9::b.yaml", "file=a%2Cline=9%3A%3Ab.yaml,"),
        ("50%.yaml", "file=50%25.yaml,"),
        ("旅 程.yaml", "file=旅 程.yaml,"),
        ("a\n::error::b.yaml", "file=a⏎%3A%3Aerror%3A%3Ab.yaml,"),
    ],
)
def test_a_path_is_escaped_as_a_property(path: str, spelt: str) -> None:
    text = lint_github([finding(at("a: 1", "a", path=path))], Summary(1))

    assert spelt in text.split("\n")[0]


def test_a_message_keeps_its_per_cent_and_colons() -> None:
    text = lint_github([finding(at("a: 1", "a"), "80 %0A of ::set-output::")], Summary(1))

    assert "80 %250A of ::set-output::" in text
    assert text.count("\n::") == 0


def test_of_a_kind_ten_are_annotations_and_the_rest_is_told() -> None:
    place = at("a: 1", "a")
    many = [finding(place, f"number {number:02}", rule="many") for number in range(30)]
    few = [finding(place, "a rare one", rule="rare"), finding(place, "e", severity=Severity.ERROR)]

    lines = lint_github([*many, *few], Summary(1)).splitlines()

    warnings = [line for line in lines if line.startswith("::warning")]
    assert len(warnings) == SHOWN
    assert sum("a rare one" in line for line in warnings) == 1
    assert sum(line.startswith("::error") for line in lines) == 1
    assert sum("number" in line for line in lines) == 30
    assert "11 of 32 findings are annotations: GitHub shows 10 of a kind for a step" in lines


def test_a_place_of_several_lines_has_no_columns() -> None:
    text = lint_github([finding(at("a: |\n  b\n  c\n", "b\n  c"))], Summary(1))

    assert "line=2,endLine=3,title" in text


def test_the_last_column_is_the_last_character() -> None:
    text = lint_github([finding(at("abc: 1", "abc"))], Summary(1))

    assert ",col=1,endColumn=3,endLine=1," in text


def test_paths_begin_at_the_top_of_the_repository() -> None:
    found = [finding(at("a: 1", "a", path=path)) for path in ("x.yaml", "../y.yaml", "/top/z.yaml")]

    text = lint_github(found, Summary(1, checkout=Checkout("maps", "/top")))

    assert re.findall("file=([^,]*),", text) == ["y.yaml", "z.yaml", "maps/x.yaml"]
