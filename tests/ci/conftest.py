"""Running the scripts of CI with programs that stand in for those of a service."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WALK = """\
cjm: journey/1
title: A walk
persona: Sam
stages:
  - name: First
    steps:
      - {name: Looks around, feeling: 1}
      - {name: Goes home, feeling: 0}
"""
WORSE = WALK.replace("feeling: 1", "feeling: -1")

bash = shutil.which("bash")
needs_bash = pytest.mark.skipif(
    bash is None or sys.platform == "win32", reason="there is no bash here"
)

INJECTED = "$(touch pwned); `touch pwned` & touch pwned"


@dataclass
class Runner:
    """A job's machine: its folders, its environment, and programs in front of all others."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def programs(self) -> Path:
        return self.folder / "bin"

    def program(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def run(
        self, script: str | Path, *words: str, shell: str = "bash"
    ) -> subprocess.CompletedProcess[str]:
        """Run a script file, or the text of one in a shell that stops at what fails."""
        command = [str(script), *words] if isinstance(script, Path) else [shell, "-ec", script]
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        kept["PATH"] = f"{self.programs}:{kept['PATH']}"
        return subprocess.run(
            command, cwd=self.folder / "repo", env={**kept, **self.env}, capture_output=True,
            text=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip


@dataclass(frozen=True)
class Checkout:
    """The repository of a job, with commits that tests make."""

    folder: Path

    def git(self, *words: str) -> str:
        kept = {key: os.environ[key] for key in ("PATH",) if key in os.environ}
        asked = ["git", "-c", "user.name=Sam", "-c", "user.email=sam@example.com", *words]
        done = subprocess.run(
            asked, cwd=self.folder, env={**kept, "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True, text=True, encoding="utf-8", check=True, timeout=60,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, *, files: dict[str, str | None]) -> str:
        """Write files (`None` deletes one), commit, and return the id of the commit."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=a step")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A machine with a checkout in `repo`, and cjm where the scripts install it."""
    found = Runner(tmp_path)
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    found.programs.mkdir()
    cjm = f'#!/bin/sh\nexec "{sys.executable}" -m cjm "$@"\n'
    for place in ("temp/cjm/venv/bin/cjm", "builds/cjm/bin/cjm"):
        found.program(tmp_path / place, cjm)
    found.program(tmp_path / "builds/cjm/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    found.env = {"PYTHONPATH": str(ROOT)}
    return found


@pytest.fixture
def action(runner: Runner) -> Runner:
    """A machine that runs the steps of the action."""
    runner.env |= {
        "RUNNER_TEMP": str(runner.folder / "temp"),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(runner.folder / "output"),
        "GITHUB_STEP_SUMMARY": str(runner.folder / "summary"),
        "GITHUB_REPOSITORY": "acme/maps",
    }
    return runner


def outputs(runner: Runner) -> dict[str, str]:
    """Return what the steps of the action handed on."""
    path = runner.folder / "output"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return dict(line.split("=", 1) for line in lines)
