"""References that lead nowhere are found, and those that lead somewhere are left alone."""

from __future__ import annotations

import pytest

from cjm.model.lanes import LANES, PRESETS

from .workspaces import linted

HEAD = "cjm: journey/1\ntitle: Upgrading\npersona: Li Na\n"
STAGES = """\
stages:
  - name: Learn
    id: learn
    steps:
      - name: Compares plans
        id: compare-plans
        pains: {id: too-many-plans, text: 27 plans}
        opportunities: {id: best-fits, text: Show three}
"""
LIBRARY = """\
cjm: library/1
evidence:
  survey-2026: {title: Upgrade survey, method: survey}
metrics:
  csat: {name: CSAT}
touchpoints:
  plan-page: {name: Plan page}
"""


def errors(map: str, **others: str) -> list[str]:
    texts = {"journeys/a.journey.yaml": HEAD + map, "shared.library.yaml": LIBRARY}
    texts |= {path.replace("__", "/") + ".yaml": text for path, text in others.items()}
    found = linted(texts, profile="sketch").findings
    return [each.message for each in found if each.severity.word == "error"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "        evidence: survey-2025",
            "there is no evidence 'survey-2025', named at step 'Compares plans' in stage 'Learn'; "
            "did you mean 'survey-2026'?",
        ),
        (
            "        metrics: cast",
            "there is no metric 'cast', named at step 'Compares plans' in stage 'Learn'; "
            "did you mean 'csat'?",
        ),
        (
            "        touchpoints: {ref: plan-pge, importance: 3}",
            "there is no touchpoint 'plan-pge', named at step 'Compares plans' in stage 'Learn'; "
            "did you mean 'plan-page'?",
        ),
        (
            "        solutions: {text: A finder, addresses: best-fit}",
            "there is no opportunity or insight 'best-fit', named at step 'Compares plans' in "
            "stage 'Learn'; did you mean 'best-fits'?",
        ),
        (
            "        next: compare-plan",
            "there is no stage or step 'compare-plan', named at step 'Compares plans' in stage "
            "'Learn'; did you mean 'compare-plans'?",
        ),
        (
            "hypotheses: {statement: They leave, about: nothing}",
            "there is no step, insight, opportunity or touchpoint 'nothing', named at the journey",
        ),
        (
            "walkthroughs: {findings: {step: xyz, text: Long queue}}",
            "there is no stage or step 'xyz', named at the journey",
        ),
        (
            "goal: {metrics: uptake}",
            "there is no metric 'uptake', named at the journey",
        ),
        (
            "resolves: too-many-plans",
            "'resolves' names 'too-many-plans', but the journey has no baseline to look in",
        ),
        ("parent: nowhere", "there is no journey 'nowhere', named at the journey"),
        ("parent: ../nowhere.yaml#x", "there is no journey at '../nowhere.yaml'"),
        ("lanes: [stage, feelng]", "there is no lane 'feelng', named at the journey; did you mean "
         "'feeling'?"),
        ("lanes: [stage, {id: mood, name: Mood, after: feelng}]", "there is no lane 'feelng', named "
         "at the journey; did you mean 'feeling'?"),
        ("lanes: [stage, {id: mood, name: Mood, after: weather}]", "there is no lane 'weather', named "
         "at the journey"),
        ("lanes: [stage, {id: mood, name: Mood, after: executive}]", "there is no lane 'executive', "
         "named at the journey"),
        ("        custom: {mood: Grey}", "there is no lane 'mood' for the cells at step "
         "'Compares plans' in stage 'Learn'"),
    ],
)  # fmt: skip
def test_a_reference_to_nothing_is_an_error(line, message):
    assert errors(STAGES + line + "\n") == [message]


@pytest.mark.parametrize(
    "line",
    [
        "        evidence: [survey-2026, Upgrade Survey]",
        "        evidence: {title: A fresh one, method: interview}",
        "        metrics: {name: My own metric, target: 3}",
        "        touchpoints: [{ref: Plan page, importance: 3}, A new one]",
        "        solutions: {text: A finder, addresses: [best-fits, too-many-plans, 27 PLANS]}",
        "        next: [{to: learn}, {to: exit, name: Gives up}, Compares Plans]",
        "hypotheses: {statement: They leave, about: [learn, too-many-plans, best-fits, plan-page]}",
        "walkthroughs: {findings: {step: Compares plans, text: Long queue}}",
        "goal: {metrics: csat}",
        "lanes: [journey, {id: mood, name: Mood}, physical-evidence]",
        "lanes: [stage, {id: mood, name: Mood, after: Physical-Evidence}]",
        "lanes: [{id: risk, name: Risk}, {id: mood, name: Mood, after: RISK}]",
    ],
)
def test_a_reference_to_something_is_fine(line):
    assert errors(STAGES + line + "\n") == []


def test_a_lane_without_a_name_is_known_by_its_cells():
    assert errors(STAGES + "        custom: {mood: Grey}\nlanes: [stage, mood]\n") == []


@pytest.mark.parametrize("id", [*LANES, *PRESETS, "Pains", "physical-evidence"])
def test_every_lane_that_can_be_drawn_is_known(id):
    assert errors(STAGES + f"lanes: [{id}]\n") == []


@pytest.mark.parametrize("lanes", ["risk", "Risk", "{id: RISK, name: Risk}"])
def test_cells_and_their_lane_are_compared_in_any_case(lanes):
    assert errors(STAGES + f"        custom: {{Risk: High}}\nlanes: [stage, {lanes}]\n") == []


def test_a_known_lane_takes_no_cells_of_one_s_own():
    (message,) = errors(STAGES + "        custom: {pains: Mine}\nlanes: [stage, pains]\n")

    assert message.startswith("there is no lane 'pains' for the cells at step")


def test_an_inline_definition_can_be_named_elsewhere_in_the_journey():
    text = STAGES + (
        "        evidence: {title: Hotline log, method: support-log}\n"
        "        quotes: {text: Hm, evidence: hotline log}\n"
    )

    assert errors(text) == []


def test_a_thing_that_could_not_be_read_is_no_reference_to_nothing():
    text = (
        STAGES.replace("text: 27 plans", "txt: 27 plans")
        + "        solutions: {text: x, addresses: too-many-plans}\n"
    )

    assert not any("there is no" in message for message in errors(text))


def test_a_library_that_could_not_be_read_is_not_blamed_on_the_maps():
    texts = {
        "a.journey.yaml": HEAD + STAGES + "        evidence: survey-2026\n",
        "b.library.yaml": LIBRARY + "  broken: [\n",
    }

    found = linted(texts, profile="sketch").findings

    assert {each.rule for each in found} == {"yaml-syntax"}


def test_a_map_that_could_not_be_read_is_not_blamed_on_the_one_that_names_it():
    texts = {
        "a.journey.yaml": HEAD + "baseline: b\n" + STAGES,
        "b.journey.yaml": HEAD + "stages: [\n",
    }

    assert {each.rule for each in linted(texts, profile="sketch").findings} == {"yaml-syntax"}


def test_references_within_a_library_are_looked_up_too():
    texts = {"a.library.yaml": LIBRARY + "  booth: {name: Booth, evidence: servey-2026}\n"}

    (found,) = linted(texts, profile="sketch").findings

    assert found.message == (
        "there is no evidence 'servey-2026', named at touchpoint 'Booth'; did you mean "
        "'survey-2026'?"
    )


BASE = HEAD + "id: now\n" + STAGES
CHANGE = HEAD + "id: soon\nstate: future\nbaseline: now\n"


def chain(**maps: str) -> list[str]:
    texts = {f"{name}.journey.yaml": text for name, text in maps.items()}
    found = linted(texts, profile="sketch").findings
    return [f"{each.rule}: {each.message}" for each in found]


def test_what_a_change_settles_is_looked_up_through_the_chain_of_baselines():
    later = HEAD + (
        "id: later\nstate: future\nbaseline: soon\nresolves: too-many-plans\n"
        "realises: best-fits\ndefers: {pain: 27 plans, reason: later}\n"
        "stages:\n  - {name: Learn, steps: [{name: Picks one, replaces: compare-plans}]}\n"
    )

    assert chain(now=BASE, soon=CHANGE + STAGES, later=later) == []


def test_nothing_is_missing_in_a_chain_of_baselines_that_could_not_be_read_to_its_end():
    later = HEAD + (
        "id: later\nstate: future\nbaseline: soon\nresolves: too-many-plans\nrealises: best-fits\n"
        "stages: [{name: Learn, feeling: 1}]\n"
    )

    found = chain(now=BASE + "stages: [\n", soon=CHANGE + STAGES, later=later)

    assert [each.partition(":")[0] for each in found] == ["yaml-syntax"]


def test_what_a_change_settles_is_not_looked_up_in_the_change_itself():
    change = CHANGE + "resolves: new-pain\n" + STAGES.replace("too-many-plans", "new-pain")

    assert chain(now=BASE, soon=change) == [
        "unresolved-reference: there is no insight in the baseline 'new-pain', named at the journey"
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("pains: {text: Slow, replaces: too-many-plan}", "insight in the baseline 'too-many-plan'"),
        (
            "opportunities: {text: Fast, replaces: best-fit}",
            "opportunity in the baseline 'best-fit'",
        ),
    ],
)
def test_what_an_insight_or_opportunity_replaces_must_be_in_the_baseline(line, message):
    change = CHANGE + "stages: [{name: Learn, feeling: 1}]\n" + line + "\n"

    (found,) = chain(now=BASE, soon=change)

    assert found.startswith(f"unresolved-reference: there is no {message}, named at the journey")
    assert "did you mean" in found
    assert chain(now=BASE, soon=change.replace("plan}", "plans}").replace("fit}", "fits}")) == []


def test_a_stage_that_is_the_same_must_be_in_the_baseline():
    change = CHANGE + "stages: [{id: learn, same: true}, {id: lern, same: true}]\n"

    assert chain(now=BASE, soon=change) == [
        "unresolved-reference: there is no stage in the baseline 'lern', named at stage 'lern'; "
        "did you mean 'learn'?"
    ]


def test_a_step_of_a_stage_that_is_the_same_can_be_named():
    change = CHANGE + (
        "stages: [{id: learn, same: true}, {name: Use, steps: [{name: Returns, next: [compare-plans, end]}]}]\n"
    )

    assert chain(now=BASE, soon=change) == []


def test_a_step_of_another_journey_is_named_with_a_hash():
    fine = HEAD + "parent: now#compare-plans\nstages: [{name: Reads, pains: x}]\n"
    wrong = fine.replace("#compare-plans", "#compare-plan")

    assert chain(now=BASE, detail=fine) == []
    assert chain(now=BASE, detail=wrong) == [
        "unresolved-reference: there is no stage or step of 'now' 'compare-plan', named at the "
        "journey; did you mean 'compare-plans'?"
    ]


def test_a_ring_of_baselines_is_told_once():
    a = HEAD + "id: a\nbaseline: b\n" + STAGES
    b = HEAD + "id: b\nbaseline: c\n" + STAGES
    c = HEAD + "id: c\nbaseline: a\n" + STAGES

    assert chain(a=a, b=b, c=c) == [
        "circular-reference: the baselines run in a circle: 'a' → 'b' → 'c' → 'a'"
    ]


def test_a_map_that_leads_into_a_ring_is_not_in_it():
    a = HEAD + "id: a\nparent: b\n" + STAGES
    b = HEAD + "id: b\nparent: b\n" + STAGES

    assert chain(a=a, b=b) == ["circular-reference: the parents run in a circle: 'b' → 'b'"]


def test_two_journeys_with_one_id_are_told_in_the_second():
    texts = {"a.journey.yaml": BASE, "b/c.journey.yaml": BASE.replace("id: now", "id: NOW")}

    (found,) = linted(texts, profile="sketch").findings

    assert (found.rule, found.place.path, found.place.start.line) == (
        "duplicate-id",
        "b/c.journey.yaml",
        4,
    )
    assert found.related[0].path == "a.journey.yaml"


def test_entries_whose_ids_differ_in_case_alone_are_twice_the_same():
    library = "library: {channels: {web: {name: Web}, WEB: {name: The web}}}\n"

    assert errors(STAGES + library) == ["the id 'WEB' is taken already"]


def test_a_reference_to_a_derived_id_points_at_both_files():
    base = BASE.replace("id: too-many-plans, ", "")
    change = CHANGE + "resolves: 27-plans\n" + STAGES

    texts = {"now.journey.yaml": base, "soon.journey.yaml": change}
    (found,) = linted(texts, profile="sketch").findings

    assert found.rule == "reference-to-derived-id"
    assert found.place.path == "soon.journey.yaml"
    assert [(each.path, each.label) for each in found.related] == [
        ("now.journey.yaml", "write 'id: 27-plans' here")
    ]


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../../up.png", "C:\\secret.png", "~/x.png", "https://e.org/x.png",
             "file:///x", "a/../../../x.png", "..\\..\\x.png"]
)  # fmt: skip
def test_a_picture_from_outside_the_workspace_is_unsafe(path):
    texts = {
        "journeys/a.journey.yaml": HEAD
        + STAGES
        + f"        storyboard: {{image: '{path}', alt: x}}\n"
    }

    assert [each.rule for each in linted(texts, profile="sketch").findings] == ["unsafe-path"]


def test_a_picture_beside_the_folder_of_the_map_is_safe():
    texts = {
        "journeys/a.journey.yaml": HEAD + STAGES + "        storyboard: {image: ../b.png, alt: x}\n"
    }

    found = linted(texts, profile="sketch", exists=lambda path: path == "b.png").findings

    assert found == ()


def test_a_step_whose_id_is_not_written_is_offered_by_its_name():
    text = (
        "cjm: journey/1\ntitle: Upgrading\nstages: [{name: Learn, steps: [Reads the page, {name: Calls,"
        " next: Reads the pages}]}]\n"
    )

    (finding,) = linted({"a.journey.yaml": text}, select=("unresolved-reference",)).findings

    assert finding.message.endswith("; did you mean 'Reads the page'?")
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == ["Reads the page"]
