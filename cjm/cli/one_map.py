"""One map in several versions, read where it stands without the rest of its workspace."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.diff.side import Side
from cjm.workspace.files import Files, MemoryFiles
from cjm.workspace.load import Held, gather, read_shared
from cjm.workspace.survey import survey


class OneMap:
    """Reads versions of one map in its workspace; what maps share is read once, as it is today.

    Other maps are not read, save the baselines.

    Args:
        files: The files on disk.
        path: Of the map, as the user would write it; it may be gone from the disk.
        newest: Its bytes in the newest version.
    """

    def __init__(self, files: Files, path: str, newest: bytes) -> None:
        self.path = path
        # A file that is gone from the disk had a place in the workspace all the same.
        self.files = files if files.is_file(path) else MemoryFiles({path: newest}, files)
        self.survey = survey(self.files, [path])[0]
        self.path = next(iter(self.survey.named), path)
        self.shared = read_shared(self.files, self.survey)
        self.wanted: tuple[str, ...] = (self.path,)
        if b"baseline" in newest:
            whole = self._side(newest, None)
            chain = whole.chain if whole is not None else ()
            self.wanted = (self.path, *(each.written.path for each in chain))

    def side(self, content: bytes) -> Side | None:
        """Return the map that a version holds, or `None`."""
        return self._side(content, self.wanted)

    def _side(self, content: bytes, only: Sequence[str] | None) -> Side | None:
        held = Held({self.path: content}, self.shared)
        workspace = gather(self.files, self.survey, only=only, held=held)
        found = [each for each in workspace.maps if each.path == self.path]
        return Side(found[0], workspace) if len(found) == 1 else None
