"""A Mermaid `journey` diagram to a journey file that a person can go on with."""

from __future__ import annotations

from typing import Any

from cjm.model.journey import Journey
from cjm.model.key_order import key_order
from cjm.source.document import Document
from cjm.source.writer import write_yaml


def import_mermaid(document: Document) -> str:
    """Return the YAML of the journey that a Mermaid document holds.

    Raises:
        ValueError: The document holds no journey; its problems say why.
    """
    return write_yaml(journey_data(document), order=key_order(Journey))


def journey_data(document: Document) -> dict[str, Any]:
    """Return the data of the journey that a Mermaid document holds, as a file would write it.

    A step that everyone takes does not name its personas: that is what leaving them out means.

    Raises:
        ValueError: The document holds no journey; its problems say why.
    """
    if document.data is None:
        raise ValueError(f"'{document.path}' holds no journey diagram")
    everyone = document.data.get("personas", [])
    stages = [_stage(stage, everyone) for stage in document.data["stages"]]
    return {**document.data, "stages": stages}


def _stage(stage: dict[str, Any], everyone: list[str]) -> dict[str, Any]:
    if "steps" not in stage:
        return stage
    return {**stage, "steps": [_step(step, everyone) for step in stage["steps"]]}


def _step(step: dict[str, Any], everyone: list[str]) -> dict[str, Any]:
    if set(step.get("personas", ())) != set(everyone):
        return step
    return {key: value for key, value in step.items() if key != "personas"}
