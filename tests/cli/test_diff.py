"""`cjm diff`: what can be compared, what is said where it cannot, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import Run

PROGRAM = shutil.which("git") or ""
needs_git = pytest.mark.skipif(not PROGRAM, reason="git is not installed")

MAP = """\
cjm: journey/1
id: bread
title: Buys bread
state: current
stages:
  - id: shop
    name: Shop
    steps:
      - {id: choose, name: Chooses a loaf, feeling: 1}
      - {id: pay, name: Pays at the till, feeling: -1, pains: [{id: queue, text: A long queue, severity: 4}]}
"""
BETTER = MAP.replace("feeling: -1", "feeling: 1").replace("severity: 4", "severity: 2")
WORSE = MAP.replace("feeling: -1", "feeling: -2")
BROKEN = "cjm: journey/1\ntitle: [\nstages: {{{\n"
FUTURE = """\
cjm: journey/1
id: bread-future
title: Buys bread
state: future
baseline: bread
stages:
  - {id: shop, name: Shop, steps: [{id: pay, name: Pays, feeling: 2, resolves: queue}]}
"""
DIAGRAM = "journey\n    title Buys bread\n    section Shop\n      Pays at the till: 2: Ann\n"


def git(folder: Path, *words: str) -> str:
    who = {"NAME": "Li Na", "EMAIL": "li.na@example.org", "DATE": "2026-11-01T12:00:00Z"}
    env = {**os.environ, **{f"GIT_{role}_{key}": value for key, value in who.items()
                            for role in ("AUTHOR", "COMMITTER")}}  # fmt: skip
    settings = ("-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        [PROGRAM, *settings, *words], cwd=folder, env=env, check=True, capture_output=True
    )
    return done.stdout.decode().strip()


def committed(folder: Path, text: str = MAP, name: str = "bread.journey.yaml") -> Path:
    """Commit a map, in a new repository where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", name)
    return path


@pytest.fixture
def repository(here: Path) -> Path:
    committed(here)
    return here


class TestTwoMaps:
    def test_the_verdict_comes_first_and_names_what_got_worse(self, here: Path, cjm: Run) -> None:
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(WORSE)

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml")

        assert said.code == 0
        assert "Worse for the customer: mean feeling falls from 0.0 to −0.5." in said.out
        assert "feeling −1 → −2  [feeling-fell]" in said.out

    def test_a_map_is_compared_with_its_baseline(self, here: Path, cjm: Run) -> None:
        (here / "bread.journey.yaml").write_text(MAP)
        (here / "future.journey.yaml").write_text(FUTURE)

        said = cjm("diff", "future.journey.yaml")

        assert "current state → future state" in said.out
        assert "pain resolved: 'A long queue', severity 4" in said.out

    def test_several_maps_of_a_glob_are_each_compared_with_their_baselines(
        self, here: Path, cjm: Run
    ) -> None:
        for name in ("one", "two"):
            (here / f"{name}.journey.yaml").write_text(MAP.replace("bread", name))
            future = FUTURE.replace("bread", name).replace("Buys", f"{name} buys")
            (here / f"{name}.future.journey.yaml").write_text(future)

        said = cjm("diff", "*.future.journey.yaml", "--output-format", "json")

        pairs = [
            (each["old"]["id"], each["new"]["id"]) for each in json.loads(said.out)["comparisons"]
        ]
        assert pairs == [("one", "one-future"), ("two", "two-future")]

    def test_three_maps_are_a_chain(self, here: Path, cjm: Run) -> None:
        for name, text in (("a", MAP), ("b", WORSE), ("c", BETTER)):
            (here / f"{name}.journey.yaml").write_text(text)

        said = cjm("diff", *(f"{name}.journey.yaml" for name in "abc"), "--stat")

        lines = [line.split() for line in said.out.splitlines()[1:]]
        assert [line[:3] for line in lines] == [
            ["a.journey.yaml", "→", "b.journey.yaml"],
            ["b.journey.yaml", "→", "c.journey.yaml"],
            ["a.journey.yaml", "→", "c.journey.yaml"],
        ]

    def test_a_diagram_is_compared_with_a_map(self, here: Path, cjm: Run) -> None:
        (here / "a.mmd").write_text(DIAGRAM)
        (here / "b.journey.yaml").write_text(MAP)

        said = cjm("diff", "a.mmd", "b.journey.yaml")

        assert said.code == 0
        assert "new pain: 'A long queue', severity 4" in said.out

    def test_the_diagrams_of_a_text_are_paired_by_their_titles(self, here: Path, cjm: Run) -> None:
        other = DIAGRAM.replace("Buys bread", "Bakes").replace(": 2:", ": 3:")
        fenced = [f"```mermaid\n{each}```\n" for each in (DIAGRAM, other)]
        (here / "a.md").write_text("\n".join(fenced))
        (here / "b.md").write_text("\n".join(reversed(fenced)).replace(": 2:", ": 4:"))

        said = cjm("diff", "a.md", "b.md", "--output-format", "json")

        found = {
            each["new"]["title"]: each["verdict"] for each in json.loads(said.out)["comparisons"]
        }
        assert found == {"Buys bread": "better", "Bakes": "neutral"}

    def test_standard_input_is_a_map(self, here: Path, installed: Run) -> None:
        (here / "b.journey.yaml").write_text(WORSE.replace("id: bread\n", ""))

        said = installed("diff", "-", "b.journey.yaml", stdin=MAP.encode())

        assert said.code == 0
        assert "feeling −1 → −2" in said.out


class TestHowItEnds:
    @pytest.mark.parametrize(
        ("text", "words", "code"),
        [
            (MAP, ("--exit-code",), 0),
            (BETTER, (), 0),
            (BETTER, ("--exit-code",), 1),
            (BETTER, ("--fail-on", "any"), 1),
            (BETTER, ("--fail-on", "worse"), 0),
            (WORSE, ("--fail-on", "worse"), 1),
            (WORSE, ("--fail-on", "breaking"), 0),
            (BROKEN, (), 2),
            (BROKEN, ("--exit-code",), 2),
        ],
    )
    def test_the_exit_code_says_what_was_asked(
        self, here: Path, cjm: Run, text: str, words: tuple[str, ...], code: int
    ) -> None:
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(text)

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml", *words)

        assert said.code == code
        assert ("Nothing differs" in said.out) == (text is MAP)

    def test_settings_say_what_fails_and_the_command_line_wins(self, here: Path, cjm: Run) -> None:
        (here / "cjm.yaml").write_text("cjm: workspace/1\ndiff: {fail_on: worse}\n")
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(WORSE.replace("id: bread", "id: b"))
        maps = ("a.journey.yaml", "b.journey.yaml")

        codes = [cjm("diff", *maps, *words).code for words in ((), ("--fail-on", "breaking"))]

        assert codes == [1, 0]

    def test_settings_judge_otherwise(self, here: Path, cjm: Run) -> None:
        (here / "cjm.yaml").write_text(
            "cjm: workspace/1\ndiff: {levels: {feeling-fell: breaking, pain-eased: neutral}}\n"
        )
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(WORSE.replace("id: bread", "id: b"))

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml", "--fail-on", "breaking")

        assert said.code == 1
        assert "Breaking" in said.out

    def test_a_rule_that_is_none_is_told_with_the_nearest(self, here: Path, cjm: Run) -> None:
        (here / "cjm.yaml").write_text("cjm: workspace/1\ndiff: {levels: {feeling-fel: worse}}\n")
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(WORSE.replace("id: bread", "id: b"))

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml")
        linted = cjm("lint", "--output-format", "concise")

        assert said.code == 2
        assert "there is no rule 'feeling-fel'; did you mean 'feeling-fell'?" in said.err
        assert "cjm.yaml:2:17: error[wrong-type] there is no rule 'feeling-fel'" in linted.out

    def test_likeness_below_the_bar_is_none(self, here: Path, cjm: Run) -> None:
        (here / "a.mmd").write_text(DIAGRAM)
        (here / "b.mmd").write_text(DIAGRAM.replace("Pays at the till", "Pays in the app"))

        loose, strict = (
            cjm("diff", "a.mmd", "b.mmd", "--min-likeness", each).out for each in ("50", "99")
        )

        assert "looks like 'Pays at the till'" in loose
        assert "Steps removed: 'Shop › Pays at the till'" in strict

    def test_only_lists_these_levels(self, here: Path, cjm: Run) -> None:
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(WORSE.replace("severity: 4", "severity: 2"))

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml", "--only", "worse")

        assert "feeling −1 → −2" in said.out
        assert "pain eased" not in said.out

    def test_summary_lists_none(self, here: Path, cjm: Run) -> None:
        (here / "a.journey.yaml").write_text(MAP)
        (here / "b.journey.yaml").write_text(WORSE)

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml", "--summary")

        assert "In numbers: stages 1 → 1" in said.out
        assert "[feeling-fell]" not in said.out


@needs_git
class TestRevisions:
    def test_nothing_asked_compares_the_last_commit_with_the_working_tree(
        self, repository: Path, cjm: Run
    ) -> None:
        (repository / "bread.journey.yaml").write_text(WORSE)

        said = cjm("diff")

        assert "bread.journey.yaml\nBuys bread · HEAD → working tree" in said.out
        assert "feeling −1 → −2" in said.out

    def test_a_map_without_baseline_is_compared_with_the_last_commit(
        self, repository: Path, cjm: Run
    ) -> None:
        (repository / "bread.journey.yaml").write_text(BETTER)

        assert "Better for the customer" in cjm("diff", "bread.journey.yaml").out

    @pytest.mark.parametrize(
        "words",
        [("HEAD~1", "HEAD"), ("HEAD~1..HEAD",), ("HEAD~1...HEAD",), ("HEAD~1",),
         ("HEAD~1:bread.journey.yaml",), ("HEAD~1:bread.journey.yaml", "bread.journey.yaml"),
         ("HEAD~1", "bread.journey.yaml"), ("HEAD~1..HEAD", "bread.journey.yaml"),
         ("main~1...main", ".")],
    )  # fmt: skip
    def test_revisions_are_written_as_git_writes_them(
        self, repository: Path, cjm: Run, words: tuple[str, ...]
    ) -> None:
        committed(repository, WORSE)

        said = cjm("diff", *words)

        assert said.code == 0, said.err
        assert "mean feeling falls from 0.0 to −0.5" in said.out

    def test_three_dots_tell_what_a_branch_did_since_it_left(
        self, repository: Path, cjm: Run
    ) -> None:
        git(repository, "checkout", "-q", "-b", "feature")
        committed(repository, BETTER)
        git(repository, "checkout", "-q", "main")
        committed(repository, MAP.replace("Buys bread", "Buys rolls"))

        said = cjm("diff", "main...feature")

        assert "title" not in said.out
        assert "feeling −1 → +1" in said.out

    def test_a_path_that_is_there_beats_a_revision(self, repository: Path, cjm: Run) -> None:
        git(repository, "branch", "rolls")
        (repository / "rolls").mkdir()
        (repository / "rolls" / "r.journey.yaml").write_text(MAP.replace("Buys", "Bakes"))

        said = cjm("diff", "rolls", "rolls")

        assert said.out == "1 map without a change\n"

    @pytest.mark.parametrize("name", ["loaf.journey.yaml", "inner/loaf.journey.yaml"])
    @pytest.mark.parametrize("words", [(), ("HEAD",), ("HEAD", ".")])
    def test_a_file_that_was_renamed_is_followed(
        self, repository: Path, cjm: Run, name: str, words: tuple[str, ...]
    ) -> None:
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / "bread.journey.yaml").rename(repository / name)
        (repository / name).write_text(WORSE)
        asked = words if "." in words else (*words, name)

        said = cjm("diff", *asked)

        assert said.code == 0, said.err
        assert "feeling −1 → −2" in said.out

    def test_maps_that_came_and_went_are_told(self, repository: Path, cjm: Run) -> None:
        (repository / "bread.journey.yaml").unlink()
        (repository / "milk.journey.yaml").write_text(
            MAP.replace("bread", "milk").replace("Chooses a loaf", "Milks")
        )

        said = cjm("diff")

        assert "bread.journey.yaml: map gone: 'Buys bread'" in said.out
        assert "milk.journey.yaml: new map: 'Buys milk'" in said.out

    def test_the_first_maps_of_a_repository_are_new(self, here: Path, cjm: Run) -> None:
        committed(here, "words", "README")
        (here / "bread.journey.yaml").write_text(MAP)

        assert "new map: 'Buys bread'" in cjm("diff").out

    @pytest.mark.parametrize(
        ("name", "old", "new", "told"),
        [
            ("ann.persona.yaml", "cjm: persona/1\nid: ann\nname: Ann\nrole: Baker\n",
             "cjm: persona/1\nid: ann\nname: Ann\nrole: Miller\n", "role"),
            ("x.library.yaml", "cjm: library/1\ntouchpoints: {till: {name: Till, satisfaction: 4}}\n",
             "cjm: library/1\ntouchpoints: {till: {name: Till, satisfaction: 2}}\n", "satisfaction-fell"),
        ],
    )  # fmt: skip
    def test_what_maps_share_shows_in_each_that_uses_it(
        self, here: Path, cjm: Run, name: str, old: str, new: str, told: str
    ) -> None:
        text = MAP.replace("state:", "personas: [ann]\nstate:").replace(
            "feeling: -1,", "feeling: -1, touchpoints: [till],"
        )
        committed(here, old, name)
        committed(here, text)
        committed(here, MAP.replace("bread", "milk"), "milk.journey.yaml")
        (here / name).write_text(new)

        said = cjm("diff", "--all")

        assert told in said.out
        assert "milk.journey.yaml" not in said.out
        assert "1 map without a change" in said.out

    def test_a_stage_that_is_as_in_the_baseline_changes_with_it(
        self, repository: Path, cjm: Run
    ) -> None:
        text = FUTURE.partition("stages:")[0] + "stages: [{id: shop, same: true}]\n"
        committed(repository, text, "future.journey.yaml")
        (repository / "bread.journey.yaml").write_text(WORSE)

        said = cjm("diff")

        assert said.out.count("[feeling-fell]") == 2

    def test_of_many_maps_those_that_did_not_change_are_not_read(
        self, repository: Path, cjm: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(5):
            committed(repository, MAP.replace("bread", f"b{number}"), f"b{number}.journey.yaml")
        (repository / "b3.journey.yaml").write_text(WORSE.replace("bread", "b3"))
        read = []
        from cjm.workspace import load

        plain = load.read_one
        monkeypatch.setattr(load, "read_one", lambda *given: read.append(given[2]) or plain(*given))

        said = cjm("diff")

        assert "5 maps without a change" in said.out
        assert read == ["b3.journey.yaml", "b3.journey.yaml"]

    def test_nothing_is_written_and_nothing_is_checked_out(
        self, repository: Path, cjm: Run
    ) -> None:
        committed(repository, WORSE)
        before = {each: each.stat().st_mtime_ns for each in repository.rglob("*")}

        cjm("diff", "HEAD~1")

        assert {each: each.stat().st_mtime_ns for each in repository.rglob("*")} == before

    def test_a_worktree_with_a_detached_head_is_compared(self, repository: Path, cjm: Run) -> None:
        git(repository, "worktree", "add", "-q", "--detach", "side")
        (repository / "side" / "bread.journey.yaml").write_text(WORSE)

        said = cjm("diff", "side/bread.journey.yaml")

        assert "feeling −1 → −2" in said.out

    def test_a_map_in_a_submodule_is_compared_with_its_own_commits(
        self, here: Path, cjm: Run
    ) -> None:
        committed(here / "origin")
        committed(here / "top", "words", "README")
        git(here / "top", "submodule", "add", "-q", "../origin", "sub")
        git(here / "top", "commit", "-q", "-m", "sub")
        (here / "top" / "sub" / "bread.journey.yaml").write_text(WORSE)
        os.chdir(here / "top")

        said = cjm("diff", "sub/bread.journey.yaml")

        assert said.code == 0, said.err
        assert "feeling −1 → −2" in said.out

    @pytest.mark.parametrize(
        "name", ["my map.journey.yaml", "d'or \"x\".journey.yaml", "面包/买.journey.yaml",
                 "-x.journey.yaml", "a..b.journey.yaml", "$(touch pwned).journey.yaml"]
    )  # fmt: skip
    def test_odd_paths_are_paths(self, here: Path, cjm: Run, name: str) -> None:
        path = committed(here, MAP, name)
        path.write_text(WORSE, encoding="utf-8")

        said = cjm("diff", "--", name)
        alone = cjm("diff", f"HEAD:{name}")

        for each in (said, alone):
            assert each.code == 0, each.err
            assert "feeling −1 → −2" in each.out
        assert not (here / "pwned").exists()

    def test_an_operand_may_lie_in_another_repository(
        self, here: Path, cjm: Run, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        path = committed(tmp_path_factory.mktemp("other"))
        path.write_text(WORSE)

        assert "feeling −1 → −2" in cjm("diff", str(path)).out


class TestBadInput:
    """One clear message, exit 2, and nothing that reads as "no changes"."""

    def told(self, said: object) -> str:
        assert said.code == 2, said
        assert said.out == ""
        assert "Traceback" not in said.err
        errors = [line for line in said.err.splitlines() if line.startswith("error:")]
        assert len(errors) == 1, said.err
        return errors[0]

    @pytest.mark.parametrize(
        "content", [b"\x00\x01\x02PNG\xff", b"", b"- 1\n- 2\n", BROKEN.encode()]
    )
    @pytest.mark.parametrize("bad", ["a", "b"])
    def test_a_map_that_cannot_be_read(
        self, here: Path, cjm: Run, content: bytes, bad: str
    ) -> None:
        for name in "ab":
            (here / f"{name}.journey.yaml").write_bytes(content if name == bad else MAP.encode())

        said = cjm("diff", "a.journey.yaml", "b.journey.yaml")

        assert said.code == 2
        assert said.out == ""
        assert f"'{bad}.journey.yaml' cannot be compared" in said.err

    def test_a_file_that_is_not_there(self, repository: Path, cjm: Run) -> None:
        error = self.told(cjm("diff", "bread.journey.yaml", "gone.journey.yaml"))

        assert "'gone.journey.yaml' is no file, folder and no revision of git" in error

    @pytest.mark.parametrize("name", ["C:\\maps\\a.journey.yaml", "c:/maps/a.journey.yaml"])
    def test_a_drive_letter_is_no_revision(self, repository: Path, cjm: Run, name: str) -> None:
        assert "there is no file or folder" in self.told(cjm("diff", "bread.journey.yaml", name))

    def test_a_file_and_a_folder(self, repository: Path, cjm: Run) -> None:
        (repository / "maps").mkdir()

        error = self.told(cjm("diff", "bread.journey.yaml", "maps"))

        assert "'bread.journey.yaml' is a file and 'maps' a folder" in error

    @needs_git
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("v9",), "'v9' is no file, folder and no revision of git: there is no revision 'v9'"),
            (("v9..HEAD",), "cannot compare 'v9' with 'HEAD': there is no revision 'v9'"),
            (("HEAD...v9",), "cannot compare 'HEAD' with 'v9': there is no revision 'v9'"),
            (("HEAD:none.journey.yaml",), "there is no 'none.journey.yaml' in 'HEAD'"),
            (("v9:bread.journey.yaml",), "'v9:bread.journey.yaml' is no file and no revision"),
            (("--", "--output=x"), "there is no revision '--output=x'"),
            (("HEAD\nx",), "no revision"),
            (("$(touch pwned)",), "no revision"),
            (("@{-1}",), "no revision"),
            (("\x1b]0;red",), "no revision"),
        ],
    )
    def test_a_revision_that_does_not_exist(
        self, repository: Path, cjm: Run, words: tuple[str, ...], told: str
    ) -> None:
        said = cjm("diff", *words)

        assert told in self.told(said)
        assert "\x1b" not in said.err
        assert {each.name for each in repository.iterdir()} == {".git", "bread.journey.yaml"}

    @needs_git
    def test_a_shallow_clone_says_so(self, here: Path, cjm: Run) -> None:
        committed(here / "whole")
        committed(here / "whole", WORSE)
        git(here, "clone", "-q", "--depth", "1", f"file://{here}/whole", "part")
        os.chdir(here / "part")

        assert "shallow clone" in self.told(cjm("diff", "HEAD~1"))
        assert "shallow clone" in self.told(cjm("diff", "HEAD~1...HEAD"))

    @needs_git
    def test_no_repository(self, here: Path, cjm: Run) -> None:
        (here / "a.journey.yaml").write_text(MAP)

        error = self.told(cjm("diff", "a.journey.yaml"))

        assert "'a.journey.yaml' has no baseline, and git cannot say what it was" in error
        assert "is in no git repository" in error

    def test_no_git(self, here: Path, cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / "a.journey.yaml").write_text(MAP)
        monkeypatch.setenv("PATH", "")

        assert "git is not installed" in self.told(cjm("diff", "a.journey.yaml"))

    @needs_git
    def test_a_map_that_is_not_committed_yet(self, repository: Path, cjm: Run) -> None:
        (repository / "new.journey.yaml").write_text(MAP.replace("bread", "milk"))

        error = self.told(cjm("diff", "new.journey.yaml"))

        assert "'new.journey.yaml' is not in the last commit" in error

    @needs_git
    def test_a_repository_without_a_commit(self, here: Path, cjm: Run) -> None:
        git(here, "init", "-q")
        (here / "a.journey.yaml").write_text(MAP)

        assert "there is no revision 'HEAD'" in self.told(cjm("diff", "a.journey.yaml"))

    @needs_git
    def test_a_map_that_was_broken_in_the_last_commit(self, here: Path, cjm: Run) -> None:
        path = committed(here, BROKEN)
        path.write_text(MAP)

        said = cjm("diff")

        assert said.code == 2
        assert "'HEAD' cannot be compared" in said.err
        assert said.out == ""

    @needs_git
    def test_programs_that_a_repository_names_never_run(self, repository: Path, cjm: Run) -> None:
        marks = repository.parent / "ran"
        for key in ("core.pager", "diff.external", "core.fsmonitor", "core.sshCommand",
                    "diff.cjm.command", "diff.cjm.textconv", "filter.x.smudge"):  # fmt: skip
            git(repository, "config", key, f"touch {marks}")
        (repository / ".gitattributes").write_text("*.yaml diff=cjm filter=x\n")
        (repository / "bread.journey.yaml").write_text(WORSE)

        said = cjm("diff")

        assert "feeling −1 → −2" in said.out
        assert not marks.exists()

    @pytest.mark.parametrize("value", ["-1", "101", "nan", "many"])
    def test_a_likeness_that_is_none(self, here: Path, cjm: Run, value: str) -> None:
        (here / "a.journey.yaml").write_text(MAP)

        error = self.told(
            cjm("diff", "a.journey.yaml", "a.journey.yaml", f"--min-likeness={value}")
        )

        assert "per cent from 0 to 100" in error

    @needs_git
    def test_a_clone_without_contents_says_so(self, here: Path, cjm: Run) -> None:
        committed(here / "whole")
        git(here / "whole", "config", "uploadpack.allowFilter", "true")
        for depth in ("blob:none", "tree:0"):
            clone = ("clone", "-q", "--no-checkout", f"--filter={depth}")
            git(here, *clone, f"file://{here}/whole", depth.partition(":")[0])
            os.chdir(here / depth.partition(":")[0])
            Path("bread.journey.yaml").write_text(MAP)

            said = cjm("diff")

            assert said.code == 2
            assert said.out == ""
            assert said.err.count("error:") + said.err.count("error[") <= 2


@needs_git
class TestBreaking:
    @pytest.mark.parametrize(
        ("words", "others"),
        [
            (", pains: [{id: queue, text: A long queue, severity: 4}]", ""),
            ("id: pay, ", "paying, "),
        ],
    )
    def test_what_a_later_map_names_may_not_go(
        self, repository: Path, cjm: Run, words: str, others: str
    ) -> None:
        text = FUTURE.replace("resolves: queue", "resolves: queue, replaces: pay")
        committed(repository, text.replace("id: pay,", "id: tap,"), "future.journey.yaml")
        new = MAP.replace(words, f"id: {others}" if others else "")
        (repository / "bread.journey.yaml").write_text(new)

        said = cjm("diff", "bread.journey.yaml", "--fail-on", "breaking")

        assert said.code == 1, said.out
        assert "[id-gone]" in said.out


class TestRules:
    def test_a_rule_of_the_comparison_is_explained(self, cjm: Run) -> None:
        said = cjm("explain", "[feeling-fell]")

        assert said.code == 0
        assert "Customers feel worse at a step." in said.out
        assert "Level: worse" in said.out

    def test_all_are_listed(self, cjm: Run) -> None:
        from cjm.diff.levels import RULES

        said = cjm("rules", "--diff")
        listed = json.loads(cjm("rules", "--diff", "--output-format", "json").out)

        assert [line.split()[0] for line in said.out.splitlines()[:-2]] == list(RULES)
        assert {each["name"]: each["level"] for each in listed} == {
            name: level.value for name, (level, _) in RULES.items()
        }

    @pytest.mark.parametrize("word", ["--only=worse", "--summary", "--stat", "--all"])
    def test_what_text_alone_heeds_is_refused_elsewhere(
        self, here: Path, cjm: Run, word: str
    ) -> None:
        (here / "a.journey.yaml").write_text(MAP)
        maps = ("a.journey.yaml", "a.journey.yaml")

        said = cjm("diff", *maps, word, "--output-format", "json")

        assert said.code == 2
        assert f"{word.partition('=')[0]} is for text, not for json" in said.err
