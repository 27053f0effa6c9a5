"""The shipped examples are clean, and real diagrams are not nagged."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from cjm.findings import Severity
from cjm.lint import LintOptions, lint
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load

from .workspaces import TODAY

ROOT = Path(__file__).parents[2]


def said(base: Path, path: str, profile: str | None = None, least: int = 0) -> list[str]:
    """Return what is found at severities from `least` on."""
    loaded = load(DiskFiles(base), [path])
    options = LintOptions(
        profile=profile, paths=loaded.shown, exists=lambda each: (base / each).is_file()
    )
    return [
        f"{each.rule}: {each.message}"
        for workspace in loaded.workspaces
        for each in lint(workspace, options=options, today=TODAY).findings
        if each.severity >= least
    ]


@pytest.mark.parametrize(
    ("example", "profile"),
    [("ten-lines", "sketch"), ("5g-upgrade", None), ("5g-upgrade", "strict")],
)
def test_an_example_is_clean_at_its_profile(example, profile):
    assert said(ROOT / "examples", example, profile) == []


@pytest.mark.parametrize("example", ["gallery", "wholesale-ordering"])
def test_an_example_has_no_error_and_no_warning(example):
    assert said(ROOT / "examples", example, least=Severity.WARNING) == []


def inputs() -> list[Path]:
    folder = Path(os.environ.get("CJM_REAL_INPUTS") or ROOT.parent / "shared" / "inputs")
    return sorted((folder / "mermaid").glob("*.mmd"))


@pytest.mark.skipif(not inputs(), reason="there are no real inputs; CJM_REAL_INPUTS names them")
def test_real_diagrams_hear_of_misreadings_alone():
    told = Counter(
        each.partition(":")[0] for path in inputs() for each in said(path.parent, path.name)
    )

    assert set(told) <= {"mermaid-reading"}
