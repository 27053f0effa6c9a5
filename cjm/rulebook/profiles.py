"""The three profiles, and which one a map is linted at."""

from __future__ import annotations

from cjm.findings import Severity
from cjm.workspace.choices import PROFILES

_MARKS = {
    "E": Severity.ERROR, "W": Severity.WARNING, "i": Severity.NOTE, "·": Severity.OFF
}  # fmt: skip


def severities(marks: str) -> tuple[Severity, ...]:
    """Return the severities that `marks` (`·WE`) stand for, one for each profile."""
    found = tuple(_MARKS[mark] for mark in marks)
    assert len(found) == len(PROFILES)
    return found


def profile_of(kind: str, *, asked: str | None, setting: str | None) -> str:
    """Return the profile that a map is linted at.

    A Mermaid diagram can hold little, so the workspace's profile does not reach it; one that is
    asked for on the command line does.

    Args:
        kind: Of its document: `yaml` or `mermaid`.
        asked: The profile asked for in this run.
        setting: The profile of the workspace.
    """
    if asked is not None:
        return asked
    return "sketch" if kind == "mermaid" else setting or "standard"
