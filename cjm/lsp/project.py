"""One workspace as an editor sees it: what is typed over what is on disk, read once and held.

What is judged after a key press is the one text that changed; all else is kept as it was read.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cjm.errors import UsageError
from cjm.findings import Finding
from cjm.lint.baseline import baseline_of, compared
from cjm.lint.engine import lint, lint_across
from cjm.lint.outline import Outline, outlines_of
from cjm.lint.result import LintOptions, LintResult
from cjm.lint.subject import WorkspaceSubject
from cjm.lsp.neighbours import Neighbours
from cjm.lsp.uses import Use, uses_of
from cjm.model.item import Item
from cjm.rulebook.baseline import Baseline
from cjm.source import Document
from cjm.workspace.discover import SETTINGS_NAMES
from cjm.workspace.files import DiskFiles, Files, MemoryFiles, UnreadableFile
from cjm.workspace.load import SHARED, Held, gather, read_one
from cjm.workspace.read_file import FileReading
from cjm.workspace.survey import Survey, survey
from cjm.workspace.workspace import Map, Workspace

MOST_FILES = 20_000
"""Files of a folder that are looked at: an editor may be opened anywhere."""


_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Judgement:
    """What is to be said of one open file.

    Attributes:
        path: Of the file.
        findings: In it.
        workspace: In which they were found.
    """

    path: str
    findings: tuple[Finding, ...]
    workspace: Workspace


class Project:
    """A workspace in memory. Not for several threads at once.

    Args:
        base: Its folder, absolute; all paths are relative to it.
        is_alone: There is no workspace: only the files that are open, and those beside them
            whose names say that they are cjm's.
    """

    def __init__(self, base: str, *, is_alone: bool = False) -> None:
        self.base = base
        self.is_alone = is_alone
        self.open: set[str] = set()
        self.files = MemoryFiles({}, _Disk(base))
        self._survey: Survey | None = None
        self._neighbours: Neighbours | None = None
        self._readings: dict[str, FileReading] = {}
        self._good: dict[str, FileReading] = {}
        self._judged: dict[str, tuple[object, ...]] = {}
        self._known: tuple[tuple[object, ...], Workspace] | None = None
        self._uses: dict[str, tuple[Item, tuple[Use, ...]]] = {}
        self._short: dict[str, tuple[tuple[object, ...], Outline]] = {}
        self._baseline: tuple[Survey, Baseline | None] | None = None
        self._settings_were: list[str] = []
        self._kinds: dict[str, str] = {}

    def put(self, path: str, text: str) -> None:
        """Take the text of an open file."""
        is_new = path not in self.open
        if not is_new and path not in self._good and self.is_read(path):
            self._reading(path)  # what is replaced may be the last that can be read for a while
        self.open.add(path)
        # Written as the memory looks it up; `texts` may be a new file, or be over one on disk.
        self.files.texts[posixpath.normpath(path)] = text
        self._drop(path)
        if is_new and (self._survey is None or self.is_alone or path not in self._survey.kinds):
            self._survey = None

    def close(self, path: str) -> None:
        """Let an open file be what is on disk again."""
        self.open.discard(path)
        self.files.texts.pop(posixpath.normpath(path), None)
        self._drop(path)
        self._judged.pop(path, None)
        self._good.pop(path, None)
        if not self.files.is_file(path):
            self._survey = None

    def refresh(self) -> None:
        """Look at the disk again: files may have come, gone or changed."""
        self._survey = self._neighbours = None
        self._judged.clear()
        for path, reading in list(self._readings.items()):
            if path not in self.open and self._digest(path) != reading.documents[0].digest:
                self._drop(path)

    def handles(self, path: str) -> bool:
        """Whether the file at `path` is cjm's."""
        return path in self.survey.kinds or self._is_settings(path)

    def kind(self, path: str) -> str:
        """Return what the file at `path` is: `journey`, `persona`, …, `workspace`, or nothing."""
        if self._is_settings(path):
            return "workspace"
        found = self.survey.kinds.get(path, "")
        reading = self._good.get(path)
        return reading.kind if reading is not None and reading.kind != "mermaid" else found

    @property
    def survey(self) -> Survey:
        """Which files belong to the workspace."""
        if self._survey is None:
            paths = sorted(self.open) if self.is_alone else ["."]
            found = survey(self.files, paths or ["."])
            self._take(next((each for each in found if each.root in (".", "")), found[0]))
        assert self._survey is not None
        return self._survey

    @property
    def neighbours(self) -> Neighbours:
        """Which maps name each other."""
        maps = tuple(path for path, kind in self.survey.kinds.items() if kind not in SHARED)
        if self._neighbours is None or self._neighbours.maps != maps:
            self._neighbours = Neighbours(self.files, maps)
        return self._neighbours

    def judge(self, today: datetime.date) -> Iterator[Judgement]:
        """Yield what is to be said of each open file about which something may have changed."""
        mine = [path for path in sorted(self.open) if self.handles(path)]
        outlines = self._outlines() if mine and self.neighbours.are_all else ()
        keys = {path: self._key(path, outlines) for path in mine}
        stale = [path for path, key in keys.items() if not _same(self._judged.get(path), key)]
        if not stale:
            return
        found, workspace = self._judged_now(frozenset(stale), outlines, today)
        for path in stale:
            self._judged[path] = keys[path]
            here = tuple(each for each in found if each.place.path == path)
            yield Judgement(path, here, workspace)

    def _judged_now(
        self, stale: frozenset[str], outlines: tuple[Outline, ...], today: datetime.date
    ) -> tuple[list[Finding], Workspace]:
        """Return what is found in the files at `stale`, in order, and where it was found."""
        options = LintOptions(paths=stale, exists=self.files.is_file)
        paths = frozenset().union(*(self._paths(path) for path in stale))
        workspace = self._gathered(paths, self._readings)
        part = lint(workspace, options=options, today=today, outlines=outlines, is_part=True)
        if not self.neighbours.are_all:
            # What is said of all maps together would need them all: no editor can wait for that.
            return self._new(part.findings), workspace
        across = lint_across(
            lambda named: self._gathered(named, self._readings), outlines, part.rules,
            options=options, today=today,
        )  # fmt: skip
        found = [*part.findings, *across.findings]
        if any(each.related for each in across.findings):
            workspace = self._gathered(frozenset(self.neighbours.maps), self._readings)
        return self._new(sorted(found, key=lambda each: each.order)), workspace

    def _new(self, found: Sequence[Finding]) -> list[Finding]:
        """Return `found` without what the baseline of the workspace knows."""
        if self._baseline is None or self._baseline[0] is not self.survey:
            self._baseline = (self.survey, _baseline_of(self.files, self.survey))
        baseline = self._baseline[1]
        if baseline is None:
            return list(found)
        return list(compared(LintResult(tuple(found), 0), baseline, self.survey).result.findings)

    def _outlines(self) -> tuple[Outline, ...]:
        """Return all maps in short; those that have not changed are kept."""
        maps = self.neighbours.maps
        shared = tuple(self._reading(path) for path in self.shared())
        readings = {path: self._reading(path) for path in maps}
        ids = tuple(sorted((map.id, map.path) for each in readings.values() for map in each.maps))
        known = {}
        for path, (key, outline) in self._short.items():
            if path in readings and key[0] == ids and _same(key[1:], (readings[path], *shared)):
                known[path] = outline
        whole = WorkspaceSubject(self._gathered(maps, self._readings))
        found = outlines_of(whole, known)
        whole.let_go()
        before = {path: outline for path, (_, outline) in self._short.items()}
        # What says the same is the same: by that it is told whether to judge again.
        found = tuple(
            before[each.path] if before.get(each.path) == each else each for each in found
        )
        self._short = {
            each.path: ((ids, readings[each.path], *shared), each)
            for each in found
            if each.path in readings
        }
        return found

    def workspace(self, path: str) -> Workspace:
        """Return the file at `path`, and what it may refer to; a broken text as it last was."""
        return self.workspace_of(self._paths(path))

    def workspace_of(self, paths: Collection[str]) -> Workspace:
        """Return the maps at `paths` and what they share; a broken text as it last was."""
        wanted = {path: self._last_good(path) for path in sorted({*paths, *self.shared()})}
        key = (self.survey, *wanted.values())
        if self._known is None or not _same(self._known[0], key):
            self._known = (key, self._gathered(frozenset(paths), wanted))
        return self._known[1]

    def map_at(self, path: str) -> Map | None:
        """Return the map at `path`, as it last could be read."""
        return next(iter(self._last_good(path).maps), None) if self.is_read(path) else None

    def document(self, path: str) -> Document | None:
        """Return the text at `path`, as it last could be read."""
        if self._is_settings(path):
            return next(iter(self.survey.documents), None)
        return self._last_good(path).documents[0] if self.is_read(path) else None

    def root(self, path: str) -> tuple[Document, Item, Map | None] | None:
        """Return what the file at `path` holds, as it last could be read: a map or another thing."""
        if not self.is_read(path):
            return None
        reading = self._last_good(path)
        if reading.maps:
            map = reading.maps[0]
            return map.document, map.journey, map
        return None if reading.item is None else (reading.documents[0], reading.item, None)

    def uses(self, path: str) -> tuple[Use, ...]:
        """Return the references of the file at `path`, as it last could be read."""
        held = self.root(path)
        if held is None:
            return ()
        _, root, map = held
        known = self._uses.get(path)
        if known is None or known[0] is not root:
            language = map.language if map is not None else ""
            known = self._uses[path] = (root, tuple(uses_of(root, language)))
        return known[1]

    def shared(self) -> list[str]:
        """Return the paths of the files that maps share."""
        return [path for path, kind in self.survey.kinds.items() if kind in SHARED]

    def is_now(self, path: str) -> bool:
        """Whether the file at `path` can be read as it is now."""
        return not self.is_read(path) or self._reading(path) is self._last_good(path)

    def is_read(self, path: str) -> bool:
        """Whether the file at `path` is a map, persona, library or theme."""
        return path in self.survey.kinds

    def _take(self, found: Survey) -> None:
        """Take a new survey; what was read under other settings, or as another kind, goes."""
        digests = [each.digest for each in found.documents]
        for path in list(self._readings):
            known = self._kinds.get(path)
            if digests != self._settings_were or found.kinds.get(path) != known:
                del self._readings[path]
        self._settings_were, self._kinds, self._survey = digests, found.kinds, found

    def _is_settings(self, path: str) -> bool:
        return any(path == each.path for each in self.survey.documents)

    def _paths(self, path: str) -> frozenset[str]:
        """Return the maps that have to be known with the file at `path`."""
        return self.neighbours.of(path)

    def _key(self, path: str, outlines: tuple[Outline, ...]) -> tuple[object, ...]:
        """Return what the findings in a file depend on."""
        paths = sorted({*self._paths(path), *self.shared(), path} & self.survey.kinds.keys())
        return (self.survey, *(self._reading(each) for each in paths), *outlines)

    def _gathered(self, paths: Collection[str], readings: dict[str, FileReading]) -> Workspace:
        held = {path: readings[path] for path in sorted({*paths, *self.shared()})}
        return gather(self.files, self.survey, only=paths, held=Held({}, held))

    def _reading(self, path: str) -> FileReading:
        reading = self._readings.get(path)
        if reading is None:
            reading = self._readings[path] = read_one(self.files, self.survey, path)
            if reading.maps or reading.item is not None:
                self._good[path] = reading
        return reading

    def _last_good(self, path: str) -> FileReading:
        reading = self._reading(path)
        return self._good.get(path, reading)

    def _drop(self, path: str) -> None:
        self._readings.pop(path, None)
        if self._neighbours is not None:
            self._neighbours.forget(path)
        if posixpath.basename(path) in SETTINGS_NAMES:
            self._survey = None

    def _digest(self, path: str) -> str:
        try:
            return hashlib.sha256(self.files.read(path)).hexdigest()
        except (UnreadableFile, FileNotFoundError):
            return ""


class _Disk(DiskFiles):
    """Files on disk; of a huge folder only the first are looked at."""

    def walk(self, folder: str, enter: Any) -> Iterator[str]:
        """See `Files.walk`."""
        return islice(super().walk(folder, enter), MOST_FILES)


def _baseline_of(files: Files, found: Survey) -> Baseline | None:
    """Return the baseline of a workspace; one that cannot be used hides nothing."""
    try:
        return baseline_of(files, found)
    except UsageError as error:
        _log.error("%s", error)
        return None


def _same(one: tuple[object, ...] | None, other: tuple[object, ...]) -> bool:
    return one is not None and len(one) == len(other) and all(map(_is, one, other))


def _is(one: object, other: object) -> bool:
    return one is other
