"""What a parser's error means for somebody who wrote a map by hand.

The parser names its own state ("did not find expected key"); people need to hear what they typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from cjm.findings import Position, Span
from cjm.source.decode import position_at
from cjm.source.document import TextProblem

_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.M)
_VALUE = re.compile(r"^(\s*(?:- +)*)(?:([^\s\"'#\[{][^:#]*?)\s*:\s+|- +)?(.*?)\s*$")
_Verdict = tuple[int, str, str]


def merge_conflict(text: str) -> TextProblem | None:
    """Return the problem of a merge conflict that was left in, or `None`."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    match = _CONFLICT.search(text)
    if match is None:
        return None
    at = position_at(text, match.start())
    return _fatal(
        at,
        len(match[0]),
        "a merge conflict was left in the file",
        "keep one side, and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )


def diagnose(text: str, error: Any) -> TextProblem:
    """Return the problem that made the parser stop, in the words of who wrote the text.

    Args:
        text: What was parsed.
        error: A `YAMLError` of ruamel.yaml.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    raw = str(getattr(error, "problem", None) or error).split("\n")[0]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = min(mark.line if mark is not None else 0, len(lines) - 1)
    context = getattr(error, "context_mark", None)
    candidates = [number, number - 1]
    if context is not None and context.line not in candidates:
        candidates.append(min(context.line, len(lines) - 1))
    for candidate in candidates:
        if candidate < 0:
            continue
        for check in _CHECKS:
            verdict = check(lines[candidate], raw)
            if verdict is not None:
                column, message, help = verdict
                at = _position(text, lines, candidate, column)
                return _fatal(at, len(lines[candidate].rstrip()) - column, message, help)
    column = min(mark.column if mark is not None else 0, len(lines[number]))
    return _fatal(_position(text, lines, number, column), 1, *_general(raw))


def _position(text: str, lines: list[str], line: int, column: int) -> Position:
    newline = "\r\n" if "\r\n" in text else "\n"
    offset = sum(len(each) + len(newline) for each in lines[:line]) + column
    return Position(line + 1, column + 1, min(offset, len(text)))


def _fatal(at: Position, length: int, message: str, help: str) -> TextProblem:
    length = max(1, length)
    end = Position(at.line, at.column + length, at.offset + length)
    return TextProblem(Span(at, end), "yaml-syntax", message, help, fatal=True)


def _tab(line: str, raw: str) -> _Verdict | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    return (
        indent.index("\t"),
        "a tab stands at the start of the line; YAML indents with blanks",
        "replace the tab by two blanks",
    )


def _value_of(line: str) -> tuple[int, str] | None:
    """Return `(column, text)` of the value on `line`, its key and list mark taken away."""
    match = _VALUE.match(line)
    return (match.start(3), match[3]) if match and match[3] else None


_SIGNS = {
    "%": "'%' cannot begin a text",
    "@": "'@' cannot begin a text",
    "`": "'`' cannot begin a text",
    "*": "'*' cannot begin a text, it repeats an anchor",
    "&": "'&' cannot begin a text, it sets an anchor",
    "!": "'!' cannot begin a text, it begins a tag",
    "|": "'|' begins a text of several lines",
    ">": "'>' begins a text of several lines",
    "]": "']' cannot begin a text",
    "}": "'}' cannot begin a text",
    ",": "',' cannot begin a text",
}


def _sign(line: str, raw: str) -> _Verdict | None:
    found = _value_of(line)
    if found is None or found[1][0] not in _SIGNS:
        return None
    column, value = found
    return column, _SIGNS[value[0]], f"quote it: {_quoted(value)}"


def _after_quote(line: str, raw: str) -> _Verdict | None:
    found = _value_of(line)
    if found is None or found[1][0] not in "\"'":
        return None
    column, value = found
    quote = value[0]
    end = _closing(value, quote)
    if end is None:
        return column, "a quote is opened here and not closed on its line", "close the quote"
    rest = value[end + 1 :].strip()
    if not rest or rest.startswith(("#", ":", ",", "}", "]")):
        return None
    return (
        column,
        f"the text goes on after its closing quote: '{rest[:30]}'",
        f"quote it whole: {_quoted(value)}",
    )


def _closing(value: str, quote: str) -> int | None:
    index = 1
    while index < len(value):
        if quote == '"' and value[index] == "\\":
            index += 2
            continue
        if value[index] == quote:
            if quote == "'" and value[index + 1 : index + 2] == "'":
                index += 2
                continue
            return index
        index += 1
    return None


def _colon(line: str, raw: str) -> _Verdict | None:
    if "mapping values" not in raw and "unexpected ':'" not in raw:
        return None
    found = _value_of(line)
    if found is None:
        return None
    column, value = found
    if ":" not in value:
        return None
    return (
        column,
        f"the text '{value[:40]}' has a colon, so YAML reads it as a key",
        f"quote this text, it has a colon: {_quoted(value)}",
    )


def _template(line: str, raw: str) -> _Verdict | None:
    if "{{" not in line:
        return None
    return line.index("{{"), "'{{' begins a mapping, not a text", "quote the text"


def _indent(line: str, raw: str) -> _Verdict | None:
    if "expected <block end>" not in raw and "block mapping" not in raw:
        return None
    stripped = line.lstrip()
    column = len(line) - len(stripped)
    if not stripped:
        return None
    if stripped.startswith("- ") or stripped == "-":
        return column, "a list item stands where a key is expected", _INDENT_HELP
    return column, "this line is not indented like the lines it belongs to", _INDENT_HELP


_INDENT_HELP = "keys of one item begin in the same column; each level is two blanks deeper"

_CHECKS: tuple[Callable[[str, str], _Verdict | None], ...] = (
    _tab, _after_quote, _sign, _colon, _template, _indent,
)  # fmt: skip


def _quoted(value: str) -> str:
    short = value if len(value) <= 60 else value[:59] + "…"
    if '"' in short:
        return "'" + short.replace("'", "''") + "'"
    return f'"{short}"'


_GENERAL: tuple[tuple[str, str, str], ...] = (
    ("',' or '}'", "a '{' is not closed, or a ',' is missing", "close it with '}'; quote texts in it"),
    ("',' or ']'", "a '[' is not closed, or a ',' is missing", "close it with ']'; quote texts in it"),
    ("mapping values", "a ':' stands where no key can be", "quote the text that holds it"),
    ("could not find expected ':'", "a key has no ':' behind it", "write 'key: value'"),
    ("did not find expected key", "this line does not fit the lines above it", _INDENT_HELP),
    ("<block end>", "this line does not fit the lines above it", _INDENT_HELP),
    ("-' indicator", "this list item does not fit the lines above it", _INDENT_HELP),
    ("block sequence entries", "a list begins on the line of its key", "begin it on a line of its own"),
    ("undefined alias", "a text may not begin with '*'", "quote it"),
    ("end of stream", "a quote or bracket is opened and never closed", "close it"),
    ("document start", "the text does not fit what stands before it", "keep one map in a file"),
    ("escape", "a '\\' in double quotes begins an escape that is not known", "write '\\\\', or use single quotes"),
    ("special characters", "the text holds a character that no text may hold", "delete it"),
    ("start any token", "a text may not begin with this character", "quote it"),
)  # fmt: skip


def _general(raw: str) -> tuple[str, str]:
    for needle, message, help in _GENERAL:
        if needle in raw:
            return message, help
    return f"this is no YAML: {raw[:80]}", "look at the quotes, colons and indents here"
