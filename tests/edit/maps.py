"""Maps for the tests of edits: written in every style that YAML has, and read back."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from hypothesis import strategies as st

from cjm.source.comments import comments
from cjm.source.document import Document
from cjm.source.events import YAMLError, c_events, pure_events
from cjm.workspace.read_file import read_file
from cjm.workspace.settings import Settings
from cjm.workspace.workspace import Map

ROOT = Path(__file__).resolve().parents[2]
BOM = b"\xef\xbb\xbf"


def map_of(source: str | bytes) -> Map:
    """Return the one map that `source` holds; fails where it has an error."""
    document, *_ = read(source).documents
    assert [problem.message for problem in document.problems] == []
    (found,) = read(source).maps
    return found


def document_of(source: str | bytes) -> Document:
    return map_of(source).document


def read(source: str | bytes):
    content = source.encode() if isinstance(source, str) else source
    return read_file("a.journey.yaml", content, "journey", Settings())


def comments_of(text: str) -> list[str]:
    """Return the comments of a YAML text, in order."""
    found = c_events(text)
    try:
        scalars = _scalars(found[0] if found is not None else pure_events(text))
    except YAMLError:  # an anchor of another script
        scalars = _scalars(pure_events(text))
    return [comment.rstrip() for _, comment in comments(text, scalars)]


def _scalars(next_event) -> list[object]:
    events = iter(next_event, None)
    until = takewhile(lambda event: type(event).__name__ != "StreamEndEvent", events)
    return [event for event in until if type(event).__name__ in ("ScalarEvent", "LightScalar")]


def corpus() -> list[Path]:
    """Return every journey map of the repository that is whole."""
    found = sorted({*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("tests/**/*.yaml")})
    return [path for path in found if _is_whole(path.read_bytes())]


def _is_whole(content: bytes) -> bool:
    reading = read(content)
    return bool(reading.maps) and not reading.documents[0].problems


WORDS = st.sampled_from(
    ["Queue", "Ask, then wait", "it's: late", "价格不清楚", "🙂 fine", "404", "true", "- dash", "#5",
     "{x}", "a # b", "Émile", '"so"', "end", "naïve plan", "é" * 70, "x: y", "no", "'"]
)  # fmt: skip
_SAFE = st.sampled_from(["Queue", "long wait", "价格不清楚", "🙂 fine", "Émile's", "25 min"])
COMMENT = st.sampled_from(["", "", "  # why", "  # TODO: ask", " # – é 🙂"])


@st.composite
def scalars(draw, indent: int, *, in_flow: bool = False) -> str:
    """Draw one text, quoted or plain, on one line or on several below `indent`."""
    words = draw(WORDS)
    style = draw(st.integers(0, 1 if in_flow else 4))
    blanks = " " * (indent + draw(st.integers(1, 3)))
    if style == 0:
        return '"' + words.replace('"', '\\"') + '"'
    if style == 1:
        return "'" + words.replace("'", "''") + "'"
    if style == 2:
        return draw(_SAFE)
    if style == 3:
        head = draw(st.sampled_from([">", "|", ">-", "|-", "|+"]))
        return f"{head}\n{blanks}{words}\n\n{blanks}  {draw(_SAFE)}\n{blanks}{words}"
    return f"{draw(_SAFE)}\n{blanks}{draw(_SAFE)}"


@st.composite
def texts(draw, indent: int, *, in_flow: bool = False) -> str:
    """Draw a Text: plain, or in languages."""
    if draw(st.integers(0, 3)):
        return draw(scalars(indent, in_flow=in_flow))
    pair = [draw(scalars(indent, in_flow=True)) for _ in range(2)]
    return f"{{en: {pair[0]}, de: {pair[1]}}}"


@st.composite
def entries(draw, key: str, indent: int) -> list[str]:
    """Draw `key: text` below `indent`, as lines."""
    value = draw(texts(indent))
    if value.startswith("{") and draw(st.booleans()):
        one, other = (draw(scalars(indent + 2)) for _ in range(2))
        blanks = " " * (indent + 2)
        return f"{key}:\n{blanks}en: {one}\n{blanks}de: {other}".split("\n")
    comment = draw(COMMENT) if "\n" not in value else ""
    return f"{key}: {value}{comment}".split("\n")


@st.composite
def items(draw, name: str, indent: int, parts: tuple[str, ...] = ()) -> list[str]:
    """Draw one list item as lines, its dash at `indent`."""
    style = draw(st.integers(0, 3))
    dash = "-" + " " * draw(st.integers(1, 3))
    inner = indent + len(dash)
    if style == 0:
        return f"{' ' * indent}{dash}{draw(texts(indent))}".split("\n")
    if style == 1:
        value = draw(texts(indent, in_flow=True))
        rest = "".join(f", {part}: {draw(scalars(0, in_flow=True))}" for part in parts)
        return [f"{' ' * indent}{dash}{{{name}: {value}{rest}}}{draw(COMMENT)}"]
    lines: list[str] = []
    for key in (name, *parts):
        lines += _indented(draw(entries(key, inner)), inner)
    lines[0] = f"{' ' * indent}{dash}{lines[0].lstrip(' ')}"
    return lines


def _indented(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{lines[0]}", *lines[1:]]


@st.composite
def maps(draw) -> bytes:
    """Draw the bytes of a whole map."""
    lines = draw(st.sampled_from([[], ["# a map"], ["# a map", ""], ["---"]]))
    lines = [*lines, *draw(entries("title", 0)), "stages:"]
    indent = draw(st.sampled_from([0, 2, 4]))
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            lines += draw(items("name", indent, ("pains",)))
            continue
        lines += [f"{' ' * indent}- name: {draw(scalars(indent + 2, in_flow=True))}"]
        lines += [f"{' ' * indent}  steps:", *([""] if draw(st.booleans()) else [])]
        for _ in range(draw(st.integers(1, 3))):
            lines += draw(items("name", indent + 4, draw(st.sampled_from([(), ("delights",)]))))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n# end\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from([b"", BOM])) + text.encode()
