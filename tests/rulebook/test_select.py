"""Which rules run on which file, and how bad what they find is."""

from __future__ import annotations

import pytest

from cjm.findings import Severity
from cjm.lint import RULES
from cjm.rulebook import Choice, Selection

PATH = "maps/a.journey.yaml"


def severity(rule: str, *, profile: str = "standard", path: str = PATH, **choices: object):
    selection = Selection(RULES, **choices)
    return selection.severities(path, profile, None).get(rule, Severity.OFF)


def test_what_is_selected_is_all_that_runs():
    choice = Choice(select=("persona",))

    assert severity("missing-persona", workspace=choice) is Severity.ERROR
    assert severity("missing-state", workspace=choice) is Severity.OFF


def test_what_is_ignored_does_not_run():
    assert severity("missing-state", workspace=Choice(ignore=("missing-state",))) is Severity.OFF
    assert severity("missing-state", workspace=Choice(ignore=("structure",))) is Severity.OFF


def test_a_rule_selected_by_name_survives_its_ignored_category():
    choice = Choice(select=("missing-state",), ignore=("structure",))

    assert severity("missing-state", workspace=choice) is Severity.WARNING


def test_a_rule_selected_by_name_runs_though_the_profile_has_it_off():
    asked = Choice(select=("derived-id",))

    assert severity("derived-id", asked=asked) is Severity.NOTE


def test_the_command_line_takes_the_place_of_what_the_workspace_selects():
    workspace, asked = Choice(select=("persona",)), Choice(select=("structure",))

    assert severity("missing-state", workspace=workspace, asked=asked) is Severity.WARNING
    assert severity("missing-persona", workspace=workspace, asked=asked) is Severity.OFF


def test_what_the_command_line_ignores_is_ignored_beside_the_rest():
    workspace, asked = Choice(ignore=("missing-state",)), Choice(ignore=("missing-scope",))

    assert severity("missing-state", workspace=workspace, asked=asked) is Severity.OFF
    assert severity("missing-scope", workspace=workspace, asked=asked) is Severity.OFF


def test_what_is_asked_for_by_name_runs_though_the_workspace_ignores_it():
    workspace, asked = Choice(ignore=("missing-state",)), Choice(select=("missing-state",))

    assert severity("missing-state", workspace=workspace, asked=asked) is Severity.WARNING


@pytest.mark.parametrize("name", ["missing-state", "structure"])
def test_a_severity_is_set_for_a_rule_or_a_category(name):
    choice = Choice(severity={name: "note"})

    assert severity("missing-state", workspace=choice) is Severity.NOTE


def test_the_severity_of_a_rule_wins_over_that_of_its_category():
    choice = Choice(severity={"missing-state": "error", "structure": "off"})

    assert severity("missing-state", workspace=choice) is Severity.ERROR
    assert severity("stage-count", workspace=choice) is Severity.OFF


def test_the_command_line_has_the_last_word_on_a_severity():
    workspace = Choice(severity={"missing-state": "error"})

    found = severity(
        "missing-state", workspace=workspace, asked=Choice(severity={"missing-state": "off"})
    )

    assert found is Severity.OFF


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("drafts/**", "drafts/a.journey.yaml", True),
        ("drafts/", "drafts/a.journey.yaml", True),
        ("*.journey.yaml", "deep/below/a.journey.yaml", True),
        ("/drafts/*", "other/drafts/a.journey.yaml", False),
        ("drafts/**", "maps/a.journey.yaml", False),
    ],
)
def test_a_glob_is_read_as_gitignore_reads_it(glob, path, matches):
    per_path = ((glob, Choice(ignore=("missing-state",))),)

    found = severity("missing-state", path=path, per_path=per_path)

    assert (found is Severity.OFF) == matches


def test_globs_are_counted_from_the_root_of_the_workspace():
    per_path = (("/drafts/**", Choice(ignore=("missing-state",))),)

    found = severity("missing-state", path="ws/drafts/a.journey.yaml", per_path=per_path, root="ws")

    assert found is Severity.OFF


def test_what_makes_a_map_legal_cannot_be_ignored():
    choice = Choice(
        select=("persona",), ignore=("unknown-key", "format"), severity={"unknown-key": "off"}
    )

    assert severity("unknown-key", workspace=choice) is Severity.ERROR
    assert severity("cut-text", workspace=choice) is Severity.OFF


def test_an_unknown_name_is_told_with_the_nearest():
    choice = Choice(select=("missing-stat",), severity={"stucture": "off"})

    assert list(choice.unknown(RULES)) == [
        (("select", 0), "there is no rule 'missing-stat'; did you mean 'missing-state'?"),
        (("severity", "stucture"), "there is no rule 'stucture'; did you mean 'structure'?"),
    ]
