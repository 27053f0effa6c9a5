"""Judging many maps side by side finds what judging them one by one does."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cjm.lint import LintOptions, LintResult
from cjm.lint.parallel import WORTH_IT, lint_paths
from cjm.workspace.files import DiskFiles
from cjm.workspace.groups import independent_groups, shares

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


@pytest.mark.parametrize("validated", [False, True])
def test_two_processes_find_what_one_does(tmp_path: Path, validated: bool) -> None:
    many(tmp_path, validated=validated)

    alone, together = judged(tmp_path, 1), judged(tmp_path, 2)

    assert len(alone.findings) > 100
    assert together.findings == alone.findings
    assert together == alone


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

    assert sorted(path for share in divided for path in share) == sorted(sizes)
    loads = [sum(sizes[path] for path in share) for share in divided]
    assert max(loads) - min(loads) <= 20
