"""An SVG stands alone, is well-formed, and nothing in a map can change what it is made of."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.render.formats import format_named
from cjm.render.look import PLAIN
from cjm.render.mark import MARK, is_ours
from cjm.render.svg import id_prefix, svg
from tests.conftest import Golden
from tests.render.maps import EVERYTHING, SKETCH
from tests.sheet.builders import sheet_of

HOSTILE = (
    '"><script>alert(1)</script>',
    "<!--", "]]>", "<![CDATA[", "&amp;&lt;&#60;script&#62;", "{{ 7 * 7 }}", "{% raw %}",
    "' onload='alert(1)", "javascript:alert(1)", "\x1b[31mred", "\u202etxt.exe", "\ufeff\u200b",
    "url(#x)", "</svg><svg onload=alert(1)>", "&xxe;", "##[error]no",
)  # fmt: skip

MAP = """
title: {0}
language: en
state: current
goal: {{customer: {0}}}
persona: {{name: {0}, role: {0}, quote: {0}, demographics: {{age: {0}}}}}
stages:
  - name: {0}
    goal: {{customer: {0}}}
    steps:
      - name: {0}
        touchpoints: [{{name: {0}, channels: [{{name: {0}}}]}}]
        thoughts: [{{text: {0}}}]
        quotes: [{{text: {0}, persona: {0}}}]
        feeling: {{level: -1, label: {0}}}
        expectation: {{level: 1, text: {0}}}
        pains: [{{text: {0}, severity: 4}}]
        opportunities: [{{text: {0}, owner: {{department: {0}}}}}]
        metrics: [{{name: {0}, unit: {0}, actual: 2, target: 4, scale: [1, 5]}}]
        backstage: [{{text: {0}, actor: {0}, fail: true}}]
        storyboard: [{{image: {0}, alt: {0}, caption: {0}}}]
        custom: {{own: {0}}}
lanes: [journey, backstage, {{id: own, name: {0}}}]
"""


def svg_with(text: str) -> str:
    return svg([sheet_of(MAP.format(json.dumps(text)))])


def names_in(text: str) -> tuple[set[str], set[str]]:
    """Return the names of all elements and of all attributes."""
    root = ElementTree.fromstring(text.encode())
    elements = {element.tag for element in root.iter()}
    return elements, {name for element in root.iter() for name in element.attrib}


USUAL = names_in(svg_with("plain"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_element_and_no_attribute(text: str) -> None:
    elements, attributes = names_in(svg_with(text))

    assert elements <= USUAL[0]
    assert attributes <= USUAL[1] | {"direction"}


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30))
def test_any_text_gives_well_formed_xml_of_the_same_parts(text: str) -> None:
    elements, attributes = names_in(svg_with("a" + text))

    assert elements <= USUAL[0]
    assert attributes <= USUAL[1] | {"direction"}


def test_a_picture_has_no_script_and_reaches_nothing_outside() -> None:
    text = svg_with("https://example.org/x.png")
    elements, attributes = USUAL

    assert not {name.rpartition("}")[2] for name in elements} & {
        "script", "foreignObject", "image", "use", "a", "animate", "set",
    }  # fmt: skip
    assert re.findall("<style>(.*)</style>", text) == [
        "@media print{svg.cjm-map{max-width:100%;max-height:100%}}"
    ]
    assert not [name for name in attributes if name.startswith("on") or "href" in name]
    assert set(re.findall(r"url\(([^)]*)\)", text)) <= {
        f"#{id}" for id in re.findall(r' id="([^"]*)"', text)
    }


def test_text_is_text_with_hidden_characters_visible() -> None:
    root = ElementTree.fromstring(svg_with("a<b> & \u202ec").encode())
    said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]

    assert "a<b> & \\u202ec" in said


def test_every_id_is_given_once_and_begins_with_the_journey_s() -> None:
    ids = re.findall(r' id="([^"]*)"', svg_with("x"))

    assert len(ids) == len(set(ids))
    assert all(id.startswith("cjm-m-") for id in ids)


def test_the_picture_says_what_it_is() -> None:
    sheet = sheet_of("title: Upgrade\nstages: [{name: Learn}]", language="zh")
    root = ElementTree.fromstring(svg([sheet]).encode())
    space = "{http://www.w3.org/2000/svg}"

    title, described = root.find(f"{space}title"), root.find(f"{space}desc")

    assert title is not None
    assert described is not None
    assert (title.text, described.text) == ("Upgrade", sheet.description)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {described.attrib['id']}"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "zh"
    width, height = root.attrib["width"], root.attrib["height"]
    assert root.attrib["viewBox"] == f"0 0 {width} {height}"


def test_cjm_knows_its_own_files() -> None:
    assert is_ours(svg_with("x"))
    assert not is_ours('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert not is_ours("x" * 1000 + MARK)


@pytest.mark.parametrize(
    ("id", "prefix"),
    [("upgrade", "cjm-upgrade"), ("A b", "cjm-a-20-b"), ("旅", "cjm-65c5"), ("", "cjm-")],
)
def test_ids_of_other_scripts_are_spelt(id: str, prefix: str) -> None:
    assert id_prefix(id) == prefix


DIGEST = """
import hashlib
from cjm.render.svg import svg
from tests.render.maps import EVERYTHING
from tests.sheet.builders import sheet_of
print(hashlib.sha256(svg([sheet_of(EVERYTHING)]).encode()).hexdigest())
"""


def test_the_same_map_gives_the_same_bytes_in_every_run() -> None:
    root = Path(__file__).resolve().parents[2]
    runs = [
        subprocess.run(
            [sys.executable, "-c", DIGEST], cwd=root, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2", "3")
    ]  # fmt: skip

    assert len({run.stdout for run in runs}) == 1


def test_formats_are_found_by_name() -> None:
    sheet = sheet_of("title: T\nstages: [{name: A}]")

    assert format_named("svg").render([sheet], PLAIN) == svg([sheet])


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("sketch", SKETCH, "en"),
        ("everything", EVERYTHING, "en"),
        ("everything-zh", EVERYTHING, "zh"),
    ],
)
def test_the_picture_of_a_map(name: str, text: str, language: str, golden: Golden) -> None:
    golden(f"{name}.svg", svg([sheet_of(text, language=language)]))
