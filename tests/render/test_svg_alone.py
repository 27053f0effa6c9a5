"""An SVG looks the same wherever it is shown: in a browser, a README's `<img>`, librsvg, an editor."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from cjm.layout import lay_out
from cjm.layout.measure import text_width
from cjm.layout.own_theme import themes_of
from cjm.layout.scene import Rect
from cjm.layout.theme import LIGHT, Theme
from cjm.layout.themes import SHIPPED
from cjm.render.look import Look
from cjm.render.svg import svg
from cjm.resources import folder
from cjm.sheet import arrange
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from cjm.workspace.theme_file import read_theme
from tests.render.maps import EVERYTHING, SKETCH
from tests.sheet.builders import sheet_of

THEMES = pytest.mark.parametrize("theme", SHIPPED.values(), ids=SHIPPED)

TYPICAL = 150_000
"""Bytes."""


@THEMES
def test_it_uses_nothing_that_only_browsers_know(theme: Theme) -> None:
    text = svg([sheet_of(EVERYTHING)], Look(theme, None))

    for strange in (
        "var(", "paint-order", "dominant-baseline", "foreignObject", "<filter", "mask=", "mix-blend",
        "rgba(", "rgb(", "hsl(", "currentColor", "<use", "xlink", "@import", "@font-face",
    ):  # fmt: skip
        assert strange not in text, strange


@THEMES
def test_its_colours_are_those_of_its_theme(theme: Theme) -> None:
    text = svg([sheet_of(EVERYTHING)], Look(theme, None))

    fills = set(re.findall(r'(?:fill|stroke|stop-color)="(#[^"]*)"', text))
    assert len(fills) > 8
    assert all(each in str(theme) for each in fills), sorted(
        each for each in fills if each not in str(theme)
    )


def test_typical_maps_are_light() -> None:
    loaded = load(DiskFiles(str(folder("examples"))), ["5g-upgrade"])
    sizes = {
        map.path: len(svg([arrange(map, workspace, language=language)]).encode())
        for workspace, map in loaded.maps
        for language in ("en", "zh")
    }

    assert len(sizes) >= 4
    assert {path: size for path, size in sizes.items() if size > TYPICAL} == {}


def test_two_maps_on_one_page_share_no_id() -> None:
    first, second = (
        svg([sheet_of(f"id: {id}\n" + EVERYTHING.strip())], Look(id_prefix="shop-"))
        for id in ("a", "b")
    )

    one, other = (set(re.findall(r' id="([^"]*)"', text)) for text in (first, second))
    assert one
    assert not one & other
    assert all(id.startswith("shop-") for id in one | other)


def test_in_a_font_of_ones_own_each_text_is_as_wide_as_it_was_measured() -> None:
    item = read_theme({"fonts": ["Inter"]}).item
    assert item is not None
    theme, _ = themes_of(item)

    root = ElementTree.fromstring(svg([sheet_of(SKETCH)], Look(theme)).encode())
    plain = svg([sheet_of(SKETCH)])

    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    fitted = [each for each in texts if "textLength" in each.attrib]
    assert root.attrib["font-family"] == f"'Inter', {LIGHT.fonts}"
    assert len(fitted) == len(texts) > 20
    assert all(
        float(each.attrib["textLength"])
        <= text_width(
            each.text or "", float(each.attrib["font-size"]), "font-weight" in each.attrib,
            "font-style" in each.attrib,
        )
        for each in fitted
    )  # fmt: skip
    assert plain.count("textLength") < len(fitted) / 2


needs_librsvg = pytest.mark.skipif(
    shutil.which("rsvg-convert") is None, reason="rsvg-convert (librsvg2-bin) is not installed"
)


def converted(text: str) -> tuple[bytes, str]:
    """Return an SVG as librsvg draws it, and what librsvg says."""
    done = subprocess.run(
        ["rsvg-convert", "--format", "png"],
        input=text.encode(), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout, done.stderr.decode()


@needs_librsvg
@THEMES
def test_librsvg_draws_it_without_a_word_in_its_colours(theme: Theme) -> None:
    image = pytest.importorskip("PIL.Image")
    scene = lay_out(sheet_of(EVERYTHING), theme)

    png, said = converted(svg([sheet_of(EVERYTHING)], Look(theme, None)))
    picture = image.open(io.BytesIO(png)).convert("RGB")

    assert said == ""
    assert picture.size == (-(-scene.width // 1), -(-scene.height // 1))
    assert _hex(picture.getpixel((2, 2))) == theme.page
    card = next(
        shape
        for shape in scene.shapes
        if isinstance(shape, Rect) and shape.fill == theme.card and shape.stroke_width
    )
    assert _hex(picture.getpixel((int(card.x + 4), int(card.y + card.height - 5)))) == theme.card


def _hex(pixel: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02x}" for part in pixel[:3])
