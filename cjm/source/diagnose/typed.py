"""Slips that show on a line alone: tabs, blanks nobody sees, signs of other keyboards and formats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from cjm.source.diagnose.indent import column_for
from cjm.source.diagnose.stop import Stop, Verdict
from cjm.source.diagnose.words import INVISIBLE, cure

_KEY = r"[A-Za-z_][\w-]*"
_ODD_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODD_INDENT = re.compile(rf"[ \-]*[{_ODD_BLANKS}]+")
_ODD_AFTER_KEY = re.compile(rf" *(?:- +)*{_KEY}:[{_ODD_BLANKS}]+")
_TAB_AFTER = re.compile(r" *(?:- +)*(?:-|[^\s#\"':]{1,60}:)( *\t[ \t]*)(\S?)")
_NO_BLANK = re.compile(rf" *(?:- +)*({_KEY}):([^\s:/\\].*)")
_NO_BLANK_ITEM = re.compile(r" *-([^\s\-#0-9.,][^#]*)")
_BULLET = re.compile(r" *([–—―−‐‑‒－ー•◦▪●○‣·・*+]|->|=>|→|--|[0-9]{1,2}[.)、](?=\D))\s*(\S.*)")
_EQUALS = re.compile(rf" *(?:- +)*({_KEY}) *(?:=>?|:=|->|→) *(\S.*)")
_WIDE_COLON = re.compile(rf"( *(?:- +)*(?:{_KEY}|\"[^\"]*\"))\s*(：|﹕|∶|︰)\s*")
_COMMENT = re.compile(r" *(//|/\*|<!--|--(?![>-])|;|<\w+>|</)")
_FENCE = re.compile(r" *(```|~~~)")


def typed(stop: Stop, line: int) -> Verdict | None:
    """Return the slip on `line` that is one whatever stands around it, or `None`."""
    for check in _ALWAYS:
        found = check(stop, line)
        if found is not None:
            return found
    return None


def swallowed(stop: Stop, line: int) -> Verdict | None:
    """Return the slip that made `line` a text where a key or list item was meant, or `None`.

    What these checks look for may be good text too, so they are asked only about a line of which
    the parser shows that it read it as text and went on.
    """
    for check in _SWALLOWED:
        found = check(stop, line)
        if found is not None:
            return found
    return None


def _tab_indent(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    if "\t" not in indent:
        return None
    if not text.strip():
        return Verdict(
            line, indent.index("\t"), 0, "a tab stands in an empty line", "delete the tab"
        )
    blanks = column_for(stop, line, text.strip())
    return Verdict(
        line,
        indent.index("\t"),
        0,
        "a tab stands at the start of the line; YAML indents with blanks",
        f"replace it by blanks, so that the line begins in column {blanks + 1}"
        f"{_more_tabs(stop, line)}",
    )


def _more_tabs(stop: Stop, line: int) -> str:
    starts = (stop.text[start : start + 1] for start, _ in stop.bounds[line + 1 :])
    more = sum(sign == "\t" for sign in starts)
    return (
        f"; {more} more {'line begins' if more == 1 else 'lines begin'} with a tab" if more else ""
    )


def _tab_after(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    match = _TAB_AFTER.match(text)
    if match is None:
        if stop.kind == "token" and line == stop.line and stop.sign == "\t":
            clean = re.sub(r"\s*\t\s*", " ", text)
            return Verdict(line, stop.column, 1, "a tab stands in the line", cure(clean))
        return None
    what = text[: match.start(1)].strip()
    clean = f"{text[: match.start(1)]} {text[match.end(1) :]}"
    return Verdict(
        line,
        match.start(1),
        len(match[1]),
        f"a tab stands behind '{what[-40:]}', where a blank is expected",
        cure(clean) if match[2] else "delete the tab",
    )


def _odd_blank(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    match = _ODD_INDENT.match(text) or _ODD_AFTER_KEY.match(text)
    if match is None or not text[match.end() :].strip():
        return None
    at = next(index for index in range(match.end()) if _is_odd(text[index]))
    name = INVISIBLE.get(text[at], "space of another kind")
    rest = text[match.end() :]
    if text[:at].strip(" "):
        clean = "".join(" " if _is_odd(sign) else sign for sign in match[0])
        help = cure(re.sub(r"(?<=\S) +", " ", clean) + rest)
    else:
        help = f"delete it, and type blanks; {_begin(stop, line, rest)}"
    return Verdict(
        line, at, match.end() - at, f"an invisible {name} stands before '{rest[:30].strip()}'", help
    )


def _begin(stop: Stop, line: int, rest: str) -> str:
    return f"the line is likely to begin in column {column_for(stop, line, rest) + 1}"


def _is_odd(sign: str) -> bool:
    return sign != " " and (unicodedata.category(sign) in ("Zs", "Cf"))


def _fence(stop: Stop, line: int) -> Verdict | None:
    match = _FENCE.match(stop.at(line).text)
    if match is None or stop.at(line).key:
        return None
    return Verdict(
        line,
        match.start(1),
        0,
        f"'{match[1]}' belongs to Markdown, not to the map",
        "delete this line, and the one that ends the block",
    )


def _bullet(stop: Stop, line: int) -> Verdict | None:
    """`– name: A`, `* A`, `1. name: A`: a list item, written otherwise."""
    text = stop.at(line).text
    match = _BULLET.match(text)
    if match is None or _is_bold(text[match.start(1) :]):
        return None
    if match[1] == "*" and not text[match.end(1) : match.end(1) + 1].isspace():
        return None
    return Verdict(
        line,
        match.start(1),
        len(match[1]),
        f"a list item begins with '- ', found '{match[1]}'",
        cure(f"- {match[2]}"),
    )


def _is_bold(text: str) -> bool:
    return text.startswith(("**", "++"))


def _no_blank_after_dash(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    match = _NO_BLANK_ITEM.match(text)
    if match is None:
        return None
    return Verdict(
        line,
        match.start(1) - 1,
        0,
        "a blank is missing behind the '-' of a list item",
        cure(f"- {text[match.start(1) :]}"),
    )


def _no_blank_after_colon(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    match = _NO_BLANK.match(text)
    if match is None:
        return None
    at = match.end(1) + 1
    return Verdict(
        line,
        match.start(1),
        at - match.start(1),
        f"a blank is missing behind '{match[1]}:'",
        cure(f"{text[:at]} {text[at:]}"),
    )


def _wide_colon(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    match = _WIDE_COLON.match(text)
    if match is None:
        return None
    return Verdict(
        line,
        match.start(2),
        1,
        f"'{match[2]}' is a Chinese colon; a key ends with ':' and a blank",
        cure(f"{match[1]}: {text[match.end() :]}"),
    )


def comment(stop: Stop, line: int) -> Verdict | None:
    """`// my map`: a comment of another language."""
    text = stop.at(line).text
    match = _COMMENT.match(text)
    if match is None:
        return None
    rest = text[match.end(1) :].strip().removesuffix("-->").removesuffix("*/").strip()
    return Verdict(
        line,
        match.start(1),
        0,
        f"'{match[1]}' begins no comment in YAML; a comment begins with '# '",
        cure(f"# {rest}") if not match[1].endswith((">", "/")) or match[1] == "//" else "delete it",
    )


def _equals(stop: Stop, line: int) -> Verdict | None:
    text = stop.at(line).text
    match = _EQUALS.match(text)
    if match is None:
        return None
    return Verdict(
        line,
        match.start(1),
        0,
        f"the key '{match[1]}' has no ':' behind it",
        cure(f"{text[: match.end(1)]}: {match[2]}"),
    )


_Check = Callable[[Stop, int], Verdict | None]
_ALWAYS: tuple[_Check, ...] = (_tab_indent, _tab_after, _odd_blank, _fence)
_SWALLOWED: tuple[_Check, ...] = (
    comment, _bullet, _no_blank_after_colon, _wide_colon, _no_blank_after_dash, _equals,
)  # fmt: skip
