"""Every check of texts, colours and controls can fail: each is shown a page that is wrong on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks.accessible import axe_violations
from tests.browser.checks.contrast import contrast, weak_contrast
from tests.browser.checks.keyboard import controls, idle, unreachable
from tests.browser.checks.quiet import heard_from
from tests.browser.checks.restyle import set_in
from tests.browser.checks.texts import WIDER, cramped, overlaps, small_texts, strays, texts_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def svg(body: str) -> str:
    """A picture of a white sheet with a card, and `body` upon them."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" font-size="16"'
        " font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\">"
        '<rect width="400" height="200" fill="white"/>'
        f'<rect x="20" y="20" width="120" height="80" rx="8" fill="#eee"/>{body}</svg>'
    )


FINE_SVG = svg('<text x="30" y="50">Sixteen letters</text><text x="30" y="72">and more</text>')
FINE_HTML = (
    "<style>td{font:16px Arial;border:1px solid;padding:4px}@page{size:600px 400px;margin:20px}</style>"
    "<main><h1>It</h1><table><tr><th scope=col>Where<tr><td>Sixteen letters</table></main>"
)


@pytest.mark.parametrize("text", [FINE_SVG, FINE_HTML], ids=["svg", "html"])
def test_a_sound_picture_has_no_fault(page: Page, open_: Open, text: str) -> None:
    file = open_(text)

    assert len(texts_of(page)) >= 2
    assert heard_from(page, file) == []
    assert [*strays(page), *overlaps(page), *small_texts(page), *weak_contrast(page)] == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text x="60" y="50">Sixteen letters</text>', "Sixteen letters"),
        ('<text x="80" y="50" text-anchor="middle">Sixteen letters and</text>', "Sixteen letters and"),
        ('<text x="130" y="50" text-anchor="end">Sixteen letters and</text>', "Sixteen letters and"),
        ('<text x="130" y="50" direction="rtl">שלום לכולם ולכולן</text>', "שלום לכולם ולכולן"),
        ('<text x="30" y="25">high</text>', "high"),
        ('<text x="30" y="104">gap</text>', "gap"),
        ('<text x="350" y="150">out of the picture</text>', "out of the picture"),
        ('<g transform="translate(40 0)"><text x="30" y="50">Sixteen letters</text></g>', "Sixteen letters"),
    ],
)  # fmt: skip
def test_a_text_that_leaves_its_shape_is_seen(
    page: Page, open_: Open, body: str, text: str
) -> None:
    open_(svg(body))

    assert [each.split(" at ")[0] for each in strays(page)] == [repr(text)]


def test_a_text_that_leaves_a_pointed_shape_is_seen(page: Page, open_: Open) -> None:
    chevron = '<path d="M200 20 h100 l20 20 l-20 20 h-100 z" fill="#ccc"/>'

    open_(svg(f'{chevron}<text x="206" y="35">Sixteen letters!</text>'))

    assert len(strays(page)) == 1


@pytest.mark.parametrize(
    "cell",
    [
        "<div style='width:60px;overflow:hidden;white-space:nowrap'>Far too long a text</div>",
        "<div style='width:60px;white-space:nowrap;background:#eee'>Far too long a text</div>",
        "<div style='height:8px;background:#eee'>Far too long a text</div>",
        "<div style='width:60px'><b style='margin-left:-40px'>Far too long a text</b></div>",
        "<svg width=40 height=20><text y=14>Far too long a text</text></svg>",
    ],
)
def test_a_text_that_leaves_its_cell_is_seen(page: Page, open_: Open, cell: str) -> None:
    open_(f"<table style='table-layout:fixed;width:80px'><tr><td>{cell}</table>")

    assert any("Far too long" in each for each in strays(page))


def test_a_text_that_fits_in_one_font_only_is_seen(page: Page, open_: Open) -> None:
    open_(svg('<text x="30" y="50">Sixteen letters</text>'))
    before = strays(page)
    with set_in(page, WIDER):
        wider = strays(page)

    assert before == []
    assert len(wider) == 1
    assert strays(page) == []


@pytest.mark.parametrize(
    "text",
    [
        svg('<text x="30" y="50">One</text><text x="55" y="55">other</text>'),
        "<p style='margin:20px'>One</p><p style='position:absolute;top:24px;left:24px;margin:0'>other</p>",
    ],
    ids=["svg", "html"],
)
def test_a_text_over_another_is_seen(page: Page, open_: Open, text: str) -> None:
    open_(text)

    (found,) = overlaps(page)

    assert "'One'" in found
    assert "'other'" in found


def test_a_text_without_room_is_seen(page: Page, open_: Open) -> None:
    open_(FINE_SVG)

    assert cramped(page, [106, 80]) == []
    assert len(cramped(page, [106, 80], WIDER)) == 1
    assert len(cramped(page, [90, 90])) == 1
    assert cramped(page, [90]) == ["2 texts for 1 rooms"]


def test_a_text_of_ten_pixels_is_small(page: Page, open_: Open) -> None:
    open_(svg('<text x="30" y="50" font-size="10">tiny</text>'))

    assert len(small_texts(page)) == 1


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 0, 0), (255, 255, 255), 3.998),
        ((118, 118, 118), (255, 255, 255), 4.542),
        ((9, 9, 9), (9, 9, 9), 1.0),
    ],
)
def test_contrast_is_that_of_wcag(
    one: tuple[float, float, float], other: tuple[float, float, float], ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)


GRADIENT = (
    "<p style='font:16px Arial;background:linear-gradient(to right,#fff 50%,#999);color:#666'>"
)
PSEUDO = (
    "<style>p{position:relative;isolation:isolate;color:#888;font:16px Arial}"
    "p::before{content:'';position:absolute;inset:0;z-index:-1;background:#eee}</style><p>pale"
)


@pytest.mark.parametrize(
    "text",
    [
        svg('<text x="30" y="50" fill="#888">pale</text>'),
        svg('<text x="30" y="50" opacity="0.4">pale</text>'),
        svg('<rect x="20" y="20" width="120" height="80" opacity="0.6"/><text x="30" y="50">on dark</text>'),
        "<p style='color:#888'>pale</p>",
        "<p style='background:#222'>on dark</p>",
        "<p style='opacity:.4'>pale</p>",
        f"{GRADIENT}{'on a ground that darkens ' * 12}",
        PSEUDO,
        "<meta name=color-scheme content='light dark'><p style='color:#333'>pale in the dark</p>",
    ],
)  # fmt: skip
def test_weak_contrast_is_seen(page: Page, open_: Open, text: str) -> None:
    open_(text)
    page.emulate_media(color_scheme="dark" if "color-scheme" in text else "light")

    found = weak_contrast(page)
    page.emulate_media(color_scheme="light")

    assert len(found) == 1


def test_a_line_under_a_text_is_no_ground(page: Page, open_: Open) -> None:
    open_("<p style='font:11px Arial;text-decoration:underline 1px #888'>Where it leads")

    assert weak_contrast(page) == []


def test_large_texts_need_less_contrast(page: Page, open_: Open) -> None:
    open_("<p style='font:24px Arial;color:#888'>Large<p style='font:23px Arial;color:#888'>Not")

    (found,) = weak_contrast(page)

    assert "'Not'" in found


@pytest.mark.parametrize(
    "text",
    [
        "<img src='https://example.org/a.png' alt='A'>",
        "<link rel=stylesheet href='https://example.org/a.css'>",
        "<style>p{background:url(https://example.org/a.png)}</style><p>A",
        "<style>@font-face{font-family:A;src:url(https://example.org/a.woff2)}p{font-family:A}</style><p>A",
        "<iframe src='https://example.org' title=A></iframe>",
        "<img src='a.png' alt='A'>",
        "<script>console.log('hello')</script>",
        "<script>console.warn('careful')</script>",
        "<script>missing()</script>",
        "<script>fetch('https://example.org')</script>",
        "<script>open('about:blank#it')</script>",
        "<script>alert('hello')</script>",
        "<script>setTimeout(() => new WebSocket('wss://example.org'))</script>",
        "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\"><p style='color:red'>A",
        svg('<image href="https://example.org/a.png" width="9" height="9"/>'),
        svg('<script>console.log("hello")</script>'),
    ],
)  # fmt: skip
def test_a_page_that_speaks_or_asks_is_heard(page: Page, open_: Open, text: str) -> None:
    file = open_(text)

    assert heard_from(page, file) != []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<main><h1>It</h1><img src='data:,'></main>", "image-alt"),
        ("<main><h1>It</h1><input></main>", "label"),
        ("<main><h1>It</h1><button></button></main>", "button-name"),
        ("<main><h1>It</h1><div role=nothing>A</div></main>", "aria-roles"),
        ("<h1>It</h1><p>Not in a landmark", "region"),
    ],
)  # fmt: skip
def test_axe_sees_what_is_not_accessible(page: Page, open_: Open, body: str, rule: str) -> None:
    open_(body)

    assert rule in {each.partition(":")[0] for each in axe_violations(page)}


def test_axe_is_content_with_a_sound_page(page: Page, open_: Open) -> None:
    open_(FINE_HTML)

    assert axe_violations(page) == []


SOUND_CONTROLS = (
    "<button aria-pressed=false onclick=\"this.ariaPressed = this.ariaPressed !== 'true'\">A</button>"
    "<label><input type=checkbox>B</label><a href='#c'>C</a><details><summary>D</summary>E</details>"
    "<label><input type=radio name=f checked>F</label><label><input type=radio name=f>G</label>"
    "<div tabindex=0 style='overflow:auto;height:40px'><p style='height:90px'>H</div>"
)


def test_sound_controls_are_reached_seen_and_operated(page: Page, open_: Open) -> None:
    open_(SOUND_CONTROLS)

    assert len(controls(page)) == 6
    assert unreachable(page) == []
    assert idle(page) == []


@pytest.mark.parametrize(
    "body",
    [
        "<span role=button onclick='alert()'>Press</span>",
        "<div onclick='alert()'>Press</div>",
        "<button tabindex=-1 onclick='alert()'>Press</button>",
        "<div style='overflow:auto;width:90px'><button style='width:300px'>A</button></div>"
        "<div onkeydown='event.preventDefault()'><input><input></div>",
        "<style>:focus{outline:0}</style><a href='#a'>Where am I?</a>",
    ],
)
def test_a_control_out_of_reach_or_sight_is_seen(page: Page, open_: Open, body: str) -> None:
    open_(body)

    assert unreachable(page) != []


@pytest.mark.parametrize(
    "body",
    [
        "<button>Does nothing</button>",
        "<div tabindex=0 role=checkbox aria-checked=false onclick='this.ariaChecked = true'>Mouse only</div>",
        "<input type=checkbox onclick='event.preventDefault()'>",
        "<div tabindex=0 onkeydown='event.preventDefault()' style='overflow:auto;height:40px'><p style='height:90px'>H</div>",
    ],
)  # fmt: skip
def test_a_control_that_keys_do_not_operate_is_seen(page: Page, open_: Open, body: str) -> None:
    open_(body)

    assert idle(page) != []
