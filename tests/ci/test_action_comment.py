"""The comments of the action: one of each kind on a pull request, replaced by later runs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.ci.conftest import ROOT, Runner, needs_bash

SCRIPT = ROOT / "ci" / "action.sh"
POST = "api --silent --method POST repos/acme/maps/issues/7/comments -F body=@c.md"
PATCH = "api --silent --method PATCH repos/acme/maps/issues/comments/{} -F body=@c.md"
GH = """\
#!/bin/sh
case "$*" in
  *--paginate*) {listed} ;;
  *) echo "$GH_HOST $@" >> "{log}"; {written} ;;
esac
"""


@pytest.fixture
def commenting(action: Runner) -> Runner:
    action.env |= {"CJM_PULL_REQUEST": "7", "CJM_COMMENT": "c.md", "GH_TOKEN": "t"}
    return action


def run(
    action: Runner, *, listed: str, kind: str = "lint", written: str = "true"
) -> tuple[list[str], str]:
    """Write a comment where gh answers so; return what it was told to write, and what was said."""
    log = action.folder / "log"
    text = GH.format(log=log, listed=listed, written=written)
    action.program(action.programs / "gh", text)

    done = action.run(SCRIPT, "comment", kind)

    assert done.returncode == 0, done.stderr
    return (log.read_text().splitlines() if log.exists() else []), done.stdout


def comment(id: int, body: str, *, kind: str = "Bot", association: str = "NONE") -> dict[str, Any]:
    return {
        "id": id,
        "body": body,
        "user": {"type": kind},
        "author_association": association,
    }


@needs_bash
def test_there_is_one_comment_which_later_runs_replace(commenting: Runner) -> None:
    first, _ = run(commenting, listed="true")
    later, _ = run(commenting, listed="echo 42; echo 43")

    assert first == [f"github.com {POST}"]
    assert later[1:] == [f"github.com {PATCH.format(42)}"]


@needs_bash
@pytest.mark.skipif(shutil.which("jq") is None, reason="there is no jq here, which gh has within")
@pytest.mark.parametrize(
    ("kind", "comments", "told"),
    [
        ("lint", [comment(1, "<!-- cjm lint -->\n")], PATCH.format(1)),
        ("diff", [comment(1, "<!-- cjm lint -->\n")], POST),
        ("diff", [comment(1, "Hi"), comment(2, "<!-- cjm diff -->\n")], PATCH.format(2)),
        ("diff", [comment(1, " <!-- cjm diff -->\n")], POST),
        # Anybody can write the mark, and go on editing what stands behind it.
        ("diff", [comment(1, "<!-- cjm diff -->", kind="User")], POST),
        # A token of a person's own writes in that person's name.
        (
            "diff",
            [comment(1, "<!-- cjm diff -->", kind="User", association="MEMBER")],
            PATCH.format(1),
        ),
        ("diff", [{"id": 1, "body": None, "user": None, "author_association": "NONE"}], POST),
    ],
)
def test_a_comment_is_ours_by_its_mark_and_its_author(
    commenting: Runner, kind: str, comments: list[dict[str, Any]], told: str
) -> None:
    # gh runs the filter, its last argument, over what GitHub answers.
    answer = commenting.folder / "comments.json"
    answer.write_text(json.dumps(comments), encoding="utf-8")
    listed = f'for last; do :; done; jq --raw-output "$last" "{answer}"'

    called, _ = run(commenting, listed=listed, kind=kind)

    assert called == [f"github.com {told}"]


@needs_bash
# An output that no step wrote is an empty variable.
@pytest.mark.parametrize("changed", ["false", ""])
def test_no_comment_begins_by_saying_that_nothing_changed(commenting: Runner, changed: str) -> None:
    commenting.env["CJM_CHANGED"] = changed

    new, said = run(commenting, listed="true", kind="diff")
    old, _ = run(commenting, listed="echo 42", kind="diff")

    assert (new, said) == ([], "nothing to tell, and so no comment\n")
    assert old == [f"github.com {PATCH.format(42)}"]


@needs_bash
def test_where_comments_cannot_be_read_none_is_doubled(commenting: Runner) -> None:
    told, said = run(commenting, listed="exit 1")

    assert told == []
    assert said.startswith("::notice title=cjm::there is no comment")


@needs_bash
@pytest.mark.parametrize("listed", ["true", "echo 42"])
def test_a_token_that_may_not_write_is_no_failure(commenting: Runner, listed: str) -> None:
    told, said = run(commenting, listed=listed, written="exit 1")

    assert len(told) == 1
    assert said.startswith("::notice title=cjm::the comment could not be written")


@needs_bash
def test_a_runner_without_gh_is_no_failure(commenting: Runner) -> None:
    for name in ("bash", "env"):
        program = shutil.which(name)
        assert program is not None
        commenting.programs.joinpath(name).symlink_to(program)
    commenting.env["PATH"] = str(commenting.programs)

    done = commenting.run(SCRIPT, "comment", "diff")

    assert done.returncode == 0, done.stderr
    assert "::notice title=cjm::there is no comment" in done.stdout


@needs_bash
def test_comments_go_to_the_server_that_runs_the_action(commenting: Runner) -> None:
    commenting.env["GITHUB_SERVER_URL"] = "https://git.example.com"

    told, _ = run(commenting, listed="true")

    assert told == [f"git.example.com {POST}"]


@needs_bash
@pytest.mark.parametrize("number", ["", "7; touch pwned", "../../x"])
def test_without_a_pull_request_there_is_no_comment(commenting: Runner, number: str) -> None:
    commenting.env["CJM_PULL_REQUEST"] = number

    told, said = run(commenting, listed="exit 9")

    assert (told, said) == ([], "no pull request here, and so no comment\n")


def test_the_marks_are_those_that_the_reports_begin_with() -> None:
    from cjm.report.diff.markdown import MARK as DIFF
    from cjm.report.markdown import MARK as LINT

    text = Path(SCRIPT).read_text(encoding="utf-8")

    assert 'mark="<!-- cjm $1 -->"' in text
    assert (LINT, DIFF) == ("<!-- cjm lint -->", "<!-- cjm diff -->")
