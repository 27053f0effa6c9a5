"""`cjm lint --watch` reports again whenever a file is saved, and ends quietly."""

from __future__ import annotations

import os
import pty
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm.cli.watch import _matters

from .conftest import COMMAND, Run

MAP = "cjm: journey/1\ntitle: A\nstages: [{name: A, steps: [{name: Looks}]}]\n"
END = "Ctrl-C ends"


class Watching:
    """A `cjm lint --watch` over a folder, and what it has written since it was last asked."""

    def __init__(self, folder: Path, *words: str, stream: int | None = None) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "lint", "--watch", "--output-format", "concise", *words],
            cwd=folder,
            stdout=stream or subprocess.PIPE,
            stderr=stream or subprocess.STDOUT,
            env={**os.environ, "NO_COLOR": "1", "TERM": "xterm"},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        if stream is None:
            assert self.process.stdout is not None
            self.read_from(self.process.stdout.fileno())

    def read_from(self, number: int) -> None:
        def read() -> None:
            try:
                with open(number, encoding="utf-8", closefd=False) as file:
                    for line in file:
                        self._lines.put(line)
            except OSError:
                pass  # the other end of a terminal is gone

        self._reader = threading.Thread(target=read, daemon=True)
        self._reader.start()

    def report(self) -> str:
        """Return the next report, to its last line."""
        lines = []
        until = time.monotonic() + 30
        while not lines or END not in lines[-1]:
            lines.append(self._lines.get(timeout=max(0.1, until - time.monotonic())))
        return "".join(lines)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self._reader.join(20)
            self.process.stdout.close()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cjm.yaml").write_text("cjm: workspace/1\n")
    (tmp_path / "a.journey.yaml").write_text(MAP)
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    started = Watching(folder)
    yield started
    started.close()


@pytest.mark.slow
def test_each_save_is_followed_by_a_report(folder: Path, watching: Watching) -> None:
    path = folder / "a.journey.yaml"
    assert "missing-persona" in watching.report()

    (folder / "a.tmp").write_text(MAP + "fooo: 1\n")
    os.replace(folder / "a.tmp", path)
    assert "'fooo'" in watching.report()

    path.write_text("stages: [\n")
    assert "yaml-syntax" in watching.report()

    (folder / "b.journey.yaml").write_text(MAP)
    assert "b.journey.yaml" in watching.report()

    path.unlink()
    assert "a.journey.yaml" not in watching.report()

    (folder / "b.journey.yaml").unlink()
    assert "no journey map found" in watching.report()
    assert watching.end() == 0


@pytest.mark.slow
def test_a_pipe_gets_no_escape_codes_and_a_terminal_a_clean_screen(folder: Path) -> None:
    ours, theirs = pty.openpty()
    piped, shown = Watching(folder), Watching(folder, stream=theirs)
    shown.read_from(ours)
    try:
        assert "\x1b" not in piped.report()
        assert shown.report().startswith("\x1b[2J\x1b[3J\x1b[H")
        assert (piped.end(), shown.end()) == (0, 0)
    finally:
        for each in (piped, shown):
            each.close()
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize("words", [["--fix"], ["--write-baseline"], ["--coverage"]])
def test_what_is_done_once_stands_not_beside_it(cjm: Run, words: list[str]) -> None:
    result = cjm("lint", "--watch", *words)

    assert result.code == 2
    assert words[0] in result.err


def test_standard_input_cannot_be_watched(cjm: Run) -> None:
    assert "standard input" in cjm("lint", "--watch", "-").err


def test_where_nothing_can_watch_it_says_what_to_install(
    cjm: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)

    result = cjm("lint", "--watch")

    assert result.code == 2
    assert "cjm-toolkit[watch]" in result.err


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("/w/a.journey.yaml", True),
        ("/w/.gitignore", True),
        ("/w/sub/face.PNG", True),
        ("/w/folder", True),
        ("/w/.cjm_cache/x.lint", False),
        ("/w/.git/index.yaml", False),
        ("/w/node_modules/a.yaml", False),
        ("/w/4913", True),
        ("/w/notes.txt", False),
    ],
)
def test_only_what_may_change_the_report_counts(path: str, matters: bool) -> None:
    assert _matters(path, ["/w"]) is matters
