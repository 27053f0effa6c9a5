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
from cjm.render.mark import is_ours
from tests.conftest import Golden
from tests.render.maps import EVERYTHING, SKETCH
from tests.render.pages import Page
from tests.render.test_svg import HOSTILE, MAP
from tests.sheet.builders import sheet_of


def page_of(text: str, language: str = "en") -> Page:
    return Page(html(sheet_of(text, language=language)))


def page_with(text: str) -> Page:
    return page_of(MAP.format(json.dumps(text)))


USUAL = page_with("plain").names


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_element_and_no_attribute(text: str) -> None:
    elements, attributes = page_with(text).names

    assert elements == USUAL[0]
    assert attributes == USUAL[1]


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30))
def test_any_text_gives_a_page_of_the_same_parts(text: str) -> None:
    elements, attributes = page_with("a" + text).names

    assert elements == USUAL[0]
    assert attributes <= USUAL[1] | {"direction"}


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

    assert not elements & {"script", "img", "iframe", "object", "form", "a", "base", "image", "use"}
    assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
    assert [each.attributes["href"] for each in page.elements if "href" in each.attributes] == [
        "data:,"
    ]
    assert "url(" not in page.one("style").texts[0]
    assert "@import" not in page.one("style").texts[0]


def test_its_policy_allows_its_one_style_and_nothing_else() -> None:
    text = html(sheet_of(EVERYTHING))
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
    text = html(sheet_of(SKETCH))

    assert text.encode().index(b'<meta charset="utf-8">') < 1024
    assert is_ours(text)
    assert format_named("html").render(sheet_of(SKETCH)) == text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_row_covers_every_column(language: str) -> None:
    sheet = sheet_of(EVERYTHING, language=language)

    rows = Page(html(sheet)).rows

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
    (thought,) = page.all("q")[-1:]
    (said,) = [each for each in page.all("p") if each.text == "Nine menus"]
    assert said.attributes["lang"] == thought.attributes["lang"] == "en"


RIGHT_TO_LEFT = """
title: الترقية
language: ar
stages:
  - name: تتعلم
    steps: [{name: تقارن, feeling: -2, quotes: {en: Hello}}, {name: تسأل, feeling: 1}]
"""


def test_a_map_that_runs_from_right_to_left() -> None:
    page = page_of(RIGHT_TO_LEFT, "ar")
    faces = [each for each in page.all("circle") if each.attributes["r"] == "8"]

    (lowest,) = [each for each in faces if "levels-0" in each.attributes["stroke"]]
    (highest,) = [each for each in faces if "levels-3" in each.attributes["stroke"]]

    assert page.one("html").attributes["dir"] == "rtl"
    assert float(lowest.attributes["cx"]) > float(highest.attributes["cx"])
    (quote,) = page.all("q")
    assert (quote.attributes["lang"], quote.attributes["dir"]) == ("en", "ltr")
    assert page.all("th", "label")[0].text == "Stage"


def test_a_dividing_line_stands_above_its_lane() -> None:
    page = page_of(EVERYTHING)

    order = [each.text for each in page.elements if each.tag == "tr"]

    line = order.index("line of visibility")
    assert order[line + 1].startswith("Backstage")


@pytest.mark.parametrize(
    ("steps", "size"), [(3, "297mm 210mm"), (18, "420mm 297mm"), (36, "841mm 594mm")]
)
def test_wide_maps_are_printed_on_large_paper(steps: int, size: str) -> None:
    columns = "".join(f"  - {{name: Step {number}, feeling: 1}}\n" for number in range(steps))

    text = html(sheet_of(f"title: T\nsteps:\n{columns}"))

    assert f"@page{{size:{size};margin:10mm}}" in text


def test_a_lone_surrogate_does_not_stop_a_page() -> None:
    sheet = sheet_of(SKETCH)
    object.__setattr__(sheet.header, "title", "a\ud800b")

    assert "a\ufffdb" in html(sheet)


def test_the_same_map_gives_the_same_bytes() -> None:
    assert html(sheet_of(EVERYTHING)) == html(sheet_of(EVERYTHING))


@pytest.mark.parametrize(("name", "text"), [("sketch", SKETCH), ("everything", EVERYTHING)])
def test_the_page_of_a_map(name: str, text: str, golden: Golden) -> None:
    """All but the style, which has a hash of its own."""
    page = html(sheet_of(text))

    golden(f"{name}.html", re.sub(r"<style>.*?</style>|sha256-[^']*", "", page, flags=re.S))
