"""What `explain`, `rules`, `schema` and `doctor` print."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cjm.cli.schema import KINDS
from cjm.lint.rules import RULES
from cjm.report.format_page import page, things
from cjm.rulebook import CATEGORIES
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page(cjm: Run, name: str) -> None:
    result = cjm("explain", name)

    assert result.code == 0
    assert result.out.startswith(f"{name} ({RULES[name].category})\n\n")
    assert "\nSeverity: " in result.out


def test_a_rule_is_found_as_it_is_written_in_a_finding(cjm: Run) -> None:
    assert cjm("explain", "[missing-state]").out == cjm("explain", "missing_state").out


def test_a_wrong_rule_gets_a_suggestion_and_a_category_a_hint(cjm: Run) -> None:
    wrong, category = cjm("explain", "missing-stat"), cjm("explain", "persona")

    assert wrong.code == category.code == 2
    assert "did you mean 'missing-state'?" in wrong.err
    assert "'cjm rules persona' lists the rules in it" in category.err


def test_the_list_of_rules_names_each_once(cjm: Run) -> None:
    lines = cjm("rules").out.splitlines()

    listed = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert listed == list(RULES)
    assert f"{len(RULES)} rules" in lines[-1]


def test_the_list_can_be_of_one_category(cjm: Run) -> None:
    listed = json.loads(cjm("rules", "persona", "--output-format", "json").out)

    assert {rule["category"] for rule in listed} == {"persona"}
    assert cjm("rules", "person").code == 2


def test_the_list_for_programs_tells_severities(cjm: Run) -> None:
    listed = json.loads(cjm("rules", "--output-format", "json").out)

    assert [rule["name"] for rule in listed] == list(RULES)
    assert {rule["category"] for rule in listed} <= set(CATEGORIES)
    state = next(rule for rule in listed if rule["name"] == "missing-state")
    assert state["severities"] == {"sketch": "off", "standard": "warning", "strict": "error"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_each_kind_is_printed(cjm: Run, kind: str) -> None:
    schema = json.loads(cjm("schema", kind).out)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_schemas_are_written_where_asked(cjm: Run, here: Path) -> None:
    all_of_them, one = cjm("schema", "--write"), cjm("schema", "persona", "--write", "-o", "s")

    assert len(all_of_them.out.splitlines()) == len(KINDS)
    assert one.out == "written    s/persona.schema.json\n"
    assert (here / "schemas" / "journey.schema.json").read_text(encoding="utf-8") == cjm(
        "schema"
    ).out


def test_the_doctor_says_what_was_found(cjm: Run) -> None:
    result = cjm("doctor")

    assert result.code == 0
    for topic in ("cjm ", "Python", "YAML parser", "Graphviz", "fonts", "templates", "terminal"):
        assert any(line[6:].startswith(topic) for line in result.out.splitlines())


def test_the_doctor_names_the_engine_of_flows_and_its_version(cjm: Run) -> None:
    (line,) = [line for line in cjm("doctor").out.splitlines() if "Graphviz" in line[6:16]]

    assert re.search(r"Graphviz +\d+\.\d+.*(WebAssembly|dot)", line)


def test_the_doctor_is_content_without_an_engine_and_says_what_it_costs(
    cjm: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cjm.layout.graphviz._module", lambda: None)
    monkeypatch.setattr("cjm.layout.graphviz.dot_program", lambda: None)

    result = cjm("doctor")

    assert result.code == 0
    assert "'--view flow' cannot be drawn" in result.out
    assert "pip install wasmtime" in result.out


def test_the_doctor_fails_where_something_is_missing(
    cjm: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise FileNotFoundError(f"this installation of cjm lacks its folder '{name}'")

    monkeypatch.setattr("cjm.resources.folder", missing)

    result = cjm("doctor")

    assert result.code == 1
    assert "MISS  schemas" in result.out


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("step", ["What a step may hold", "pains ", "moment_of_truth"]),
        ("steps", ["steps (of stage)", "What a step may hold"]),
        ("severity", ["severity (of pain, delight, itch)", "1…5"]),
        ("moment-of-truth", ["moment_of_truth (of stage, step)"]),
        ("status", ["draft | hypothesis | validated | live | archived", "collected | planned"]),
        ("opportunities", ["opportunity may hold"]),
    ],
)
def test_a_thing_or_a_key_of_the_format_has_a_page(cjm: Run, word: str, told: list[str]) -> None:
    result = cjm("explain", word)

    assert (result.code, result.err) == (0, "")
    for words in told:
        assert words in " ".join(result.out.split())


def test_every_key_of_the_format_is_told_with_its_meaning() -> None:
    for name, cls in things().items():
        for key in cls.keys():
            if key not in ("id", "ref"):
                lines = page(key) or []
                assert any(len(line) > len(key) + 8 for line in lines), f"{name}.{key}"


def test_a_category_with_no_rule_says_so(cjm: Run) -> None:
    empty = [name for name in CATEGORIES if not any(r.category == name for r in RULES.values())]
    for name in empty:
        result = cjm("rules", name)

        assert result.code == 0
        assert result.out == (
            f"there is no rule about '{name}' yet; 'cjm rules' lists those there are\n"
        )
    assert "persona" not in empty
