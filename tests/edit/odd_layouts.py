"""Data as people may write it: any style, any indent, comments anywhere."""

from __future__ import annotations

from random import Random
from typing import Any, TypeVar

from cjm.source import Plain
from cjm.source.scalars import literal, needs_quotes, quoted

T = TypeVar("T")


def spelt(value: Any) -> Any:
    """Return data with numbers and truth values as a text spells them."""
    if isinstance(value, dict):
        return {str(key): spelt(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [spelt(inner) for inner in value]
    if isinstance(value, bool):
        return Plain(str(value).lower())
    if isinstance(value, int | float):
        return Plain(repr(value))
    return value


def odd_text(data: dict[str, Any], seed: int) -> str:
    """Return a text that spells `data`, a mapping of mappings, lists, strings and `None`.

    Args:
        data: What it spells.
        seed: Of the layout, which is another for each.
    """
    writer = _OddWriter(Random(seed))
    writer.comments(6)
    writer.mapping(data, writer.one_of(0, 0, 0, 2))
    writer.comments(6)
    return "\n".join(writer.lines) + writer.one_of("", "\n", "\n\n")


class _OddWriter:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.lines: list[str] = []
        self.count = 0

    def chance(self, one_in: int) -> bool:
        return self.random.randint(1, one_in) == 1

    def one_of(self, *choices: T) -> T:
        return self.random.choice(choices)

    def comment(self) -> str:
        self.count += 1
        words = self.one_of(" note", "note", " - name: X", " 'a': {b", "#", " \t备注")
        return f"#{words} {self.count}"

    def comments(self, deepest: int) -> None:
        """Write comments and empty lines, indented by `deepest` at most."""
        while self.chance(5):
            if self.chance(2):
                self.lines.append(self.one_of("", "  "))
            else:
                indent = self.random.randint(0, deepest)
                self.lines.append(" " * indent + self.comment())

    def beside(self) -> str:
        return self.one_of(" ", "  ", "    \t") + self.comment() if self.chance(6) else ""

    def mapping(self, data: dict[str, Any], indent: int, lead: str = "") -> None:
        deepest = 0
        for key, value in data.items():
            if not lead:
                self.comments(deepest or indent + 2)
            head = (lead or " " * indent) + self.key(key) + ":"
            lead = ""
            deepest = self.value(value, head, indent, in_list=False)

    def items(self, data: list[Any], indent: int) -> None:
        deepest = indent + 2
        for value in data:
            self.comments(deepest)
            head = " " * indent + "-"
            if isinstance(value, dict) and value and self.chance(2):
                blanks = self.random.randint(1, 3)
                self.mapping(value, indent + 1 + blanks, head + " " * blanks)
                deepest = 0
            else:
                deepest = self.value(value, head, indent, in_list=True)

    def value(self, value: Any, head: str, indent: int, *, in_list: bool) -> int:
        """Write a value behind its key or dash; return how deep a comment may follow."""
        if isinstance(value, dict | list) and value and not self.chance(3):
            self.lines.append(head + self.beside())
            inner = indent + self.random.randint(1, 4)
            if isinstance(value, dict):
                self.mapping(value, inner)
            else:
                self.items(value, inner if in_list or self.chance(2) else indent)
            return 0
        if isinstance(value, dict | list):
            self.flow(value, head, indent + 1)
            return indent + 4
        if value is None:
            self.lines.append(head + self.one_of("", " ", " ~", " null") + self.beside())
            return indent + 4
        return self.scalar(value, head, indent)

    def scalar(self, value: str, head: str, indent: int) -> int:
        block = literal(value, indent + 3)
        if block is not None and self.chance(2):
            self.lines += [f"{head} {block[0]}" + self.beside(), *block[1]]
            return 0
        words = value.split(" ")
        if (
            type(value) is str
            and all(words)
            and "\n" not in value
            and len(words) > 1
            and self.chance(3)
        ):
            blanks = " " * (indent + 2)
            if words[0][0] not in " \t" and self.chance(2):
                self.lines += [f"{head} >-" + self.beside(), *(blanks + word for word in words)]
                return 0
            if '"' not in value and "\\" not in value:
                first, *rest = words
                self.lines += [f'{head} "{first}', *(blanks + word for word in rest)]
                self.lines[-1] += '"' + self.beside()
                return indent + 4
        self.lines.append(f"{head} {self.one_line(value)}{self.beside()}")
        return indent + 4

    def one_line(self, value: str, *, in_flow: bool = False) -> str:
        if type(value) is not str:
            return str(value)
        spellings = [quoted(value)]
        if not needs_quotes(value, in_flow=in_flow):
            spellings.append(value)
        if value.isprintable():
            spellings.append("'" + value.replace("'", "''") + "'")
        return self.random.choice(spellings)

    def key(self, key: str, *, in_flow: bool = False) -> str:
        return quoted(key) if needs_quotes(key, in_flow=in_flow) or self.chance(8) else key

    def flow(self, value: Any, head: str, indent: int) -> None:
        """Write a flow collection, over as many lines as chance will have it."""
        self.lines.append(head + " ")
        self.flow_part(value, indent)
        self.lines[-1] += self.beside()

    def flow_part(self, value: Any, indent: int) -> None:
        if value is None:
            self.lines[-1] += "null"
        elif isinstance(value, str):
            self.lines[-1] += self.one_line(value, in_flow=True)
        else:
            is_map = isinstance(value, dict)
            self.lines[-1] += "{" if is_map else "["
            for index, each in enumerate(value):
                self.lines[-1] += ", " if index else ""
                if self.chance(5):
                    self.lines[-1] += self.beside()
                    self.comments(indent)
                    self.lines.append(" " * indent)
                if is_map:
                    self.lines[-1] += self.key(each, in_flow=True) + ": "
                self.flow_part(value[each] if is_map else each, indent + 1)
            if self.chance(6):
                self.lines[-1] += self.beside()
                self.lines.append(" " * indent)
            self.lines[-1] += "}" if is_map else "]"
