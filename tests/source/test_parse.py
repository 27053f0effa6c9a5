"""A YAML text becomes data with positions, or one clear problem."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cjm.source.yaml as yaml_module
from cjm.source import Plain, parse


@pytest.fixture(params=["c", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test over both parsers of ruamel.yaml."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_module, "c_events", lambda text: None)
    return str(request.param)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b", {"a": "b"}),
        ("a:\n  - b\n  - c: d\n", {"a": ["b", {"c": "d"}]}),
        ("a: 1.10\nb: no\nc: true", {"a": "1.10", "b": "no", "c": "true"}),
        ("a:\nb: ~\nc: null\nd: x", {"a": None, "b": None, "c": None, "d": "x"}),
        ("a:\n  - x\n  -\n  - y\n", {"a": ["x", "y"]}),
        ("{a: Is it mine?, b: c}", {"a": "Is it mine?", "b": "c"}),
        ("{fr: Ça va ?, en: x}", {"fr": "Ça va ?", "en": "x"}),
        ("a: {url: https://example.org/?q=1, t: x}",
         {"a": {"url": "https://example.org/?q=1", "t": "x"}}),
        ("a: {t: 10:30, b: c}", {"a": {"t": "10:30", "b": "c"}}),
        ("a: 这是：文字？\nb: {zh: 我的手机不在列表里？}",
         {"a": "这是：文字？", "b": {"zh": "我的手机不在列表里？"}}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >\n  one\n  two\n", {"a": "one two\n"}),
        ("a: &x [1, 2]\nb: *x", {"a": ["1", "2"], "b": ["1", "2"]}),
        ("\ufeffa: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ('a: "x\\ty"', {"a": "x\ty"}),
        ("a: b#c", {"a": "b#c"}),
        ("a: '#1'", {"a": "#1"}),
    ],
)  # fmt: skip
def test_a_text_is_read_as_yaml_1_2_by_both_parsers(parser: str, text: str, data: object) -> None:
    document = parse(text, "x.yaml")

    assert document.problems == ()
    assert document.data == data


def test_numbers_and_truth_values_keep_their_spelling() -> None:
    data = parse("a: 1.10\nb: '1.10'\nc: True\nd: 1e3\ne: 0x1F\nf: 1_000\ng: 2026-09-14", "x").data

    assert [key for key, value in data.items() if type(value) is Plain] == ["a", "c", "d", "e"]


def test_a_span_covers_key_and_value() -> None:
    text = "title: {en: A, zh: 乙}\nstages:\n  - name: Learn\n    steps: [Look, Ask]\n"
    document = parse(text, "x.yaml")

    def at(*route: str | int, on_key: bool = False) -> str:
        span = document.span(route, on_key=on_key)
        return text[span.start.offset : span.end.offset]

    assert at("title", "zh") == "乙"
    assert at("title") == "{en: A, zh: 乙}"
    assert at("stages", 0, "name", on_key=True) == "name"
    assert at("stages", 0, "steps", 1) == "Ask"
    assert at("stages") == "- name: Learn\n    steps: [Look, Ask]"
    assert document.span(("stages", 0, "steps", 1)).start[:2] == (4, 19)


def test_a_route_of_the_long_form_finds_the_shorthand() -> None:
    text = "persona: Li Na\nstages:\n  - Learn\n  - name: Use\n    pains: Queue\n    moment-of-truth: true\n"
    document = parse(text, "x.yaml")

    def line(*route: str | int) -> int:
        return document.span(route).start.line

    assert line("personas", 0, "name") == 1
    assert line("stages", 0, "name") == 3
    assert line("stages", 1, "pains", 0, "text") == 5
    assert line("stages", 1, "moment_of_truth") == 6
    assert line("stages", 1, "not-there") == 4
    assert line("nothing") == 1


TYPED = [
    ("title: a\nx: b: c", (2, 4), "has a colon", "quote"),
    ("unit: %", (1, 7), "'%' cannot begin a text", '"%"'),
    ("a: @team", (1, 4), "'@' cannot begin a text", '"@team"'),
    ("a: **bold**", (1, 4), "'*' cannot begin a text", '"**bold**"'),
    ('a: "He" said\nb: c', (1, 4), "goes on after its closing quote", "quote the whole text"),
    ("a:\n\tb: c", (2, 1), "a tab stands at the start", "column 3"),
    ("a: {b: c", None, "not closed", "close it"),
    ("a: [b, c", None, "not closed", "close it"),
    ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", (1, 1), "merge conflict", "keep one side"),
    ("a: {{name}}", (1, 4), "'{{' cannot begin a text", "quote"),
    ("a: !!python/object:os.system x", (1, 4), "tag", "delete the tag"),
    ("a: !important", (1, 4), "tag", "quote it"),
    ("a: &x [*x]", (1, 8), "inside what it repeats", "write it out"),
    ("a: *x", (1, 4), "not there", "quote"),
    ("- a\n- b", (1, 1), "found a list at the top", "title"),
    ("just words", (1, 1), "found a text at the top", "title"),
    ("", (1, 1), "the file is empty", "cjm init"),
    ("# only a comment\n", (1, 1), "the file is empty", "cjm init"),
    ("a: x\x00y", (1, 5), "U+0000 (NUL)", "delete it"),
    ("a: x\x1b[31m", (1, 5), "U+001B (ESC)", "delete it"),
    ("title: A\nstages:\n- name: x\n  steps:\n   - name: y\n    feeling: 1", (6, 5), "indented", "column"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "message", "help"), TYPED, ids=[t[0][:24] for t in TYPED])
def test_what_cannot_be_read_is_one_fatal_problem_at_its_place(
    text: str, at: tuple[int, int] | None, message: str, help: str
) -> None:
    document = parse(text, "x.yaml")

    assert document.data is None
    (problem,) = [each for each in document.problems if each.fatal]
    assert message in problem.message
    assert help in problem.help
    assert at is None or problem.span.start[:2] == at


GOES_ON = [
    ("a: Ticket #42 lost", "cut-text", (1, 11), {"a": "Ticket"}),
    ("a: {label: Patient, but frustrated}", "yaml-syntax", (1, 21), {"a": {"label": "Patient"}}),
    ("a: 1\nb: 2\na: 3", "yaml-syntax", (3, 1), None),
    ("a: &x {c: d}\nb:\n  <<: *x", "yaml-syntax", (3, 3), None),
    ("title: x\n---\ntitle: y", "yaml-syntax", (2, 1), {"title": "x"}),
    ("a: x\u2028y\nb: c", "hidden-characters", (1, 5), {"a": "x y", "b": "c"}),
]


@pytest.mark.parametrize(("text", "rule", "at", "data"), GOES_ON, ids=[t[0][:24] for t in GOES_ON])
def test_what_is_odd_is_reported_and_the_rest_is_read(
    text: str, rule: str, at: tuple[int, int], data: object
) -> None:
    document = parse(text, "x.yaml")

    assert [(each.rule, each.span.start[:2]) for each in document.problems] == [(rule, at)]
    assert document.data is not None
    assert data is None or document.data == data


def test_a_duplicate_key_names_both_places() -> None:
    (problem,) = parse("a: 1\nb: 2\na: 3", "x.yaml").problems

    assert "line 1" in problem.message
    assert [span.start.line for span, _ in problem.related] == [1]


@pytest.mark.parametrize(
    "fine", ["a: b # comment", "a: b #! shebang", "a: '#42'", "# top\na: b", "a: |\n  x #42\n"]
)
def test_a_real_comment_is_no_cut_text(fine: str) -> None:
    assert parse(fine, "x.yaml").problems == ()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"\xff\xfea\x00:\x00 \x00b\x00", "UTF-16"),
        ("a: b".encode("utf-16-le"), "UTF-16"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
        (b"a: b\nc: \xff", "byte 0xff at byte offset 8"),
        (b"a: " + b"x" * (17 << 20), "more than the 16 MB"),
    ],
)
def test_bytes_that_are_not_utf_8_are_unreadable(source: bytes, message: str) -> None:
    (problem,) = parse(source, "x.yaml").problems

    assert problem.rule == "unreadable-file"
    assert problem.fatal
    assert message in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n"
                  for n in range(9)),
        "a: " + "x" * 200_000,
        f"a: &a {'x' * 90_000}\nb: [{', '.join(['*a'] * 2_000)}]\n",
        f"a: &a [{'x' * 9_000}]\nb: &b [*a, *a, *a, *a]\nc: [{', '.join(['*b'] * 200)}]\n",
    ],
    ids=["brackets", "braces", "dashes", "laughs", "long", "repeated", "repeated twice"],
)  # fmt: skip
def test_a_text_beyond_the_limits_ends_soon(text: str) -> None:
    began = time.perf_counter()
    document = parse(text, "x.yaml")
    took = time.perf_counter() - began

    assert document.data is None
    assert len([each for each in document.problems if each.fatal]) == 1
    # A bound against hanging, not a benchmark: without the limits these take minutes.
    assert took < 20


@given(st.text(alphabet=st.sampled_from("ab:- \n\t#{}[],?&*!|>'\"%@`<~1.\u2028é比"), max_size=80))
@example("a: *\n")
@example("? a\n: b")
@example("{?}")
@example("a: 'b\n")
@example("!!str\n")
@example("%YAML 1.1\n---\na: b")
@example("a: b: {c?: d}")
def test_no_text_raises_and_every_span_lies_inside_it(text: str) -> None:
    document = parse(text, "x.yaml")

    for problem in document.problems:
        start, end = problem.span
        assert 0 <= start.offset <= end.offset <= len(document.text) + 1
        assert 1 <= start.line <= document.text.count("\n") + document.text.count("\r") + 1
        assert problem.message


@given(st.binary(max_size=60))
def test_no_bytes_raise(source: bytes) -> None:
    document = parse(source, "x.yaml")

    assert document.data is not None or document.problems


@given(st.text(alphabet=st.sampled_from("ab:- \n#{}[],?é比'\""), max_size=40))
def test_both_parsers_agree_where_the_fast_one_reads(text: str) -> None:
    fast = parse(text, "x.yaml")
    held = yaml_module.c_events
    yaml_module.c_events = lambda text: None  # type: ignore[assignment]
    try:
        slow = parse(text, "x.yaml")
    finally:
        yaml_module.c_events = held

    if slow.data is not None and fast.data is not None:
        assert fast.data == slow.data
