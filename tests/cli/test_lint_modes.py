"""What `cjm lint` shows besides its findings, and what it leaves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_map

MISTAKE = "cjm: journey/1\ntitle: T\npersona: P\nstages: [{name: A, stps: []}]\n"


def test_quiet_lists_errors_only_and_sums_nothing_up(cjm: Run, here: Path) -> None:
    write_map(here)
    clean = cjm("lint", "--quiet")
    (here / "b.journey.yaml").write_text(MISTAKE)

    wrong = cjm("lint", "-q", "--output-format", "concise")

    assert (clean.code, clean.out) == (0, "")
    assert wrong.code == 1
    assert [line.partition(" ")[2][:18] for line in wrong.out.splitlines()] == [
        "error[unknown-key]"
    ]


def test_exit_zero_changes_the_exit_code_of_findings_and_of_nothing_else(
    cjm: Run, here: Path
) -> None:
    (here / "b.journey.yaml").write_text(MISTAKE)

    plain, zero = cjm("lint"), cjm("lint", "--exit-zero")

    assert (plain.code, zero.code) == (1, 0)
    assert plain.out == zero.out
    assert cjm("lint", "--exit-zero", "nowhere").code == 2


def test_statistics_count_by_rule(cjm: Run, here: Path) -> None:
    write_map(here, "a")
    write_map(here, "b")

    text = cjm("lint", "--statistics")
    report = json.loads(cjm("lint", "--statistics", "--output-format", "json").out)

    assert "2  warning  missing-business-goal" in text.out
    assert "journey.yaml" not in text.out
    counted = {each["rule"]: each["count"] for each in report["rules"]}
    assert counted["missing-business-goal"] == 2


def test_statistics_of_a_format_that_has_none_are_refused(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("lint", "--statistics", "--output-format", "sarif")

    assert (result.code, result.err.splitlines()[1]) == (2, "help: choose text or json")


def test_statistics_in_github_actions_are_text(installed: Run, here: Path) -> None:
    write_map(here)

    result = installed("lint", "--statistics", env={"GITHUB_ACTIONS": "true"})

    assert result.code == 0
    assert "1  warning  missing-business-goal" in result.out


def test_all_lists_what_would_be_counted(cjm: Run, here: Path) -> None:
    steps = "\n".join(f"      - {{name: S{n}, stp{n}: x}}" for n in range(40))
    (here / "a.journey.yaml").write_text(
        f"cjm: journey/1\ntitle: T\npersona: P\nstages:\n  - name: A\n    steps:\n{steps}\n"
    )

    usual, everything = cjm("lint"), cjm("lint", "--all")

    assert usual.out.count("error[unknown-key]") == 10
    assert "and 30 more of unknown-key, in 1 file (--all lists them)" in usual.out
    assert everything.out.count("error[unknown-key]") == 40


def test_settings_say_what_holds_and_why(cjm: Run, here: Path) -> None:
    write_map(here / "drafts", "a")
    write_map(here, "b")
    (here / "cjm.yaml").write_text(
        "cjm: workspace/1\nlint:\n  profile: strict\n  settings: {stages.max: 12}\n"
        "  severity: {missing-scope: error}\n  per_path:\n    drafts/**: {ignore: structure}\n"
    )

    text = cjm("lint", "--show-settings").out
    one = cjm("lint", "--show-settings", "drafts", "--profile", "sketch").out
    report = json.loads(cjm("lint", "--show-settings", "--output-format", "json").out)

    by_path = {each["path"]: each for each in report["files"]}
    assert text.startswith("b.journey.yaml\n  profile   strict (lint.profile in cjm.yaml)\n")
    assert "profile   sketch (--profile)" in one
    assert "\nb.journey.yaml" not in one
    assert by_path["b.journey.yaml"]["rules"]["missing-scope"] == {
        "severity": "error", "origin": "severity in cjm.yaml",
    }  # fmt: skip
    assert by_path["drafts/a.journey.yaml"]["rules"]["missing-state"] == {
        "severity": "off", "origin": "ignored by per-path 'drafts/**'",
    }  # fmt: skip
    assert by_path["b.journey.yaml"]["thresholds"]["stages.max"] == {
        "value": 12,
        "origin": "settings",
    }


@pytest.mark.parametrize("words", [("--select", "missing-stat"), ("--profile", "stric")])
def test_settings_of_a_rule_that_does_not_exist_are_a_usage_error(
    cjm: Run, here: Path, words: tuple[str, str]
) -> None:
    write_map(here)

    assert cjm("lint", "--show-settings", *words).code == 2


def test_settings_without_a_map_say_so(cjm: Run, here: Path) -> None:
    assert "no journey map found here" in cjm("lint", "--show-settings").err
