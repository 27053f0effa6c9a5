"""`cjm lint` asks git what changed, and says where it cannot."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from cjm.cli.git import Changes, git
from cjm.workspace.files import DiskFiles

from .conftest import Run

PROGRAM = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not PROGRAM, reason="git is not installed")

MAP = """\
cjm: journey/1
title: Upgrading
review: {last: 2026-10-12, watch: plans/**}
stages: [{name: Use, steps: [Looks]}]
"""
LINT = ("lint", "--select", "watched-files-changed", "--output-format", "concise",
        "--today", "2026-11-22")  # fmt: skip
CHANGED = "'plans/a.md' changed on 2026-10-20, after the review of 2026-10-12"


def commit(folder: Path, day: str, text: str) -> None:
    (folder / "plans").mkdir(exist_ok=True)
    (folder / "plans" / "a.md").write_text(text)
    when = f"{day}T12:00:00Z"
    who = {"NAME": "Li Na", "EMAIL": "li.na@example.org", "DATE": when}
    env = {**os.environ, **{f"GIT_{role}_{key}": value for key, value in who.items()
                            for role in ("AUTHOR", "COMMITTER")}}  # fmt: skip
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", day]):
        subprocess.run([PROGRAM, *words], cwd=folder, env=env, check=True)


@pytest.fixture
def watched(here: Path) -> Path:
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")
    (here / "a.journey.yaml").write_text(MAP)
    commit(here, "2026-10-01", "1")
    return here


def test_what_changed_since_the_review_is_told_also_when_nothing_else_has(
    watched: Path, cjm: Run
) -> None:
    before = cjm(*LINT)
    commit(watched, "2026-10-20", "2")

    after = cjm(*LINT)

    assert CHANGED not in before.out
    assert CHANGED in after.out
    assert after.err == ""


def test_standard_input_is_judged_where_it_would_lie(watched: Path, installed: Run) -> None:
    commit(watched, "2026-10-20", "2")

    done = installed(*LINT, "-", "--stdin-filename", "b.journey.yaml", stdin=MAP.encode())

    assert "b.journey.yaml" in done.out
    assert CHANGED in done.out


def test_a_workspace_below_the_root_counts_from_its_own_folder(here: Path, cjm: Run) -> None:
    inner = here / "maps"
    inner.mkdir()
    (inner / "cjm.yaml").write_text("cjm: workspace/1\n")
    (inner / "a.journey.yaml").write_text(MAP)
    (inner / "plans").mkdir()
    (inner / "plans" / "a.md").write_text("1")
    commit(here, "2026-10-20", "1")

    assert CHANGED in cjm(*LINT, "maps").out


def test_no_repository_is_a_notice_and_no_failure(here: Path, cjm: Run) -> None:
    (here / "a.journey.yaml").write_text(MAP)

    done = cjm(*LINT)

    assert done.code == 0
    assert done.err == "note: watched-files-changed was skipped: '.' is in no git repository\n"


def test_where_nothing_is_watched_nothing_is_said(here: Path, cjm: Run) -> None:
    (here / "a.journey.yaml").write_text(MAP.replace(", watch: plans/**", ""))

    assert cjm(*LINT).err == ""


def test_a_shallow_clone_is_a_notice(
    watched: Path, cjm: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(watched, "2026-10-20", "2")
    subprocess.run([PROGRAM, "clone", "-q", "--depth", "1", watched.as_uri(), "clone"],
                   cwd=watched, check=True)  # fmt: skip
    monkeypatch.chdir(watched / "clone")

    done = cjm(*LINT)

    assert CHANGED not in done.out
    assert "skipped: this is a shallow clone, which does not hold the past" in done.err


def test_without_git_there_is_a_notice(
    watched: Path, cjm: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(watched))

    done = cjm(*LINT)

    assert done.code == 0
    assert done.err == "note: watched-files-changed was skipped: git is not installed\n"


def test_a_program_in_the_working_directory_is_not_git(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "git").write_text("#!/bin/sh\ntouch started\n")
    (here / "git").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", "bin"]))

    assert git() is None


def test_the_question_goes_to_another_process(watched: Path) -> None:
    commit(watched, "2026-10-20", "2")

    ask = pickle.loads(pickle.dumps(Changes(DiskFiles(watched))))

    assert ask(".", ["plans"], date(2026, 10, 12)) == [("plans/a.md", date(2026, 10, 20))]
