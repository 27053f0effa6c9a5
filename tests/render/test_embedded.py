"""Pictures stand in files as data, with their words, and nothing that a map says gets past them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from cjm.images import read_image
from cjm.render.formats import format_named
from cjm.render.look import PLAIN
from cjm.sheet.sheet import Cell, Column, Header, Lane, Picture, Portrait, Sheet, StageSpan
from tests.images.pictures import drawing, encoded

DESK = read_image(encoded(drawing(600, 400)))
HOSTILE = '"><script>alert(1)</script>'
DATA = re.compile(r'data:image/jpeg;base64,[A-Za-z0-9+/=]+"')
SVG = "{http://www.w3.org/2000/svg}"


def sheet(alt: str = "A desk", caption: str = "At last", language: str = "") -> Sheet:
    picture = Picture("desk.png", alt, caption, (), language, DESK, language)
    lane = Lane("storyboard", "Storyboard", rows=((Cell(0, 1, (picture, picture)),),))
    portrait = Portrait("Li Na", "LN", "Commuter", photo=DESK, alt=alt)
    return Sheet("m", "en", Header("t", portraits=(portrait,)), (StageSpan("s", 0, 1, 0),),
                 (Column("a", 0),), (lane,))  # fmt: skip


@pytest.mark.parametrize("format", ["svg", "html"])
def test_pictures_are_data_in_the_file(format: str) -> None:
    text = format_named(format).render([sheet()], PLAIN)

    assert len(DATA.findall(text)) == 3
    assert "desk.png" not in text


def test_an_svg_names_each_picture() -> None:
    root = ElementTree.fromstring(
        format_named("svg").render([sheet("Ein Pult", language="de")], PLAIN)
    )

    groups = [group for group in root.iter(f"{SVG}g") if group.get("class") == "cjm-image"]
    assert [group.findtext(f"{SVG}title") for group in groups] == ["Ein Pult"] * 3
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [group.get(xml) for group in groups] == [None, "de", "de"]


def test_the_corners_of_an_svg_have_ids_of_their_own() -> None:
    text = format_named("svg").render([sheet()], PLAIN)

    ids = re.findall(r'<clipPath id="([^"]+)"', text)
    assert len(set(ids)) == 3
    assert all(f'clip-path="url(#{id})"' in text for id in ids)


def test_a_page_has_the_words_of_each_picture() -> None:
    text = format_named("html").render([sheet()], PLAIN)

    assert text.count('alt="A desk"') == 3
    assert text.count("<figcaption") == 2


def test_a_picture_that_shows_nothing_to_say_has_an_empty_text() -> None:
    text = format_named("html").render([sheet(alt="")], PLAIN)

    assert text.count('alt=""') == 3


@pytest.mark.parametrize("format", ["svg", "html"])
def test_hostile_words_stay_words(format: str) -> None:
    text = format_named(format).render([sheet(HOSTILE, HOSTILE)], PLAIN)

    assert "<script>alert" not in text


def test_a_missing_picture_is_told_in_words() -> None:
    gone = sheet()._replace(lanes=(
        Lane("storyboard", "s", rows=((Cell(0, 1, (Picture("gone.png", "A desk", "Here"),)),),)),
    ))  # fmt: skip

    text = format_named("html").render([gone], PLAIN)

    assert '<p class="said missing">A desk</p>' in text
