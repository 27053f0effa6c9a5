"""What the pages of the rules about evidence do not show: the edges, and where they are silent."""

from __future__ import annotations

import datetime

import pytest

from cjm.findings import Finding
from cjm.lint import RULES as EVERY
from cjm.lint import LintOptions, lint
from cjm.lint.rules.age import months_between
from cjm.lint.words.solutions import asks_for

from .workspaces import TODAY, linted, workspace_of

LIBRARY = """\
library:
  evidence:
    survey: {title: Survey, method: survey, date: 2026-09-01}
    talks: {title: Talks, method: interview, date: 2026-08-01}
    study: {title: Market study, method: third-party, date: 2026-08-01}
    workshop: {title: Workshop, method: workshop, date: 2026-08-01}
    walk: {title: Walk, method: walkthrough, date: 2026-08-01}
    plan: {title: Next survey, method: survey, status: planned}
    unnamed: {title: Something}
    old: {title: Old talks, method: interview, date: 2025-03-01}
"""
RULES = ("evidence",)


def map_of(stages: str, more: str = "") -> str:
    return f"cjm: journey/1\ntitle: T\nlanguage: en\npersona: Li Na\n{more}\n{stages}{LIBRARY}"


def found(stages: str, more: str = "", *rules: str, **options: object) -> list[Finding]:
    """The findings of the rules named, of the whole category where none is."""
    asked = {"profile": "strict", "select": rules or RULES, **options}
    return list(linted({"a.journey.yaml": map_of(stages, more)}, **asked).findings)


def names(*given: object, **options: object) -> list[str]:
    rules = [each.rule for each in found(*given, **options)]
    return [rule for rule in rules if EVERY[rule].category == "evidence"]


def step(*keys: str) -> str:
    return f"stages: [{{name: A, steps: [{{name: a, {', '.join(keys)}}}]}}]\n"


ASSUMED = step("feeling: -1", "pains: [One, Two, Three]")
HALF = step(
    "feeling: {level: -1, evidence: talks}",
    "pains: [{text: One, evidence: survey}, {text: Two}, Three]",
)


def test_a_map_that_is_mostly_assumed_hears_of_it_once():
    assert names(ASSUMED) == ["untested-assumption"]


def test_a_hypothesis_with_a_test_leaves_the_lack_of_evidence():
    hypotheses = "hypotheses: [{statement: It is the queue, test: Count them}]"

    assert names(ASSUMED, hypotheses) == ["evidence-coverage"]


@pytest.mark.parametrize("told", ["result: It was not", "decided: 2026-10-01"])
def test_a_hypothesis_that_was_decided_needs_no_further_test(told):
    assert "untested-assumption" not in names(ASSUMED, f"hypotheses: [{{statement: S, {told}}}]")


def test_a_hypothesis_without_a_test_is_named_as_such():
    (finding,) = found(ASSUMED, "hypotheses: It is the queue")

    assert finding.message == "4 of 4 claims are assumed, and no hypothesis has a test"


def test_a_hypothesis_that_could_not_be_read_is_not_called_missing():
    rules = names(ASSUMED, "hypotheses: [{statement: S, test: [1, {}]}]")

    assert "untested-assumption" not in rules


def test_few_claims_are_not_called_mostly_assumed():
    assert names(step("feeling: -1", "pains: One")) == ["evidence-coverage"]


def test_half_of_the_claims_assumed_is_not_most():
    assert names(HALF) == ["evidence-coverage"]


def test_coverage_tells_the_count_the_share_and_the_limit():
    (finding,) = found(HALF)

    assert finding.message == ("customer evidence stands behind 2 of 4 claims (50 %), under 60 %")


def test_the_least_coverage_is_a_setting():
    files = {"a.journey.yaml": map_of(HALF)}

    assert not linted(files, select=("evidence-coverage",),
                      settings={"evidence.fail_under": "50"}).findings  # fmt: skip


def test_coverage_tells_what_rests_on_workshops_alone():
    stages = step("pains: [{text: One, evidence: workshop}, {text: Two, evidence: walk}]")

    assert [each.message for each in found(stages)] == [
        "customer evidence stands behind 0 of 2 claims (0 %), under 60 %; "
        "2 rest on workshops or walkthroughs alone"
    ]


@pytest.mark.parametrize("state", ["future", "transition"])
def test_a_map_of_what_is_to_come_is_not_asked_for_evidence(state):
    assert names(ASSUMED, f"state: {state}") == []


def test_a_map_without_claims_has_no_coverage():
    assert names(step("evidence: talks")) == []


def test_planned_research_counts_for_nothing():
    stages = step("pains: [{text: One, evidence: plan}]")

    assert names(stages) == ["evidence-coverage"]


@pytest.mark.parametrize("status", ["validated", "live"])
def test_a_validated_map_is_asked_for_evidence_more_sternly(status):
    (finding,) = found(ASSUMED, f"status: {status}\nwalkthroughs: {{by: Ann}}", profile="standard")

    assert finding.severity.word == "error"


# step-without-evidence


BARE = (
    "stages: [{name: A, %s steps: [{name: a, %s touchpoints: Shop}, {name: b, evidence: talks}]}]\n"
)


def bare(of_stage: str = "", of_step: str = "", more: str = "") -> list[str]:
    return names(BARE % (of_stage, of_step), more, "step-without-evidence")


def test_a_step_with_nothing_behind_it_is_named():
    assert bare() == ["step-without-evidence"]


@pytest.mark.parametrize(
    "of_step",
    [
        "evidence: talks,",
        "evidence: workshop,",
        "pains: {text: P, evidence: talks},",
        "feelings: {Li Na: {level: 1, evidence: survey}},",
        "frontstage: {text: F, evidence: talks},",
        "metrics: {name: M, actual: 3},",
        "actor: Agent,",
    ],
)
def test_a_step_is_backed_by_whatever_stands_there(of_step):
    assert bare(of_step=of_step) == []


@pytest.mark.parametrize(
    "of_step",
    ["evidence: plan,", "evidence: unnamed,", "pains: {text: P, evidence: plan},",
     "metrics: {name: M, target: 3},"],
)  # fmt: skip
def test_a_plan_does_not_back_a_step(of_step):
    assert bare(of_step=of_step) == ["step-without-evidence"]


@pytest.mark.parametrize("of_stage", ["evidence: talks,", "pains: {text: P, evidence: talks},"])
def test_the_evidence_of_a_stage_is_there_at_each_step(of_stage):
    assert bare(of_stage=of_stage) == []


def test_evidence_that_leads_nowhere_is_told_once_by_its_own_rule():
    texts = {"a.journey.yaml": map_of(BARE % ("", "evidence: nowhere,"))}

    rules = [
        each.rule for each in linted(texts, select=("step-without-evidence", "format")).findings
    ]

    assert rules == ["unresolved-reference"]


def test_many_steps_without_evidence_are_told_at_once():
    stages = "stages: [{name: A, steps: [a, b, c, d]}]\n"

    (finding,) = found(stages)

    assert finding.message == "4 steps have no evidence; the first is step 'a' in stage 'A'"
    assert len(finding.related) == 2


def test_an_empty_stage_is_no_step():
    assert names("stages: [{name: A}, {name: B, pains: {text: P, evidence: talks}}]\n") == []


# one-sided and third-party evidence


def pains(*evidence: str) -> str:
    return step(
        f"pains: [{', '.join(f'{{text: P{at}, evidence: [{each}]}}' for at, each in enumerate(evidence))}]"
    )


@pytest.mark.parametrize(
    ("evidence", "rules"),
    [
        (["talks"] * 4, ["one-sided-evidence"]),
        (["survey"] * 4, ["one-sided-evidence"]),
        (["talks"] * 3, []),
        (["talks"] * 3 + ["survey"], []),
        (["talks"] * 3 + ["study, talks"], []),
        (["talks"] * 4 + ["workshop"], ["one-sided-evidence", "internal-evidence-only"]),
        (["study"] * 3 + ["survey"], ["third-party-evidence"]),
        (["study"] * 2 + ["survey", "talks"], []),
        (["study"] * 3, []),
        (["study, talks"] * 4, []),
    ],
)
def test_the_sides_and_the_origin_of_evidence(evidence, rules):
    assert sorted(names(pains(*evidence))) == sorted(rules)


def test_measured_metrics_are_the_numbers_beside_the_talks():
    more = "metrics: {name: M, kind: nps, actual: 12}"

    assert names(pains(*["talks"] * 4), more) == []


def test_numbers_alone_are_not_made_whole_by_metrics():
    more = "metrics: {name: M, kind: nps, actual: 12}"

    assert names(pains(*["survey"] * 4), more) == ["one-sided-evidence"]


def test_what_is_not_first_party_is_of_others_whatever_the_method():
    stages = pains(*["{title: S, method: survey, first_party: false}"] * 4)

    assert "third-party-evidence" in names(stages)


def test_a_reference_may_say_at_its_place_that_the_evidence_is_not_its_own():
    stages = pains(*["{ref: talks, first_party: false}"] * 3, "survey")

    assert names(stages) == ["third-party-evidence"]


# validated-without-evidence and measured-future


@pytest.mark.parametrize(
    ("pain", "variant"),
    [
        ("status: validated", "no evidence stands behind it"),
        ("status: validated, evidence: plan", "planned or has no method"),
        ("status: validated, evidence: unnamed", "planned or has no method"),
    ],
)
def test_an_insight_is_not_validated_by_nothing(pain, variant):
    (finding,) = found(step(f"pains: {{text: P, {pain}}}"), "", "validated-without-evidence")

    assert variant in finding.message
    assert finding.message.startswith("pain 'P' at step 'a' in stage 'A'")


@pytest.mark.parametrize(
    "pain",
    ["status: validated, evidence: workshop", "status: assumed", "status: refuted",
     "status: validated, evidence: nowhere"],
)  # fmt: skip
def test_an_insight_that_is_not_called_validated_by_nothing_is_left_alone(pain):
    assert names(step(f"pains: {{text: P, {pain}}}"), "", "validated-without-evidence") == []


@pytest.mark.parametrize(
    ("feeling", "rules"),
    [
        ("{level: 1, basis: measured, evidence: talks}", ["validated-without-evidence"]),
        ("{level: 1.5, basis: observed}", ["validated-without-evidence"]),
        ("{label: fine, basis: reported}", ["validated-without-evidence"]),
        ("{level: 1, basis: assumed, evidence: survey}", []),
        ("{level: 1, basis: reported, evidence: talks}", []),
        ("[1, {level: 1, basis: measured, evidence: workshop}]", ["validated-without-evidence"]),
    ],
)
def test_a_written_basis_may_only_lower_what_the_evidence_says(feeling, rules):
    assert names(step(f"feeling: {feeling}"), "", "validated-without-evidence") == rules


@pytest.mark.parametrize("state", ["future", "transition"])
@pytest.mark.parametrize(
    ("feeling", "count"),
    [
        ("feeling: {level: 1, evidence: survey}", 1),
        ("feeling: {label: glad, evidence: survey}", 1),
        ("feeling: {level: 1, basis: measured}", 1),
        ("feelings: {Li Na: [0, {level: 1, evidence: survey}]}", 1),
        ("feeling: {level: 1, basis: assumed, evidence: survey}", 0),
        ("feeling: {level: 1, evidence: talks}", 0),
        ("pains: {text: P, evidence: survey}", 0),
    ],
)
def test_no_feeling_of_the_future_was_measured(state, feeling, count):
    rules = names(step(feeling), f"state: {state}", profile="sketch")

    assert rules == ["measured-future"] * count


def test_a_measured_feeling_of_today_is_welcome():
    assert names(step("feeling: {level: 1, evidence: survey}"), "", "measured-future") == []


# stale-evidence


def stale(evidence: str, more: str = "", today: datetime.date | None = TODAY) -> list[str]:
    texts = {"a.journey.yaml": map_of(step(f"pains: {{text: P, evidence: {evidence}}}"), more)}
    options = LintOptions(profile="strict", select=("stale-evidence",))
    return [
        each.message for each in lint(workspace_of(texts), options=options, today=today).findings
    ]


def test_old_evidence_alone_is_stale_and_its_entry_is_shown():
    texts = {"a.journey.yaml": map_of(pains("old", "old"))}

    (finding,) = linted(texts, select=("stale-evidence",)).findings

    assert finding.message == (
        "'Old talks' is of 2025-03-01, more than 12 months old, and nothing newer stands behind "
        "2 claims, the first at step 'a' in stage 'A'"
    )
    assert [each.label for each in finding.related] == ["defined here"]
    assert finding.route[-2:] == ("evidence", 0)


@pytest.mark.parametrize(
    "evidence",
    [
        "[old, talks]",
        "[old, {title: Undated, method: interview}]",
        "{ref: old, expires: 2027-01-01}",
        "{ref: old, date: 2026-10-01}",
        "{title: Plan, method: survey, date: 2020-01-01, status: planned}",
        "{title: Today a year ago, method: survey, date: 2025-11-20}",
        "{title: Tomorrow, method: survey, date: 2027-11-20}",
    ],
)
def test_evidence_that_holds_or_has_newer_beside_it_is_not_stale(evidence):
    assert stale(evidence) == []


@pytest.mark.parametrize(
    "evidence",
    [
        "{title: A day older, method: survey, date: 2025-11-19}",
        "{ref: talks, expires: 2026-11-19}",
        "[workshop, old]",
    ],
)
def test_evidence_ends_on_its_day_and_a_workshop_does_not_renew_it(evidence):
    assert len(stale(evidence)) == 1


def test_expired_evidence_tells_its_day():
    assert "'Talks' expired on 2026-11-01" in stale("{ref: talks, expires: 2026-11-01}")[0]


def test_without_a_day_nothing_is_stale():
    assert stale("old", today=None) == []


@pytest.mark.parametrize("more", ["status: archived", "state: future", "state: transition"])
def test_history_and_plans_may_rest_on_old_evidence(more):
    assert stale("old", more) == []


def test_the_age_is_a_setting():
    texts = {"a.journey.yaml": map_of(step("pains: {text: P, evidence: old}"))}
    settings = {"evidence.max_age": "24"}

    assert not linted(texts, select=("stale-evidence",), settings=settings).findings


@pytest.mark.parametrize(
    ("day", "months"), [("2025-11-20", 12), ("2025-12-20", 11), ("2026-11-20", 0)]
)
def test_months_are_counted_by_the_calendar(day, months):
    assert months_between(datetime.date.fromisoformat(day), TODAY) == months


# internal-evidence-only, no-walkthrough


def test_claims_on_workshops_are_told_at_once_with_their_count():
    stages = pains("talks", "talks", "survey", "workshop", "walk")

    (finding,) = found(stages)

    assert finding.message == (
        "only workshops or walkthroughs stand behind 2 claims; the first is pain 'P3' at "
        "step 'a' in stage 'A'"
    )


@pytest.mark.parametrize("more", ["status: draft", "", "status: validated"])
def test_only_a_live_map_has_to_be_walked(more):
    assert names(step("evidence: talks"), more, "no-walkthrough") == []


def test_evidence_of_a_walk_is_a_walk():
    live = "status: live"

    assert names(step("evidence: talks"), live, "no-walkthrough") == ["no-walkthrough"]
    assert names(step("evidence: walk"), live, "no-walkthrough") == []
    assert (
        names(step("evidence: talks"), f"{live}\nwalkthroughs: [x, {{}}]", "no-walkthrough") == []
    )


# solution-as-pain

SOLUTIONS = {
    "en": ["Add a chatbot", "Build an app", "Implement SSO", "We should send reminders",
           "There should be a comparison table", "Provide real-time tracking", "“Add a chatbot”",
           "Create a dashboard for agents", "Improve onboarding", "Offer online booking"],
    "zh": ["新增智能客服", "增加套餐对比功能", "开发小程序", "建议增加自助机", "应提供进度提醒", "优化注册流程",
           "搭建统一平台", "引入自助换卡", "打通线上线下系统", "我们应该统一口径", "“新增智能客服”"],
}  # fmt: skip
PAINS = {
    "en": ["Add-ons cost extra", "Build quality is poor", "Create an account just to see prices",
           "Provide ID three times", "Add to cart is hidden", "Updates break the app",
           "Needs a password for each site", "Offers differ by shop", "Launch day chaos",
           "Send documents by post", "Make three calls", "Developers answer, not the support",
           "27 plans, no side-by-side view", "Set up takes an hour", "", "Add"],
    "zh": ["升级后没信号", "开发票慢", "提供的资料被退回", "上线后卡顿", "增加等待时间", "新增费用没有说明",
           "27 个套餐，不能对比", "建立档案要跑三趟", "开发商不回电话", "添加设备总是失败", "改造期间停水",
           "优化空间大", "打通电话要半小时", "", "排队"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, v in SOLUTIONS.items() for t in v])
def test_a_solution_is_told_from_a_pain(language, text):
    assert asks_for(text, language)


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, v in PAINS.items() for t in v])
def test_a_pain_is_left_a_pain(language, text):
    assert not asks_for(text, language)


@pytest.mark.parametrize(
    ("pain", "told"),
    [
        ("Add a chatbot", "judged as English"),
        ("新增智能客服", "judged as Chinese"),
        ("{text: {zh: 新增智能客服}}", "judged as Chinese"),
        ("{text: {de: Chatbot einführen, en: Add a chatbot}}", "judged as English"),
    ],
)
def test_the_language_that_was_judged_is_told(pain, told):
    (finding,) = found(step(f"pains: {pain}"), "", "solution-as-pain")

    assert told in finding.message
    assert finding.message.startswith("pain '")


@pytest.mark.parametrize(
    "pain", ["{text: {de: Add a chatbot}}", "{text: Add a chatbot, status: refuted}"]
)
def test_what_nobody_can_judge_or_holds_any_more_is_left_alone(pain):
    assert names(step(f"pains: {pain}"), "", "solution-as-pain") == []
