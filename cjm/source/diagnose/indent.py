"""Lines that begin in the wrong column, or belong to nothing above them."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjm.source.diagnose.stop import Line, Stop, Verdict
from cjm.source.diagnose.words import cure, short

_WORD = re.compile(r"[A-Za-z_][\w-]*")
_NUMBER = re.compile(r"[-+]?[0-9.]+")
_SHORTHANDS = {
    "name": "stages steps touchpoints channels channel personas persona metrics systems "
    "departments team",
    "title": "evidence",
    "url": "links",
    "label": "feeling",
}
_SHORTHAND = {key: word for word, keys in _SHORTHANDS.items() for key in keys.split()}


class Level(NamedTuple):
    """A list or mapping that is open.

    Attributes:
        column: Where its keys or list marks stand, from 0.
        is_list: Whether it is a list.
        line: Of its last key or item, from 0.
        key: Its last key, or the first key behind its list mark.
    """

    column: int
    is_list: bool
    line: int
    key: str

    @property
    def name(self) -> str:
        """How a message calls it."""
        what = "the '-'" if self.is_list else f"'{short(self.key, 30)}'"
        return f"{what} on line {self.line + 1}"


def levels(stop: Stop, line: int) -> list[Level]:
    """Return the lists and mappings that are open above `line`, the innermost first."""
    found: list[Level] = []
    limit = 1 << 30
    for number in stop.above(line):
        each = stop.at(number)
        if not each.columns or each.indent >= limit:
            continue
        inner = [Level(column, True, number, each.key) for column in each.dashes]
        if each.key:
            inner.append(Level(each.key_column, False, number, each.key))
        found += reversed([level for level in inner if level.column < limit])
        limit = each.indent
        if limit == 0:
            break
    return found


def column_for(stop: Stop, line: int, content: str) -> int:
    """Return the column, from 0, where a line of tabs or odd blanks is likely to belong.

    Args:
        stop: Where the parser stopped.
        line: Its number.
        content: What stands in it, without its indent.
    """
    open_ = levels(stop, line)
    if not open_:
        return 0
    above = stop.at(open_[0].line)
    if above.key and not above.value and open_[0].line == next(stop.above(line), -1):
        return above.key_column + 2
    is_item = content.startswith("-")
    return next((level.column for level in open_ if level.is_list == is_item), open_[0].column)


def belongs_to_text(stop: Stop) -> Verdict | None:
    """Return the verdict on a key that stands deeper than the text above it, or `None`."""
    here = stop.here
    if not here.key:
        return None
    for number in stop.above(stop.line, 50):
        owner = stop.at(number)
        if not owner.columns:
            continue
        column = owner.columns[-1]
        if not owner.value or here.indent <= column:
            return None
        if here.dashes:
            return _item_below_text(stop, owner)
        if not owner.key:
            return _below_item(stop, number, owner)
        return _below_key(stop, number, owner)
    return None


def _item_below_text(stop: Stop, owner: Line) -> Verdict:
    column = owner.dashes[-1] if owner.dashes else owner.key_column + 2
    return Verdict(
        stop.line,
        stop.here.indent,
        0,
        f"this list item is indented deeper than '{short(owner.value)}' above it, which is a text",
        f"begin it in column {column + 1}",
    )


def _below_key(stop: Stop, number: int, owner: Line) -> Verdict:
    here = stop.here
    column = owner.key_column
    message = (
        f"this line is indented deeper than '{short(owner.key)}' above it, which has its value"
    )
    help = f"begin '{short(here.key)}' in column {column + 1}, like '{short(owner.key)}'"
    if not _WORD.fullmatch(here.key):
        message = f"this line belongs to the text of '{short(owner.key)}' above it, and holds a ':'"
        help = "put the whole text in double quotes, or all of it on one line"
    elif here.indent > column + 1 and _may_belong(owner, here.key):
        name = f"{_shorthand(owner)}: {short(owner.value)}"
        help = (
            f"write '{name}' on a line of its own below '{owner.key}:', in column "
            f"{here.indent + 1}; or begin '{short(here.key)}' in column {column + 1}"
        )
    return Verdict(stop.line, here.indent, 0, message, help)


def _may_belong(owner: Line, key: str) -> bool:
    if owner.key == "feeling":
        return key in ("level", "label", "basis", "evidence")
    return owner.key in _SHORTHAND and not owner.dashes


def _shorthand(owner: Line) -> str:
    is_level = owner.key == "feeling" and _NUMBER.fullmatch(owner.value)
    return "level" if is_level else _SHORTHAND[owner.key]


def _below_item(stop: Stop, number: int, owner: Line) -> Verdict:
    here = stop.here
    parent = next((level.key for level in levels(stop, number) if not level.is_list), "")
    word = _SHORTHAND.get(parent, "text")
    column = owner.dashes[-1] + 2
    at = "" if here.indent == column else f", and begin '{short(here.key)}' in column {column + 1}"
    return Verdict(
        stop.line,
        here.indent,
        0,
        f"'{short(here.key)}' stands below the text '{short(owner.value)}', which can hold no keys",
        f"begin that item with its key{at}; {cure(f'- {word}: {owner.value}')}",
    )


def misplaced(stop: Stop) -> Verdict | None:
    """Return the verdict on a key or list item in a column where none can be, or `None`."""
    here = stop.here
    if not here.is_content or stop.column > here.indent:
        return None
    open_ = levels(stop, stop.line)
    if not open_:
        return None
    if here.dashes:
        return _item(stop, here, open_)
    same = next((level for level in open_ if level.column == here.indent), None)
    if same is not None and same.is_list:
        return _lacks_dash(stop, here, same, open_)
    return _no_such_column(stop, here, [level for level in open_ if not level.is_list])


def _lacks_dash(stop: Stop, here: Line, item: Level, open_: list[Level]) -> Verdict:
    what = f"'{short(here.key or here.value)}'"
    inner = next(
        (level for level in reversed(open_) if not level.is_list and level.column > here.indent),
        None,
    )
    if inner is None or here.key == item.key or not here.key:
        help = cure(f"- {here.text.strip()}")
    else:
        help = f"begin {what} in column {inner.column + 1}, like {inner.name}; or {cure('- ' + here.text.strip())}"
    return Verdict(
        stop.line, here.indent, 0, f"{what} stands where a list item, '- ', is expected", help
    )


def _item(stop: Stop, here: Line, open_: list[Level]) -> Verdict:
    lists = [level for level in open_ if level.is_list]
    above = next(stop.above(stop.line), -1)
    owner = stop.at(above)
    if owner.key and owner.value and here.indent >= owner.key_column:
        return Verdict(
            stop.line,
            here.indent,
            0,
            f"a list item stands below '{short(owner.key)}', which has a text already",
            f"put that text below '{short(owner.key)}:' as an item of its own; "
            f"{cure('- ' + owner.value)}",
        )
    return _no_such_column(stop, here, lists)


def _no_such_column(stop: Stop, here: Line, fitting: list[Level]) -> Verdict:
    what = "this list item" if here.dashes else "this line"
    nearest = sorted(fitting, key=lambda level: abs(level.column - here.indent))[:2]
    if not nearest:
        return Verdict(
            stop.line,
            here.indent,
            0,
            "a list item stands where a key is expected"
            if here.dashes
            else f"{what} fits nothing above it",
            "keys of one item begin in the same column; each level is two blanks deeper",
        )
    first = nearest[0]
    help = f"begin it in column {first.column + 1}, like {first.name}"
    if len(nearest) == 2:
        second = nearest[1]
        help += f"; or in column {second.column + 1}, like {second.name}"
    return Verdict(
        stop.line,
        here.indent,
        0,
        f"{what} is not indented like any other: it begins in column {here.indent + 1}",
        help,
    )
