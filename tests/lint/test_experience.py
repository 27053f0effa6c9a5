"""What the pages of the rules about experience do not show: the edges, and where they are silent."""

from __future__ import annotations

import pytest

from cjm.findings import Finding
from cjm.lint import RULES as EVERY
from cjm.lint.felt import level_words
from cjm.lint.rules.effects import mean_effect
from cjm.model.insight import Insight

from .workspaces import linted

HEAD = "cjm: journey/1\ntitle: T\nlanguage: en\npersonas: [Li Na, Chen]\n"
LIBRARY = """\
library:
  evidence:
    survey: {title: Survey, method: survey}
    watched: {title: Watched, method: usability-test}
    talks: {title: Talks, method: interview}
"""


def found(stages: str, *rules: str, more: str = "", **options: object) -> list[Finding]:
    """The findings of the rules named on a map of `stages`."""
    text = f"{HEAD}{more}\n{stages}\n{LIBRARY}"
    asked = {"select": rules, **options}
    result = linted({"a.journey.yaml": text}, **asked)
    return [each for each in result.findings if EVERY[each.rule].category == "experience"]


def names(*given: str, **options: object) -> list[str]:
    return [each.rule for each in found(*given, **options)]


def steps(*each: str, stage: str = "") -> str:
    listed = "".join(f"\n    - {{name: s{at}, {keys}}}" for at, keys in enumerate(each))
    return f"stages:\n- name: A\n{stage}  steps:{listed}"


# missing-feelings


@pytest.mark.parametrize(
    ("felt", "rules"),
    [
        (["feeling: 1"] * 4 + ["wait: 1 h"], []),
        (["feeling: 1"] * 3 + ["wait: 1 h"], ["missing-feelings"]),
        (["feeling: glad"] * 3 + ["feelings: {Chen: 0}"], []),
        (["feeling: 1", "actor: Agent", "actor: Agent"], []),
        (["feeling: 0.5", "feeling: 9"], []),
    ],
)
def test_four_of_five_steps_have_a_feeling(felt, rules):
    assert names(steps(*felt), "missing-feelings") == rules


def test_the_feeling_of_a_stage_is_there_at_each_step():
    assert names(steps("wait: 1 h", "wait: 1 h", stage="  feeling: 1\n"), "missing-feelings") == []


def test_steps_without_feelings_are_told_at_once():
    (finding,) = found(steps(*["wait: 1 h"] * 6), "missing-feelings")

    assert finding.message == (
        "none of the customer's 6 steps has a feeling; the first is step 's0' in stage 'A'"
    )
    assert len(finding.related) == 2


def test_one_step_has_a_feeling_and_two_have_one():
    one, two = (
        found(steps(*["feeling: 1"] * count, *["wait: 1 h"] * 4), "missing-feelings")[0].message
        for count in (1, 2)
    )

    assert one.startswith("1 of the customer's 5 steps has a feeling, under 80 %; ")
    assert two.startswith("2 of the customer's 6 steps have a feeling, under 80 %; ")


def test_a_map_of_one_step_is_not_counted():
    (finding,) = found(steps("wait: 1 h"), "missing-feelings")

    assert finding.message == "the customer's only step, step 's0' in stage 'A', has no feeling"


@pytest.mark.parametrize(
    ("felt", "rules"), [("wait: 1 h", []), ("feeling: 1", ["missing-feelings"])]
)
def test_a_blueprint_may_do_without_feelings_but_not_with_a_few(felt, rules):
    stages = steps(felt, "wait: 1 h", "wait: 1 h")

    assert names(stages, "missing-feelings", more="type: blueprint") == rules


def test_an_empty_stage_is_no_step_without_a_feeling():
    stages = "stages: [{name: A}, {name: B, feeling: 1}]"

    assert names(stages, "missing-feelings") == []


def test_the_least_share_is_a_setting():
    stages = steps("feeling: 1", "wait: 1 h")

    assert names(stages, "missing-feelings", settings={"feelings.min": "50"}) == []


# flat-curve and no-low-point

CURVE = ("flat-curve", "no-low-point")


def curve(*levels: str, more: str = "") -> list[str]:
    return names(steps(*(f"feeling: {each}" for each in levels)), *CURVE, more=more)


@pytest.mark.parametrize(
    ("levels", "rules"),
    [
        (["-0.5", "0", "1.25"], ["flat-curve"]),
        (["-0.5", "0", "1.5"], []),
        (["-1", "-1", "-1"], ["flat-curve"]),
        (["0", "1", "2"], ["no-low-point"]),
        (["1", "1", "1"], ["no-low-point"]),
        (["0", "1"], []),
        (["0", "1", "glad"], []),
        (["[0, 1]", "1"], ["no-low-point"]),
        (["[0, -1, 1]", "1"], []),
        (["0", "1", "{level: 1, evidence: talks}"], ["no-low-point"]),
        (["0", "1", "{level: 1, evidence: survey}"], []),
        (["0", "1", "{level: 1, evidence: watched}"], []),
        (["0", "1", "{level: 1, evidence: survey, basis: reported}"], ["no-low-point"]),
    ],
)
def test_a_curve_that_nobody_saw_is_neither_flat_nor_always_high(levels, rules):
    assert curve(*levels) == rules


@pytest.mark.parametrize("state", ["future", "transition"])
def test_what_is_to_come_may_be_even_and_good(state):
    assert curve("1", "1", "1", more=f"state: {state}") == []


def test_the_low_of_one_persona_is_a_low():
    stages = steps("{feeling: 1, feelings: {Chen: -1}}"[1:-1], "feeling: 1", "feeling: 2")

    assert names(stages, *CURVE) == []


def test_the_feeling_of_a_stage_belongs_to_the_curve():
    stages = steps("feeling: 1", "feeling: 1", "feeling: 1", stage="  feeling: -1\n")

    assert names(stages, *CURVE) == []


DIAGRAM = (
    "journey\n  title {title}\n  section Buy\n    Look: 4: Me\n    Pay: 4: Me\n    Go: 5: Me\n"
)


@pytest.mark.parametrize(
    ("title", "rules"),
    [("Buying", {"no-low-point"}), ("To-Be: buying", set()), ("购买（目标状态）", set())],
)
def test_a_diagram_is_judged_unless_its_title_is_of_the_future(title, rules):
    result = linted({"a.mmd": DIAGRAM.replace("{title}", title)}, select=("experience",))

    assert {each.rule for each in result.findings} == rules


@pytest.mark.parametrize(("state", "rules"), [("", []), ("state: current", ["no-low-point"])])
def test_the_state_goes_before_the_title(state, rules):
    text = f"title: To-Be\n{state}\n{steps('feeling: 1', 'feeling: 1', 'feeling: 2')}"

    result = linted({"a.journey.yaml": f"cjm: journey/1\n{text}"}, select=CURVE)

    assert [each.rule for each in result.findings] == rules


def test_a_diagram_is_not_judged_at_its_own_profile():
    result = linted(
        {"a.mmd": DIAGRAM.replace("{title}", "B")}, profile=None, select=("experience",)
    )

    assert result.findings == ()


# low-without-pain


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ("feeling: -1", ["low-without-pain"]),
        ("feeling: -0.99", []),
        ("feeling: awful", []),
        ("feeling: [1, -1.5, 1]", ["low-without-pain"]),
        ("feeling: {level: -2, evidence: survey}", ["low-without-pain"]),
        ("feeling: -1, pains: Queue", []),
        ("feeling: -1, pains: {text: Queue, status: refuted}", ["low-without-pain"]),
        ("feeling: -1, itches: Queue", ["low-without-pain"]),
        ("feeling: -1, backstage: {text: Waits, fail: true}", []),
        (
            "feeling: 1, feelings: {Chen: -1}, pains: {text: Q, personas: Li Na}",
            ["low-without-pain"],
        ),
        ("feeling: 1, feelings: {Chen: -1}, pains: {text: Q, personas: Chen}", []),
        (
            "feeling: -1, feelings: {Chen: 1}, pains: {text: Q, personas: Chen}",
            ["low-without-pain"],
        ),
        ("feeling: -1, feelings: {Chen: 1}, pains: {text: Q, personas: [Chen, Li Na]}", []),
        ("feeling: -1, pains: 7: 8", []),
    ],
)
def test_a_low_feeling_has_a_pain_of_those_who_feel_it(keys, rules):
    assert names(steps(keys.replace("7: 8", "[{severity: 9}]")), "low-without-pain") == rules


def test_the_pain_of_the_stage_or_of_the_journey_is_there_at_each_step():
    assert names(steps("feeling: -1", stage="  pains: Queue\n"), "low-without-pain") == []
    assert names(steps("feeling: -1"), "low-without-pain", more="pains: Queue") == []


def test_the_low_of_a_stage_may_have_its_pain_at_a_step():
    low = "  feeling: -1\n"

    assert names(steps("feeling: 0", stage=low), "low-without-pain") == ["low-without-pain"]
    assert names(steps("pains: Queue", stage=low), "low-without-pain") == []


def test_a_map_with_no_pain_at_all_hears_of_it_once():
    (finding,) = found(steps("feeling: -1", "feeling: -2", "feeling: -1.5"), "low-without-pain")

    assert finding.message == (
        "the feeling is low at 3 places, the lowest −2 at step 's1' in stage 'A', and the map has no "
        "pain"
    )
    assert [each.label for each in finding.related] == ["−1.5", "−1"]


# pain-without-low


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ("feeling: 1, pains: {text: Q, severity: 4}", ["pain-without-low"]),
        ("feeling: 0.1, pains: {text: Q, severity: 5, frequency: 3}", ["pain-without-low"]),
        ("feeling: 1, pains: {text: Q, severity: 3}", []),
        ("feeling: 0, pains: {text: Q, severity: 5}", []),
        ("feeling: [-1, 2], pains: {text: Q, severity: 5}", []),
        ("feeling: glad, pains: {text: Q, severity: 5}", []),
        ("feeling: 1, pains: {text: Q, severity: 5, frequency: 2}", []),
        ("feeling: 1, pains: {text: Q, severity: 5, status: refuted}", []),
        ("feeling: {level: 1, evidence: survey}, pains: {text: Q, severity: 5}", []),
        ("feeling: {level: 1, evidence: watched}, pains: {text: Q, severity: 5}", []),
        ("feeling: {level: 1, evidence: talks}, pains: {text: Q, severity: 5}", ["pain-without-low"]),
        ("feeling: 1, feelings: {Chen: -1}, pains: {text: Q, severity: 5, personas: Chen}", []),
        ("feeling: -1, feelings: {Chen: 1}, pains: {text: Q, severity: 5, personas: Chen}",
         ["pain-without-low"]),
        ("feeling: -1, feelings: {Chen: 1}, pains: {text: Q, severity: 5}", []),
    ],
)  # fmt: skip
def test_a_severe_pain_is_felt_by_those_whom_it_concerns(keys, rules):
    assert names(steps(keys), "pain-without-low") == rules


def test_the_severe_pain_of_a_stage_is_felt_at_one_of_its_steps():
    stage = "  pains: {text: Q, severity: 5}\n"

    assert names(steps("feeling: 1", "feeling: -1", stage=stage), "pain-without-low") == []
    assert names(steps("feeling: 1", "feeling: 2", stage=stage), "pain-without-low") == [
        "pain-without-low"
    ]


def test_the_pain_and_the_feeling_are_both_shown():
    (finding,) = found(steps("feeling: 1, pains: {text: Q, severity: 4}"), "pain-without-low")

    assert finding.route == ("stages", 0, "steps", 0, "pains", 0)
    assert [each.label for each in finding.related] == ["the feeling"]


# expectation-gap


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ("feeling: -1, expectation: 1", ["expectation-gap"]),
        ("feeling: 0.1, expectation: 1.9", []),
        ("feeling: -0.2, expectation: 1.8", ["expectation-gap"]),
        ("feeling: sad, expectation: 2", []),
        ("feeling: -1, expectation: At once", []),
        ("feeling: [2, -1], expectation: 1", ["expectation-gap"]),
        ("feeling: 1, feelings: {Chen: -1}, expectation: 1", ["expectation-gap"]),
        ("feeling: -1, expectation: 1, opportunities: Answer", []),
        ("feeling: -1, expectation: 1, solutions: Answer", []),
        ("feeling: -1, expectation: 1, realises: book", []),
    ],
)
def test_a_wide_gap_is_answered(keys, rules):
    assert names(steps(keys), "expectation-gap") == rules


def test_the_expectation_of_a_stage_is_there_at_each_step_and_told_once():
    (finding,) = found(
        steps("feeling: -1", "feeling: -2", stage="  expectation: 1\n"), "expectation-gap"
    )

    assert finding.route[:4] == ("stages", 0, "steps", 1)
    assert "expect +1 and feel −2, a gap of 3" in finding.message


def test_an_opportunity_elsewhere_answers_the_pain_that_it_addresses():
    keys = "feeling: -1, expectation: 1, pains: {id: queue, text: Queue}"
    answers = "opportunities: {text: Book, addresses: queue}"

    assert names(steps(keys), "expectation-gap") == ["expectation-gap"]
    assert names(steps(keys, answers), "expectation-gap") == []
    assert names(steps(keys), "expectation-gap", more=answers) == []
    assert names(steps(keys), "expectation-gap", more="opportunities: Do better") == [
        "expectation-gap"
    ]


def test_a_gap_speaks_for_the_missing_pain_and_for_the_bad_ending():
    keys = "feeling: -1, expectation: 1"

    apart = names(steps(keys), "low-without-pain", "bad-ending")

    assert sorted(apart) == ["bad-ending", "low-without-pain"]
    assert names(steps(keys), "low-without-pain", "bad-ending", "expectation-gap") == [
        "expectation-gap"
    ]


def test_an_opportunity_that_could_not_be_read_is_not_called_missing():
    assert names(steps("feeling: -1, expectation: 1, opportunities: [[]]"), "expectation-gap") == []


# moments of truth


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ("moment_of_truth: true", ["moment-without-expectation"]),
        ("moment_of_truth: zmot", ["moment-without-expectation"]),
        ("moment_of_truth: false", []),
        ("moment_of_truth: true, expectation: 1", []),
        ("moment_of_truth: true, expectation: At once", []),
    ],
)
def test_a_moment_of_truth_has_an_expectation(keys, rules):
    assert names(steps(keys), "moment-without-expectation") == rules


def test_a_stage_and_its_steps_share_the_expectation_at_a_moment_of_truth():
    moment = "moment_of_truth: true"

    assert names(steps(moment, stage="  expectation: 1\n"), "moment-without-expectation") == []
    assert names(steps("expectation: 1", stage=f"  {moment}\n"), "moment-without-expectation") == []


@pytest.mark.parametrize(
    ("moments", "count", "rules"),
    [
        (["true"] * 3, 14, ["too-many-moments"]),
        (["true"] * 3, 15, []),
        (["true"] * 2, 3, []),
        (["zmot", "fmot", "smot"], 6, []),
        (["zmot", "zmot", "smot"], 6, ["too-many-moments"]),
        (["zmot", "fmot", "true"], 6, ["too-many-moments"]),
    ],
)
def test_few_steps_are_moments_of_truth(moments, count, rules):
    marked = [f"moment_of_truth: {each}" for each in moments]

    assert (
        names(steps(*marked, *["wait: 1 h"] * (count - len(marked))), "too-many-moments") == rules
    )


def test_a_stage_that_is_a_moment_of_truth_counts_once():
    marked = ["moment_of_truth: true"] * 2 + ["wait: 1 h"] * 4

    (finding,) = found(steps(*marked, stage="  moment_of_truth: true\n"), "too-many-moments")

    assert finding.message == "3 of 6 steps are moments of truth (50 %), over 20 %"


# bad-ending


@pytest.mark.parametrize(
    ("each", "rules"),
    [
        (["feeling: 1", "feeling: -1"], ["bad-ending"]),
        (["feeling: -2", "feeling: -0.5"], []),
        (["feeling: -2", "wait: 1 h"], []),
        (["feeling: 1", "feeling: [-2, 1]"], []),
        (["feeling: 1", "feeling: [1, -2]"], ["bad-ending"]),
        (["feeling: 1", "feeling: 1, feelings: {Chen: [1, -1]}"], ["bad-ending"]),
        (["feeling: 1", "feeling: -1, opportunities: Call"], []),
        (["feeling: 1", "feeling: -1, solutions: Call"], []),
        (["feeling: 1", "feeling: -1, next: nowhere"], []),
    ],
)
def test_the_last_feeling_of_the_last_step_is_the_end(each, rules):
    assert names(steps(*each), "bad-ending") == rules


def test_the_stage_answers_and_feels_for_its_last_step():
    assert names(steps("feeling: -1", stage="  opportunities: Call\n"), "bad-ending") == []
    assert names(steps("wait: 1 h", stage="  feeling: -1\n"), "bad-ending") == ["bad-ending"]


def test_each_path_has_an_end():
    stages = steps(
        "feeling: 0, next: [s1, {to: exit, name: Gives up}]",
        "feeling: -1, next: [s2, {to: exit, name: Gives up}]",
        "feeling: -2, next: end",
        "feeling: -1.5",
    )

    messages = [each.message for each in found(stages, "bad-ending")]

    assert messages == [
        "who leaves at step 's1' in stage 'A' leaves at −1, and no opportunity answers it",
        "the journey ends at −2 with step 's2' in stage 'A', and no opportunity answers it",
        "the journey ends at −1.5 with step 's3' in stage 'A', and no opportunity answers it",
    ]


def test_alternatives_both_end_the_journey():
    stages = steps("feeling: 0, next: [s1, s2]", "feeling: -1", "feeling: -1")

    assert names(stages, "bad-ending") == ["bad-ending", "bad-ending"]


def test_a_path_that_could_not_be_read_is_not_judged():
    stages = steps("feeling: 0, next: [[]]", "feeling: -1")

    assert names(stages, "bad-ending") == []


# only-pains


@pytest.mark.parametrize(
    ("keys", "more", "rules"),
    [
        ("pains: Queue", "", ["only-pains"]),
        ("pains: Queue, itches: More", "", []),
        ("pains: Queue, delights: {text: Nice, status: refuted}", "", []),
        ("pains: Queue", "delights: Nice", []),
        ("pains: Queue", "state: future", []),
        ("pains: Queue", "type: blueprint", []),
        ("pains: Queue, delights: [{severity: 3}]", "", []),
        ("pains: {text: Queue, status: refuted}", "", []),
        ("wait: 1 h", "", []),
    ],
)
def test_somebody_looked_for_more_than_pains(keys, more, rules):
    assert names(steps(keys), "only-pains", more=more) == rules


# curve-against-insights


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ("feeling: 1, pains: {text: P, effect: 1}", ["curve-against-insights"]),
        ("feeling: 0.6, pains: {text: P, effect: 1}", []),
        ("feeling: 0.61, pains: {text: P, effect: 1}", ["curve-against-insights"]),
        ("feeling: 1, pains: {text: P, severity: 5}", []),
        ("feeling: 1, pains: [{text: P, effect: 5}, Q]", []),
        ("feeling: 1, pains: {text: P, effect: 5, weight: 0}", []),
        ("feeling: 1, itches: {text: P, effect: 5}", []),
        ("feeling: 1, pains: {text: P, effect: 5, status: refuted}", []),
        ("feeling: 1, pains: {text: P, effect: 5}, delights: {text: D, effect: 5}", []),
        ("feeling: glad, pains: {text: P, effect: 5}", []),
        ("feeling: [2, -2], pains: {text: P, effect: 1}", []),
        ("feeling: {level: 2, evidence: survey}, pains: {text: P, effect: 5}", []),
        ("feeling: {level: 2, evidence: talks}, pains: {text: P, effect: 5}", ["curve-against-insights"]),
        ("feeling: 2, feelings: {Chen: -2}, pains: {text: P, effect: 5, personas: Chen}", []),
        ("feeling: -2, feelings: {Chen: 2}, pains: {text: P, effect: 5}", ["curve-against-insights"]),
    ],
)  # fmt: skip
def test_a_feeling_is_near_what_its_insights_make_it(keys, rules):
    assert names(steps(keys), "curve-against-insights") == rules


def test_the_sum_speaks_for_the_single_severe_pain():
    keys = "feeling: 1, pains: {text: P, severity: 5, effect: 5}"

    rules = names(steps(keys), "curve-against-insights", "pain-without-low")

    assert rules == ["curve-against-insights"]


def test_the_formula_is_that_of_its_page():
    pain, delight = Insight(text="P", effect=5), Insight(text="D", effect=2, weight=50)

    mean = mean_effect([("pains", pain), ("delights", delight)])

    assert mean == pytest.approx(-1.0667, abs=1e-4)
    assert "= −1.07" in EVERY["curve-against-insights"].page.why


@pytest.mark.parametrize(
    ("level", "words"), [(1, "+1"), (0, "0"), (-1.5, "−1.5"), (-0.001, "0"), (2 / 3, "+0.67")]
)
def test_levels_are_spelt_with_their_sign(level, words):
    assert level_words(level) == words


# Principles


def test_no_rule_asks_a_measured_map_for_other_feelings():
    """Whatever was measured: each finding asks for something else than another feeling."""
    allowed = {"low-without-pain", "expectation-gap", "bad-ending", "moment-without-expectation"}
    for level in (-2, -1, -0.5, 0, 0.5, 1, 2):
        felt = f"feeling: {{level: {level}, evidence: survey}}"
        keys = f"{felt}, expectation: 1, moment_of_truth: zmot, pains: {{text: P, severity: 5, effect: 5}}"

        assert set(names(steps(keys, felt, felt, felt), "experience", profile="strict")) <= {
            *allowed, "only-pains"
        }  # fmt: skip
