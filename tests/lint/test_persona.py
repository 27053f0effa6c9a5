"""Cases of the rules about personas that their pages do not show."""

from __future__ import annotations

from .workspaces import linted, rules_in

STAGES = "stages:\n  - {name: Learn, steps: [{name: Compares, feeling: 1}]}\n"
HEAD = "cjm: journey/1\ntitle: Upgrading\n"


def test_a_persona_of_a_step_is_a_persona():
    assert "missing-persona" not in rules_in(
        HEAD + "stages: [{name: A, personas: Li Na, pains: x}]\n"
    )


def test_a_persona_file_is_judged_in_its_own_place_and_once():
    texts = {
        "li-na.persona.yaml": "cjm: persona/1\nname: Li Na\n",
        "a.journey.yaml": HEAD + "persona: li-na\n" + STAGES,
        "b.journey.yaml": HEAD + "persona: li-na\n" + STAGES,
    }

    found = [each for each in linted(texts).findings if each.rule == "persona-without-evidence"]

    assert [(each.place.path, each.severity.word) for each in found] == [
        ("li-na.persona.yaml", "error")
    ]


def test_the_status_of_a_map_raises_what_its_persona_files_are_asked_for():
    texts = {
        "li-na.persona.yaml": "cjm: persona/1\nname: Li Na\n",
        "a.journey.yaml": HEAD + "status: live\npersona: li-na\n" + STAGES,
    }

    found = linted(texts, profile="sketch").findings

    assert ("persona-without-evidence", "note") in {(e.rule, e.severity.word) for e in found}


def test_a_persona_named_twice_in_words_is_asked_once():
    text = HEAD + "persona: Li Na\nstages: [{name: A, personas: [li na], pains: x}]\n"

    assert rules_in(text).count("persona-basics") == 1


def test_a_persona_of_which_only_the_name_is_known_is_not_only_demographics():
    assert "persona-only-demographics" not in rules_in(HEAD + "persona: Li Na\n" + STAGES)


def test_evidence_that_leads_to_nothing_is_told_by_one_rule():
    text = HEAD + "persona: {name: Li Na, evidence: nothing}\n" + STAGES

    rules = rules_in(text)

    assert "unresolved-reference" in rules
    assert "persona-without-evidence" not in rules


def test_planned_research_is_no_data():
    text = HEAD + (
        "persona: {name: Li Na, evidence: {title: Diary, method: diary-study, status: planned}}\n"
    )

    assert "persona-without-evidence" in rules_in(text + STAGES)


def test_personas_that_each_take_their_own_steps_share_no_curve():
    apart = HEAD + (
        "personas: [Li, Chen]\n"
        "stages: [{name: A, steps: [{name: B, personas: Li, feeling: 1}, "
        "{name: C, personas: Chen, feeling: -1}]}]\n"
    )

    assert "shared-feeling" not in rules_in(apart)
    assert "shared-feeling" in rules_in(apart.replace("personas: Li, ", ""))
