"""The comparison of the action, in clones such as actions/checkout makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ci.conftest import INJECTED, ROOT, WALK, WORSE, Checkout, Runner, needs_bash, outputs

SCRIPT = ROOT / "ci" / "action.sh"
BROKEN = WALK + "notes: [\n"
PATH = "my maps/walk.journey.yaml"
NONE = "<!-- cjm diff -->\n\n### Journey changes: none\n"

pytestmark = [
    needs_bash,
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here"),
]


class PullRequest:
    """A pull request to a branch, and the job that runs for it."""

    def __init__(self, action: Runner, before: dict[str, str], branch: str = "main") -> None:
        self.action = action
        self.branch = branch
        self.origin = Checkout(action.folder / "origin")
        self.origin.folder.mkdir()
        self.origin.git("init", "--quiet", f"--initial-branch={branch}")
        self.origin.commit(files={"README.md": "Maps\n", **before})
        self.origin.git("checkout", "--quiet", "-b", "change")
        action.env["GITHUB_BASE_REF"] = branch

    def clone(self, *options: str) -> Checkout:
        """Check the merge of both branches out, as the job finds it."""
        self.origin.git("checkout", "--quiet", "--detach", self.branch)
        self.origin.git("merge", "--quiet", "--no-ff", "--message=merge", "change")
        self.origin.git("update-ref", "refs/pull/7/merge", "HEAD")
        repo = self.action.folder / "repo"
        shutil.rmtree(repo)
        repo.mkdir()
        clone = Checkout(repo)
        clone.git("init", "--quiet")
        clone.git("remote", "add", "origin", self.origin.folder.as_uri())
        clone.git("fetch", "--quiet", *options, "origin", "refs/pull/7/merge")
        clone.git("checkout", "--quiet", "--detach", "FETCH_HEAD")
        if not options:
            clone.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*")
        return clone

    def run(self, *options: str) -> tuple[int, str]:
        self.clone(*options)
        done = self.action.run(SCRIPT, "diff")
        return done.returncode, done.stdout + done.stderr

    @property
    def comment(self) -> str:
        return Path(outputs(self.action)["diff-file"]).read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_a_pull_request_changes_is_annotated_summarised_and_handed_on(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})

    code, said = pull.run()

    assert code == 0
    assert f"::warning file={PATH},line=7,col=39,endColumn=40,endLine=7," in said
    assert "First › Looks around: feeling +1 → −1 [feeling-fell]" in said
    assert outputs(action)["changed"] == "true"
    assert pull.comment.startswith("<!-- cjm diff -->\n\n### Journey changes: A walk\n")
    assert (action.folder / "summary").read_text(encoding="utf-8") == pull.comment


def test_what_the_base_branch_did_meanwhile_is_not_told(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={"notes.txt": "Hi\n"})
    pull.origin.git("checkout", "--quiet", "main")
    pull.origin.commit(files={PATH: WORSE})

    code, _ = pull.run()

    assert code == 0
    assert pull.comment == NONE


def test_where_no_journey_changed_nothing_new_is_to_be_posted(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    # Comments and the order of keys are no part of a journey.
    pull.origin.commit(files={"README.md": "More maps\n", PATH: f"# A note\n{WALK}"})

    code, said = pull.run()

    assert (code, said) == (0, "Nothing differs.\n")
    assert pull.comment == NONE
    assert "changed" not in outputs(action)
    assert not (action.folder / "summary").exists()


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [({}, {PATH: WALK}, "New map: A walk"), ({PATH: WALK}, {PATH: None}, "Map gone: A walk")],
)
def test_the_first_map_of_a_repository_and_the_last_are_changes(
    action: Runner, before: dict[str, str], after: dict[str, str | None], title: str
) -> None:
    pull = PullRequest(action, before)
    pull.origin.commit(files=after)

    code, _ = pull.run()

    assert code == 0
    assert pull.comment == f"<!-- cjm diff -->\n\n### {title}\n"
    assert outputs(action)["changed"] == "true"


@pytest.mark.parametrize(("limit", "code"), [("", 0), ("breaking", 0), ("worse", 1), ("any", 1)])
def test_the_step_fails_where_it_is_asked_to(action: Runner, limit: str, code: int) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})
    action.env["CJM_DIFF_FAIL_ON"] = limit

    assert pull.run()[0] == code
    assert "A walk" in pull.comment


@pytest.mark.parametrize("typed", [INJECTED, "--config=x", "-h", "worst"])
def test_a_limit_is_one_of_three_words(action: Runner, typed: str) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})
    action.env["CJM_DIFF_FAIL_ON"] = typed

    code, said = pull.run()

    assert code == 2
    assert "\nerror: " in f"\n{said}"
    assert not (action.folder / "repo" / "pwned").exists()


@pytest.mark.parametrize("branch", ["$(touch${IFS}pwned)", "`touch${IFS}pwned`", "a;touch${IFS}x",
                                    "-Sx", "main'\"", "分支"])  # fmt: skip
def test_a_branch_of_any_name_is_a_branch(action: Runner, branch: str) -> None:
    pull = PullRequest(action, {PATH: WALK}, "main")
    pull.origin.git("update-ref", f"refs/heads/{branch}", "refs/heads/main")
    pull.origin.commit(files={PATH: WORSE})
    action.env["GITHUB_BASE_REF"] = branch

    code, said = pull.run()

    assert code == 0
    assert "feeling-fell" in said
    assert names(action.folder / "repo") == [".git", "README.md", "my maps"]


@pytest.mark.parametrize("branch", [INJECTED, "--output=x", "main^{/", "a\nb", "../../HEAD"])
def test_what_is_no_branch_is_no_more_than_that(action: Runner, branch: str) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})
    action.env["GITHUB_BASE_REF"] = branch

    code, said = pull.run()

    assert code == 2
    assert said.startswith("::error title=cjm::the clone does not hold the commit")
    assert len(said.splitlines()) == 1
    assert names(action.folder / "repo") == [".git", "README.md", "my maps"]


def test_a_shallow_clone_is_told_what_to_write(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})

    code, said = pull.run("--depth=1")

    assert code == 2
    assert said == (
        "::error title=cjm::the clone is shallow: it does not hold the commit where this pull request "
        "began; write 'fetch-depth: 0' under 'with:' of actions/checkout\n"
    )
    assert outputs(action) == {}


def test_a_shallow_clone_that_holds_both_ends_alone_is_told_too(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})
    clone = pull.clone("--depth=1")
    clone.git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")

    done = action.run(SCRIPT, "diff")

    assert done.returncode == 2
    assert "write 'fetch-depth: 0'" in done.stdout + done.stderr


def test_without_a_checkout_it_says_what_to_put_before(action: Runner) -> None:
    action.env["GITHUB_BASE_REF"] = "main"
    shutil.rmtree(action.folder / "repo" / ".git")

    done = action.run(SCRIPT, "diff")

    assert done.returncode == 2
    assert "put actions/checkout before this step" in done.stderr


def test_a_push_has_nothing_to_compare(action: Runner) -> None:
    action.env["GITHUB_BASE_REF"] = ""

    done = action.run(SCRIPT, "diff")

    assert (done.returncode, done.stdout) == (
        0,
        "no pull request here, and so nothing to compare\n",
    )
    assert outputs(action) == {}


def test_a_checkout_of_the_base_branch_is_not_taken_for_no_changes(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={PATH: WORSE})
    pull.clone().git("checkout", "--quiet", "--detach", "origin/main")

    done = action.run(SCRIPT, "diff")

    assert done.returncode == 0
    assert done.stdout.startswith("::notice title=cjm::the checkout holds nothing but the base")
    assert outputs(action) == {}


def test_no_file_can_stand_in_for_the_commits(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    base = pull.origin.git("rev-parse", "main")
    pull.origin.commit(files={PATH: WORSE, f"{base}...HEAD/a.journey.yaml": WALK})

    code, said = pull.run()

    assert code == 2
    assert said.startswith("::error title=cjm::a file is called like the commits")


@pytest.mark.parametrize(("before", "after"), [(BROKEN, WALK), (WALK, BROKEN)])
@pytest.mark.parametrize(("limit", "code", "kind"), [("", 0, "warning"), ("worse", 2, "error")])
def test_maps_that_cannot_be_compared_never_read_as_no_changes(
    action: Runner, before: str, after: str, limit: str, code: int, kind: str
) -> None:
    pull = PullRequest(action, {PATH: before})
    pull.origin.commit(files={PATH: after})
    action.env["CJM_DIFF_FAIL_ON"] = limit

    found, said = pull.run()

    assert found == code
    assert f"\n::{kind} title=cjm::the maps could not be compared" in said
    assert "error[yaml-syntax]" in said
    assert pull.comment.startswith("<!-- cjm diff -->\n\n### Journey changes: not known\n")
    assert "changed" not in outputs(action)


def test_what_is_quoted_from_a_map_is_no_command_to_the_runner(action: Runner) -> None:
    pull = PullRequest(action, {PATH: WALK})
    pull.origin.commit(files={"::error::x.journey.yaml": "::error::stages: [\n"})

    _, said = pull.run()

    lines = said.splitlines()
    assert lines[0].startswith("::stop-commands::cjm-")
    end = lines.index(f"::{lines[0].removeprefix('::stop-commands::')}::")
    assert not any(line.lstrip().startswith("::error") for line in lines[end:])
