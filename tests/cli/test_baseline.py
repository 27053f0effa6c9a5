from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_map

NAME = "cjm-baseline.json"


def test_a_baseline_hides_today_and_shows_tomorrow(cjm: Run, here: Path) -> None:
    path = write_map(here)

    wrote = cjm("lint", "--write-baseline")
    same = cjm("lint", "--fail-on", "note")
    path.write_text("\n\n" + path.read_text().replace("Looks around", "TODO"))
    new = cjm("lint", "--fail-on", "warning", "--output-format", "concise")

    assert (wrote.code, wrote.out) == (0, f"written    {NAME}\n")
    assert wrote.err.endswith("findings recorded; 'cjm lint' reports what is new from now on\n")
    assert same.code == 0
    assert same.out.startswith("Nothing new in 1 journey")
    assert "known findings hidden by the baseline\n" in same.out
    assert new.code == 1
    assert [line.partition(" ")[2][:25] for line in new.out.splitlines()] == [
        "warning[placeholder-text]"
    ]


def test_what_is_hidden_can_be_shown(cjm: Run, here: Path) -> None:
    write_map(here)
    before = cjm("lint")
    cjm("lint", "--write-baseline")

    assert cjm("lint", "--no-baseline").out == before.out
    report = json.loads(cjm("lint", "--output-format", "json").out)
    assert (report["findings"], report["summary"]["known"] > 3) == ([], True)


def test_it_is_the_same_from_every_folder(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_map(here / "journeys")
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")
    cjm("lint", "--write-baseline")
    written = (here / NAME).read_bytes()

    monkeypatch.chdir(here / "journeys")
    within = cjm("lint")
    again = cjm("lint", "--write-baseline")

    assert within.out.startswith("Nothing new")
    assert again.out == f"unchanged  {(here / NAME).as_posix()}\n"
    assert (here / NAME).read_bytes() == written


def test_what_occurs_no_more_is_told_and_pruned(cjm: Run, here: Path) -> None:
    path = write_map(here)
    cjm("lint", "--write-baseline")
    path.write_text(
        path.read_text().replace("persona: Sam\n", "persona: Sam\ngoal: {business: Sell}\n")
    )

    told = cjm("lint")
    pruned = cjm("lint", "--prune-baseline")

    assert "1 in the baseline occurs no more (--prune-baseline)" in told.out
    assert f"written    {NAME}\n" in pruned.out
    assert pruned.err == f"1 finding dropped from '{NAME}'\n"
    assert "no more" not in cjm("lint").out
    assert "missing-business-goal" not in (here / NAME).read_text()


def test_errors_of_the_format_stay_in_sight(cjm: Run, here: Path) -> None:
    path = write_map(here)
    path.write_text(path.read_text().replace("feeling: 1", "emotion: 1"))

    wrote = cjm("lint", "--write-baseline")

    assert wrote.code == 1
    assert "1 error of the format stays in sight: no baseline can hide it" in wrote.err
    assert "error[unknown-key]" in cjm("lint").out


def test_the_settings_may_name_the_file(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "cjm.yaml").write_text("cjm: workspace/1\nlint: {baseline: known/old.json}\n")

    missing = cjm("lint")
    wrote = cjm("lint", "--write-baseline")

    assert missing.code == 2
    assert "'cjm lint --write-baseline' writes it" in missing.err
    assert wrote.out == "written    known/old.json\n"
    assert cjm("lint").out.startswith("Nothing new")


def test_a_clean_workspace_needs_none(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("lint", "--write-baseline", "--select", "dead-end")

    assert (result.code, result.out) == (0, "")
    assert "nothing to record" in result.err
    assert not (here / NAME).exists()


@pytest.mark.parametrize(
    "content",
    [b"", b'{"cjm": "baseline", "ver', b'{"cjm": "baseline", "version": 9}', b"\x00" * 50, b"[[[["],
)
def test_a_broken_one_stops_the_run_with_one_message(cjm: Run, here: Path, content: bytes) -> None:
    write_map(here)
    (here / NAME).write_bytes(content)

    result = cjm("lint")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: the baseline '{NAME}' cannot be used: ")
    assert result.err.splitlines()[1] == "help: 'cjm lint --write-baseline' writes it anew"


def test_a_link_out_of_the_workspace_is_neither_read_nor_followed(cjm: Run, here: Path) -> None:
    write_map(here / "w")
    outside = here / "secret.json"
    outside.write_text('{"cjm": "baseline", "version": 1, "files": {}}')
    try:
        os.symlink(outside, here / "w" / NAME)
    except OSError:
        pytest.skip("no links here")

    read = cjm("lint", "w")
    write = cjm("lint", "w", "--write-baseline")

    assert (read.code, write.code) == (2, 2)
    assert "leads out of the workspace" in read.err
    assert outside.read_text() == '{"cjm": "baseline", "version": 1, "files": {}}'


def test_a_file_of_somebody_else_is_not_replaced(cjm: Run, here: Path) -> None:
    write_map(here)
    (here / "cjm.yaml").write_text("cjm: workspace/1\nlint: {baseline: package.json}\n")
    (here / "package.json").write_text('{"name": "mine"}')

    result = cjm("lint", "--write-baseline")

    assert result.code == 2
    assert "is there already, and is no baseline" in result.err
    assert (here / "package.json").read_text() == '{"name": "mine"}'


def test_there_must_be_one_to_prune(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("lint", "--prune-baseline")

    assert (result.code, f"there is no baseline '{NAME}' to prune" in result.err) == (2, True)
