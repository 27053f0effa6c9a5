"""The comparison for programs is as its published schema says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cjm.diff.chain import Run
from cjm.diff.change import Kind
from cjm.diff.compare import compare
from cjm.diff.judge import judge
from cjm.report.diff.json import diff_json
from cjm.report.diff.look import DiffLook
from tests.diff.sides import side, sides
from tests.diff.test_kinds import CASES

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas" / "diff-report.schema.json").read_bytes()
)
VALIDATOR = Draft202012Validator(SCHEMA)
OLD, NEW = CASES[Kind.FEELING_CHANGED]


def report(old: str, new: str) -> dict:
    pair = sides(old, new)
    return json.loads(diff_json([Run(*pair, judge(compare(*pair)))], DiffLook()))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_knows_every_kind_of_change():
    assert SCHEMA["$defs"]["change"]["properties"]["kind"]["enum"] == [kind.value for kind in Kind]


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_every_kind_of_change_is_told_as_the_schema_says(kind):
    document = report(*CASES[kind])

    VALIDATOR.validate(document)
    assert kind.value in {each["kind"] for each in document["comparisons"][0]["changes"]}


@pytest.mark.parametrize("name", ["old", "new"])
def test_a_map_in_one_state_only_is_told_as_the_schema_says(name):
    only = {"old": None, "new": None, name: side(OLD)}

    document = json.loads(diff_json([Run(**only, judgement=None, role="map")], DiffLook(same=3)))

    VALIDATOR.validate(document)
    assert document["comparisons"][0]["verdict"] == {"old": "removed", "new": "added"}[name]
    assert document["unchanged"] == 3


@pytest.mark.parametrize(
    "change",
    [{"version": 2}, {"tool": {}}, {"comparisons": [{"old": None}]}, {"unchanged": -1}, {"x": 1}],
)
def test_the_schema_refuses_what_is_no_report(change):
    assert not VALIDATOR.is_valid(report(OLD, NEW) | change)


def test_hostile_text_is_inert():
    text = report_text("Pays\\u202e \\e[31m </script> ##vso[x] ::error::")

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]|##\\w*\\[", text)


def report_text(name: str) -> str:
    pair = sides(OLD, NEW.replace("name: Pays", f'name: "{name}"'))
    return diff_json([Run(*pair, judge(compare(*pair)))], DiffLook())
