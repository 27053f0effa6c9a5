"""A comparison stands alone as a page, can be read aloud, and no map can change what it is made of."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.render.change_html import change_html
from cjm.render.formats import COMPARISON_FORMATS
from cjm.render.html import html
from cjm.render.look import PLAIN
from cjm.render.mark import is_ours
from cjm.render.svg import svg
from tests.conftest import Golden
from tests.render.maps import SKETCH
from tests.render.pages import Page
from tests.render.test_svg import HOSTILE
from tests.sheet.builders import sheet_of
from tests.sheet.comparisons import AFTER, BEFORE, PAIRS, change_sheet

STEP = """
title: {0}
language: en
state: {1}
personas: [{{name: {0}}}]
pains: [{{text: {2}, severity: 4}}]
metrics: [{{name: {0}, actual: {3}, better: higher}}]
stages:
  - name: {2}
    steps:
      - id: one
        name: {2}
        description: {2}
        feeling: {3}
        touchpoints: [{{name: {2}, channels: [{{name: {2}}}], owner: {2}}}]
        pains: [{{id: p, text: {2}, severity: {4}}}, {{text: {2}}}]
        opportunities: [{{text: {2}}}]
        solutions: [{{text: {2}}}]
        delights: [{{text: {2}}}]
        itches: [{{text: {2}}}]
      - {{name: {2}}}
"""


def sheet_with(text: str) -> object:
    """Return the comparison of two maps in which everything that can be said is `text`."""
    old, new = json.dumps(text), json.dumps(f"{text} too")
    return change_sheet(
        STEP.format(old, "current", old, -1, 4), STEP.format(old, "future", new, 1, 2)
    )


def page_with(text: str) -> Page:
    return Page(change_html([sheet_with(text)]))  # type: ignore[list-item]


def names_in(text: str) -> tuple[set[str], set[str]]:
    """Return the names of all elements and attributes of the picture."""
    root = ET.fromstring(svg([sheet_with(text)]))  # type: ignore[list-item]
    elements = list(root.iter())
    return {each.tag for each in elements}, {name for each in elements for name in each.attrib}


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(change_html([change_sheet(BEFORE, AFTER), change_sheet(BEFORE, AFTER, language="zh")]))  # fmt: skip


USUAL = page_with("plain").names
USUAL_SVG = names_in("plain")
OPTIONAL = {"direction", "textlength", "lengthadjust", "lang", "dir"}
"""Attributes that depend on the script of a text."""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_element_and_no_attribute(text: str) -> None:
    elements, attributes = page_with(text).names
    drawn = names_in(text)

    assert elements == USUAL[0]
    assert attributes - OPTIONAL == USUAL[1] - OPTIONAL
    assert drawn[0] <= USUAL_SVG[0]
    assert drawn[1] <= USUAL_SVG[1] | {"direction", "textLength", "lengthAdjust"}


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30))
def test_any_text_gives_pictures_of_the_same_parts(text: str) -> None:
    elements, attributes = page_with("a" + text).names
    drawn = names_in("a" + text)

    assert elements <= USUAL[0]
    assert attributes <= USUAL[1] | OPTIONAL
    assert drawn[0] <= USUAL_SVG[0]
    assert drawn[1] <= USUAL_SVG[1] | {"direction", "textLength", "lengthAdjust"}


def test_text_is_shown_as_it_is_written() -> None:
    text = "<b>{{ 7 * 7 }}</b> & 'javascript:alert(1)'"

    page = page_with(text)

    assert page.one("title").text == text
    assert any(each.text == f"now: {text} too" for each in page.all("ins"))
    assert any(text in each.text for each in page.all("del"))


def test_the_page_asks_for_nothing_and_runs_nothing(page: Page) -> None:
    elements, attributes = page.names

    assert not elements & {"script", "img", "iframe", "object", "base", "image"}
    assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
    hrefs = [each.attributes["href"] for each in page.elements if "href" in each.attributes]
    assert hrefs == ["data:,", "#first", "#l1-first"]


def test_the_policy_names_the_one_style(page: Page) -> None:
    style = page.one("style").texts[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [each.attributes["content"] for each in page.all("meta")
                 if each.attributes.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip

    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "url(" not in style
    assert "@import" not in style


def test_it_is_a_table_whose_rows_cover_its_columns() -> None:
    for old, new in PAIRS.values():
        page = Page(change_html([change_sheet(old, new)]))

        assert len(set(page.rows)) == 1


def test_a_reader_chooses_between_the_old_map_both_and_the_new_one(page: Page) -> None:
    choices = [each for each in page.all("input") if each.attributes["name" if "name" in each.attributes else "id"] == "see"]  # fmt: skip

    assert [each.attributes["id"] for each in choices] == ["see-old", "see", "see-new"]
    assert ["checked" in each.attributes for each in choices] == [False, True, False]
    assert {each.attributes["type"] for each in choices} == {"radio"}


def test_what_is_gone_and_what_comes_is_said_in_words_and_marked_as_such(page: Page) -> None:
    gone = [each.text for each in page.all("del")]
    come = [each.text for each in page.all("ins")]

    assert "removed: Stands in a queue" in gone
    assert "was: Hotline" in gone
    assert "now: Shop app" in come
    assert "added: Phone" in come
    assert "Nine menus" in gone
    assert "取消: 排队" in gone


def test_the_curves_are_told_step_by_step(page: Page) -> None:
    told = [each.text for each in page.all("li")]

    assert "Taps on return: current state −1.5; future state −0.5" in told
    assert "Stands in a queue: current state −2" in told
    assert "Opens the box: current state +1; future state +1" in told
    assert "点退货：当前状态 −1.5；未来状态 −0.5" in told


def test_each_change_is_a_button_that_tells_what_was(page: Page) -> None:
    told = {each.attributes["id"]: each.text for each in page.all("dl") if "id" in each.attributes}
    asked = [each for each in page.all("button") if "interestfor" in each.attributes]

    assert {each.attributes["popovertarget"] for each in asked} == set(told)
    (menus,) = [each for each in asked if each.text == "Nine menus"]
    assert told[menus.attributes["popovertarget"]] == (
        "Before Nine menus · severity 5 of 5 Now in Taps on return Better pain-resolved"
    )
    assert not [each for each in asked if each.text in ("Finance", "Retail")]


def test_a_link_leads_to_the_first_change() -> None:
    changed = Page(change_html([change_sheet(BEFORE, AFTER)]))
    same = Page(change_html([change_sheet(*PAIRS["changes-none"])]))

    (link,) = changed.all("a")
    (target,) = [each for each in changed.all("button") if each.attributes.get("id") == "first"]
    assert link.attributes == {"href": "#first", "accesskey": "j"}
    assert target.text == "Opens the box"
    assert same.all("a") == []


def test_the_legend_explains_the_curves_and_frames(page: Page) -> None:
    signs = [each.attributes["class"] for each in page.all("i", "sign")][: len(page.all("i", "sign")) // 2]  # fmt: skip

    assert signs == [
        "sign experience key-0", "sign past past-0", "sign gain", "sign loss", "sign added",
        "sign removed", "sign settled",
    ]  # fmt: skip


def test_every_class_of_a_sign_has_a_rule(page: Page) -> None:
    style = page.one("style").texts[0]

    for sign in ("past", "gain", "loss", "added", "removed", "settled"):
        assert re.search(rf"\.sign[^{{}}]*\.?{sign}", style), sign


def test_the_page_of_a_map_has_nothing_of_it() -> None:
    text = html([sheet_of(SKETCH)])

    assert "see-old" not in text
    assert ".mark-change" not in text


def test_an_arabic_comparison_runs_from_right_to_left() -> None:
    page = Page(change_html([change_sheet(*PAIRS["changes-rtl"])]))

    assert page.one("html").attributes["dir"] == "rtl"
    assert [each.text for each in page.all("li", "plain")] == ["←"]


@pytest.mark.parametrize("format", ["svg", "html"])
def test_the_same_maps_give_the_same_bytes_with_our_mark(format: str) -> None:
    one, other = (
        COMPARISON_FORMATS[format].render([change_sheet(BEFORE, AFTER)], PLAIN) for _ in range(2)
    )

    assert one == other
    assert is_ours(one)


@pytest.mark.parametrize("format", ["svg", "html"])
def test_a_comparison_looks_as_it_did(format: str, golden: Golden) -> None:
    golden(f"changes.{format}", COMPARISON_FORMATS[format].render([change_sheet(BEFORE, AFTER)], PLAIN))  # fmt: skip


def test_what_is_gone_is_struck_through_in_the_picture() -> None:
    root = ET.fromstring(svg([change_sheet(BEFORE, AFTER)]))

    struck = [each.text for each in root.iter() if each.get("text-decoration") == "line-through"]

    assert {"Hotline", "Nine menus", "A robot that answers"} <= set(struck)
    assert not {"Shop app", "The clerk is cross", "Let people send it"} & set(struck)
