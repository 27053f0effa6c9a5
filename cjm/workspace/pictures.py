"""The pictures that the files of a workspace name: read when they are drawn, each once."""

from __future__ import annotations

import posixpath
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from cjm.workspace.files import Files, UnreadableFile, leads_out

if TYPE_CHECKING:
    from cjm.images import Bitmap

KEPT = 48
"""How many pictures stay in memory; each may take 4 MB."""


class NoPicture(NamedTuple):
    """Why a file gives no picture.

    Attributes:
        what: What is wrong, as the end of a sentence: "is a PDF"; `""` where a lint rule of the
            format says it already (the file is not there, its path leaves the workspace).
        cure: What to do about it.
    """

    what: str = ""
    cure: str = ""


class Pictures:
    """Reads pictures.

    Args:
        files: Where to read from.
        root: Folder of the workspace; nothing outside it is read, by a link or otherwise.
    """

    def __init__(self, files: Files, root: str) -> None:
        self._files = files
        self._root = root
        self._read: OrderedDict[str, Bitmap | NoPicture] = OrderedDict()

    def find(self, path: str, source: str) -> Bitmap | NoPicture:
        """Return the picture at `path`, which is relative to the file `source`."""
        folder = posixpath.dirname(source)
        if leads_out(path, folder, self._root):
            return NoPicture()
        at = posixpath.normpath(posixpath.join(folder, path.replace("\\", "/")))
        if at not in self._read:
            self._read[at] = self._load(at)
            if len(self._read) > KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(at)
        return self._read[at]

    def _load(self, at: str) -> Bitmap | NoPicture:
        from cjm.images import MOST_BYTES, UnusableImage, read_image

        if not self._files.is_file(at):
            return NoPicture()
        if self._files.leaves(at, self._root):
            return NoPicture("is a link that leaves the workspace", "put the file itself there")
        try:
            return read_image(self._files.read(at, MOST_BYTES))
        except UnusableImage as error:
            return NoPicture(str(error), error.cure)
        except (FileNotFoundError, UnreadableFile) as error:
            what = str(error) if isinstance(error, UnreadableFile) else "is gone"
            return NoPicture(what, "put a PNG or JPEG there")
