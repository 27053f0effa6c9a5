"""What may be typed next: keys, words to choose from, and what a reference may name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lsprotocol import types

from cjm.findings.visible import visible
from cjm.lint import RULES
from cjm.lsp.candidates import Candidate, candidates
from cjm.lsp.context import Context, context_at
from cjm.lsp.session import Spot
from cjm.lsp.shape import ROOTS, Slot, known_key, slot_at, slot_of
from cjm.lsp.uses import drawers_of, section_of
from cjm.model.item import Item
from cjm.report.format_page import about_key
from cjm.rulebook import CATEGORIES, THRESHOLDS
from cjm.source.scalars import scalar

_IGNORE = re.compile(r"(?:#|%%)\s*cjm:\s*ignore(?:-file)?\[(?:[^\]]*,)?\s*([\w-]*)$")
_LATE = ("description", "links", "id")
_RULE_KEYS = ("select", "ignore")
_BLOCKS = frozenset({"stages", "steps", "pains", "delights", "itches", "opportunities", "solutions",
                     "thoughts", "quotes", "actions", "success", "hypotheses", "walkthroughs",
                     "defers", "team", "findings", "points", "relations", "performance", "next",
                     "frontstage", "backstage", "support", "policies", "physical_evidence",
                     "storyboard"})  # fmt: skip
"""Lists that people write with one item a line."""

_DIRECT = frozenset({"feeling", "expectation", "importance"})
"""Objects that people write as one number or word."""


@dataclass(frozen=True)
class _Offer:
    """What is offered.

    Attributes:
        label: What is shown, and typed to find it.
        text: What is inserted.
        kind: For the sign beside it.
        detail: A few words beside it.
        about: More about it.
        is_snippet: `$0` in the text says where the cursor goes.
        is_late: It comes after the others.
    """

    label: str
    text: str
    kind: types.CompletionItemKind
    detail: str = ""
    about: str = ""
    is_snippet: bool = False
    is_late: bool = False


def completion(spot: Spot, position: types.Position, *, snippets: bool) -> types.CompletionList:
    """Return what may be typed at `position`.

    Args:
        spot: The file.
        position: Of the cursor.
        snippets: Whether the editor can put the cursor into the middle of what is inserted.
    """
    context = context_at(spot.index.text, spot.index.offset(position))
    offers = list(_offers(spot, context))
    offers.sort(key=lambda each: each.is_late)
    return types.CompletionList(
        is_incomplete=False,
        items=[_item(spot, context, each, at, snippets) for at, each in enumerate(offers)],
    )


def _offers(spot: Spot, context: Context) -> Iterator[_Offer]:
    if context.kind == "comment":
        yield from _rules(context)
        return
    root = ROOTS.get(spot.kind)
    if root is None or context.kind == "none":
        return
    slot = slot_at(root, context.route)
    if slot is None:
        return
    if context.kind == "key":
        yield from _keys(spot, context, slot)
    else:
        yield from _values(spot, context, slot)
        if context.kind == "item" and slot.cls is not None and not context.in_flow:
            yield from _class_keys(context, slot.cls)


def _keys(spot: Spot, context: Context, slot: Slot) -> Iterator[_Offer]:
    """Yield what may stand where a key may: in a mapping, or on a new line below a key."""
    if slot.is_mapping:
        yield from _own_keys(spot, context, slot)
        return
    if slot.cls is not None:
        yield from _class_keys(context, slot.cls, dash=context.is_new and slot.is_many)
    elif slot.is_text:
        for tag in _languages(spot):
            yield _Offer(tag, f"{tag}: ", types.CompletionItemKind.Property, "language")
    if context.is_new:
        for each in _values(spot, context, slot):
            dash = "- " if slot.is_many else ""
            yield replace(each, text=dash + each.text, is_late=slot.cls is not None)


def _own_keys(spot: Spot, context: Context, slot: Slot) -> Iterator[_Offer]:
    """Yield keys that the format does not fix: personas of feelings, rules of settings."""
    words: list[tuple[str, str]] = []
    if slot.key == "feelings":
        words = [(each.word, each.name) for each in candidates(spot, "personas", "")]
    elif slot.key == "severity":
        words = [*((name, rule.page.summary) for name, rule in RULES.items()),
                 *((name, "category") for name in CATEGORIES)]  # fmt: skip
    elif slot.key == "settings":
        words = [(each.name, f"default {each.default:g}") for each in THRESHOLDS.values()]
    elif slot.key == "custom":
        words = [(each, "lane") for each in _own_lanes(spot)]
    for word, detail in words:
        if word not in context.present:
            key = scalar(word, in_flow=context.in_flow)
            colon = "" if context.has_colon else ": "
            yield _Offer(word, key + colon, types.CompletionItemKind.Property, detail)


def _class_keys(context: Context, cls: type[Item], *, dash: bool = False) -> Iterator[_Offer]:
    present = {known_key(cls, key) for key in context.present}
    for key in cls.keys():
        if key in present or (key == "ref" and "id" in present):
            continue
        slot = slot_of(cls, key)
        assert slot is not None
        text = key if context.has_colon else _key_text(key, slot, context, dash=dash)
        yield _Offer(
            key,
            "- " + text if dash else text,
            types.CompletionItemKind.Property,
            _kind_of(slot),
            about_key(cls, key),
            is_snippet="$0" in text,
            is_late=key in _LATE,
        )


def _key_text(key: str, slot: Slot, context: Context, *, dash: bool) -> str:
    """Return a key with the beginning of its value; further lines are indented by the editor."""
    if context.in_flow:
        return f"{key}: "
    indent = " " * (4 if dash or context.kind == "item" else 2)
    if key in ("stages", "steps"):
        return f"{key}:\n{indent}- name: $0"
    if key in _BLOCKS:
        return f"{key}:\n{indent}- $0"
    if slot.is_mapping or (slot.cls is not None and not slot.is_many and key not in _DIRECT):
        return f"{key}:\n{indent}$0"
    if slot.is_many and key not in _DIRECT and not slot.is_text:
        return f"{key}: [$0]"
    return f"{key}: "


def _kind_of(slot: Slot) -> str:
    """Return a few words for what a key holds."""
    if slot.choices:
        return " | ".join(slot.choices[:4]) + (" …" if len(slot.choices) > 4 else "")
    many = "list of " if slot.is_many else "mapping to " if slot.is_mapping else ""
    if slot.cls is not None:
        return many + slot.cls.__name__.removesuffix("Use").lower()
    if slot.shape is not None:
        low, high = slot.shape.low, slot.shape.high
        ends = f" {low:g}…{high:g}" if low is not None and high is not None and high < 1e6 else ""
        return f"{many}{slot.shape.kind}{ends}"
    return many + "text" if slot.is_text else many.strip()


def _values(spot: Spot, context: Context, slot: Slot) -> Iterator[_Offer]:
    holder, key, shape = slot.holder, slot.key, slot.shape
    if slot.cls is not None:
        cls = slot.cls
        section = section_of(cls)
        short = slot_of(cls, cls.number or cls.shorthand or "")
        holder, key = cls, str(cls.shorthand)
        shape = short.shape if short is not None else None
        if section is not None:
            yield from _references(spot, context, (section,))
            return
    for word in slot.choices if slot.cls is None else ():
        yield _Offer(word, word, types.CompletionItemKind.EnumMember)
    drawers = drawers_of(holder, key)
    yield from _references(spot, context, drawers)
    if drawers == ("places",):
        for word, about in (("end", "the goal is reached"), ("exit", "the customer leaves")):
            yield _Offer(word, word, types.CompletionItemKind.Keyword, about)
    if shape is not None and not slot.choices:
        for word, detail in _of_shape(spot, shape.kind, shape.low, shape.high):
            yield _Offer(word, word, types.CompletionItemKind.Value, detail)
    if (
        key in _RULE_KEYS
        and holder is not None
        and holder.__name__.endswith(("Lint", "LintSettings"))
    ):
        for name in (*RULES, *CATEGORIES):
            yield _Offer(name, name, types.CompletionItemKind.Reference, _summary(name))
    if holder is not None and holder.__name__ == "Lane":
        from cjm.model.lanes import LANES, PRESETS

        for name in (*PRESETS, *LANES):
            yield _Offer(name, name, types.CompletionItemKind.EnumMember)


def _references(spot: Spot, context: Context, drawers: tuple[str, ...]) -> Iterator[_Offer]:
    for drawer in drawers:
        for each in candidates(spot, drawer, context.prefix):
            if each.word == context.prefix and not each.name:
                continue  # the map has it because it is being typed
            yield _Offer(
                each.word,
                scalar(each.word, in_flow=context.in_flow),
                types.CompletionItemKind.Reference,
                each.name,
                _told(each),
                is_late=not each.is_sure or not each.name,
            )


def _told(each: Candidate) -> str:
    doubt = "" if each.is_sure else "its id is not written, and changes with its words"
    return "\n".join(filter(None, (each.about, each.path, doubt)))


def _of_shape(
    spot: Spot, kind: str, low: float | None, high: float | None
) -> Iterator[tuple[str, str]]:
    """Yield `(word, what it means)` of the few words that a single value mostly is."""
    if kind == "level":
        names = ("very negative", "negative", "neutral", "positive", "very positive")
        yield from zip(("-2", "-1", "0", "1", "2"), names, strict=True)
    elif kind == "whole" and low is not None and high is not None and high <= 5:
        ends = {1: "least", 5: "most"} if low == 1 else {0: "the top"}
        for number in range(int(low), int(high) + 1):
            yield str(number), ends.get(number, "")
    elif kind == "language":
        for tag in _languages(spot):
            yield tag, ""


def _languages(spot: Spot) -> list[str]:
    settings = spot.project.survey.settings
    return list(dict.fromkeys([*settings.languages, settings.language or "en", "en", "zh"]))


def _own_lanes(spot: Spot) -> list[str]:
    map = spot.project.map_at(spot.path)
    return [lane.id for lane in map.journey.lanes if lane.id and lane.name] if map else []


def _rules(context: Context) -> Iterator[_Offer]:
    if _IGNORE.search(context.prefix) is not None:
        for name, rule in RULES.items():
            if not rule.is_locked:
                yield _Offer(name, name, types.CompletionItemKind.Reference, rule.page.summary)


def _summary(name: str) -> str:
    return RULES[name].page.summary if name in RULES else "category"


def _item(
    spot: Spot, context: Context, offer: _Offer, at: int, snippets: bool
) -> types.CompletionItem:
    start, end = context.start, context.end
    if context.kind == "comment":
        start = end - len(_IGNORE.search(context.prefix)[1])  # type: ignore[index]
    text = offer.text if snippets or not offer.is_snippet else offer.text.replace("$0", "")
    is_snippet = snippets and offer.is_snippet
    return types.CompletionItem(
        label=offer.label,
        kind=offer.kind,
        detail=visible(offer.detail) or None,
        documentation=visible(offer.about) if "\n" not in offer.about else _lines(offer.about),
        sort_text=f"{at:04}",
        filter_text=f"{offer.label} {offer.detail}" if offer.kind is _NAMED else None,
        insert_text_format=(
            types.InsertTextFormat.Snippet if is_snippet else types.InsertTextFormat.PlainText
        ),
        insert_text_mode=types.InsertTextMode.AdjustIndentation,
        text_edit=types.TextEdit(spot.index.range_of(start, end), text),
    )


_NAMED = types.CompletionItemKind.Reference


def _lines(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))
