"""Which maps must be read together: those that name each other, told from their bytes alone.

Reading a map is dear, and maps that know nothing of each other can be read at the same time. A
look at the bytes finds more links than there are, never fewer: where a link leads to nothing that
is known here, all maps form one group.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from cjm.model.values import fold
from cjm.workspace.read_file import file_id

_LINK = re.compile(rb"\b(?:baseline|parent|journey)[\"']?[ \t]*:[ \t]*[\"']?([^\s\"'#,}\]]*)")
# An escape may spell a key otherwise, and after `? ` a key needs no colon on its line.
_HIDDEN = re.compile(rb"\\[uUx]|^[ \t-]*\?[ \t]", re.M)
_ID = re.compile(rb"^[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.M)


def independent_groups(sources: Mapping[str, bytes]) -> list[list[str]]:
    """Return the paths of `sources` in groups that do not name each other.

    Args:
        sources: Path → bytes of every map of a workspace.
    """
    by_id: dict[str, str] = {}
    joined = _Groups(sources)
    for path, source in sources.items():
        first = by_id.setdefault(_id_of(path, source), path)
        joined.join(path, first)
    for path, source in sources.items():
        if _HIDDEN.search(source):
            return [list(sources)]
        for reference in _links(source):
            other = by_id.get(fold(reference)) or _by_path(path, reference, sources)
            if other is None:
                return [list(sources)]
            joined.join(path, other)
    return joined.groups()


def shares(
    groups: Sequence[Sequence[str]], sizes: Mapping[str, int], count: int
) -> list[list[str]]:
    """Divide groups into at most `count` shares of about the same size, the largest first."""
    bins: list[list[str]] = [[] for _ in range(count)]
    loads = [0] * count
    for group in sorted(groups, key=lambda each: -sum(sizes[path] for path in each)):
        lightest = loads.index(min(loads))
        bins[lightest] += group
        loads[lightest] += sum(sizes[path] for path in group)
    return [each for each in bins if each]


def _id_of(path: str, source: bytes) -> str:
    written = _ID.search(source)
    return fold(written[1].decode("utf-8", "replace")) if written else fold(file_id(path))


def _links(source: bytes) -> Iterator[str]:
    for match in _LINK.finditer(source):
        yield match[1].decode("utf-8", "replace")


def _by_path(path: str, reference: str, sources: Mapping[str, bytes]) -> str | None:
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), reference))
    return place if place in sources else None


class _Groups:
    """Disjoint sets of paths (union by pointing to the root, with the path halved)."""

    def __init__(self, paths: Mapping[str, object]) -> None:
        self._above = {path: path for path in paths}

    def join(self, one: str, other: str) -> None:
        self._above[self._root(one)] = self._root(other)

    def groups(self) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for path in self._above:
            found.setdefault(self._root(path), []).append(path)
        return list(found.values())

    def _root(self, path: str) -> str:
        above = self._above
        while above[path] != path:
            above[path] = above[above[path]]
            path = above[path]
        return path
