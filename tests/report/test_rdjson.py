from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cjm.findings import Edit, Finding, Fix
from cjm.report.look import Look
from cjm.report.rdjson import lint_rdjson
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings
from .strategies import findings

_POSITION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {key: {"type": "integer", "minimum": 1} for key in ("line", "column")},
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": _POSITION, "end": _POSITION},
}
_SEVERITY = {"enum": ["ERROR", "WARNING", "INFO"]}
# The messages of reviewdog's `proto/rdf/reviewdog.proto`, in JSON's terms.
SCHEMA = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "severity": _SEVERITY,
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {"path": {"type": "string"}, "range": _RANGE},
                    },
                    "severity": _SEVERITY,
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": _RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


def test_the_report_as_a_whole(golden) -> None:
    golden("upgrade.rdjson", lint_rdjson(upgrade_findings(), Summary(3)))


@settings(deadline=None)
@given(st.lists(findings(), max_size=4))
def test_every_report_is_as_reviewdog_wants_it(found: list[Finding]) -> None:
    document = json.loads(lint_rdjson(found, Summary(1), Look(notes=True)))

    Draft202012Validator(SCHEMA).validate(document)
    assert len(document["diagnostics"]) == len(found)


def test_columns_count_bytes() -> None:
    place = at("套餐: {𐐀: x}", "x")

    (told,) = json.loads(lint_rdjson([finding(place)], Summary(1)))["diagnostics"]

    assert place.start.column == 9
    assert told["location"]["range"]["start"] == {"line": 1, "column": 16}


def test_a_line_that_is_not_at_hand_has_no_column() -> None:
    far = at("a: |\n  b\n\n\n\n  c\n", "b\n\n\n\n  c")

    (told,) = json.loads(lint_rdjson([finding(far)], Summary(1)))["diagnostics"]

    assert told["location"]["range"] == {"start": {"line": 2}, "end": {"line": 6}}


def test_a_fix_of_one_edit_is_a_suggestion_and_of_two_is_none() -> None:
    place = at("emotion: 1\nlevel: 2\n", "emotion")
    one = Edit(place.path, place.span, "feeling")
    other = Edit(place.path, at("emotion: 1\nlevel: 2\n", "2").span, "3")
    found = [
        finding(place, "a", fix=Fix("x", (one,))),
        finding(place, "b", fix=Fix("x", (one, other))),
    ]

    first, second = json.loads(lint_rdjson(found, Summary(1)))["diagnostics"]

    assert first["suggestions"] == [{"range": first["location"]["range"], "text": "feeling"}]
    assert "suggestions" not in second
