"""The files of a commit are read as those on disk are, and nothing is checked out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cjm.workspace.files import UnreadableFile
from cjm.workspace.git import Git, GitError, Repository
from cjm.workspace.load import load
from cjm.workspace.revision import RevisionFiles

PROGRAM = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not PROGRAM, reason="git is not installed")

MAP = "cjm: journey/1\ntitle: Buys bread\nstages: [{name: Shop, steps: [Pays]}]\n"


def run(folder: Path, *words: str) -> None:
    who = {"NAME": "Li Na", "EMAIL": "li.na@example.org"}
    env = {**os.environ, **{f"GIT_{role}_{key}": value for key, value in who.items()
                            for role in ("AUTHOR", "COMMITTER")}}  # fmt: skip
    settings = ("-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main")
    subprocess.run(
        [PROGRAM, *settings, *words], cwd=folder, env=env, check=True, capture_output=True
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with one commit: a workspace in `maps`, a link, and a file outside of it."""
    (tmp_path / "maps" / "inner").mkdir(parents=True)
    (tmp_path / "maps" / "cjm.yaml").write_text("cjm: workspace/1\n")
    (tmp_path / "maps" / "a.journey.yaml").write_text(MAP)
    (tmp_path / "maps" / "inner" / "面 包.journey.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "maps" / "link.journey.yaml").symlink_to("inner/面 包.journey.yaml")
    (tmp_path / "maps" / "out.journey.yaml").symlink_to("/etc/hostname")
    (tmp_path / "other.journey.yaml").write_text(MAP)
    (tmp_path / "maps" / ".gitignore").write_text("draft*\n")
    run(tmp_path, "init", "-q")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-q", "-m", "one")
    return tmp_path


def repository(folder: Path) -> Repository:
    return Git.of(PROGRAM, os.environ).repository(str(folder))


def files(folder: Path, base: str = "") -> RevisionFiles:
    found = repository(folder)
    return RevisionFiles(found, found.commit("HEAD"), base)


def test_what_stands_on_disk_is_not_read(folder: Path) -> None:
    (folder / "maps" / "a.journey.yaml").write_text("changed")
    (folder / "maps" / "new.journey.yaml").write_text(MAP)

    then = files(folder)

    assert then.read("maps/a.journey.yaml") == MAP.encode()
    assert not then.is_file("maps/new.journey.yaml")
    with pytest.raises(FileNotFoundError):
        then.read("maps/new.journey.yaml")


def test_paths_start_from_the_folder_that_asks(folder: Path) -> None:
    inner = files(folder / "maps")

    assert inner.is_file("a.journey.yaml")
    assert inner.is_file("../other.journey.yaml")
    assert inner.is_folder("inner")
    assert not inner.is_file("../../anything")


def test_paths_may_start_from_outside(folder: Path) -> None:
    then = files(folder, base=str(folder.parent))

    assert then.is_file(f"{folder.name}/other.journey.yaml")
    assert then.is_file(str(folder / "other.journey.yaml"))


def test_the_files_below_a_folder_are_walked_in_order(folder: Path) -> None:
    assert list(files(folder).walk("maps", lambda path: True)) == [
        "maps/.gitignore",
        "maps/a.journey.yaml",
        "maps/cjm.yaml",
        "maps/link.journey.yaml",
        "maps/out.journey.yaml",
        "maps/inner/面 包.journey.yaml",
    ]


def test_a_folder_is_not_entered_where_it_is_not_wanted(folder: Path) -> None:
    walked = files(folder).walk("maps", lambda path: not path.endswith("inner"))

    assert "maps/inner/面 包.journey.yaml" not in list(walked)


def test_links_are_followed_within_the_commit_alone(folder: Path) -> None:
    then = files(folder)

    assert then.read("maps/link.journey.yaml") == MAP.encode()
    assert not then.is_file("maps/out.journey.yaml")


def test_links_in_a_ring_end(folder: Path) -> None:
    (folder / "one.yaml").symlink_to("two.yaml")
    (folder / "two.yaml").symlink_to("one.yaml")
    run(folder, "add", "-A")
    run(folder, "commit", "-q", "-m", "ring")

    assert not files(folder).is_file("one.yaml")


def test_a_workspace_is_loaded_as_from_disk(folder: Path) -> None:
    loaded = load(files(folder), ["maps"])

    assert {map.path for _, map in loaded.maps} >= {
        "maps/a.journey.yaml", "maps/inner/面 包.journey.yaml",
    }  # fmt: skip


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    with pytest.raises(UnreadableFile):
        files(folder).read("maps/a.journey.yaml", most=10)


def test_another_repository_within_is_no_file(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    run(other, "init", "-q")
    run(other, "commit", "-q", "--allow-empty", "-m", "one")
    run(folder, "submodule", "add", "-q", str(other), "sub")
    run(folder, "commit", "-q", "-m", "sub")

    then = files(folder)

    assert not then.is_file("sub")
    assert not any(path.startswith("sub") for path in then.walk(".", lambda path: True))


def test_files_that_are_no_part_of_the_walked_folder_are_not_fetched(folder: Path) -> None:
    then = files(folder)
    list(then.walk("maps/inner", lambda path: True))

    then.read("maps/inner/面 包.journey.yaml")

    fetched = set(then._read)
    assert then.id_of("maps/cjm.yaml") not in fetched


def test_a_clone_without_contents_says_so_and_fetches_nothing(folder: Path) -> None:
    run(folder, "config", "uploadpack.allowFilter", "true")
    run(
        folder.parent,
        "clone",
        "-q",
        "--no-checkout",
        "--filter=blob:none",
        f"file://{folder}",
        "part",
    )

    then = files(folder.parent / "part")

    with pytest.raises(UnreadableFile, match="not in this clone"):
        then.read("maps/a.journey.yaml")


@pytest.mark.parametrize(
    "revision",
    ["", "-x", "--output=x", "none", "HEAD^{tree}", "a\0b", "HEAD:maps", "HEAD\nHEAD", "x" * 500],
)
def test_what_is_no_commit_is_refused(folder: Path, revision: str) -> None:
    with pytest.raises(GitError, match="there is no revision"):
        repository(folder).commit(revision)

    assert not (folder / "x").exists()
