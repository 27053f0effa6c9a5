"""What an editor underlines while one types: a real session with the installed command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Editor, position
from tests.lsp.conftest import FILES, write_files

Start = Callable[..., Editor]
BUY = "journeys/buy.journey.yaml"


def codes(found: list[dict[str, Any]]) -> list[str]:
    return [each["code"] for each in found]


def test_a_typo_is_told_as_it_is_typed_and_taken_back(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)
    before = editor.diagnostics(uri)
    at = position(FILES[BUY], FILES[BUY].index("state") + 3)

    wrong = editor.change(uri, {"range": {"start": at, "end": at}, "text": "x"})
    found = editor.diagnostics(uri, wrong)
    after = {**at, "character": at["character"] + 1}
    right = editor.change(uri, {"range": {"start": at, "end": after}, "text": ""})

    (typo,) = [each for each in found if each["code"] == "unknown-key"]
    assert typo["severity"] == 1
    assert typo["source"] == "cjm"
    assert "did you mean 'state'?" in typo["message"]
    assert typo["range"] == {
        "start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 6},
    }  # fmt: skip
    assert editor.diagnostics(uri, right) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_columns_are_counted_as_was_agreed(start: Start, tmp_path: Path, encoding: str) -> None:
    editor = start(write_files(tmp_path), encodings=(encoding,))
    text = FILES[BUY].replace(
        "text: Side by side\n            addresses: [too-many]", "{text: Side by side 😀, impct: 3}"
    )

    uri = editor.open(tmp_path / BUY, text)

    (typo,) = [each for each in editor.diagnostics(uri) if each["code"] == "unknown-key"]
    line = text.split("\n")[typo["range"]["start"]["line"]]
    expected = len(line[: line.index("impct")].encode(encoding + "-le" * (encoding != "utf-8")))
    units = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    assert typo["range"]["start"]["character"] == expected // units
    assert editor.hello["capabilities"]["positionEncoding"] == encoding


def test_an_open_library_counts_before_it_is_saved(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)
    before = editor.diagnostics(uri)
    library = editor.open(tmp_path / "library/shared.library.yaml")
    editor.diagnostics(library)

    text = FILES["library/shared.library.yaml"]
    editor.write(library, text.replace("  survey:", "  other:"))
    found = editor.diagnostics(uri)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": library}})

    assert "unresolved-reference" in codes(found)
    assert "unresolved-reference" not in codes(before)
    assert editor.diagnostics(uri) == before


def test_a_file_that_changed_on_disk_counts_when_the_editor_tells(
    start: Start, tmp_path: Path
) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)
    editor.diagnostics(uri)
    library = tmp_path / "library/shared.library.yaml"

    library.write_text(FILES["library/shared.library.yaml"].replace("  survey:", "  other:"))
    editor.tell(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": library.as_uri(), "type": 2}]}
    )

    assert "unresolved-reference" in codes(editor.diagnostics(uri))
    watched = [each["method"] for each in editor.requests]
    assert watched == ["client/registerCapability"]


def test_settings_count_while_they_are_typed(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)
    before = codes(editor.diagnostics(uri))
    settings = editor.open(tmp_path / "cjm.yaml")
    editor.diagnostics(settings)

    editor.write(settings, "cjm: workspace/1\nlint: {profile: strict, ignore: [nothing]}\n")

    assert len(editor.diagnostics(uri)) > len(before)
    assert codes(editor.diagnostics(settings, 2)) == ["wrong-type"]


def test_what_is_closed_is_no_longer_underlined(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY, FILES[BUY].replace("state:", "stat:"))
    assert editor.diagnostics(uri)

    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    assert editor.diagnostics(uri, 0) == []


def test_a_map_of_no_workspace_is_judged_alone(start: Start, tmp_path: Path) -> None:
    editor = start(None)
    path = tmp_path / "alone.journey.yaml"

    uri = editor.open(path, "title: X\nstages:\n  - name: A\n    steps: [{name: B, evidnce: y}]\n")

    assert "unknown-key" in codes(editor.diagnostics(uri))


def test_a_mermaid_diagram_is_judged(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))

    uri = editor.open(tmp_path / "a.mmd", "journey\n  title X\n  section A\n    Pays: 9: Me\n")

    assert "mermaid-reading" in codes(editor.diagnostics(uri))


def test_other_peoples_yaml_is_left_alone(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))

    editor.open(tmp_path / "compose.yaml")
    uri = editor.open(tmp_path / BUY)
    editor.diagnostics(uri)

    assert {note["params"]["uri"] for note in editor.notes} <= {uri}


def test_what_explains_a_finding_is_shown_where_it_stands(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    text = FILES[BUY].replace("- id: pay\n", "- id: compare\n")

    uri = editor.open(tmp_path / BUY, text)

    (twice,) = [each for each in editor.diagnostics(uri) if each["code"] == "duplicate-id"]
    (first,) = twice["relatedInformation"]
    assert first["location"]["uri"] == uri
    assert text.split("\n")[first["location"]["range"]["start"]["line"]].strip() == "- id: compare"


def test_a_block_is_underlined_on_its_first_line_only(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))

    uri = editor.open(tmp_path / BUY)

    ranges = [each["range"] for each in editor.diagnostics(uri)]
    assert ranges
    assert all(each["start"]["line"] == each["end"]["line"] for each in ranges)


def test_text_of_a_map_cannot_act_in_a_message(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))

    uri = editor.open(tmp_path / BUY, FILES[BUY].replace("state:", '"\\e[31mst\\u202Eate":'))

    (typo,) = [each for each in editor.diagnostics(uri) if each["code"] == "unknown-key"]
    assert "\x1b" not in typo["message"]
    assert "\u202e" not in typo["message"]


def test_the_findings_are_those_of_the_command_line(start: Start, tmp_path: Path) -> None:
    import json
    import subprocess

    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)
    found = editor.diagnostics(uri)

    command = [
        Path(sys.executable).with_name("cjm"), "lint", "--today", "2026-09-20",
        "--output-format", "json", ".",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.stderr == ""
    told = json.loads(done.stdout)["findings"]
    asked = [each["rule"] for each in told if each["path"] == BUY]
    assert sorted(codes(found)) == sorted(asked)


def test_a_hundred_changes_at_once_end_with_the_last(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)

    for number in range(100):
        editor.write(uri, FILES[BUY].replace("state:", f"state{number}:"))
    editor.write(uri, FILES[BUY])

    assert "unknown-key" not in codes(editor.diagnostics(uri))
