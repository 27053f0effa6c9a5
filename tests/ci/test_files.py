"""The files that other services read: hooks for pre-commit, a GitLab template, a Dockerfile."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cjm.cli.app import COMMANDS
from tests.ci.conftest import ROOT, Runner, needs_bash
from tests.cli.conftest import write_map


def load(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


HOOKS = {hook["id"]: hook for hook in load(".pre-commit-hooks.yaml")}
GITLAB = load("ci/gitlab.yml")


def test_the_hooks_run_commands_that_there_are() -> None:
    assert list(HOOKS) == ["cjm-lint", "cjm-fmt", "cjm-render-check"]
    for hook in HOOKS.values():
        program, command, *_ = hook["entry"].split()
        assert (program, command in COMMANDS) == ("cjm", True)
        assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("path", "lint", "fmt", "render"),
    [
        ("upgrade.journey.yaml", True, True, True),
        ("a/旅程.journey.yml", True, True, True),
        ("p/li-na.persona.yaml", True, True, True),
        ("x.library.yaml", True, True, True),
        ("cjm.yaml", True, False, True),
        ("maps/cjm.yml", True, False, True),
        ("brand.theme.yaml", False, False, True),
        ("maps/upgrade.svg", False, False, True),
        ("photo.JPEG", False, False, False),
        ("notacjm.yaml", False, False, False),
        ("x.journey.yaml.bak", False, False, False),
        ("README.md", False, False, False),
    ],
)
def test_the_hooks_see_the_files_that_they_are_about(
    path: str, lint: bool, fmt: bool, render: bool
) -> None:
    # pre-commit searches with Python's `re`.
    seen = [bool(re.search(hook["files"], path)) for hook in HOOKS.values()]

    assert seen == [lint, fmt, render]


@pytest.mark.parametrize("name", HOOKS)
def test_the_hooks_pass_a_clean_map_and_stop_a_broken_one(name: str, tmp_path: Path) -> None:
    hook = HOOKS[name]
    path = write_map(tmp_path)
    words = hook["entry"].split()[1:]
    files = [path.name] if hook.get("pass_filenames", True) else []

    def run(*given: str) -> int:
        return subprocess.run(
            [sys.executable, "-m", "cjm", *given], cwd=tmp_path, check=False, capture_output=True
        ).returncode

    run("fmt", path.name)
    run("render")
    clean = run(*words, *files)
    path.write_text(path.read_text() + "notes: [\n")
    broken = run(*words, *files)

    assert (clean, broken > 0) == (0, True)


@pytest.fixture
def job(runner: Runner) -> Runner:
    runner.env |= {"CI_BUILDS_DIR": str(runner.folder / "builds")}
    runner.env |= {name: each["value"] for name, each in GITLAB["variables"].items()}
    return runner


@needs_bash
def test_the_gitlab_job_leaves_the_reports_it_names(job: Runner) -> None:
    write_map(job.folder / "repo" / "my maps")

    done = job.run("\n".join(GITLAB["cjm-lint"]["script"]))

    reports = GITLAB["cjm-lint"]["artifacts"]["reports"]
    issues = json.loads((job.folder / "repo" / reports["codequality"]).read_bytes())
    assert done.returncode == 0, done.stderr
    assert issues[0]["location"]["path"] == "my maps/walk.journey.yaml"
    assert (job.folder / "repo" / reports["junit"]).read_text().startswith("<?xml")
    assert "warning[missing-business-goal]" in done.stdout


@needs_bash
@pytest.mark.parametrize("name", ["CJM_PATHS", "CJM_PROFILE", "CJM_FAIL_ON"])
@pytest.mark.parametrize(
    "typed", ["$(touch pwned)`touch pwned`", "--config=x", "'\n\"; touch pwned"]
)
def test_no_variable_of_the_gitlab_job_runs_anything(job: Runner, name: str, typed: str) -> None:
    write_map(job.folder / "repo")
    job.env[name] = typed

    done = job.run("\n".join(GITLAB["cjm-lint"]["script"]))

    assert done.returncode == 2
    assert not (job.folder / "repo" / "pwned").exists()


@needs_bash
def test_the_gitlab_job_fails_where_cjm_does(job: Runner) -> None:
    write_map(job.folder / "repo")
    job.env |= {"CJM_FAIL_ON": "warning", "CJM_PATHS": "walk.journey.yaml\n."}

    assert job.run("\n".join(GITLAB["cjm-lint"]["script"])).returncode == 1


def test_the_container_is_slim_pinned_and_not_run_by_root() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")

    images = re.findall(r"^FROM (\S+)", text, re.M)
    assert images
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", each) for each in images)
    assert re.findall(r"^USER (\d+)$", text, re.M)[-1] != "0"
    assert "fonts-noto-cjk" in text
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.M)
    for name in " ".join(copied).split():
        assert (ROOT / name).exists()


def test_all_that_the_container_copies_is_let_through() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    allowed = {
        line[1:]
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }

    copied = " ".join(re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.M)).split()
    assert set(copied) == allowed
