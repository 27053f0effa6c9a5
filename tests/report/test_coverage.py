"""The evidence report as text, as JSON and as a badge."""

from __future__ import annotations

import datetime
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cjm.figures.coverage import Coverage
from cjm.figures.coverage_table import Group, MapCoverage, WorkspaceCoverage
from cjm.findings.visible import visible
from cjm.layout.contrast import WORDS, contrast
from cjm.layout.measure import text_width
from cjm.model.evidence import BASES
from cjm.report.badge import FILLS, GROUND, INK, badge_svg
from cjm.report.columns import columns
from cjm.report.coverage import WIDTH, age_words, coverage_text
from cjm.report.coverage_json import coverage_json
from cjm.report.look import Look

TODAY = datetime.date(2026, 11, 22)
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas" / "coverage-report.schema.json").read_bytes()
)
VALIDATOR = Draft202012Validator(SCHEMA)


def coverage(**counts: int) -> Coverage:
    return Coverage({basis: counts.get(basis, 0) for basis in BASES})


def group(name: str = "", *days: str, **counts: int) -> Group:
    dates = tuple(sorted(map(datetime.date.fromisoformat, days)))
    return Group(name, coverage(**counts), dates)


def a_map(title: str = "Upgrading", *, is_expected: bool = False) -> MapCoverage:
    learn = group("Learn", "2026-11-01", "2026-06-01", measured=2, reported=1, assumed=1)
    use = group("使用 5G 看第一部电影，一次都没有卡顿", internal=3, observed=11)
    return MapCoverage(
        "journeys/upgrade.journey.yaml", "upgrade", title, is_expected,
        (learn, use, group("Empty"), group("", "2020-01-01", external=1)),
        (group("feeling", "2026-06-01", measured=2, assumed=1), group("pains", "2026-11-01")),
        group("", "2020-01-01", "2026-06-01", "2026-11-01", measured=2, observed=11, reported=1,
              external=1, internal=3, assumed=1),
    )  # fmt: skip


def a_space(*maps: MapCoverage, limit: float = 60, is_asked: bool = True) -> WorkspaceCoverage:
    return WorkspaceCoverage("shop", limit, is_asked, maps)


def test_the_tables_as_a_whole(golden) -> None:
    found = [a_space(a_map(), a_map("Upgrading in 2028", is_expected=True))]

    golden("coverage.txt", coverage_text(found, TODAY))


def test_several_maps_are_summed_up(golden) -> None:
    empty = MapCoverage("b.journey.yaml", "b", "", False, (), (), group())
    found = [a_space(a_map(), limit=90), a_space(a_map(), empty, is_asked=False)]

    golden("coverage_of_several.txt", coverage_text(found, TODAY))


def test_the_document_as_a_whole(golden) -> None:
    text = coverage_json([a_space(a_map())], TODAY)

    golden("coverage.json", re.sub(r'"version": "[^"]+"', '"version": "VERSION"', text))


@given(st.text(max_size=60), st.integers(0, 9999), st.booleans())
def test_whatever_a_map_is_called_the_table_stays_in_its_columns(
    name: str, count: int, color: bool
) -> None:
    stage = group(name, "2026-11-01", measured=count, assumed=1)
    found = MapCoverage("a.journey.yaml", "a", name, False, (stage,), (), stage)

    lines = coverage_text([a_space(found)], TODAY, Look(color=color)).split("\n")
    bare = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in lines]

    assert all(columns(line) <= WIDTH for line in bare)
    assert all(visible(line) == line for line in bare)
    assert {columns(line) for line in bare if line.endswith("21 d")} == {WIDTH}


@given(st.text(max_size=30), st.integers(0, 5), st.booleans())
def test_every_report_is_as_its_schema_says(name: str, count: int, is_expected: bool) -> None:
    stage = group(name, "2026-11-01", measured=count)
    kind = group("itches", measured=count)
    found = MapCoverage("a", "a", name, is_expected, (stage,), (kind,), stage)

    text = coverage_json([a_space(found)], TODAY)

    VALIDATOR.validate(json.loads(text))
    assert all(visible(line) == line for line in text.split("\n"))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"total": {}}, {"workspaces": [{"root": "x"}]}, {"other": 1}]
)
def test_the_schema_refuses_what_is_no_report(change) -> None:
    document = json.loads(coverage_json([a_space(a_map())], TODAY))

    assert list(VALIDATOR.iter_errors({**document, **change}))


def test_the_schema_knows_the_kinds_of_claim() -> None:
    document = json.loads(coverage_json([a_space(a_map())], TODAY))
    document["workspaces"][0]["maps"][0]["kinds"][0]["name"] = "moods"

    assert list(VALIDATOR.iter_errors(document))


@pytest.mark.parametrize(
    ("day", "words"),
    [(None, "-"), ("2026-11-22", "0 d"), ("2026-12-24", "0 d"), ("2026-09-23", "60 d"),
     ("2026-09-22", "2 mo"), ("2025-11-22", "12 mo"), ("2024-05-22", "2.5 y")],
)  # fmt: skip
def test_ages_are_told_in_days_then_months_then_years(day: str | None, words: str) -> None:
    assert age_words(datetime.date.fromisoformat(day) if day else None, TODAY) == words


def test_colour_is_written_on_request_alone() -> None:
    found = [a_space(a_map(), limit=90)]

    assert "\x1b" not in coverage_text(found, TODAY)
    assert "\x1b[1;33m" in coverage_text(found, TODAY, Look(color=True))


# The badge


def test_the_badge_as_a_whole(golden) -> None:
    golden("evidence.svg", badge_svg(coverage(measured=7, assumed=1), 60))


@pytest.mark.parametrize("fill", [*FILLS.values(), GROUND])
def test_the_words_of_a_badge_stand_out(fill: str) -> None:
    assert contrast(INK, fill) >= WORDS


@pytest.mark.parametrize(
    ("counts", "limit", "kind", "words"),
    [
        ({}, 60, "none", "no claims"),
        ({"assumed": 3}, 60, "little", "0 %"),
        ({"assumed": 3}, 0, "enough", "0 %"),
        ({"reported": 1, "assumed": 2}, 60, "half", "33 %"),
        ({"reported": 3, "internal": 2}, 60, "enough", "60 %"),
        ({"reported": 999, "assumed": 1}, 60, "enough", "99 %"),
        ({"measured": 3}, 100, "enough", "100 %"),
    ],
)
def test_the_badge_says_the_share_in_words_and_colour(counts, limit, kind, words) -> None:
    svg = badge_svg(coverage(**counts), limit)

    assert f">{words}</text>" in svg
    assert FILLS[kind] in svg
    assert [other for other in FILLS.values() if other in svg] == [FILLS[kind]]


def test_a_badge_stands_alone_and_its_words_have_room() -> None:
    svg = badge_svg(coverage(measured=3), 60, mark="<!-- mark -->")

    root = ET.fromstring(svg)
    texts = [each for each in root.iter() if each.tag.endswith("text")]
    assert svg.index("<!-- mark -->") < 100
    assert "href" not in svg
    assert "<style" not in svg
    assert not re.search(r"\bid=", svg)
    for each in texts:
        half = text_width(str(each.text), 12, bold=True) / 2
        assert float(each.get("x", 0)) - half > 0
        assert float(each.get("x", 0)) + half < float(root.get("width", 0))
