"""A key that stands where it does not belong is told where it does, in a single problem."""

from __future__ import annotations

import pytest

from .test_read import reading_of

STEP = "title: A\nstages:\n  - name: Learn\n    steps:\n      - name: Looks\n        {}\n"
TOP = "title: A\n{}\nstages: [B]\n"


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            TOP.format("evidence: interviews"),
            "unknown key 'evidence' in the journey",
            "library: {evidence: {interviews: {title: …, method: interview}}}",
        ),
        (TOP.format("feeling: 1"), "unknown key 'feeling' in the journey", "the stage or step"),
        (
            TOP.format("persona: {name: Ann, age: 52}"),
            "unknown key 'age' in persona 'Ann'",
            "it belongs under 'demographics': demographics: {age: 52}",
        ),
        (TOP.format("persona: {name: Ann, job: Clerk}"), "did you mean 'role'?", "x-"),
        (STEP.format("state: current"), "unknown key 'state' in step 'Looks'", "the top of the map"),
        (STEP.format("lifecycle: use"), "unknown key 'lifecycle' in step 'Looks'", "the stage"),
        (
            STEP.format("severity: 4"),
            "unknown key 'severity' in step 'Looks'",
            "pains: {text: …, severity: 4}",
        ),
        ("title: A\nstages: [{stage: B}]\n", "'stage' in a stage; did you mean 'name'?", "x-"),
        ("title: A\nsteps: [{step: B}]\n", "'step' in a step; did you mean 'name'?", "x-"),
        ("title: A\nsteps: [{step: B, feeling: 1}]\n", "did you mean 'name'?", "x-"),
        (
            "title: A\nstages: [B]\nsteps: [C]\n",
            "the journey has 'stages' and 'steps' at the top, and may have one of them only",
            "under 'steps:' of a stage",
        ),
        (STEP.format("metrics: {nps: 5}"), "a metric in step 'Looks' needs", "write 'name: nps'"),
        (STEP.format("pains: {en: A, cn: B}"), "'cn' is no language tag", "Chinese is 'zh'"),
        (STEP.format("actions: {jp: B}"), "'jp' is no language tag", "Japanese is 'ja'"),
        (STEP.format("pains: {中文: B, English: A}"), "'中文' is no language", "'zh', English is 'en'"),
    ],
)  # fmt: skip
def test_one_problem_says_where_the_key_belongs(text: str, message: str, help: str) -> None:
    (problem,) = reading_of(text).problems

    assert message in problem.message
    assert help in problem.help
    assert problem.on_key or problem.rule == "missing-key"


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            "title: A\nstages: {Arrival: {Parks: {feeling: 1}, Walks: }}\n",
            "'stages' of the journey: expected a list, found the key 'Arrival'",
            "write '- name: Arrival', and each further stage in the same way",
        ),
        (
            "title: A\nstages: {Arrival: , Stay: }\n",
            "'stages' of the journey: expected a list, found the key 'Arrival'",
            "write '- name: Arrival', and each further stage in the same way",
        ),
        (
            STEP.format("pains: {Queue: 3, Noise: 2}"),
            "'pains' of step 'Looks': expected a list, found the key 'Queue'",
            "write '- text: Queue', and each further pain in the same way",
        ),
        (
            "title: A\nstages: [{Arrival: {feeling: 1}}]\n",
            "'stages' of the journey: expected a text or a stage, found a mapping with the key "
            "'Arrival'",
            "write 'name: Arrival', and what belongs to it below that",
        ),
        (
            STEP.format("feeling: {Ann: 1, Bob: 2}"),
            "'feeling' of step 'Looks': expected a text or a feeling, found a mapping with the key "
            "'Ann'",
            "feelings by persona stand under 'feelings': feelings: {Ann: …}",
        ),
    ],
)
def test_names_in_place_of_keys_are_one_problem(text: str, message: str, help: str) -> None:
    problem = reading_of(text).problems[0]

    assert (problem.message, problem.help) == (message, help)
    assert [each.rule for each in reading_of(text).problems[1:]] in ([], ["missing-key"])


def test_feelings_with_no_persona_are_a_feeling() -> None:
    (problem,) = reading_of(STEP.format("feelings: -2")).problems

    assert "expected a feeling for each persona" in problem.message
    assert problem.help.startswith("did you mean 'feeling: -2'?")


@pytest.mark.parametrize(
    ("library", "thing"),
    [("{metrics: {nps: {actual: 5}}}", "metric 'nps' needs 'name'"),
     ("{evidence: {walk: {title: At night, method: gossip}}}", "'method' of evidence 'At night'"),
     ("{systems: {crm: {link: none}}}", "system 'crm' needs 'name'")],
)  # fmt: skip
def test_an_entry_of_the_library_is_called_by_its_kind(library: str, thing: str) -> None:
    problems = reading_of(TOP.format(f"library: {library}")).problems

    assert problems[0].message.startswith(thing)
