from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import pytest

from cjm.cli.outputs import Output, outputs
from cjm.errors import UsageError
from tests.cli.conftest import Run, write_map


def test_text_is_the_default_and_github_in_its_actions() -> None:
    assert outputs(None, {}) == (Output("text"),)
    assert outputs(None, {"GITHUB_ACTIONS": "true"}) == (Output("github"),)
    assert outputs(["json"], {"GITHUB_ACTIONS": "true"}) == (Output("json"),)


@pytest.mark.parametrize(
    ("typed", "output"),
    [
        ("sarif", Output("sarif")),
        ("SARIF:lint.sarif", Output("sarif", Path("lint.sarif"))),
        ("sarif:C:\\x\\lint.sarif", Output("sarif", Path("C:\\x\\lint.sarif"))),
        ("markdown:旅程/a b.md", Output("markdown", Path("旅程/a b.md"))),
        ("json:-", Output("json")),
    ],
)
def test_what_follows_the_first_colon_is_a_file(typed: str, output: Output) -> None:
    assert outputs([typed], {}) == (output,)
    assert PureWindowsPath("C:\\x\\lint.sarif").drive == "C:"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["text", "json"], "'text' and 'json' cannot both go to standard output"),
        (["sarif:"], "'sarif:' names no file"),
        (["sarif: "], "'sarif: ' names no file"),
        (["srif"], "--output-format has no choice 'srif'; did you mean 'sarif'"),
        (["lint.sarif"], "--output-format has no choice 'lint.sarif'"),
        (["json:a", "sarif:./A"], "two formats cannot go into the same file 'a'"),
    ],
)
def test_what_cannot_be_followed_is_told(typed: list[str], told: str) -> None:
    with pytest.raises(UsageError) as error:
        outputs(typed, {})

    assert told in str(error.value)
    assert error.value.help or "same file" in told


def test_several_reports_are_written_in_one_run(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm(
        "lint", "--output-format", "sarif:out/lint.sarif", "--output-format", "text",
        "--output-format", "junit:out/lint.xml",
    )  # fmt: skip

    assert result.out == cjm("lint").out
    assert result.err == f"written    {Path('out/lint.sarif')}\nwritten    {Path('out/lint.xml')}\n"
    assert json.loads((here / "out" / "lint.sarif").read_bytes())["version"] == "2.1.0"
    assert (here / "out" / "lint.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_a_report_replaces_the_last_one_and_nothing_else(cjm: Run, here: Path) -> None:
    path = write_map(here)
    before = path.read_bytes()
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")
    (here / "notes.md").write_text("# Mine\n")
    forms = ("json", "sarif", "gitlab", "rdjson", "junit", "markdown", "text", "concise", "github")

    for form in forms:
        for _ in range(2):
            assert cjm("lint", "--output-format", f"{form}:report.{form}").code == 0
        for taken in (path.name, "cjm.yaml"):
            result = cjm("lint", "--output-format", f"{form}:{taken}")
            assert result.code == 2
            assert "is there already" in result.err
    mine = cjm("lint", "--output-format", "markdown:notes.md")

    assert mine.code == 2
    assert (path.read_bytes(), (here / "notes.md").read_text()) == (before, "# Mine\n")


def test_a_report_that_cannot_be_written_is_a_usage_error(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "folder").mkdir()

    result = cjm("lint", "--output-format", "sarif:folder")

    assert (result.code, result.err) == (2, "error: 'folder' cannot be written: it is a folder\n")


def test_a_file_has_no_colour(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm(
        "lint", "--color", "always", "--output-format", "text:a.txt", "--output-format", "concise"
    )

    assert "\x1b[" in result.out
    assert "\x1b[" not in (here / "a.txt").read_text(encoding="utf-8")


def test_in_github_actions_findings_are_annotations(installed: Run, here: Path) -> None:
    write_map(here)

    result = installed("lint", env={"GITHUB_ACTIONS": "true"})
    chosen = installed("lint", "--output-format", "text", env={"GITHUB_ACTIONS": "true"})

    assert result.out.startswith("::warning file=walk.journey.yaml,line=2,")
    assert "::warning" not in chosen.out


def test_reports_for_services_have_paths_from_the_top_of_the_repository(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".git").mkdir()
    write_map(here / "maps" / "deep")
    monkeypatch.chdir(here / "maps")

    seen = {
        form: cjm("lint", "--output-format", form).out
        for form in ("github", "gitlab", "sarif", "junit", "rdjson", "markdown", "concise")
    }

    assert seen.pop("concise").startswith("deep/walk.journey.yaml:")
    for form, text in seen.items():
        assert "maps/deep/walk.journey.yaml" in text, form
