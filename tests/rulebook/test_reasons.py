from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cjm.findings import Severity
from cjm.lint.rules import RULES
from cjm.rulebook import CATEGORIES, PROFILES, Choice, Selection
from cjm.rulebook.reasons import verdicts

NAMES = st.sampled_from(["missing-state", "missing-scope", "unknown-key", "persona-basics"])
NAMED = st.lists(NAMES | st.sampled_from(CATEGORIES[:4]), max_size=3).map(tuple)
CHOICES = st.builds(
    Choice, NAMED, NAMED,
    st.dictionaries(NAMES, st.sampled_from(["off", "note", "warning", "error"]), max_size=2),
)  # fmt: skip


@given(
    CHOICES,
    st.lists(st.tuples(st.sampled_from(["*.yaml", "drafts/**"]), CHOICES), max_size=2).map(tuple),
    CHOICES,
    st.sampled_from(PROFILES),
    st.sampled_from([None, "draft", "live"]),
)
def test_the_verdict_is_what_a_run_judges_by(
    workspace: Choice,
    per_path: tuple[tuple[str, Choice], ...],
    asked: Choice,
    profile: str,
    status: str | None,
) -> None:
    selection = Selection(RULES, workspace, per_path, asked)

    told = verdicts(selection, "drafts/a.yaml", profile, status)

    on = {name: each.severity for name, each in told.items() if each.severity is not Severity.OFF}
    assert on == selection.severities("drafts/a.yaml", profile, status)
    assert all(each.origin for each in told.values())


def test_the_last_word_is_named() -> None:
    selection = Selection(
        RULES,
        Choice(ignore=("missing-scope",), severity={"missing-state": "note"}),
        (("drafts/**", Choice(severity={"missing-state": "off"})),),
        Choice(ignore=("persona",)),
    )

    here = verdicts(selection, "a.yaml", "standard", None)
    draft = verdicts(selection, "drafts/a.yaml", "standard", None)

    assert here["missing-state"].origin == "severity in cjm.yaml"
    assert draft["missing-state"].origin == "severity in per-path 'drafts/**'"
    assert here["missing-scope"].origin == "ignored by cjm.yaml"
    assert here["persona-basics"].origin == "ignored by the command line"
    assert here["unknown-key"].origin == "always on"
    assert here["missing-business-goal"].origin == "profile standard"


def test_a_raise_by_status_is_told() -> None:
    told = verdicts(Selection(RULES), "a.yaml", "standard", "live")

    assert told["persona-without-evidence"].origin == "profile standard, raised by status live"
    assert told["persona-without-evidence"].severity is Severity.ERROR


def test_what_is_not_selected_says_who_selected() -> None:
    selection = Selection(RULES, asked=Choice(select=("missing-state",)))

    told = verdicts(selection, "a.yaml", "sketch", None)

    assert told["missing-scope"].origin == "not selected by the command line"
    assert told["missing-state"].origin == "selected by name on the command line"
