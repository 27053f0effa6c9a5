"""How a session begins, goes on whatever happens, and ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lsp.client import TIMEOUT, Editor, Failure
from tests.lsp.conftest import FILES, Desk, write_files

Start = Callable[..., Editor]
BUY = "journeys/buy.journey.yaml"


def program(setup: str) -> list[str]:
    """Return a command that runs `cjm` after some lines of Python."""
    ending = "import sys; from cjm.cli import script; sys.exit(script())"
    return [sys.executable, "-c", textwrap.dedent(setup) + "\n" + ending]


def test_a_session_ends_in_order(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))

    assert editor.end() == 0
    assert editor.stderr == []


def test_an_editor_that_goes_without_a_word_ends_it_too(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))
    assert editor.process.stdin is not None

    editor.process.stdin.close()

    assert editor.process.wait(TIMEOUT) == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_it_at_once(start: Start, tmp_path: Path, number: int, code: int) -> None:
    editor = start(write_files(tmp_path))

    editor.process.send_signal(number)

    assert editor.process.wait(TIMEOUT) == code


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_in_a_terminal_it_says_who_starts_it() -> None:
    import pty

    other, terminal = pty.openpty()
    command = [Path(sys.executable).with_name("cjm"), "lsp"]

    done = subprocess.run(command, stdin=terminal, capture_output=True, text=True, check=False)

    os.close(other)
    os.close(terminal)
    assert done.returncode == 2
    assert "started by an editor" in done.stderr


def test_an_exit_without_a_shutdown_is_told_by_the_code(start: Start, tmp_path: Path) -> None:
    editor = start(write_files(tmp_path))

    editor.tell("exit", None)

    assert editor.process.wait(TIMEOUT) == 1


def test_a_request_that_crashes_is_answered_and_the_session_goes_on(
    start: Start, tmp_path: Path
) -> None:
    crash = """
        import cjm.lsp.hover
        def crash(*_, **__):
            raise RuntimeError("not today")
        cjm.lsp.hover.hover = crash
    """
    editor = start(write_files(tmp_path), program=program(crash))
    uri = editor.open(tmp_path / BUY)

    with pytest.raises(Failure, match="not today"):
        editor.ask("textDocument/hover", editor.at(uri, "state"))

    assert editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert "not today" in "".join(editor.stderr)
    assert editor.end() == 0


def test_a_rule_that_crashes_costs_no_more_than_the_findings(start: Start, tmp_path: Path) -> None:
    crash = """
        import cjm.lsp.project
        def crash(*_, **__):
            raise RecursionError("too deep")
        cjm.lsp.project.lint = crash
    """
    editor = start(write_files(tmp_path), program=program(crash))
    uri = editor.open(tmp_path / BUY)

    for _ in range(200):
        assert editor.ask("textDocument/hover", editor.at(uri, "state"))
        if "too deep" in "".join(editor.stderr):
            break
        time.sleep(0.05)
    assert "too deep" in "".join(editor.stderr)
    assert editor.end() == 0


def test_a_stray_line_on_standard_output_disturbs_nobody(start: Start, tmp_path: Path) -> None:
    stray = """
        import cjm.lsp.project
        lint = cjm.lsp.project.lint
        def loud(*arguments, **options):
            print("stray")
            import os; os.write(1, b"more\\n")
            return lint(*arguments, **options)
        cjm.lsp.project.lint = loud
    """
    editor = start(write_files(tmp_path), program=program(stray))
    uri = editor.open(tmp_path / BUY)

    assert editor.diagnostics(uri)
    assert editor.end() == 0
    assert {"stray\n", "more\n"} <= set(editor.stderr)


def test_what_is_cancelled_is_told_so_and_nothing_waits(start: Start, tmp_path: Path) -> None:
    slow = """
        import time, cjm.lsp.hover
        hover = cjm.lsp.hover.hover
        def slow(*arguments, **options):
            time.sleep(1)
            return hover(*arguments, **options)
        cjm.lsp.hover.hover = slow
    """
    editor = start(write_files(tmp_path), program=program(slow))
    uri = editor.open(tmp_path / BUY)
    first = editor.send("textDocument/hover", editor.at(uri, "state"))
    others = [editor.send("textDocument/hover", editor.at(uri, "state")) for _ in range(40)]

    for number in others:
        editor.tell("$/cancelRequest", {"id": number})

    for number in others:
        with pytest.raises(Failure, match="cancel"):
            editor.answer(number)
    assert editor.answer(first)
    assert editor.end() == 0  # long before forty seconds are over


@pytest.mark.parametrize(
    "message",
    [
        {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"x": 1}},
        {"jsonrpc": "2.0", "method": "no/such", "params": {}},
        {"jsonrpc": "2.0", "method": "textDocument/didClose",
         "params": {"textDocument": {"uri": "file:///not/open.yaml"}}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": "untitled:1", "languageId": "yaml", "version": 1, "text": "title: x"}}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": "file:///%00/x.journey.yaml", "languageId": "yaml", "version": 1, "text": "a"}}},
    ],
)  # fmt: skip
def test_odd_messages_are_survived(desk: Desk, message: dict[str, object]) -> None:
    desk.editor._write(message)
    version = desk.editor.write(desk.buy, FILES[BUY].replace("state:", "stat:"))

    found = desk.editor.diagnostics(desk.buy, version)

    assert "unknown-key" in [each["code"] for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "\u2028title: x\x0b\nstages: [{name: 😀}]",
        "title: &a [*a]",
        "{" * 5000,
        "x: y\n" * 3000,
        "\ufefftitle: x\r\nstages:\r\n- name: y\r",
        "title: \ud800",
        "- a\n- b",
        "cjm: persona/1\nname: not a journey",
        "cjm: journey/9\ntitle: x",
    ],
)
def test_every_question_about_any_text_is_answered(desk: Desk, text: str) -> None:
    editor, uri = desk.editor, desk.buy
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}}
    editor.diagnostics(uri, editor.write(uri, text))

    for method in ("completion", "hover", "definition", "documentSymbol"):
        editor.ask(f"textDocument/{method}", place)
    editor.ask("textDocument/references", {**place, "context": {"includeDeclaration": True}})
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
    editor.ask(
        "textDocument/codeAction", {**place, "range": everything, "context": {"diagnostics": []}}
    )

    found = editor.diagnostics(uri, editor.write(uri, FILES[BUY]))
    assert "missing-scope" in [each["code"] for each in found]


def test_a_question_beyond_the_text_is_answered(desk: Desk) -> None:
    place = {"textDocument": {"uri": desk.buy}, "position": {"line": 9999, "character": 9999}}

    assert desk.editor.ask("textDocument/completion", place)["items"]
    assert desk.editor.ask("textDocument/hover", place) is None


def test_nothing_is_written(start: Start, tmp_path: Path) -> None:
    folder = write_files(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    editor = start(folder)
    uri = editor.open(tmp_path / BUY, FILES[BUY].replace("cjm: journey/1\n", ""))
    editor.diagnostics(uri)
    editor.ask("textDocument/rename", {**editor.at(uri, "too-many"), "newName": "other"})
    editor.ask("textDocument/formatting", {"textDocument": {"uri": uri}, "options": {
        "tabSize": 2, "insertSpaces": True}})  # fmt: skip

    editor.end()

    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_without_the_package_the_command_says_what_to_install() -> None:
    command = [*program("import sys; sys.modules['pygls'] = None"), "lsp"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "'pygls'" in done.stderr
    assert 'pip install "cjm-toolkit[lsp]"' in done.stderr
    assert "Traceback" not in done.stderr
