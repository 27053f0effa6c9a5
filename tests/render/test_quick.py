"""What Jinja would look for in vain is left out for our own templates, and nothing else is."""

from __future__ import annotations

import gc
import types
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

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
