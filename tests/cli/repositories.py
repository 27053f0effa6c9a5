"""Real git repositories with maps in them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

MAP = """\
# About upgrading
cjm: journey/1
title: Upgrade
persona: Li Na
stages:
  - name: Learn
    steps:
      - name: Compares plans   # first
        touchpoints: Plan page
        feeling: -2
        pains: 27 plans, no side-by-side view
      - name: Asks a friend
        feeling: 1
  - name: Buy
    steps:
      - id: pay
        name: Pays
        pains:
          - text: Queue
            severity: 3
"""


class Repository:
    """A repository made for a test.

    Args:
        folder: Its working tree; made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @classmethod
    def made(cls, folder: Path) -> Repository:
        repository = cls(folder)
        repository.git("init", "-q", "-b", "main")
        repository.git("config", "user.name", "Ann")
        repository.git("config", "user.email", "ann@example.org")
        repository.git("config", "commit.gpgsign", "false")
        return repository

    def git(self, *words: str, code: int | None = 0, **environment: str) -> str:
        """Run git, and return what it writes to both streams."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            capture_output=True,
            env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
                 **environment},
            check=False,
        )  # fmt: skip
        told = (done.stdout + done.stderr).decode("utf-8", "replace")
        assert code is None or done.returncode == code, told
        return told

    def write(self, name: str, text: str = MAP) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def change(self, name: str, *changes: tuple[str, str]) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8", newline="")

    def commit(self, subject: str, **environment: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", subject, **environment)
        return self.git("rev-parse", "HEAD").strip()

    @property
    def config(self) -> bytes:
        return (self.folder / ".git" / "config").read_bytes()


def path_with_cjm() -> str:
    """Return a search path on which `cjm` is the one under test."""
    import sys

    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
