from __future__ import annotations

from cjm.findings import Severity
from cjm.report.concise import lint_concise
from cjm.report.flood import FILES, held_back
from cjm.report.look import Look
from cjm.report.summary import Summary
from cjm.report.text import lint_text

from .builders import at, finding


def many(rule: str, count: int, path: str = "a.yaml"):
    return [finding(at("a: 1", "a", path=path), f"number {n}", rule=rule) for n in range(count)]


def test_of_a_rule_the_first_of_a_file_are_listed_and_the_rest_counted() -> None:
    text = lint_text([*many("flood", 1_244), *many("rare", 2)], Summary(1), Look(most=10))

    assert text.count("warning[flood]") == 10
    assert text.count("warning[rare]") == 2
    assert "\nand 1,234 more of flood, in 1 file (--all lists them)\n" in text
    assert "1246 warnings in 1 journey" in text


def test_many_files_are_no_flood_either() -> None:
    found = [each for n in range(2_000) for each in many("flood", 2, f"{n}.yaml")]

    flood = held_back(found, 10)

    assert len(flood.listed) == 10 * FILES
    assert flood.left == [("flood", 3_970, 1_985)]


def test_all_can_be_listed() -> None:
    text = lint_text(many("flood", 300), Summary(1), Look(most=0))

    assert text.count("warning[flood]") == 300
    assert "more of" not in text


def test_formats_for_programs_hold_nothing_back() -> None:
    assert lint_concise(many("flood", 300), Summary(1)).count("\n") == 300


def test_errors_are_held_back_as_all_else_is_and_counted() -> None:
    found = [
        finding(at("a: 1", "a"), f"{n}", rule="wrong-type", severity=Severity.ERROR)
        for n in range(50)
    ]

    text = lint_text(found, Summary(1), Look(quiet=True))

    assert text.endswith("and 40 more of wrong-type, in 1 file (--all lists them)\n")
