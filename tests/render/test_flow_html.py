"""A flow as a page: the picture, a table of where each step leads, and nothing that could run."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cjm.render.flow_html import flow_html
from cjm.render.look import Look
from cjm.render.svg import flow_svg
from tests.layout.flow.maps import flow_of, random_map, steps_of
from tests.render.pages import Page

FORK = steps_of(
    "id: a, name: {en: Compares, zh: 比较}, touchpoints: Plan page, feeling: -2",
    "id: b, name: Asks, next: [{to: d, when: sure, share: 60}, {to: a, share: 30},"
    " {to: exit, name: Gives up, share: 10}]",
    "id: c, name: Calls, next: nowhere",
    "id: d, name: Signs, moment_of_truth: true",
)

HOSTILE = steps_of(
    """id: a, name: '<script>x()</script>', touchpoints: '"><img src=x onerror=x()>', next:"""
    """ [{to: b, when: '</svg><style>*{}</style>', share: 50}, {to: exit, name: '{{ 7*7 }}'}]""",
    """id: b, name: '${7*7}'""",
)


def page_of(text: str, *languages: str, look: Look = Look()) -> Page:  # noqa: B008 - it is frozen
    return Page(flow_html([flow_of(text, language) for language in languages or ("en",)], look))


def test_the_table_says_where_each_step_leads() -> None:
    page = page_of(FORK)

    rows = [each.text for each in page.all("tr")]

    assert rows[3] == "Asks Signs sure 60 % Compares 30 % leaves: Gives up 10 %"
    assert rows[4].endswith("Dead end: no way leads on")
    assert rows[5].endswith("moment of truth end")


def test_each_way_links_to_a_row_that_is_there() -> None:
    page = page_of(random_map(4, 30, 45), "en", "zh")

    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    links = [each.attributes["href"].removeprefix("#") for each in page.all("a")]

    assert len(ids) == len(set(ids))
    assert links
    assert set(links) <= set(ids)


def test_the_picture_is_named_for_those_who_cannot_see_it() -> None:
    picture = page_of(FORK).one("svg")

    assert picture.attributes["role"] == "img"
    assert picture.attributes["aria-label"].startswith("Flow of T: 4 steps")


def test_nothing_a_map_says_becomes_markup_style_or_script() -> None:
    page = page_of(HOSTILE)

    tags, attributes = page.names

    assert tags.isdisjoint({"script", "img", "iframe", "object", "use", "foreignObject"})
    assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert len(page.all("style")) == 1
    assert "{{ 7*7 }}" in page.one("main").text


def test_the_policy_allows_the_page_s_own_style_and_nothing_from_outside() -> None:
    text = flow_html([flow_of(FORK)])

    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)

    assert policy.startswith("default-src")
    assert "://" not in text
    assert not re.search(r"\bstyle=", text)


def test_a_reader_may_choose_among_languages() -> None:
    page = page_of(FORK, "en", "zh")

    articles = page.all("article")

    assert [each.attributes["lang"] for each in articles] == ["en", "zh"]
    assert "比较" in articles[1].text
    assert len(page.all("input")) == 2
    assert page_of(FORK).all("input") == []


def test_a_page_from_right_to_left_says_so() -> None:
    page = page_of(FORK, "ar")

    assert page.one("html").attributes["dir"] == "rtl"


def test_the_colours_of_the_picture_are_those_of_the_page() -> None:
    text = flow_html([flow_of(FORK)])

    drawn = text[text.index("<svg") : text.index("</svg>")]

    assert not re.findall(r'(?:fill|stroke)="#', drawn)
    assert "prefers-color-scheme:dark" in text
    assert "prefers-color-scheme:dark" not in flow_html([flow_of(FORK)], Look(dark=None))


@pytest.mark.parametrize("make", [flow_html, flow_svg])
def test_the_same_flow_gives_the_same_bytes(make: Callable[..., str]) -> None:
    flow = flow_of(random_map(6, 25, 35))

    assert make([flow]) == make([flow])


def test_an_svg_of_a_flow_stands_alone_and_escapes_what_a_map_says() -> None:
    text = flow_svg([flow_of(HOSTILE)])

    assert "<script" not in text
    assert "&lt;script&gt;x()&lt;/script&gt;" in text
    assert "<use" not in text
    assert "href" not in text


def test_the_picture_of_a_small_flow(golden: Callable[[str, str], None]) -> None:
    golden("flow.svg", flow_svg([flow_of(FORK)]))
