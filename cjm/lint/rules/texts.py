"""Rules of the category format about texts: what is hidden in them, and what cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.findings import Position, Route, Span
from cjm.lint.hidden import hidden_characters as hidden_in
from cjm.lint.hidden import may_hide
from cjm.lint.hit import Hit
from cjm.lint.subject import FileSubject
from cjm.rulebook import rule
from cjm.source.decode import position_at


@rule("format", "WWW", subject="file")
def hidden_characters(subject: FileSubject) -> Iterator[Hit]:
    r"""Characters that nobody sees and that change what is read.

    Bidi overrides and embeddings, and isolates that are not closed, show a text in another order
    than it is written. Tag characters and zero-width characters make two texts differ that look
    alike. Left-to-right and right-to-left marks, variation selectors, and the joiners of Persian, of
    Indic scripts and of emoji are parts of ordinary writing, and never reported.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, actions: "Signs\u200b up"}

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, actions: "نمی\u200cخواهد"}
    """
    text = subject.document.text
    if subject.document.has_rare_signs and may_hide(text):
        yield from _in_lines(text)
    if "\\" not in text:
        return
    for found in subject.index.texts:
        for spelt in found.text:
            if may_hide(spelt) and spelt not in text:
                for _, name in hidden_in(spelt):
                    yield Hit(found.route, {"character": name})
                    break


def _in_lines(text: str) -> Iterator[Hit]:
    """Yield a hit for the first hidden character of each line."""
    offset = 0
    for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text):
        if may_hide(line):
            for index, name in hidden_in(line):
                start = position_at(text, offset + index)
                end = Position(start.line, start.column + 1, start.offset + 1)
                told = {"character": name, "where": "this line"}
                yield Hit((start.line,), told, span=Span(start, end))
                break
        offset += len(line)


_PROSE = frozenset(
    {"actions", "success", "pains", "delights", "itches", "opportunities", "solutions", "thoughts",
     "quotes", "goals", "interests", "consumption", "habits", "motivations", "expectations",
     "frustrations", "excludes", "owned", "needed", "physical_evidence", "frontstage", "backstage",
     "support", "policies"}
)  # fmt: skip


@rule("format", "WWW", subject="file")
def cut_text(subject: FileSubject) -> Iterator[Hit]:
    """A text that YAML cut.

    In a list in brackets a comma ends a text, so `[Reloads, lowers the quality]` is two texts. A
    blank and a `#` begin a comment, so `Ticket #42 lost` is `Ticket`. Quotes keep a text whole. An
    item is taken for the rest of the one before where it stands on the same line and goes on in
    lower case.

    Bad (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - name: Learn
            steps:
              - name: Loses the video
                actions: [Reloads, lowers the quality, gives up]

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - name: Learn
            steps:
              - name: Loses the video
                actions: ["Reloads, lowers the quality, gives up"]
    """
    before: tuple[Route, str] | None = None
    for route, text in _list_items(subject):
        previous, before = before, (route, text)
        if previous is None or not _goes_on(previous[1], text):
            continue
        at, last = route[-1], previous[0][-1]
        if previous[0][:-1] != route[:-1] or not (isinstance(at, int) and at - 1 == last):
            continue
        if _share_a_line(subject, previous[0], route):
            yield Hit(route, {"text": text, "before": previous[1]})
            before = (route, previous[1])


def _list_items(subject: FileSubject) -> Iterator[tuple[Route, str]]:
    """Yield `(route of the item, its words)` of the plain texts in lists of prose."""
    for found in subject.index.texts:
        route = found.route
        if type(route[-1]) is int:
            if route[-2] in _PROSE and found.text.is_plain:
                yield route, str(found.text)
        elif (
            len(route) > 2
            and route[-3] in _PROSE
            and type(route[-2]) is int
            and found.text.is_plain
            and found.holder.model_fields_set == {found.key}
        ):
            yield route[:-1], str(found.text)


def _goes_on(before: str, text: str) -> bool:
    """Whether `text` begins in lower case and the text before it in upper case."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return before[:1].isupper() and word.isalpha() and word.islower() and " " in text


def _share_a_line(subject: FileSubject, one: Route, other: Route) -> bool:
    document = subject.document
    return document.span(one).start.line == document.span(other).start.line


_SECTIONS = frozenset({"touchpoints", "channels", "personas", "systems"})
_COMMA = re.compile(r"[,，、;；]\s*")
_NUMBERED = re.compile(r"\s*1[.)]\s.*\s2[.)]\s", re.DOTALL)
_FIRST = frozenset(" \t\n1•·‣▪–—")  # what a list by hand may begin with
_BULLETED = re.compile(r"\s*([•·‣▪–—])\s.*\s\1\s", re.DOTALL)


@rule("format", "iii", subject="file", mermaid=False)
def list_as_text(subject: FileSubject) -> Iterator[Hit]:
    """Several things in one text.

    `touchpoints: Website, App` is one touchpoint that is called so, and so is a list that is numbered
    by hand. A list is written in brackets, `[Website, App]`, or one item a line, each behind a dash.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, actions: 1. Opens the app 2. Types the code}

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, actions: [Opens the app, Types the code]}
    """
    for route, item, section in subject.inline:
        text = getattr(item, str(type(item).shorthand))
        if section in _SECTIONS and text.is_plain and _are_names(str(text)):
            yield Hit(
                route,
                {
                    "text": str(text),
                    "items": ", ".join(part.strip() for part in _COMMA.split(str(text))),
                },
            )
    for found in subject.words:
        text = str(found.text)
        if text[:1] in _FIRST and found.text.is_plain and _is_list(text):
            yield Hit(found.route, {"text": text}, "numbered")


def _is_list(text: str) -> bool:
    """Whether `text` is a list that was numbered or bulleted by hand."""
    return bool(_NUMBERED.match(text) or _BULLETED.match(text))


def _are_names(text: str) -> bool:
    """Whether `text` is a list of names: `Website, App`, not `Desk, in the lobby` or `Ann, 34`."""
    if not _COMMA.search(text):
        return False
    parts = [part.strip() for part in _COMMA.split(text.strip())]
    short = all(part[:1].isalpha() and len(part.split()) <= 3 for part in parts)
    return len(parts) > 1 and short and not any(part[:1].islower() for part in parts)
