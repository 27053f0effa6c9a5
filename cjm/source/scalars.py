"""Single values as YAML 1.2 spells them: plain where that reads back as the same, else quoted."""

from __future__ import annotations

import re
import unicodedata

from cjm.source.plain import Plain

# What YAML 1.2 core reads as a number, a truth value or nothing (YAML 1.2.2 §10.3.2), and the two
# words that YAML 1.1 gives a meaning to.
_NUMBER = (
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_PLAIN = re.compile(rf"{_NUMBER}|true|True|TRUE|false|False|FALSE")
_NOT_TEXT = re.compile(rf"{_PLAIN.pattern}|~|null|Null|NULL|=|<<")
_HIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_QUOTED = re.compile(
    rf"[\t\n{_HIDDEN}]|:(?=\s|\Z)|(?<=\s)#|\A(?:[,\[\]{{}}#&*!|>'\"%@`]|[-?:](?=\s|\Z)|---|\.\.\.)"
)
FLOW_SIGNS = re.compile(r"[,\[\]{}]|\A[?:]|\A-\Z")
"""What a plain text may hold in a block and not in a flow mapping or list."""

_ESCAPED = re.compile(rf'["\\\t\n{_HIDDEN}]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_NO_LITERAL = re.compile(rf"[{_HIDDEN}]|\A[ \t\n]|[ \t](?:\n|\Z)|\n\n\Z")


def scalar(value: object, *, in_flow: bool = False) -> str:
    """Return `value` on one line: a string, a number or a truth value."""
    if isinstance(value, str):
        text = str(value)
        if isinstance(value, Plain) and is_plain(text):
            return text
        return quoted(text) if needs_quotes(text, in_flow=in_flow) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, int):
        return str(value)
    return scalar(str(value), in_flow=in_flow)


def is_plain(text: str) -> bool:
    """Whether `text`, unquoted, is a number or a truth value to YAML: what `Plain` is for."""
    return _PLAIN.fullmatch(text) is not None


def needs_quotes(text: str, *, in_flow: bool = False) -> bool:
    """Whether `text` would be read as something else if it stood there plain."""
    return (
        text != text.strip()
        or not text
        or _QUOTED.search(text) is not None
        or _NOT_TEXT.fullmatch(text) is not None
        or (in_flow and FLOW_SIGNS.search(text) is not None)
    )


def quoted(text: str) -> str:
    """Return `text` in double quotes, with what cannot be seen escaped."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def literal(text: str, indent: int) -> tuple[str, list[str]] | None:
    """Return the head (`|` or `|-`) and the lines of `text` as a block, `None` where it cannot be.

    Args:
        text: Of several lines.
        indent: How many blanks stand before each line.
    """
    if "\n" not in text or _NO_LITERAL.search(text) is not None:
        return None
    head = "|" if text.endswith("\n") else "|-"
    lines = text.removesuffix("\n").split("\n")
    return head, [" " * indent + line if line else "" for line in lines]


def width(text: str) -> int:
    """Return how many columns `text` takes on a terminal; wide characters take two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    known = _ESCAPES.get(character)
    if known is not None:
        return known
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"


def _float(value: float) -> str:
    if value != value:
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    return repr(value)
