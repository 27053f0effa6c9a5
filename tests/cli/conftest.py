"""Running `cjm`: in this process, or as the installed command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

LOOKS = ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS")
"""Variables that change how cjm writes."""

COMMAND = [sys.executable, "-m", "cjm"]


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in LOOKS:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def cjm(here: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run `cjm` in this process."""
    from cjm.cli.app import run

    def call(*words: str | Path) -> Result:
        capfd.readouterr()
        code = run([str(word) for word in words])
        sys.stdout.flush()
        seen = capfd.readouterr()
        return Result(code, seen.out, seen.err)

    return call


@pytest.fixture
def installed(here: Path) -> Run:
    """Run `cjm` in a process of its own."""

    def call(*words: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Result:
        done = subprocess.run(
            [*COMMAND, *(str(word) for word in words)],
            cwd=here,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
            env={**environment(), **(env or {})},
        )
        # A stream in another encoding keeps its odd bytes visible.
        texts = [each.decode(errors="backslashreplace") for each in (done.stdout, done.stderr)]
        return Result(done.returncode, *texts)

    return call


def environment() -> dict[str, str]:
    """The environment without what would change how cjm writes."""
    return {key: value for key, value in os.environ.items() if key not in LOOKS}


SKETCH = """\
cjm: journey/1
title: {title}
state: current
persona: Sam
stages:
  - name: First
    steps:
      - {{name: Looks around, feeling: 1}}
      - {{name: Gives up, feeling: -1, pains: Nothing fits}}
"""


def write_map(folder: Path, name: str = "walk", title: str = "A walk") -> Path:
    """Write a small map `NAME.journey.yaml` that is clean at `sketch`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.journey.yaml"
    path.write_text(SKETCH.format(title=title), encoding="utf-8")
    return path


def write_maps(folder: Path, count: int) -> Sequence[Path]:
    """Write `count` small maps."""
    return [write_map(folder, f"walk-{number}", f"Walk {number}") for number in range(count)]
