from __future__ import annotations

import io

import pytest

from cjm.cli.console import wants_color
from tests.cli.conftest import Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("asked", "stream", "environment", "expected"),
    [
        ("auto", Terminal(), {"TERM": "xterm"}, True),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("auto", io.StringIO(), {"TERM": "xterm"}, False),
        ("auto", Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ("auto", Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        ("auto", io.StringIO(), {"FORCE_COLOR": "1"}, True),
        ("auto", io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
        ("never", Terminal(), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_heeds_the_option_then_the_environment_then_the_terminal(
    asked: str, stream: io.StringIO, environment: dict[str, str], expected: bool
) -> None:
    assert wants_color(asked, stream, environment) is expected


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_poor_terminal_gets_escapes_and_programs_get_utf_8(installed: Run, encoding: str) -> None:
    source = "title: 客户\nstags: 1\n".encode()
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    text = installed("lint", "-", stdin=source, env=env)
    json = installed("lint", "-", "--output-format", "json", stdin=source, env=env)

    assert text.code == json.code == 1
    assert "\\u5ba2\\u6237" in text.out
    assert text.err == json.err == ""
    assert '"column": 1' in json.out
