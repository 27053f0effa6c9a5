"""A page stands alone, is a table that can be read aloud, and no map can change what it is made of."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.render.formats import format_named
from cjm.render.html import html
from cjm.render.look import PLAIN
from cjm.render.mark import is_ours
from tests.conftest import Golden
from tests.render.maps import EVERYTHING, SKETCH
from tests.render.pages import Page
from tests.render.test_svg import HOSTILE, MAP
from tests.sheet.builders import sheet_of


def page_of(text: str, language: str = "en") -> Page:
    return Page(html([sheet_of(text, language=language)]))


def page_with(text: str) -> Page:
    return page_of(MAP.format(json.dumps(text)))


USUAL = page_with("plain").names

OPTIONAL = {"direction", "textlength", "lengthadjust", "lang", "dir"}
"""Attributes that depend on the script of a text."""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_element_and_no_attribute(text: str) -> None:
    elements, attributes = page_with(text).names

    assert elements == USUAL[0]
    assert attributes - OPTIONAL == USUAL[1] - OPTIONAL


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30))
def test_any_text_gives_a_page_of_the_same_parts(text: str) -> None:
    elements, attributes = page_with("a" + text).names

    assert elements == USUAL[0]
    assert attributes <= USUAL[1] | OPTIONAL


def test_text_is_shown_as_it_is_written() -> None:
    text = "<b>{{ 7 * 7 }}</b> & 'javascript:alert(1)'"

    page = page_with(text)

    assert page.one("title").text == text
    assert page.one("h1").text == text
    assert text in page.one("th", "step").text
    assert text in page.one("div", "pain").text


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = page_of(EVERYTHING)
    elements, attributes = page.names

    assert not elements & {"script", "img", "iframe", "object", "base", "image"}
    assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
    hrefs = [each.attributes["href"] for each in page.elements if "href" in each.attributes]
    assert hrefs[0] == "data:,"
    assert all(href.startswith("#icon-") for href in hrefs[1:])
    (form,) = page.all("form")
    assert form.attributes == {"method": "dialog"}
    assert "url(" not in page.one("style").texts[0]
    assert "@import" not in page.one("style").texts[0]


def test_its_policy_allows_its_one_style_and_nothing_else() -> None:
    text = html([sheet_of(EVERYTHING)])
    page = Page(text)

    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    policy = next(
        each.attributes["content"] for each in page.all("meta") if "http-equiv" in each.attributes
    )

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:", "base-uri 'none'",
        "form-action 'none'",
    ]  # fmt: skip


def test_the_encoding_is_said_first_and_the_mark_is_near_the_start() -> None:
    text = html([sheet_of(SKETCH)])

    assert text.encode().index(b'<meta charset="utf-8">') < 1024
    assert is_ours(text)
    assert format_named("html").render([sheet_of(SKETCH)], PLAIN) == text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_row_covers_every_column(language: str) -> None:
    sheet = sheet_of(EVERYTHING, language=language)

    rows = Page(html([sheet])).rows

    assert set(rows) == {len(sheet.columns) + 1}


def test_the_table_names_its_rows_and_columns() -> None:
    page = page_of(EVERYTHING)

    heads = page.all("th")
    by_scope = {
        scope: [each.text for each in heads if each.attributes["scope"] == scope]
        for scope in ("colgroup", "col", "row", "rowgroup")
    }

    assert by_scope["colgroup"] == ["Notice Know what is wrong", "Return"]
    assert by_scope["col"][:2] == ["Opens the box", "Calls the shop moment of truth"]
    assert "Pain points" in by_scope["rowgroup"]
    assert {"Stage", "Steps", "Thinking"} <= set(by_scope["row"])
    assert len(page.all("col")) == 1 + 5


def test_the_curve_is_told_in_words() -> None:
    page = page_of(SKETCH)

    told = [each.text for each in page.all("li") if "td" in each.parents]

    assert told == [
        "Checks the phone: 0, assumed", "Compares plans: −2, assumed", "Signs up: +1, assumed",
        "Swaps the SIM: −1, assumed",
    ]  # fmt: skip
    assert all(each.attributes["aria-hidden"] == "true" for each in page.all("svg"))


@pytest.mark.parametrize("text", [SKETCH, EVERYTHING])
def test_what_is_assumed_is_said_not_only_hatched(text: str) -> None:
    page = page_of(text)

    hatched = page.all("div", "assumed")

    assert hatched
    assert all("assumed" in each.text for each in hatched)


def test_severity_is_said_as_a_number() -> None:
    (pain,) = [each for each in page_of(EVERYTHING).all("div", "pain") if "menus" in each.text]

    assert "5 of 5" in pain.text
    assert "severity" in pain.text


def test_a_text_in_another_language_says_so() -> None:
    page = page_of(EVERYTHING, "zh")

    assert page.one("html").attributes["lang"] == "zh"
    found = {each.text: each.attributes for each in page.all("button")}
    assert found["Is it the bulb?"]["lang"] == found["Nine menus"]["lang"] == "en"
    assert "lang" not in found["没人说钱什么时候到"]


RIGHT_TO_LEFT = """
title: الترقية
language: ar
stages:
  - name: تتعلم
    steps: [{name: تقارن, feeling: -2, quotes: {en: Hello}}, {name: تسأل, feeling: 1}]
"""


@pytest.mark.parametrize(("said", "is_upright"), [("够用吗？", True), ("Enough?", False)])
def test_thoughts_and_quotes_are_slanted_where_their_script_allows_it(
    said: str, is_upright: bool
) -> None:
    page = page_of(
        f"title: T\npersona: {{name: P, quote: '{said}'}}\n"
        f"stages: [{{name: A, thoughts: '{said}'}}]\n"
    )

    told = [each for each in page.elements if each.tag in ("q", "em")]
    assert [each.has("upright") for each in told] == [is_upright, is_upright]


def test_a_map_that_runs_from_right_to_left() -> None:
    page = page_of(RIGHT_TO_LEFT, "ar")
    faces = [each for each in page.all("circle") if each.attributes["r"] == "8"]

    (lowest,) = [each for each in faces if "levels-0" in each.attributes["stroke"]]
    (highest,) = [each for each in faces if "levels-3" in each.attributes["stroke"]]

    assert page.one("html").attributes["dir"] == "rtl"
    assert float(lowest.attributes["cx"]) > float(highest.attributes["cx"])
    (quote,) = page.all("q")
    assert (quote.attributes["lang"], quote.attributes["dir"]) == ("en", "ltr")
    assert page.all("th", "label")[0].text == "المرحلة"


DETAILS = """
title: T
steps:
  - name: A
    description: {0}
    links: {{title: {0}, url: "https://example.org/?a=1&b=<2>"}}
    feeling: {{level: 1, label: {0}, evidence: [talk]}}
    pains: {{text: {0}, cause: {0}, evidence: [talk]}}
    metrics: {{name: {0}, formula: {0}}}
library: {{evidence: {{talk: {{title: {0}, link: "https://example.org/talk"}}}}}}
"""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_details_changes_no_element_and_no_attribute(text: str) -> None:
    usual = page_of(DETAILS.format("plain"))

    page = page_of(DETAILS.format(json.dumps(text)))

    assert page.names[0] == usual.names[0]
    assert page.names[1] - OPTIONAL == usual.names[1] - OPTIONAL
    assert len(page.elements) == len(usual.elements)


def test_what_there_is_more_to_know_about_is_a_button_that_shows_it() -> None:
    page = page_of(EVERYTHING)

    (button,) = [each for each in page.all("button") if each.text == "Nine menus"]
    (told,) = [
        each
        for each in page.all("dl")
        if each.attributes.get("id") == button.attributes["popovertarget"]
    ]

    assert button.attributes["interestfor"] == button.attributes["popovertarget"]
    assert told.attributes["popover"] == ""
    assert told.text == "Severity 5 of 5 (5 is most) Evidence none named, so it is assumed"


def test_the_same_details_are_told_once() -> None:
    page = page_of(
        "title: T\nsteps: [{name: A, touchpoints: {ref: app}}, {name: B, touchpoints: {ref: app}}]\n"
        "library: {touchpoints: {app: {name: App, importance: 3}}}"
    )

    buttons = [each for each in page.all("button") if each.text == "App"]

    assert len(buttons) == 2
    assert len({each.attributes["popovertarget"] for each in buttons}) == 1
    assert len([each for each in page.all("dl") if "popover" in each.attributes]) == 1


def test_details_lead_to_where_they_can_be_read() -> None:
    page = page_of(DETAILS.format("plain"))

    hrefs = {each.attributes["href"] for each in page.all("a")}

    assert hrefs == {"https://example.org/?a=1&b=<2>", "https://example.org/talk"}


def test_a_face_with_details_is_a_button_named_by_what_it_shows() -> None:
    page = page_of(DETAILS.format("calm"))

    (face,) = page.all("button", "dot")
    (place,) = re.findall(
        rf"#{face.attributes['id']}{{left:(\d+)px;top:(\d+)px}}", page.one("style").text
    )

    assert face.attributes["aria-label"] == "A: +1, calm, assumed"
    (ring,) = [each for each in page.all("circle") if each.attributes["r"] == "8"]
    assert float(place[0]) + 12 == pytest.approx(float(ring.attributes["cx"]), abs=1)
    assert float(place[1]) + 12 == pytest.approx(float(ring.attributes["cy"]), abs=1)


def test_every_id_is_there_once_and_every_reference_leads_to_one() -> None:
    page = Page(html([sheet_of(EVERYTHING, language=tag) for tag in ("en", "zh")]))

    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    used = [
        each.attributes[name]
        for each in page.elements
        for name in ("popovertarget", "interestfor", "aria-labelledby")
        if name in each.attributes
    ]

    assert len(ids) == len(set(ids))
    assert used
    assert set(used) <= set(ids)


def test_all_languages_stand_in_the_page_the_first_of_them_chosen() -> None:
    page = Page(html([sheet_of(EVERYTHING, language=tag) for tag in ("zh", "en")]))

    choices = [each for each in page.all("input") if each.attributes.get("name") == "in"]

    assert page.one("html").attributes["lang"] == "zh"
    assert [each.text for each in page.all("h1")] == ["退一盏灯", "Returning a lamp"]
    assert ["checked" in each.attributes for each in choices] == [True, False]
    assert [each.text for each in page.all("label") if each.attributes.get("lang")] == [
        "中文",
        "English",
    ]
    assert {each.attributes.get("lang") for each in page.all("div", "in-1")} == {"en"}
    assert len(page.all("style")) == 1


def test_a_page_in_one_language_offers_no_other() -> None:
    page = page_of(EVERYTHING)

    assert not [each for each in page.all("input") if each.attributes.get("name") == "in"]


def test_a_dividing_line_stands_above_its_lane() -> None:
    page = page_of(EVERYTHING)

    order = [each.text for each in page.elements if each.tag == "tr"]

    line = order.index("line of visibility")
    assert order[line + 1].startswith("Backstage")


@pytest.mark.parametrize(
    ("steps", "size"), [(3, "420mm 297mm"), (18, "420mm 297mm"), (36, "841mm 594mm")]
)
def test_wide_maps_are_printed_on_large_paper(steps: int, size: str) -> None:
    columns = "".join(f"  - {{name: Step {number}, feeling: 1}}\n" for number in range(steps))

    text = html([sheet_of(f"title: T\nsteps:\n{columns}")])

    assert f"@page{{size:{size};margin:10mm}}" in text


def test_a_lone_surrogate_does_not_stop_a_page() -> None:
    sheet = sheet_of(SKETCH)
    sheet = sheet._replace(header=sheet.header._replace(title="a\ud800b"))

    page = format_named("html").file([sheet], PLAIN).decode()

    assert "a\ufffdb" in page


def test_the_same_map_gives_the_same_bytes() -> None:
    assert html([sheet_of(EVERYTHING)]) == html([sheet_of(EVERYTHING)])


@pytest.mark.parametrize(("name", "text"), [("sketch", SKETCH), ("everything", EVERYTHING)])
def test_the_page_of_a_map(name: str, text: str, golden: Golden) -> None:
    """All but the style, which has a hash of its own."""
    page = html([sheet_of(text)])

    golden(f"{name}.html", re.sub(r"<style>.*?</style>|sha256-[^']*", "", page, flags=re.S))
