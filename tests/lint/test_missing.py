"""A reference to nothing, or a persona with nothing behind it, is told what to write; and that works."""

from __future__ import annotations

import pytest

from .workspaces import findings_in, linted

HEAD = "cjm: journey/1\ntitle: Hotel\n"
STEP = "stages:\n  - name: Arrival\n    steps:\n      - name: Parks\n        {}\n"


def helps(text: str, rule: str) -> list[str]:
    return [each.help for each in findings_in(text) if each.rule == rule]


def test_evidence_that_is_not_defined_is_told_how_to_define_it():
    text = HEAD + "persona: Ann\n" + STEP.format("evidence: interview-3")

    (help,) = helps(text, "unresolved-reference")

    begin, _, cure = help.partition(": ")
    assert begin == "define it under 'library'"
    assert helps(text.replace("stages:", f"{cure}\nstages:"), "unresolved-reference") == []


def test_a_map_with_a_library_is_told_to_add_to_it():
    text = (
        HEAD + "persona: Ann\nlibrary: {channels: {web: Web}}\n" + STEP.format("evidence: talk-3")
    )

    (help,) = helps(text, "unresolved-reference")

    assert help == (
        "define it under 'evidence' of the library: talk-3: {title: …, method: interview}"
    )


@pytest.mark.parametrize("key", ["evidence", "pains: {text: No sign, evidence: …}"])
def test_evidence_in_words_is_told_to_stand_in_place(key):
    said = "We asked 3 people, twice"
    line = key.replace("…", f'"{said}"') if "…" in key else f"{key}: '{said}'"
    text = HEAD + "persona: Ann\n" + STEP.format(line)

    (help,) = helps(text, "unresolved-reference")

    begin, _, cure = help.partition(": ")
    assert begin == "say in place what it is"
    quoted = f'"{said}"' if "…" in key else f"'{said}'"
    assert helps(text.replace(quoted, cure), "unresolved-reference") == []


def test_a_short_list_of_what_there_is_is_given():
    text = HEAD + "persona: Ann\n" + STEP.format("next: nowhere")

    assert helps(text, "unresolved-reference") == ["there are 'arrival', 'parks'"]


@pytest.mark.parametrize("name", ["Ann", "'Ann, 52'", "'Ann: a guest'"])
def test_a_persona_of_which_only_the_name_is_known_is_shown_its_long_form(name):
    text = HEAD + f"persona: {name}\n" + STEP.format("feeling: 1")

    (help,) = helps(text, "persona-without-evidence")

    cure = help.split("'", 1)[1].rsplit("'", 1)[0]
    assert cure.startswith("{name: ")
    cured = text.replace(f"persona: {name}", f"persona: {cure}")
    assert helps(cured, "persona-without-evidence") == []
    assert helps(cured, "wrong-type") == []


def test_an_imported_diagram_beside_its_map_is_told_to_be_deleted():
    diagram = "journey\n  title Hotel\n  section Arrival\n    Parks: 3: Ann\n"
    texts = {"hotel.mmd": diagram, "hotel.journey.yaml": HEAD + "stages: [Arrival]\n"}

    (found,) = [each for each in linted(texts).findings if each.rule == "duplicate-id"]

    assert found.help == (
        "delete 'hotel.mmd' if 'hotel.journey.yaml' was imported from it, else write 'id: …' with "
        "another id in 'hotel.journey.yaml'"
    )
