"""The cause of a parser's stop, in the words of who wrote the text.

The parser names its own state ("did not find expected key"); people need to hear what they typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from cjm.findings import Position, Span
from cjm.source.diagnose.flow import in_brackets, no_blank_in_brackets, open_bracket
from cjm.source.diagnose.indent import belongs_to_text, misplaced
from cjm.source.diagnose.stop import Stop, Verdict
from cjm.source.diagnose.texts import (
    after_closing,
    colon_in_text,
    no_colon,
    sign_first,
    template,
    unclosed_quote,
)
from cjm.source.diagnose.typed import comment, swallowed, typed
from cjm.source.diagnose.words import UNCHECKED, cure, quoted, short
from cjm.source.document import TextProblem

_KEY = re.compile(r"(?![0-9]{1,2}[.)、])[\w\"'“]")


def problem_at(stop: Stop) -> TextProblem:
    """Return the problem of a text at the place where reading it stopped."""
    verdict = next(_verdicts(stop), None) or _general(stop)
    return _fatal(stop, verdict)


def slip_at(stop: Stop) -> TextProblem | None:
    """Return the problem of the first line that holds a slip, or `None`."""
    for number in range(min(stop.count, 20)):
        if stop.at(number).is_content:
            verdict = typed(stop, number) or swallowed(stop, number)
            if verdict is not None:
                return _fatal(stop, verdict)
    return None


def _fatal(stop: Stop, verdict: Verdict) -> TextProblem:
    line = min(max(verdict.line, 0), stop.count - 1)
    start, end = stop.bounds[line]
    column = min(max(verdict.column, 0), end - start)
    rest = len(stop.text[start + column : end].rstrip())
    length = min(verdict.length or max(rest, 1), end - start - column)
    at = Position(line + 1, column + 1, start + column)
    span = Span(at, Position(at.line, at.column + length, at.offset + length))
    message = verdict.message + UNCHECKED
    return TextProblem(span, "yaml-syntax", message, verdict.help, fatal=True)


def _verdicts(stop: Stop) -> Iterator[Verdict]:
    """Yield what may be the cause, the surest first."""
    yield from filter(None, chain(_slips(stop), _of_its_kind(stop)))


def _slips(stop: Stop) -> Iterator[Verdict | None]:
    if stop.kind == "no-colon" and stop.begun is not None:
        yield from (typed(stop, stop.begun[0]), swallowed(stop, stop.begun[0]))
    yield typed(stop, stop.line)
    if stop.kind == "flow" and stop.begun is not None:
        within = [number for number in stop.above(stop.line, 20) if number > stop.begun[0]]
        yield from (comment(stop, number) for number in (stop.line, *within))
    if stop.kind in ("colon", "block", "document", "anchor", "list"):
        above = _text_above(stop)
        if above:
            # The text that swallowed this line may itself have swallowed others: name the first.
            yield from (swallowed(stop, number) for number in above)
            yield from (typed(stop, number) for number in above)
        if stop.kind != "colon" or not stop.here.value or stop.column < stop.here.column:
            yield swallowed(stop, stop.line)


def _text_above(stop: Stop) -> list[int]:
    """Return the lines just above that are a text without a key, in their order."""
    found: list[int] = []
    for number in stop.above(stop.line, 20):
        each = stop.at(number)
        if each.key and _KEY.match(each.key):
            break
        found.append(number)
        if each.dashes or each.key:
            break
    return found[::-1]


def _of_its_kind(stop: Stop) -> Iterator[Verdict | None]:
    kind = stop.kind
    yield unclosed_quote(stop)
    if stop.here.text.startswith("%"):
        yield _directive(stop.line)
    if kind == "template":
        yield template(stop)
    elif kind == "flow":
        yield in_brackets(stop)
    elif kind == "colon":
        yield no_blank_in_brackets(stop)
        yield from (colon_in_text(stop), belongs_to_text(stop))
        yield from (no_colon(stop, number) for number in _text_above(stop)[:1])
    elif kind == "no-colon" and stop.begun is not None:
        yield no_colon(stop, stop.begun[0])
    elif kind == "block":
        if stop.here.value[:1] in ("*", "&"):
            yield sign_first(stop)
        yield from (_empty_key(stop), _dash_before_title(stop))
        yield from (after_closing(stop), misplaced(stop))
    elif kind == "document":
        yield from (_first_line(stop), after_closing(stop))
    elif kind == "list":
        yield _list_on_line(stop)
    elif kind == "escape":
        yield _escape(stop)
    elif kind == "node" and not stop.sign:
        yield open_bracket(stop)
    elif kind in ("token", "anchor", "question", "block-text", "node"):
        yield sign_first(stop)


def _directive(line: int) -> Verdict:
    message = "'%' at the start of a line begins a directive of YAML, not a key or text"
    return Verdict(line, 0, 0, message, "delete the line; or quote the text and indent it")


def _first_line(stop: Stop) -> Verdict | None:
    """The first key stands deeper than the others."""
    lines = list(stop.above(stop.line))
    if not lines:
        return None
    first = stop.at(lines[-1])
    if first.text.startswith("%"):
        return _directive(lines[-1])
    if not first.indent or stop.here.indent >= first.indent:
        return None
    return Verdict(
        lines[-1],
        0,
        first.indent,
        "the first line is indented deeper than the rest",
        f"begin it in column {stop.here.indent + 1}; {cure(first.text)}",
    )


def _dash_before_title(stop: Stop) -> Verdict | None:
    lines = list(stop.above(stop.line))
    first = stop.at(lines[-1]) if lines else stop.here
    if not first.dashes or first.indent or first.key not in ("title", "cjm") or not stop.here.key:
        return None
    return Verdict(
        lines[-1],
        0,
        0,
        f"'- ' stands before the key '{first.key}', which is no list item",
        cure(first.text[first.key_column :]),
    )


def _empty_key(stop: Stop) -> Verdict | None:
    if stop.sign != ":" or stop.here.text[: stop.column].strip(" -"):
        return None
    return Verdict(stop.line, stop.column, 1, "a key is empty", "write a key before the ':'")


def _list_on_line(stop: Stop) -> Verdict:
    here = stop.here
    key = here.text[: stop.column].strip()
    item = here.text[stop.column :].strip()
    return Verdict(
        stop.line,
        stop.column,
        0,
        f"a list begins behind '{short(key)}' on the same line",
        f"put '{short(item)}' on a line of its own below, in column {here.key_column + 3}",
    )


def _escape(stop: Stop) -> Verdict | None:
    text = stop.here.text
    at = text.rfind("\\", 0, stop.column + 2)
    if at < 0:
        return None
    value = stop.here.value
    if value.startswith('"') and value.endswith('"') and "\\" in value:
        help = f"use single quotes: {quoted(value[1:-1])}"
    else:
        help = "write '\\\\', or use single quotes"
    return Verdict(stop.line, at, 2, f"in double quotes '{text[at : at + 2]}' means nothing", help)


_GENERAL = {
    "flow": ("a ',' or a closing bracket is missing", "close each '[' and '{', and quote the texts in it"),
    "colon": ("a ':' stands where no key can be", "quote the text that holds it"),
    "no-colon": ("a key has no ':' behind it", "write 'key: value'"),
    "block": (
        "this line does not fit the lines above it",
        "keys of one item begin in the same column; each level is two blanks deeper",
    ),
    "token": ("a text cannot begin with this character", "quote it"),
    "anchor": ("'*' and '&' cannot begin a text", "quote it"),
    "quote": ("a quote or bracket is opened and never closed", "close it"),
    "document": ("the text does not fit what stands before it", "keep one map in a file"),
    "escape": ("in double quotes a '\\' begins an escape", "write '\\\\', or use single quotes"),
    "character": ("the text holds a character that no text may hold", "delete it"),
}  # fmt: skip


def _general(stop: Stop) -> Verdict:
    message, help = _GENERAL.get(
        stop.kind,
        (f"this is no YAML: {short(stop.raw, 80)}", "look at the quotes, colons and indents here"),
    )
    return Verdict(stop.line, stop.column, 1, message, help)
