"""Results go into JSON and come back whole, whatever fields they have."""

from __future__ import annotations

import dataclasses
import datetime
import json

import pytest

from cjm.findings import Edit, Finding, Fix, Place, Position, Severity, Span
from cjm.lint import RULES
from cjm.lint.plain import Unspellable, read_back, spell
from cjm.lint.result import LintResult

from .workspaces import linted, texts_of

SPAN = Span(Position(1, 2, 3), Position(4, 5, 6))
PLACE = Place("a.yaml", SPAN, ((1, "x\ud800 \x1b"), (2, "中")), "here")
FULL = Finding(
    rule="r",
    severity=Severity.WARNING,
    message="m",
    place=PLACE,
    related=(PLACE, Place("b", SPAN)),
    help="h",
    route=("stages", 0, "name"),
    journey="j",
    data={"a": (1, "b"), "c": [None, True, 1.5], "d": {"e": datetime.date(2026, 1, 2)}},
    fix=Fix("t", (Edit("a.yaml", SPAN, "new"),), safe=False),
    anchor="stages/a",
)


def back(value: object) -> object:
    return read_back(json.loads(json.dumps(spell(value))))


def test_a_finding_comes_back_with_every_field() -> None:
    empty = [
        each.name for each in dataclasses.fields(FULL) if getattr(FULL, each.name) == each.default
    ]

    assert empty == [], "give the new field a value here, so that it is tried"
    assert back(FULL) == FULL
    assert back(FULL).data["a"] == (1, "b")  # type: ignore[attr-defined]


def test_a_result_comes_back_with_every_field_that_is_not_kept_by_itself() -> None:
    result = LintResult((FULL,), 2, (1, 2), ("r",), 1, frozenset({"p"}), (), {}, 3, 4)
    empty = [each.name for each in dataclasses.fields(result) if not getattr(result, each.name)]

    assert empty == ["outlines", "by_file"]
    assert back(result) == result


def test_what_has_no_spelling_is_refused() -> None:
    with pytest.raises(Unspellable):
        spell(dataclasses.replace(FULL, data={"a": object()}))


@pytest.mark.parametrize("data", [["?"], ["F", [1]], ["R"], ["D", "no day"], [[]], ["P", None]])
def test_what_was_never_spelt_is_no_value(data: object) -> None:
    with pytest.raises((KeyError, ValueError, TypeError, IndexError, AttributeError)):
        read_back(data)


@pytest.mark.parametrize("name", [each.name for each in RULES.values() if each.page.bad])
def test_what_a_rule_finds_can_be_kept(name: str) -> None:
    """Else its maps would be judged anew in every run."""
    found = linted(texts_of(RULES[name].page.bad)).findings

    assert found
    assert [back(each) for each in found] == list(found)
