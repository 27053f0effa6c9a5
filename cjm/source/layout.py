"""The canonical layout: nodes to lines, short where they can be, one thing a line."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.source.nodes import Beside, Group, Leaf, Node, Part, Sheet
from cjm.source.scalars import width

WIDTH = 120
"""Columns that a flow mapping or list may reach."""

SHORT = 30
"""Columns that each item of a flow list may take; longer texts stand one a line."""

_SPACED = frozenset({"stages", "steps"})
_REFER = frozenset({"same", "after"})
"""Keys beside which an `id` names what is there already, and is no thing of its own."""

_SHORT_HEAD = 3
"""Lines before `stages` that need no empty line after them: a first map has ten."""

_STEP = 2


def lay_out(sheet: Sheet) -> str:
    """Return the text of a sheet whose top is a mapping; it ends with one line feed."""
    layout = _Layout()
    layout.comments(sheet.before_mark, 0)
    if sheet.mark:
        layout.lines.append(sheet.mark)
    layout.comments(sheet.head, 0)
    assert isinstance(sheet.top, Group)
    layout.top(sheet.top)
    return "\n".join(_with_comments(layout.lines)) + "\n"


class _Line(str):
    """A line that a comment follows."""

    __slots__ = ("beside",)
    beside: Beside


class _Layout:
    """Lays out nodes as lines; `indent` is the blanks before them."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def top(self, group: Group) -> None:
        if not group.parts:
            self.lines.append("{}")
        for index, part in enumerate(group.parts):
            head = [line for line in self.lines if line and not line.startswith("#")]
            is_long = part.name == "stages" and len(head) > _SHORT_HEAD
            if index and (is_long or part.has_gap):
                self._gap()
            self._entry(part, 0, "")
            self.comments(part.below, 0)
        self.comments(group.foot, 0)

    def comments(self, comments: Iterable[str], indent: int) -> None:
        """Write comments that stand alone, an empty string for an empty line."""
        for comment in comments:
            if comment:
                self.lines.append(" " * indent + comment)
            else:
                self._gap()

    def _gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _mapping(self, group: Group, indent: int, lead: str = "") -> None:
        """Write a mapping that has a line for each key, the first behind `lead`."""
        for index, part in enumerate(group.parts):
            if index:
                lead = ""
                if part.has_gap:
                    self._gap()
            self._entry(part, indent, lead)
            self.comments(part.below, indent)
        self.comments(group.foot, indent)

    def _entry(self, part: Part, indent: int, lead: str) -> None:
        node = part.node
        if not lead:
            self.comments(part.above, indent)
        head = (lead or " " * indent) + part.key + ":"
        beside = part.beside
        is_spaced = part.name in _SPACED and not (isinstance(node, Group) and node.is_words)
        line = _one_line(node, WIDTH - width(head) - 1, is_spaced=is_spaced)
        if line is not None:
            self._put(f"{head} {line}" if line else head, beside, indent)
            return
        if isinstance(node, Leaf):
            self._several(node, head, beside, indent)
            return
        self._put(f"{head} &{node.anchor}" if node.anchor else head, beside, indent)
        if node.is_map:
            self._mapping(node, indent + _STEP)
        else:
            self._items(node, indent + _STEP, is_spaced=is_spaced)

    def _items(self, group: Group, indent: int, *, is_spaced: bool) -> None:
        was_long = False
        for index, part in enumerate(group.parts):
            start = len(self.lines)
            self._item(part, indent, is_spaced=is_spaced)
            self.comments(part.below, indent)
            is_long = len(self.lines) - start > 1
            if index and (part.has_gap or (is_spaced and (is_long or was_long))):
                self.lines.insert(start, "")
            was_long = is_long
        self.comments(group.foot, indent)

    def _item(self, part: Part, indent: int, *, is_spaced: bool) -> None:
        node = part.node
        dash = " " * indent + "-"
        self.comments(part.above, indent)
        if isinstance(node, Group) and node.parts and not node.anchor:
            self._make_room(node.parts[0], indent)
        in_block = is_spaced and isinstance(node, Group) and node.is_map and _has_a_name(node)
        line = None if in_block else _one_line(node, WIDTH - indent - _STEP)
        if line is not None:
            self._put(f"{dash} {line}" if line else dash, part.beside, indent)
        elif isinstance(node, Leaf):
            self._several(node, dash, part.beside, indent)
        elif node.is_map and not node.anchor:
            self._first_entry(node.parts[0], part.beside, indent)
            self._mapping(node, indent + _STEP, dash + " ")
        else:
            self.comments((each.text for each in part.beside), indent)
            self._put(f"{dash} &{node.anchor}" if node.anchor else dash, (), indent)
            if node.is_map:
                self._mapping(node, indent + _STEP)
            else:
                self._items(node, indent + _STEP, is_spaced=False)

    def _make_room(self, first: Part, indent: int) -> None:
        """Put what would stand between a dash and what follows it above the dash."""
        self.comments(first.above, indent)
        self.comments((each.text for each in first.beside[1:]), indent)
        first.above, first.beside = (), first.beside[:1]

    def _first_entry(self, first: Part, beside: tuple[Beside, ...], indent: int) -> None:
        """Make room for what stood beside the whole item."""
        if beside and not first.beside and not _ends_with_beside(first.node):
            first.beside, beside = beside[:1], beside[1:]
        self.comments((each.text for each in beside), indent)

    def _several(self, leaf: Leaf, head: str, beside: tuple[Beside, ...], indent: int) -> None:
        """Write a text that takes several lines behind its key or dash."""
        first, *rest = leaf.lines or [leaf.line or ""]
        anchor = f" &{leaf.anchor}" if leaf.anchor else ""
        blanks = " " * (indent + _STEP)
        if not leaf.ends_with_beside:
            self._put(f"{head}{anchor} {first}", beside, indent)
            self.lines += [blanks + line if line else "" for line in rest]
            return
        self.comments((each.text for each in beside[1:]), indent)
        self.lines.append(f"{head}{anchor} {first}")
        self.lines += [blanks + line if line else "" for line in rest[:-1]]
        self._put(blanks + rest[-1], beside[:1], indent)

    def _put(self, line: str, beside: tuple[Beside, ...], indent: int) -> None:
        """Write a line with its comment; what finds no room there stands above it."""
        if beside:
            self.comments((each.text for each in beside[1:]), indent)
            line = _Line(line)
            line.beside = beside[0]
        self.lines.append(line)


def _has_a_name(group: Group) -> bool:
    """Whether it is a stage or step of its own, no `{id: choose, same: true}`.

    One that its author wrote in braces may stay there as long as it fits: a sketch stays short.
    """
    if group.was_flow:
        return False
    return bool(group.parts) and not any(part.name == "same" for part in group.parts)


def _ends_with_beside(node: Node) -> bool:
    return isinstance(node, Leaf) and node.ends_with_beside


def _one_line(node: Node, room: int, *, is_spaced: bool = False) -> str | None:
    """Return a node on one line, or `None` where it takes several."""
    anchor = f"&{node.anchor} " if node.anchor else ""
    if isinstance(node, Leaf):
        line = node.line
        if line is not None and node.lines and not _fits(line, room):
            return None
        return None if line is None else anchor + line if line else anchor[:-1]
    if not node.parts:
        return anchor + ("{}" if node.is_map else "[]")
    if node.is_open or node.foot or any(part.is_commented for part in node.parts):
        return None
    if node.is_map:
        if not _is_leaf(node):
            return None
    elif is_spaced or not all(_is_short(part.node) for part in node.parts):
        return None
    line = _flow(node)
    return line if _fits(line, room) else None


def _fits(line: str, room: int) -> bool:
    length = len(line)  # no character takes more than two columns
    return 2 * length <= room or (length <= room and width(line) <= room)


def _flow(node: Node) -> str:
    anchor = f"&{node.anchor} " if node.anchor else ""
    if isinstance(node, Leaf):
        return anchor + (node.flow or "")
    if node.is_map:
        inner = ", ".join(f"{part.flow_key}: {_flow(part.node)}" for part in node.parts)
        return f"{anchor}{{{inner}}}"
    return f"{anchor}[{', '.join(_flow(part.node) for part in node.parts)}]"


def _is_leaf(group: Group) -> bool:
    """Whether a mapping may stand on one line: it is small, and its parts hold no parts."""
    names = [part.name for part in group.parts]
    if "id" in names and _REFER.isdisjoint(names):
        return False
    if not _SPACED.isdisjoint(names):
        return False
    if all(isinstance(part.node, Group) and part.node.is_map for part in group.parts):
        return False
    return all(_is_part(part.node) for part in group.parts)


def _is_part(node: Node) -> bool:
    if isinstance(node, Leaf):
        return node.is_single
    if node.is_open or node.foot or any(part.is_commented for part in node.parts):
        return False
    return all(isinstance(part.node, Leaf) and part.node.is_single for part in node.parts)


def _is_short(node: Node) -> bool:
    return isinstance(node, Leaf) and node.is_single and _fits(node.flow or "", SHORT)


def _with_comments(lines: list[str]) -> list[str]:
    """Return the lines with the comments at their ends; those that stood in one column do again."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if type(line) is not _Line:
            found.append(line)
            at += 1
            continue
        run = [line]
        while at + len(run) < len(lines) and _shares_column(line, lines[at + len(run)]):
            run.append(lines[at + len(run)])  # type: ignore[arg-type]
        found += _aligned(run)
        at += len(run)
    return found


def _shares_column(line: _Line, other: str) -> bool:
    if type(other) is not _Line or line.beside.is_tight or other.beside.is_tight:
        return False
    return other.beside.column == line.beside.column


def _aligned(run: list[_Line]) -> list[str]:
    widths = [width(line) for line in run]
    if len(run) == 1:
        line = run[0]
        return [f"{line}{' ' if line.beside.is_tight else '  '}{line.beside.text}"]
    column = max(widths) + 2
    return [
        f"{line}{' ' * (column - wide)}{line.beside.text}"
        for line, wide in zip(run, widths, strict=True)
    ]
