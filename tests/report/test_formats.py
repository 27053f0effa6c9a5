from __future__ import annotations

import pytest

from cjm.report.formats import FORMATS
from cjm.report.look import Look
from cjm.report.summary import Summary

from .builders import upgrade_findings


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_depends_on_its_findings_not_on_their_order(name: str) -> None:
    found = upgrade_findings()

    forth = FORMATS[name](found, Summary(3), Look())
    back = FORMATS[name](found[::-1], Summary(3), Look())

    assert forth == back


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_every_rule_it_lists(name: str) -> None:
    found = upgrade_findings()

    text = FORMATS[name](found, Summary(3), Look(notes=True))

    assert all(item.rule in text for item in found)
    assert text.endswith("\n")
