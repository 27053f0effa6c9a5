"""Templates of the user's own replace shipped ones, in a sandbox, and fail in one clear message."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from cjm.errors import UsageError
from cjm.render import sandbox
from cjm.render.formats import format_named
from cjm.render.html import html
from cjm.render.look import Look
from cjm.render.mark import MARK
from cjm.render.svg import svg
from cjm.render.templating import Templates, replaceable, templates, templates_in
from cjm.resources import folder
from tests.render.maps import SKETCH
from tests.sheet.builders import sheet_of

HOSTILE = "<script>alert(1)</script>"


def look_with(here: Path, text: str, name: str = "svg/map.svg.j2") -> Look:
    """Return a look with one template of one's own."""
    file = here / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    templates.cache_clear()
    return Look(templates=templates_in(str(here)))


def drawn(here: Path, text: str, title: str = "Upgrade") -> str:
    """Return what a template `svg/map.svg.j2` makes of a small map."""
    sheet = sheet_of(f"title: {title!r}\nstages: [{{name: Learn}}]")
    return svg([sheet], look_with(here, text))


def refusal(here: Path, text: str) -> str:
    """Return why a template is refused, without its path."""
    with pytest.raises(UsageError) as told:
        drawn(here, text)
    return str(told.value).replace(f"the template '{here / 'svg/map.svg.j2'}' ", "")


def test_a_template_of_the_same_name_wins_and_the_others_are_shipped(tmp_path: Path) -> None:
    look = look_with(tmp_path, "{{ mark }}<svg>{{ title }}</svg>")
    sheet = sheet_of(SKETCH)

    assert svg([sheet], look) == f"{MARK}<svg>Upgrading from 4G to 5G</svg>"
    assert "<table" in html([sheet], look)


def test_the_shipped_templates_give_the_same_bytes_in_the_sandbox(tmp_path: Path) -> None:
    sheet = sheet_of(SKETCH)
    for name in replaceable():
        shipped = folder("templates").joinpath(*name.split("/")).read_text(encoding="utf-8")
        look = look_with(tmp_path, shipped, name)

    assert svg([sheet], look) == svg([sheet])
    assert html([sheet], look) == html([sheet])


def test_a_style_of_ones_own_replaces_that_of_the_page(tmp_path: Path) -> None:
    look = look_with(tmp_path, ".mine{color:red}", "html/map.css")

    page = html([sheet_of(SKETCH)], look)

    assert ".mine{color:red}" in page


def test_the_shipped_template_can_be_taken_up(tmp_path: Path) -> None:
    own = drawn(tmp_path, "{% include 'shipped/svg/map.svg.j2' %}")

    assert own.startswith("<?xml")
    assert own.endswith("</svg>\n")


def test_texts_are_escaped_whatever_a_template_does(tmp_path: Path) -> None:
    for text in (
        "{{ title }}",
        "{% set x = '<b>' ~ title %}{{ x }}",
        "{% set x %}{{ title }}{% endset %}{{ x }}",
        "{{ ['<b>', title]|join }}",
        "{{ mark + title }}",
        "{{ mark.replace('made', title) }}",
        "{{ mark.join([title, title]) }}",
    ):
        assert HOSTILE not in drawn(tmp_path, text, HOSTILE), text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ title|safe }}", "fails in line 1: No filter named 'safe'"),
        ("\n{% autoescape false %}{% endautoescape %}", "fails in line 2: escaping cannot be switched"),
        ("a\nb\n{{ titel }}", "fails in line 3: 'titel' is undefined"),
        ("{% if %}", "fails in line 1: Expected an expression, got 'end of statement block'"),
        ("{{ 1 / 0 }}", "fails in line 1: division by zero"),
        ("{{ number('x') }}", "fails in line 1: Unknown format code 'f' for object of type 'str'"),
        ("{% include 'nothing.j2' %}", "fails in line 1: there is no template 'nothing.j2'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    assert refusal(tmp_path, text) == said


@pytest.mark.parametrize(
    "text",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ scene.__init__.__globals__ }}",
        "{{ number.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ (scene|attr('__class__')) }}",
        "{{ '{0.__class__}'.format(scene) }}",
        "{% set _ = scene.shapes.append(1) %}",
        "{{ lipsum() }}",
    ],
)
def test_a_template_sees_its_values_and_nothing_behind_them(tmp_path: Path, text: str) -> None:
    assert "line 1" in refusal(tmp_path, text)


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "/etc/passwd", "svg/../../secret.txt", "..\\secret.txt", "C:/secret.txt"],
)
def test_a_template_reads_no_file_outside_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inner = tmp_path / "own"

    with pytest.raises(UsageError, match="there is no template"):
        drawn(inner, "{% include name %}".replace("name", repr(name)))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inner = tmp_path / "own" / "svg"
    inner.mkdir(parents=True)
    try:
        os.symlink(tmp_path / "secret.txt", inner / "map.svg.j2")
    except OSError:
        pytest.skip("no links here")
    templates.cache_clear()

    with pytest.raises(UsageError, match="is a link that leaves its folder"):
        svg([sheet_of(SKETCH)], Look(templates=Templates(str(tmp_path / "own"))))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 'x' * 10**9 }}", "too large"),
        ("{{ [1] * 999999999 }}", "too large"),
        ("{{ 9 ** 999999999 }}", "too large"),
        ("{{ '%999999999d' % 1 }}", "too large"),
        ("{{ 'x'|center(999999999) }}", "No filter named 'center'"),
        ("{{ 'x'.ljust(999999999) }}", "unsafe"),
        ("{{ '{:>999999999}'.format(1) }}", "unsafe"),
        ("{% for i in range(999999999) %}{% endfor %}", "Range too big"),
        (
            "{% set n = namespace(x='x' * 99) %}"
            "{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
            "too large",
        ),
        (
            "{% set n = namespace(x='x' * 99) %}"
            "{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
            "too large",
        ),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "recursion"),
        ("{% include 'svg/map.svg.j2' %}", "recursion"),
    ],
)
def test_what_grows_without_end_is_stopped(tmp_path: Path, text: str, said: str) -> None:
    assert said in refusal(tmp_path, text)


def test_loops_without_end_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_LINES", 200_000)
    loops = "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}"

    began = time.monotonic()
    said = refusal(tmp_path, loops)

    assert "more than 200,000 lines of templates have run" in said
    assert time.monotonic() - began < 20


def test_long_output_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_OUTPUT", 10_000)

    assert "writes more than 10,000 characters" in refusal(
        tmp_path, "{% for i in range(9999) %}xxxxxxxxxxxxxxx\n{% endfor %}"
    )


def test_a_picture_without_the_mark_is_refused_since_it_could_not_be_drawn_again(
    tmp_path: Path,
) -> None:
    look = look_with(tmp_path, "<svg/>")

    with pytest.raises(UsageError, match="leave out the mark of 'svg'"):
        format_named("svg").render([sheet_of(SKETCH)], look)


def test_a_mistake_of_cjm_is_not_told_as_one_of_the_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = look_with(tmp_path, "{{ mark }}")
    monkeypatch.setattr("cjm.render.svg.legal", lambda text: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        svg([sheet_of(SKETCH)], look)


def test_the_folder_must_be_there_and_hold_a_template(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder of templates"):
        templates_in(str(tmp_path / "none"))
    with pytest.raises(UsageError, match=r"no file in .* replaces a template") as told:
        templates_in(str(tmp_path))
    assert "svg/map.svg.j2" in told.value.help


@pytest.mark.parametrize(
    ("content", "said"), [(b"\xff\xfe", "is not in UTF-8"), (b"x" * 1_000_001, "is larger than")]
)
def test_a_file_that_is_no_template_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    look = look_with(tmp_path, "")
    (tmp_path / "svg/map.svg.j2").write_bytes(content)

    with pytest.raises(UsageError, match=said):
        svg([sheet_of(SKETCH)], look)


def test_the_readme_names_all_templates_and_all_that_they_get() -> None:
    from jinja2 import meta

    readme = folder("templates").joinpath("README.md").read_text(encoding="utf-8")
    environment = templates()
    asked = {
        name
        for file in replaceable()
        if file.endswith(".j2")
        for name in meta.find_undeclared_variables(
            environment.parse(environment.loader.get_source(environment, file)[0])  # type: ignore[union-attr]
        )
    }

    named = set(re.findall(r"`([\w./]+)`", readme)) | {"mark"}
    assert set(replaceable()) - named == set()
    assert asked - named == set()
