"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def cjm(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjm", *words],
        cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


FIRST_MAP = next(block for block in blocks("yaml") if "\ntitle:" in block)


def test_its_theme_draws_without_a_warning(tmp_path: Path) -> None:
    (theme,) = [block for block in blocks("yaml") if "cjm: theme/1" in block]
    (tmp_path / "brand.theme.yaml").write_text(theme, encoding="utf-8")
    (tmp_path / "a.journey.yaml").write_text(FIRST_MAP, encoding="utf-8")

    done = cjm(tmp_path, "render", "--theme", "brand.theme.yaml", "a.journey.yaml")

    assert done.returncode == 0
    assert done.stderr == ""
    assert "#0b6e4f" in (tmp_path / "maps" / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", [block for block in blocks("yaml") if "stages:\n" in block])
def test_every_map_in_it_is_legal(block: str, tmp_path: Path) -> None:
    whole = "\ntitle:" in block
    text = block if whole else f"title: T\npersona: P\n{block}"
    (tmp_path / "a.journey.yaml").write_text(text, encoding="utf-8")

    done = cjm(tmp_path, "lint", "--profile", "sketch", "a.journey.yaml")

    assert done.returncode == 0
    assert done.stdout.startswith("The journey is clean")


def test_the_first_map_has_ten_lines_and_is_drawn_as_promised(tmp_path: Path) -> None:
    (tmp_path / "upgrade.journey.yaml").write_text(FIRST_MAP, encoding="utf-8")

    done = cjm(tmp_path, "render", "upgrade.journey.yaml")

    assert len(FIRST_MAP.splitlines()) == 10
    assert done.returncode == 0
    for name in re.findall(r"maps/upgrade\.\w+", README):
        assert (tmp_path / name).is_file()


def test_the_message_in_it_is_the_message_that_comes(tmp_path: Path) -> None:
    mistaken = FIRST_MAP.replace("feeling: -2", "emotion: -2")
    (tmp_path / "upgrade.journey.yaml").write_text(mistaken, encoding="utf-8")

    done = cjm(tmp_path, "lint", "--profile", "sketch", "upgrade.journey.yaml")

    (shown,) = blocks("text")
    assert done.returncode == 1
    assert done.stdout.startswith(shown)


def test_every_command_in_it_exists() -> None:
    named = set(re.findall(r"`cjm (\w+)", README)) | set(re.findall(r"^cjm (\w+)", README, re.M))

    assert named >= {"lint", "render", "init", "explain"}
    for command in sorted(named):
        done = cjm(ROOT, command, "--help")
        assert done.returncode == 0, command


def test_it_opens_with_a_picture_before_a_second_paragraph() -> None:
    paragraphs = [each for each in README.split("\n\n") if not each.startswith("#")]

    assert paragraphs[0].count(". ") + paragraphs[0].count(".\n") <= 1
    assert paragraphs[1].startswith("![")
