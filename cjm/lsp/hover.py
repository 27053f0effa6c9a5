"""What a word under the cursor means: a key, a rule, or the thing that a reference names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lsprotocol import types

from cjm.findings.visible import visible
from cjm.lint import RULES
from cjm.lsp.context import context_at
from cjm.lsp.session import Spot
from cjm.lsp.shape import ROOTS, slot_at, slot_of
from cjm.lsp.targets import Target, found_at
from cjm.model.evidence import Evidence, Shared
from cjm.model.item import Item
from cjm.model.text import Text
from cjm.model.walk import fields_of
from cjm.report.format_page import about_key
from cjm.report.pages import page_markdown
from cjm.rulebook import Rule
from cjm.rulebook.page import Example

_WORD = re.compile(r"[\w-]+")
_KEY = re.compile(r"""["']?([\w-]+)["']?[ \t]*:(?=\s|$)""")
_SIGN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:/@&])")
_FACTS = 8


def hover(spot: Spot, position: types.Position, *, markdown: bool) -> types.Hover | None:
    """Return what the word at `position` means.

    Args:
        spot: The file.
        position: Of the pointer.
        markdown: Whether the editor shows Markdown; else plain text.
    """
    page = _Page(markdown=markdown)
    offset = spot.index.offset(position)
    told = _rule_at(spot, offset, page)
    told = told or _thing_at(spot, position, page)
    told = told or _key_at(spot, offset, page)
    if told is None:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    content = types.MarkupContent(kind, page.text)
    return types.Hover(content, told)


class _Page:
    """Paragraphs in Markdown or plain text; words of a map stay inert in both."""

    def __init__(self, *, markdown: bool) -> None:
        self.markdown = markdown
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        """The whole page."""
        return "\n\n".join(part for part in self.parts if part)

    def head(self, name: str, about: str) -> None:
        """Add a name and a few words about it."""
        bold = f"**{self.inert(name)}**" if self.markdown else self.inert(name)
        self.parts.append(f"{bold} · {about}" if about else bold)

    def words(self, text: str) -> None:
        """Add a paragraph of somebody's words."""
        self.parts.append(self.inert(text))

    def lines(self, lines: list[str]) -> None:
        """Add a list."""
        sign = "- " if self.markdown else "  "
        self.parts.append("\n".join(sign + line for line in lines))

    def code(self, text: str) -> None:
        """Add an example of ours."""
        self.parts.append(text.rstrip("\n"))

    def inert(self, text: str) -> str:
        """Return `text` so that nothing in it acts: no link, picture, tag or escape code."""
        shown = visible(text)
        if not self.markdown:
            return shown
        return _SIGN.sub(r"\\\1", shown.replace("&", "&amp;").replace("<", "&lt;"))


def _rule_at(spot: Spot, offset: int, page: _Page) -> types.Range | None:
    """Tell about a rule that a comment or a setting names."""
    found = _word_at(spot.index.text, offset)
    if found is None or found[2] not in RULES:
        return None
    start, end, name = found
    if context_at(spot.index.text, end).kind != "comment" and spot.kind != "workspace":
        return None
    _tell_rule(RULES[name], page)
    return spot.index.range_of(start, end)


def rule_page(name: str, *, markdown: bool = False) -> str | None:
    """Return the page of a rule, `None` where there is none of that name."""
    rule = RULES.get(name)
    if rule is None:
        return None
    page = _Page(markdown=markdown)
    _tell_rule(rule, page)
    return page.text


def _tell_rule(rule: Rule, page: _Page) -> None:
    told = rule.page
    page.head(rule.name, rule.category)
    if page.markdown:
        page.parts.append(page_markdown(rule))
        return
    page.words(told.summary)
    for paragraph in told.why.split("\n\n") if told.why else ():
        page.words(" ".join(paragraph.split()))
    _tell_example("Bad", told.bad, page)
    _tell_example("Good", told.good, page)
    if told.source:
        page.words(f"Source: {told.source}")


def _tell_example(title: str, example: Example | None, page: _Page) -> None:
    if example is not None:
        page.words(f"{title}:")
        page.code(example.text)


def _thing_at(spot: Spot, position: types.Position, page: _Page) -> types.Range | None:
    """Tell about the thing that a reference names."""
    found = found_at(spot, position)
    held = spot.project.root(spot.path)
    if found is None or found.use is None or held is None:
        return None
    _tell_thing(found.target, page)
    return spot.now(held[0], found.span)


_NOUNS = {"places": "stage or step", "journeys": "journey", "opportunities": "opportunity",
          "insights": "insight", "evidence": "evidence"}  # fmt: skip
_SPELT_OUT = frozenset({"description", "id", "ref", "links"})


def _tell_thing(target: Target, page: _Page) -> None:
    item: Any = target.item
    noun = _NOUNS.get(target.drawer, target.drawer.removesuffix("s"))
    if target.drawer == "insights" or target.drawer == "places":
        noun = str(target.route[-2]).removesuffix("s")
    shorthand = str(type(item).shorthand)
    name = getattr(item, shorthand, None) or getattr(item, "title", None)
    page.head(str(name or target.id), noun)
    if item.description is not None:
        page.words(str(item.description))
    facts = list(_facts(item, shorthand, page))
    if facts:
        page.lines(facts[:_FACTS])
    line = target.span.start.line
    id = f"{target.id}, " if target.id != str(name) else ""
    page.words(f"{id}in {target.document.path}:{line}")


def _facts(item: Item, shorthand: str, page: _Page) -> Iterator[str]:
    """Yield `key: value` of the single values of an item."""
    for name, key in fields_of(type(item)):
        value = item.__dict__[name]
        if key in _SPELT_OUT or key in (shorthand, "title", "cjm") or name not in (
            item.model_fields_set
        ):  # fmt: skip
            continue
        if isinstance(value, Text | str | int | float) or hasattr(value, "isoformat"):
            yield f"{key}: {page.inert(_short(str(value)))}"
        elif isinstance(value, Shared | Item):
            told = ", ".join(
                str(inner)
                for inner in value.__dict__.values()
                if isinstance(inner, Text | str | int)
            )
            yield f"{key}: {page.inert(_short(told))}"
    if isinstance(item, Evidence) and item.method is None:
        yield "no method: it makes a claim no stronger"


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"


def _key_at(spot: Spot, offset: int, page: _Page) -> types.Range | None:
    """Tell what a key means where it stands."""
    text = spot.index.text
    found = _word_at(text, offset)
    root = ROOTS.get(spot.kind)
    if found is None or root is None:
        return None
    start, end, word = found
    before = start - 1 if text[start - 1 : start] in ('"', "'") else start
    if _KEY.match(text, before) is None:
        return None
    context = context_at(text, before)
    if context.kind not in ("key", "item"):
        return None
    holder = slot_at(root, context.route)
    if holder is None or holder.cls is None or holder.is_mapping:
        return None
    slot = slot_of(holder.cls, word)
    if slot is None or holder.cls.field_named(slot.key) is None:
        return None
    noun = _SHOWN_NOUNS.get(holder.cls.__name__, holder.cls.__name__.lower())
    page.head(slot.key, f"of {noun}")
    page.words(about_key(holder.cls, slot.key))
    if slot.cls is not None:
        page.words(f"May hold: {', '.join(slot.cls.keys())}")
    return spot.index.range_of(start, end)


_SHOWN_NOUNS = {
    "PersonaFile": "a persona", "LibraryFile": "a library", "MetricUse": "a metric",
    "EvidenceUse": "evidence", "LintSettings": "the settings of lint", "Settings": "the settings",
    "RenderSettings": "the settings of render", "Journey": "the journey", "Insight": "an insight",
    "Owner": "an owner", "Expectation": "an expectation", "Opportunity": "an opportunity",
    "Evidence": "evidence",
}  # fmt: skip


def _word_at(text: str, offset: int) -> tuple[int, int, str] | None:
    """Return `(start, end, word)` of the word around an offset."""
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    for match in _WORD.finditer(text, line):
        if match.start() > offset:
            return None
        if offset <= match.end():
            return match.start(), match.end(), match[0]
    return None
