"""The shipped examples are whole, and their pictures are those that cjm draws today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(
    path.name
    for path in (ROOT / "examples").iterdir()
    if path.is_dir() and not path.name.startswith(".")
)


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

    # A comparison's picture is of two maps, and has a test of its own.
    folder = ROOT / "examples" / name
    pictures = [
        each for each in folder.rglob("maps/*") if each.is_file() and ".diff." not in each.name
    ]

    assert listed == f"{len(pictures)} pictures up to date\n"


PROFILES = {
    "5g-upgrade": "standard",
    "gallery": "standard",
    "ten-lines": "sketch",
    "wholesale-ordering": "strict",
}


def test_the_picture_of_the_comparison_is_current(tmp_path: Path) -> None:
    maps = "examples/5g-upgrade/journeys/upgrade.{}.journey.yaml"
    states = [maps.format(each) for each in ("current", "future")]

    done = cjm("diff", *states, "-f", "svg", "-o", str(tmp_path))

    assert done.returncode == 0, done.stderr
    drawn = sorted(tmp_path.iterdir())
    assert [each.name for each in drawn] == [
        "upgrade-future.diff.svg",
        "upgrade-future.diff.zh.svg",
    ]
    for each in drawn:
        kept = ROOT / "examples" / "5g-upgrade" / "maps" / each.name
        assert each.read_bytes() == kept.read_bytes()


def test_every_example_has_a_profile() -> None:
    assert sorted(PROFILES) == EXAMPLES


@pytest.mark.parametrize(("name", "profile"), PROFILES.items())
def test_an_example_is_clean_at_its_profile(name: str, profile: str) -> None:
    done = cjm("lint", f"examples/{name}", "--profile", profile, "--today", "2026-11-22")

    assert done.returncode == 0
    assert "clean" in done.stdout, done.stdout


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_that_is_copied_is_as_clean_as_the_one_that_ships(
    name: str, tmp_path: Path
) -> None:
    copied = cjm("init", "--example", name, str(tmp_path / "mine"))

    done = cjm("lint", str(tmp_path / "mine"), "--profile", PROFILES[name], "--today", "2026-11-22")

    assert copied.returncode == 0, copied.stderr
    assert "clean" in done.stdout, done.stdout


def test_the_pictures_of_the_day_in_a_life_are_small() -> None:
    sizes = {
        path.name: path.stat().st_size
        for path in (ROOT / "examples/gallery/pictures").glob("*.png")
    }

    assert len(sizes) == 6
    assert max(sizes.values()) < 15_000, sizes


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_file_that_the_readme_of_an_example_names_is_there(name: str) -> None:
    folder = ROOT / "examples" / name
    text = (folder / "README.md").read_text(encoding="utf-8")

    named = re.findall(r"`([\w./-]+\.yaml)`|\]\(([^)#:\s]+)\)", text)

    assert [path for pair in named for path in pair if path and not (folder / path).exists()] == []
