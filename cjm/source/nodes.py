"""A YAML text as its author sees it: parts with their spelling and their comments."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Beside(NamedTuple):
    """A comment at the end of a line.

    Attributes:
        text: The comment, its `#` included.
        column: Where its `#` stood, in columns of a terminal; −1 where it stood nowhere.
        is_tight: A single blank before it is part of what it tells (see `cut-text`).
    """

    text: str
    column: int = -1
    is_tight: bool = False


class Leaf:
    """A text, a number, a truth value, nothing, or an alias.

    Attributes:
        value: What it says; of an alias its `*name`.
        line: Its spelling on one line of a block; `None` where it needs several.
        flow: Its spelling within a flow mapping or list, or `None`.
        lines: Its spelling on several lines, the first behind the key; what else there is to
            choose from where `line` is too long. The others carry no indent.
        ends_with_beside: A comment stands behind the last of `lines`, not behind the first.
        is_null: It says nothing.
        is_alias: It repeats what stands elsewhere.
        anchor: Its name as an anchor, or an empty string.
    """

    __slots__ = (
        "anchor", "ends_with_beside", "flow", "is_alias", "is_null", "line", "lines", "value",
    )  # fmt: skip

    def __init__(
        self,
        value: str,
        line: str | None,
        flow: str | None,
        lines: list[str] | None = None,
        *,
        ends_with_beside: bool = False,
        is_null: bool = False,
    ) -> None:
        self.value = value
        self.line = line
        self.flow = flow
        self.lines = lines
        self.ends_with_beside = ends_with_beside
        self.is_null = is_null
        self.is_alias = False
        self.anchor = ""

    @property
    def is_single(self) -> bool:
        """Whether it has one line and says something."""
        return self.flow is not None and not self.is_null and "\n" not in self.value


class Group:
    """A mapping or a list.

    Attributes:
        is_map: It is a mapping.
        parts: Its entries or items.
        foot: Comments below the last of them, an empty string for an empty line.
        is_open: Each part takes a line of its own, however short they are.
        is_words: It is a list of words, though its key is one of things with a line of their own.
        anchor: Its name as an anchor, or an empty string.
        column: Where its parts begin in the text it was read from.
        was_flow: It was written in braces or brackets.
    """

    __slots__ = ("anchor", "column", "foot", "is_map", "is_open", "is_words", "parts", "was_flow")

    def __init__(self, *, is_map: bool) -> None:
        self.is_map = is_map
        self.parts: list[Part] = []
        self.foot: tuple[str, ...] = ()
        self.is_open = False
        self.is_words = False
        self.anchor = ""
        self.column = -1
        self.was_flow = False


Node: TypeAlias = Leaf | Group


class Part:
    """An entry of a mapping or an item of a list, with the comments that belong to it.

    Attributes:
        name: Its key as data; empty in a list.
        key: The spelling of its key in a block.
        flow_key: The spelling of its key in a flow mapping.
        node: Its value.
        above: Comments above it, an empty string for an empty line.
        beside: Comments at the end of its line; the first that finds room stays there.
        below: Comments right below it that belong to it.
        has_gap: An empty line stands before it and its comments.
    """

    __slots__ = ("above", "below", "beside", "flow_key", "has_gap", "key", "name", "node")

    def __init__(self, name: str = "", key: str = "", flow_key: str = "") -> None:
        self.name = name
        self.key = key
        self.flow_key = flow_key
        self.node: Node = _NOTHING
        self.above: tuple[str, ...] = ()
        self.beside: tuple[Beside, ...] = ()
        self.below: tuple[str, ...] = ()
        self.has_gap = False

    @property
    def is_commented(self) -> bool:
        """Whether comments belong to it, those within its value left aside."""
        return bool(self.above or self.beside or self.below)


_NOTHING = Leaf("", "", None, is_null=True)


class Sheet:
    """A whole text.

    Attributes:
        top: What it holds.
        head: Comments that begin the file, an empty string for an empty line.
        mark: The line `---` where there is one.
        before_mark: Comments before that line.
        comments: All comments, in order.
    """

    __slots__ = ("before_mark", "comments", "head", "mark", "top")

    def __init__(self, top: Node) -> None:
        self.top = top
        self.head: list[str] = []
        self.mark = ""
        self.before_mark: list[str] = []
        self.comments: list[str] = []


def open_section(group: Group) -> None:
    """Give each entry of a library's section a line of its own, or several to one that is deep."""
    group.is_open = True
    for part in group.parts:
        entry = part.node
        if isinstance(entry, Group) and entry.is_map:
            inner = (each.node for each in entry.parts)
            entry.is_open = any(isinstance(node, Group) and node.is_map for node in inner)
