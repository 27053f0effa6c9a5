"""`cjm lint` keeps what it found, safely, and needs little to say it again."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cjm.cli import lint_cache

from .conftest import COMMAND, Run

MAP = "cjm: journey/1\ntitle: A\nstages: [{name: A, steps: [{name: Looks}]}]\n"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own for caches."""
    place = tmp_path / "user-cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    return place / "cjm"


@pytest.fixture
def maps(here: Path) -> Path:
    place = here / "maps"
    place.mkdir()
    (place / "cjm.yaml").write_text("cjm: workspace/1\n")
    (place / "a.journey.yaml").write_text(MAP)
    return place


def test_a_second_run_says_the_same(cjm: Run, maps: Path, own_cache: Path) -> None:
    first = cjm("lint", "maps", "--notes")

    assert (maps / ".cjm_cache").is_dir()
    assert cjm("lint", "maps", "--notes") == first
    assert cjm("lint", "maps", "--notes", "--no-cache") == first


def test_no_cache_writes_none(cjm: Run, maps: Path, own_cache: Path) -> None:
    cjm("lint", "maps", "--no-cache")

    assert not (maps / ".cjm_cache").exists()


def test_an_unchanged_workspace_needs_neither_models_nor_the_parser(
    cjm: Run, maps: Path, own_cache: Path
) -> None:
    """What is imported is most of a run."""
    cjm("lint", "maps")
    code = (
        "import sys, cjm.cli.app as app; app.run(['lint', 'maps']);"
        "print([name for name in ('pydantic', 'ruamel.yaml', 'rapidfuzz', 'cjm.lint.engine',"
        " 'cjm.model.journey', 'jinja2', 'rich') if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr.splitlines()[-1] == "[]"


def test_the_key_is_for_this_user_alone(own_cache: Path) -> None:
    first = lint_cache.lint_cache()

    assert first is not None
    assert len(first.key) == 32
    assert stat.S_IMODE((own_cache / "lint.key").stat().st_mode) == 0o600
    assert lint_cache.lint_cache() == first
    assert [each.name for each in own_cache.iterdir()] == ["lint.key"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
@pytest.mark.parametrize("spoil", ["readable", "short", "link", "folder"])
def test_a_key_that_somebody_else_may_know_or_have_put_there_is_none(
    own_cache: Path, spoil: str
) -> None:
    lint_cache.lint_cache()
    path = own_cache / "lint.key"
    content = path.read_bytes()

    if spoil == "readable":
        path.chmod(0o644)
    elif spoil == "short":
        path.write_bytes(content[:5])
    else:
        path.unlink()
        if spoil == "folder":
            path.mkdir()
        else:
            (own_cache / "other").write_bytes(content)
            (own_cache / "other").chmod(0o600)
            path.symlink_to(own_cache / "other")

    assert lint_cache.lint_cache() is None


def test_without_a_folder_of_the_user_nothing_is_kept(
    cjm: Run, maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint_cache, "user_cache", lambda: None)

    assert cjm("lint", "maps").code == 1
    assert not (maps / ".cjm_cache").exists()


def test_the_sign_of_the_code_changes_with_every_file_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "cjm" / "cli"
    package.mkdir(parents=True)
    (package / "lint_cache.py").write_text("")
    (tmp_path / "cjm" / "words.txt").write_text("one")
    monkeypatch.setattr(lint_cache, "__file__", str(package / "lint_cache.py"))
    before = lint_cache._build()

    assert lint_cache._build() == before
    (tmp_path / "cjm" / "words.txt").write_text("two")
    assert lint_cache._build() != before


def test_runs_at_the_same_time_do_not_disturb_each_other(maps: Path, own_cache: Path) -> None:
    for number in range(10):
        (maps / f"m{number}.journey.yaml").write_text(MAP)
    words = [*COMMAND, "lint", "maps", "--output-format", "json"]

    running = [subprocess.Popen(words, stdout=subprocess.PIPE) for _ in range(5)]
    texts = {process.communicate(timeout=120)[0] for process in running}

    assert len(texts) == 1
    assert subprocess.run(words, capture_output=True, check=False).stdout in texts
    assert list((maps / ".cjm_cache").glob("*.tmp")) == []
