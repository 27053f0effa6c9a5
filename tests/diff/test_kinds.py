"""Each kind of change is found: a table of old, new and what is said."""

from __future__ import annotations

import pytest

from cjm.diff.change import Kind

from .sides import compared, step

HEAD = "baseline: old.journey.yaml\nstate: future\n"
PAIN = "name: Pays\npains: [{id: queue, text: A long queue, severity: 4}]"
CHANCE = "name: Pays\nopportunities: [{id: app, text: Pay in the app}]"
TWO = """
cjm: journey/1
title: Buys bread
stages:
  - {id: shop, name: Shop, steps: [{id: choose, name: Chooses}, {id: pay, name: Pays}]}
  - {id: home, name: Home, steps: [{id: eat, name: Eats}]}
"""
LIBRARY = """
library:
  touchpoints:
    till: {name: Till, channels: [store], owner: shop, satisfaction: 2, needs: [speed]}
    app: {name: App, channels: [mobile], owner: digital, needs: [speed]}
  metrics:
    csat: {name: CSAT, actual: 3, target: 4}
"""

CASES: dict[Kind, tuple[str, str]] = {
    Kind.DETAIL_ADDED: (step("name: Pays"), step("name: Pays\nactions: [Counts coins]")),
    Kind.DETAIL_REMOVED: (step("name: Pays\nbackstage: [Counts the till]"), step("name: Pays")),
    Kind.DETAIL_CHANGED: (step("name: Pays", head="status: draft"),
                          step("name: Pays", head="status: live")),
    Kind.WORDING: (step("name: Pays"), step("name: Pays at the till")),
    Kind.ID_CHANGED: (step("name: Pays"), step("name: Pays").replace("id: pay", "id: paying")),
    Kind.PERSONA_ADDED: (step("name: Pays", head="personas: [Ann]"),
                         step("name: Pays", head="personas: [Ann, Bo]")),
    Kind.PERSONA_REMOVED: (step("name: Pays", head="personas: [Ann, Bo]"),
                           step("name: Pays", head="personas: [Ann]")),
    Kind.STAGE_ADDED: (TWO, TWO + "  - {id: tell, name: Tells others}\n"),
    Kind.STAGE_REMOVED: (TWO + "  - {id: tell, name: Tells others}\n", TWO),
    Kind.STAGE_MOVED: (TWO, TWO.replace("id: shop, name: Shop", "id: x")
                       .replace("id: home, name: Home", "id: shop, name: Shop")
                       .replace("id: x", "id: home, name: Home")),
    Kind.STAGE_MERGED: (TWO, TWO.replace("name: Shop,", "name: Shop, replaces: home,")
                        .replace("  - {id: home, name: Home, steps: [{id: eat, name: Eats}]}\n", "")),
    Kind.STAGE_SPLIT: (TWO, TWO + "  - {id: rest, name: Rest, replaces: home}\n"),
    Kind.STEP_ADDED: (TWO, TWO.replace("{id: pay,", "{id: wait, name: Waits}, {id: pay,")),
    Kind.STEP_REMOVED: (TWO, TWO.replace(", {id: pay, name: Pays}", "")),
    Kind.STEP_MOVED: (TWO, TWO.replace(", {id: pay, name: Pays}", "")
                      .replace("[{id: eat", "[{id: pay, name: Pays}, {id: eat")),
    Kind.STEP_MERGED: (TWO, TWO.replace("{id: choose, name: Chooses}, ", "")
                       .replace("name: Pays", "name: Pays, replaces: choose")),
    Kind.STEP_SPLIT: (TWO, TWO.replace("{id: eat, name: Eats}",
                                       "{id: eat, name: Eats}, {id: cut, name: Cuts, replaces: eat}")),
    Kind.BRANCH_ADDED: (step("name: Pays"), step("name: Pays\nnext: [{to: exit, share: 3}]")),
    Kind.BRANCH_REMOVED: (step("name: Pays\nnext: [{to: exit, share: 3}]"), step("name: Pays")),
    Kind.BRANCH_CHANGED: (step("name: Pays\nnext: [{to: exit, share: 3}]"),
                          step("name: Pays\nnext: [{to: exit, share: 9}]")),
    Kind.TOUCHPOINT_ADDED: (step("name: Pays"), step("name: Pays\ntouchpoints: Till")),
    Kind.TOUCHPOINT_REMOVED: (step("name: Pays\ntouchpoints: Till"), step("name: Pays")),
    Kind.TOUCHPOINT_CHANGED: (step("name: Pays\ntouchpoints: till") + LIBRARY,
                              step("name: Pays\ntouchpoints: [{ref: till, satisfaction: 4}]") + LIBRARY),
    Kind.CHANNELS_CHANGED: (step("name: Pays\ntouchpoints: till") + LIBRARY,
                            step("name: Pays\ntouchpoints: app") + LIBRARY),
    Kind.OWNERS_CHANGED: (step("name: Pays\ntouchpoints: till") + LIBRARY,
                          step("name: Pays\ntouchpoints: app") + LIBRARY),
    Kind.FEELING_CHANGED: (step("name: Pays\nfeeling: -1"), step("name: Pays\nfeeling: 1")),
    Kind.EXPECTATION_CHANGED: (step("name: Pays\nexpectation: 0"), step("name: Pays\nexpectation: 1")),
    Kind.MOMENT_CHANGED: (step("name: Pays"), step("name: Pays\nmoment_of_truth: fmot")),
    Kind.INSIGHT_INTRODUCED: (step("name: Pays"), step(PAIN)),
    Kind.INSIGHT_RESOLVED: (step(PAIN), step("name: Pays\nresolves: queue", head=HEAD)),
    Kind.INSIGHT_DEFERRED: (step(PAIN), step("name: Pays", head=HEAD + "defers: queue\n")),
    Kind.INSIGHT_FORGOTTEN: (step(PAIN), step("name: Pays", head=HEAD)),
    Kind.INSIGHT_REMOVED: (step(PAIN), step("name: Pays")),
    Kind.INSIGHT_REFUTED: (step(PAIN), step(PAIN.replace("severity: 4", "status: refuted"))),
    Kind.INSIGHT_EASED: (step(PAIN), step(PAIN.replace("4", "2"))),
    Kind.INSIGHT_WORSENED: (step(PAIN), step(PAIN.replace("4", "5"))),
    Kind.INSIGHT_MOVED: (step(PAIN), step("name: Pays", head=PAIN.partition("\n")[2])),
    Kind.INSIGHT_MERGED: (
        step("name: Pays\npains: [{id: queue, text: A queue}, {id: slow, text: Slow tills}]"),
        step("name: Pays\npains: [{id: queue, text: A queue, replaces: slow}]"),
    ),
    Kind.INSIGHT_SPLIT: (
        step("name: Pays\npains: [{id: queue, text: A queue}]"),
        step("name: Pays\npains: [{id: queue, text: A queue}, "
             "{id: slow, text: Slow tills, replaces: queue}]"),
    ),
    Kind.OPPORTUNITY_ADDED: (step("name: Pays"), step(CHANCE)),
    Kind.OPPORTUNITY_REALISED: (step(CHANCE), step("name: Pays\nrealises: app", head=HEAD)),
    Kind.OPPORTUNITY_DROPPED: (step(CHANCE), step("name: Pays", head=HEAD)),
    Kind.OPPORTUNITY_REOPENED: (step(CHANCE.replace("app}", "app, status: done}")),
                                step(CHANCE.replace("app}", "app, status: open}"))),
    Kind.SOLUTION_ADDED: (step("name: Pays"), step("name: Pays\nsolutions: [A second till]")),
    Kind.SOLUTION_REMOVED: (step("name: Pays\nsolutions: [A second till]"), step("name: Pays")),
    Kind.NEED_MET: (step("name: Pays"), step("name: Pays\ntouchpoints: till") + LIBRARY),
    Kind.NEED_UNMET: (step("name: Pays\ntouchpoints: till") + LIBRARY, step("name: Pays")),
    Kind.METRIC_ADDED: (step("name: Pays") + LIBRARY, step("name: Pays\nmetrics: csat") + LIBRARY),
    Kind.METRIC_REMOVED: (step("name: Pays\nmetrics: csat") + LIBRARY, step("name: Pays") + LIBRARY),
    Kind.METRIC_CHANGED: (step("name: Pays\nmetrics: csat") + LIBRARY,
                          step("name: Pays\nmetrics: [{ref: csat, actual: 3.5}]") + LIBRARY),
    Kind.RESOURCE_GAP_OPENED: (
        step("name: Pays"), step("name: Pays\nsolutions: [{text: A till, resources: {needed: Wood}}]")
    ),
    Kind.RESOURCE_GAP_CLOSED: (
        step("name: Pays\nsolutions: [{text: A till, resources: {needed: Wood}}]"), step("name: Pays")
    ),
    Kind.EVIDENCE_ADDED: (step("name: Pays"),
                          step("name: Pays\nevidence: [{title: Visits, method: diary-study}]")),
    Kind.EVIDENCE_REMOVED: (step("name: Pays\nevidence: [{title: Visits, method: diary-study}]"),
                            step("name: Pays")),
    Kind.BASIS_CHANGED: (
        step("name: Pays\nfeeling: {level: 1}"),
        step("name: Pays\nfeeling: {level: 1, evidence: [{title: Poll, method: survey}]}"),
    ),
    Kind.DURATION_CHANGED: (step("name: Pays\nduration: 5 min"), step("name: Pays\nduration: 9 min")),
    Kind.WAIT_CHANGED: (step("name: Pays\nwait: 5 min"), step("name: Pays\nwait: 1 min")),
}  # fmt: skip


def test_the_table_has_every_kind():
    assert set(CASES) == set(Kind)


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_the_change_is_found(kind):
    old, new = CASES[kind]

    found = compared(old, new)

    assert kind in {each.kind for each in found.changes}


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_a_map_does_not_differ_from_itself(kind):
    for text in CASES[kind]:
        alone = text.replace(HEAD, "")

        assert compared(alone, alone).changes == ()


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_every_change_stands_where_it_says(kind):
    found = compared(*CASES[kind])

    for change in found.changes:
        for side, route in ((found.old, change.old), (found.new, change.new)):
            if route is not None:
                assert side.map.document.spans.nearest(route) is not None
        assert change.old is not None or change.new is not None
