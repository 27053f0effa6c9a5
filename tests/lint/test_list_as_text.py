"""A list in one text is noted where its parts are names, and prose with commas is left alone."""

from __future__ import annotations

import pytest

from .workspaces import findings_in

MAP = "cjm: journey/1\ntitle: Hotel\npersona: Ann\nstages:\n  - name: Arrival\n    {}\n"


def noted(line: str) -> list[str]:
    return [each.help for each in findings_in(MAP.format(line)) if each.rule == "list-as-text"]


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("touchpoints: Website, App", "if these are several, write a list: [Website, App]"),
        ("channels: 网站、电话", "if these are several, write a list: [网站, 电话]"),
        ("touchpoints: [Desk, 'Lift; Stairs']", "if these are several, write a list: [Lift, Stairs]"),
        ("steps: 1. Parks 2. Walks", "write one item a line, each behind '- '"),
        ("pains: • No sign • No light", "write one item a line, each behind '- '"),
    ],
)  # fmt: skip
def test_a_list_in_one_text_is_noted(line, help):
    assert noted(line) == [help]


@pytest.mark.parametrize(
    "line",
    [
        "touchpoints: Desk, in the lobby",
        "touchpoints: Website",
        "touchpoints: {name: 'Website, App', importance: 3}",
        "personas: Ann, 52",
        "personas: Ann, guest",
        "pains: No sign, no light, no one",
        "pains: Version 1. 2 doors",
        "steps: Walks, Runs, Sits",
        "actions: Room 1. Then room 2.",
    ],
)
def test_prose_and_names_with_commas_are_left_alone(line):
    assert noted(line) == []
