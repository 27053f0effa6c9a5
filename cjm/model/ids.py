"""Ids: the written ones and those worked out from a name.

A derived id is the slug of the item's name or text in the journey's language, unique in its group.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cjm.findings import Route
from cjm.model.journey import Journey
from cjm.model.text import Text
from cjm.model.values import RESERVED_IDS, fold
from cjm.model.walk import contents

GROUPS = ("places", "insights", "opportunities", "solutions")
"""What must have different ids in a journey: stages and steps; pains, delights and itches; …"""

LONGEST = 60

_GROUP_OF = {
    "pains": "insights",
    "delights": "insights",
    "itches": "insights",
    "opportunities": "opportunities",
    "solutions": "solutions",
}
"""Key of what holds items → their group."""

_ASCII_WORD = re.compile(r"[a-z0-9_]+")


def slug(text: str) -> str:
    """Return `text` as an id: NFKC, case-folded, other runs one `-`, cut at a word within 60."""
    words = _ASCII_WORD.findall(text.lower()) if text.isascii() else _words(text)
    whole = "-".join(words)
    return whole if len(whole) <= LONGEST else _cut(words)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    marks = [
        character
        if character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
        else "-"
        for character in folded
    ]
    return [word for word in "".join(marks).split("-") if word]


def _cut(words: list[str]) -> str:
    cut = ""
    for word in words:
        longer = f"{cut}-{word}" if cut else word
        if len(longer) > LONGEST:
            return cut or word[:LONGEST]
        cut = longer
    return cut


@dataclass(frozen=True)
class Ids:
    """The ids of the items of one journey.

    Attributes:
        of: Route → id, for every item of every group.
        at: `(group, folded id)` → route of the first item that has it.
        derived: Routes of the items whose id is not written.
        twice: `(route, earlier route, id)` of items with an id that is taken.
    """

    of: Mapping[Route, str]
    at: Mapping[tuple[str, str], Route]
    derived: frozenset[Route]
    twice: tuple[tuple[Route, Route, str], ...]

    def find(self, group: str, reference: str) -> Route | None:
        """Return the route of the item of `group` whose id is `reference`."""
        return self.at.get((group, fold(reference)))


def ids_of(journey: Journey, language: str = "") -> Ids:
    """Work out the ids of `journey`; plain strings and names are taken in `language`."""
    groups: dict[str, list[tuple[Route, Any]]] = {group: [] for group in GROUPS}
    for route, holder in contents(journey):
        if holder is not journey:
            groups["places"].append((route, holder))
        for key, group in _GROUP_OF.items():
            items = getattr(holder, key)
            if items:
                groups[group] += [((*route, key, at), item) for at, item in enumerate(items)]
    return _assign(groups, language)


def _assign(groups: Mapping[str, list[tuple[Route, Any]]], language: str) -> Ids:
    of: dict[Route, str] = {}
    at: dict[tuple[str, str], Route] = {}
    twice: list[tuple[Route, Route, str]] = []
    derived: set[Route] = set()
    for group, members in groups.items():
        for route, item in members:
            if item.id is not None:
                first = at.setdefault((group, fold(item.id)), route)
                if first != route:
                    twice.append((route, first, item.id))
                of[route] = item.id
        counters: dict[str, int] = {}
        for position, (route, item) in enumerate(members, 1):
            if item.id is None:
                of[route] = _free(group, _name(group, item, language), position, at, counters)
                at[(group, fold(of[route]))] = route
                derived.add(route)
    return Ids(of, at, frozenset(derived), tuple(twice))


_NOUNS = {
    "places": "step", "insights": "insight", "opportunities": "opportunity", "solutions": "solution"
}  # fmt: skip


def _free(
    group: str,
    name: str,
    position: int,
    taken: Mapping[tuple[str, str], Route],
    counters: dict[str, int],
) -> str:
    base = slug(name) or f"{_NOUNS[group]}-{position}"
    candidate = base
    # The counter of each base goes on where it stopped, so that a thousand equal names stay linear.
    number = counters.get(base, 1)
    while (group, fold(candidate)) in taken or candidate in RESERVED_IDS:
        number += 1
        candidate = f"{base}-{number}"
    counters[base] = number
    return candidate


def _name(group: str, item: Any, language: str) -> str:
    text: Text | None = item.name if group == "places" else item.text
    return text.in_language(language) if text is not None else ""
