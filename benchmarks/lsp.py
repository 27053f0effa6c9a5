"""Time the language server: key presses in a map of 490 lines, and what it answers meanwhile.

`python benchmarks/lsp.py [--edits 200] [--maps 3] [--pause 0]`: a session with the `cjm` beside this
Python, over standard input and output as an editor has it, the server's own wait for the end of
typing included.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import maps

from tests.lsp.client import Editor, position

REACH = 100.0
WORDS = ("wait", "客户", "😀", "twice as long", "plan 9 ")


def main() -> None:
    """Run one session and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--maps", type=int, default=3, help="maps of the workspace")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between key presses")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = maps.workspace(Path(folder), given.maps)
        start = time.perf_counter()
        editor = Editor(Path(folder))
        try:
            uri = editor.open(paths[0])
            editor.diagnostics(uri)
            shown("from the start to the first diagnostics", [time.perf_counter() - start])
            shown("a key press to new diagnostics", pressed(editor, uri, given), REACH)
            shown("a key press that breaks the text", broken(editor, uri), None)
            questions(editor, uri)
        finally:
            editor.kill()


def pressed(editor: Editor, uri: str, given: argparse.Namespace) -> list[float]:
    """Type letters at random places of texts; return the seconds until each was judged."""
    choose = random.Random(4)
    text, taken = editor.texts[uri], []
    for number in range(given.edits):
        at = choose.choice(starts(text, "Compares plan ")) + 14
        letters = choose.choice(WORDS) if number % 10 == 0 else choose.choice("abcxyz旅")
        where = position(text, at)
        text = text[:at] + letters + text[at:]
        time.sleep(given.pause)
        taken.append(
            change(editor, uri, {"range": {"start": where, "end": where}, "text": letters})
        )
    editor.texts[uri] = text
    return taken


def broken(editor: Editor, uri: str) -> list[float]:
    """Type a key on a line of its own, letter by letter; return the seconds of each."""
    text = editor.texts[uri]
    at = text.index("\n      - id: step-20")
    taken = []
    for letter in "\n        touchp":
        where = position(text, at)
        text = text[:at] + letter + text[at:]
        at += len(letter)
        taken.append(change(editor, uri, {"range": {"start": where, "end": where}, "text": letter}))
    editor.write(uri, editor.texts[uri])
    editor.diagnostics(uri)
    return taken


def questions(editor: Editor, uri: str) -> None:
    """Ask what an editor asks while one types."""
    place = editor.at(uri, "touchpoints", nth=20)
    asked: dict[str, dict[str, Any]] = {
        "completion": place,
        "hover": place,
        "definition": editor.at(uri, "survey]", nth=20),
        "references": {
            **editor.at(uri, "survey]", nth=20), "context": {"includeDeclaration": True},
        },
        "documentSymbol": {"textDocument": {"uri": uri}},
        "formatting": {
            "textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": True},
        },
    }  # fmt: skip
    for name, params in asked.items():
        ask = partial(editor.ask, f"textDocument/{name}", params)
        shown(name, [timed(ask) for _ in range(10)])


def change(editor: Editor, uri: str, event: dict[str, Any]) -> float:
    """Send one change and wait for the diagnostics of just that text."""
    return timed(lambda: editor.diagnostics(uri, editor.change(uri, event)))


def timed(work: Callable[[], object]) -> float:
    """Return how long `work` takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def starts(text: str, words: str) -> list[int]:
    """Return where `words` stand in `text`."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def shown(what: str, seconds: list[float], reach: float | None = None) -> None:
    """Print the median of some times, and the slowest."""
    told = [each * 1000 for each in seconds]
    line = f"{what:<42} median {statistics.median(told):7.1f} ms  slowest {max(told):7.1f} ms"
    if reach is not None:
        verdict = "reached" if statistics.median(told) < reach else "NOT REACHED"
        line += f"  (under {reach:g} ms: {verdict})"
    print(line)


if __name__ == "__main__":
    main()
