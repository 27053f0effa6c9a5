from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Run, environment, write_map, write_maps

BILINGUAL = """\
cjm: journey/1
title: {en: A walk, zh: 散步}
state: current
persona: Sam
stages:
  - name: {en: First, zh: 起点}
    steps: [{name: {en: Looks around, zh: 看看四周}, feeling: 1}]
"""

posix = pytest.mark.skipif(os.name != "posix", reason="signals and links as POSIX has them")


def files_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_each_map_is_drawn_in_each_format_and_listed(cjm: Run, here: Path) -> None:
    write_map(here / "journeys", "one")
    write_map(here / "journeys", "two")
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")

    first, second = cjm("render"), cjm("render")

    names = ["maps/one.svg", "maps/one.html", "maps/two.svg", "maps/two.html"]
    assert first.code == second.code == 0
    assert first.out.splitlines() == [f"written    {name}" for name in names]
    assert second.out.splitlines() == [f"unchanged  {name}" for name in names]
    assert files_in(here / "maps") == sorted(name.removeprefix("maps/") for name in names)


def test_the_workspace_chooses_folder_and_formats_and_the_command_line_overrules(
    cjm: Run, here: Path
) -> None:
    write_map(here)
    (here / "cjm.yaml").write_text("cjm: workspace/1\nrender: {formats: svg, out: drawn}\n")

    assert cjm("render").out == "written    drawn/walk.svg\n"
    assert cjm("render", "-f", "html", "-o", "there").out == "written    there/walk.html\n"


def test_the_folder_lies_in_the_workspace_wherever_the_command_runs(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_map(here / "w" / "journeys")
    (here / "w" / "cjm.yaml").write_text("cjm: workspace/1\n")

    assert cjm("render", "w", "-f", "svg").out == "written    w/maps/walk.svg\n"
    monkeypatch.chdir(here / "w" / "journeys")
    assert cjm("render", "-f", "svg").out == f"unchanged  {here.as_posix()}/w/maps/walk.svg\n"


def test_a_map_is_drawn_in_every_language_of_the_workspace_that_it_carries(
    cjm: Run, here: Path
) -> None:
    (here / "walk.journey.yaml").write_text(BILINGUAL, encoding="utf-8")
    (here / "cjm.yaml").write_text("cjm: workspace/1\nlanguage: en\nlanguages: [en, zh, fr]\n")

    result = cjm("render", "-f", "svg")

    assert [line.split()[1] for line in result.out.splitlines()] == [
        "maps/walk.svg", "maps/walk.zh.svg",
    ]  # fmt: skip
    assert "散步" in (here / "maps" / "walk.zh.svg").read_text(encoding="utf-8")
    assert "散步" not in (here / "maps" / "walk.svg").read_text(encoding="utf-8")


def test_one_language_can_be_asked_for(cjm: Run, here: Path) -> None:
    (here / "walk.journey.yaml").write_text(BILINGUAL, encoding="utf-8")

    assert cjm("render", "-f", "svg", "--lang", "zh").out == "written    maps/walk.zh.svg\n"
    assert cjm("render", "-f", "svg", "--lang", "en").out == "written    maps/walk.svg\n"
    assert cjm("render", "--lang", "../x").code == 2


def test_a_language_that_a_map_lacks_is_told(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("render", "-f", "svg", "--lang", "fr")

    assert result.out == "written    maps/walk.fr.svg\n"
    assert "note: walk.journey.yaml: no text is in 'fr'; drawn in 'en'\n" in result.err


def test_lanes_can_be_chosen_and_what_is_left_out_is_told(cjm: Run, here: Path) -> None:
    write_map(here)

    brief = cjm("render", "-f", "svg", "--lanes", "stage,step")
    whole = cjm("render", "-f", "svg", "--lanes", "stage,step", "--notes")

    assert (brief.code, whole.code) == (0, 0)
    assert "Nothing fits" not in (here / "maps" / "walk.svg").read_text(encoding="utf-8")
    assert brief.err.startswith("note: 1 map holds more than the lanes show")
    assert whole.err.startswith("note: walk.journey.yaml: not drawn, since no lane")


def test_a_word_that_is_no_language_tag_is_refused(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("render", "--lang", "chinese")

    assert (result.code, result.out) == (2, "")
    assert "'chinese' is no language tag" in result.err


def test_a_check_opens_no_device_and_no_pipe(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "maps").mkdir()
    (here / "maps" / "walk.svg").symlink_to("/dev/zero")
    os.mkfifo(here / "maps" / "walk.html")

    result = cjm("render", "--check")

    assert result.code == 1
    assert result.out.count("outdated") == 2


def test_one_picture_goes_to_stdout_and_nothing_else_does(cjm: Run, here: Path) -> None:
    path = write_map(here)

    result = cjm("render", path, "-o", "-")

    assert result.code == 0
    assert result.out.startswith("<?xml")
    assert result.out.endswith("</svg>\n")
    assert files_in(here) == ["walk.journey.yaml"]


def test_one_picture_goes_into_one_file(cjm: Run, here: Path) -> None:
    path = write_map(here)

    assert cjm("render", path, "-o", "out/x.html").out == "written    out/x.html\n"
    assert cjm("render", path, "-o", "x.svg", "-f", "html").code == 2
    assert cjm("render", path, "-o", "x.png").code == 2
    assert cjm("render", path, "-o", "-", "-f", "svg,html").code == 2


def test_many_maps_do_not_go_into_one_file(cjm: Run, here: Path) -> None:
    write_maps(here, 2)

    result = cjm("render", "-o", "x.svg")

    assert result.code == 2
    assert "2 maps do not fit into one file" in result.err


def test_check_writes_nothing_and_names_what_is_out_of_date(cjm: Run, here: Path) -> None:
    path = write_map(here)

    missing = cjm("render", "--check", "-f", "svg")
    cjm("render", "-f", "svg")
    current = cjm("render", "--check", "-f", "svg")
    path.write_text(path.read_text().replace("feeling: 1", "feeling: 2"))
    picture = (here / "maps" / "walk.svg").read_bytes()
    outdated = cjm("render", "--check", "-f", "svg")

    assert (missing.code, missing.out) == (1, "missing    maps/walk.svg\n")
    assert (current.code, current.out) == (0, "1 picture up to date\n")
    assert (outdated.code, outdated.out) == (1, "outdated   maps/walk.svg\n")
    assert (here / "maps" / "walk.svg").read_bytes() == picture


def test_check_minds_no_line_ends_of_a_checkout(cjm: Run, here: Path) -> None:
    write_map(here)
    cjm("render", "-f", "svg")
    picture = here / "maps" / "walk.svg"
    picture.write_bytes(picture.read_bytes().replace(b"\n", b"\r\n"))

    assert cjm("render", "--check", "-f", "svg").code == 0


def test_a_file_that_cjm_did_not_make_is_kept_and_the_rest_is_drawn(cjm: Run, here: Path) -> None:
    write_map(here, "one")
    write_map(here, "two")
    (here / "maps").mkdir()
    (here / "maps" / "one.svg").write_text("<svg>mine</svg>")

    kept = cjm("render", "-f", "svg")
    forced = cjm("render", "-f", "svg", "--force")

    assert kept.code == 2
    assert kept.out == "written    maps/two.svg\n"
    assert kept.err.startswith("error: 'maps/one.svg' is there already, and cjm did not make it\n")
    assert forced.out == "written    maps/one.svg\nunchanged  maps/two.svg\n"


def test_a_map_with_a_typo_is_drawn_and_the_typo_told_on_stderr(cjm: Run, here: Path) -> None:
    path = write_map(here)
    path.write_text(path.read_text().replace("feeling: 1", "feling: 1"))

    result = cjm("render", "-f", "svg")

    assert (result.code, result.out) == (0, "written    maps/walk.svg\n")
    assert "walk.journey.yaml:8:30: error[unknown-key]" in result.err


def test_a_map_that_cannot_be_read_fails_and_the_others_are_drawn(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "broken.journey.yaml").write_text("title: [\n")
    (here / "empty.journey.yaml").write_text("")

    result = cjm("render", "-f", "svg")

    assert (result.code, result.out) == (1, "written    maps/walk.svg\n")
    assert "broken.journey.yaml:" in result.err
    assert "empty.journey.yaml:" in result.err


def test_a_diagram_of_another_kind_in_the_folder_is_no_failure(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "flow.mmd").write_text("flowchart LR\n  a --> b\n")

    assert cjm("render", "-f", "svg").code == 0


def test_two_maps_of_one_id_do_not_overwrite_each_other(cjm: Run, here: Path) -> None:
    for name in ("a", "b"):
        write_map(here / name)
        (here / name / "cjm.yaml").write_text("cjm: workspace/1\n")

    apart = cjm("render", "-f", "svg")
    together = cjm("render", "-f", "svg", "-o", "all")

    assert apart.code == 0
    assert together.code == 1
    assert together.out == "written    all/walk.svg\n"
    assert "has the same id" in together.err


def test_settings_cannot_send_pictures_out_of_the_workspace(cjm: Run, here: Path) -> None:
    write_map(here / "w")
    (here / "w" / "cjm.yaml").write_text("cjm: workspace/1\nrender: {out: ../elsewhere}\n")

    result = cjm("render", "w", "-f", "svg")

    assert result.code == 2
    assert "leads out of" in result.err
    assert not (here / "elsewhere").exists()


@posix
def test_a_link_in_the_folder_of_pictures_cannot_send_them_elsewhere(cjm: Run, here: Path) -> None:
    write_map(here / "w")
    (here / "w" / "maps").symlink_to(here)

    result = cjm("render", "w", "-f", "svg")

    assert result.code == 2
    assert files_in(here) == ["w/walk.journey.yaml"]


def test_a_mistake_of_cjm_costs_one_map_and_no_other(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cjm import sheet

    arrange = sheet.arrange

    def sometimes(map: object, *args: object, **keys: object) -> object:
        if getattr(map, "id", "") == "one":
            raise ZeroDivisionError("one")
        return arrange(map, *args, **keys)  # type: ignore[arg-type]

    write_map(here, "one")
    write_map(here, "two")
    monkeypatch.setattr(sheet, "arrange", sometimes)

    result = cjm("render", "-f", "svg")

    assert (result.code, result.out) == (3, "written    maps/two.svg\n")
    assert "bug in cjm" in result.err
    assert "'one.journey.yaml' could not be drawn" in result.err


@posix
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stop_leaves_whole_files_only_and_no_word(
    here: Path, number: signal.Signals, code: int
) -> None:
    write_maps(here, 60)
    process = subprocess.Popen(
        [*COMMAND, "render", "-f", "svg"], cwd=here, env=environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.02)

    os.killpg(process.pid, number)
    _, err = process.communicate(timeout=30)

    pictures = list((here / "maps").iterdir())
    assert process.returncode in (code, 0)
    assert b"Traceback" not in err
    assert {path.suffix for path in pictures} == {".svg"}
    assert all(path.read_bytes().endswith(b"</svg>\n") for path in pictures)
    assert sys.platform == "win32" or len(pictures) < 60 or process.returncode == 0


@posix
def test_a_kill_leaves_whole_files_and_no_process_behind(here: Path) -> None:
    write_maps(here, 60)
    process = subprocess.Popen(
        [*COMMAND, "render", "-f", "svg"], cwd=here, env=environment(),
        stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()

    process.kill()
    process.communicate(timeout=30)

    pictures = list((here / "maps").glob("*.svg"))
    assert all(path.read_bytes().endswith(b"</svg>\n") for path in pictures)
    assert ends(process.pid)


def ends(group: int) -> bool:
    """Whether the last process of a group is gone within some seconds."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
