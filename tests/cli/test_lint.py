from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_map, write_maps

BROKEN = "cjm: journey/1\ntitle: [\n"


def test_a_clean_map_ends_with_0_and_one_line(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("lint", "--profile", "sketch")

    assert (result.code, result.out, result.err) == (
        0,
        "The journey is clean · evidence behind 0 of 3 claims (0 %)\n",
        "",
    )


def test_findings_are_results_and_go_to_stdout(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("lint")

    assert result.code == 0
    assert "walk.journey.yaml:2:8: warning[missing-business-goal]: " in result.out
    assert result.err == ""


def test_a_process_of_its_own_finds_what_one_that_others_use_does(
    cjm: Run, installed: Run, here: Path
) -> None:
    write_maps(here, 30)
    (here / "odd.journey.yaml").write_text("title: &a {x: !t y}\n")
    (here / "broken.journey.yaml").write_text(BROKEN)
    words = ("lint", "--notes", "--output-format", "json", "--today", "2026-11-22")

    alone = installed(*words)

    assert "odd.journey.yaml" in alone.out
    assert alone == cjm(*words)


@pytest.mark.parametrize(
    ("fail_on", "code"), [(None, 0), ("error", 0), ("warning", 1), ("note", 1)]
)
def test_the_exit_code_depends_on_the_severity_asked_for(
    cjm: Run, here: Path, fail_on: str | None, code: int
) -> None:
    write_map(here)

    assert cjm("lint", *(("--fail-on", fail_on) if fail_on else ())).code == code


def test_the_workspace_can_say_what_it_fails_on_and_the_command_line_overrules(
    cjm: Run, here: Path
) -> None:
    write_map(here)
    (here / "cjm.yaml").write_text("cjm: workspace/1\nlint: {fail_on: warning}\n")

    assert cjm("lint").code == 1
    assert cjm("lint", "--fail-on", "error").code == 0


def test_a_file_that_does_not_parse_fails(cjm: Run, here: Path) -> None:
    (here / "x.journey.yaml").write_text(BROKEN)

    result = cjm("lint", "--select", "persona")

    assert result.code == 1
    assert "error[yaml-syntax]" in result.out


def test_rules_are_chosen_by_name_and_category_with_commas_or_repeated(
    cjm: Run, here: Path
) -> None:
    write_map(here)

    commas = cjm(
        "lint", "--select", "missing-scope,persona", "--notes", "--output-format", "concise"
    )
    repeated = cjm(
        "lint", "--select", "missing-scope", "--select", "persona", "--notes",
        "--output-format", "concise",
    )  # fmt: skip
    without = cjm(
        "lint", "--select", "persona", "--ignore", "persona", "--output-format", "concise"
    )

    assert commas.out == repeated.out
    assert {line.partition("[")[2].partition("]")[0] for line in commas.out.splitlines()} > {
        "missing-scope"
    }
    assert without.out == ""


def test_notes_are_counted_and_listed_on_request(cjm: Run, here: Path) -> None:
    write_map(here)

    quiet, listed = cjm("lint"), cjm("lint", "--notes")

    assert "note[" not in quiet.out
    assert "(--notes)" in quiet.out
    assert "note[missing-scope]" in listed.out


def test_standard_input_is_read_under_the_name_of_a_map(installed: Run) -> None:
    result = installed("lint", "-", "--output-format", "concise", stdin=b"title: X\nstags: []\n")

    assert result.code == 1
    assert "stdin.journey.yaml:2:1: error[unknown-key] unknown key 'stags'" in result.out


def test_standard_input_takes_the_place_of_the_file_it_names(installed: Run, here: Path) -> None:
    path = write_map(here / "journeys")
    (here / "cjm.yaml").write_text("cjm: workspace/1\nlint: {profile: sketch}\n")
    unsaved = path.read_bytes().replace(b"feeling: 1", b"feeling: 9")

    for name in ("journeys/walk.journey.yaml", str(path)):
        result = installed("lint", "-", "--stdin-filename", name, stdin=unsaved)

        assert result.code == 1
        assert result.out.startswith("journeys/walk.journey.yaml:8:39: error[wrong-type]")


def test_a_mermaid_diagram_on_standard_input_is_known_as_one(installed: Run) -> None:
    source = b"journey\n  title Tea\n  section Make\n    Boil: 5: Me\n"

    result = installed("lint", "-", stdin=source)

    assert (result.code, result.out) == (0, "The journey is clean\n")


def test_a_name_for_standard_input_needs_standard_input(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("lint", "--stdin-filename", "walk.journey.yaml")

    assert result.code == 2
    assert "add '-' to the paths" in result.err


def test_json_is_one_document_with_all_findings(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "notes.txt").write_text("no map\n")

    report = json.loads(cjm("lint", "--output-format", "json").out)

    assert report["summary"]["journeys"] == 1
    assert report["summary"]["skipped"] == 1
    assert {finding["severity"] for finding in report["findings"]} == {"warning", "note"}


def test_paths_choose_what_is_shown(cjm: Run, here: Path) -> None:
    write_map(here, "one")
    write_map(here / "deep" / "er", "two")

    for words in (("deep",), ("deep/er/two.journey.yaml",), ("deep/**/*.yaml",)):
        result = cjm("lint", "--output-format", "concise", *words)

        assert {line.partition(":")[0] for line in result.out.splitlines()} == {
            "deep/er/two.journey.yaml"
        }


def test_colour_is_written_on_request_only(cjm: Run, here: Path) -> None:
    write_map(here)

    assert "\x1b[" not in cjm("lint").out
    assert "\x1b[" in cjm("lint", "--color", "always").out
    assert cjm("lint", "--color", "never").out == cjm("lint").out


def test_no_color_wins_over_force_color(installed: Run, here: Path) -> None:
    write_map(here)

    forced = installed("lint", env={"FORCE_COLOR": "1"})
    both = installed("lint", env={"FORCE_COLOR": "1", "NO_COLOR": "1"})

    assert "\x1b[" in forced.out
    assert "\x1b[" not in both.out


def test_another_settings_file_can_be_used(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "mild.yaml").write_text("cjm: workspace/1\nlint: {profile: sketch}\n")
    (here / "wrong.yaml").write_text("cjm: workspace/1\nlnt: {profile: sketch}\n")

    mild, wrong, missing = (
        cjm("lint", "--config", f"{name}.yaml") for name in ("mild", "wrong", "missing")
    )

    assert (mild.code, mild.out) == (
        0,
        "The journey is clean · evidence behind 0 of 3 claims (0 %)\n",
    )
    assert "wrong.yaml:2:1: error[unknown-key]" in wrong.out
    assert missing.code == 2


def test_settings_that_are_wrong_are_told_wherever_a_map_is_judged_by_them(
    cjm: Run, here: Path
) -> None:
    path = write_map(here)
    (here / "cjm.yaml").write_text("cjm: workspace/1\nlint: {profile: hard}\n")

    for options in ((), ("--no-cache",)):
        ran = cjm("lint", path.name, "--output-format", "concise", *options)

        assert "cjm.yaml:2:17: error[wrong-type] 'profile' of 'lint'" in ran.out
        assert ran.code == 1


def test_the_day_of_the_run_can_be_given(cjm: Run, here: Path) -> None:
    path = write_map(here)
    text = path.read_text().replace(
        "state: current",
        "state: current  # cjm: ignore[missing-business-goal] until 2026-05-01: next week",
    )
    path.write_text(text)

    assert "expired" not in cjm("lint", "--today", "2026-05-01").out
    assert cjm("lint", "--today", "soon").code == 2


def test_an_empty_file_is_an_error_with_advice(cjm: Run, here: Path) -> None:
    (here / "x.journey.yaml").write_text("")

    result = cjm("lint")

    assert result.code == 1
    assert "x.journey.yaml:1:1: error[" in result.out
    assert "help:" in result.out


def test_linting_needs_no_library_that_only_pictures_need(installed: Run, here: Path) -> None:
    import subprocess
    import sys

    write_map(here)
    code = "import sys; from cjm.cli import main; main(['lint']); print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=True
    )

    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded & {"rich", "jinja2", "fontTools", "typer._adapters", "multiprocessing"} == set()


def test_a_folder_of_personas_in_a_workspace_with_maps_can_be_linted(cjm: Run, here: Path) -> None:
    write_map(here / "journeys")
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")
    (here / "personas").mkdir()
    (here / "personas" / "sam.persona.yaml").write_text("cjm: persona/1\nname: Sam\n")

    result = cjm("lint", "personas", "--profile", "sketch")

    assert (result.code, result.out) == (0, "No journey here, and nothing is wrong\n")
