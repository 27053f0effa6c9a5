"""Texts of scripts without italics stand upright."""

from __future__ import annotations

import pytest

from cjm.layout.canvas import set_text
from cjm.layout.measure import text_width
from cjm.layout.scene import Label
from cjm.layout.slant import may_slant
from tests.sheet.builders import scene_of


@pytest.mark.parametrize(
    "text",
    [
        "Which plan?",
        "Größer – gibt’s das?",
        "Хватит ли сети?",
        "Αρκετά;",
        "Հերիք է",
        "OK 👍",
        "1 × 2",
    ],
)
def test_scripts_with_italics_slant(text: str) -> None:
    assert may_slant(text)


@pytest.mark.parametrize(
    "text",
    [
        "够用吗？", "足りるかな", "カナ", "충분할까?", "هل يكفي؟", "מספיק?", "พอไหม", "क्या काफ़ी है?",
        "საკმარისია", "በቂ ነው", "用 5G 看电影", "𠮷野家", "Is 流量 enough?",
    ],
)  # fmt: skip
def test_scripts_without_italics_stand_upright(text: str) -> None:
    assert not may_slant(text)


def test_what_stands_upright_is_measured_upright() -> None:
    text = "用 5G 看 first film of mine"
    room = text_width(text, 13)

    setting = set_text(text, room, 13, "#000", italic=True)

    assert not setting.italic
    assert list(setting.lines) == [text]


@pytest.mark.parametrize(("thought", "is_italic"), [("够用吗？", False), ("Enough?", True)])
def test_a_thought_is_slanted_where_its_script_allows_it(thought: str, is_italic: bool) -> None:
    scene = scene_of(f"title: T\nstages: [{{name: A, thoughts: '{thought}'}}]")

    (label,) = (each for each in scene.shapes if isinstance(each, Label) and each.text == thought)
    assert label.italic is is_italic
