"""Workspaces made of texts in memory, and fragments laid over the skeletons."""

from __future__ import annotations

import datetime
import functools
import json
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from cjm.findings import Finding
from cjm.lint import LintOptions, LintResult, lint
from cjm.rulebook.page import Example
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load
from cjm.workspace.workspace import Workspace

TODAY = datetime.date(2026, 11, 20)
SKELETONS = Path(__file__).parent / "skeletons"
PICTURES = ("journeys/pictures/counter.png",)
_FILE = re.compile(r"^# file: (\S+)(?: like (\S+))?$", re.MULTILINE)
CHANGES = (("plans/prices.md", datetime.date(2026, 11, 2)),)

Texts = Mapping[str, str]


def workspace_of(texts: Texts) -> Workspace:
    """Load `path → text` as one workspace, all its files shown."""
    loaded = load(MemoryFiles(texts), list(texts) if _is_named(texts) else [])
    (workspace,) = loaded.workspaces
    return workspace


def _is_named(texts: Texts) -> bool:
    return any(path.endswith((".md", ".mmd")) for path in texts)


def linted(texts: Texts, **options: Any) -> LintResult:
    """Lint `path → text` at strict, where nothing else is asked for."""
    options = {"profile": "strict", **options}
    known = {*texts, *PICTURES}
    options.setdefault("exists", known.__contains__)
    options.setdefault("changed", lambda root, starts, since: CHANGES)
    return lint(workspace_of(texts), options=LintOptions(**options), today=TODAY)


def findings_in(text: str, **options: Any) -> list[Finding]:
    """Return the findings of one map."""
    return list(linted({"a.journey.yaml": text}, **options).findings)


def rules_in(text: str, **options: Any) -> list[str]:
    """Return the names of the rules that find something in one map."""
    return [each.rule for each in findings_in(text, **options)]


def texts_of(example: Example) -> dict[str, str]:
    """Return the files that an example of a page makes: its skeleton with its fragments laid over."""
    if example.over == "text":
        return {"a.journey.yaml": example.text}
    if example.over == "mermaid":
        return {"a.mmd": example.text}
    files = skeleton(example.over)
    main = next(iter(files))
    for path, like, fragment in _fragments(example.text, main):
        files[path] = lay_over(files.get(path, deepcopy(files.get(like, {}))), fragment)
    return {path: json.dumps(data, ensure_ascii=False, default=str) for path, data in files.items()}


def skeleton(name: str) -> dict[str, Any]:
    """Return the skeleton `name`: path → data; the first is the one that examples are laid over."""
    return deepcopy(_read((SKELETONS / f"{name}.yaml").read_text(encoding="utf-8")))


@functools.cache
def _read(text: str) -> Any:
    return YAML(typ="safe").load(text)


def _fragments(text: str, main: str) -> list[tuple[str, str, Any]]:
    """Return `(path, path of the file it is like, fragment)`."""
    parts = _FILE.split(text)
    named = [(main, "", parts[0]), *zip(parts[1::3], parts[2::3], parts[3::3], strict=True)]
    return [(path, like or "", _read(part)) for path, like, part in named if part.strip()]


def lay_over(base: Any, fragment: Any) -> Any:
    """Return `base` with `fragment` laid over it.

    Mappings are merged, an empty value takes its key away. Lists whose items have ids are merged by
    id: an item that is new is added, one whose `name` is emptied is taken away. Any other list or
    value takes the place of what was there.
    """
    if isinstance(base, dict) and isinstance(fragment, dict):
        merged = dict(base)
        for key, value in fragment.items():
            if value is None:
                merged.pop(key, None)
            else:
                merged[key] = lay_over(base.get(key), value)
        return merged
    if _has_ids(base) and isinstance(fragment, list):
        return _merged_by_id(base, fragment)
    return _without_empty(fragment)


def _has_ids(items: Any) -> bool:
    return isinstance(items, list) and any(
        isinstance(each, dict) and "id" in each for each in items
    )


def _merged_by_id(base: list[Any], fragment: list[Any]) -> list[Any]:
    merged = list(base)
    places = {each["id"]: at for at, each in enumerate(base) if isinstance(each, dict)}
    for item in fragment:
        id = item.get("id") if isinstance(item, dict) else None
        if id not in places:
            merged.append(_without_empty(item))
        elif item.get("name", "") is None:
            merged[places[id]] = None
        else:
            merged[places[id]] = lay_over(base[places[id]], item)
    return [each for each in merged if each is not None]


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(each) for key, each in value.items() if each is not None}
    return [_without_empty(each) for each in value] if isinstance(value, list) else value
