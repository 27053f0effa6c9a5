"""A scene decides every number: texts within their room and clear of each other, the same each time."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from cjm.layout import lay_out
from cjm.layout.canvas import number, set_parts
from cjm.layout.measure import ASCENT, DESCENT, text_width
from cjm.layout.scene import GroupEnd, GroupStart, Label, Rect, Scene
from cjm.model.insight import Insight
from cjm.model.journey import Journey
from cjm.model.text import Text
from cjm.sheet import arrange
from cjm.source.document import Document, RouteTable
from cjm.workspace.settings import Settings
from cjm.workspace.workspace import Map, Workspace
from tests.sheet.builders import scene_of

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")),
    min_size=1,
    max_size=40,
).filter(str.strip)


def boxes_of(scene: Scene) -> list[tuple[float, float, float, float, str]]:
    found = []
    for label in scene.shapes:
        if isinstance(label, Label):
            width = text_width(label.text, label.size, label.bold, label.italic)
            before = {"start": 0, "middle": width / 2, "end": width}[label.anchor]
            left = label.x - (width - before if label.is_right_to_left else before)
            top, foot = label.y - ASCENT * label.size, label.y + DESCENT * label.size
            found.append((left, top, left + width, foot, label.text))
    return found


def check(scene: Scene) -> None:
    """Assert that no text leaves its room or the sheet, and that none covers another."""
    for label in scene.shapes:
        if isinstance(label, Label):
            assert text_width(label.text, label.size, label.bold) <= label.room + 0.02 or (
                len(label.text) <= 2
            ), label.text
    boxes = boxes_of(scene)
    for left, top, right, foot, text in boxes:
        assert left >= 24, text
        assert right <= scene.width - 24, text
        assert top >= 24, text
        assert foot <= scene.height - 24, text
    boxes.sort()
    for index, (_, top, right, foot, text) in enumerate(boxes):
        for left, other_top, _, other_foot, other in boxes[index + 1 :]:
            if left >= right - 0.1:
                break
            apart = foot <= other_top + 0.1 or other_foot <= top + 0.1
            assert apart, f"{text!r} covers {other!r}"


MAPS = {
    "long words": """
        title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
        goal: https://example.org/a/very/long/path/that/never/ends/index.html?with=query&and=more
        persona: {name: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, quote: q}
        stages:
          - name: Rechtsschutzversicherungsgesellschaften
            steps:
              - name: Lebensversicherungsgesellschaftsangestelltenbetriebsratsvorsitzender
                feeling: [{level: 1, label: Donaudampfschifffahrtsgesellschaft}, -1, 2, lost]
                pains: {text: "https://example.org/a/very/long/path/index.html?q=1", severity: 3}
                metrics: {name: Donaudampfschifffahrt, actual: 12345678901, unit: Megawattstunden}
              - b
    """,
    "nothing": "title: T\nstages: [{name: A}]",
    "crowd": """
        title: T
        personas: [Ana, Ben, Cy, Di, Eve]
        stages:
          - name: A
            feeling: {level: -2, label: grim}
            steps:
              - name: a
                feeling: {level: 1, label: fine}
                feelings: {Ben: {level: 1, label: fair}, Cy: {level: 1, label: good}, Di: {level: 0.9, label: ok}, Eve: gloomy}
                expectation: {level: 1, text: All of it}
              - name: b
                feelings: {Ben: [-1, {level: -1.2, label: disappointed}, 2], Cy: {level: -1, label: sad}}
                expectation: 1
    """,
    "chinese": """
        title: 从 4G 升级到 5G
        language: zh
        persona: {name: 李娜, role: 通勤族，两个孩子, quote: 能用就行，别给我上通信课。}
        stages:
          - name: 意识到
            goal: 弄明白为什么不够用，到底差在哪里，值不值得花钱去换
            steps:
              - {name: 地铁上看剧卡住了好几次, feeling: {level: -1, label: 烦躁}, pains: {text: 高峰时段拥堵, severity: 4}}
              - {name: 看到广告, feeling: {level: 1, label: 好奇}, thoughts: 是不是只有新手机才行？}
    """,
    "arabic": """
        title: رحلة العميل
        stages:
          - name: البحث عن المنتج
            steps: [{name: يقارن بين الخطط, feeling: -1, pains: السعر غير واضح في 3 خطط}, يشتري]
    """,
    "folded": """
        title: T
        personas: [Ana, Ben]
        pains: Nobody says what comes next
        stages:
          - name: A very long stage
            goal: Get through
            metrics: {name: CSAT, actual: 4, target: 5, scale: [1, 5]}
            feeling: {level: -1, label: tired}
            steps: [{name: a, feeling: {level: 1, label: fine}, feelings: {Ben: -1}, expectation: 1}, b, c, d, e,
              f, g, h, i, j, k, l, m, n, o, p, q, {name: r, feeling: {level: -2, label: lost}, expectation: {level: 0, text: Less}}]
          - name: Short
            steps: [{name: s, feeling: {level: 2, label: glad}, feelings: {Ben: relieved}}, {name: t, pains: Slow}]
    """,
}


@pytest.mark.parametrize("name", MAPS)
def test_no_text_leaves_its_place_or_covers_another(name: str) -> None:
    check(scene_of(MAPS[name]))


@limits(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=8, max_size=8), st.integers(1, 14))
def test_any_words_stay_in_their_place(words: list[str], count: int) -> None:
    import json

    title, stage, step, pain, label, thought, touchpoint, goal = map(json.dumps, words)
    one = (
        f"{{name: {step}, feeling: {{level: -1, label: {label}}}, pains: {{text: {pain}, severity: 2}},"
        f" thoughts: [{{text: {thought}}}], touchpoints: [{{name: {touchpoint}}}]}}"
    )
    steps = ", ".join([one] * count)

    check(
        scene_of(
            f"title: {title}\nlanguage: en\nstages: [{{name: {stage}, goal: {{customer: {goal}}},"
            f" steps: [{steps}]}}]"
        )
    )


def test_the_last_chevron_ends_within_the_sheet() -> None:
    scene = scene_of("title: T\nstages: [{name: A}, {name: B}]")

    numbers = [
        float(part)
        for shape in scene.shapes
        if hasattr(shape, "d") and "Z" in shape.d
        for part in shape.d.split()
        if part.replace(".", "").isdigit()
    ]

    assert max(numbers) <= scene.width - 24 - 7


def test_a_journey_without_stages_is_a_header() -> None:
    journey = Journey(title=Text("T"), pains=(Insight(text=Text("Slow")),))
    document = Document("m.journey.yaml", "", {}, RouteTable({}))
    map = Map("m", document, journey, frozenset(), "en")

    scene = lay_out(arrange(map, Workspace("", Settings())))

    check(scene)
    assert {"T", "Slow"} <= {each.text for each in scene.shapes if isinstance(each, Label)}


def test_groups_are_closed() -> None:
    depth = 0
    for shape in scene_of(MAPS["crowd"]).shapes:
        depth += isinstance(shape, GroupStart) - isinstance(shape, GroupEnd)
        assert 0 <= depth <= 2  # a line within its lane

    assert depth == 0


def test_every_number_has_two_decimals() -> None:
    for shape in scene_of(MAPS["crowd"]).shapes:
        if isinstance(shape, Rect):
            for value in (shape.x, shape.y, shape.width, shape.height):
                assert value == round(value, 2)


def test_the_same_sheet_gives_the_same_scene() -> None:
    assert scene_of(MAPS["chinese"]) == scene_of(MAPS["chinese"])


def test_dots_join_short_words_but_never_begin_or_end_a_line() -> None:
    setting = set_parts(["impact 4", "effort 3", "in progress"], 100, 11, "#000000")

    assert list(setting.lines) == ["impact 4 · effort 3", "in progress"]


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (2.505, "2.5"), (10, "10")])
def test_numbers_are_as_short_as_they_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_faces_do_not_stand_on_each_other_where_personas_feel_the_same() -> None:
    scene = scene_of(
        "title: T\npersonas: [Ana, Ben]\nstages: [{name: A, feeling: 1, feelings: {Ben: 1}}]"
    )
    rings = [shape for shape in scene.shapes if getattr(shape, "radius", 0) == 10.25][:2]

    assert all(abs(one.x - other.x) > 18 for one, other in combinations(rings, 2))
