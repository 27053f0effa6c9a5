"""Judging many maps side by side finds what judging them one by one does."""

from __future__ import annotations

import datetime
import gc
import weakref
from pathlib import Path

import pytest

from cjm.lint import LintOptions, LintResult, lint, parallel
from cjm.lint.parallel import WORTH_IT, lint_paths
from cjm.workspace.files import DiskFiles
from cjm.workspace.groups import independent_groups, shares
from cjm.workspace.load import gather
from cjm.workspace.survey import survey

TODAY = datetime.date(2026, 11, 22)
PERSONA = "cjm: persona/1\nname: Li Na\n"


def many(folder: Path, *, validated: bool = False) -> None:
    """Write a workspace with findings of every kind in many maps, some of them linked."""
    (folder / "cjm.yaml").write_text("cjm: workspace/1\nlanguages: [en, zh]\nunknwon: 1\n")
    (folder / "li-na.persona.yaml").write_text(PERSONA)
    (folder / "t.library.yaml").write_text("cjm: library/1\ntouchpoints: {app: App, bad: {x: 1}}\n")
    for number in range(WORTH_IT + 6):
        status = "status: validated\n" if validated and number == 20 else ""
        baseline = f"state: future\nbaseline: map-{number - 1}\n" if number % 5 == 4 else ""
        text = (
            f"cjm: journey/1\ntitle: Map {number}\n{status}{baseline}persona: li-na\nstages:\n"
            f"  - name: Learn\n    emotion: 1\n    steps:\n"
            f"      - {{name: Looks, pains: Pain, touchpoints: Ap, resolves: [pain]}}\n"
            f"      - {{name: TODO, feeling: {number}, evidence: [nothing]}}\n"
        )
        (folder / f"map-{number}.journey.yaml").write_text(text)


def judged(folder: Path, workers: int) -> LintResult:
    ((_, result),) = lint_paths(
        DiskFiles(folder), ["."], options=LintOptions(), today=TODAY, workers=workers
    )
    return result


def whole(folder: Path) -> LintResult:
    """Judge all maps at once, in this process."""
    (found,) = survey(DiskFiles(folder), ["."])
    options = LintOptions(paths=found.asked)
    return lint(gather(DiskFiles(folder), found), options=options, today=TODAY)


@pytest.mark.parametrize("validated", [False, True])
@pytest.mark.parametrize("batch", [1, 1_000, 10**9])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_shares_and_batches_find_what_one_run_over_all_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, validated: bool, batch: int, workers: int
) -> None:
    many(tmp_path, validated=validated)
    monkeypatch.setattr(parallel, "BATCH", batch)

    result = judged(tmp_path, workers)

    assert len(result.findings) > 100
    assert result == whole(tmp_path)


MAP = (
    "cjm: journey/1\ntitle: {0}\npersona: li-na\nstages: [{{name: A, steps: [{{name: Looks}}]}}]\n"
)
ODD = {
    "two maps with one id": {
        "a.journey.yaml": "id: same\n" + MAP.format("A"),
        "b.journey.yaml": "id: same\n" + MAP.format("B"),
    },
    "one of them in braces": {
        "a.journey.yaml": "id: same\n" + MAP.format("A"),
        "b.journey.yaml": '{"cjm":"journey/1","title":"B","id":"same","stages":[{"name":"C"}]}',
    },
    "an id in the next line": {
        "a.journey.yaml": "id:\n  same\n" + MAP.format("A"),
        "b.journey.yaml": "id: same\n" + MAP.format("B"),
    },
    "an id with an anchor": {
        "a.journey.yaml": "id: &x same\n" + MAP.format("A"),
        "b.journey.yaml": "id: same\n" + MAP.format("B"),
    },
    "lines that end with CR": {
        "a.journey.yaml": (MAP.format("A") + "id: same\n").replace("\n", "\r"),
        "b.journey.yaml": "id: same\n" + MAP.format("B"),
    },
    "a parent and a step of another map": {
        "a.journey.yaml": "parent: b#looks\n" + MAP.format("A"),
        "b.journey.yaml": "parent: a\n" + MAP.format("B"),
    },
    "a link that is hidden": {
        "a.journey.yaml": "? baseline\n: b\nresolves: [pain]\n" + MAP.format("A"),
        "b.journey.yaml": MAP.format("B").replace("Looks", "Looks, pains: Pain"),
    },
    "a persona that is called a map": {
        "a.journey.yaml": "cjm: persona/1\nname: Chen\n",
        "b.journey.yaml": MAP.format("B").replace("Looks", "Looks, personas: [{ref: Chen}]"),
    },
    "a map that is called a library": {
        "a.library.yaml": "baseline: b\n" + MAP.format("A"),
        "b.journey.yaml": MAP.format("B"),
    },
    "a persona that a live map raises": {
        "a.journey.yaml": "status: live\n" + MAP.format("A"),
        "b.persona.yaml": "cjm: persona/1\nname: Chen\n",
    },
    "a comment for a rule that runs on another map alone": {
        "a.journey.yaml": "# cjm: ignore-file[persona-without-evidence]: later\n" + MAP.format("A"),
        "b.journey.yaml": "status: live\n" + MAP.format("B"),
        "cjm.yaml": "cjm: workspace/1\nlint: {profile: sketch}\n",
    },
    "comments that nothing answers": {
        "a.journey.yaml": "# cjm: ignore-file[stage-count, persona]: later\n" + MAP.format("A"),
        "b.persona.yaml": "# cjm: ignore-file[stage-count]: x\ncjm: persona/1\nname: Chen\n",
        "c.journey.yaml": "# cjm: ignore-file[stage-count]: later\ntitle: [",
    },
    "a broken map, and something that is not there": {
        "a.yaml": "cjm: journey/1\ntitle: [\n",
        "b.journey.yaml": MAP.format("B").replace("Looks", "Looks, evidence: gone"),
    },
    "a broken library, and something that is not there": {
        "a.library.yaml": "cjm: library/1\nevidence: [\n",
        "b.journey.yaml": MAP.format("B").replace("Looks", "Looks, evidence: gone"),
    },
    "a file that is no text": {"a.journey.yaml": "\x00", "b.journey.yaml": MAP.format("B")},
    "a file that is empty": {"a.journey.yaml": "", "b.journey.yaml": MAP.format("B")},
}


@pytest.mark.parametrize("files", ODD.values(), ids=ODD)
@pytest.mark.parametrize("workers", [1, 2])
def test_what_maps_have_to_do_with_each_other_is_found_in_batches_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], workers: int
) -> None:
    monkeypatch.setattr(parallel, "BATCH", 1)
    (tmp_path / "li-na.persona.yaml").write_text(PERSONA)
    for number in range(WORTH_IT):
        (tmp_path / f"map-{number}.journey.yaml").write_text(MAP.format(number))
    for name, text in files.items():
        (tmp_path / name).write_text(text, newline="")

    assert judged(tmp_path, workers) == whole(tmp_path)


def test_a_map_that_cannot_be_read_is_told_in_batches_too(tmp_path: Path) -> None:
    many(tmp_path)
    (tmp_path / "gone.journey.yaml").symlink_to(tmp_path / "nothing")
    (tmp_path / "out.journey.yaml").symlink_to("/etc/hostname")

    result = judged(tmp_path, 2)

    assert {"gone.journey.yaml", "out.journey.yaml"} <= {
        each.place.path for each in result.findings
    }
    assert result == whole(tmp_path)


def test_a_run_leaves_nothing_behind_that_only_the_collector_would_find(tmp_path: Path) -> None:
    many(tmp_path)
    (found,) = survey(DiskFiles(tmp_path), ["."])
    workspace = gather(DiskFiles(tmp_path), found)
    journeys = [weakref.ref(each.document) for each in workspace.maps]
    gc.collect()
    gc.disable()

    try:
        lint(workspace, today=TODAY)
        del workspace
        left = [each for each in journeys if each() is not None]
    finally:
        gc.enable()

    assert journeys
    assert left == []


def test_maps_that_name_each_other_stay_together() -> None:
    sources = {
        "a.journey.yaml": b"title: A\n",
        "b.journey.yaml": b"baseline: a\n",
        "c.journey.yaml": b"id: other\nstages:\n  - {name: x, journey: b#step}\n",
        "d.journey.yaml": b'{"title":"D","parent":"./e.journey.yaml"}',
        "e.journey.yaml": b"title: E\n",
        "f.journey.yaml": b'{"cjm":"journey/1","title":"F"}',
        "x/f.journey.yaml": b"cjm: journey/1\n",
    }

    groups = independent_groups(sources)

    assert sorted(sorted(path[0] for path in group) for group in groups) == [
        ["a", "b", "c"], ["d", "e"], ["f", "x"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "link",
    [
        b"baseline: nowhere",
        b"parent: *x",
        b"journey:\n  a",
        b'{"baseline":"nowhere"}',
        b'"basel\\u0069ne": b',
        b"? baseline\n: b",
    ],
)
def test_a_link_that_leads_nowhere_keeps_all_maps_together(link: bytes) -> None:
    sources = {"a.journey.yaml": link, "b.journey.yaml": b"", "c.journey.yaml": b""}

    assert independent_groups(sources) == [list(sources)]


def test_shares_are_even_and_hold_every_map_once() -> None:
    sizes = {str(number): number for number in range(1, 20)}

    divided = shares([[path] for path in sizes], sizes, 3)

    assert sorted(path for share in divided for (path,) in share) == sorted(sizes)
    loads = [sum(sizes[path] for (path,) in share) for share in divided]
    assert max(loads) - min(loads) <= 20
