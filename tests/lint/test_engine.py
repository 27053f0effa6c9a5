"""What the engine decides: severity, supersession, silence, counts, places."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from cjm.errors import UsageError
from cjm.findings import Severity
from cjm.lint import RULES, LintOptions, lint
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject, WorkspaceSubject
from cjm.rulebook import rule

from .workspaces import TODAY, findings_in, linted, rules_in, workspace_of

TWO_STAGES = """\
cjm: journey/1
title: Upgrading
state: current
persona: Li Na
stages:
  - {name: Learn, steps: [Compares plans]}
  - {name: Use, steps: [Watches a film]}
"""


def only(*checks, texts=None, **options):
    """Lint with rules made for the test."""
    rules = {each.name: each for each in checks}
    result = lint(
        workspace_of(texts or {"a.journey.yaml": TWO_STAGES}),
        options=LintOptions(**options),
        today=TODAY,
        rules=rules,
    )
    return list(result.findings)


@rule("structure", "·WE", is_raised=True)
def dead_end(subject: MapSubject) -> Iterator[Hit]:
    """Stands in for a rule: every stage."""
    for index, _ in enumerate(subject.journey.stages):
        yield Hit(("stages", index))


@rule("structure", "WWW", supersedes=("dead-end",))
def stage_without_steps(subject: MapSubject) -> Iterator[Hit]:
    """Stands in for a rule: the first stage."""
    yield Hit(("stages", 0), {"stage": "x"})


@pytest.mark.parametrize(
    ("profile", "severity"), [("standard", Severity.WARNING), ("strict", Severity.ERROR)]
)
def test_the_profile_decides_the_severity(profile, severity):
    assert {each.severity for each in only(dead_end, profile=profile)} == {severity}


def test_a_rule_that_is_off_in_the_profile_does_not_run():
    assert only(dead_end, profile="sketch") == []


@pytest.mark.parametrize("status", ["validated", "live"])
def test_a_validated_or_live_map_raises_a_rule_by_one(status):
    text = TWO_STAGES.replace("state: current", f"state: current\nstatus: {status}")

    found = only(dead_end, texts={"a.journey.yaml": text}, profile="sketch")

    assert {each.severity for each in found} == {Severity.NOTE}


def test_no_severity_is_raised_above_error():
    text = TWO_STAGES.replace("state: current", "state: current\nstatus: live")

    found = only(dead_end, texts={"a.journey.yaml": text}, profile="strict")

    assert {each.severity for each in found} == {Severity.ERROR}


def test_a_finding_speaks_for_those_with_the_same_cause_at_its_place():
    found = only(dead_end, stage_without_steps)

    assert [(each.rule, each.route) for each in found] == [
        ("stage-without-steps", ("stages", 0)),
        ("dead-end", ("stages", 1)),
    ]


def test_a_rule_that_is_ignored_speaks_for_no_other():
    found = only(dead_end, stage_without_steps, ignore=("stage-without-steps",))

    assert [each.rule for each in found] == ["dead-end", "dead-end"]


@rule("structure", "WWW", subject="workspace")
def shadowed_library_entry(subject: WorkspaceSubject) -> Iterator[Hit]:
    """Stands in for a rule: all maps but the first, and the settings."""
    told = {"kind": "map", "id": "x"}
    for map in subject.maps[1:]:
        yield Hit(("title",), told, document=map.document)
    if subject.settings_document is not None:
        yield Hit(("cjm",), told, document=subject.settings_document)


def test_a_workspace_rule_runs_once_and_points_into_any_file():
    texts = {
        "cjm.yaml": "cjm: workspace/1\n",
        "a.journey.yaml": TWO_STAGES,
        "b.journey.yaml": TWO_STAGES,
    }

    found = only(shadowed_library_entry, texts=texts)

    assert [(each.place.path, each.journey) for each in found] == [
        ("b.journey.yaml", "b"),
        ("cjm.yaml", ""),
    ]


@rule("structure", "WWW", subject="workspace")
def missing_scope(subject: WorkspaceSubject) -> Iterator[Hit]:
    """Stands in for a rule: the last map, with all others and one that is not there."""
    *others, last = subject.outlines
    related = tuple(Other(("title",), path=path) for path in ("gone", *(o.path for o in others)))
    yield Hit(("title",), path=last.path, related=related)


def test_a_workspace_rule_names_its_files_by_their_paths():
    texts = {"a.journey.yaml": TWO_STAGES, "b.journey.yaml": TWO_STAGES}

    (found,) = only(missing_scope, texts=texts)

    assert found.place.path == "b.journey.yaml"
    assert [each.path for each in found.related] == ["a.journey.yaml"]


def test_what_is_missing_everywhere_is_told_once_with_its_first_three_places():
    found = [each for each in findings_in(TWO_STAGES) if each.rule == "derived-id"]

    assert len(found) == 1
    assert found[0].message.startswith("4 items have no written id")
    assert found[0].data == {"count": 4}
    assert [found[0].place.start.line, *(each.start.line for each in found[0].related)] == [6, 6, 7]


def test_what_was_written_and_could_not_be_read_is_not_called_missing():
    text = TWO_STAGES.replace("state: current", "state: nowadays\ngoal: {business: [1, {}]}")

    rules = rules_in(text)

    assert "wrong-type" in rules
    assert "missing-state" not in rules
    assert "missing-business-goal" not in rules


def test_a_removed_stage_is_not_counted_as_missing():
    text = TWO_STAGES + "  - {steps: [Recommends it]}\n"

    rules = rules_in(text)

    assert "missing-key" in rules
    assert "stage-count" not in rules


def test_findings_are_sorted_by_place():
    found = findings_in(TWO_STAGES)

    assert [each.order for each in found] == sorted(each.order for each in found)


def test_findings_can_be_sent_to_another_process():
    found = findings_in(TWO_STAGES)

    assert pickle.loads(pickle.dumps(found)) == found


def test_the_same_workspace_gives_the_same_findings():
    assert findings_in(TWO_STAGES) == findings_in(TWO_STAGES)


def test_only_the_files_asked_for_are_shown():
    texts = {"a.journey.yaml": TWO_STAGES, "b.journey.yaml": TWO_STAGES}

    result = linted(texts, paths=frozenset({"b.journey.yaml"}))

    assert result.journeys == 1
    assert {each.place.path for each in result.findings} == {"b.journey.yaml"}


def test_what_can_be_mended_is_counted():
    texts = {"a.journey.yaml": TWO_STAGES.replace("cjm: journey/1\n", "")}

    result = linted(texts)

    assert sorted(each.rule for each in result.findings if each.fix is not None) == [
        "derived-id",
        "missing-format-key",
    ]
    assert result.fixable == 2


def test_the_edits_of_many_places_are_worked_out_where_they_are_asked_for():
    texts = {"a.journey.yaml": TWO_STAGES}

    without = {each.rule: each.fix for each in linted(texts, edits=False).findings}
    asked = {each.rule: each.fix for each in linted(texts).findings}

    assert asked["derived-id"].edits
    assert without["derived-id"].edits == ()


def test_a_message_names_the_step_and_its_stage():
    text = TWO_STAGES.replace("[Watches a film]", "[{name: '[Step]'}]")

    found = next(each for each in findings_in(text) if each.rule == "placeholder-text")

    assert found.message == (
        "the placeholder '[Step]' was left in at step '[Step]' in stage 'Use' (judged as English)"
    )


def test_a_long_name_is_shortened_and_set_on_one_line():
    text = TWO_STAGES.replace("title: Upgrading", "title: Upgrading").replace(
        "{name: Use, steps: [Watches a film]}", f'{{name: "{"long " * 30}\\nname"}}'
    )

    found = next(each for each in findings_in(text) if each.rule == "stage-without-steps")

    assert "\n" not in found.message
    assert len(found.message) < 130


def test_braces_in_a_name_are_no_template():
    text = TWO_STAGES.replace("{name: Use, steps: [Watches a film]}", '{name: "{0.__class__}"}')

    found = next(each for each in findings_in(text) if each.rule == "stage-without-steps")

    assert "{0.__class__}" in found.message


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"select": ("missing-stat",)}, "did you mean 'missing-state'"),
        ({"ignore": ("personna",)}, "did you mean 'persona'"),
        ({"severity": {"missing-state": "fatal"}}, "no severity 'fatal'"),
        ({"severity": {"mising-state": "error"}}, "did you mean 'missing-state'"),
        ({"profile": "stricter"}, "no profile 'stricter'"),
        ({"settings": {"stages.mim": "2"}}, "did you mean 'stages.min'"),
        ({"settings": {"stages.min": "few"}}, "expected a number from 1 to 100"),
    ],
)
def test_options_that_do_not_exist_stop_the_command(options, words):
    with pytest.raises(UsageError, match=words):
        linted({"a.journey.yaml": TWO_STAGES}, **options)


def test_a_threshold_is_a_setting():
    assert "stage-count" in rules_in(TWO_STAGES)
    assert "stage-count" not in rules_in(TWO_STAGES, settings={"stages.min": "2"})


def test_wrong_settings_of_the_workspace_are_findings_at_their_place():
    settings = """\
cjm: workspace/1
lint:
  ignore: [missing-stat]
  severity: {stage-cuont: error}
  settings: {stages.mim: 2, stages.max: many}
"""

    found = linted({"cjm.yaml": settings, "a.journey.yaml": TWO_STAGES}).findings

    told = [
        (each.place.start.line, each.rule, each.message)
        for each in found
        if each.place.path == "cjm.yaml"
    ]
    assert told == [
        (3, "wrong-type", "there is no rule 'missing-stat'; did you mean 'missing-state'?"),
        (4, "wrong-type", "there is no rule 'stage-cuont'; did you mean 'stage-count'?"),
        (5, "unknown-key", "unknown setting 'stages.mim'; did you mean 'stages.min'?"),
        (5, "wrong-type", "expected a number from 1 to 100 for 'stages.max', found 'many'"),
    ]


MERMAID = """\
journey
    title My working day
    section Go to work
      Make tea: 5: Me
"""


def test_a_mermaid_diagram_is_linted_at_sketch_whatever_the_workspace_says():
    settings = "cjm: workspace/1\nlint: {profile: strict}\n"

    result = linted({"cjm.yaml": settings, "a.mmd": MERMAID}, profile=None)

    assert result.findings == ()


def test_a_profile_asked_for_reaches_a_mermaid_diagram():
    rules = {each.rule for each in linted({"a.mmd": MERMAID}, profile="strict").findings}

    assert rules == {"stage-count"}


def test_no_rule_asks_a_mermaid_diagram_for_what_it_cannot_hold():
    asking = {name for name, each in RULES.items() if each.mermaid and each.category != "format"}

    assert asking == {
        "stage-count", "oversized-map", "dead-end", "shadowed-library-entry", "company-language",
        "placeholder-text", "near-match", "long-text", "flat-curve", "no-low-point",
    }, "say mermaid=False where a diagram cannot hold what the rule asks for, else list the rule"  # fmt: skip


def test_every_problem_of_the_loader_has_a_page():
    text = TWO_STAGES.replace("persona: Li Na", "persona: Li Na\npersonas: Bob")

    rules = rules_in(text, profile="sketch")

    assert rules == ["yaml-syntax"]
