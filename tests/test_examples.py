"""The shipped examples are whole, and their pictures are those that cjm draws today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.is_dir())


def cjm(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjm", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_pictures_that_are_checked_in_are_current(name: str) -> None:
    done = cjm("render", "--check", f"examples/{name}")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_picture_has_its_map(name: str) -> None:
    listed = cjm("render", "--check", f"examples/{name}").stdout

    pictures = list((ROOT / "examples" / name / "maps").iterdir())

    assert listed == f"{len(pictures)} pictures up to date\n"


@pytest.mark.parametrize(("name", "profile"), [("ten-lines", "sketch"), ("5g-upgrade", "standard")])
def test_an_example_is_clean_at_its_profile(name: str, profile: str) -> None:
    done = cjm("lint", f"examples/{name}", "--profile", profile, "--today", "2026-11-22")

    assert done.returncode == 0
    assert "clean" in done.stdout, done.stdout


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_file_that_the_readme_of_an_example_names_is_there(name: str) -> None:
    folder = ROOT / "examples" / name
    text = (folder / "README.md").read_text(encoding="utf-8")

    named = re.findall(r"`([\w./-]+\.yaml)`|\]\(([^)#:\s]+)\)", text)

    assert [path for pair in named for path in pair if path and not (folder / path).exists()] == []
