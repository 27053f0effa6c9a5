"""Renaming whatever has an id in a real workspace: nothing that refers to it is left behind."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from lsprotocol.converters import get_converter

from cjm.lint.engine import lint
from cjm.lint.result import LintOptions
from cjm.lsp.addresses import path_of
from cjm.lsp.rename import rename
from cjm.lsp.session import OpenText, Session
from cjm.lsp.targets import definitions
from cjm.workspace.files import DiskFiles, MemoryFiles
from cjm.workspace.load import load
from tests.lsp.client import applied

ROOT = Path(__file__).parents[2] / "examples" / "5g-upgrade"
FILES = sorted(
    path
    for folder in ("journeys", "library", "personas")
    for path in (ROOT / folder).glob("*.yaml")
)


def findings(texts: dict[str, str]) -> Counter[str]:
    """Return how often each rule finds something, with some files changed."""
    files = MemoryFiles(texts, DiskFiles(ROOT))
    workspace = load(files, ["."]).workspaces[0]
    options = LintOptions(exists=files.is_file)
    found = lint(workspace, options=options, today=datetime.date(2026, 11, 20))
    return Counter(each.rule for each in found.findings)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_refers_to_an_id_that_is_gone(path: Path) -> None:
    session = Session()
    text = OpenText(path.as_uri(), path.as_posix(), 1, path.read_text(encoding="utf-8"))
    session.put(text)
    spot = session.spot(text)
    assert spot is not None
    spans = [each.id_span or each.name_span for each in definitions(spot, spot.path)]
    chosen = [span for span in spans if span is not None][::9]
    before = findings({})
    assert chosen

    for span in chosen:
        edit = rename(spot, spot.index.position(span.start.offset), "brand-new")
        changed = {}
        for change in get_converter().unstructure(edit)["documentChanges"]:
            place = Path(str(path_of(change["textDocument"]["uri"])))
            held = place.read_text(encoding="utf-8")
            changed[place.relative_to(ROOT).as_posix()] = applied(held, change["edits"])

        assert changed
        assert findings(changed) <= before
