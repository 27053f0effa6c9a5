"""The schema of each kind of file, as text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.library import LibraryFile
from cjm.model.persona import PersonaFile
from cjm.model.schema.objects import schema_for

WIDTH = 110


@dataclass(frozen=True)
class FileKind:
    """A kind of file.

    Attributes:
        name: `journey`; its schema is `schemas/journey.schema.json`.
        cls: What it holds.
        title: What editors call it.
    """

    name: str
    cls: type[Item]
    title: str


FILES = (
    FileKind("journey", Journey, "Journey map"),
    FileKind("persona", PersonaFile, "Persona"),
    FileKind("library", LibraryFile, "Library of shared touchpoints, evidence and the like"),
)


def schema_texts(kinds: Iterable[FileKind] = FILES) -> dict[str, str]:
    """Return the schemas of `kinds`: file name → its text."""
    return {
        f"{kind.name}.schema.json": _laid_out(schema_for(kind.cls, kind.title)) + "\n"
        for kind in kinds
    }


def _laid_out(value: Any, indent: str = "") -> str:
    """Return `value` as JSON: what fits on a line stands on one, so that a diff can be read."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent) + len(line) <= WIDTH:
        return line
    deeper = indent + " "
    if isinstance(value, list):
        parts = [_laid_out(each, deeper) for each in value]
    else:
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {_laid_out(each, deeper)}"
            for key, each in value.items()
        ]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    inside = f",\n{deeper}".join(parts)
    return f"{opening}\n{deeper}{inside}\n{indent}{closing}"
