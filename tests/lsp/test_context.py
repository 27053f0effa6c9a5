"""Where the cursor (¦) stands, also in texts that no parser reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls")

from cjm.lsp.context import Context, context_at

MAP = """\
cjm: journey/1
title: X
stages:
  - name: Learn
    goal: {customer: a, business: [x, y]}
    description: |
      key: not one
      - nor this
    steps:
      - name: A
        touchpoints: [a, b]
        pains:
          - text: "x: y # z"
            severity: 3
"""
STEP = ("stages", 0, "steps", 0)


def at(text: str) -> Context:
    offset = text.index("¦")
    return context_at(text.replace("¦", ""), offset)


@pytest.mark.parametrize(
    ("tail", "kind", "route"),
    [
        ("¦", "key", ()),
        ("    ¦", "key", ("stages", 0)),
        ("        ¦", "key", STEP),
        ("        touchp¦", "key", STEP),
        ("            ¦", "key", (*STEP, "pains", 0)),
        ("          ¦", "key", (*STEP, "pains", 1)),
        ("          - ¦", "item", (*STEP, "pains", 1)),
        ("      - ¦", "item", ("stages", 0, "steps", 1)),
        ("        channel: ¦", "value", (*STEP, "channel")),
        ("        channel: we¦", "value", (*STEP, "channel")),
        ("        channels: [a, b¦", "item", (*STEP, "channels", 1)),
        ("        pains: [{text: x, sev¦", "key", (*STEP, "pains", 0)),
        ("        goal: {customer: x, metrics: [¦", "item", (*STEP, "goal", "metrics", 0)),
        ("        pains: {text: x, status: ¦", "value", (*STEP, "pains", "status")),
        ("        owner:\n          ¦", "key", (*STEP, "owner")),
        ("        steps: [a,\n        channel: ¦", "value", (*STEP, "channel")),
        ("        # cjm: ignore[¦", "comment", ()),
        ("        feeling: -1 # wh¦", "comment", ()),
        ('        goal: "a ¦', "none", ()),
        ("        goal: |\n          a: ¦", "none", ()),
        ("        next:¦", "none", ()),
    ],
)
def test_the_place_is_told_from_indents_and_signs(
    tail: str, kind: str, route: tuple[object, ...]
) -> None:
    found = at(MAP + tail)

    assert (found.kind, found.route) == (kind, route)


def test_keys_before_and_behind_the_cursor_are_known() -> None:
    found = at("title: x\nst¦\nowner: y\nstages:\n  - name: z\n")

    assert found.present == {"title", "owner", "stages"}
    assert found.prefix == "st"


def test_keys_of_a_list_item_behind_the_cursor_are_known() -> None:
    found = at("stages:\n  - ¦\n    name: x\n    goal: y\n  - owner: z\n")

    assert found.present == {"name", "goal"}


def test_keys_in_the_same_braces_are_known() -> None:
    found = at("pains: [{text: x, ¦, severity: 3}, {kano: y}]")

    assert found.present == {"text", "severity"}


def test_a_key_that_is_typed_anew_is_not_there_already() -> None:
    found = at("ti¦tle: x\nowner: y\n")

    assert found.has_colon
    assert found.present == {"owner"}
    assert found.end == len("title")


def test_a_key_with_nothing_behind_it_opens_a_new_place() -> None:
    assert at("stages:\n  ¦").is_new
    assert not at("stages:\n  - name: x\n    ¦").is_new


def test_a_list_at_the_indent_of_its_key_is_one() -> None:
    assert at("stages:\n- name: x\n- ¦").route == ("stages", 1)
    assert at("stages:\n- name: x\n¦").route == ()


@given(st.text(alphabet="ab:- \n\r[]{},\"'#|>\t旅&*", max_size=80), st.integers(0, 80))
def test_no_text_is_too_broken(text: str, offset: int) -> None:
    found = context_at(text, min(offset, len(text)))

    assert found.kind in ("key", "value", "item", "comment", "none")
    assert 0 <= found.start <= max(found.end, min(offset, len(text))) <= len(text)
