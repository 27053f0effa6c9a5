"""A file to its canonical layout, with its comments, and with what it means.

Key order, indents, quotes, and the empty lines between stages and steps are those that cjm itself
writes. The byte order mark stays. Line ends stay; where a file mixes them, the most frequent kind
takes over. Texts stay as they are spelt; `|` and `>` stay what they are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cjm.edit.fmt_anchors import settle_anchors
from cjm.edit.fmt_check import RefusedError, check_comments, check_data
from cjm.edit.fmt_keys import tidy
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.library import LibraryFile
from cjm.model.persona import PersonaFile
from cjm.source import Document, TextProblem, parse
from cjm.source.layout import lay_out
from cjm.source.nodes import Group
from cjm.source.read_nodes import UnusualError, read_nodes
from cjm.workspace.read_file import declared_kind
from cjm.workspace.settings import Settings
from cjm.workspace.theme_file import ThemeFile

TOPS: dict[str, type[Item]] = {
    "journey": Journey,
    "persona": PersonaFile,
    "library": LibraryFile,
    "theme": ThemeFile,
    "workspace": Settings,
}
"""Kind of a file → what it holds."""

_BOM = b"\xef\xbb\xbf"
_HARMLESS = frozenset({"cut-text"})


@dataclass(frozen=True)
class Formatted:
    """What became of a file.

    Attributes:
        content: Its bytes in the canonical layout; those that it had, where it cannot be read.
        problems: What keeps it from being read.
        document: It, as it was read.
    """

    content: bytes
    problems: tuple[TextProblem, ...]
    document: Document


def format_file(
    path: str, source: bytes, kind: str, *, languages: Collection[str] = ()
) -> Formatted:
    """Return a file in the canonical layout.

    Args:
        path: As the user would write it.
        source: Its bytes.
        kind: What its name or content says it is, one of `TOPS`; its own `cjm` key outdoes it.
        languages: Languages of its workspace, beside the two-letter codes.

    Raises:
        RefusedError: The result would not be the same file; `str()` of it says why.
    """
    document = parse(source, path)
    problems = tuple(each for each in document.problems if each.rule not in _HARMLESS)
    if problems or document.data is None:
        is_empty = all(each.rule == "missing-key" for each in problems)
        return Formatted(source, () if is_empty else problems, document)
    if kind != "workspace":
        kind, problem = declared_kind(document, kind)
        if problem is not None:
            return Formatted(source, (problem,), document)
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    done, comments = _laid_out(text, kind)
    if done != text:
        check_data(document.data, done, TOPS[kind], languages=languages)
        again, found = _laid_out(done, kind)
        check_comments(text, done, comments, found)
        if again != done:
            raise RefusedError("laid out a second time it would look different again")
    head = _BOM if source.startswith(_BOM) else b""
    whole = done.replace("\n", _line_end(document.text))
    return Formatted(head + whole.encode("utf-8"), (), document)


def _laid_out(text: str, kind: str) -> tuple[str, list[str]]:
    """Return a text in the canonical layout, and its comments."""
    try:
        sheet = read_nodes(text)
        assert isinstance(sheet.top, Group)
        tidy(sheet.top, TOPS[kind])
        if "&" in text:
            settle_anchors(sheet.top)
    except UnusualError as error:
        raise RefusedError(str(error), help=error.help) from None
    return lay_out(sheet), sheet.comments


def _line_end(text: str) -> str:
    """Return the kind of line end that is most frequent in a text."""
    both = text.count("\r\n")
    counts = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    return max(counts, key=lambda end: counts[end])
