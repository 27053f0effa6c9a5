"""`cjm fmt`: which files, what becomes of them, and what is said."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_map

ROOT = Path(__file__).resolve().parent.parent.parent

LOOSE = "stages:\n- name: 'Learn'\ntitle: A map   # as it is called\n"
TIGHT = "title: A map  # as it is called\nstages:\n  - name: Learn\n"


def write(path: Path, text: str = LOOSE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_files_of_every_kind_are_laid_out_and_told(cjm: Run, here: Path) -> None:
    write(here / "cjm.yaml", "lint: {profile: strict}\ncjm: workspace/1\n")
    write(here / "journeys" / "a.journey.yaml")
    write(here / "journeys" / "b.journey.yaml", TIGHT)
    write(here / "p.persona.yaml", "role: Nurse\nname: 'Petra'\n")
    write(here / "other.yaml", "services:   {}\n")
    write(here / "c.mmd", "journey\n  title T\n")

    done = cjm("fmt")

    assert done.code == 0
    assert done.out == (
        "formatted  cjm.yaml\nformatted  journeys/a.journey.yaml\nformatted  p.persona.yaml\n"
    )
    assert done.err == "3 files reformatted, 1 left unchanged\n"
    assert (here / "journeys" / "a.journey.yaml").read_text() == TIGHT
    assert (here / "cjm.yaml").read_text() == "cjm: workspace/1\nlint:\n  profile: strict\n"
    assert (here / "other.yaml").read_text() == "services:   {}\n"


def test_a_second_run_changes_nothing(cjm: Run, here: Path) -> None:
    write(here / "a.journey.yaml")
    cjm("fmt")

    done = cjm("fmt", ".")

    assert (done.code, done.out, done.err) == (0, "", "1 file left unchanged\n")


def test_check_lists_and_writes_nothing(cjm: Run, here: Path) -> None:
    path = write(here / "a.journey.yaml")
    write(here / "b.journey.yaml", TIGHT)

    done = cjm("fmt", "--check")

    assert done.code == 1
    assert done.out == "to format  a.journey.yaml\n"
    assert done.err == "1 file would be reformatted, 1 would be left unchanged\n"
    assert path.read_text() == LOOSE


def test_check_of_what_is_laid_out_is_good(cjm: Run, here: Path) -> None:
    write(here / "b.journey.yaml", TIGHT)

    assert cjm("fmt", "--check").code == 0


def test_diff_shows_and_writes_nothing(cjm: Run, here: Path) -> None:
    path = write(here / "a.journey.yaml")

    done = cjm("fmt", "--diff")

    assert done.code == 1
    assert done.out == (
        "--- a.journey.yaml\n+++ a.journey.yaml\n@@ -1,3 +1,3 @@\n"
        "+title: A map  # as it is called\n stages:\n-- name: 'Learn'\n"
        "-title: A map   # as it is called\n+  - name: Learn\n"
    )
    assert path.read_text() == LOOSE


def test_what_cannot_be_read_is_told_once_and_the_others_go_on(cjm: Run, here: Path) -> None:
    broken = write(here / "a.journey.yaml", "title: 'T\nstages: [\n")
    write(here / "b.journey.yaml")
    unknown = write(here / "c.journey.yaml", "titel:  T\nstages:  []\n")

    done = cjm("fmt")

    assert done.code == 1
    assert done.err.count("error[") == 1
    assert "a.journey.yaml:" in done.err
    assert done.err.endswith("2 files reformatted, 1 could not be laid out\n")
    assert broken.read_text() == "title: 'T\nstages: [\n"
    assert unknown.read_text() == "titel: T\nstages: []\n"


def test_what_is_refused_says_why_and_what_to_do(cjm: Run, here: Path) -> None:
    path = write(here / "a.journey.yaml", "%YAML 1.2\n---\ntitle:  T\n")

    done = cjm("fmt")

    assert done.code == 2
    assert done.err == (
        "error: 'a.journey.yaml' is left as it is: a line that begins with '%' tells the parser how "
        "to read it\nhelp: delete that line\n1 file could not be laid out\n"
    )
    assert path.read_text() == "%YAML 1.2\n---\ntitle:  T\n"


def test_a_diagram_that_is_named_is_not_passed_over_in_silence(cjm: Run, here: Path) -> None:
    write(here / "c.mmd", "journey\n  title T\n")
    write(here / "a.journey.yaml")

    done = cjm("fmt", "c.mmd", "a.journey.yaml")

    assert done.code == 2
    assert "error: 'c.mmd' holds Mermaid diagrams, and fmt lays out YAML\n" in done.err
    assert (here / "a.journey.yaml").read_text() == TIGHT


def test_a_folder_with_nothing_to_lay_out_is_a_mistake(cjm: Run, here: Path) -> None:
    done = cjm("fmt")

    assert done.code == 2
    assert done.err.startswith("error: no journey map found here\n")


def test_what_is_no_map_is_left_alone_even_where_it_is_named(cjm: Run, here: Path) -> None:
    path = write(here / "compose.yaml", "services:   {web: {image:   x}}\n")
    write(here / "mine.yaml", "cjm: journey/1\ntitle:  T\n")

    done = cjm("fmt", "compose.yaml", "mine.yaml")

    assert done.code == 2
    assert done.err == (
        "error: 'compose.yaml' is left as it is: nothing says that it is a map\n"
        "help: begin it with 'cjm: journey/1' if it is one\n"
        "1 file reformatted, 1 could not be laid out\n"
    )
    assert path.read_text() == "services:   {web: {image:   x}}\n"


def test_a_path_that_is_not_there_is_a_mistake(cjm: Run, here: Path) -> None:
    assert cjm("fmt", "nowhere.yaml").code == 2


def test_standard_input_goes_to_standard_output(installed: Run, here: Path) -> None:
    done = installed("fmt", "-", stdin=b"\xef\xbb\xbf" + LOOSE.replace("\n", "\r\n").encode())

    assert done.code == 0
    assert done.out == "\ufeff" + TIGHT.replace("\n", "\r\n")
    assert done.err == ""


def test_the_name_of_standard_input_says_what_it_holds(installed: Run, here: Path) -> None:
    done = installed(
        "fmt", "-", "--stdin-filename", "p.persona.yaml", stdin=b"role: Nurse\nname: 'Petra'\n"
    )

    assert done.out == "name: Petra\nrole: Nurse\n"


def test_standard_input_that_cannot_be_read_gives_no_text(installed: Run, here: Path) -> None:
    done = installed("fmt", "-", stdin=b"title: 'T\n")

    assert done.code == 1
    assert done.out == ""
    assert "error[yaml-syntax]" in done.err


def test_check_takes_standard_input_too(installed: Run, here: Path) -> None:
    assert installed("fmt", "-", "--check", stdin=LOOSE.encode()).code == 1
    assert installed("fmt", "-", "--check", stdin=TIGHT.encode()).code == 0


def test_many_files_are_laid_out_in_order_by_several_processes(cjm: Run, here: Path) -> None:
    for number in range(40):
        write(here / f"m-{number:02}.journey.yaml")
    write(here / "m-20.journey.yaml", "title: 'T\n")

    done = cjm("fmt")

    told = [f"formatted  m-{number:02}.journey.yaml" for number in range(40) if number != 20]
    assert done.out.splitlines() == told
    assert done.code == 1
    assert done.err.endswith("39 files reformatted, 1 could not be laid out\n")


def test_ids_are_written_down(cjm: Run, here: Path) -> None:
    path = write_map(here)

    done = cjm("fmt", "--ids")

    assert done.code == 0
    text = path.read_text()
    assert "  - id: first\n    name: First\n" in text
    assert "      - id: looks-around\n        name: Looks around\n        feeling: 1\n" in text
    assert "pains:\n          id: nothing-fits\n          text: Nothing fits\n" in text
    assert cjm("fmt", "--ids", "--check").code == 0


def test_ids_of_what_lies_elsewhere_are_left_alone(cjm: Run, here: Path) -> None:
    first = write_map(here, "one")
    second = write_map(here, "two")
    before = second.read_text()

    cjm("fmt", "--ids", "one.journey.yaml")

    assert "id: first" in first.read_text()
    assert second.read_text() == before


SILENCED = """\
title: Paying at the counter
cjm: journey/1
state: current
# cjm: ignore[persona-basics,persona-without-evidence]: a sketch
persona: {name: Petra, role: "A nurse on early shifts, who pays by card and has little time", goals: To be on time}
scope: {to: Paid, from: In}
goal: {business: B}
stages:
- steps:
  - {feeling: -2, name: Waits in the queue, touchpoints: Counter}  # cjm: ignore[low-without-pain]: known
  - feeling: 1   # cjm: ignore[step-without-touchpoint]: known
    name: Pays
  name: Pay
- {name: Go, goal: Be on time}  # cjm: ignore[stage-without-steps]: known
- {name: Tell, goal: Tell others}  # cjm: ignore[stage-without-steps]: known
"""


def test_what_is_silenced_stays_silenced(cjm: Run, here: Path) -> None:
    path = write(here / "a.journey.yaml", SILENCED)
    lint = ("lint", "--profile", "strict", "--notes", "--output-format", "json")
    before = json.loads(cjm(*lint).out)["findings"]

    cjm("fmt")

    after = json.loads(cjm(*lint).out)["findings"]
    told = [sorted((each["rule"], each["message"]) for each in found) for found in (before, after)]
    assert path.read_text() != SILENCED
    assert told[0] == told[1]
    assert not any(rule == "low-without-pain" for rule, _ in told[1])


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_stay_links_and_what_they_lead_to_is_laid_out_once(cjm: Run, here: Path) -> None:
    target = write(here / "a.journey.yaml")
    (here / "b.journey.yaml").symlink_to(target)
    target.chmod(0o640)

    done = cjm("fmt")

    assert done.code == 0
    assert done.out.count("formatted") == 1
    assert (here / "b.journey.yaml").is_symlink()
    assert target.read_text() == TIGHT
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_workspace_is_not_followed(
    cjm: Run, here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = write(tmp_path_factory.mktemp("outside") / "a.journey.yaml")
    (here / "a.journey.yaml").symlink_to(outside)

    done = cjm("fmt")

    assert done.code == 1
    assert "leaves the workspace" in done.err
    assert outside.read_text() == LOOSE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_what_may_not_be_written_is_told_and_the_others_go_on(cjm: Run, here: Path) -> None:
    closed = write(here / "closed" / "a.journey.yaml")
    write(here / "b.journey.yaml")
    closed.parent.chmod(0o500)

    done = cjm("fmt")

    closed.parent.chmod(0o700)
    assert done.code == 2
    assert "closed/a.journey.yaml' cannot be written" in done.err
    assert (here / "b.journey.yaml").read_text() == TIGHT


@pytest.mark.parametrize("folder", ["examples", "templates/init"])
def test_what_ships_is_laid_out(installed: Run, folder: str) -> None:
    done = installed("fmt", "--check", ROOT / folder)

    assert done.code == 0, done.out
    assert done.out == ""


def test_the_maps_of_the_readme_are_laid_out(installed: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", readme, re.M | re.S)

    for block in blocks:
        name = "a.theme.yaml" if "theme/1" in block else "a.journey.yaml"
        done = installed("fmt", "-", "--stdin-filename", name, stdin=block.encode())
        assert done.out == block
