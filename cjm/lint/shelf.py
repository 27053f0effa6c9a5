"""What was found in earlier runs of lint, as one file holds it.

The first line is JSON: what the files held, how the maps form groups, and of each result by what
it holds true. The results follow, each in two parts: what most runs need of it, and its findings,
packed. The outlines of maps are in a file of their own, which most runs need not read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cjm.lint.plain import Unspellable, read_back, spell, spell_finding
from cjm.lint.questions import Question
from cjm.lint.result import LintResult
from cjm.lint.unread import heads_of, pack, unread
from cjm.workspace.states import Signature, digest

if TYPE_CHECKING:
    from cjm.lint.outline import Outline


_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading raises where a file is not what was written."""


class LostError(Exception):
    """What is kept is not what belongs together."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a file.

    Attributes:
        signature: By which it is known again without being read; empty where it is not.
        state: Stands for what it holds.
        ids: Where it is a map, see `cjm.workspace.groups.Naming`.
        links: Likewise; `None` where nobody looked.
    """

    signature: Signature
    state: str
    ids: Sequence[str] | None = None
    links: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A result, as it is kept.

    Attributes:
        key: Stands for all that it follows from.
        questions: What else was asked to find it; it holds as long as the answers do.
        leans: Path → state of further files that it follows from.
        rules: Names of the rules that ran.
        outlines: Stands for the outlines of its maps.
        found: The rest of the result without its findings, and their heads, spelt.
        body: The findings, spelt and packed.
    """

    key: str
    questions: frozenset[Question]
    leans: Mapping[str, str]
    rules: tuple[str, ...]
    outlines: str
    found: bytes
    body: memoryview

    def result(self) -> LintResult:
        """Return the result, without the outlines.

        Raises:
            LostError: It is none.
        """
        try:
            bare, heads = self.found.split(b"\n")
            findings = unread(_read(heads), self.body)
            return replace(_bare(bare), rules=self.rules, findings=findings)
        except _BROKEN:
            raise LostError from None


@lru_cache(maxsize=64)
def _bare(spelt: bytes) -> LintResult:
    """Return a result without its findings; those of most maps are alike."""
    found: LintResult = read_back(_read(spelt))
    return found


def kept(
    key: str, result: LintResult, questions: frozenset[Question], leans: Mapping[str, str]
) -> tuple[Kept, bytes]:
    """Return `result` as it is kept, and the outlines of its maps, spelt.

    A result that cannot be kept whole is one that never holds.

    Raises:
        Unspellable: Its outlines hold something that has no spelling.
    """
    spelt = _json([_spelt_outline(each) for each in result.outlines])
    outlines = digest(spelt)
    try:
        found, body = _spelt(result)
    except (Unspellable, TypeError, ValueError):
        return Kept("", frozenset(), {}, (), outlines, b"", memoryview(b"")), spelt
    return Kept(key, questions, leans, result.rules, outlines, found, body), spelt


def _spelt(result: LintResult) -> tuple[bytes, memoryview]:
    bare = spell(replace(result, rules=(), findings=()))
    found = b"\n".join((_json(bare), _json(heads_of(result.findings))))
    return found, memoryview(pack([_json(spell_finding(each)) for each in result.findings]))


def read_outlines(spelt: bytes) -> list[Outline]:
    """Return the outlines that `kept` has spelt."""
    from cjm.lint.outline import Outline

    return [Outline(*map(read_back, each)) for each in _read(spelt)]


def outlines_text(outlines: Mapping[str, bytes]) -> bytes:
    """Return the outlines of maps by the names of their results as a file."""
    return b"\n".join([_json(list(outlines)), *outlines.values()])


def outlines_of(text: bytes | None) -> dict[str, bytes]:
    """Return what the file `text` holds; nothing where it is not what `outlines_text` writes."""
    if not text:
        return {}
    try:
        first, *lines = text.split(b"\n")
        return dict(zip(map(str, _read(first)), lines, strict=True))
    except _BROKEN:
        return {}


@dataclass
class Shelf:
    """All that is kept of a workspace.

    Attributes:
        settings: What stands for a file of settings → what is remembered of it.
        facts: Path → what is known of the file.
        layout: What stands for all maps, and the groups they form.
        results: Name → result.
    """

    settings: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    layout: tuple[str, list[list[str]]] = ("", [])
    results: dict[str, Kept] = field(default_factory=dict)

    def text(self, build: str) -> bytes:
        """Return it as a file that the code `build` has written."""
        questions: dict[Question, int] = {}
        asked: dict[frozenset[Question], list[int]] = {}
        rules: dict[tuple[str, ...], int] = {}
        heads = []
        for name, each in self.results.items():
            numbers = asked.get(each.questions)
            if numbers is None:
                several = sorted(each.questions)
                numbers = [questions.setdefault(one, len(questions)) for one in several]
                asked[each.questions] = numbers
            ran = rules.setdefault(each.rules, len(rules))
            sizes = len(each.found), len(each.body)
            heads.append([name, each.key, numbers, dict(each.leans), ran, each.outlines, *sizes])
        facts = [
            [path, fact.signature, fact.state, fact.ids, fact.links]
            for path, fact in self.facts.items()
        ]
        first = {
            "build": build,
            "settings": self.settings,
            "facts": facts,
            "layout": self.layout,
            "questions": list(questions),
            "rules": list(rules),
            "heads": heads,
        }
        parts = (part for each in self.results.values() for part in (each.found, each.body))
        return b"".join([_json(first), b"\n", *parts])


def shelf_of(text: bytes | None, build: str) -> Shelf:
    """Return what the file `text` holds; nothing where it is not what the code `build` writes."""
    if not text:
        return Shelf()
    try:
        return _shelf(text, build)
    except _BROKEN:
        return Shelf()


def _shelf(text: bytes, build: str) -> Shelf:
    at = text.index(b"\n")
    first = _read(text[:at])
    if first["build"] != build:
        return Shelf()
    questions = [(str(name), str(given), str(answer)) for name, given, answer in first["questions"]]
    stamp, groups = first["layout"]
    shelf = Shelf(
        dict(first["settings"]),
        {
            path: Fact(tuple(signature), state, ids, links)
            for path, signature, state, ids, links in first["facts"]
        },
        (stamp, groups),
    )
    rules = [tuple(names) for names in first["rules"]]
    at += 1
    view = memoryview(text)
    for name, key, numbers, leans, ran, outlines, size, body in first["heads"]:
        end = at + size
        asked = frozenset([questions[number] for number in numbers])
        shelf.results[name] = Kept(
            key, asked, leans, rules[ran], outlines, text[at:end], view[end : end + body]
        )
        at = end + body
    if at != len(text):
        raise ValueError("something is missing, or too much")
    return shelf


def _spelt_outline(outline: Any) -> list[Any]:
    from dataclasses import fields

    return [spell(getattr(outline, field.name)) for field in fields(outline)]


def _json(value: Any) -> bytes:
    spelt = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return spelt.encode("utf-8", "surrogatepass")


def _read(spelt: bytes) -> Any:
    return json.loads(spelt.decode("utf-8", "surrogatepass"))
