"""What Jinja would look for in vain is left out for our own templates, and nothing else is."""

from __future__ import annotations

import gc
import os
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader
from markupsafe import Markup, escape

from cjm.render import quick as module
from cjm.render.formats import COMPARISON_FORMATS, format_named
from cjm.render.html import Leaf
from cjm.render.look import PLAIN
from cjm.render.quick import Quick, escaped
from cjm.render.templating import templates
from tests.render.maps import EVERYTHING, SKETCH
from tests.sheet.builders import sheet_of
from tests.sheet.comparisons import AFTER, BEFORE, change_sheet


@given(st.text(st.characters(exclude_categories=[])))
def test_a_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escaped(text) == escape(text)
    assert escaped(Markup(text)) == text


@pytest.mark.parametrize("value", [0, -7, 2.5, True, None, ["<b>"], ("'", '"'), {"&": "<"}])
def test_whatever_else_is_written_is_escaped_too(value: object) -> None:
    assert escaped(value) == escape(value)


def test_what_brings_its_own_markup_is_asked_for_it() -> None:
    held = types.SimpleNamespace()

    class Shown:
        def __html__(self) -> str:
            return f"<b>{held.text}</b>"

    held.text = "a"

    assert escaped(Shown()) == "<b>a</b>"


@pytest.mark.parametrize("name", ["html/map_table.html.j2", "html/change_block.html.j2"])
def test_our_templates_escape_by_it(name: str) -> None:
    made = templates().get_template(name)

    assert made.root_render_func.__globals__["escape"] is escaped


def test_a_template_escapes_once_also_what_comes_out_of_a_macro() -> None:
    source = (
        "{% macro shown(text, tag='b') %}<{{ tag }}>{{ text }}</{{ tag }}>{% endmacro %}"
        "{% set name %}<i>{{ said }}</i>{% endset %}"
        "{{ shown(said) }}{{ shown(name, tag='p') }}{{ bold(said, end=said) }}"
    )

    def bold(text: str, *, end: str) -> Markup:
        return Markup("<b>{}{}</b>").format(text, end)

    text = Quick(autoescape=True).from_string(source).render(said="a & b", bold=bold)

    assert text == "<b>a &amp; b</b><p><i>a &amp; b</i></p><b>a &amp; ba &amp; b</b>"


@pytest.mark.parametrize("text", [SKETCH, EVERYTHING])
def test_a_page_that_is_written_is_let_go(text: str) -> None:
    """A run that draws many maps never looks for what only holds itself."""
    assert _kept_after(lambda: format_named("html").render([sheet_of(text)], PLAIN)) == []


def test_the_page_of_a_comparison_is_let_go_too() -> None:
    html = COMPARISON_FORMATS["html"]
    assert _kept_after(lambda: html.render([change_sheet(BEFORE, AFTER)], PLAIN)) == []


def _kept_after(work: Callable[[], object]) -> list[object]:
    work()  # what is kept from the first time on
    gc.collect()
    gc.disable()
    try:
        work()
        return [each for each in gc.get_objects() if type(each) is Leaf]
    finally:
        gc.enable()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where templates are kept compiled."""
    return tmp_path / "a" / "cache"


def quick(folder: Path, said: str = "{{ said }}") -> Quick:
    """Return an environment with one template, as another run of cjm would have it."""
    return Quick(folder, loader=DictLoader({"page": said}), autoescape=True)


def shown(folder: Path, said: str = "{{ said }}") -> str:
    return quick(folder, said).get_template("page").render(said="<a>")


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shown(folder)
    monkeypatch.setattr(Quick, "_generate", None)

    assert first == shown(folder) == "&lt;a&gt;"


def test_a_template_that_changed_is_compiled_anew(folder: Path) -> None:
    shown(folder)

    assert shown(folder, "({{ said }})") == "(&lt;a&gt;)"
    assert len(list(folder.iterdir())) == 1


def test_a_template_that_was_compiled_to_escape_otherwise_is_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_ESCAPING", "; escape = str")
    raw = shown(folder)
    monkeypatch.undo()

    assert raw == "<a>"
    assert shown(folder) == "&lt;a&gt;"


@pytest.mark.parametrize("length", [0, 1, 20, 60, -1])
def test_a_kept_template_that_is_broken_is_compiled_anew(folder: Path, length: int) -> None:
    shown(folder)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:length])

    assert shown(folder) == "&lt;a&gt;"
    assert file.read_bytes() == whole


@pytest.mark.skipif(os.name != "posix", reason="rights are told by other means here")
def test_no_template_is_run_that_another_user_may_have_written(folder: Path) -> None:
    shown(folder)
    folder.chmod(0o777)
    (file,) = folder.iterdir()
    file.write_bytes(b"evil")

    assert shown(folder) == "&lt;a&gt;"
    assert file.read_bytes() == b"evil"


def test_where_nothing_can_be_kept_a_template_is_shown_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    assert shown(file / "cache") == "&lt;a&gt;"
