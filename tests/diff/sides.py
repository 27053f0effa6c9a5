"""Sides of a comparison, made of texts in memory."""

from __future__ import annotations

import textwrap

from cjm.diff.compare import Comparison, compare
from cjm.diff.side import Side
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load

OLD, NEW = "old.journey.yaml", "new.journey.yaml"


def side(text: str, path: str = OLD, **others: str) -> Side:
    """Return the map that `text` holds; `others` are files beside it, path → text."""
    loaded = load(MemoryFiles({path: text, **others}), [])
    workspace = loaded.workspaces[0]
    map = next(each for each in workspace.maps if each.path == path)
    return Side(map, workspace)


def sides(old: str, new: str) -> tuple[Side, Side]:
    """Return two maps of one workspace, so that the new may name the old as its baseline."""
    loaded = load(MemoryFiles({OLD: old, NEW: new}), [])
    workspace = loaded.workspaces[0]
    maps = {each.path: each for each in workspace.maps}
    return Side(maps[OLD], workspace), Side(maps[NEW], workspace)


def step(fields: str, *, head: str = "") -> str:
    """Return a map of one stage and one step with `fields`; `head` stands above the stages."""
    body = textwrap.indent(textwrap.dedent(fields).strip(), " " * 8)
    return (
        f"cjm: journey/1\ntitle: Buys bread\n{textwrap.dedent(head)}\n"
        f"stages:\n  - id: shop\n    name: Shop\n    steps:\n      - id: pay\n{body}\n"
    )


def compared(old: str, new: str) -> Comparison:
    """Compare two texts."""
    return compare(*sides(old, new))
