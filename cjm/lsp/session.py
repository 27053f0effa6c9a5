"""What an editor has open, and the workspaces it belongs to."""

from __future__ import annotations

import datetime
import logging
import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from lsprotocol import types

from cjm.findings import Finding, Span
from cjm.lsp.addresses import path_of, uri_of
from cjm.lsp.positions import UTF_16, TextIndex
from cjm.lsp.project import Judgement, Project
from cjm.source import Document
from cjm.workspace.discover import root_above
from cjm.workspace.files import DiskFiles

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OpenText:
    """A text as the editor has it.

    Attributes:
        uri: Its address, spelt as the editor does.
        path: Absolute, with `/`.
        version: Counts its changes.
        text: As it is typed.
    """

    uri: str
    path: str
    version: int
    text: str


@dataclass(frozen=True)
class Spot:
    """The file that a request is about.

    Attributes:
        session: What is open.
        project: Its workspace.
        path: Within that.
        index: The text as the editor has it.
        cancelled: Set where nobody waits for the answer any more.
    """

    session: Session
    project: Project
    path: str
    index: TextIndex
    cancelled: Event = field(default_factory=Event)

    @property
    def kind(self) -> str:
        """What the file is, see `Project.kind`."""
        return self.project.kind(self.path)

    def then(self, document: Document, position: types.Position) -> int | None:
        """Return where `position` is in `document`, the text as it last could be read.

        `None` where something else is written now.
        """
        now = self.index.text.removeprefix("\ufeff")
        return _moved(self.index.span_offset(position), now, document.text)

    def now(self, document: Document, span: Span) -> types.Range | None:
        """Return the range of a span of `document` in the text as it is now, the other way round."""
        now = self.index.text.removeprefix("\ufeff")
        start = _moved(span.start.offset, document.text, now)
        end = _moved(span.end.offset, document.text, now)
        if start is None or end is None:
            return None
        before = self.index.offset_of_span(0)
        return self.index.range_of(start + before, end + before)


@dataclass
class Session:
    """The workspaces of the files that are open. Not for several threads at once.

    Attributes:
        folders: Absolute folders that the editor was opened on.
        encoding: Units of columns, see `TextIndex`.
        texts: Absolute path → text, of the open files.
        found: Absolute path → the text that was judged last, and what was found there.
    """

    folders: tuple[str, ...] = ()
    encoding: str = UTF_16
    texts: dict[str, OpenText] = field(default_factory=dict)
    found: dict[str, tuple[OpenText, tuple[Finding, ...]]] = field(default_factory=dict)
    _projects: dict[tuple[str, bool], Project] = field(default_factory=dict)
    _bases: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def put(self, text: OpenText) -> None:
        """Take what an editor has of a file."""
        is_new = text.path not in self.texts
        self.texts[text.path] = text
        project, path = self.place(text.path)
        if is_new:
            project.refresh()
        project.put(path, text.text)

    def close(self, path: str) -> None:
        """Forget what an editor had of a file."""
        if self.texts.pop(path, None) is not None:
            self.found.pop(path, None)
            project, inner = self.place(path)
            project.close(inner)
            if not project.open:
                # What nobody looks at need not be held.
                self._projects = {key: each for key, each in self._projects.items() if each.open}

    def begin(self, folders: tuple[str, ...], encoding: str) -> None:
        """Look at the disk, or look at it again.

        Args:
            folders: Absolute folders that the editor is opened on.
            encoding: Units of columns.
        """
        self.folders, self.encoding = folders, encoding
        bases = dict(self._bases)
        self._bases.clear()
        for project in self._projects.values():
            project.refresh()
        for text in self.texts.values():
            # A settings file that came or went moves what is open to another workspace.
            before = bases.get(posixpath.dirname(text.path))
            if before is not None and before != self._base_of(posixpath.dirname(text.path)):
                self._projects[before].close(_inner(text.path, before[0]))
                project, path = self.place(text.path)
                project.put(path, text.text)

    def judge(self, today: datetime.date) -> Iterator[tuple[OpenText, Project, Judgement]]:
        """Yield what is to be said anew of open files."""
        for project in list(self._projects.values()):
            for judgement in _judgements(project, today):
                path = posixpath.normpath(posixpath.join(project.base, judgement.path))
                self.found[path] = (self.texts[path], judgement.findings)
                yield self.texts[path], project, judgement

    def findings_of(self, spot: Spot) -> tuple[Finding, ...]:
        """Return what was found in the file of `spot`, where its text is still the one judged."""
        path = posixpath.normpath(posixpath.join(spot.project.base, spot.path))
        text, findings = self.found.get(path, (None, ()))
        return findings if text is not None and text.text == spot.index.text else ()

    def one_each(self, cancelled: Event) -> Iterator[Spot]:
        """Yield a file of each workspace that one is open of."""
        told: set[str] = set()
        for text in self.texts.values():
            spot = self.spot(text, cancelled)
            if spot is not None and spot.project.base not in told:
                told.add(spot.project.base)
                yield spot

    def place(self, path: str) -> tuple[Project, str]:
        """Return the workspace of an absolute path, and the path within it."""
        key = self._base_of(posixpath.dirname(path))
        project = self._projects.get(key)
        if project is None:
            project = self._projects[key] = Project(key[0], is_alone=key[1])
        return project, _inner(path, key[0])

    def spot(self, text: OpenText, cancelled: Event | None = None) -> Spot | None:
        """Return where a request about `text` leads; `None` where the file is none of cjm's."""
        project, path = self.place(text.path)
        if not project.handles(path):
            return None
        index = TextIndex(text.text, self.encoding)
        return Spot(self, project, path, index, cancelled or Event())

    def uri(self, project: Project, path: str) -> str:
        """Return the address of a file of a workspace, as the editor spells it."""
        absolute = posixpath.normpath(posixpath.join(project.base, path))
        known = self.texts.get(absolute)
        return known.uri if known is not None else uri_of(absolute)

    def version(self, project: Project, path: str) -> int | None:
        """Return the version of an open file, `None` of another."""
        known = self.texts.get(posixpath.normpath(posixpath.join(project.base, path)))
        return known.version if known is not None else None

    def index(self, project: Project, document: Document) -> TextIndex:
        """Return the lines of `document`, in the editor's units."""
        known = self.texts.get(posixpath.normpath(posixpath.join(project.base, document.path)))
        is_now = known is not None and known.text.removeprefix("\ufeff") == document.text
        return TextIndex(known.text if known and is_now else document.text, self.encoding)

    def _base_of(self, folder: str) -> tuple[str, bool]:
        found = self._bases.get(folder)
        if found is None:
            found = self._bases[folder] = self._looked_for(folder)
        return found

    def _looked_for(self, folder: str) -> tuple[str, bool]:
        """Return the root of the workspace of `folder`, and whether there is none."""
        root = root_above(DiskFiles(folder), ".")
        if root is not None:
            return posixpath.normpath(posixpath.join(folder, root)), False
        around = [each for each in self.folders if _is_within(folder, each)]
        if around and not _is_within(_home(), max(around, key=len)):
            return max(around, key=len), False
        return folder, True


def _judgements(project: Project, today: datetime.date) -> list[Judgement]:
    """Return what is to be said of one workspace; that one fails is not the others' loss."""
    try:
        return list(project.judge(today)) if project.open else []
    except Exception:
        _log.exception("the maps below %s could not be judged", project.base)
        return []


def folder_of(uri: str) -> str | None:
    """Return the absolute folder that an editor was opened on."""
    path = path_of(uri)
    return posixpath.normpath(path) if path else None


def _moved(offset: int, one: str, other: str) -> int | None:
    """Return where the character at `offset` of a text stands in another that differs in one place."""
    if one == other:
        return offset
    same = len(posixpath.commonprefix([one, other]))
    if offset <= same:
        return offset
    rest = len(posixpath.commonprefix([one[same:][::-1], other[same:][::-1]]))
    return offset + len(other) - len(one) if offset >= len(one) - rest else None


def _inner(path: str, base: str) -> str:
    return posixpath.relpath(path, base)


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _home() -> str:
    """Return the user's folder: what lies at or above it is no workspace."""
    return Path(os.path.expanduser("~")).as_posix()
