"""Quick fixes and formatting: a real session with the installed command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Editor, applied
from tests.lsp.conftest import FILES, Desk, write_files

BUY = "journeys/buy.journey.yaml"
OPTIONS = {"tabSize": 2, "insertSpaces": True}


def actions(editor: Editor, uri: str, rule: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the first finding of `rule`, and what can be done there about it."""
    found = next(each for each in editor.diagnostics(uri) if each["code"] == rule)
    params = {
        "textDocument": {"uri": uri}, "range": found["range"], "context": {"diagnostics": [found]},
    }  # fmt: skip
    told = editor.ask("textDocument/codeAction", params)
    return found, [each for each in told if each.get("diagnostics") == [found]]


def carry_out(editor: Editor, uri: str, action: dict[str, Any]) -> str:
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": editor.versions[uri]}
    text = applied(editor.texts[uri], change["edits"])
    editor.write(uri, text)
    return text


def test_a_fix_mends_what_was_found(start: Callable[..., Editor], tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY, FILES[BUY].replace("cjm: journey/1\n", ""))

    _, (fix, *_) = actions(editor, uri, "missing-format-key")
    text = carry_out(editor, uri, fix)

    assert fix["isPreferred"]
    assert text == FILES[BUY]
    assert "missing-format-key" not in [each["code"] for each in editor.diagnostics(uri)]


def test_a_comment_silences_a_finding(start: Callable[..., Editor], tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)

    _, found = actions(editor, uri, "missing-scope")
    (ignore,) = [each for each in found if each["title"].startswith("ignore")]
    text = carry_out(editor, uri, ignore)

    assert "# cjm: ignore[missing-scope]: say why" in text
    after = [each["code"] for each in editor.diagnostics(uri)]
    assert not {"missing-scope", "suppression-without-reason", "unused-suppression"} & set(after)


def test_what_is_not_legal_cannot_be_silenced(start: Callable[..., Editor], tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY, FILES[BUY].replace("state:", "stat:"))

    _, found = actions(editor, uri, "unknown-key")

    assert not [each for each in found if each["title"].startswith("ignore")]


def test_the_page_of_a_rule_is_shown(start: Callable[..., Editor], tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    uri = editor.open(tmp_path / BUY)

    _, found = actions(editor, uri, "missing-scope")
    (explain,) = [each for each in found if each["title"].startswith("explain")]
    command = explain["command"]
    editor.ask(
        "workspace/executeCommand",
        {"command": command["command"], "arguments": command["arguments"]},
    )

    (page,) = [each for each in editor.notes if each["method"] == "window/showMessage"]
    assert page["params"]["message"].startswith("missing-scope · structure")


def test_a_text_that_has_changed_since_gets_no_edits(desk: Desk) -> None:
    desk.editor.write(desk.buy, FILES[BUY])
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    params = {
        "textDocument": {"uri": desk.buy}, "range": everything, "context": {"diagnostics": []},
    }  # fmt: skip
    desk.editor.diagnostics(desk.buy)
    before = desk.editor.ask("textDocument/codeAction", params)

    desk.editor.write(desk.buy, "# new\n" + FILES[BUY])
    after = desk.editor.ask("textDocument/codeAction", params)

    assert before
    assert after == []


def test_formatting_is_what_the_command_does(desk: Desk, tmp_path: Path) -> None:
    text = FILES[BUY].replace("- id: compare\n        name: Compares plans",
                              "- name:   'Compares plans'  # 😀\n        id: compare")  # fmt: skip
    desk.editor.write(desk.buy, text)
    path = tmp_path / "buy.journey.yaml"
    path.write_text(text, encoding="utf-8")

    edits = desk.editor.ask(
        "textDocument/formatting", {"textDocument": {"uri": desk.buy}, "options": OPTIONS}
    )

    subprocess.run([Path(sys.executable).with_name("cjm"), "fmt", str(path)], check=False)
    after = applied(text, edits)
    assert after == path.read_text(encoding="utf-8")
    assert after != text
    desk.editor.write(desk.buy, after)
    again = {"textDocument": {"uri": desk.buy}, "options": OPTIONS}
    assert desk.editor.ask("textDocument/formatting", again) == []


@pytest.mark.parametrize("text", ["title: [", "", "a: b: c"])
def test_what_cannot_be_read_is_not_laid_out(desk: Desk, text: str) -> None:
    desk.editor.write(desk.buy, text)

    edits = desk.editor.ask(
        "textDocument/formatting", {"textDocument": {"uri": desk.buy}, "options": OPTIONS}
    )

    assert not edits
