"""Cases of the rules about metrics that their pages do not show."""

from __future__ import annotations

import pytest

from cjm.findings import Finding

from .workspaces import linted

RULES = ("metric", "format")
HEAD = "cjm: journey/1\ntitle: Upgrading\n"
STAGES = "stages: [{name: Choose, steps: [{name: Signs up}]}]\n"
FULL = "kind: csat, scale: [1, 5], better: higher, formula: mean, owner: Shops"


def found_in(text: str, rule: str, **others: str) -> list[Finding]:
    texts = {"a.journey.yaml": HEAD + text}
    texts |= {f"{path}.yaml": other for path, other in others.items()}
    return [each for each in linted(texts, select=RULES).findings if each.rule == rule]


def said(text: str, rule: str) -> list[str]:
    return [each.message for each in found_in(text, rule)]


def of_metric(keys: str, rule: str) -> list[str]:
    """Lint one metric that a step defines."""
    text = f"stages: [{{name: Choose, steps: [{{name: Signs up, metrics: {{{keys}}}}}]}}]\n"
    return said(text, rule)


# no-metric


@pytest.mark.parametrize(
    "text",
    [
        STAGES + f"metrics: {{name: Content, {FULL}}}\n",
        STAGES + "goal: {business: More, metrics: c}\nlibrary: {metrics: {c: {name: C}}}\n",
        "stages: [{name: Choose, metrics: {name: C}, steps: [{name: Signs up}]}]\n",
        "stages: [{name: A, touchpoints: {name: Counter, metrics: {name: C}}}]\n",
        "stages: [{name: A, touchpoints: counter}]\nlibrary: {touchpoints: {counter: {name: Counter,"
        " performance: {department: Shops, score: 3, metric: c}}}, metrics: {c: {name: C}}}\n",
        STAGES + "metrics: {name: C, kind: cast}\n",
    ],
    ids=["the journey", "its goal", "a stage", "a touchpoint", "a performance", "unreadable"],
)
def test_something_is_measured(text):
    assert said(text, "no-metric") == []


def test_a_metric_of_the_library_that_nobody_uses_measures_nothing():
    text = STAGES + "library: {metrics: {c: {name: C}}}\n"

    assert said(text, "no-metric") == ["nothing on the map is measured"]


MOMENT = "stages: [{name: Choose, STAGE steps: [{name: Signs up, moment_of_truth: true STEP}]}]\n"


def moments(stage: str = "", step: str = "") -> list[str]:
    text = MOMENT.replace("STAGE", f"{stage}," if stage else "").replace("STEP", step)
    return said(text + "metrics: {name: Uptake}\n", "no-metric")


def test_a_metric_of_the_whole_journey_measures_no_moment_of_truth():
    assert moments() == [
        "nothing measures the moment of truth at step 'Signs up' in stage 'Choose'"
    ]


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        ("metrics: {name: C}", ""),
        ("", ", metrics: {name: C}"),
        ("", ", touchpoints: {name: Counter, metrics: {name: C}}"),
        ("touchpoints: {name: Counter, metrics: {name: C}}", ""),
    ],
)
def test_a_moment_of_truth_is_measured_at_its_step_stage_or_touchpoint(stage, step):
    assert moments(stage, step) == []


def test_one_measured_moment_of_truth_is_enough_and_all_without_are_one_finding():
    steps = ", ".join(f"{{name: S{at}, moment_of_truth: smot}}" for at in range(4))
    text = f"stages: [{{name: A, steps: [{steps}]}}]\nmetrics: {{name: C}}\n"
    measured = text.replace("S3,", "S3, metrics: {name: D},")

    (found,) = found_in(text, "no-metric")

    assert found.message == (
        "none of the 4 moments of truth is measured; the first is step 'S0' in stage 'A'"
    )
    assert len(found.related) == 2
    assert said(measured, "no-metric") == []


def test_a_cell_of_a_blueprint_can_be_a_moment_of_truth():
    text = (
        "type: blueprint\nmetrics: {name: C}\nstages: [{name: A, steps: [{name: Opens, "
        "frontstage: {text: Carries it in, moment_of_truth: true}}]}]\n"
    )

    assert len(said(text, "no-metric")) == 1


def test_a_moment_of_truth_in_a_stage_that_is_the_same_is_measured_where_it_is_written():
    now = (
        HEAD
        + "id: now\n"
        + MOMENT.replace("name: Choose", "name: Choose, id: choose")
        .replace("STAGE", "")
        .replace("STEP", ", metrics: {name: C}")
    )
    soon = (
        "id: soon\nstate: future\nbaseline: now\nmetrics: {name: C}\nstages: "
        "[{id: choose, same: true}, {name: Use, steps: [{name: Films, moment_of_truth: true}]}]\n"
    )

    assert found_in(soon, "no-metric", now__journey=now) == []


# undefined-metric


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ("name: C", "no scale and no direction and no formula"),
        ("name: C, kind: csat", "no scale and no formula"),
        ("name: C, kind: ces, scale: [1, 7], formula: mean", "no direction"),
        ("name: C, kind: csat, better: higher, formula: mean", "no scale"),
        ("name: C, kind: time, unit: min, better: lower", "no formula"),
        ("name: C, kind: churn, actual: 3 %", "no formula"),
        ("name: C, kind: volume, formula: calls a day", "no direction"),
        ("name: C, kind: other, better: lower, formula: defects", "no scale"),
        ("name: C, kind: other, better: lower, formula: defects, actual: 7", "no scale"),
    ],
)
def test_what_of_the_definition_is_missing_is_named(keys, missing):
    assert of_metric(keys, "undefined-metric") == [f"the metric 'C' has {missing}"]


@pytest.mark.parametrize(
    "keys",
    [
        "name: N, kind: nps",
        "name: C, kind: conversion, unit: '%', formula: orders ÷ visits",
        "name: C, kind: churn, formula: left ÷ all, actual: 3 %, target: 2 %",
        "name: C, kind: ratio, better: higher, unit: ％, formula: a ÷ b, actual: 12",
        "name: C, kind: ratio, better: higher, unit: {en: per cent, zh: 百分比}, formula: a ÷ b",
        "name: C, kind: time, better: lower, formula: median",
        "name: C, kind: revenue, formula: revenue ÷ customers, unit: CNY",
        "name: C, kind: csat, scale: [1, 5], formula: mean",
    ],
)
def test_what_follows_from_its_kind_need_not_be_written(keys):
    assert of_metric(keys, "undefined-metric") == []


def test_a_metric_called_nps_is_offered_its_kind():
    (found,) = found_in(STAGES + "metrics: {name: 净推荐值}\n", "undefined-metric")

    assert found.help.startswith("write 'kind: nps'")


LIBRARY = "cjm: library/1\nmetrics: {csat: {name: CSAT}}\n"


def test_a_metric_of_a_library_is_judged_there_and_once():
    texts = {f"{name}.journey.yaml": HEAD + STAGES + "metrics: csat\n" for name in "abc"}
    texts["shared.library.yaml"] = LIBRARY

    found = linted(texts, select=RULES).findings

    for rule in ("undefined-metric", "metric-without-owner"):
        assert [each.place.path for each in found if each.rule == rule] == ["shared.library.yaml"]


def test_what_a_use_overrides_is_no_definition():
    text = STAGES + "metrics: [{ref: csat, target: 4, baseline: 3}, csat]\n"
    texts = {"a.journey.yaml": HEAD + text, "shared.library.yaml": LIBRARY}

    found = linted(texts, select=RULES).findings

    assert {each.place.path for each in found if each.rule == "undefined-metric"} == {
        "shared.library.yaml"
    }


@pytest.mark.parametrize("lost", ["scale: [5, 1]", "better: up", "formula: [a, b]"])
def test_what_could_not_be_read_is_not_called_missing(lost):
    parts = "kind: csat; scale: [1, 5]; better: higher; formula: mean; owner: Shops".split("; ")
    key = lost.partition(":")[0]
    kept = ", ".join(part for part in parts if not part.startswith(key))
    entry = f"{{name: C, {kept}, {lost}}}"

    in_a_map = said(STAGES + f"metrics: {entry}\n", "undefined-metric")
    shelf = {"shared.library.yaml": f"cjm: library/1\nmetrics: {{c: {entry}}}\n"}
    in_a_library = linted(shelf, select=RULES).findings

    assert in_a_map == []
    assert "undefined-metric" not in {each.rule for each in in_a_library}


# metric-out-of-scale


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("scale: [1, 5], actual: 6", "the actual 6 of 'C' is outside its scale 1…5"),
        ("scale: [1, 5], baseline: 0.5", "the baseline 0.5 of 'C' is outside its scale 1…5"),
        ("scale: [1, 5], target: 4–6", "the target 4–6 of 'C' is outside its scale 1…5"),
        ("scale: [1, 5], points: {date: 2026-01-01, value: 9}",
         "the measurement 9 of 'C' is outside its scale 1…5"),
        ("unit: '%', scale: [0, 100], actual: 104 %",
         "the actual 104 % of 'C' is outside its scale 0…100"),
        ("scale: [0, 1], actual: 104 %", "the actual 104 % of 'C' is outside its scale 0…1"),
        ("kind: nps, actual: 120", "the actual 120 of 'C' is outside its scale −100…100"),
        ("kind: nps, scale: [0, 10], actual: 31", "the actual 31 of 'C' is outside its scale 0…10"),
        ("kind: time, unit: min, scale: [0, 60], actual: 2 h",
         "the actual 2 h of 'C' is outside its scale 0…60"),
        ("kind: time, unit: 分钟, scale: [0, 60], actual: PT61M",
         "the actual PT61M of 'C' is outside its scale 0…60"),
        ("scale: [1, 5], baseline: 4.5, target: +25%",
         "the target +25% of 'C' comes to 5.625, outside its scale 1…5"),
        ("scale: [1, 5], baseline: 4, target: '+2'",
         "the target +2 of 'C' comes to 6, outside its scale 1…5"),
        ("kind: time, unit: min, scale: [0, 60], baseline: 50 min, target: +20 min",
         "the target +20 min of 'C' comes to 70, outside its scale 0…60"),
    ],
)  # fmt: skip
def test_a_value_outside_its_scale_is_an_error(keys, message):
    assert of_metric(f"name: C, {keys}", "metric-out-of-scale") == [message]


@pytest.mark.parametrize(
    "keys",
    [
        "scale: [1, 5], actual: 1, target: 5",
        "scale: [1, 5], actual: 82 %",
        "scale: [0, 10], unit: points, actual: 82 %",
        "unit: '%', scale: [0, 100], actual: 100 %, target: 15–20 %",
        "unit: '%', scale: [0, 1], actual: 95 %",
        "scale: [0, 1], actual: 0.95",
        "kind: nps, actual: -40, target: '−10'",
        "kind: nps, actual: 45 %",
        "kind: time, unit: min, scale: [0, 480], actual: 4 h, target: 30–40 min",
        "kind: time, unit: turns, scale: [0, 5], actual: 4 h",
        "kind: time, scale: [0, 5], actual: 4 h",
        "unit: '%', scale: [0, 100], baseline: 90 %, target: +15%",
        "actual: 1000000",
        "scale: [0, 0.3], actual: 0.1, target: 0.30000000000000004",
    ],
)
def test_a_value_within_its_scale_or_of_another_measure_is_fine(keys):
    assert of_metric(f"name: C, {keys}", "metric-out-of-scale") == []


SHELF = """\
cjm: library/1
metrics:
  csat: {name: CSAT, kind: csat, scale: [1, 5], better: higher, formula: mean, actual: 3.4, owner: X}
"""


@pytest.mark.parametrize(
    ("use", "line", "label"),
    [
        ("{ref: csat, actual: 34}", 4, "defined here"),
        ("{ref: csat, scale: [4, 5]}", 4, "defined here"),
    ],
)
def test_a_use_is_judged_by_what_it_overrides(use, line, label):
    (found,) = found_in(STAGES + f"metrics: {use}\n", "metric-out-of-scale", shared__library=SHELF)

    assert (found.place.path, found.place.start.line) == ("a.journey.yaml", line)
    assert [(each.path, each.label) for each in found.related] == [("shared__library.yaml", label)]


def test_a_slip_in_the_library_is_told_in_the_library_alone():
    texts = {
        f"{name}.journey.yaml": HEAD + STAGES + "metrics: [{ref: csat, target: 4}]\n"
        for name in "ab"
    }
    texts["shared.library.yaml"] = SHELF.replace("3.4", "34")

    found = [e for e in linted(texts, select=RULES).findings if e.rule == "metric-out-of-scale"]

    assert [each.place.path for each in found] == ["shared.library.yaml"]


# target-without-baseline


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("target: 4", "the target 4 of 'C' has no value that it starts from"),
        ("target: +25%", "the target +25% of 'C' is relative, and there is no baseline"),
        ("baseline: 4, target: 4", "the target 4 of 'C' asks for no change: it starts from 4"),
        ("baseline: 4, target: 4.0", "the target 4.0 of 'C' asks for no change: it starts from 4"),
        ("unit: '%', baseline: 20, target: 20 %",
         "the target 20 % of 'C' asks for no change: it starts from 20"),
        ("baseline: 4, better: higher, target: 3",
         "the target 3 of 'C' is worse than the 4 it starts from: higher is better"),
        ("baseline: 4, kind: nps, target: '-3'",
         "the target -3 of 'C' is worse than the 4 it starts from: higher is better"),
        ("baseline: 3 %, kind: churn, target: 4 %",
         "the target 4 % of 'C' is worse than the 3 % it starts from: lower is better"),
        ("kind: time, unit: min, better: lower, baseline: 1 h, target: 90",
         "the target 90 of 'C' is worse than the 1 h it starts from: lower is better"),
        ("better: lower, baseline: 20, target: +5%",
         "the target +5% of 'C' is worse than the 20 it starts from: lower is better"),
        ("better: higher, baseline: 15–20 %, target: 10–15 %",
         "the target 10–15 % of 'C' is worse than the 15–20 % it starts from: higher is better"),
        ("better: higher, actual: 4, target: 3",
         "the target 3 of 'C' is worse than the 4 it starts from: higher is better"),
    ],
)  # fmt: skip
def test_a_target_that_leads_nowhere_is_found(keys, message):
    assert of_metric(f"name: C, {keys}", "target-without-baseline") == [message]


@pytest.mark.parametrize(
    "keys",
    [
        "baseline: 3, actual: 4",
        "baseline: 3, target: 4, better: higher",
        "baseline: 4, target: 3",
        "baseline: 4, target: 3, kind: ces",
        "actual: 3, target: 4, kind: csat",
        "points: {date: 2026-01-01, value: 3}, target: 4",
        "baseline: 3, actual: 4.5, target: 4, better: higher",
        "baseline: 20, target: -5%, better: lower",
        "baseline: 20, target: +15–20%, better: higher",
        "baseline: 30 min, target: 60 %, better: higher",
        "baseline: 15–20 %, target: 18–25 %, better: higher",
        "kind: time, unit: min, better: lower, baseline: 260 min, actual: 4 h, target: 10 min",
    ],
)
def test_a_target_that_leads_somewhere_is_fine(keys):
    assert of_metric(f"name: C, {keys}", "target-without-baseline") == []


def test_a_target_of_a_use_starts_from_what_its_library_says():
    text = STAGES + "metrics: {ref: csat, target: TARGET}\n"

    def told(target: str) -> list[str]:
        found = found_in(
            text.replace("TARGET", target), "target-without-baseline", shared__library=SHELF
        )
        return [each.message for each in found]

    assert told("4.2") == []
    assert told("3") == [
        "the target 3 of 'CSAT' is worse than the 3.4 it starts from: higher is better"
    ]


def test_a_baseline_of_the_library_that_could_not_be_read_is_not_called_missing():
    shelf = SHELF.replace("actual: 3.4", "baseline: low")
    text = STAGES + "metrics: {ref: csat, target: 4}\n"

    assert found_in(text, "target-without-baseline", shared__library=shelf) == []


def test_a_target_of_a_future_starts_from_what_is_measured_in_its_baseline():
    metric = "metrics: {name: C, kind: csat, scale: [1, 5], formula: mean, owner: X"
    now = HEAD + "id: now\n" + STAGES + metric + ", actual: 3}\n"
    soon = "id: soon\nstate: future\nbaseline: now\n" + STAGES + metric + ", target: 4}\n"

    assert found_in(soon, "target-without-baseline", now__journey=now) == []
    assert found_in(soon, "target-without-baseline", now__journey=now.replace(", actual: 3", ""))
    assert found_in(
        soon.replace("target: 4", "target: 2"), "target-without-baseline", now__journey=now
    )


@pytest.mark.parametrize("lost", ["baseline: a lot", "points: [{value: many}]", "actual: >= 3"])
def test_a_baseline_that_could_not_be_read_is_not_called_missing(lost):
    assert of_metric(f"name: C, target: 4, {lost}", "target-without-baseline") == []


# inconsistent-metric


def asked(first: str, second: str, kind: str = "csat") -> list[str]:
    text = (
        "stages:\n"
        f"  - {{name: A, metrics: {{name: One, kind: {kind}, {first}}}}}\n"
        f"  - {{name: B, metrics: {{name: Two, kind: {kind}, {second}}}}}\n"
    )
    return said(text, "inconsistent-metric")


def test_two_scales_of_one_kind_are_told_at_the_second():
    assert asked("scale: [1, 5]", "scale: [1, 10]") == [
        "CSAT runs from 1…10 at stage 'B', and from 1…5 before"
    ]
    assert asked("scale: [1, 5]", "scale: [1, 7]", kind="ces") == [
        "CES runs from 1…7 at stage 'B', and from 1…5 before"
    ]
    assert asked("scale: [-100, 100]", "scale: [0, 10]", kind="nps")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("question: How satisfied are you with the shop?",
         "question: How satisfied are you with the app?"),
        ("question: 您对门店满意吗？", "question: 您对热线满意吗？"),
        ("question: How content are you?", "question: how content are you"),
        ("question: How content are you?", "scale: [1, 5]"),
        ("question: How content are you?", "question: {zh: 您满意吗？}"),
        ("question: {en: How content are you?, zh: 您满意吗？}", "question: {zh: 您满意吗}"),
        ("scale: [1, 5]", "formula: mean"),
    ],
)  # fmt: skip
def test_the_same_question_about_another_thing_is_consistent(first, second):
    assert asked(first, second) == []


def test_another_question_is_told():
    assert asked("question: How content are you?", "question: Did we keep our word?") == [
        "CSAT is asked as 'Did we keep our word?' at stage 'B', and as 'How content are you?' before"
    ]


def test_questions_are_compared_in_a_language_that_both_have():
    (message,) = asked(
        "question: {en: How content are you?, zh: 您满意吗？}", "question: {zh: 我们说到做到了吗？}"
    )

    assert "我们说到做到了吗？" in message


def test_metrics_that_nobody_is_asked_about_may_have_their_own_scales():
    assert asked("scale: [1, 5]", "scale: [0, 100]", kind="ratio") == []


def test_the_same_metric_must_be_asked_word_for_word():
    text = (
        "stages: [{name: A, metrics: csat}, {name: B, metrics: {ref: csat, question: How happy are "
        "you?}}]\n"
    )
    shelf = SHELF.replace("owner: X", "owner: X, question: How content are you?")

    (found,) = found_in(text, "inconsistent-metric", shared__library=shelf)

    assert found.message.startswith("CSAT is asked as 'How happy are you?' at stage 'B'")
    assert [(each.path, each.label) for each in found.related] == [
        ("a.journey.yaml", "the first"),
        ("shared__library.yaml", "defined here"),
    ]


def test_an_entry_that_differs_is_told_once_however_often_it_is_used():
    stages = "".join(f"  - {{name: S{at}, metrics: [one, two]}}\n" for at in range(5))
    library = (
        "library: {metrics: {one: {name: One, kind: csat, scale: [1, 5]}, "
        "two: {name: Two, kind: csat, scale: [1, 10]}}}\n"
    )

    asked = library.replace("scale: [1, 5]", "question: Content?").replace(
        "scale: [1, 10]", "question: Did we keep our word?"
    )

    assert len(said("stages:\n" + stages + library, "inconsistent-metric")) == 1
    assert len(said("stages:\n" + stages + asked, "inconsistent-metric")) == 1


# goal-without-metric


def test_a_goal_that_is_measured_or_not_there_is_left_alone():
    assert said(STAGES + "goal: {customer: Films}\n", "goal-without-metric") == []
    assert said(STAGES + "goal: {business: More, metrics: nothing}\n", "goal-without-metric") == []
    assert said(STAGES + "goal: {business: More, metrics: {}}\n", "goal-without-metric") == []


@pytest.mark.parametrize(
    ("metrics", "offered"),
    [
        ("metrics: csat", "metrics: [csat]"),
        ("metrics: {name: Content}", "metrics: [Content]"),
        ("metrics: {name: 'Yes, content'}", 'metrics: ["Yes, content"]'),
    ],
)
def test_what_the_map_measures_is_offered(metrics, offered):
    (found,) = found_in(
        STAGES + f"goal: {{business: More}}\n{metrics}\n",
        "goal-without-metric",
        shared__library=SHELF,
    )

    assert found.message == "nothing measures the business goal 'More'"
    assert f"'{offered}' if that one does" in found.help


def test_a_diagram_is_asked_for_no_metric():
    diagram = "journey\n  title Work\n  section Go\n    Make tea: 5: Me\n"

    found = linted(
        {"a.mmd": diagram}, profile="strict", select=("metric", "action", "blueprint", "future")
    )

    assert found.findings == ()


def test_a_map_without_any_metric_hears_of_it_once():
    text = STAGES + "goal: {business: More}\n"

    assert said(text, "no-metric") == ["nothing on the map is measured"]
    assert said(text, "goal-without-metric") == []
