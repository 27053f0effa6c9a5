from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.findings import Finding, Severity
from cjm.report.junit import lint_junit
from cjm.report.look import Look
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings
from .strategies import findings


def test_the_report_as_a_whole(golden) -> None:
    golden("upgrade.junit.xml", lint_junit(upgrade_findings(), Summary(3), Look(notes=True)))


@settings(deadline=None)
@given(st.lists(findings(), max_size=4))
def test_every_report_is_well_formed_and_its_counts_are_right(found: list[Finding]) -> None:
    root = ElementTree.fromstring(lint_junit(found, Summary(1), Look(notes=True)))

    assert root.tag == "testsuites"
    for node in (root, *root.iter("testsuite")):
        assert int(node.get("tests", "")) == len(list(node.iter("testcase"))) > 0
        assert int(node.get("failures", "")) == len(list(node.iter("failure")))
    failing = [each for each in found if each.severity > Severity.NOTE]
    assert len(list(root.iter("failure"))) == len(failing)


@settings(deadline=None)
@given(st.lists(findings(), min_size=2, max_size=4))
def test_no_two_tests_of_a_file_bear_one_name(found: list[Finding]) -> None:
    root = ElementTree.fromstring(lint_junit(found + found, Summary(1), Look(notes=True)))

    for suite in root.iter("testsuite"):
        names = [case.get("name") for case in suite.iter("testcase")]
        assert len(set(names)) == len(names)


def test_markup_in_a_map_is_text() -> None:
    hostile = "]]></failure><x a=\"1\" b='2'>&amp;\x00\x0b\ufffe"

    root = ElementTree.fromstring(lint_junit([finding(at("a: 1", "a"), hostile)], Summary(1)))

    (failure,) = root.iter("failure")
    assert failure.get("message") == hostile[:-3] + r"\x00\x0b\ufffe"
    assert failure.text is not None
    assert hostile[:-3] in failure.text


def test_a_clean_run_is_one_test_that_passes() -> None:
    root = ElementTree.fromstring(lint_junit([], Summary(3)))

    assert [case.get("name") for case in root.iter("testcase")] == ["3 journeys"]
    assert list(root.iter("failure")) == []
