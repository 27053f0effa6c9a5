"""`cjm git` sets up, in one repository, drivers that show what changes and merge by item."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from .conftest import Run
from .repositories import MAP, Repository, path_with_cjm

NAMES = ("walk.journey.yaml", "my 'maps'/it \"is\".journey.yaml", "-o 升级.journey.yaml")


@pytest.fixture(autouse=True)
def search_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git starts the cjm under test."""
    monkeypatch.setenv("PATH", path_with_cjm())
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(here: Path) -> Repository:
    return Repository.made(here)


def test_install_shows_what_it_writes_and_writes_no_attributes_unasked(
    repository: Repository, cjm: Run
):
    result = cjm("git", "install")

    assert result.code == 0
    assert "merge.cjm.driver = cjm git merge-driver -- %O %A %B %L %P" in result.out
    assert "*.journey.yaml diff=cjm merge=cjm" in result.out
    assert repository.git("config", "--local", "merge.cjm.driver").startswith(
        "cjm git merge-driver"
    )
    assert not (repository.folder / ".gitattributes").exists()


def test_a_dry_run_writes_nothing(repository: Repository, cjm: Run):
    before = repository.config

    result = cjm("git", "install", "--dry-run", "--write-attributes")

    assert "would write" in result.out
    assert repository.config == before
    assert not (repository.folder / ".gitattributes").exists()


def test_install_twice_is_install_once(repository: Repository, cjm: Run):
    cjm("git", "install", "--write-attributes")
    before = repository.config, (repository.folder / ".gitattributes").read_bytes()

    result = cjm("git", "install", "--write-attributes")

    assert result.code == 0
    assert "there already" in result.out
    assert (repository.config, (repository.folder / ".gitattributes").read_bytes()) == before


def test_uninstall_removes_exactly_what_install_wrote(repository: Repository, cjm: Run):
    attributes = repository.write(".gitattributes", "*.png binary\r\n*.svg text")
    before = repository.config, attributes.read_bytes()
    cjm("git", "install", "--write-attributes")

    result = cjm("git", "uninstall")

    assert result.code == 0
    assert repository.config == before[0]
    assert attributes.read_bytes().rstrip(b"\r\n") == before[1]


def test_uninstall_leaves_no_empty_file_behind(repository: Repository, cjm: Run):
    cjm("git", "install", "--write-attributes")

    cjm("git", "uninstall")

    assert not (repository.folder / ".gitattributes").exists()
    assert "nothing to remove" in cjm("git", "uninstall").out


def test_what_somebody_else_set_stays(repository: Repository, cjm: Run):
    repository.git("config", "diff.cjm.command", "their-tool")

    installed = cjm("git", "install")
    removed = cjm("git", "uninstall")

    assert installed.code == 2
    assert "diff.cjm.command" in installed.err
    assert "kept: diff.cjm.command = their-tool" in removed.out
    assert (
        repository.git("config", "--local", "--get-regexp", "cjm")
        == "diff.cjm.command their-tool\n"
    )


def test_an_attributes_file_that_is_a_link_is_left_alone(
    repository: Repository, cjm: Run, tmp_path_factory: pytest.TempPathFactory
):
    outside = tmp_path_factory.mktemp("outside") / "profile"
    outside.write_text("mine")
    (repository.folder / ".gitattributes").symlink_to(outside)

    result = cjm("git", "install", "--write-attributes")

    assert result.code == 2
    assert "no regular file" in result.err
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_without_a_repository_it_says_so(here: Path, cjm: Run, command: str):
    result = cjm("git", command)

    assert result.code == 2
    assert "error: this folder is in no git repository" in result.err


def test_in_a_bare_repository_it_says_so(here: Path, cjm: Run):
    Repository(here).git("init", "-q", "--bare")

    result = cjm("git", "install")

    assert result.code == 2
    assert "is in no working tree" in result.err


def test_without_git_it_says_so(repository: Repository, cjm: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(repository.folder))

    result = cjm("git", "install")

    assert result.code == 2
    assert "git is not installed" in result.err


def ready(repository: Repository, cjm: Run, name: str = NAMES[0], text: str = MAP) -> None:
    """Install the drivers, and commit a map."""
    cjm("git", "install", "--write-attributes")
    repository.write(name, text)
    repository.commit("base")


@pytest.mark.parametrize("name", NAMES)
def test_two_branches_edits_of_one_map_merge_by_item(repository: Repository, cjm: Run, name: str):
    ready(repository, cjm, name)
    repository.git("checkout", "-q", "-b", "other")
    repository.change(name, ("Compares plans", "Looks at plans"))
    repository.commit("rename")
    repository.git("checkout", "-q", "main")
    repository.change(name, ("feeling: -2", "feeling: {level: -2, label: lost}"))
    repository.commit("annotate")

    repository.git("merge", "-q", "other", "-m", "both")

    wanted = MAP.replace("Compares plans", "Looks at plans")
    assert (repository.folder / name).read_text() == wanted.replace(
        "feeling: -2", "feeling: {level: -2, label: lost}"
    )


def test_one_field_changed_two_ways_is_a_conflict_of_that_field(repository: Repository, cjm: Run):
    ready(repository, cjm)
    repository.git("checkout", "-q", "-b", "other")
    repository.change(NAMES[0], ("severity: 3", "severity: 5"), ("feeling: 1", "feeling: 2"))
    repository.commit("worse")
    repository.git("checkout", "-q", "main")
    repository.change(NAMES[0], ("severity: 3", "severity: 4"))
    repository.commit("bad")

    told = repository.git("merge", "other", code=1)

    assert "both branches changed stages › Buy › steps › Pays › pains › Queue › severity" in told
    mark = "<<<<<<< ours\n            severity: 4\n=======\n            severity: 5\n>>>>>>> theirs"
    wanted = MAP.replace("            severity: 3", mark).replace("feeling: 1", "feeling: 2")
    assert (repository.folder / NAMES[0]).read_text() == wanted


def test_what_cannot_be_merged_by_item_is_left_to_git(repository: Repository, cjm: Run):
    anchors = MAP.replace("touchpoints: Plan page", "touchpoints: &page Plan page")
    anchors = anchors.replace("feeling: 1", "touchpoints: *page")
    ready(repository, cjm, text=anchors)
    repository.git("checkout", "-q", "-b", "other")
    repository.change(NAMES[0], ("severity: 3", "severity: 5"))
    repository.commit("worse")
    repository.git("checkout", "-q", "main")
    repository.change(NAMES[0], ("title: Upgrade", "title: Upgrading"))
    repository.commit("title")

    told = repository.git("merge", "other", "-m", "both")

    assert "is merged by line, not by item: it uses anchors, aliases or tags" in told
    wanted = anchors.replace("severity: 3", "severity: 5").replace(
        "title: Upgrade", "title: Upgrading"
    )
    assert (repository.folder / NAMES[0]).read_text() == wanted


@pytest.mark.parametrize("name", NAMES)
def test_git_diff_says_what_changes(repository: Repository, cjm: Run, name: str):
    ready(repository, cjm, name)
    repository.change(name, ("severity: 3", "severity: 5"))

    told = repository.git("diff")

    assert "pain worse: 'Queue', severity 3 → 5" in told
    assert "Worse for the customer" in told


def test_git_log_shows_an_outline(repository: Repository, cjm: Run):
    ready(repository, cjm)
    repository.change(NAMES[0], ("severity: 3", "severity: 5"))
    repository.commit("worse")

    told = repository.git("log", "-p", "-1")

    assert "-      pain: Queue (severity 3)\n+      pain: Queue (severity 5)" in told


def test_git_diff_goes_on_where_a_file_holds_no_map(repository: Repository, cjm: Run):
    ready(repository, cjm)
    repository.write("broken.journey.yaml", "stages: [\n")
    repository.write("gone.journey.yaml")
    repository.commit("broken")
    repository.write("broken.journey.yaml", "stages: [\x1b]0;owned\x07\n")
    (repository.folder / "gone.journey.yaml").unlink()
    repository.write("walk.journey.yaml", MAP.replace("title: Upgrade", "title: Upgrading"))

    told = repository.git("diff")

    assert "-stages: [\n+stages: [\\x1b]0;owned\\x07" in told
    assert "gone.journey.yaml: map gone" in told
    assert "Upgrade → Upgrading" in told


def test_nothing_that_the_repository_names_runs(repository: Repository, cjm: Run):
    trap = repository.write("trap.sh", f"#!/bin/sh\ntouch '{repository.folder}/sprung'\n")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    for name in ("core.fsmonitor", "core.pager", "core.editor", "diff.external", "alias.config",
                 "core.sshCommand", "credential.helper", "gpg.program"):  # fmt: skip
        repository.git("config", name, str(trap))
    hooks = repository.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("pre-commit", "post-index-change", "reference-transaction"):
        os.symlink(trap, hooks / hook)
    repository.write(NAMES[0])

    codes = [cjm("git", "install", "--write-attributes").code, cjm("git", "uninstall").code]

    assert codes == [0, 0]
    assert not (repository.folder / "sprung").exists()


def test_in_a_worktree_and_below_the_root_it_is_the_same_repository(
    repository: Repository, cjm: Run, monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
):  # fmt: skip
    repository.write("deep/er/walk.journey.yaml")
    repository.commit("base")
    tree = tmp_path_factory.mktemp("trees") / "a tree"
    repository.git("worktree", "add", "-q", "--detach", str(tree))
    monkeypatch.chdir(tree / "deep" / "er")

    result = cjm("git", "install", "--write-attributes")

    assert result.code == 0
    assert b"cjm git merge-driver" in repository.config
    assert (tree / ".gitattributes").exists()


def test_in_a_submodule_it_is_the_submodule_alone(
    repository: Repository, cjm: Run, monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
):  # fmt: skip
    inner = Repository.made(tmp_path_factory.mktemp("inner"))
    inner.write(NAMES[0])
    inner.commit("base")
    repository.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.folder), "part"
    )
    before = repository.config
    monkeypatch.chdir(repository.folder / "part")

    result = cjm("git", "install")

    assert result.code == 0
    assert repository.config == before
    assert "merge-driver" in (repository.folder / ".git/modules/part/config").read_text()


def test_where_cjm_is_not_on_the_path_its_python_is_named(
    repository: Repository, cjm: Run, monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
):  # fmt: skip
    """Git starts it in the repository: what lies there is not imported."""
    folder = tmp_path_factory.mktemp("bin")
    found = shutil.which("git")
    assert found is not None
    (folder / "git").symlink_to(found)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    repository.write("cjm/__main__.py", "open('sprung', 'w')")
    repository.write("cjm/__init__.py", "open('sprung', 'w')")

    installed = cjm("git", "install", "--write-attributes")
    repository.write(NAMES[0])
    repository.commit("base")
    repository.change(NAMES[0], ("severity: 3", "severity: 5"))
    told = repository.git("diff")
    removed = cjm("git", "uninstall")

    assert "-P -m cjm git merge-driver" in installed.out
    assert "severity 3 → 5" in told
    assert not (repository.folder / "sprung").exists()
    assert "merge.cjm.driver" in removed.out


def test_git_diff_shows_lines_where_comments_alone_differ(repository: Repository, cjm: Run):
    ready(repository, cjm)
    repository.change(NAMES[0], ("# first", "# the first"))

    told = repository.git("diff")

    assert "+      - name: Compares plans   # the first" in told


def test_git_diff_shows_lines_where_part_of_a_map_cannot_be_read(repository: Repository, cjm: Run):
    ready(repository, cjm)
    repository.change(NAMES[0], ("severity: 3", "severity: high"))

    told = repository.git("diff")

    assert "+            severity: high" in told


def test_git_diff_names_both_paths_of_a_renamed_map(repository: Repository, cjm: Run):
    ready(repository, cjm)
    repository.git("mv", NAMES[0], "run.journey.yaml")
    repository.change("run.journey.yaml", ("severity: 3", "severity: 5"))

    told = repository.git("diff", "-M", "HEAD")

    assert "walk.journey.yaml → run.journey.yaml" in told
    assert "severity 3 → 5" in told


def test_a_conflict_may_be_settled_and_merged_again(repository: Repository, cjm: Run):
    """Git starts the driver for a rebase too, with labels and marker sizes of its own."""
    ready(repository, cjm)
    repository.git("checkout", "-q", "-b", "other")
    repository.change(NAMES[0], ("Asks a friend", "Asks friends"))
    repository.commit("rename")
    repository.git("checkout", "-q", "main")
    repository.change(
        NAMES[0], ("        feeling: 1\n", "        feeling: 1\n        goal: Trust\n")
    )
    repository.commit("goal")

    repository.git("rebase", "-q", "main", "other")

    wanted = MAP.replace("Asks a friend", "Asks friends")
    assert (repository.folder / NAMES[0]).read_text() == wanted.replace(
        "        feeling: 1\n", "        feeling: 1\n        goal: Trust\n"
    )
