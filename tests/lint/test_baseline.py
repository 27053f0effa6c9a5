"""A baseline hides what is known, on any number of cores, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.errors import UsageError
from cjm.lint.baseline import baseline_of, baseline_path, compared, recorded
from cjm.lint.parallel import lint_paths
from cjm.lint.result import LintOptions, LintResult
from cjm.rulebook.baseline import Baseline
from cjm.workspace.files import DiskFiles, Files, MemoryFiles
from cjm.workspace.survey import Survey

MAP = """\
cjm: journey/1
title: {title}
state: current
persona: Sam
stages:
  - name: First
    steps:
      - {{name: Looks around, feeling: 1}}
      - {{name: Gives up, feeling: -1, pains: {{text: Nothing fits, severity: 5}}}}
"""


def run(files: Files, *paths: str, workers: int = 1) -> tuple[Survey, LintResult]:
    ((found, result),) = lint_paths(
        files, paths or (".",), options=LintOptions(exists=files.is_file), workers=workers
    )
    return found, result


def memory(**more: str) -> MemoryFiles:
    named = {f"{name}.journey.yaml": text for name, text in more.items()}
    return MemoryFiles({"cjm.yaml": "cjm: workspace/1\n", **named})


def test_what_was_recorded_is_hidden_and_what_is_new_is_not() -> None:
    before, found = run(memory(walk=MAP.format(title="A walk")))[::-1]
    baseline = recorded(before, None, found)
    worse = MAP.format(title="A walk").replace("Looks around", "TODO")

    same = compared(before, baseline, found)
    new = compared(run(memory(walk="\n\n# moved\n" + worse))[1], baseline, found)

    assert before.findings
    assert (same.result.findings, same.result.known) == ((), len(before.findings))
    assert "placeholder-text" in {each.rule for each in new.result.findings}
    assert new.result.known >= len(before.findings) - 2


@pytest.mark.parametrize("workers", [1, 2])
def test_one_core_and_two_hide_the_same(tmp_path: Path, workers: int) -> None:
    (tmp_path / "cjm.yaml").write_text("cjm: workspace/1\n")
    for number in range(30):
        (tmp_path / f"w{number}.journey.yaml").write_text(MAP.format(title=f"Walk {number}"))
    files = DiskFiles(tmp_path)
    found, alone = run(files)
    baseline = recorded(alone, None, found)
    (tmp_path / "w7.journey.yaml").write_text(MAP.format(title="TODO"))

    seen = compared(run(files, workers=workers)[1], baseline, found)

    assert {each.place.path for each in seen.result.findings} == {"w7.journey.yaml"}
    assert {each.rule for each in seen.result.findings} == {"placeholder-text"}
    assert seen.result.known == len(alone.findings)


def test_an_error_of_the_format_is_never_hidden() -> None:
    files = memory(walk=MAP.format(title="A walk").replace("feeling: 1", "emotion: 1"))
    found, result = run(files)

    baseline = recorded(result, None, found)
    hostile = baseline.joined(
        [(next(iter(baseline.counts))._replace(rule="unknown-key", place=place), 9)
         for place in ("walk#stages/first/steps/looks-around/emotion", "")]
    )  # fmt: skip

    assert "unknown-key" not in {entry.rule for entry in baseline.counts}
    for each in (baseline, hostile):
        left = compared(result, each, found).result.findings
        assert [finding.rule for finding in left] == ["unknown-key"]


def test_what_occurs_no_more_is_counted_and_pruned() -> None:
    found, before = run(memory(walk=MAP.format(title="TODO")))
    baseline = recorded(before, None, found)

    seen = compared(run(memory(walk=MAP.format(title="A walk")))[1], baseline, found)

    assert seen.gone == 1
    assert {each.rule for each in baseline.counts} - {each.rule for each in seen.pruned.counts} == {
        "placeholder-text"
    }


def test_of_files_and_rules_that_were_not_judged_nothing_is_forgotten() -> None:
    files = memory(one=MAP.format(title="TODO"), two=MAP.format(title="TODO"))
    found, whole = run(files)
    baseline = recorded(whole, None, found)

    part, judged = run(files, "one.journey.yaml")
    again = recorded(judged, baseline, part)
    few = compared(LintResult(rules=("missing-scope",)), baseline, found)

    assert again == baseline
    assert few.gone == 2


def test_a_file_that_is_gone_is_forgotten() -> None:
    found, whole = run(memory(one=MAP.format(title="TODO"), two=MAP.format(title="B")))
    baseline = recorded(whole, None, found)

    left, judged = run(memory(two=MAP.format(title="B")))
    again = recorded(judged, baseline, left)

    assert {entry.path for entry in again.counts} == {"two.journey.yaml"}
    assert compared(judged, baseline, left).gone == sum(
        count for entry, count in baseline.counts.items() if entry.path == "one.journey.yaml"
    )


def test_what_is_reported_once_a_file_is_new_when_its_count_grows() -> None:
    first = MAP.format(title="A walk")
    more = first + "      - {name: Asks, feeling: 1}\n"
    found, before = run(memory(walk=first))
    baseline = recorded(before, None, found)

    after = compared(run(memory(walk=more))[1], baseline, found).result

    assert "step-without-touchpoint" in {each.rule for each in after.findings}


def test_a_workspace_may_have_none_or_name_its_own() -> None:
    own = MemoryFiles(
        {"w/cjm.yaml": "lint: {baseline: known/x.json}\n", "w/known/x.json": Baseline().text()}
    )
    none = memory(walk=MAP.format(title="A"))

    found = lint_paths(own, ["w"], options=LintOptions())[0][0]

    assert baseline_path(found) == "w/known/x.json"
    assert baseline_of(own, found) == Baseline()
    assert baseline_of(none, run(none)[0]) is None


@pytest.mark.parametrize(
    ("setting", "content", "told"),
    [
        ("../x.json", None, "may lie outside the workspace"),
        ("/etc/x.json", None, "may lie outside the workspace"),
        ("x.json", None, "there is no baseline 'x.json'"),
        ("x.json", "{", "cannot be used: it is not valid JSON"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_told_in_one_sentence(
    setting: str, content: str | None, told: str
) -> None:
    texts = {
        "cjm.yaml": f"lint: {{baseline: {setting}}}\n",
        "a.journey.yaml": MAP.format(title="A"),
    }
    files = MemoryFiles(texts | ({setting: content} if content else {}))
    found, _ = run(files)

    with pytest.raises(UsageError, match=told):
        baseline_of(files, found)
