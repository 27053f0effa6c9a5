"""Types, style and layers hold, and prose names only what is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS = {
    "types": [str(BIN / "mypy")],
    "style": [str(BIN / "ruff"), "check", "cjm", "tests", "benchmarks"],
    "format": [str(BIN / "ruff"), "format", "--check", "cjm", "tests", "benchmarks"],
    "layers": [str(BIN / "lint-imports")],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CHECKS)
def test_the_code_passes(name: str) -> None:
    done = subprocess.run(
        CHECKS[name], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_every_path_that_prose_names_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)\s#]+)", text)
    code = re.findall(r"`((?:cjm|tests|examples|schemas|templates|benchmarks)/[\w./-]*)`", text)

    named = [*links, *(path for path in code if not re.search(r"[A-Z]{3,}", path))]

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    (command,) = re.findall(r"^(python3 -m venv .*pytest)$", readme, re.M)
    plain = ci.replace("install -q -e", "install -e")

    assert command in plain


def test_the_repository_speaks_of_the_product_only() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("this is no git checkout, so there is no list of files")
    strange = re.compile(
        r"(?<![\w./-])/(?:root|home|Users)/\w+|python" + r"hosted\.|registry\.npm" + r"js\."
    )

    found = [
        name
        for name in listed.stdout.splitlines()
        if (ROOT / name).is_file() and name != "tests/test_quality.py"
        and strange.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]  # fmt: skip

    assert found == []
