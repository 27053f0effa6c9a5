"""Texts that want quotes, or have them in the wrong place."""

from __future__ import annotations

import re

from cjm.source.diagnose.stop import Line, Stop, Verdict
from cjm.source.diagnose.words import cure, quoted, short

_SIGNS = {
    "*": "'*' cannot begin a text, it repeats an anchor",
    "&": "'&' cannot begin a text, it sets an anchor",
    "!": "'!' cannot begin a text, it begins a tag",
    "|": "'|' begins a text of several lines, which starts on the next line",
    ">": "'>' begins a text of several lines, which starts on the next line",
    "?": "'?' and a blank begin a key of several lines",
    "-": "'- ' begins a list item, which cannot stand in brackets",
}
_STARRED_KEY = re.compile(r"([*_]{1,3})([\w -]+)\1:(\s.*|$)|([*_]{1,3})([\w -]+):\4(\s.*|$)")
# Keys that people put behind a text on the same line; a test holds them against the format.
KEYS = frozenset(
    "name title text label level feeling pains delights itches quotes thoughts evidence severity "
    "frequency touchpoints channels persona personas steps stages goal opportunities solutions "
    "metrics method impact effort duration wait actions needs owner status unit target actual "
    "description expectation scenario language state type".split()
)
_NEXT_KEY = re.compile(r"[\s,;，；、]+([A-Za-z_][\w-]*)$")
_WIDE = "｛［【"
_NARROW = str.maketrans("｛｝［］【】", "{}[][]")
_TEMPLATE = "'{{' cannot begin a text"
_OPENERS = "[{"
_CLOSERS = {"[": "]", "{": "}"}


def sign_first(stop: Stop) -> Verdict | None:
    """`@team`, `**bold**`, `% of guests`: a text that begins with a sign of YAML's own."""
    here = stop.here
    if stop.kind == "anchor" or here.value[:1] in ("*", "&"):
        column = stop.begun[1] if stop.begun and stop.begun[0] == stop.line else stop.column
        if here.value[:1] in ("*", "&"):
            column = here.column
    elif stop.kind == "question":
        column = here.column
    elif stop.kind == "block-text" and stop.begun is not None:
        column = here.column if here.value[:1] in "|>" else stop.column
    else:
        column = stop.column
    sign = here.text[column : column + 1]
    if not sign or sign.isspace():
        return None
    starred = _STARRED_KEY.match(here.text[column:])
    if starred is not None:
        key, rest = starred[2] or starred[5], starred[3] or starred[6] or ""
        message = f"a key is a plain word, without '{sign}'"
        return Verdict(stop.line, column, 0, message, cure(f"{here.text[:column]}{key}:{rest}"))
    value = _entry_from(here, column)
    if sign in "|>" and not re.match(r"[|>]\s*\d", value):
        help = f"begin the text on the next line, two blanks deeper; or quote it: {quoted(value)}"
        return Verdict(stop.line, column, len(value), _SIGNS[sign], help)
    return Verdict(
        stop.line,
        column,
        len(value),
        _SIGNS.get(sign, f"'{sign}' cannot begin a text"),
        f"quote it: {quoted(value)}",
    )


def _entry_from(here: Line, column: int) -> str:
    """Return the text from `column` on, up to its end: in brackets that is a comma or bracket."""
    rest = here.text[column:]
    if not is_inside(here, column):
        return here.value if column == here.column else rest.rstrip()
    match = re.match(r"[^,\[\]{}]*", rest)
    return (match[0] if match and match[0].strip() else rest[:1]).rstrip()


def is_inside(here: Line, column: int) -> bool:
    """Whether `column` lies within brackets that its line opens."""
    if here.value[:1] not in _OPENERS or column <= here.column:
        return False
    end = end_of_brackets(here.value)
    return end is None or here.column + end >= column


def after_closing(stop: Stop) -> Verdict | None:
    """`"Hello", she said`, `[Sigh] no`: a text that goes on behind its closing sign."""
    here = stop.here
    value = here.value
    first = value[:1]
    if not first or stop.column <= here.column or first not in "\"'[{":
        return None
    end = closing(value, first) if first in "\"'" else end_of_brackets(value)
    if end is None:
        return None
    close = value[end]
    rest = value[end + 1 :].strip()
    if not rest:
        return None
    if rest in (",", ";", "，", "；", "]", "}") or set(rest) <= set("]}"):
        return Verdict(
            stop.line,
            here.column + end + 1,
            0,
            f"'{rest}' stands behind the closing '{close}', where nothing may follow",
            f"delete it; {cure(here.text[: here.column] + value[: end + 1])}",
        )
    if first == '"' and value.count('"') % 2:
        return Verdict(
            stop.line,
            here.column,
            len(value),
            f"the text goes on after its closing quote: '{short(rest, 30)}'",
            "put the whole text in single quotes, or write “ and ” inside it",
        )
    if re.fullmatch(r""", *(?:"[^"]*"|'[^']*')""", rest):
        listed = short(value, 90)
        return Verdict(
            stop.line,
            here.column + end + 1,
            0,
            "a second text stands behind the first",
            f"a list is written in square brackets: [{listed}]",
        )
    if value.startswith("{{"):
        message = _TEMPLATE
    elif first in "\"'":
        message = ended(value, end + 1)
    else:
        message = f"the text goes on after its closing '{close}': '{short(rest, 30)}'"
    return Verdict(
        stop.line, here.column, len(value), message, f"quote the whole text: {quoted(value)}"
    )


def ended(value: str, after: int) -> str:
    """Return the message on a text in quotes that ended before `after` and goes on."""
    if value[0] == "'" and value[after - 2].isalnum() and value[after : after + 1].isalnum():
        said = short(value[1 : after - 1], 30)
        return f"the apostrophe behind '{said}' ends the text, which ' began"
    return f"the text goes on after its closing quote: '{short(value[after:], 30)}'"


def template(stop: Stop) -> Verdict | None:
    """`{{name}} journey`: a place holder of a template."""
    here = stop.here
    if stop.column == here.column:
        value = here.value
    else:
        found = re.match(r"\{\{.*?\}\}", here.text[stop.column :])
        value = found[0] if found else "{{…}}"
    return Verdict(stop.line, stop.column, len(value), _TEMPLATE, f"quote it: {quoted(value)}")


def closing(value: str, quote: str, start: int = 0) -> int | None:
    """Return where the quote that opens at `start` closes, or `None`."""
    index = start + 1
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


def end_of_brackets(value: str) -> int | None:
    """Return where the bracket that `value` begins with closes, or `None`."""
    depth = 0
    index = 0
    while index < len(value):
        sign = value[index]
        if sign in "\"'" and (index == 0 or value[index - 1] in " ,[{:"):
            end = closing(value, sign, index)
            if end is None:
                return None
            index = end
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth <= 0:
                return index
        index += 1
    return None


def unclosed_quote(stop: Stop) -> Verdict | None:
    """A quote that is opened and never closed, or closed by the one of a later line."""
    if stop.kind == "quote" and stop.begun is not None:
        return _unclosed(stop, *stop.begun)
    before = stop.here.text[: stop.column]
    if stop.kind not in ("block", "flow", "colon", "no-colon", "document"):
        return None
    for quote in "\"'":
        if quote not in before or stop.here.text.lstrip(" -").startswith(quote):
            continue
        is_opened = re.search(rf"[\s\[{{,]{quote}\S", before + "x") is not None
        for number in stop.above(stop.line, 30):
            above = stop.at(number)
            if above.value[:1] == quote and closing(above.value, quote) is None:
                return (_unclosed if is_opened else _goes_on)(stop, number, above.column)
            if quote in above.text:
                break
    return None


def _goes_on(stop: Stop, line: int, column: int) -> Verdict:
    quote = stop.at(line).text[column : column + 1]
    return Verdict(
        stop.line,
        stop.column,
        0,
        f"the text that is opened by {quote} on line {line + 1} is closed here, and goes on",
        "put the whole text in quotes, with “ and ” inside it",
    )


def _unclosed(stop: Stop, line: int, column: int) -> Verdict:
    each = stop.at(line)
    quote = each.text[column : column + 1]
    rest = each.text[column + 1 :].rstrip()
    inside = _CLOSERS.get(each.value[:1], "")
    if quote == "'" and each.column == column and re.match(r"[a-z]+ ", rest):
        # 'tis late, 'n Abend: an apostrophe that nobody means to close.
        help = f"close it, or quote the whole text: {quoted(quote + rest)}"
    elif column < each.key_column or (column == each.key_column and ":" in rest):
        help = f"close it, or delete it; {cure(each.text[:column] + rest)}"
    elif inside:
        body = rest[: rest.index(inside)] if inside in rest else rest
        help = f"close it behind the text: {quote}{short(body.split(', ')[0], 60)}{quote}"
    else:
        rest = re.sub("[“”‘’]$", "", rest)
        help = cure(f"{each.text[:column]}{quote}{rest}{quote}")
    return Verdict(line, column, 0, f"the quote {quote} is opened here and not closed", help)


def colon_in_text(stop: Stop) -> Verdict | None:
    """`Sign says: no entry`, `title: T, persona: Ann`: a colon that YAML reads as one of a key."""
    here = stop.here
    if stop.column < here.column or not here.value or stop.sign != ":":
        return None
    if not here.key and not here.dashes:
        return None
    value = here.value
    before = here.text[here.column : stop.column]
    match = _NEXT_KEY.search(" " + before)
    if match and match[1] in KEYS and match.start() > 0:
        kept = here.text[: here.column] + before[: match.start() - 1].rstrip(" ,;，；、")
        rest = here.text[here.column + match.start(1) - 1 :].strip()
        return Verdict(
            stop.line,
            here.column + match.start(1) - 1,
            0,
            f"'{match[1]}:' begins a second key on the same line",
            f"begin it on a line of its own, in column {here.key_column + 1}: "
            f"{short(rest, 60)}; or quote the whole text: {quoted(value)}"
            if kept.strip()
            else f"quote the whole text: {quoted(value)}",
        )
    if value[0] in _WIDE:
        fixed = here.text.translate(_NARROW)
        return Verdict(
            stop.line,
            here.column,
            1,
            f"'{value[0]}' is a Chinese bracket, which opens none",
            cure(fixed),
        )
    column = here.column
    if here.dashes and " " in here.key:
        column = here.key_column
        value = here.text[column:].rstrip()
    return Verdict(
        stop.line,
        column,
        len(value),
        f"the text '{short(value)}' has a colon, so YAML reads it as a key",
        f"quote this text, it has a colon: {quoted(value)}",
    )


def no_colon(stop: Stop, line: int) -> Verdict | None:
    """`title Checking in`: a line that should have been a key, and has no colon."""
    each = stop.at(line)
    if each.key or each.dashes or not each.value:
        return None
    words = each.value.split(None, 1)
    if not words:
        return None
    above = next(stop.above(line), None)
    owner = stop.at(above) if above is not None else None
    if words[0] in KEYS or words[0] == "cjm":
        help = cure(f"{words[0]}: {words[1] if len(words) > 1 else ''}")
    elif owner is not None and owner.key and owner.value and owner.value[0] not in "\"'[{|>":
        help = (
            f"write 'key: value'; or, where it goes on the text of '{short(owner.key, 30)}', "
            f"indent it: begin it in column {owner.key_column + 3}"
        )
    else:
        help = "write 'key: value'; or, where it goes on the text above, indent it"
    return Verdict(
        line,
        each.column,
        0,
        f"this line has no key: '{short(each.value)}' has no ':' behind it",
        help,
    )
