"""Files that stay as they were first read, for a change that is worked out from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cjm.source.limits import MAX_BYTES
from cjm.workspace.files import Files


class SteadyFiles:
    """Files that stay, for one run, as they were when they were first read."""

    def __init__(self, under: Files) -> None:
        self.under = under
        self.held: dict[str, bytes] = {}

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        """See `Files.read`."""
        if path not in self.held:
            self.held[path] = self.under.read(path)
        return self.held[path][: most + 1]

    def is_file(self, path: str) -> bool:
        """See `Files.is_file`."""
        return self.under.is_file(path)

    def is_folder(self, path: str) -> bool:
        """See `Files.is_folder`."""
        return self.under.is_folder(path)

    def walk(self, folder: str, enter: Callable[[str], bool]) -> Iterator[str]:
        """See `Files.walk`."""
        return self.under.walk(folder, enter)

    def leaves(self, path: str, root: str) -> bool:
        """See `Files.leaves`."""
        return self.under.leaves(path, root)

    def absolute(self, path: str) -> str:
        """See `Files.absolute`."""
        return self.under.absolute(path)
