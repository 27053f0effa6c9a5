"""Reads a page for tests: its elements, attributes, texts, and the grid of its table."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "col", "input", "img"}


@dataclass
class Element:
    """An element, with the texts within it."""

    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def has(self, name: str) -> bool:
        """Whether it is of the class `name`."""
        return name in self.attributes.get("class", "").split()


class Page(HTMLParser):
    """A page that was read; fails where its elements are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parents = tuple(each.tag for each in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, parents)
        assert len(element.attributes) == len(attrs), f"an attribute of <{tag}> is given twice"
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, tag: str, name: str = "") -> list[Element]:
        """Return the elements `tag`, of the class `name` if it is given."""
        return [each for each in self.elements if each.tag == tag and (not name or each.has(name))]

    def one(self, tag: str, name: str = "") -> Element:
        """Return the only element `tag`."""
        (found,) = self.all(tag, name)
        return found

    @property
    def names(self) -> tuple[set[str], set[str]]:
        """The names of all elements, and of all attributes."""
        attributes = {name for each in self.elements for name in each.attributes}
        return {each.tag for each in self.elements}, attributes

    @property
    def rows(self) -> list[int]:
        """How many columns each row of the table covers, those reaching down into it included."""
        rows: list[int] = []
        reaching: list[list[int]] = []
        for each in self.elements:
            if each.tag == "tr":
                rows.append(sum(width for width, _ in reaching))
                reaching = [[width, left - 1] for width, left in reaching if left > 1]
            elif each.tag in ("td", "th"):
                width = int(each.attributes.get("colspan", 1))
                rows[-1] += width
                if (down := int(each.attributes.get("rowspan", 1))) > 1:
                    reaching.append([width, down - 1])
        return rows
