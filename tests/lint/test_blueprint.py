"""Cases of the rules about service blueprints that their pages do not show."""

from __future__ import annotations

import pytest

from cjm.findings import Finding

from .workspaces import linted

HEAD = "cjm: journey/1\ntitle: Repair\npersona: {name: Li Na, id: li-na}\n"
BLUEPRINT = HEAD + "type: blueprint\n"


def found_in(text: str, rule: str, **others: str) -> list[Finding]:
    texts = {"a.journey.yaml": text}
    texts |= {f"{path}.journey.yaml": other for path, other in others.items()}
    found = linted(texts, select=("blueprint", "format")).findings
    return [each for each in found if each.rule == rule]


def said(stages: str, rule: str, head: str = BLUEPRINT) -> list[str]:
    return [each.message for each in found_in(head + f"stages: [{stages}]\n", rule)]


def without_action(stage: str) -> list[str]:
    return said(stage, "blueprint-without-action")


@pytest.mark.parametrize(
    "stage",
    [
        "{name: Report, steps: [{name: Calls}]}",
        "{name: Report, steps: [{name: Takes the call, actor: Agent}, {name: Waits}]}",
        "{name: Report, actions: Calls, backstage: Tests}",
        "{name: Report, actions: Calls, steps: [{name: Tests the line, actor: Agent}]}",
        "{name: Report, steps: [{name: Tests, actor: Agent, actions: Waits on the line}]}",
        "{name: Report, steps: [{name: Calls, actor: Customer}]}",
        "{name: Report, steps: [{name: Calls, actor: li na}]}",
        "{name: Report, steps: [{name: 报修, actor: 客户}]}",
        "{name: Report}",
    ],
    ids=["its name", "one of two steps", "no steps", "of the stage", "meanwhile", "customer",
         "persona", "Chinese", "an empty stage is told by another rule"],
)  # fmt: skip
def test_the_customer_acts(stage):
    assert without_action(stage) == []


@pytest.mark.parametrize(
    ("stage", "message"),
    [
        ("{name: Repair, backstage: Tests}", "the customer does nothing at stage 'Repair'"),
        ("{name: Repair, actor: Crew, backstage: Tests}",
         "the customer does nothing at stage 'Repair': 'Crew' acts"),
        ("{name: Repair, steps: [{name: Tests, actor: Agent}, {name: Mends, actor: Crew}]}",
         "the customer does nothing at stage 'Repair': 'Agent' acts"),
    ],
)  # fmt: skip
def test_the_customer_does_nothing(stage, message):
    assert without_action(stage) == [message]


def test_a_journey_is_asked_for_no_blueprint():
    stage = "{name: Repair, frontstage: {text: Comes, fail: true}, steps: [{name: Tests, actor: X, "
    stage += "frontstage: Rings}]}"

    for rule in ("blueprint-without-action", "frontstage-without-backstage", "hidden-fail-point"):
        assert said(stage, rule, head=HEAD) == []


@pytest.mark.parametrize("lost", ["actions: {a: {}}", "steps: [{actions: x}]", "steps: 7"])
def test_what_could_not_be_read_is_not_called_missing(lost):
    assert without_action(f"{{name: Repair, backstage: Tests, {lost}}}") == []


def test_a_stage_of_the_baseline_is_judged_there():
    now = BLUEPRINT + "id: now\nstages: [{id: repair, name: Repair, backstage: Tests}]\n"
    soon = (
        BLUEPRINT
        + "id: soon\nstate: future\nbaseline: now\nstages: [{id: repair, same: true, support: Desk}]\n"
    )

    found = found_in(soon, "blueprint-without-action", now=now)

    assert [each.place.path for each in found] == ["now.journey.yaml"]


def without_backstage(step: str, stage: str = "") -> list[str]:
    return said(
        f"{{name: Report, {stage} steps: [{{name: Calls, {step}}}]}}",
        "frontstage-without-backstage",
    )


@pytest.mark.parametrize("key", ["backstage", "support", "systems"])
def test_what_stands_behind_may_be_the_step_s_or_the_stage_s(key):
    assert without_backstage(f"frontstage: Answers, {key}: x") == []
    assert without_backstage("frontstage: Answers", f"{key}: x,") == []


def test_what_stands_behind_is_asked_for():
    assert without_backstage("physical_evidence: Receipt") == []
    assert without_backstage("frontstage: Answers, policies: Within a day") == [
        "nothing stands behind 'Answers' at step 'Calls' in stage 'Report'"
    ]


@pytest.mark.parametrize(
    "lost", ["backstage: {x: 1}", "support: [{text: {}}]", "systems: {kind: a}"]
)
def test_what_stands_behind_and_could_not_be_read_is_not_missing(lost):
    assert without_backstage(f"frontstage: Answers, {lost}") == []


def test_many_steps_with_nothing_behind_are_one_finding():
    steps = ", ".join(f"{{name: S{at}, frontstage: Rings}}" for at in range(5))

    (found,) = found_in(
        BLUEPRINT + f"stages: [{{name: A, steps: [{steps}]}}]\n", "frontstage-without-backstage"
    )

    assert found.message == (
        "nothing stands behind what is done in sight at 5 steps; the first is step 'S0' in stage 'A'"
    )


def fails(*cells: str) -> list[str]:
    steps = ", ".join(f"{{name: S{at}, {each}}}" for at, each in enumerate(cells))
    return said(f"{{name: A, steps: [{steps}]}}", "hidden-fail-point")


IN_SIGHT = "frontstage: {text: Answers, fail: true}"


def test_fail_points_in_sight_alone_are_one_finding():
    assert fails(IN_SIGHT + ", backstage: Tests") == [
        "the only fail point is in sight of the customer: 'Answers' at step 'S0' in stage 'A'"
    ]
    assert fails(IN_SIGHT, "physical_evidence: {text: Receipt, fail: true}, support: Printer") == [
        "all 2 fail points are in sight of the customer; the first is 'Answers' at step 'S0' in "
        "stage 'A'"
    ]


@pytest.mark.parametrize(
    "cells",
    [
        (IN_SIGHT, "backstage: {text: Tests, fail: true}"),
        (IN_SIGHT, "support: {text: Lists, fail: true}"),
        (IN_SIGHT, "policies: {text: Never on Sundays, fail: true}"),
        (IN_SIGHT,),
        ("frontstage: Answers, backstage: Tests",),
        (IN_SIGHT, "backstage: {text: Tests, fail: perhaps}"),
    ],
    ids=["behind", "support", "policies", "nothing is drawn behind", "no fail point", "unreadable"],
)
def test_fail_points_behind_the_line_or_none_at_all_are_fine(cells):
    assert fails(*cells) == []
