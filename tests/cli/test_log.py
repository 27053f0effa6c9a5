"""`cjm log` tells the past of a map, or of one item, in changes."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import jsonschema
import pytest

from .conftest import Run
from .repositories import MAP, Repository

NAME = "walk.journey.yaml"
SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "log-report.schema.json").read_bytes())


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(here: Path) -> Repository:
    return Repository.made(here)


def told(repository: Repository, name: str = NAME) -> None:
    """Commit a map and three changes of it, by several people on several days."""
    repository.write(name)
    repository.commit("First sketch", GIT_AUTHOR_DATE="2026-01-05T09:00:00+0800")
    repository.change(
        name,
        ("severity: 3", "severity: 5\n            evidence: [{title: Survey, method: survey}]"),
    )
    repository.commit(
        "Queues are worse than we thought", GIT_AUTHOR_NAME="Ben",
        GIT_AUTHOR_DATE="2026-02-10T23:30:00-0500",
    )  # fmt: skip
    repository.change(name, ("feeling: -2", "feeling: -1"))
    repository.commit("New table", GIT_AUTHOR_DATE="2026-03-01T09:00:00+0000")


def test_the_past_of_a_map_is_told_newest_first(repository: Repository, cjm: Run):
    told(repository)

    result = cjm("log", NAME)

    blocks = result.out.split("\n\n")
    assert result.code == 0
    assert [each.split(" · ")[:2] for each in blocks] == [
        ["2026-03-01", "Ann"], ["2026-02-10", "Ben"], ["2026-01-05", "Ann"]
    ]  # fmt: skip
    assert "  New table\n    + Compares plans: feeling −2 → −1" in blocks[0]
    assert "Queues are worse than we thought" in blocks[1]
    assert "pain worse: 'Queue', severity 3 → 5" in blocks[1]
    assert "'Upgrade' begins: 2 stages, 3 steps" in blocks[2]


def test_of_one_pain_it_tells_who_said_so_when_and_on_which_evidence(
    repository: Repository, cjm: Run
):
    told(repository)

    result = cjm("log", NAME, "--id", "queue")

    new, first = result.out.split("\n\n")
    assert "2026-02-10 · Ben" in new
    assert "severity 3 → 5" in new
    assert "evidence: 'Survey', so it is measured" in new
    assert "2026-01-05 · Ann" in first
    assert "'Queue' is there for the first time, at 'Pays'" in first
    assert "evidence: none, so it is assumed" in first


@pytest.mark.parametrize(
    ("id", "sentences"),
    [
        ("Compares plans", ["feeling −2 → −1", "for the first time"]),
        ("compares-plans.feeling", ["feeling −2 → −1", "for the first time"]),
        ("buy", ["severity 3 → 5", "for the first time"]),
        ("asks-a-friend", ["for the first time"]),
    ],
)
def test_an_item_is_named_by_id_or_name(
    repository: Repository, cjm: Run, id: str, sentences: list[str]
):
    told(repository)

    blocks = cjm("log", NAME, "--id", id).out.split("\n\n")

    assert len(blocks) == len(sentences)
    for block, sentence in zip(blocks, sentences, strict=True):
        assert sentence in block


def test_an_item_is_followed_through_a_new_name(repository: Repository, cjm: Run):
    told(repository)
    repository.change(NAME, ("Compares plans", "Compares the plans on offer"))
    repository.commit("Clearer")

    blocks = cjm("log", NAME, "--id", "compares-the-plans-on-offer").out.split("\n\n")

    assert [each.splitlines()[1].strip() for each in blocks] == [
        "Clearer",
        "New table",
        "First sketch",
    ]


def test_what_came_and_went_is_told(repository: Repository, cjm: Run):
    repository.write(NAME)
    repository.commit("base")
    repository.change(
        NAME, ("        feeling: 1\n", "        feeling: 1\n        touchpoints: Chat\n")
    )
    repository.commit("Chat")
    repository.change(NAME, ("        touchpoints: Chat\n", ""))
    repository.commit("No chat")

    blocks = cjm("log", NAME, "--id", "chat").out.split("\n\n")

    assert ["No chat" in blocks[0], "Chat" in blocks[1], len(blocks)] == [True, True, 2]


def test_renames_of_the_file_are_followed(repository: Repository, cjm: Run):
    told(repository, "-old 升级 'one'.journey.yaml")
    (repository.folder / "maps").mkdir()
    repository.git("mv", "--", "-old 升级 'one'.journey.yaml", 'maps/new "two".journey.yaml')
    repository.change('maps/new "two".journey.yaml', ("title: Upgrade", "title: Upgrading"))
    repository.commit("Renamed")

    result = cjm("log", 'maps/new "two".journey.yaml')

    subjects = [each.splitlines()[1].strip() for each in result.out.split("\n\n")]
    assert subjects == ["Renamed", "New table", "Queues are worse than we thought", "First sketch"]


def test_a_path_with_a_leading_dash_is_a_path(repository: Repository, cjm: Run):
    told(repository, "-o.journey.yaml")

    assert cjm("log", "--max", "1", "--", "-o.journey.yaml").out.count("New table") == 1


def test_of_a_merge_only_what_neither_branch_had_is_told(repository: Repository, cjm: Run):
    repository.write(NAME)
    repository.commit("base")
    repository.git("checkout", "-q", "-b", "other")
    repository.change(NAME, ("severity: 3", "severity: 5"))
    repository.commit("worse", GIT_COMMITTER_DATE="2026-01-01T00:00:00Z")
    repository.git("checkout", "-q", "main")
    repository.change(NAME, ("title: Upgrade", "title: Upgrading"))
    repository.commit("title")
    repository.git("merge", "-q", "--no-commit", "other")
    repository.change(NAME, ("feeling: 1", "feeling: 2"))
    repository.commit("merged")

    blocks = cjm("log", NAME).out.split("\n\n")

    merged = next(each for each in blocks if "  merged" in each)
    assert "feeling +1 → +2" in merged
    assert "severity" not in merged
    assert sum("severity 3 → 5" in each for each in blocks) == 1


def test_max_says_how_many_are_left(repository: Repository, cjm: Run):
    told(repository)

    result = cjm("log", NAME, "--max", "1")

    assert "New table" in result.out
    assert "and 2 older" in result.out
    assert cjm("log", NAME, "--max", "0").code == 2


def test_json_holds_the_same(repository: Repository, cjm: Run):
    told(repository)

    whole = json.loads(cjm("log", NAME, "--output-format", "json").out)
    facts = json.loads(cjm("log", NAME, "--id", "queue", "--output-format", "json").out)

    assert (facts["path"], facts["item"], facts["shallow"]) == (NAME, "queue", False)
    for each in (whole, facts):
        jsonschema.Draft202012Validator(SCHEMA).validate(each)
    entry = facts["entries"][0]
    assert (entry["author"], entry["time"]) == ("Ben", "2026-02-10T23:30:00-05:00")
    assert (entry["event"], entry["evidence"], entry["basis"]) == (
        "changes",
        ["Survey"],
        "measured",
    )
    assert any(each["rule"] == "pain-worsened" for each in entry["changes"])


def test_names_and_subjects_are_inert(repository: Repository, cjm: Run):
    repository.write(NAME)
    repository.commit(
        "\x1b]8;;http://evil\x07click\x1b[2J [link=x]y[/link] \u202egnp",
        GIT_AUTHOR_NAME="\x1b[31mEve\u2028",
    )

    for words in ((), ("--output-format", "json"), ("--color", "always")):
        result = cjm("log", NAME, *words)
        text = result.out.replace("\x1b[1m", "").replace("\x1b[34m", "").replace("\x1b[0m", "")
        assert result.code == 0
        assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(text)
        assert "click" in text
        assert "Eve" in text


def test_a_shallow_clone_says_that_it_does_not_hold_all(
    repository: Repository, cjm: Run, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    told(repository)
    folder = tmp_path_factory.mktemp("clones") / "a clone"
    repository.git("clone", "-q", "--depth", "2", f"file://{repository.folder}", str(folder))
    monkeypatch.chdir(folder)

    result = cjm("log", NAME)

    assert "shallow clone" in result.err
    assert "New table" in result.out
    assert "First sketch" not in result.out


def test_a_version_that_cannot_be_read_is_said_and_passed_over(repository: Repository, cjm: Run):
    told(repository)
    good = (repository.folder / NAME).read_text()
    repository.write(NAME, "stages: [\n")
    repository.commit("Oops")
    repository.write(NAME, good.replace("feeling: -1", "feeling: 0"))
    repository.commit("Mended")

    blocks = cjm("log", NAME).out.split("\n\n")

    assert "feeling −1 → 0" in blocks[0]
    assert "no map can be read in this version" in blocks[1]
    assert len(blocks) == 5


def test_a_map_that_is_deleted_still_has_a_past(repository: Repository, cjm: Run):
    told(repository)
    (repository.folder / NAME).unlink()
    repository.commit("Gone")

    blocks = cjm("log", NAME).out.split("\n\n")

    assert "'Upgrade' is gone" in blocks[0]
    assert len(blocks) == 4


def test_in_a_worktree_and_in_a_submodule(
    repository: Repository, cjm: Run, tmp_path_factory: pytest.TempPathFactory
):
    inner = Repository.made(tmp_path_factory.mktemp("inner"))
    told(inner)
    repository.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.folder), "part"
    )
    tree = tmp_path_factory.mktemp("trees") / "a tree"
    inner.git("worktree", "add", "-q", "--detach", str(tree), "HEAD~1")

    assert "New table" in cjm("log", f"part/{NAME}").out
    assert cjm("log", tree / NAME).out.startswith("2026-02-10 · Ben")


def test_nothing_that_the_repository_names_runs(repository: Repository, cjm: Run):
    told(repository)
    trap = repository.write("trap.sh", f"#!/bin/sh\ntouch '{repository.folder}/sprung'\n")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    repository.write(".gitattributes", "* diff=trap filter=trap\n")
    for name in ("core.fsmonitor", "core.pager", "diff.external", "diff.trap.textconv",
                 "diff.trap.command", "filter.trap.smudge", "filter.trap.clean", "log.showSignature"):  # fmt: skip
        repository.git("config", name, "true" if name.startswith("log") else str(trap))

    result = cjm("log", NAME)

    assert "First sketch" in result.out
    assert not (repository.folder / "sprung").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nope.journey.yaml",), "there is no 'nope.journey.yaml'"),
        (("no/such/file.yaml",), "there is no 'no/such/file.yaml'"),
        ((".",), "'.' is a folder"),
        (("new.journey.yaml",), "'new.journey.yaml' is in no commit yet"),
        ((NAME, "--id", "queu"), "has 'queu'; did you mean 'queue'?"),
        (("notes.txt",), "holds a map"),
        ((NAME, "--output-format", "xml"), "--output-format has no choice 'xml'"),
    ],
)
def test_what_cannot_be_told_is_said(
    repository: Repository, cjm: Run, words: tuple[str, ...], message: str
):
    repository.write("notes.txt", "just words\n")
    told(repository)
    repository.write("new.journey.yaml")

    result = cjm("log", *words)

    assert result.code == 2
    assert message in result.err
    assert "Traceback" not in result.err


def test_before_the_first_commit_it_says_so(repository: Repository, cjm: Run):
    repository.write(NAME)

    result = cjm("log", NAME)

    assert result.code == 2
    assert "nothing is committed yet" in result.err


def test_without_a_repository_or_git_it_says_so(
    here: Path, cjm: Run, monkeypatch: pytest.MonkeyPatch
):
    (here / NAME).write_text(MAP)

    outside = cjm("log", NAME)
    monkeypatch.setenv("PATH", os.fspath(here))
    without = cjm("log", NAME)

    assert (outside.code, without.code) == (2, 2)
    assert "is in no git repository" in outside.err
    assert "git is not installed" in without.err


def test_a_version_that_changes_comments_alone_is_told_as_such(repository: Repository, cjm: Run):
    told(repository)
    repository.change(NAME, ("# first", "# the first"))
    repository.commit("Tidied")

    first, *others = cjm("log", NAME).out.split("\n\n")

    assert "Tidied\n    · the map says the same" in first
    assert len(others) == 3
    assert "Tidied" not in cjm("log", NAME, "--id", "queue").out
