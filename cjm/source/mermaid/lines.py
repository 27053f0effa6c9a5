"""The statements of a journey diagram, each with the places of its parts.

Follows Mermaid's own lexer (its `journey.jison`): a title runs to `#`, `;` or the line's end, a
section to `:` as well, a task's fields are divided by `:` and its actors by `,`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple, TypeAlias

from cjm.source.mermaid import sentences as say
from cjm.source.mermaid import task_sentences
from cjm.source.mermaid.diagram import DiagramText
from cjm.source.mermaid.fields import decoded, js_number, unknown_codes
from cjm.source.mermaid.header import Header


class Piece(NamedTuple):
    """Some text and where it stands; `text` is trimmed, its codes made characters."""

    text: str
    start: int
    end: int


class Named(NamedTuple):
    """`title`, `section`, `accTitle` or `accDescr` with its text."""

    word: Piece
    text: Piece


class Task(NamedTuple):
    """A task; `actors` are the names, `actor_field` all of them, or `None` where there is none."""

    name: Piece
    score: Piece
    actors: tuple[Piece, ...]
    actor_field: Piece | None
    end: int


class Remark(NamedTuple):
    """Something that Mermaid misreads between two offsets."""

    start: int
    end: int
    saying: say.Saying


Statement: TypeAlias = Named | Task | Remark

_WORD = re.compile(
    r"(?P<named>title|section)(?=\s|\Z)|(?P<access>accTitle|accDescr)\s*:|(?P<open>accDescr)\s*\{"
    r"|(?P<journey>journey)\b",
    re.IGNORECASE,
)
_CUT = re.compile("[#;]")
_LATE = re.compile(r"\s%%")
_LOOKS_LIKE_TASK = re.compile(r"(?:#|%(?!%))[^\s#%][^:\n]*:[^\S\n]*\d")


def statements(diagram: DiagramText, header: Header) -> Iterator[Statement]:
    """Yield what the diagram says after its header, and what Mermaid misreads in it."""
    return _Statements(diagram).read(header.end)


def is_comment(lexed: str, start: int, end: int) -> bool:
    """Whether the line is a comment; a `#1 choice: 5: Me` is one to Mermaid alone."""
    if lexed.startswith("%%", start):
        return True
    return lexed[start] in "#%" and _LOOKS_LIKE_TASK.match(lexed, start, end) is None


def late_comment(lexed: str, start: int, end: int) -> int | None:
    """Return where a comment begins behind something on its line, or `None`."""
    late = _LATE.search(lexed, start, end)
    return None if late is None else late.start() + 1


def is_swapped(score: str, actors: str) -> bool:
    """Whether a number stands where the actors are asked for, and none where the score is."""
    return bool(actors) and js_number(score) is None and js_number(actors) is not None


def is_mistaken_word(name: str, score: str, *, has_actors: bool) -> bool:
    """Whether a task is a `title: …` or `section: …` that has a colon too much."""
    return not has_actors and name.lower() in ("title", "section") and js_number(score) is None


class _Statements:
    def __init__(self, diagram: DiagramText) -> None:
        self.diagram = diagram
        self.lexed = diagram.lexed
        self._line_end = -1
        self._last_brace = diagram.lexed.rfind("}")

    def read(self, at: int) -> Iterator[Statement]:
        first = self._rest_of_line(at)
        if self.lexed[first[0] : first[0] + 1] in (";", ":"):
            yield Remark(*first, say.after_header(self.diagram.plain[first[0] : first[1]]))
            at = self._line_end + 1
        while at < len(self.lexed):
            at = yield from self._line(*self._rest_of_line(at))

    def _rest_of_line(self, at: int) -> tuple[int, int]:
        if at > self._line_end:
            end = self.lexed.find("\n", at)
            self._line_end = len(self.lexed) if end < 0 else end
        return self.diagram.trimmed(at, self._line_end)

    def _line(self, start: int, end: int) -> Generator[Statement, None, int]:
        """Yield the statement of a line; return the offset where the next one begins."""
        if start == end or is_comment(self.lexed, start, end):
            return self._line_end + 1
        word = _WORD.match(self.lexed, start, end)
        if word is not None and word["open"]:
            if self._last_brace >= word.end():
                return (yield from self._braced(word))
            yield Remark(start, end, say.unclosed_description())
        if self.lexed[start] in "#%" or self.lexed.startswith("%%", start + 1):
            yield from self._swallowed(start, end)
            return self._line_end + 1
        late = late_comment(self.lexed, start, end)
        if late is not None:
            yield Remark(late, end, say.late_comment(self.diagram.plain[late:end]))
            end = self.diagram.trimmed(start, late)[1]
        for code in unknown_codes(self.diagram.plain, start, end):
            yield Remark(*code.span(), say.unknown_code(code[0]))
        if word is None:
            yield from self._task(start, end)
        elif word["journey"]:
            yield from self._journey_again(start, end)
        else:
            yield from self._named(word, end)
        return self._line_end + 1

    def _braced(self, word: re.Match[str]) -> Generator[Statement, None, int]:
        close = self.lexed.index("}", word.end())
        key = self.piece(word.start(), word.start() + len(word["open"]))
        text = self.piece(word.end(), close)
        yield (
            Named(key, text) if text.text else Remark(word.start(), close + 1, say.empty(key.text))
        )
        return close + 1

    def _swallowed(self, start: int, end: int) -> Iterator[Statement]:
        """Yield the task in a line that Mermaid takes for a comment, and say so once."""
        yield Remark(start, end, say.taken_for_comment(self.diagram.plain[start:end]))
        fields = list(self._divided(start, end, ":"))
        if len(fields) > 1 and fields[0].text:
            yield from (one for one in self._fields(fields, end) if isinstance(one, Task))

    def _named(self, word: re.Match[str], end: int) -> Iterator[Statement]:
        name = word["named"] or word["access"] or word["open"]
        key = self.piece(word.start(), word.start() + len(name))
        start = word.end()
        cut = _CUT.search(self.lexed, start, end) if word["named"] else None
        if cut is not None:
            yield Remark(cut.start(), end, self._cut(cut, start, end))
            end = cut.start()
        text = self.piece(start, end)
        if name.lower() == "section" and ":" in self.lexed[text.start : text.end]:
            yield Remark(text.start, text.end, say.rejected(":", text.text))
        if not text.text and not word["open"]:
            yield Remark(key.start, key.end, say.empty(key.text))
        if text.text or name.lower() == "section":
            yield Named(key, text)

    def _cut(self, cut: re.Match[str], start: int, end: int) -> say.Saying:
        rest = self.diagram.plain[cut.start() : end]
        has_text = not self.lexed[start : cut.start()].isspace()
        if cut[0] == "#" and has_text:
            return say.cut(rest)
        return say.rejected(cut[0], self.diagram.plain[start:end])

    def _journey_again(self, start: int, end: int) -> Iterator[Statement]:
        yield Remark(start, end, say.begins_with_journey(self.diagram.plain[start:end]))
        if ":" in self.lexed[start:end]:
            yield from self._task(start, end)

    def _task(self, start: int, end: int) -> Iterator[Statement]:
        whole = self.diagram.plain[start:end]
        colon = ":"
        if colon not in self.lexed[start:end]:
            colon = "："
            if colon not in whole:
                yield Remark(start, end, say.unreadable(whole))
                return
            yield Remark(start, end, say.wide_colon(whole))
        end = yield from self._cut_task(start, end, colon)
        fields = list(self._divided(start, end, colon))
        if not fields[0].text:
            yield Remark(start, end, say.empty_task(whole))
        else:
            yield from self._fields(fields, end)

    def _cut_task(self, start: int, end: int, colon: str) -> Generator[Statement, None, int]:
        """Return where the task ends: at `#` or `;` if a task stands before it, else at `end`."""
        cut = _CUT.search(self.lexed, start, end)
        if cut is None:
            return end
        before = self.diagram.trimmed(start, cut.start())[1]
        name, _, data = self.lexed[start : cut.start()].partition(colon)
        is_whole = bool(name.strip() and data)
        if is_whole and cut[0] == "#":
            yield Remark(cut.start(), end, say.cut(self.diagram.plain[cut.start() : end]))
        else:
            yield Remark(cut.start(), end, say.rejected(cut[0], self.diagram.plain[start:end]))
        return before if is_whole else end

    def _fields(self, fields: list[Piece], end: int) -> Iterator[Statement]:
        name, score, *more = fields
        actors = self._actors(more[0]) if more else ()
        swapped = bool(more) and is_swapped(score.text, more[0].text)
        if swapped:
            words = (name.text, score.text, more[0].text)
            saying = task_sentences.colon_in_name if more[1:] else task_sentences.swapped
            yield Remark(score.start, more[0].end, saying(*words))
        elif is_mistaken_word(name.text, score.text, has_actors=bool(more)):
            yield Remark(name.start, end, task_sentences.mistaken_word(name.text, score.text))
        if more[1:] and not swapped:
            rest = self.piece(more[1].start, end)
            yield Remark(more[1].start, end, task_sentences.further_field(name.text, rest.text))
        yield Task(name, score, actors, more[0] if more else None, end)

    def _actors(self, field: Piece) -> tuple[Piece, ...]:
        return tuple(self._divided(field.start, field.end, ","))

    def _divided(self, start: int, end: int, mark: str) -> Iterator[Piece]:
        while True:
            at = self.lexed.find(mark, start, end)
            yield self.piece(start, end if at < 0 else at)
            if at < 0:
                return
            start = at + 1

    def piece(self, start: int, end: int) -> Piece:
        """Return the text between two offsets, trimmed, with its place."""
        start, end = self.diagram.trimmed(start, end)
        return Piece(decoded(self.diagram.plain[start:end]), start, end)
