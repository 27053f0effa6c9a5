"""A workspace in memory: what is judged again, and what is kept."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from cjm.lint.engine import lint
from cjm.lint.result import LintOptions
from cjm.lsp.neighbours import WHOLE
from cjm.lsp.project import Project
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.lsp.conftest import FILES, write_files

TODAY = datetime.date(2026, 9, 20)
BUY, LATER = "journeys/buy.journey.yaml", "journeys/buy-later.journey.yaml"


def judged(project: Project) -> dict[str, list[str]]:
    """Return path → rules of what is found, of the files that are judged anew."""
    return {each.path: [finding.rule for finding in each.findings] for each in project.judge(TODAY)}


def others(count: int) -> dict[str, str]:
    """Return maps that have nothing to do with the rest."""
    return {
        f"journeys/other-{number}.journey.yaml": (
            f"cjm: journey/1\ntitle: Other {number}\nstages:\n  - name: Waits {number}\n"
        )
        for number in range(count)
    }


def test_what_has_not_changed_is_not_judged_again(tmp_path: Path) -> None:
    project = Project(str(write_files(tmp_path)))
    project.put(BUY, FILES[BUY])

    first, second = judged(project), judged(project)

    assert set(first) == {BUY}
    assert second == {}


def test_a_change_is_judged_where_it_matters_and_nowhere_else(tmp_path: Path) -> None:
    project = Project(str(write_files(tmp_path, {**FILES, **others(1)})))
    other = "journeys/other-0.journey.yaml"
    for path in (BUY, LATER, other):
        project.put(path, (tmp_path / path).read_text(encoding="utf-8"))
    judged(project)

    project.put(BUY, FILES[BUY].replace("27 plans", "28 plans"))
    reworded = judged(project)
    project.put(BUY, FILES[BUY].replace("id: too-many", "id: other"))
    renamed = judged(project)

    assert set(reworded) == {BUY, LATER}
    assert "unresolved-reference" in renamed[LATER]


@pytest.mark.parametrize("count", [0, WHOLE])
def test_the_findings_of_a_map_are_those_of_the_command_line(tmp_path: Path, count: int) -> None:
    write_files(tmp_path, {**FILES, **others(count)})
    project = Project(str(tmp_path))
    project.put(LATER, FILES[LATER])
    (workspace,) = load(DiskFiles(tmp_path), ["."]).workspaces
    options = LintOptions(paths=frozenset({LATER}), exists=DiskFiles(tmp_path).is_file)

    found = judged(project)[LATER]

    expected = lint(workspace, options=options, today=TODAY)
    assert found == [each.rule for each in expected.findings]
    assert found


def test_a_large_workspace_reads_only_what_belongs_to_the_open_map(tmp_path: Path) -> None:
    project = Project(str(write_files(tmp_path, {**FILES, **others(WHOLE)})))
    project.put(BUY, FILES[BUY])

    judged(project)

    read = set(project._readings)
    assert {BUY, LATER} <= read
    assert not [path for path in read if "other-" in path]


def test_a_text_that_broke_is_known_as_it_was(tmp_path: Path) -> None:
    project = Project(str(write_files(tmp_path)))
    project.put(BUY, FILES[BUY])

    project.put(BUY, FILES[BUY] + "  broken")
    project.put(BUY, FILES[BUY] + "  broken more")

    map = project.map_at(BUY)
    assert map is not None
    assert map.id == "buy"
    assert judged(project)[BUY] == ["yaml-syntax"]


def test_a_file_that_goes_takes_its_findings_with_it(tmp_path: Path) -> None:
    project = Project(str(write_files(tmp_path)))
    project.put(LATER, FILES[LATER])
    judged(project)

    (tmp_path / BUY).unlink()
    project.refresh()

    assert "unresolved-reference" in judged(project)[LATER]


def test_what_the_baseline_knows_is_not_told(tmp_path: Path) -> None:
    write_files(tmp_path)
    command = [Path(sys.executable).with_name("cjm"), "lint", "--write-baseline", "."]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    project = Project(str(tmp_path))

    project.put(BUY, FILES[BUY])
    known = judged(project)[BUY]
    project.put(BUY, FILES[BUY].replace("state:", "stat:"))

    assert known == []
    assert "unknown-key" in judged(project)[BUY]
