from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.findings import Finding
from cjm.report.formats import FORMATS, report_named
from cjm.report.look import Look
from cjm.report.summary import Summary

from .builders import upgrade_findings
from .strategies import findings


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_depends_on_its_findings_not_on_their_order(name: str) -> None:
    found = upgrade_findings()

    forth = report_named(name)(found, Summary(3), Look())
    back = report_named(name)(found[::-1], Summary(3), Look())

    assert forth == back


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_every_rule_it_lists(name: str) -> None:
    found = upgrade_findings()

    text = report_named(name)(found, Summary(3), Look(notes=True))

    assert all(item.rule in text for item in found)
    assert text.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None)
@given(found=st.lists(findings(), max_size=3))
def test_no_format_writes_a_character_that_acts(name: str, found: list[Finding]) -> None:
    text = report_named(name)(found, Summary(1), Look(notes=True))

    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|##\\w*\\[", text
    )
    text.encode()


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjson", "junit"])
def test_a_document_with_nothing_found_is_a_document(name: str) -> None:
    text = report_named(name)([], Summary(3), Look())

    assert text.startswith(("{", "[", "<?xml"))
    assert text.endswith(("}\n", "[]\n", ">\n"))


@pytest.mark.parametrize("name", ["text", "concise", "github", "gitlab", "rdjson", "markdown"])
def test_what_is_quiet_lists_errors_only(name: str) -> None:
    text = report_named(name)(upgrade_findings(), Summary(3), Look(quiet=True))

    assert "unknown-key" in text
    assert "expectation-gap" not in text
