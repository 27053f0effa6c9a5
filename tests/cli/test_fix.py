"""`cjm lint --fix`, `--diff`, `--unsafe-fixes` and `--add-ignore`, as typed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from cjm.cli.rewrite import diff_lines, put_diff, rewrite
from cjm.errors import OutputError
from cjm.workspace.files import DiskFiles
from tests.cli.conftest import Run

MAP = """\
# mine
title: Upgrading
persona: Li Na
state: curent
review: {last: 2026-3-1}
stages: [Learn, Use, Leave]
"""
FIXED = MAP.replace("title:", "cjm: journey/1\ntitle:").replace("2026-3-1", "2026-03-01")
DAY = ("--today", "2026-11-22", "--profile", "sketch")
DIFF = """\
--- a.journey.yaml
+++ a.journey.yaml
@@ -1,6 +1,7 @@
 # mine
+cjm: journey/1
 title: Upgrading
 persona: Li Na
 state: curent
-review: {last: 2026-3-1}
+review: {last: 2026-03-01}
 stages: [Learn, Use, Leave]
"""


def write(here: Path, text: str = MAP, name: str = "a.journey.yaml") -> Path:
    path = here / name
    path.write_bytes(text.encode())
    return path


def test_fix_mends_the_file_and_reports_the_rest(cjm: Run, here: Path) -> None:
    path = write(here)

    done = cjm("lint", "--fix", *DAY, "--output-format", "concise")

    assert path.read_bytes().decode() == FIXED
    assert done.err == "fixed 2 findings in 1 file: 1 missing-format-key, 1 wrong-type\n"
    assert done.out.startswith("a.journey.yaml:5:8: error[wrong-type] 'state' of the journey")
    assert done.code == 1


def test_guesses_are_put_in_only_where_they_are_asked_for(cjm: Run, here: Path) -> None:
    path = write(here)

    done = cjm("lint", "--fix", "--unsafe-fixes", *DAY, "--output-format", "concise")

    assert path.read_bytes().decode() == FIXED.replace("curent", "current")
    assert "error" not in done.out
    assert done.code == 0


def test_fixing_once_more_changes_nothing(cjm: Run, here: Path) -> None:
    path = write(here, FIXED)
    before = path.stat().st_mtime_ns

    done = cjm("lint", "--fix", *DAY)

    assert done.err == "nothing to fix for sure; --unsafe-fixes puts in 1 guess\n"
    assert path.stat().st_mtime_ns == before


def test_diff_shows_what_would_change_and_writes_nothing(cjm: Run, here: Path) -> None:
    path = write(here)

    done = cjm("lint", "--fix", "--diff", *DAY)

    assert done.out == DIFF
    assert done.err == "would fix 2 findings in 1 file: 1 missing-format-key, 1 wrong-type\n"
    assert done.code == 1
    assert path.read_bytes().decode() == MAP
    assert cjm("lint", "--diff", *DAY) == done


def test_diff_ends_with_0_where_nothing_would_change(cjm: Run, here: Path) -> None:
    write(here, FIXED)

    done = cjm("lint", "--diff", *DAY)

    assert (done.code, done.out) == (0, "")


def test_standard_input_is_mended_onto_standard_output(installed: Run, here: Path) -> None:
    done = installed("lint", "--fix", "-", *DAY, stdin=b"\xef\xbb\xbf" + MAP.encode())

    assert done.out == "\ufeff" + FIXED
    assert "fixed 2 findings in 1 file" in done.err
    assert "'state' of the journey" in done.err
    assert done.code == 1


def test_standard_input_with_nothing_to_mend_comes_out_as_it_went_in(
    installed: Run, here: Path
) -> None:
    clean = FIXED.replace("curent", "current")

    done = installed("lint", "--fix", "-", *DAY, stdin=clean.encode())

    assert (done.code, done.out) == (0, clean)


def test_files_that_were_not_named_stay_when_standard_input_is_mended(
    installed: Run, here: Path
) -> None:
    now = "cjm: journey/1\ntitle: Now\nstages:\n- {id: s, name: S, pains: Queue}\n"
    path = write(here, now, "now.journey.yaml")
    then = now.replace("title: Now", "title: Then\nstate: future\nbaseline: now\nresolves: queue")

    done = installed("lint", "--fix", "-", *DAY, stdin=then.encode())

    assert path.read_bytes().decode() == now
    assert done.out == then


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mark_line_ends_and_mode_of_the_file_stay(cjm: Run, here: Path, end: str) -> None:
    path = write(here, "\ufeff" + MAP.replace("\n", end).rstrip())
    path.chmod(0o640)

    cjm("lint", "--fix", *DAY)

    assert path.read_bytes().decode() == "\ufeff" + FIXED.replace("\n", end).rstrip()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in here.iterdir() if each.name.endswith(".tmp")] == []


def test_a_file_that_cannot_be_read_is_reported_and_left(cjm: Run, here: Path) -> None:
    path = write(here, "title: [\n")

    done = cjm("lint", "--fix", "--unsafe-fixes", *DAY)

    assert path.read_bytes() == b"title: [\n"
    assert done.code == 1
    assert done.err == "nothing to fix\n"


def test_a_file_that_another_program_changed_meanwhile_is_left(here: Path) -> None:
    one, other = write(here, "a", "1.yaml"), write(here, "other", "2.yaml")
    before, after = {"1.yaml": b"a", "2.yaml": b"b"}, {"1.yaml": b"x", "2.yaml": b"y"}

    with pytest.raises(OutputError, match=r"'2\.yaml' was changed by another program"):
        rewrite(DiskFiles(here), before, after)

    assert (one.read_bytes(), other.read_bytes()) == (b"a", b"other")


def test_a_link_stays_a_link(cjm: Run, here: Path) -> None:
    path = write(here, name="real.journey.yaml")
    os.symlink(path, here / "a.journey.yaml")

    cjm("lint", "--fix", "a.journey.yaml", *DAY)

    assert (here / "a.journey.yaml").is_symlink()
    assert path.read_bytes().decode() == FIXED


def test_what_a_baseline_knows_is_not_mended(cjm: Run, here: Path) -> None:
    path = write(here, MAP.replace("review: {last: 2026-3-1}\n", ""))
    cjm("lint", "--write-baseline", *DAY)

    cjm("lint", "--fix", *DAY)

    assert "cjm: journey/1" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", ["missing-format-key", "structure"])
def test_what_is_not_selected_is_not_mended(cjm: Run, here: Path, rule: str) -> None:
    path = write(here)

    cjm("lint", "--fix", "--ignore", rule, *DAY)

    assert "cjm: journey/1" not in path.read_text(encoding="utf-8")


def test_comments_silence_what_is_found_today(cjm: Run, here: Path) -> None:
    path = write(here, FIXED.replace("curent", "current"))

    added = cjm("lint", "--add-ignore", "agreed in March", *DAY[:2], "--profile", "strict")
    again = cjm("lint", *DAY[:2], "--profile", "strict", "--notes")

    assert "cjm: ignore-file[" in path.read_text(encoding="utf-8")
    assert added.err.startswith("silenced ")
    assert again.out.startswith("The journey is clean")


def test_what_is_not_legal_is_not_silenced(cjm: Run, here: Path) -> None:
    text = FIXED.replace("[Learn, Use, Leave]", "[{name: Learn, pains: Queue}]")
    path = write(here, text)

    done = cjm("lint", "--add-ignore", "agreed in March", *DAY)

    assert path.read_text(encoding="utf-8") == text
    assert done.err == "nothing to silence\n1 finding cannot be silenced: 1 wrong-type\n"
    assert done.code == 1


def test_comments_of_a_diagram_are_its_own(cjm: Run, here: Path) -> None:
    text = "journey\n    title T\n    section S\n      Do: 7: Me\n"
    path = write(here, text, "a.mmd")

    cjm("lint", "a.mmd", "--add-ignore", "so it is drawn", *DAY)

    comment = "      %% cjm: ignore[mermaid-reading]: so it is drawn\n"
    assert path.read_text(encoding="utf-8") == text.replace("      Do", comment + "      Do")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--unsafe-fixes",), "--unsafe-fixes says what --fix may do"),
        (("--fix", "--add-ignore", "x"), "--add-ignore silences what --fix would mend"),
        (("--add-ignore", " "), "--add-ignore needs a reason of one line"),
        (("--add-ignore", "a\nb"), "--add-ignore needs a reason of one line"),
        (("--add-ignore", "\x1b[31m"), "--add-ignore needs a reason of one line"),
    ],
)
def test_options_that_do_not_go_together_are_told(cjm: Run, here: Path, words, message) -> None:
    write(here)

    done = cjm("lint", *words)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {message}\nhelp: ")


def test_a_diff_says_where_a_line_has_no_end() -> None:
    lines = "".join(diff_lines("a", "x\ny", "x\nz\n"))

    assert lines == ("--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n")


def test_a_diff_breaks_no_line_where_patch_would_not() -> None:
    lines = list(diff_lines("a", "x\u2028y\x0cz\n", "x\u2028y\x0cw\n"))

    assert lines[-2:] == ["-x\u2028y\x0cz\n", "+x\u2028y\x0cw\n"]


def test_a_diff_in_the_log_of_a_build_holds_no_command(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    before, after = (
        {"a": b"::error::x\n##[add-mask]y\nz\n"},
        {"a": b"::error::x\n##[add-mask]y\nw\n"},
    )

    put_diff(before, after)
    piped = capsysbinary.readouterr().out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    put_diff(before, after)
    logged = capsysbinary.readouterr().out

    assert b"\n ::error::x\n ##[add-mask]y\n-z\n" in piped
    assert b"\n \\x3a:error::x\n \\x23#[add-mask]y\n-z\n" in logged
