from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cjm.findings import Finding
from cjm.report.concise import lint_concise
from cjm.report.look import Look
from cjm.report.summary import Summary

from .builders import upgrade_findings
from .strategies import findings


def test_a_finding_is_one_line(golden) -> None:
    text = lint_concise(upgrade_findings(), Summary(3), Look(notes=True))

    golden("upgrade.concise.txt", text)


def test_notes_stay_out_unless_asked_for() -> None:
    text = lint_concise(upgrade_findings(), Summary(3))

    assert "note[" not in text
    assert text.count("\n") == 4


def test_nothing_found_prints_nothing() -> None:
    assert lint_concise([], Summary(3)) == ""


@given(st.lists(findings(), max_size=4))
def test_hostile_text_cannot_add_or_end_a_line(found: list[Finding]) -> None:
    text = lint_concise(found, Summary(1), Look(notes=True))

    lines = text.splitlines()
    assert len(lines) == len(found)
    assert all(line == line.rstrip() and not line.lstrip().startswith("::") for line in lines)
