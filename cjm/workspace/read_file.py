"""One file to what it holds: a map, a persona, a library, settings, or problems."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from cjm.findings import Problem, Route, Span
from cjm.model import values
from cjm.model.check import check_journey
from cjm.model.ids import slug
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.library import LibraryFile
from cjm.model.persona import PersonaFile
from cjm.model.read import Reading, read
from cjm.source import Document, RouteTable, TextProblem, parse
from cjm.source.document import START, SpanTable, nearest
from cjm.workspace.language import language_of
from cjm.workspace.settings import Settings
from cjm.workspace.workspace import Map

VERSIONS = ("journey/1", "persona/1", "library/1", "theme/1", "workspace/1")
_ENDING = re.compile(
    r"(\.(journey|persona|library|theme))?\.(ya?ml|mmd|mermaid|md|markdown)$", re.IGNORECASE
)
_NOUN: dict[type[Item], str] = {
    Journey: "journey", PersonaFile: "persona", LibraryFile: "library", Settings: "settings",
}  # fmt: skip
T = TypeVar("T", bound=Item)


class FileReading(NamedTuple):
    """What was read of one file.

    Attributes:
        kind: `journey`, `persona`, `library`, `theme`, `workspace` or `mermaid`.
        documents: Its texts; several where a Markdown file holds several diagrams.
        maps: Its maps.
        item: Its persona, library, theme or settings, where it is none of maps.
    """

    kind: str
    documents: tuple[Document, ...]
    maps: tuple[Map, ...] = ()
    item: Item | None = None


class _KeptTable:
    """A span table for data that some list items were taken out of."""

    def __init__(self, table: SpanTable, kept: tuple[tuple[Route, tuple[int, ...]], ...]) -> None:
        self._table = table
        self._kept = dict(kept)

    def exact(self, route: Route) -> tuple[Span | None, Span] | None:
        """See `SpanTable.exact`."""
        return self._table.exact(self.origin(route))

    def origin(self, route: Route) -> Route:
        """See `SpanTable.origin`; an item that is not there has the index -1."""
        origin: Route = ()
        for length, key in enumerate(route):
            kept = self._kept.get(route[:length])
            if kept is not None and isinstance(key, int):
                key = kept[key] if 0 <= key < len(kept) else -1
            origin = (*origin, key)
        return origin

    def nearest(self, route: Route) -> tuple[Span | None, Span] | None:
        """See `SpanTable.nearest`."""
        return nearest(self, route)


def file_id(path: str) -> str:
    """Return the id of a file: its name without the kind's ending, slugged."""
    return slug(_ENDING.sub("", posixpath.basename(path))) or "map"


def unreadable(path: str, reason: str) -> Document:
    """Return the document of a file that could not be read."""
    problem = TextProblem(
        START, "unreadable-file", f"the file {reason}", "name a YAML or Mermaid file", fatal=True
    )
    return Document(path, "", None, RouteTable({}), (problem,))


def leaving(path: str) -> Document:
    """Return the document of a link that leads out of the workspace, and is not followed."""
    document = unreadable(path, "is a link that leaves the workspace")
    problem = replace(
        document.problems[0], rule="unsafe-path", help="put the file itself into the workspace"
    )
    return replace(document, problems=(problem,))


def read_file(path: str, source: bytes, kind: str, settings: Settings) -> FileReading:
    """Read one file of a workspace.

    Args:
        path: As the user would write it.
        source: Its bytes.
        kind: What its name or content says it is: `journey`, `persona`, `library`, `mermaid`,
            `markdown`.
        settings: Of its workspace.
    """
    if kind in ("mermaid", "markdown"):
        return _read_mermaid(path, source, kind, settings)
    document = parse(source, path)
    if document.data is None:
        return FileReading(kind, (document,))
    kind, problem = declared_kind(document, kind)
    if problem is not None:
        problems = (*document.problems, problem)
        return FileReading(kind, (replace(document, data=None, problems=problems),))
    if kind == "journey":
        return _journey_file(document, kind, file_id(path), settings)
    if kind == "theme":
        from cjm.workspace.theme_file import read_theme

        theme = read_theme(document.data)
        return FileReading(kind, (with_reading(document, theme),), item=theme.item)
    cls: type[Item] = PersonaFile if kind == "persona" else LibraryFile
    reading = read(cls, document.data, noun=kind, languages=languages_of(settings))
    return FileReading(kind, (with_reading(document, reading),), item=reading.item)


def declared_kind(document: Document, kind: str) -> tuple[str, TextProblem | None]:
    """Return the kind that the key `cjm` declares, and what is wrong with it."""
    written = document.data.get("cjm")
    if written is None:
        return kind, None
    if isinstance(written, str):
        word, _, version = written.strip().lower().partition("/")
        if f"{word}/{version}" in VERSIONS and word != "workspace":
            return word, None
    span = document.span(("cjm",))
    shown = written if isinstance(written, str) else "…"
    near = values.nearest(str(shown), VERSIONS)
    message = f"cjm {'does not read' if near is None else 'does not know'} '{shown[:40]}'; "
    return kind, TextProblem(
        span,
        "unsupported-version",
        message + f"it reads {', '.join(each for each in VERSIONS if each != 'workspace/1')}",
        f"write 'cjm: {near if near and near != 'workspace/1' else kind + '/1'}', "
        "or update cjm if the file is newer",
        fatal=True,
    )


def _journey_file(
    document: Document, kind: str, default_id: str, settings: Settings
) -> FileReading:
    reading = read(
        Journey,
        document.data,
        noun="journey",
        languages=languages_of(settings),
        check=check_journey,
    )
    document = with_reading(document, reading)
    if reading.item is None or not reading.item.stages:
        return FileReading(kind, (document,))
    journey = reading.item
    found = Map(
        id=journey.id or default_id,
        document=document,
        journey=journey,
        removed=reading.removed,
        language=language_of(journey, settings.language),
    )
    return FileReading(kind, (document,), (found,))


def languages_of(settings: Settings) -> Collection[str]:
    """Return the languages that the texts of a workspace may name."""
    return {*settings.languages, *((settings.language,) if settings.language else ())}


def with_reading(document: Document, reading: Reading[Any]) -> Document:
    """Return `document` with the problems of its reading, at their places."""
    if not reading.problems and not reading.kept:
        return document
    told = tuple(_placed(document, problem) for problem in reading.problems)
    spans = _KeptTable(document.spans, reading.kept) if reading.kept else document.spans
    return replace(document, problems=(*document.problems, *told), spans=spans)


def _placed(document: Document, problem: Problem) -> TextProblem:
    return TextProblem(
        document.span(problem.route, on_key=problem.on_key),
        problem.rule,
        problem.message,
        problem.help,
        tuple((document.span(route), label) for route, label in problem.related),
        data={**problem.data, "route": problem.route},
    )


def _read_mermaid(path: str, source: bytes, kind: str, settings: Settings) -> FileReading:
    from cjm.source.decode import control_character, decode
    from cjm.source.mermaid import parse_mermaid, read_markdown

    digest = hashlib.sha256(source).hexdigest()
    text, problem = decode(source)
    problem = problem or control_character(text)
    if problem is not None:
        return FileReading("mermaid", (Document(path, text, None, RouteTable({}), (problem,)),))
    if kind == "markdown":
        documents = read_markdown(text, path, digest=digest)
    else:
        documents = [parse_mermaid(text, path, digest=digest)]
    readings = [
        _journey_file(document, "mermaid", each, settings)
        if document.data is not None
        else FileReading("mermaid", (document,))
        for document, each in zip(documents, _numbered(file_id(path), len(documents)), strict=True)
    ]
    return FileReading(
        "mermaid",
        tuple(document for reading in readings for document in reading.documents),
        tuple(found for reading in readings for found in reading.maps),
    )


def _numbered(name: str, count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        yield name if number == 1 else f"{name}-{number}"
