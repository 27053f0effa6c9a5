"""Light events of the C parser make the same documents as the usual ones."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cjm.findings import Route
from cjm.source import Document, light_events, parse
from cjm.source.events import c_parser
from cjm.source.light_events import LIGHT, USUAL, kinds, lighten

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/**/*.yaml"))
ODD = [
    "a: {b: [&c 'd', e], f: *c}\n",
    "a: !t x\n",
    "a: &x [*x]\n",
    "a: &x\nb: *y\n",
    "a: >5\n",
    "a: |2-\n   text\n\n  more\n",
    "a: {label: Patient, but frustrated}\n",
    "{a: b}: c\n",
    "? a\n: b\n",
    "a: 1\na: 2\n---\nb: 3\n",
    "a: [1, 2\n",
    "\u00a0a: “b”\n",
    "a: {b: Is it?, c: https://example.org}\n",
    "a: no sign # 2 on the door\n",
    "[a, b]",
    "",
]

pytestmark = pytest.mark.skipif(c_parser() is None, reason="the C parser is not installed")


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the C parser; what is put there is taken away at the end."""
    found = sys.modules[c_parser().__module__]
    for usual in USUAL:
        monkeypatch.setattr(found, usual.__name__, usual)
    monkeypatch.setattr(light_events, "_kinds", USUAL)
    return found


def routes(data: Any, route: Route = ()) -> Iterator[Route]:
    yield route
    if isinstance(data, dict):
        for key, value in data.items():
            yield from routes(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from routes(value, (*route, index))


def told(document: Document) -> tuple[object, ...]:
    spans = [document.spans.nearest(route) for route in routes(document.data)]
    return document.data, document.problems, spans


@pytest.mark.parametrize("text", [*(path.read_text() for path in EXAMPLES), *ODD])
def test_documents_are_the_same(module: Any, text: str) -> None:
    usual = told(parse(text, "a.yaml"))

    assert lighten(c_parser())
    light = told(parse(text, "a.yaml"))

    assert kinds() is LIGHT
    assert light == usual


def test_a_parser_that_is_not_there_makes_none() -> None:
    assert not lighten(None)


def test_a_parser_that_looks_up_other_classes_is_left_alone(
    module: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ScalarEvent", object)

    assert not lighten(c_parser())
    assert kinds() is USUAL
    assert module.ScalarEvent is object


def test_a_parser_that_makes_them_otherwise_is_left_alone(
    module: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Other(light_events.LightScalar):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given[1:], given[0])

    monkeypatch.setattr(light_events, "LIGHT", LIGHT._replace(scalar=Other))

    assert not lighten(c_parser())
    assert kinds() is USUAL
    assert all(getattr(module, usual.__name__) is usual for usual in USUAL)
