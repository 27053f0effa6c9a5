"""Whoever mistypes a map is told where, what, and how to write it instead."""

from __future__ import annotations

import re
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cjm.source.yaml as yaml_module
from cjm.resources import folder
from cjm.source import parse
from cjm.source.diagnose import diagnose
from cjm.source.diagnose.texts import KEYS
from cjm.source.diagnose.words import UNCHECKED, quoted
from tests.source.mistakes import MISTAKES, step

TEXTS = [mistake[0] for mistake in MISTAKES]


@pytest.fixture(params=["c", "pure", "long"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with the C parser, the pure one, and the C one alone, as for long texts."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_module, "c_events", lambda text: None)
    if request.param == "long":
        monkeypatch.setattr(yaml_module, "MAX_PURE", 0)
    return str(request.param)


@pytest.mark.parametrize(("text", "at", "message", "help"), MISTAKES, ids=TEXTS)
def test_a_mistake_is_told_in_one_sentence_with_its_place_and_cure(
    parser: str, text: str, at: str, message: str, help: str
) -> None:
    (problem,) = parse(text, "x.yaml").problems

    start = problem.span.start
    assert (f"{start.line}:{start.column}", problem.help) == (at, help)
    assert problem.message == (message + UNCHECKED if problem.fatal else message)


CURED = [
    text for text, _, _, help in MISTAKES if re.match(r"(close it.*; |delete it; )?write: ", help)
]


@pytest.mark.parametrize("text", CURED)
def test_a_line_that_is_written_as_told_is_read(text: str) -> None:
    (problem,) = parse(text, "x.yaml").problems
    start = problem.span.start
    cure = problem.help.split("write: ", 1)[1].split("; or ")[0]
    lines = text.split("\n")
    line = lines[start.line - 1]
    held = line.strip()
    if cure.startswith("{"):
        held = line[line.index("{") :]

    lines[start.line - 1] = line.replace(held, cure)
    after = [each for each in parse("\n".join(lines), "x.yaml").problems if each.fatal]

    # The next line may have the same mistake; this one is mended.
    assert all(each.span.start.line > start.line for each in after)


WHOLE = [
    text for text, _, _, help in MISTAKES
    if re.match(r"quote (it|the whole text|this text, it has a colon): ", help)
]  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_a_text_that_is_quoted_as_told_is_read(text: str) -> None:
    (problem,) = parse(text, "x.yaml").problems
    cure = problem.help.split(": ", 1)[1]
    bare = cure[1:-1].replace("''", "'")
    lines = text.split("\n")
    number = problem.span.start.line - 1
    line = lines[number]
    held = next(each for each in (f'"{bare}"', f"'{bare}'", bare) if each in line)

    lines[number] = line.replace(held, cure)

    assert parse("\n".join(lines), "x.yaml").problems == ()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a: b", '"a: b"'),
        ('the "real" door', "'the \"real\" door'"),
        ('"the "real" door"', "'the \"real\" door'"),
        ("'It's late'", '"It\'s late"'),
        ('"No", she said, "no"', '\'"No", she said, "no"\''),
        ('say "it\'s"', "'say \"it''s\"'"),
    ],
)
def test_a_cure_is_quoted_once(value: str, shown: str) -> None:
    assert quoted(value) == shown


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (step("pains: no sign # 2 on the door"), "# 2 on the door"),
        (step("touchpoints:\n  - Gate # 5"), "# 5"),
        ("title: 工单 # 42 丢失\nstages: [A]\n", "# 42 丢失"),
        (step("pains: No sign #2, again"), "#2, again"),
    ],
)
def test_a_text_cut_at_a_number_is_a_warning_with_the_whole_text(text: str, rest: str) -> None:
    (problem,) = parse(text, "x.yaml").problems

    assert (problem.rule, problem.fatal) == ("cut-text", False)
    assert f"'{rest}' is read as a comment" in problem.message
    assert f'{rest}"' in problem.help


@pytest.mark.parametrize(
    "fine",
    [
        step("pains: no sign # two on the door"),
        step("pains: no sign  # 2 on the door"),
        step("duration: 25 # 2 visits"),
        step("pains: no sign # see ticket 2"),
        "title: T # the journey\nstages: # 2 of them\n  - A\n",
        "# 2 maps\ntitle: T\nstages: [A]\n",
    ],
)
def test_a_comment_that_looks_like_one_is_not_asked_about(fine: str) -> None:
    assert parse(fine, "x.yaml").problems == ()


def test_a_bullet_or_blank_of_a_word_processor_is_told_and_read_over() -> None:
    document = parse("• title: T\n\u00a0stages: [A]\n", "x.yaml")

    assert document.data == {"title": "T", "stages": ["A"]}
    assert "list item" in document.problems[0].message
    assert "no-break space" in document.problems[1].message


def test_braces_round_a_list_or_a_text_are_read_as_what_they_hold() -> None:
    text = step("touchpoints: {Desk, Lift}\nfeeling: {Patient, but frustrated}\npains: {Dark}")

    data = parse(text, "x.yaml").data["stages"][0]["steps"][0]

    assert data["touchpoints"] == ["Desk", "Lift"]
    assert data["feeling"] == "Patient, but frustrated"
    assert data["pains"] == "Dark"


def test_every_key_that_may_stand_behind_a_text_is_one_of_the_format() -> None:
    schema = Path(str(folder("schemas")), "journey.schema.json").read_text(encoding="utf-8")

    assert [key for key in KEYS if f'"{key}":' not in schema] == []


RAW = [
    "mapping values are not allowed here", "could not find expected ':'", "expected ',' or '}'",
    "expected ',' or ']'", "expected <block end>", "did not find expected key", "escape",
    "sequence entries are not allowed here", "mapping keys are not allowed here", "found unexpected ':'",
    "that cannot start any token", "expected alphabetic or numeric character", "a line break",
    "found unexpected end of stream", "expected <document start>", "expected the node content", "new",
]  # fmt: skip
MARKS = st.tuples(st.integers(0, 12), st.integers(0, 20))


def stopped(raw: str, mark: tuple[int, int] | None, begun: tuple[int, int] | None) -> object:
    """Return what a parser raises."""

    def at(place: tuple[int, int] | None) -> object:
        return place and SimpleNamespace(line=place[0], column=place[1])

    return SimpleNamespace(problem=raw, problem_mark=at(mark), context_mark=at(begun))


@given(
    st.text(alphabet=st.sampled_from("ab:- \n\r\t#{}[],?&*!|>'\"%@`<=1./\\\u00a0\u3000：，｛比"), max_size=120),
    st.sampled_from(RAW),
    st.none() | MARKS,
    st.none() | MARKS,
)  # fmt: skip
def test_any_stop_in_any_text_is_told_within_the_text(
    text: str, raw: str, mark: tuple[int, int] | None, begun: tuple[int, int] | None
) -> None:
    problem = diagnose(text, stopped(raw, mark, begun))

    start, end = problem.span
    assert 0 <= start.offset <= end.offset <= len(text)
    assert 1 <= start.line <= len(re.split(r"\r\n|\n|\r", text))
    assert "\n" not in problem.message + problem.help
    assert problem.message
    assert problem.help


JUNK = {
    "one line": "a: 'b \"{[- " * 9_000,
    "blanks": " " * 100_000,
    "dashes": "- " * 50_000,
    "lines of text": "abc def\n" * 12_500,
    "lines of quotes": "a: \"b 'c\n" * 12_500,
    "lines of brackets": "a: [{b\n" * 14_000,
    "tabs": "\t\n" * 50_000,
    "deeper": "".join(f"{' ' * (n % 400)}- a: b\n" for n in range(500)),
    "returns": "\r" * 100_000,
}


@pytest.mark.parametrize("raw", RAW[:6])
@pytest.mark.parametrize("name", JUNK)
def test_a_long_text_is_told_soon(name: str, raw: str) -> None:
    text = JUNK[name]
    last = text.count("\n")
    error = stopped(raw, (last, len(text) - text.rfind("\n") - 1), (0, 0))

    def took() -> float:
        began = time.perf_counter()
        diagnose(text, error)
        return time.perf_counter() - began

    assert min(took() for _ in range(3)) < 0.2


def test_many_comments_take_no_time_in_the_square() -> None:
    text = "title: T\nstages:\n" + "  - A #1\n" * 20_000
    began = time.perf_counter()

    problems = parse(text, "x.yaml").problems

    assert len(problems) == 20_000
    # A bound against hanging: going back to the start of the text for each takes a minute.
    assert time.perf_counter() - began < 10
