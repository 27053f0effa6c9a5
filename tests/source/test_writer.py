"""The canonical layout: short, readable, and nothing lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.model import library
from cjm.source import Plain, parse
from cjm.source.scalars import is_plain, scalar
from cjm.source.writer import SECTIONS, write_yaml

MAP = """\
cjm: journey/1
title: {en: Upgrading, zh: 升级}
goal:
  customer: {en: Enjoy the speed, zh: 用上}
  business: {en: Raise uptake, zh: 提高}
personas: [li-na]
owner: {department: Mobile products, region: East}
team:
  - {department: Retail}
  - {department: IT}

stages:
  - id: learn
    name: {en: Learn, zh: 了解}
    steps:
      - name: Checks own phone
        feeling: {level: -1, evidence: [interviews-2026]}
        pains:
          - id: hidden-list
            text: The compatibility list is three clicks deep
            severity: 3

      - name: Compares plans
        quotes:
          - {text: {en: Which one?, zh: 哪个？}, evidence: [interviews-2026]}
        next:
          - {to: exit, name: {en: Gives up, zh: 放弃}, share: 18}

  - name: Buy
"""


def test_a_map_in_the_canonical_layout_is_written_as_it_is() -> None:
    document = parse(MAP, "a.journey.yaml")

    assert write_yaml(document.data) == MAP


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Compare plans", "Compare plans"),
        ("比较套餐", "比较套餐"),
        ("no", "no"),
        ("2026-09-14", "2026-09-14"),
        ("61 %", "61 %"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("-x", "-x"),
        ("1.10", '"1.10"'),
        ("404", '"404"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        ("- a", '"- a"'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("Ticket #42", '"Ticket #42"'),
        ("@team", '"@team"'),
        ("%", '"%"'),
        ('"He" said', '"\\"He\\" said"'),
        (" a", '" a"'),
        ("a\tb", '"a\\tb"'),
        ("a\u2028b", '"a\\u2028b"'),
        ("\x1b[31m", '"\\x1B[31m"'),
        ("---", '"---"'),
    ],
)
def test_a_text_has_quotes_only_where_yaml_needs_them(text: str, spelt: str) -> None:
    assert scalar(text) == spelt


@pytest.mark.parametrize("text", ["a, b", "[Persona]", "{step}", "a]", "?"])
def test_a_text_in_a_flow_mapping_hides_the_signs_of_flow(text: str) -> None:
    assert scalar(text, in_flow=True) == f'"{text}"'


def test_an_unquoted_number_stays_unquoted_and_a_quoted_one_quoted() -> None:
    data = {"severity": Plain("3"), "title": "1.10", "share": 18, "level": -0.5, "same": True}

    text = write_yaml(data)

    assert text == 'severity: 3\ntitle: "1.10"\nshare: 18\nlevel: -0.5\nsame: true\n'


def test_a_text_of_several_lines_is_a_block() -> None:
    data = {"description": "One\n\n  two", "notes": [{"text": "a\nb\n"}, "c\nd"]}

    text = write_yaml(data)

    assert text == (
        "description: |-\n  One\n\n    two\n"
        "notes:\n  - text: |\n      a\n      b\n  - |-\n    c\n    d\n"
    )


@pytest.mark.parametrize("text", [" a\nb", "a \nb", "a\n\n", "\na", "a\r\nb", "a\n\x00b", "\n"])
def test_several_lines_that_a_block_would_change_are_quoted(text: str) -> None:
    written = write_yaml({"a": text})

    assert written.count("\n") == 1
    assert parse(written, "a").data == {"a": text}


def test_a_mapping_too_wide_for_a_line_takes_one_line_a_key() -> None:
    wide = "套餐" * 30

    assert write_yaml({"owner": {"department": "x" * 60, "person": "y" * 60}}).count("\n") == 3
    assert write_yaml({"title": {"en": "Plans", "zh": wide}}) == (
        f"title:\n  en: Plans\n  zh: {wide}\n"
    )


def test_long_texts_stand_one_a_line() -> None:
    sentence = "Looks at the plans and compares them"

    assert write_yaml({"actions": [sentence, "Calls"]}) == f"actions:\n  - {sentence}\n  - Calls\n"


def test_keys_are_ordered_and_unknown_ones_stand_at_the_star() -> None:
    orders = {(): ("id", "name", "*", "steps"), ("steps",): ("name", "feeling")}
    data = {"steps": [{"x-a": 1, "feeling": 1, "name": "S"}], "x-b": 2, "name": "N", "id": "i"}

    text = write_yaml(data, order=lambda path: orders.get(path, ()))

    assert text == ("id: i\nname: N\nx-b: 2\nsteps:\n  - name: S\n    feeling: 1\n    x-a: 1\n")


def test_the_sections_of_a_library_have_a_line_for_each_entry() -> None:
    data = {"library": {"channels": {"web": "Web"}, "needs": {"rest": {"text": {"en": "Rest"}}}}}

    assert write_yaml(data) == (
        "library:\n  channels:\n    web: Web\n  needs:\n    rest:\n      text: {en: Rest}\n"
    )
    assert frozenset(library.SECTIONS) == SECTIONS


def test_steps_of_one_line_each_stand_together() -> None:
    data = {"steps": ["Looks", {"name": "Buys"}, {"name": "Pays", "feeling": 1}]}

    assert write_yaml(data) == (
        "steps:\n  - Looks\n  - name: Buys\n\n  - name: Pays\n    feeling: 1\n"
    )


def test_nothing_is_left_of_what_is_none() -> None:
    assert write_yaml({"a": None, "b": [None, 1], "c": {"d": None}}) == "b: [1]\nc: {}\n"


hard = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab #:,-?[]{}\"'\\\n\t%@`|>&*!~=<.0123456789e+中\u00a0\u200b😀"),
        # Two private characters are the parser's own.
        st.characters(codec="utf-8", exclude_characters="\ue0f0\ue0f1"),
    ),
    max_size=12,
)
numbers = st.one_of(
    st.integers(-1000, 1000).map(str), st.sampled_from(["1.10", "true", "0x1F", ".inf", "1e3"])
).map(Plain)
keys = st.one_of(st.sampled_from(["id", "name", "steps", "stages", "x-a", "en", "zh"]), hard)
values = st.recursive(
    hard | numbers,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(keys.filter(bool), inner, max_size=4)
    ),
    max_leaves=20,
)


def typed(value: Any) -> Any:
    """Return `value` so that `Plain` and a string of the same text differ."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return (type(value).__name__, str(value))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(keys.filter(bool), values, min_size=1, max_size=4))
def test_what_is_written_reads_back_as_the_same_data(data: dict[str, Any]) -> None:
    text = write_yaml(data)
    read = parse(text, "a.yaml")

    assert read.problems == ()
    assert typed(read.data) == typed(data)
    assert write_yaml(read.data) == text


@settings(max_examples=300, deadline=None)
@given(hard)
def test_a_scalar_is_one_line_and_plain_only_where_it_reads_back(text: str) -> None:
    for in_flow in (False, True):
        spelt = scalar(text, in_flow=in_flow)

        assert "\n" not in spelt
        assert spelt.startswith('"') or (spelt == text and not is_plain(text))
