from __future__ import annotations

import enum
import json
import re
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cjm import __version__
from cjm.findings import Finding, Severity
from cjm.report.json_report import lint_json
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings
from .strategies import findings

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas" / "lint-report.schema.json").read_bytes()
)
VALIDATOR = Draft202012Validator(SCHEMA)


class Basis(enum.Enum):
    ASSUMED = "assumed"


def test_the_document_as_a_whole(golden) -> None:
    text = lint_json(upgrade_findings(), Summary(3, (52, 61), skipped=12))

    golden("upgrade.json", re.sub(r'"version": "[^"]+"', '"version": "VERSION"', text))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(st.lists(findings(), max_size=3), st.none() | st.tuples(st.just(2), st.just(5)))
def test_every_report_is_as_its_schema_says(
    found: list[Finding], coverage: tuple[int, int] | None
) -> None:
    document = json.loads(lint_json(found, Summary(1, coverage)))

    VALIDATOR.validate(document)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"tool": {"name": "cjm"}},
        {"findings": [{"rule": "x"}]},
        {"summary": {"errors": -1}},
        {"other": 1},
    ],
)
def test_the_schema_refuses_what_is_no_report(change: dict[str, object]) -> None:
    document = json.loads(lint_json(upgrade_findings(), Summary(1))) | change

    assert not VALIDATOR.is_valid(document)


@given(st.lists(findings(), max_size=3))
def test_text_survives_exactly_and_inert(found: list[Finding]) -> None:
    text = lint_json(found, Summary(1))

    texts = [item["message"] for item in json.loads(text)["findings"]]
    assert texts == [f.message for f in sorted(found, key=lambda f: f.order)]
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|##\\w*\\[", text
    )


def test_words_of_every_script_stay_readable() -> None:
    text = lint_json([finding(at("a: 1", "a"), "比较套餐 👩\u200d💻")], Summary(1))

    assert "比较套餐 👩\u200d💻" in text


def test_facts_of_any_type_become_json() -> None:
    facts = MappingProxyType(
        {
            "z": (1, 2.5, float("nan"), True, None),
            "a": {"c", "b"},
            "when": date(2026, 9, 1),
            "level": Severity.ERROR,
            "basis": Basis.ASSUMED,
            "inner": {2: "two", "1": "one"},
        }
    )
    place = at("a: 1", "a")

    document = json.loads(
        lint_json([Finding("r", Severity.ERROR, "m", place, data=facts)], Summary(1))
    )

    data = document["findings"][0]["data"]
    assert data == {
        "a": ["b", "c"],
        "basis": "assumed",
        "inner": {"1": "one", "2": "two"},
        "level": "error",
        "when": "2026-09-01",
        "z": [1, 2.5, "nan", True, None],
    }
    assert list(data) == sorted(data)


def test_the_tool_names_its_version() -> None:
    document = json.loads(lint_json([], Summary(0)))

    assert document["tool"] == {"name": "cjm", "version": __version__}
