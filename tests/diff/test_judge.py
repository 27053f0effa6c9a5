"""Each rule judges a change: a table of old, new and the rule that speaks."""

from __future__ import annotations

import pytest

from cjm.diff.chain import Run
from cjm.diff.change import Kind
from cjm.diff.compare import compare
from cjm.diff.judge import Judgement, judge
from cjm.diff.levels import RULES, Level, unknown_rules
from cjm.diff.side import Side
from cjm.report.diff.look import DiffLook
from cjm.report.diff.text import diff_text
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load

from .sides import sides, step
from .test_kinds import CASES, LIBRARY

PAIN = "name: Pays\npains: [{id: queue, text: A long queue, severity: 4}]"
DELIGHT = "name: Pays\ndelights: [{id: smile, text: The baker smiles}]"
ITCH = "name: Pays\nitches: [{id: taste, text: Would like to taste}]"
PLAN = "baseline: old.journey.yaml\nstate: future\n"


def measured(value: str, better: str = "higher") -> str:
    text = step("name: Pays\nmetrics: csat") + LIBRARY
    return text.replace("actual: 3", f"better: {better}, actual: {value}")


def based(method: str) -> str:
    return step(f"name: Pays\nfeeling: {{level: 1, evidence: [{{title: Poll, method: {method}}}]}}")


CASES_OF: dict[str, tuple[str, str]] = {
    "feeling-rose": (step("name: Pays\nfeeling: -1"), step("name: Pays\nfeeling: 1")),
    "feeling-fell": (step("name: Pays\nfeeling: 1"), step("name: Pays\nfeeling: -1")),
    "gap-closed": (step("name: Pays\nfeeling: 0\nexpectation: 2"),
                   step("name: Pays\nfeeling: 0\nexpectation: 1")),
    "gap-widened": (step("name: Pays\nfeeling: 0\nexpectation: 1"),
                    step("name: Pays\nfeeling: 0\nexpectation: 2")),
    "pain-resolved": CASES[Kind.INSIGHT_RESOLVED],
    "pain-eased": CASES[Kind.INSIGHT_EASED],
    "pain-worsened": CASES[Kind.INSIGHT_WORSENED],
    "pain-introduced": CASES[Kind.INSIGHT_INTRODUCED],
    "pain-forgotten": CASES[Kind.INSIGHT_FORGOTTEN],
    "pain-deferred": CASES[Kind.INSIGHT_DEFERRED],
    "delight-introduced": (step("name: Pays"), step(DELIGHT)),
    "delight-lost": (step(DELIGHT), step("name: Pays", head=PLAN)),
    "itch-met": (step(ITCH), step("name: Pays\nresolves: taste", head=PLAN)),
    "opportunity-realised": CASES[Kind.OPPORTUNITY_REALISED],
    "need-met": CASES[Kind.NEED_MET],
    "need-orphaned": (step("name: Pays\nneeds: [speed]\ntouchpoints: till") + LIBRARY,
                      step("name: Pays\nneeds: [speed]") + LIBRARY),
    "metric-towards-target": (measured("3"), measured("3.5")),
    "metric-away-from-target": (measured("3", "lower"), measured("3.5", "lower")),
    "metric-gone": (
        step("name: Pays\nmetrics: csat", head="goal: {business: More, metrics: [csat]}") + LIBRARY,
        step("name: Pays", head="goal: {business: More, metrics: [csat]}") + LIBRARY,
    ),
    "satisfaction-rose": CASES[Kind.TOUCHPOINT_CHANGED],
    "satisfaction-fell": tuple(reversed(CASES[Kind.TOUCHPOINT_CHANGED])),
    "wait-fell": CASES[Kind.WAIT_CHANGED],
    "wait-rose": tuple(reversed(CASES[Kind.WAIT_CHANGED])),
    "exit-fell": tuple(reversed(CASES[Kind.BRANCH_CHANGED])),
    "exit-rose": CASES[Kind.BRANCH_CHANGED],
    "resource-gap-closed": CASES[Kind.RESOURCE_GAP_CLOSED],
    "basis-stronger": (based("interview"), based("survey")),
    "basis-weaker": (based("survey"), based("interview")),
    "changed": CASES[Kind.DURATION_CHANGED],
    "reworded": CASES[Kind.WORDING],
}  # fmt: skip


def judged(old: str, new: str, levels: dict[str, Level] | None = None) -> Judgement:
    return judge(compare(*sides(old, new)), levels)


def test_the_table_has_every_rule():
    assert set(CASES_OF) | {"id-gone"} == set(RULES)


@pytest.mark.parametrize("rule", CASES_OF)
def test_the_rule_speaks_at_its_level(rule):
    found = {each.rule: each.level for each in judged(*CASES_OF[rule]).changes}

    assert found[rule] is RULES[rule][0]


@pytest.mark.parametrize("rule", CASES_OF)
def test_another_level_is_heeded(rule):
    other = Level.BREAKING if RULES[rule][0] is not Level.BREAKING else Level.NEUTRAL

    found = {each.rule: each.level for each in judged(*CASES_OF[rule], {rule: other}).changes}

    assert found[rule] is other


def test_a_step_that_another_map_names_may_not_go():
    files = {
        "a.journey.yaml": step("name: Pays", head="id: bread"),
        "b.journey.yaml": "cjm: journey/1\ntitle: In detail\nparent: bread#pay\n"
        "stages: [{name: Shop, steps: [Looks]}]\n",
    }
    new = {**files, "a.journey.yaml": files["a.journey.yaml"].replace("id: pay", "id: eat")
           .replace("Pays", "Eats at home")}  # fmt: skip
    pair = [bread(texts) for texts in (files, new)]

    found = judge(compare(*pair))

    assert "id-gone" in {each.rule for each in found.changes}
    assert found.level is Level.BREAKING


def bread(texts: dict[str, str]) -> Side:
    loaded = load(MemoryFiles(texts), [])
    return next(Side(map, workspace) for workspace, map in loaded.maps if map.id == "bread")


def test_a_name_that_is_no_rule_is_told_with_the_nearest():
    assert list(unknown_rules({"pain-esed": "worse", "pain-eased": "worse"})) == [
        ("pain-esed", "there is no rule 'pain-esed'; did you mean 'pain-eased'?")
    ]


PERSONAS = """
cjm: journey/1
title: Buys bread
personas: [Ann, Bo]
stages:
  - name: Shop
    steps:
      - {{id: choose, name: Chooses, feelings: {{Ann: {0}, Bo: {1}}}}}
      - {{id: pay, name: Pays, feelings: {{Ann: {2}, Bo: {3}}}}}
"""


@pytest.mark.parametrize(
    ("before", "after", "opening"),
    [
        ((0, 0, 0, 0), (2, 2, -1, -1), "Better for the customer, with 1 step worse"),
        ((0, 0, 0, 0), (2, -1, 2, -1), "Better for the customer, with 1 persona (Bo) worse"),
        ((0, 0, 0, 0), (-2, -2, 1, 1), "Worse for the customer, with 1 step better"),
        ((0, 0, 0, 0), (1, 1, 1, 1), "Better for the customer:"),
        (
            (0, 0, 0, 0),
            (-1, -1, 1, 1),
            "Neither better nor worse for the customer, with 1 step worse",
        ),
    ],
)
def test_who_or_what_gets_worse_is_said_first(before, after, opening):
    pair = sides(PERSONAS.format(*before), PERSONAS.format(*after))

    text = diff_text([Run(*pair, judge(compare(*pair)))], DiffLook())

    assert text.splitlines()[2].startswith(opening)


def test_a_step_that_went_is_no_step_that_got_better():
    old, new = (step(f"name: {name}\npains: [{name} is slow]\nfeeling: {level}").replace("id: pay", "id: x")
                .replace("id: shop", f"id: {name[:3].lower()}").replace("name: Shop", f"name: {name} there")
                .replace("id: x", f"id: {name[:4].lower()}")
                for name, level in (("Queues", 0), ("Xylophones", -1)))  # fmt: skip

    text = diff_text([Run(*(pair := sides(old, new)), judge(compare(*pair)))], DiffLook())

    assert "step better" not in text
