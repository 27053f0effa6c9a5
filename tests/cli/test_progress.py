"""The bar is for people who wait: on a terminal, after two seconds."""

from __future__ import annotations

import io

import pytest

from cjm.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    now = [0.0]
    with progress("linting", clock=lambda: now[0]) as tell:
        tell(0, 200)
        now[0] = seconds
        tell(57, 0)
    return stream.getvalue()


def test_a_terminal_gets_a_bar_after_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    text = written(monkeypatch, Terminal(), 2.5)

    assert "linting" in text
    assert "57/200" in text


def test_short_work_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(monkeypatch, Terminal(), 1.5) == ""


def test_a_file_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(monkeypatch, io.StringIO(), 60) == ""
