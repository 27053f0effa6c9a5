"""A Mermaid diagram becomes a journey file that says the same and is pleasant to go on with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.convert.mermaid import import_mermaid, journey_data
from cjm.model.journey import Journey
from cjm.source import parse
from cjm.source.document import Document
from cjm.source.mermaid import parse_mermaid

DAY = """\
journey
  title Ticket #35;42: a day
  accDescr: In two parts
  section Go to work
    Make tea: 5: Me
    Do work: 1: Me, Cat
    404: 500: Me: lost
  section Go home
    Sit down: 3.5: Cat
  section Sleep
"""

FILE = """\
cjm: journey/1
title: "Ticket #42: a day"
description: In two parts
personas: [Me, Cat]

stages:
  - name: Go to work
    steps:
      - name: Make tea
        personas: [Me]
        feeling: 2

      - name: Do work
        feeling: -2

      - name: "404"
        personas: [Me]
        x-mermaid-score: 500

  - name: Go home
    steps:
      - name: Sit down
        personas: [Cat]
        feeling: 0.5

  - name: Sleep
"""


def test_the_file_is_short_and_written_as_cjm_writes_files() -> None:
    assert import_mermaid(parse_mermaid(DAY, "day.mmd")) == FILE


def test_a_step_that_everyone_takes_does_not_name_its_personas() -> None:
    document = parse_mermaid("journey\ntitle T\nA: 3: Me, You\nB: 3: You, Me\nC: 3: You", "a.mmd")

    steps = journey_data(document)["stages"][0]["steps"]

    assert [step.get("personas") for step in steps] == [None, None, ["You"]]


def test_a_document_without_a_journey_is_refused() -> None:
    with pytest.raises(ValueError, match="holds no journey diagram"):
        import_mermaid(parse_mermaid("gantt\n", "a.mmd"))


def explicit(data: dict[str, Any]) -> Journey:
    """Return the journey with every step's personas named, in the order of the journey's."""
    everyone = data.get("personas", [])
    stages = [
        {**stage, "steps": [_named(step, everyone) for step in stage.get("steps", [])]}
        for stage in data["stages"]
    ]
    return Journey.model_validate({**data, "stages": stages})


def _named(step: dict[str, Any], everyone: list[str]) -> dict[str, Any]:
    personas = step.get("personas", everyone)
    return {**step, "personas": sorted(personas, key=everyone.index)}


def check(document: Document) -> None:
    text = import_mermaid(document)
    read = parse(text, "a.journey.yaml")

    assert read.problems == ()
    assert Journey.model_validate(read.data) == Journey.model_validate(journey_data(document))
    assert explicit(read.data) == explicit(document.data)


_BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "inputs"
_FOLDER = Path(os.environ.get("CJM_REAL_INPUTS", _BESIDE)) / "mermaid"


@pytest.mark.skipif(
    not _FOLDER.is_dir(),
    reason="no real diagrams: set CJM_REAL_INPUTS to the folder that holds mermaid/",
)
def test_every_real_diagram_loads_back_as_the_same_journey() -> None:
    files = sorted(_FOLDER.glob("*.mmd"))

    for file in files:
        check(parse_mermaid(file.read_text(encoding="utf-8"), file.name))

    assert files


# Two private characters are the parser's own.
words = st.text(
    st.one_of(
        st.sampled_from("ab 1-:#'\"%,[]{}&*!?|>@`~.\\"),
        st.characters(codec="utf-8", exclude_characters="\ue0f0\ue0f1"),
    ),
    max_size=12,
)
tasks = st.tuples(
    words, st.sampled_from(["1", "5", "2.5", "9", "x", ""]), st.lists(words, max_size=3)
)


@settings(max_examples=200, deadline=None)
@given(words, st.lists(st.tuples(words, st.lists(tasks, max_size=3)), max_size=3))
def test_any_diagram_loads_back_as_the_same_journey(title: str, sections: list[Any]) -> None:
    lines = ["journey", f"title {title}"]
    for section, its_tasks in sections:
        lines.append(f"section {section}")
        lines += [f"{name}: {score}: {', '.join(actors)}" for name, score, actors in its_tasks]
    document = parse_mermaid("\n".join(lines), "a.mmd")

    if document.data is not None:
        check(document)
