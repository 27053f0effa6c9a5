"""What cjm says where Mermaid swallows or misreads something: one sentence and one piece of advice."""

from __future__ import annotations

from typing import NamedTuple

from cjm.source.mermaid.header import Header

REJECTS = "Mermaid rejects the whole diagram here"


class Saying(NamedTuple):
    """A sentence, advice, and a word for machines that says which misreading it is."""

    reading: str
    message: str
    help: str


def quoted(text: str) -> str:
    """Return `text` in quotes, on one line and not too long."""
    text = " ".join(text.split())
    return f"'{text[:40]}…'" if len(text) > 41 else f"'{text}'"


def not_a_journey(header: Header) -> Saying:
    """Say that the text is no journey diagram."""
    reading = "not-a-journey"
    if not header.word:
        return Saying(reading, "there is no diagram here", "a diagram begins with 'journey'")
    if header.is_other_diagram:
        return Saying(
            reading,
            f"this is a {quoted(header.word)} diagram, cjm reads 'journey' diagrams",
            "",
        )
    return Saying(
        reading,
        f"expected a diagram that begins with 'journey', found {quoted(header.word)}",
        "only front matter, directives and '%%' comments may stand before 'journey'",
    )


EMPTY = Saying(
    "empty",
    "the diagram has no section and no task",
    "a section is 'section Name', a task is 'Name: score: actors'",
)
UNCLOSED = Saying(
    "unclosed",
    "the front matter or directive that begins here never ends",
    "front matter ends with '---', a directive with '}%%'; "
    "Mermaid swallows what follows, or rejects the diagram",
)
FRONT_MATTER = Saying(
    "front-matter", "the front matter is no YAML", f"write 'title: …' in it; {REJECTS}"
)
NO_TITLE = Saying(
    "no-title",
    "the diagram has no title",
    "add 'title …' below 'journey'; until then cjm calls it after its file",
)


def header_case(word: str) -> Saying:
    """Say that `Journey` is written with a capital."""
    return Saying(
        "header-case",
        f"expected 'journey' in lower case, found {quoted(word)}",
        "Mermaid does not know the diagram by this name and draws nothing",
    )


def after_header(text: str) -> Saying:
    """Say that something clings to the word `journey`."""
    return Saying(
        "after-header",
        f"unexpected {quoted(text)} after 'journey'",
        f"leave it out; {REJECTS}",
    )


def cut(rest: str) -> Saying:
    """Say that `#` begins a comment in the middle of a line."""
    return Saying(
        "cut-text",
        f"Mermaid cuts the text at '#', {quoted(rest)} is not drawn",
        "write '#35;' for '#', or put a comment on a line of its own, after '%%'",
    )


def rejected(mark: str, rest: str) -> Saying:
    """Say that `mark` (`;`, `#` or `:`) stops Mermaid at `rest`."""
    codes = {";": "#59;", "#": "#35;", ":": "#58;"}
    return Saying(
        "cut-text",
        f"Mermaid cannot read on from '{mark}' in {quoted(rest)}",
        f"leave it out, or write '{codes[mark]}' for '{mark}'; {REJECTS}",
    )


def late_comment(rest: str) -> Saying:
    """Say that a comment stands behind something."""
    return Saying(
        "late-comment",
        f"the comment {quoted(rest)} does not begin its line, so Mermaid draws it as text",
        "put it on a line of its own; cjm reads it as a comment",
    )


def taken_for_comment(line: str) -> Saying:
    """Say that Mermaid drops a line that is no comment."""
    return Saying(
        "taken-for-comment",
        f"Mermaid takes {quoted(line)} for a comment and does not draw it",
        "write '#35;' for '#' and '#37;' for '%', or put a blank after the mark of a comment",
    )


def empty(word: str) -> Saying:
    """Say that `title`, `section`, `accTitle` or `accDescr` has no text."""
    return Saying(
        "empty-text",
        f"{quoted(word)} has no text",
        "write it on the same line; Mermaid takes the next line for it, or rejects the diagram",
    )


def unclosed_description() -> Saying:
    """Say that `accDescr {` has no end."""
    return Saying("unclosed", "'accDescr {' has no closing '}'", f"close it; {REJECTS}")


def twice(word: str, kept: str) -> Saying:
    """Say that a directive stands there twice."""
    return Saying(
        "twice",
        f"{quoted(word)} is there twice, Mermaid draws {quoted(kept)}",
        "keep one",
    )


def section_again(name: str, *, merged: bool) -> Saying:
    """Say that a section's name comes again."""
    how = "Mermaid draws the two as one" if merged else "Mermaid draws it as another section"
    return Saying(
        "section-again",
        f"section {quoted(name)} is there twice and makes two stages",
        f"give it another name, or join the two; {how}",
    )


def section_without_tasks(name: str) -> Saying:
    """Say that a section has no task."""
    return Saying(
        "section-without-tasks",
        f"section {quoted(name)} has no task",
        "add a task as 'Name: score: actors'; Mermaid does not draw the section",
    )


def unreadable(line: str) -> Saying:
    """Say that a line is no statement."""
    return Saying(
        "unreadable-line",
        f"expected a task as 'Name: score: actors', found {quoted(line)}",
        f"cjm leaves the line out; {REJECTS}",
    )


def wide_colon(line: str) -> Saying:
    """Say that `：` stands where `:` is asked for."""
    return Saying(
        "wide-colon",
        f"expected ':' between the parts of {quoted(line)}, found '：'",
        f"write ':'; {REJECTS}",
    )


def empty_task(line: str) -> Saying:
    """Say that a task has no name."""
    return Saying(
        "empty-task",
        f"the task {quoted(line)} has no name",
        f"write 'Name: score: actors'; cjm leaves the line out; {REJECTS}",
    )


def begins_with_journey(name: str) -> Saying:
    """Say that a line begins with the word that only the first may begin with."""
    return Saying(
        "journey-again",
        f"{quoted(name)} begins with the word 'journey', which only the diagram may",
        f"begin it with another word; {REJECTS}",
    )


def unknown_code(code: str) -> Saying:
    """Say that a code names no character."""
    return Saying(
        "unknown-code",
        f"'{code}' is no code of a character, Mermaid draws '&{code[1:]}'",
        f"write '#35;{code[1:]}' if '{code}' is meant",
    )
