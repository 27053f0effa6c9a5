"""The jobs of the GitLab template, run in a shell, and a server that keeps notes as GitLab does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import INJECTED, ROOT, WALK, WORSE, Checkout, Runner, needs_bash
from tests.cli.conftest import write_map

GITLAB: dict[str, Any] = YAML(typ="safe").load(
    (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")
)
LINT = "\n".join(GITLAB["cjm-lint"]["script"])
DIFF = "\n".join(GITLAB["cjm-diff"]["script"])
SHELLS = [shell for shell in ("bash", "sh") if shutil.which(shell)]
PATH = "my maps/walk.journey.yaml"
MARK = "<!-- cjm diff -->"

pytestmark = needs_bash
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


@pytest.fixture
def job(runner: Runner) -> Runner:
    runner.env |= {"CI_BUILDS_DIR": str(runner.folder / "builds")}
    runner.env |= {name: each["value"] for name, each in GITLAB["variables"].items()}
    return runner


def test_every_variable_is_used_and_every_job_has_its_base() -> None:
    text = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")

    for name in GITLAB["variables"]:
        assert f"${name}" in text
    for name in ("cjm-lint", "cjm-diff"):
        assert GITLAB[name]["extends"] == ".cjm"


def test_the_image_has_git() -> None:
    # The slim ones of Python have none.
    assert GITLAB[".cjm"]["image"] == "python:3.13"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_lint_job_leaves_the_reports_it_names(job: Runner, shell: str) -> None:
    write_map(job.folder / "repo" / "my maps")

    done = job.run(LINT, shell=shell)

    reports = GITLAB["cjm-lint"]["artifacts"]["reports"]
    issues = json.loads((job.folder / "repo" / reports["codequality"]).read_bytes())
    assert done.returncode == 0, done.stderr
    assert issues[0]["location"]["path"] == "my maps/walk.journey.yaml"
    assert (job.folder / "repo" / reports["junit"]).read_text().startswith("<?xml")
    assert "warning[missing-business-goal]" in done.stdout


@pytest.mark.parametrize("name", ["CJM_PATHS", "CJM_PROFILE", "CJM_FAIL_ON"])
@pytest.mark.parametrize("typed", [INJECTED, "--config=x", "'\n\"; touch pwned"])
def test_no_variable_of_the_lint_job_runs_anything(job: Runner, name: str, typed: str) -> None:
    write_map(job.folder / "repo")
    job.env[name] = typed

    done = job.run(LINT)

    assert done.returncode == 2
    assert not (job.folder / "repo" / "pwned").exists()


def test_the_lint_job_fails_where_cjm_does(job: Runner) -> None:
    write_map(job.folder / "repo")
    job.env |= {"CJM_FAIL_ON": "warning", "CJM_PATHS": "walk.journey.yaml\n."}

    assert job.run(LINT).returncode == 1


@dataclass
class Server:
    """A merge request's notes, behind the part of GitLab's interface that the job uses."""

    notes: list[dict[str, Any]] = field(default_factory=list)
    refused: bool = False
    address: str = ""

    def add(self, body: str, author: int = 1) -> None:
        self.notes.append({"id": len(self.notes) + 1, "body": body, "author": {"id": author}})

    def answer(self, method: str, url: str, token: str, sent: dict[str, str]) -> tuple[int, Any]:
        path, asked = urlsplit(url).path, parse_qs(urlsplit(url).query)
        notes = "/projects/5/merge_requests/7/notes"
        if self.refused or token != "secret":
            return 401, {"message": "401 Unauthorized"}
        match method, path.removeprefix(notes):
            case "GET", "/user":
                return 200, {"id": 1, "bot": True}
            case "GET", "":
                size, page = int(asked["per_page"][0]), int(asked["page"][0])
                return 200, self.notes[size * (page - 1) : size * page]
            case "POST", "":
                self.add(sent["body"])
                return 201, self.notes[-1]
            case "PUT", number:
                note = self.notes[int(number.strip("/")) - 1]
                note["body"] = sent["body"]
                return 200, note
        return 404, {}


@pytest.fixture
def server() -> Iterator[Server]:
    known = Server()

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            text = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            sent = json.loads(text) if text else {}
            token = self.headers.get("PRIVATE-TOKEN", "")
            status, answer = known.answer(self.command, self.path, token, sent)
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = reply

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        known.address = f"http://127.0.0.1:{listening.server_port}"
        thread = Thread(target=listening.serve_forever)
        thread.start()
        yield known
        listening.shutdown()
        thread.join()


@pytest.fixture
def request_job(job: Runner, server: Server) -> Runner:
    """The job of a merge request, with a clone that holds where it began."""
    clone = Checkout(job.folder / "repo")
    clone.git("init", "--quiet", "--initial-branch=main")
    job.env |= {
        "CI_API_V4_URL": server.address,
        "CI_MERGE_REQUEST_PROJECT_ID": "5",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": clone.commit(files={PATH: WALK}),
        "CJM_TOKEN": "secret",
    }
    return job


def change(job: Runner, text: str, **others: str) -> None:
    Checkout(job.folder / "repo").commit(files={PATH: text, **others})


def note_file(job: Runner) -> str:
    (path,) = GITLAB["cjm-diff"]["artifacts"]["paths"]
    text: str = (job.folder / "repo" / path).read_text(encoding="utf-8")
    return text


@needs_git
@pytest.mark.parametrize("shell", SHELLS)
def test_there_is_one_note_which_later_runs_replace(
    request_job: Runner, server: Server, shell: str
) -> None:
    server.add("Hi", author=2)
    change(request_job, WORSE)

    first = request_job.run(DIFF, shell=shell)
    told = [note["body"] for note in server.notes]
    change(request_job, WALK)
    later = request_job.run(DIFF, shell=shell)

    assert (first.returncode, later.returncode) == (0, 0), first.stderr + later.stderr
    assert "feeling +1 → −1" in first.stdout
    assert told[0] == "Hi"
    assert told[1].startswith(f"{MARK}\n\n### Journey changes: A walk\n")
    assert [note["body"] for note in server.notes] == [
        "Hi", f"{MARK}\n\n### Journey changes: none\n",
    ]  # fmt: skip


@needs_git
def test_our_note_is_found_behind_hundreds_of_others(request_job: Runner, server: Server) -> None:
    for number in range(230):
        server.add(f"Note {number}", author=2)
    server.add(f"{MARK} of somebody else", author=2)
    server.add(f"{MARK} of the last run")
    change(request_job, WORSE)

    request_job.run(DIFF)

    assert len(server.notes) == 232
    assert server.notes[-2]["body"] == f"{MARK} of somebody else"
    assert server.notes[-1]["body"] == note_file(request_job)


@needs_git
def test_no_note_begins_by_saying_that_nothing_changed(request_job: Runner, server: Server) -> None:
    change(request_job, f"# A remark\n{WALK}")

    done = request_job.run(DIFF)

    assert done.returncode == 0, done.stderr
    assert "nothing to tell, and so no comment" in done.stdout
    assert server.notes == []


@needs_git
@pytest.mark.parametrize(
    ("said", "refused", "settings"),
    [
        ("could not be written (HTTP Error 401", True, {}),
        ("could not be written (HTTP Error 401", False, {"CJM_TOKEN": "wrong"}),
        ("could not be written (", False, {"CI_API_V4_URL": "http://127.0.0.1:9"}),
        ("could not be written (", False, {"CI_API_V4_URL": "nonsense"}),
        ("CJM_TOKEN is not set", False, {"CJM_TOKEN": ""}),
    ],
)
def test_a_note_that_cannot_be_written_is_no_failure(
    request_job: Runner, server: Server, said: str, refused: bool, settings: dict[str, str]
) -> None:
    server.refused = refused
    request_job.env |= settings
    change(request_job, WORSE)

    done = request_job.run(DIFF)

    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert "see the artifact cjm-diff.md" in done.stdout
    assert server.notes == []
    assert note_file(request_job).startswith(f"{MARK}\n\n### Journey changes: A walk\n")


@needs_git
@pytest.mark.parametrize(
    ("limit", "code"), [("", 0), ("breaking", 0), ("worse", 1), (INJECTED, 2), ("-h", 2)]
)
def test_the_diff_job_fails_where_it_is_asked_to(
    request_job: Runner, server: Server, limit: str, code: int
) -> None:
    request_job.env["CJM_DIFF_FAIL_ON"] = limit
    change(request_job, WORSE)

    assert request_job.run(DIFF).returncode == code
    assert len(server.notes) == 1
    assert not (request_job.folder / "repo" / "pwned").exists()


@needs_git
@pytest.mark.parametrize(("limit", "code"), [("", 0), ("worse", 2)])
def test_maps_that_cannot_be_compared_never_read_as_no_changes(
    request_job: Runner, server: Server, limit: str, code: int
) -> None:
    server.add(f"{MARK} of the last run")
    request_job.env["CJM_DIFF_FAIL_ON"] = limit
    change(request_job, f"{WALK}notes: [\n")

    done = request_job.run(DIFF)

    assert done.returncode == code
    assert "warning: the maps could not be compared" in done.stdout
    assert server.notes[0]["body"].startswith(f"{MARK}\n\n### Journey changes: not known\n")


@needs_git
def test_what_the_target_branch_did_meanwhile_is_not_told(
    request_job: Runner, server: Server
) -> None:
    clone = Checkout(request_job.folder / "repo")
    clone.git("checkout", "--quiet", "-b", "change")
    clone.commit(files={"notes.txt": "Hi\n"})
    clone.git("checkout", "--quiet", "main")
    change(request_job, WORSE)
    target = clone.git("rev-parse", "HEAD")
    clone.git("merge", "--quiet", "--no-ff", "--message=merge", "change")
    request_job.env["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"] = target

    request_job.run(DIFF)

    assert note_file(request_job) == f"{MARK}\n\n### Journey changes: none\n"


@needs_git
@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("0" * 40, "GIT_DEPTH"),
        ("", "no merge request here"),
        ("--all", "no merge request here"),
        (INJECTED, "no merge request here"),
    ],
)
def test_a_base_that_is_not_there_says_what_to_do(
    request_job: Runner, server: Server, base: str, said: str
) -> None:
    request_job.env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = base

    done = request_job.run(DIFF)

    assert done.returncode == 2
    assert said in done.stdout
    assert not (request_job.folder / "repo" / "pwned").exists()
    assert server.notes == []


@needs_git
def test_no_file_can_stand_in_for_the_commits(request_job: Runner, server: Server) -> None:
    base = request_job.env["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    change(request_job, WORSE, **{f"{base}...HEAD": WALK})

    done = request_job.run(DIFF)

    assert done.returncode == 2
    assert "a file is called like the commits" in done.stdout


@needs_git
def test_no_module_of_the_repository_is_run(request_job: Runner, server: Server) -> None:
    change(request_job, WORSE, **{"json.py": "open('pwned', 'w')\n", "ssl.py": "1 / 0\n"})

    done = request_job.run(DIFF)

    assert done.returncode == 0, done.stderr
    assert not (request_job.folder / "repo" / "pwned").exists()
    assert len(server.notes) == 1
