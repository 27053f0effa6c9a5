"""The files that other services read: hooks for pre-commit, a Dockerfile."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cjm.cli.app import COMMANDS
from tests.ci.conftest import ROOT
from tests.cli.conftest import write_map


def load(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


HOOKS = {hook["id"]: hook for hook in load(".pre-commit-hooks.yaml")}


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


def test_git_reads_what_is_mounted_into_the_container() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")

    installed = text.index("fonts-noto-cjk git")
    assert text.index("git config --system --add safe.directory '*'") > installed


def test_all_that_the_container_copies_is_let_through() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    allowed = {
        line[1:]
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }

    copied = " ".join(re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.M)).split()
    assert set(copied) == allowed
