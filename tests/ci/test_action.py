"""The steps of action.yml, run by the script that the action runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import INJECTED, ROOT, Runner, needs_bash, outputs
from tests.cli.conftest import write_map

SCRIPT = ROOT / "ci" / "action.sh"
ACTION: dict[str, Any] = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]


def test_no_step_writes_an_input_into_its_script() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert step.get("shell", "bash") == "bash"


def test_every_step_that_runs_is_a_step_of_the_script() -> None:
    prefix = '"$GITHUB_ACTION_PATH/ci/action.sh" '
    words = [step["run"].removeprefix(prefix) for step in STEPS if "run" in step]

    assert words == ["install", "lint", "comment lint", "diff", "comment diff"]
    assert SCRIPT.stat().st_mode & 0o111


def test_every_input_is_used_and_every_variable_is_read() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    script = SCRIPT.read_text(encoding="utf-8")

    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in text
    for name in {name for step in STEPS for name in step.get("env", {})} - {"GH_TOKEN"}:
        assert name in script


def test_the_action_of_others_is_pinned_to_a_version() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]

    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", each) for each in used)


@needs_bash
def test_lint_annotates_and_leaves_reports_for_the_next_steps(action: Runner) -> None:
    write_map(action.folder / "repo" / "my maps")

    done = action.run(SCRIPT, "lint")

    handed = outputs(action)
    assert done.returncode == 0, done.stderr
    assert "::warning file=my maps/walk.journey.yaml,line=2" in done.stdout
    assert json.loads(Path(handed["sarif-file"]).read_bytes())["version"] == "2.1.0"
    assert (action.folder / "summary").read_text() == Path(handed["markdown-file"]).read_text()


@needs_bash
def test_inputs_reach_the_command_as_they_were_typed(action: Runner) -> None:
    write_map(action.folder / "repo" / "a b", "one")
    write_map(action.folder / "repo", "two")
    action.env |= {
        "CJM_PATHS": "a b/one.journey.yaml\r\n\n*.journey.yaml\n",
        "CJM_PROFILE": "strict",
        "CJM_FAIL_ON": "warning",
    }

    done = action.run(SCRIPT, "lint")

    assert done.returncode == 1
    assert "file=a b/one.journey.yaml" in done.stdout
    assert "file=two.journey.yaml" in done.stdout


@needs_bash
@pytest.mark.parametrize("name", ["CJM_PATHS", "CJM_PROFILE", "CJM_FAIL_ON"])
@pytest.mark.parametrize("typed", [INJECTED, "--config=x", "-h"])
def test_no_input_runs_anything_or_becomes_an_option(action: Runner, name: str, typed: str) -> None:
    write_map(action.folder / "repo")
    action.env[name] = typed

    done = action.run(SCRIPT, "lint")

    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert not (action.folder / "repo" / "pwned").exists()
    assert not (action.folder / "output").exists()


@needs_bash
def test_install_says_which_python_it_needs(action: Runner) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3", "python"):
        action.program(action.programs / name, "#!/bin/sh\nexit 1\n")

    done = action.run(SCRIPT, "install")

    assert done.returncode == 1
    assert done.stdout.startswith("::error title=cjm::cjm needs Python 3.11 or newer")


@needs_bash
def test_install_puts_cjm_of_the_action_where_lint_looks_for_it(action: Runner) -> None:
    log = action.folder / "log"
    fake = '#!/bin/sh\ncase "$2" in -c) exit 0;; esac\necho "$@" >> "' + str(log) + '"\n'
    action.program(action.programs / "python3.13", fake)
    action.program(action.folder / "temp" / "cjm" / "venv" / "bin" / "python", fake)

    done = action.run(SCRIPT, "install")

    venv, pip = log.read_text().splitlines()
    assert done.returncode == 0
    assert venv == f"-I -m venv {action.folder}/temp/cjm/venv"
    assert pip.startswith("-I -m pip install ")
    assert pip.endswith(f" {ROOT}")


@needs_bash
def test_the_script_knows_its_steps(action: Runner) -> None:
    for words in (["other"], ["say", "error"], ["comment"], ["comment", "other"], ["lint", "diff"]):
        assert action.run(SCRIPT, *words).returncode == 2
