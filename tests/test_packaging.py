"""What is installed from a wheel works away from the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str | Path, cwd: Path) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


@pytest.mark.slow
def test_a_wheel_installed_elsewhere_draws_a_shipped_example(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("cjm_toolkit-*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    run(programs / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)

    run(programs / "cjm", "init", "--example", "ten-lines", "here", cwd=tmp_path)
    listed = run(programs / "cjm", "render", "here", "--force", cwd=tmp_path)
    linted = run(programs / "cjm", "lint", "here", "--profile", "sketch", cwd=tmp_path)
    schema = run(programs / "cjm", "schema", "journey", cwd=tmp_path)

    assert ".svg" in listed
    assert "clean" in linted
    assert '"$schema"' in schema
    assert (tmp_path / "here" / "maps" / "upgrade.svg").read_text(encoding="utf-8").startswith("<")


def test_the_installed_command_ends_at_once() -> None:
    (entry,) = [each for each in entry_points(group="console_scripts") if each.name == "cjm"]

    # `main` returns and leaves Python to take everything apart, which takes longer than a lint.
    assert entry.value == "cjm.cli:script"
