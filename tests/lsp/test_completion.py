"""What may be typed next: a real session with the installed command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Editor, applied, position
from tests.lsp.conftest import FILES, Desk, write_files

BUY = FILES["journeys/buy.journey.yaml"]
LATER = "journeys/buy-later.journey.yaml"


def offered(desk: Desk, text: str, uri: str | None = None) -> list[dict[str, Any]]:
    """Type `text` and ask at the ¦ in it."""
    uri = uri or desk.buy
    offset = text.index("¦")
    desk.editor.write(uri, text.replace("¦", ""))
    place = {"textDocument": {"uri": uri}, "position": position(text, offset)}
    return list(desk.editor.ask("textDocument/completion", place)["items"])


def labels(items: list[dict[str, Any]]) -> list[str]:
    return [each["label"] for each in items]


def the(items: list[dict[str, Any]], label: str) -> dict[str, Any]:
    (found,) = [each for each in items if each["label"] == label]
    return found


def test_keys_of_the_place_are_offered_but_those_that_are_there(desk: Desk) -> None:
    found = labels(offered(desk, BUY + "        ¦\n"))

    assert {"thoughts", "moment_of_truth", "wait"} <= set(found)
    assert not {"name", "touchpoints", "next", "baseline", "severity"} & set(found)


def test_a_half_typed_key_is_completed_though_the_text_is_broken(desk: Desk) -> None:
    found = the(offered(desk, BUY + "        thou¦\n"), "thoughts")

    text = applied(desk.editor.texts[desk.buy], [found["textEdit"]])
    assert text.endswith("        thoughts:\n  - $0\n")
    assert found["insertTextFormat"] == 2
    assert "What the customer thinks" in found["documentation"]


def test_a_key_below_a_dash_leaves_room_for_it(desk: Desk) -> None:
    found = the(offered(desk, BUY.replace("      - id: pay\n", "      - ¦\n")), "pains")

    assert found["textEdit"]["newText"] == "pains:\n    - $0"


def test_a_new_list_begins_with_a_dash(desk: Desk) -> None:
    found = the(offered(desk, BUY + "  - id: next\n    name: Next\n    steps:\n      ¦\n"), "name")

    assert found["textEdit"]["newText"] == "- name: "


def test_a_key_that_is_typed_anew_keeps_its_value(desk: Desk) -> None:
    found = the(offered(desk, BUY.replace("state: current", "sta¦te: current")), "status")

    assert applied(BUY, [found["textEdit"]]) == BUY.replace("state: current", "status: current")


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("status: ¦", ["draft", "hypothesis", "validated", "live", "archived"]),
        ("library:\n  evidence:\n    x: {method: ¦}", ["survey", "interview"]),
        ("        moment_of_truth: ¦", ["true", "false", "zmot"]),
        ("        touchpoints: [¦", ["app", "Till"]),
        ("        channel: ¦", ["web"]),
        ("        pains: {text: x, evidence: ¦", ["survey"]),
        ("        next: ¦", ["compare", "pay", "choose", "end", "exit"]),
        ("        solutions: {text: x, addresses: [¦", ["too-many"]),
        ("owner: ¦", ["sales"]),
        ("        feelings: {¦", ["li-na"]),
        ("        quotes: {text: x, persona: ¦", ["li-na"]),
        ("        feeling: ¦", ["-2", "0", "2"]),
        ("        pains: {text: x, severity: ¦", ["1", "5"]),
        ("baseline: ¦", ["buy-later"]),
        ("parent: buy-later#¦", ["buy-later#pay-first", "buy-later#pay"]),
        ("lanes: [¦", ["executive", "touchpoints"]),
        ("language: ¦", ["en", "zh"]),
    ],
)
def test_words_to_choose_from_are_offered(desk: Desk, tail: str, expected: list[str]) -> None:
    found = labels(offered(desk, BUY + tail))

    assert set(expected) <= set(found)


def test_what_the_baseline_has_is_offered_to_what_changes_it(desk: Desk) -> None:
    later = desk.fresh(LATER)

    found = offered(desk, FILES[LATER].replace("[too-many]", "[¦]"), later)

    assert the(found, "too-many")["detail"] == "27 plans 😀, no comparison"
    unsure = the(found, "nobody-answers-the-phone")
    assert "its id is not written" in unsure["documentation"]
    desk.fresh(LATER)


def test_steps_of_a_stage_that_stays_the_same_are_offered(desk: Desk) -> None:
    later = desk.fresh(LATER)

    found = labels(offered(desk, FILES[LATER] + "        next: ¦", later))

    assert {"pay-first", "compare", "end"} <= set(found)
    desk.fresh(LATER)


def test_what_is_offered_is_quoted_where_it_has_to_be(desk: Desk) -> None:
    text = BUY.replace("touchpoints: Till", 'touchpoints: "Till, desk: 2"')

    desk.editor.write(desk.buy, text)
    desk.editor.diagnostics(desk.buy)

    found = offered(desk, text + "        systems: x\n  - name: B\n    touchpoints: [¦")

    assert the(found, "Till, desk: 2")["textEdit"]["newText"] == '"Till, desk: 2"'


def test_rules_are_offered_in_comments_and_settings(desk: Desk) -> None:
    settings = desk.fresh("cjm.yaml")

    silenced = labels(offered(desk, BUY + "# cjm: ignore[mis¦"))
    ignored = labels(offered(desk, "lint: {ignore: [¦", settings))
    keyed = labels(offered(desk, "lint:\n  severity:\n    ¦", settings))
    profile = labels(offered(desk, "lint: {profile: ¦", settings))

    assert "missing-state" in silenced
    assert "yaml-syntax" not in silenced  # it cannot be silenced
    assert {"missing-state", "structure"} <= set(ignored) & set(keyed)
    assert profile == ["sketch", "standard", "strict"]
    desk.fresh("cjm.yaml")


def test_libraries_and_personas_are_completed_too(desk: Desk) -> None:
    library = desk.fresh("library/shared.library.yaml")
    persona = desk.fresh("personas/li-na.persona.yaml")

    entry = offered(desk, FILES["library/shared.library.yaml"] + "metrics:\n  nps: {¦", library)
    goal = offered(desk, FILES["personas/li-na.persona.yaml"] + "go¦", persona)

    assert {"formula", "scale", "target"} <= set(labels(entry))
    assert "goals" in labels(goal)
    desk.fresh("library/shared.library.yaml")
    desk.fresh("personas/li-na.persona.yaml")


def test_nothing_is_offered_within_a_text(desk: Desk) -> None:
    assert offered(desk, BUY + '        goal: "to ¦') == []


def test_an_editor_without_snippets_gets_none(start: Callable[..., Editor], tmp_path: Path) -> None:
    editor = start(write_files(tmp_path), capabilities={})
    uri = editor.open(tmp_path / "journeys/buy.journey.yaml", BUY + "        thou\n")

    place = editor.at(uri, "thou", after=True)
    items = editor.ask("textDocument/completion", place)["items"]

    found = the(items, "thoughts")
    assert found["insertTextFormat"] == 1
    assert "$" not in found["textEdit"]["newText"]
