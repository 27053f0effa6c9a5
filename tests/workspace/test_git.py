"""Git is read, never written, and starts nothing that a repository names."""

from __future__ import annotations

import datetime
import os
import pickle
import shutil
import subprocess
from pathlib import Path

import pytest

from cjm.workspace.git import NEEDED, Git, GitError, Repository

PROGRAM = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not PROGRAM, reason="git is not installed")
REVIEW = datetime.date(2026, 10, 12)
_WHO = {"GIT_AUTHOR_NAME": "Li Na", "GIT_AUTHOR_EMAIL": "li.na@example.org",
        "GIT_COMMITTER_NAME": "Li Na", "GIT_COMMITTER_EMAIL": "li.na@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}  # fmt: skip


def run(folder: Path, *arguments: str, day: str = "2026-10-01") -> str:
    """Run git as a user does."""
    when = f"{day}T12:00:00Z"
    env = {**os.environ, **_WHO, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        env.pop(name, None)
    done = subprocess.run(
        [PROGRAM, "-c", "protocol.file.allow=always", *arguments],
        cwd=folder, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def commit(folder: Path, day: str, **texts: str) -> str:
    """Write files (`__` stands for a stroke), commit them on `day`, and return the id."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    run(folder, "add", "-A")
    run(folder, "commit", "-q", "--allow-empty", "-m", day, day=day)
    return run(folder, "rev-parse", "HEAD")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "repository"
    made.mkdir()
    run(made, "init", "-q", "-b", "main")
    return made


def opened(folder: Path, **variables: str) -> Repository:
    return Git.of(PROGRAM, {**os.environ, **variables}).repository(str(folder))


def test_a_repository_is_found_from_a_folder_in_it(folder: Path) -> None:
    commit(folder, "2026-10-01", maps__a="1")

    found = opened(folder / "maps")

    assert Path(found.root).samefile(folder)
    assert found.prefix == "maps/"


def test_a_folder_in_no_repository_says_so(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="is in no git repository"):
        opened(tmp_path)


def test_variables_of_a_hook_do_not_lead_elsewhere(folder: Path, tmp_path: Path) -> None:
    commit(folder, "2026-10-01", a="1")

    found = opened(folder, GIT_DIR=str(tmp_path / "elsewhere"), GIT_WORK_TREE=str(tmp_path))

    assert Path(found.root).samefile(folder)
    assert not [name for name in NEEDED if name.startswith("GIT")]


def test_a_revision_becomes_the_id_of_its_commit(folder: Path) -> None:
    id = commit(folder, "2026-10-01", a="1")
    run(folder, "tag", "-a", "v1", "-m", "first")

    assert [opened(folder).commit(each) for each in ("HEAD", "main", "v1", id[:9])] == [id] * 4


@pytest.mark.parametrize(
    "revision",
    [
        "nowhere",
        "",
        "--output=stolen",
        "-h",
        "--all",
        "HEAD\0",
        "HEAD:a",
        "HEAD\nHEAD",
        "--",
        "a b",
    ],
)
def test_what_names_no_commit_is_refused(folder: Path, revision: str) -> None:
    commit(folder, "2026-10-01", a="1")

    with pytest.raises(GitError, match="there is no revision"):
        opened(folder).commit(revision)

    assert not (folder / "stolen").exists()


def test_a_tree_lists_all_files_whatever_they_are_called(folder: Path) -> None:
    odd = {"名字.yaml", "a\nb", "a\tb", '"q"', "-x", "deep__er"}
    id = commit(folder, "2026-10-01", **dict.fromkeys(odd, "1"))

    entries = opened(folder / "deep").tree(id)

    assert {each.path for each in entries} == {each.replace("__", "/") for each in odd}
    assert {each.mode for each in entries} == {"100644"}


def test_blobs_come_through_one_process_and_large_ones_are_left_out(folder: Path) -> None:
    id = commit(folder, "2026-10-01", a="one\n", b="", c="x" * 101, d="bytes \x00\r\n\n")
    repository = opened(folder)
    ids = {each.path: each.id for each in repository.tree(id)}

    found = repository.blobs([*ids.values(), id, "0" * 40], most=100)

    assert {path: found.get(blob) for path, blob in ids.items()} == {
        "a": b"one\n", "b": b"", "c": None, "d": b"bytes \x00\r\n\n",
    }  # fmt: skip
    assert len(found) == 3


@pytest.mark.parametrize("id", ["HEAD", "--batch", "", "g" * 40, "a" * 41, "a" * 40 + "\n"])
def test_only_ids_of_objects_are_asked_for(folder: Path, id: str) -> None:
    commit(folder, "2026-10-01", a="1")

    with pytest.raises(GitError, match="no id of an object"):
        opened(folder).tree(id)
    with pytest.raises(GitError, match="no id of an object"):
        opened(folder).blobs([id], most=10)


def test_changes_are_those_after_the_day_with_the_day_of_each(folder: Path) -> None:
    commit(folder, "2026-10-01", plans__a="1", other="1")
    commit(folder, "2026-10-12", plans__b="1")
    commit(folder, "2026-10-13", plans__a="2", other="2")
    commit(folder, "2026-10-20", plans__a="3")
    repository = opened(folder)

    assert repository.changes(["plans"], REVIEW) == [
        ("plans/a", datetime.date(2026, 10, 20)),
        ("plans/a", datetime.date(2026, 10, 13)),
    ]
    assert {path for path, _ in repository.changes([""], REVIEW)} == {"plans/a", "other"}
    assert repository.changes(["plans"], datetime.date(2026, 10, 20)) == []


def test_changes_are_seen_from_the_folder_asked_from(folder: Path) -> None:
    commit(folder, "2026-10-20", maps__plans__a="1", plans__a="1")

    found = opened(folder / "maps").changes(["plans"], REVIEW)

    assert [path for path, _ in found] == ["plans/a"]


def test_a_removed_file_has_changed(folder: Path) -> None:
    commit(folder, "2026-10-01", plans__a="1")
    (folder / "plans" / "a").unlink()
    commit(folder, "2026-10-20")

    assert opened(folder).changes(["plans/a"], REVIEW) == [("plans/a", datetime.date(2026, 10, 20))]


def test_old_work_that_is_merged_later_changed_on_the_day_of_the_merge(folder: Path) -> None:
    commit(folder, "2026-10-01", a="1")
    run(folder, "checkout", "-q", "-b", "work")
    commit(folder, "2026-10-05", plans__a="1")
    run(folder, "checkout", "-q", "main")
    commit(folder, "2026-10-06", b="1")
    run(folder, "merge", "-q", "--no-ff", "-m", "merge", "work", day="2026-10-30")

    assert opened(folder).changes(["plans"], REVIEW) == [("plans/a", datetime.date(2026, 10, 30))]


def test_names_that_look_like_patterns_or_ids_are_names(folder: Path) -> None:
    id = commit(folder, "2026-10-01", a="1")
    commit(folder, "2026-10-20", **{"*": "1", f"{id}": "1", ":(top)x": "1"})

    found = opened(folder).changes(["*", id, ":(top)x"], REVIEW)

    assert {path for path, _ in found} == {"*", id, ":(top)x"}


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
def test_names_that_are_no_text_can_be_shown(folder: Path) -> None:
    inner = os.path.join(os.fsencode(folder), b"b\xe4d")
    os.mkdir(inner)
    with open(os.path.join(inner, b"\xff.md"), "wb"):
        pass
    id = commit(folder, "2026-10-20")
    repository = opened(folder)

    (entry,) = repository.tree(id)
    seen = [path for path, _ in opened(Path(os.fsdecode(inner))).changes([""], REVIEW)]

    assert entry.path == "b\\xe4d/\\xff.md"
    assert [path for path, _ in repository.changes([""], REVIEW)] == [entry.path]
    assert seen == ["\\xff.md"]


def test_a_repository_without_commits_has_no_changes(folder: Path) -> None:
    assert opened(folder).changes([""], REVIEW) == []


def test_a_shallow_clone_says_so(folder: Path, tmp_path: Path) -> None:
    commit(folder, "2026-10-01", a="1")
    commit(folder, "2026-10-02", a="2")
    run(tmp_path, "clone", "-q", "--depth", "1", folder.as_uri(), "clone")

    assert opened(tmp_path / "clone").is_shallow
    assert not opened(folder).is_shallow


def test_a_program_that_does_not_answer_is_given_up(tmp_path: Path) -> None:
    slow = tmp_path / "git"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)

    with pytest.raises(GitError, match=r"did not answer within 0\.2 seconds"):
        Git(str(slow), seconds=0.2).repository(str(tmp_path))
    with pytest.raises(GitError, match="cannot be started"):
        Git(str(tmp_path / "none")).repository(str(tmp_path))


def test_it_goes_to_another_process(folder: Path) -> None:
    commit(folder, "2026-10-20", a="1")

    again = pickle.loads(pickle.dumps(opened(folder)))

    assert again.changes([""], REVIEW) == [("a", datetime.date(2026, 10, 20))]


def trap(tmp_path: Path) -> tuple[str, Path]:
    """Return a program that leaves a trace where it is started, and the trace."""
    trace = tmp_path / "started"
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{trace}'\nexit 1\n")
    program.chmod(0o755)
    return str(program), trace


PROGRAMS = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy",
    "core.askPass", "core.alternateRefsCommand", "diff.external", "diff.trap.command",
    "diff.trap.textconv", "filter.trap.clean", "filter.trap.smudge", "filter.trap.process",
    "gpg.program", "pager.rev-list", "pager.diff-tree", "alias.rev-list", "alias.rev-parse",
    "credential.helper", "uploadpack.packObjectsHook", "sequence.editor", "interactive.diffFilter",
    "remote.origin.uploadpack", "remote.origin.vcs",
)  # fmt: skip


def ask_everything(repository: Repository) -> None:
    id = repository.commit("HEAD")
    blobs = [each.id for each in repository.tree(id)]
    repository.changes([""], datetime.date(2020, 1, 1))
    assert isinstance(repository.is_shallow, bool)
    repository.blobs(blobs, most=1000)


def test_no_program_that_the_configuration_names_is_started(folder: Path, tmp_path: Path) -> None:
    program, trace = trap(tmp_path)
    commit(folder, "2026-10-01", a="1")
    commit(folder, "2026-10-20", **{".gitattributes": "* diff=trap filter=trap\n", "a": "2"})
    for name in PROGRAMS:
        value = f"!{program}" if name.startswith("alias.") else program
        run(folder, "config", name, value)
    run(folder, "config", "log.showSignature", "true")
    hooks = folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in (
        "post-index-change",
        "reference-transaction",
        "post-checkout",
        "fsmonitor-watchman",
    ):
        shutil.copy(program, hooks / name)
    trace.unlink(missing_ok=True)

    ask_everything(opened(folder, GIT_EXTERNAL_DIFF=program, GIT_PAGER=program, PAGER=program,
                          GIT_SSH_COMMAND=program, GIT_ASKPASS=program))  # fmt: skip

    assert not trace.exists(), trace.read_text()
    subprocess.run([PROGRAM, "status"], cwd=folder, capture_output=True, check=False)
    assert trace.exists(), "the trap does not work"


@pytest.mark.parametrize("address", ["ext::{program} %S", "{folder}", "ssh://host/{program}"])
def test_a_partial_clone_fetches_nothing(folder: Path, tmp_path: Path, address: str) -> None:
    program, trace = trap(tmp_path)
    id = commit(folder, "2026-10-01", a="1" * 50)
    (blob,) = [each.id for each in opened(folder).tree(id)]
    loose = folder / ".git" / "objects" / blob[:2] / blob[2:]
    kept = tmp_path / "kept"
    shutil.copytree(folder, kept)
    loose.chmod(0o644)
    loose.unlink()
    run(folder, "config", "core.repositoryFormatVersion", "1")
    run(folder, "config", "extensions.partialClone", "origin")
    run(folder, "config", "remote.origin.promisor", "true")
    run(folder, "config", "remote.origin.url", address.format(program=program, folder=kept))
    run(folder, "config", "remote.origin.uploadpack", program)
    run(folder, "config", "core.sshCommand", program)
    run(folder, "config", "protocol.allow", "always")
    repository = opened(folder)

    try:
        found = repository.blobs([blob], most=1000)
    except GitError:
        found = {}

    assert found == {}
    assert not loose.exists()
    assert not trace.exists(), trace.read_text()
    asked = [PROGRAM, "cat-file", "blob", blob]
    subprocess.run(asked, cwd=folder, capture_output=True, check=False, timeout=20)
    assert trace.exists() or loose.exists(), "the trap does not work"


def test_a_bare_repository_among_the_files_is_not_entered(folder: Path, tmp_path: Path) -> None:
    program, trace = trap(tmp_path)
    commit(folder, "2026-10-01", a="1")
    bare = folder / "maps"
    run(folder, "clone", "-q", "--bare", str(folder), str(bare))
    run(bare, "config", "core.fsmonitor", program)
    run(bare, "config", "core.worktree", str(tmp_path))

    with pytest.raises(GitError, match="is in no working tree"):
        opened(bare)

    assert not trace.exists()


def test_replaced_objects_are_read_as_they_were(folder: Path) -> None:
    first = commit(folder, "2026-10-01", a="1")
    second = commit(folder, "2026-10-02", a="2")
    before = opened(folder).tree(first)
    run(folder, "replace", first, second)

    assert opened(folder).tree(first) == before
