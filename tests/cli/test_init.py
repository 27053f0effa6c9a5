from __future__ import annotations

from pathlib import Path

import pytest

from cjm.resources import folder
from tests.cli.conftest import Run

LANGUAGES = sorted(each.name for each in (folder("templates") / "init").iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_workspace_is_clean_and_can_be_drawn(cjm: Run, here: Path, language: str) -> None:
    made = cjm("init", "w", "--lang", language)
    linted = cjm("lint", "w", "--fail-on", "warning")
    drawn = cjm("render", "w")
    checked = cjm("render", "w", "--check")

    assert made.code == linted.code == drawn.code == checked.code == 0
    assert "All 2 journeys are clean" in linted.out
    assert len(drawn.out.splitlines()) == 4
    assert drawn.err == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_workspace_holds_one_file_of_each_kind(
    cjm: Run, here: Path, language: str
) -> None:
    cjm("init", "--lang", language)

    names = [path.name for path in here.rglob("*") if path.is_file()]
    assert {"cjm.yaml", "README.md"} <= set(names)
    assert sum(name.endswith(".journey.yaml") for name in names) == 2
    assert sum(name.endswith(".persona.yaml") for name in names) == 1
    assert sum(name.endswith(".library.yaml") for name in names) == 1


def test_its_evidence_is_as_old_as_the_day(cjm: Run, here: Path) -> None:
    cjm("init", "--today", "2031-05-04")

    texts = [path.read_text(encoding="utf-8") for path in here.rglob("*.yaml")]
    assert any("2031-05-04" in text for text in texts)
    assert not any("2000-01-01" in text for text in texts)


def test_files_that_are_there_are_kept(cjm: Run, here: Path) -> None:
    (here / "README.md").write_text("mine\n")

    result = cjm("init")

    assert result.code == 0
    assert "kept       README.md" in result.out.splitlines()
    assert (here / "README.md").read_text() == "mine\n"


def test_a_workspace_is_not_mixed_with_another(cjm: Run, here: Path) -> None:
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")

    result = cjm("init")

    assert (result.code, result.out) == (2, "")
    assert "is a workspace already" in result.err
    assert [path.name for path in here.iterdir()] == ["cjm.yaml"]


def test_a_file_in_place_of_the_folder_is_told(cjm: Run, here: Path) -> None:
    (here / "w").write_text("")

    assert cjm("init", "w").code == 2


def test_an_example_can_be_copied_and_stands_alone(cjm: Run, here: Path) -> None:
    made = cjm("init", "--example", "5g-upgrade", "copy")
    linted = cjm("lint", "copy")

    assert made.code == linted.code == 0
    assert "clean" in linted.out
    texts = [path.read_text(encoding="utf-8") for path in (here / "copy").rglob("*.yaml")]
    assert not any("$schema=../" in text for text in texts)


def test_an_example_goes_into_a_folder_of_its_name(cjm: Run, here: Path) -> None:
    cjm("init", "--example", "ten-lines")

    assert (here / "ten-lines" / "upgrade.journey.yaml").is_file()


def test_a_wrong_example_lists_those_there_are(cjm: Run) -> None:
    result = cjm("init", "--example", "../ten-lines")

    assert result.code == 2
    assert "5g-upgrade, gallery, ten-lines and wholesale-ordering" in result.err
