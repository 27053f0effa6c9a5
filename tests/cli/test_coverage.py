"""`cjm lint --coverage`: what it counts, where it writes, and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from .conftest import Run

MAP = """\
cjm: journey/1
title: Upgrading
persona: Li Na
stages:
  - name: Learn
    feeling: {level: -1, evidence: {title: Talks, method: interview, date: 2026-10-01}}
    pains: 27 plans
"""
FUTURE = MAP.replace("title: Upgrading", "title: Soon\nstate: future\nid: soon")
SCHEMA = Path(__file__).parents[2] / "schemas" / "coverage-report.schema.json"


def settings(limit: str) -> str:
    return f"cjm: workspace/1\nlint: {{settings: {{evidence.fail_under: {limit}}}}}\n"


@pytest.fixture
def write(here):

    def files(**texts: str) -> None:
        for name, text in texts.items():
            name = "cjm" if name == "settings" else name
            (here / f"{name.replace('_', '.')}.yaml").write_text(text, encoding="utf-8")

    return files


def test_the_report_takes_the_place_of_the_findings(cjm: Run, write) -> None:
    write(a_journey=MAP)

    result = cjm("lint", "--coverage", "--today", "2026-11-22")

    assert result.code == 0
    assert "Learn                      2      1   50 %" in result.out
    assert "52 d" in result.out
    assert "warning" not in result.out


@pytest.mark.parametrize(("limit", "code"), [("50", 0), ("51", 1), ("51 %", 1)])
def test_it_fails_under_what_the_settings_ask_for(cjm: Run, write, limit: str, code: int) -> None:
    write(a_journey=MAP, settings=settings(limit))

    result = cjm("lint", "--coverage")

    assert result.code == code
    assert f"{'misses' if code else 'reaches'} the {limit[:2]} %" in result.out


def test_it_does_not_fail_under_a_limit_that_nobody_set(cjm: Run, write) -> None:
    write(a_journey=MAP.replace("interview", "workshop"))

    result = cjm("lint", "--coverage")

    assert result.code == 0
    assert "misses the usual 60 %" in result.out


def test_nothing_fails_where_it_may_not(cjm: Run, write) -> None:
    write(a_journey=MAP, settings=settings("90"))

    assert cjm("lint", "--coverage", "--exit-zero").code == 0


def test_what_is_to_come_is_shown_and_not_counted(cjm: Run, write) -> None:
    write(a_journey=MAP, b_journey=FUTURE)

    document = json.loads(cjm("lint", "--coverage", "--output-format", "json").out)

    Draft202012Validator(json.loads(SCHEMA.read_bytes())).validate(document)
    assert [each["is_counted"] for each in document["workspaces"][0]["maps"]] == [True, False]
    assert document["total"]["claims"] == 2


def test_the_summary_of_lint_counts_the_same_claims(cjm: Run, write) -> None:
    write(a_journey=MAP, b_journey=FUTURE)

    told = cjm("lint", "--select", "format")

    assert "evidence behind 1 of 2 claims (50 %)" in told.out


def test_only_the_maps_that_were_named_are_counted(cjm: Run, write) -> None:
    write(a_journey=MAP, b_journey=MAP.replace("Upgrading", "Other"))

    result = cjm("lint", "--coverage", "b.journey.yaml")

    assert "in 1 journey" in result.out
    assert "a.journey.yaml" not in result.out


def test_a_diagram_has_no_claims_that_could_have_evidence(cjm: Run, write, here) -> None:
    (here / "a.mmd").write_text("journey\n  title T\n  section S\n    Pay: 1: Me\n")

    result = cjm("lint", "--coverage", "a.mmd")

    assert (result.code, result.out) == (0, "No claims that could have evidence\n")


def test_the_badge_is_written_and_written_anew(cjm: Run, write, here) -> None:
    write(a_journey=MAP)

    first = cjm("lint", "--badge", "evidence.svg")
    write(a_journey=MAP.replace("interview", "workshop"))
    second = cjm("lint", "--coverage", "--badge", "evidence.svg")

    assert (first.code, second.code) == (0, 0)
    assert "Upgrading" in first.out
    assert ">0 %</text>" in (here / "evidence.svg").read_text()


def test_a_badge_takes_the_place_of_nothing_else(cjm: Run, write, here) -> None:
    write(a_journey=MAP)
    (here / "logo.svg").write_text("<svg/>")

    result = cjm("lint", "--badge", "logo.svg")

    assert result.code == 2
    assert "'logo.svg' is there already, and cjm did not make it" in result.err
    assert (here / "logo.svg").read_text() == "<svg/>"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--coverage", "--output-format", "sarif"), "--coverage has no format 'sarif'"),
        (("--badge", "evidence.png"), "'evidence.png' does not end so"),
        (("--coverage", "nowhere"), "there is no file or folder 'nowhere'"),
    ],
)
def test_what_cannot_be_done_is_said(cjm: Run, write, asked, told) -> None:
    write(a_journey=MAP)

    result = cjm("lint", *asked)

    assert result.code == 2
    assert told in result.err


def test_in_github_actions_the_report_is_text_still(cjm: Run, write, monkeypatch) -> None:
    write(a_journey=MAP)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert "Kind of claim" in cjm("lint", "--coverage").out


def test_a_map_that_cannot_be_read_is_told_and_not_passed_over(cjm: Run, write) -> None:
    write(a_journey=MAP, b_journey="title: [\n")

    result = cjm("lint", "--coverage")

    assert result.code == 1
    assert "b.journey.yaml:" in result.err
    assert "Evidence behind 1 of 2 claims" in result.out
