"""Diagrams that people wrote are read as Mermaid reads them, or something is said.

They are not part of this repository: the folder that holds them is named by `CJM_REAL_INPUTS`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from cjm.source.document import Document
from cjm.source.mermaid import parse_mermaid

_BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "inputs"
_FOLDER = Path(os.environ.get("CJM_REAL_INPUTS", _BESIDE)) / "mermaid"
_READING = _FOLDER / "mermaid-reading.json"

pytestmark = pytest.mark.skipif(
    not _READING.is_file(),
    reason="no real diagrams: set CJM_REAL_INPUTS to the folder that holds mermaid/",
)
_FILES: dict[str, Any] = (
    json.loads(_READING.read_text(encoding="utf-8"))["files"] if _READING.is_file() else {}
)


def read(name: str) -> Document:
    return parse_mermaid((_FOLDER / name).read_text(encoding="utf-8"), name)


def said(document: Document) -> dict[int, set[str]]:
    """Return line → words for what Mermaid misreads there."""
    found: dict[int, set[str]] = {}
    for problem in document.problems:
        found.setdefault(problem.span.start.line, set()).add(str(problem.data["reading"]))
    return found


@pytest.mark.parametrize("name", _FILES)
def test_stages_steps_feelings_and_personas_agree_with_mermaid(name: str) -> None:
    theirs, document = _FILES[name], read(name)
    if not theirs["ok"]:
        assert any("Mermaid rejects" in problem.help for problem in document.problems)
        return

    data = document.data
    ours = [(stage["name"], step) for stage in data["stages"] for step in stage.get("steps", [])]

    assert len(ours) == len(theirs["tasks"])
    for (section, step), task in zip(ours, theirs["tasks"], strict=True):
        assert section == (task["section"].strip() or data["title"])
        assert step["name"] == task["task"].strip()
        assert step.get("personas", []) == [person for person in task["people"] if person]
        if task["score"] in (1, 2, 3, 4, 5):
            assert step["feeling"] == str(task["score"] - 3)
        else:
            assert "feeling" not in step
    if theirs["sections"]:
        assert [stage["name"] for stage in data["stages"]] == theirs["sections"]
    assert sorted(data.get("personas", [])) == sorted(filter(None, theirs["actors"]))
    if theirs["title"]:
        assert data["title"] == theirs["title"].strip()


@pytest.mark.parametrize("name", _FILES)
def test_what_mermaid_swallows_is_said_at_its_line(name: str) -> None:
    theirs, document = _FILES[name], read(name)
    if not theirs["ok"]:
        assert said(document) == {5: {"unreadable-line"}}
        return

    expected = _expected(theirs, document)

    assert said(document) == expected


def _expected(theirs: dict[str, Any], document: Document) -> dict[int, set[str]]:
    """Return what ought to be said, told from Mermaid's own reading and the lines alone."""
    found: dict[int, set[str]] = {}
    lines = document.lines
    if not theirs["title"] and "title: My working day" not in lines:
        found[next(n for n, line in enumerate(lines, 1) if line.strip() == "journey")] = {
            "no-title"
        }
    tasks = iter(theirs["tasks"])
    seen: list[str] = []
    with_tasks = {task["section"] for task in theirs["tasks"]}
    for number, line in enumerate(lines, 1):
        name, *fields = line.strip().split(":")
        if line.strip().startswith("section "):
            section = line.strip()[8:].strip()
            if section in seen:
                found.setdefault(number, set()).add("section-again")
            if section not in with_tasks:
                found.setdefault(number, set()).add("section-without-tasks")
            seen.append(section)
        elif (
            fields and (seen or len(fields) > 1) and not name.startswith(("%", "#", "acc", "title"))
        ):
            for word in _misread(next(tasks), fields):
                found.setdefault(number, set()).add(word)
    return found


def _misread(task: dict[str, Any], fields: list[str]) -> list[str]:
    if task["score"] == "NaN":
        return ["colon-in-name"]
    words = [] if 1 <= task["score"] <= 5 else ["score-out-of-range"]
    if not any(task["people"]):
        words.append("no-actor")
    return words + ["further-field"] * (len(fields) > 2)
