"""A reader chooses a persona, lanes and a language by native controls, and rules of style follow."""

from __future__ import annotations

from cjm.render.html import html
from cjm.render.html_tools import tools_of
from tests.render.maps import EVERYTHING, SKETCH
from tests.render.pages import Page
from tests.sheet.builders import sheet_of

SHARED = """
title: T
personas: [{name: Ann, demographics: {age: 30}}, Bo]
steps:
  - {name: A, personas: [Ann], thoughts: Hm, touchpoints: App}
  - {name: B, pains: [{text: P, personas: [Bo]}, Q], feeling: 1, feelings: {Bo: -1}}
"""


def test_all_lanes_but_the_stages_may_be_hidden() -> None:
    tools = tools_of([sheet_of(SKETCH)])

    assert [choice.names for choice in tools.lanes] == [
        ("Steps",), ("Touchpoint",), ("Feeling",), ("Pain points",), ("Opportunities",),
    ]  # fmt: skip


def test_a_rule_hides_what_its_control_no_longer_shows() -> None:
    sheet = sheet_of(SKETCH)
    tools, page = tools_of([sheet]), Page(html([sheet]))

    for choice in tools.lanes:
        rule = f":root:has(#{choice.id}:not(:checked)) .{choice.id}{{display:none}}"
        (control,) = [each for each in page.elements if each.attributes.get("id") == choice.id]
        shown = [each for each in page.elements if each.has(choice.id)]
        assert rule in page.one("style").text
        assert (control.attributes["type"], control.attributes["checked"]) == ("checkbox", "")
        assert {each.tag for each in shown} <= {"tbody", "tr"}
        assert choice.names[0] in shown[-1].text


def test_a_dividing_line_goes_with_its_lane() -> None:
    page = Page(html([sheet_of(EVERYTHING)]))

    (line,) = [each for each in page.all("tbody", "divider") if "visibility" in each.text]
    (lane,) = [each for each in page.all("tbody") if each.text.startswith("Backstage")]

    assert line.attributes["class"].split()[-1] == lane.attributes["class"]


def test_a_map_of_few_lanes_offers_no_choice_among_them() -> None:
    sheet = sheet_of("title: T\nsteps: [{name: A, feeling: 1}]")

    assert tools_of([sheet]).lanes == ()
    assert not Page(html([sheet])).all("div", "tools")


def test_a_shared_map_offers_its_personas_by_their_names() -> None:
    tools = tools_of([sheet_of(SHARED)])

    assert [choice.names for choice in tools.personas] == [("Ann",), ("Bo",)]


def test_a_map_that_means_all_its_personas_alike_offers_none() -> None:
    sheet = sheet_of("title: T\npersonas: [Ann, Bo]\nsteps: [{name: A, feeling: 1, pains: P}]")

    assert tools_of([sheet]).personas == ()


def test_what_is_some_personas_only_is_marked_as_theirs() -> None:
    page = Page(html([sheet_of(SHARED)]))

    (head,) = [each for each in page.all("th", "step") if each.text == "A only Ann"]
    (thought,) = [each for each in page.all("td") if each.text == "Hm assumed"]
    (pain,) = page.all("div", "by-1")

    assert head.has("at")
    assert head.has("at-0")
    assert thought.has("at-0")
    assert pain.text.startswith("P")
    assert not page.all("div", "by-0")


def test_each_persona_s_line_is_a_group_that_may_step_back() -> None:
    page = Page(html([sheet_of(SHARED)]))

    style = page.one("style").text

    assert page.all("g", "cjm-line-0")
    assert page.all("g", "cjm-line-1")
    assert ":root:has(#who-0:checked) .cjm-line:not(.cjm-line-0){opacity" in style
    assert ":root:has(#who-1:checked) .cjm-line:not(.cjm-line-1){opacity" in style


def test_choices_are_named_in_every_language() -> None:
    sheets = [sheet_of(EVERYTHING, language=tag) for tag in ("en", "zh")]

    tools = tools_of(sheets)

    assert ("Pain points", "痛点") in [choice.names for choice in tools.lanes]
    assert ("Risk", "风险") in [choice.names for choice in tools.lanes]
    assert [choice.names for choice in tools.languages] == [("English",), ("中文",)]
