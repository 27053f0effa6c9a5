"""Lists and mappings in brackets: `[A, B]`, `{en: A, zh: 乙}`."""

from __future__ import annotations

import re

from cjm.source.diagnose.stop import Stop, Verdict
from cjm.source.diagnose.texts import KEYS, closing, end_of_brackets, ended
from cjm.source.diagnose.words import cure, quoted, short

_CLOSER = {"[": "]", "{": "}"}
_KEY_AHEAD = re.compile(r"[\"']?[A-Za-z_][\w-]*[\"']?:(\s|$)")
_WIDE_COMMA = re.compile(r"\s*[，、﹐;；]\s*(?=[\"']?[A-Za-z_-]+[\"']?$)")
_HASH = re.compile(r"(?<=[\s\[{,])#.*")
_LAST_WORD = re.compile(r"\s+([A-Za-z_][\w-]*)$")


def in_brackets(stop: Stop) -> Verdict | None:
    """Return the verdict on what is wrong within brackets, or `None`."""
    if stop.begun is None or stop.begun[0] >= stop.count:
        return None
    line, column = stop.begun
    opener = stop.at(line).text[column : column + 1]
    if opener not in _CLOSER:
        return None
    sign = stop.sign
    if sign and sign in "]}" and sign != _CLOSER[opener]:
        if stop.line > line:
            return _not_closed(stop, line, column, opener)
        return _wrong_closer(stop, opener, column)
    if _is_left_open(stop, line, column):
        return _not_closed(stop, line, column, opener)
    if sign == ":":
        return _colon(stop, column if line == stop.line else 0)
    if stop.line > line and stop.column == stop.here.indent:
        return _comma_missing_above(stop)
    return _after_entry(stop, column + 1 if line == stop.line else 0)


def no_blank_in_brackets(stop: Stop) -> Verdict | None:
    """`{en:Check-in}`, where the C parser stops."""
    if "unexpected ':'" not in stop.raw:
        return None
    text = stop.here.text
    word = re.search(r"[^\s{}\[\],:]*$", text[: stop.column])
    key = word[0] if word else ""
    fixed = re.sub(r"([{,]\s*[A-Za-z_][\w-]*):(?=[^\s/])", r"\1: ", text)
    return Verdict(
        stop.line,
        stop.column - len(key),
        len(key) + 1,
        f"a blank is missing behind '{key}:'",
        cure(fixed),
    )


def _wrong_closer(stop: Stop, opener: str, column: int) -> Verdict:
    right = _CLOSER[opener]
    text = stop.here.text
    outer = "[" if stop.sign == "]" else "{"
    if outer in text[:column]:
        fixed = text[: stop.column] + right + text[stop.column :]
        message = f"the '{opener}' that opens here is not closed"
        return Verdict(stop.line, column, stop.column - column, message, cure(fixed))
    return Verdict(
        stop.line,
        stop.column,
        1,
        f"'{stop.sign}' closes what '{opener}' opened",
        f"{cure(text[: stop.column] + right + text[stop.column + 1 :])}",
    )


def open_bracket(stop: Stop) -> Verdict | None:
    """`stages: [A,`, and the file ends: the last bracket that its line does not close."""
    for number in (stop.line, *stop.above(stop.line, 50)):
        each = stop.at(number)
        if each.value[:1] in _CLOSER and end_of_brackets(_HASH.sub("", each.value)) is None:
            return _not_closed(stop, number, each.column, each.value[0])
    return None


def _is_left_open(stop: Stop, line: int, column: int) -> bool:
    if not stop.sign:
        return True
    if stop.line == line:
        return False
    opening = stop.at(line)
    here = stop.here
    if opening.text.strip() in ("{", "["):
        return False
    return here.indent <= opening.indent or bool(here.dashes) or bool(opening.value[1:].strip())


def _not_closed(stop: Stop, line: int, column: int, opener: str) -> Verdict:
    right = _CLOSER[opener]
    text = stop.at(line).text.rstrip()
    rest = text[column + 1 :]
    comment = re.search(r"(?:^|[\s\[{,])#", rest)
    told = rest[comment.end() :] if comment is not None else ""
    if comment is not None and (right in told or told.strip()[:1].isdigit()):
        hash_at = column + comment.end()
        return Verdict(
            line,
            hash_at,
            0,
            f"'{short(text[hash_at:])}' is read as a comment, so the '{opener}' is not closed",
            "quote the text that holds the '#'",
        )
    if comment is not None:
        text, rest = text[: column + 1 + comment.start()], rest[: comment.start()]
    wide = re.search("[｝］】]", rest)
    if wide is not None:
        at = column + 1 + wide.start()
        fixed = text[:at] + right + text[at + 1 :]
        return Verdict(
            line, at, 1, f"'{wide[0]}' is a Chinese bracket, which closes none", cure(fixed)
        )
    if rest.strip() and _CLOSER[opener] not in rest:
        help = f"close it with '{right}'; {cure(text.rstrip(' ,') + right)}"
    else:
        help = f"close it with '{right}' behind its last entry"
    return Verdict(line, column, 0, f"the '{opener}' that opens here is not closed", help)


def _entry_start(text: str, end: int, start: int) -> int:
    """Return where the entry that holds `end` begins, behind the last comma or bracket."""
    at = max(text.rfind(sign, start, end) for sign in ",[{")
    at = at + 1 if at >= 0 else start
    return at + len(text[at:end]) - len(text[at:end].lstrip())


def _colon(stop: Stop, start: int) -> Verdict:
    text = stop.here.text
    begin = _entry_start(text, stop.column, start)
    entry = text[begin : stop.column]
    comma = _WIDE_COMMA.search(entry)
    if comma is not None and comma.start() > 0:
        at = begin + comma.start()
        sign = comma[0].strip()
        what = (
            f"'{sign}' is a Chinese sign" if sign in "，、；﹐" else f"'{sign}' separates nothing"
        )
        fixed = f"{text[:at]}, {text[begin + comma.end() :]}"
        column = text.index(sign, at)
        return Verdict(
            stop.line, column, 1, f"{what}; entries are separated by ',' and a blank", cure(fixed)
        )
    key = re.match(r"[^\s:]+: +", entry)
    column = begin + (key.end() if key else 0)
    tail = re.match(r"[^,\[\]{}]*", text[column:])
    value = tail[0].rstrip() if tail else ""
    word = _LAST_WORD.search(text[column : stop.column])
    help = f"quote this text, it has a colon: {quoted(value)}"
    if word is not None and key is not None and word[1] in KEYS:
        at = column + word.start(1)
        fixed = f"{text[:at].rstrip()}, {text[at:]}"
        message = f"a ',' is missing before '{word[1]}'"
        return Verdict(stop.line, at, len(word[1]), message, cure(fixed))
    message = f"the text '{short(value)}' has a colon, so YAML reads it as a key"
    return Verdict(stop.line, column, len(value), message, help)


def _comma_missing_above(stop: Stop) -> Verdict:
    above = next(stop.above(stop.line), stop.line)
    text = stop.at(above).text.rstrip()
    return Verdict(
        above, len(text) - 1, 1, "a ',' is missing at the end of this line", cure(text + ",")
    )


def _after_entry(stop: Stop, start: int) -> Verdict | None:
    """`["Hello" she said]`: what stands behind a closing quote or bracket."""
    text = stop.here.text
    if not text[stop.column : stop.column + 1]:
        return None
    if _KEY_AHEAD.match(text, stop.column):
        word = text[stop.column :].split(":")[0]
        fixed = f"{text[: stop.column].rstrip()}, {text[stop.column :]}"
        return Verdict(
            stop.line, stop.column, len(word), f"a ',' is missing before '{word}'", cure(fixed)
        )
    begin = _quote_before(text, start, stop.column)
    if begin is None:
        return None
    tail = re.match(r"[^,\]}]*", text[stop.column :])
    value = text[begin : stop.column + (tail.end() if tail else 0)].rstrip()
    if text[begin] == '"' and value.count('"') % 2:
        return Verdict(
            stop.line, begin, len(value), "a quote is missing: one is opened and not closed",
            "close each quote, or put a text that holds '\"' in single quotes",
        )  # fmt: skip
    if text[stop.column] in "\"'" and closing(text, text[stop.column], stop.column):
        fixed = f"{text[: stop.column].rstrip()}, {text[stop.column :]}"
        return Verdict(stop.line, stop.column, 0, "a ',' is missing between two texts", cure(fixed))
    return Verdict(
        stop.line,
        begin,
        len(value),
        ended(value, stop.column - begin),
        f"quote the whole text: {quoted(value)}",
    )


def _quote_before(text: str, start: int, end: int) -> int | None:
    """Return where the quote opens that is closed just before `end`, or `None`."""
    index, found = start, None
    while index < end:
        sign = text[index]
        if sign in "\"'" and (index == 0 or text[index - 1] in " ,[{:"):
            close = closing(text, sign, index)
            if close is None:
                return index
            found, index = index, close
        elif sign in ",[]{}":
            found = None
        index += 1
    return found
