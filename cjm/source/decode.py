"""Bytes to text: UTF-8 and nothing else, with a good word for what is not."""

from __future__ import annotations

import re
from bisect import bisect_right

from cjm.findings import Position, Span
from cjm.source.document import START, TextProblem
from cjm.source.limits import MAX_BYTES

HIDDEN = "\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f"
"""What nobody sees and may change what is read, as ranges of a pattern."""

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BAD = re.compile(f"[{_CONTROLS}]")
_LINE_END = re.compile(r"\r\n?|\n")
_BREAKS = re.compile("[\x85\u2028\u2029]")
_RARE = re.compile(f"[{_CONTROLS}\x85\u2028\u2029{HIDDEN}]")
_NAMES = {"\x00": "NUL", "\x1b": "ESC", "\x07": "BEL", "\x08": "backspace", "\x7f": "DEL"}


def decode(source: bytes | str) -> tuple[str, TextProblem | None]:
    """Return the text of `source` without its byte order mark, and what makes it unreadable."""
    if len(source) > MAX_BYTES:
        return "", _unreadable(
            f"the file holds {len(source) / 1e6:.0f} MB, more than the {MAX_BYTES >> 20} MB "
            "that a map can need",
            "split it into several maps",
        )
    if isinstance(source, str):
        return source.removeprefix("\ufeff"), None
    wide = _wide_encoding(source)
    if wide:
        return "", _unreadable(f"the file is {wide}, not UTF-8", "save it as UTF-8")
    try:
        return source.decode("utf-8").removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(source, error.start)


def _wide_encoding(source: bytes) -> str | None:
    if source[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return "UTF-32"
    if source[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    head = source[:200]
    if len(head) > 3 and head.count(0) * 3 >= len(head) and (head[0] == 0 or head[1] == 0):
        return "UTF-16"
    return None


def _not_utf8(source: bytes, offset: int) -> TextProblem:
    before = source[:offset].decode("utf-8")
    at = position_at(before, len(before))
    return TextProblem(
        Span(at, at),
        "unreadable-file",
        f"the file is not UTF-8: byte 0x{source[offset]:02x} at byte offset {offset}",
        "save it as UTF-8",
        fatal=True,
    )


def _unreadable(message: str, help: str) -> TextProblem:
    return TextProblem(START, "unreadable-file", message, help, fatal=True)


def position_at(text: str, offset: int) -> Position:
    """Return the position of `offset` in `text`; CR LF, LF and CR end lines."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    return Position(line, len(before) - before.rfind("\n"), offset)


class LineTable:
    """The lines of a text, for many positions in it: each is found without reading from the start."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Return the position of `offset`."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)


def has_rare_signs(text: str) -> bool:
    """Whether `text` has a control character, an odd line end or a hidden character.

    One search for what hardly any text has, in the place of one for each.
    """
    return _RARE.search(text) is not None


def control_character(text: str) -> TextProblem | None:
    """Return the problem of the first character in `text` that no YAML text may hold."""
    match = _BAD.search(text)
    if match is None:
        return None
    code = ord(match[0])
    name = _NAMES.get(match[0], "a control character" if code < 0xA0 else "no character")
    at = position_at(text, match.start())
    return TextProblem(
        Span(at, at._replace(column=at.column + 1, offset=at.offset + 1)),
        "yaml-syntax",
        f"the text holds U+{code:04X} ({name}), which no text may hold",
        "delete it",
        fatal=True,
    )


def odd_breaks(text: str) -> tuple[str, list[TextProblem]]:
    """Read NEL, U+2028 and U+2029 as blanks.

    A YAML 1.1 parser takes them for line ends, which shifts every later line.
    """
    problems: list[TextProblem] = []
    if not any(sign in text for sign in "\x85\u2028\u2029"):
        return text, problems
    for match in _BREAKS.finditer(text):
        at = position_at(text, match.start())
        problems.append(
            TextProblem(
                Span(at, at._replace(column=at.column + 1, offset=at.offset + 1)),
                "hidden-characters",
                f"the text holds U+{ord(match[0]):04X}, a line end that is not seen; "
                "it is read as a blank",
                "delete it, or begin a new line",
            )
        )
        if len(problems) == 3:
            break
    return _BREAKS.sub(" ", text), problems
