"""What holds for every command: exit codes, streams, mistyped words, interruptions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cjm import __version__
from tests.cli.conftest import COMMAND, Run, environment, write_map


def test_the_version_is_told_without_importing_anything_else(installed: Run) -> None:
    code = "import sys; from cjm.cli import main; main(['--version']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    told, modules = done.stdout.splitlines()

    assert told == f"cjm {__version__}"
    ours = {name for name in modules.split() if name.startswith(("cjm", "typer", "pydantic"))}
    assert ours == {"cjm", "cjm.cli"}
    assert "typing" not in modules.split()


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("--debug", "--version")])
def test_the_version_can_be_asked_in_several_ways(installed: Run, words: tuple[str, ...]) -> None:
    result = installed(*words)

    assert (result.code, result.out, result.err) == (0, f"cjm {__version__}\n", "")


def test_no_word_at_all_shows_the_help_and_is_a_usage_error(cjm: Run) -> None:
    result = cjm()

    assert result.code == 2
    assert result.out == ""
    assert "Usage: cjm" in result.err


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("help",)])
def test_help_lists_every_command(cjm: Run, words: tuple[str, ...]) -> None:
    result = cjm(*words)

    assert result.code == 0
    for name in ("lint", "explain", "rules", "render", "import", "init", "schema", "doctor"):
        assert f"\n  {name}" in result.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("lnt",), "there is no command 'cjm lnt'; did you mean 'lint'?"),
        (("rend",), "there is no command 'cjm rend'; did you mean 'render'?"),
        (
            ("import", "mermade"),
            "there is no command 'cjm import mermade'; did you mean 'mermaid'?",
        ),
        (
            ("lint", "--profil", "x"),
            "'cjm lint' has no option '--profil'; did you mean '--profile'?",
        ),
        (("lint", "--zzz"), "'cjm lint' has no option '--zzz'"),
        (("lint", "--profile", "strct"), "--profile has no choice 'strct'; did you mean 'strict'?"),
        (("lint", "--fail-on", "never"), "--fail-on has no choice 'never'"),
        (("lint", "--select", "missing-stat"), "there is no rule 'missing-stat'; did you mean"),
        (("lint", "nowhere"), "there is no file or folder 'nowhere'"),
        (("lint", "*.journey.yml"), "no file matches '*.journey.yml'"),
        (("render", "-f", "pdf"), "cjm draws no 'pdf'"),
        (
            ("render", "--lanes", "exective"),
            "there is no lane 'exective'; did you mean 'executive'?",
        ),
        (("explain",), "missing argument"),
        (("schema", "jorney"), "KIND has no choice 'jorney'; did you mean 'journey'?"),
        (("init", "--example", "5g"), "there is no example '5g'; did you mean '5g-upgrade'?"),
    ],
)
def test_a_usage_error_is_one_sentence_on_stderr(
    cjm: Run, here: Path, words: tuple[str, ...], message: str
) -> None:
    write_map(here)

    result = cjm(*words)

    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert lines[0].startswith(f"error: {message}")
    assert len(lines) <= 2
    assert not lines[1:] or lines[1].startswith("help: ")


@pytest.mark.parametrize("command", ["lint", "render"])
def test_where_there_is_no_map_nothing_is_called_clean(cjm: Run, here: Path, command: str) -> None:
    (here / "compose.yaml").write_text("services: {}\n")

    result = cjm(command)

    assert (result.code, result.out) == (2, "")
    assert "no journey map found here" in result.err


def test_a_workspace_without_a_map_is_not_called_clean(cjm: Run, here: Path) -> None:
    (here / "cjm.yaml").write_text("cjm: workspace/1\n")

    assert cjm("lint").code == 2
    assert cjm("render").code == 2


def test_a_mistake_of_cjm_says_how_to_report_it(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("\x1b[31mno such number")

    write_map(here)
    monkeypatch.setattr("cjm.lint.cached.lint_paths", fail)

    plain, debug = cjm("lint"), cjm("lint", "--debug")

    assert plain.code == debug.code == 3
    assert plain.out == ""
    first, second = plain.err.splitlines()
    assert first.startswith(
        f"error: this is a bug in cjm {__version__}: ZeroDivisionError: \\x1b[31m"
    )
    assert "report it" in second
    assert "Traceback" not in plain.err
    assert "Traceback" in debug.err
    assert "\x1b" not in debug.err


def test_ctrl_c_ends_with_130_and_no_word(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    write_map(here)
    monkeypatch.setattr("cjm.lint.cached.lint_paths", interrupt)

    result = cjm("lint")

    assert (result.code, result.out, result.err) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPIPE to speak of")
def test_a_broken_pipe_ends_quietly_and_not_as_clean(here: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "schema"],
        cwd=here, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None

    # Long before anything is written: starting takes a while.
    process.stdout.close()

    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_told(here: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "schema"], cwd=here, stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 2
    assert done.stderr.startswith(b"error: standard output cannot be written: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["version"], "cjm --version"),
        (["lnt"], "lint"),
        (["import", "a.mmd"], "cjm import mermaid a.mmd"),
    ],
)
def test_what_was_likely_meant_is_offered(cjm: Run, words: list[str], meant: str) -> None:
    result = cjm(*words)

    assert result.code == 2
    assert f"did you mean '{meant}'?" in result.err


def test_a_word_that_begins_with_dashes_can_be_a_path(cjm: Run, here: Path) -> None:
    write_map(here, "--debug")

    result = cjm("lint", "--profile", "sketch", "--", "--debug.journey.yaml")

    assert (result.code, result.out) == (
        0,
        "The journey is clean · evidence behind 0 of 3 claims (0 %)\n",
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands_and_rules(installed: Run, shell: str) -> None:
    script = installed(
        "--show-completion", shell, env={"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    )
    words = {"bash": {"COMP_WORDS": "cjm explain missing-st", "COMP_CWORD": "2"}}

    assert "_CJM_COMPLETE" in script.out
    if shell in words:
        done = installed(env={"_CJM_COMPLETE": f"complete_{shell}", **words[shell]})
        assert done.out.split() == ["missing-state"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&- <&-", 0)])
def test_a_stream_that_is_closed_is_no_mistake(here: Path, closed: str, code: int) -> None:
    write_map(here)

    done = subprocess.run(
        f"{' '.join(COMMAND)} lint {closed}", shell=True, cwd=here, env=environment(), check=False
    )

    assert done.returncode == code
