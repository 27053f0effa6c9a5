"""Which maps must be read together: those that name each other, told from their bytes alone.

Reading a map is dear, and maps that know nothing of each other can be read at the same time. A
look at the bytes finds more links than there are, never fewer: where a link leads to nothing that
is known here, all maps form one group.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cjm.model.values import fold
from cjm.workspace.discover import kind_by_content, kind_by_name
from cjm.workspace.read_file import file_id

_LINKS = (b"baseline", b"parent", b"journey")
_TARGET = re.compile(rb"[\"']?[ \t]*:[ \t]*[\"']?([^\s\"'#,}\]]*)")
_PART_OF_A_WORD = re.compile(rb"\w")
_ESCAPE = re.compile(rb"\\[uUx]")
_SHARED = re.compile(rb"/1(?:(?<=(?i:persona|library)/1)|(?<=(?i:theme)/1))")
_THEME = re.compile(rb"theme/1", re.IGNORECASE)
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_IDS = (b"\nid", b"\n'id", b'\n"id')
_AFTER_ID = re.compile(rb"[\"']?[ \t]*:[ \t]*([^\s#]*)")
_ANY_ID = re.compile(rb"\bid[\"']?\s*:\s*([^\s#,}\]]*)")
_WORD = re.compile(rb"([\"']?)([^\s\"'&*!|>]+)\1")
_BOM = b"\xef\xbb\xbf"
_BEFORE = _BOM + b" \t\r\n-"
"""What may stand before the first brace."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a map is called and what it names, as far as its bytes tell.

    Attributes:
        ids: The ids that it may have, folded; `None` where it is written in a way not known here.
        links: The journeys that it names, as written.
    """

    ids: Sequence[str] | None
    links: Sequence[str] = ()


def naming_of(path: str, source: bytes) -> Naming:
    """Return what the map with the bytes `source` is called, and what it names."""
    if kind_by_name(path) == "theme" and kind_by_content(source) == "theme":
        # What is called a theme and is one holds no map, whatever its texts say.
        return Naming(None) if _is_hidden(_THEME.sub(b"", source)) else Naming([])
    ids = _ids_of(path, source)
    return Naming(None) if ids is None or _is_hidden(source) else Naming(ids, list(_links(source)))


def independent_groups(sources: Mapping[str, bytes]) -> list[list[str]]:
    """Return the paths of `sources` in groups that do not name each other.

    Args:
        sources: Path → bytes of every map of a workspace.
    """
    return groups_of({path: naming_of(path, source) for path, source in sources.items()})


def groups_of(namings: Mapping[str, Naming]) -> list[list[str]]:
    """Return the paths of `namings`, those of every map of a workspace, in groups."""
    by_id: dict[str, str] = {}
    joined = _Groups(namings)
    for path, naming in namings.items():
        if naming.ids is None:
            return [list(namings)]
        for id in naming.ids:
            joined.join(path, by_id.setdefault(id, path))
    for path, naming in namings.items():
        for reference in naming.links:
            other = by_id.get(fold(reference)) or _by_path(path, reference, namings)
            if other is None:
                return [list(namings)]
            joined.join(path, other)
    return joined.groups()


def shares(
    groups: Sequence[Sequence[str]], sizes: Mapping[str, int], count: int
) -> list[list[Sequence[str]]]:
    """Divide groups into at most `count` shares of about the same size, the largest first."""
    bins: list[list[Sequence[str]]] = [[] for _ in range(count)]
    loads = [0] * count
    for group in sorted(groups, key=lambda each: -sum(sizes[path] for path in each)):
        lightest = loads.index(min(loads))
        bins[lightest].append(group)
        loads[lightest] += sum(sizes[path] for path in group)
    return [each for each in bins if each]


def _is_hidden(source: bytes) -> bool:
    """Whether a link or an id may stand in `source` in a way that is not known here.

    An escape may spell a key otherwise, after `? ` a key needs no colon on its line, a lone CR ends
    a line, and what is called a map may declare that it is something which maps share.
    """
    # To look for a few bytes first is a hundred times as fast as to match at every line.
    return (
        (b"\\" in source and _ESCAPE.search(source) is not None)
        or (b"\r" in source and _LONE_RETURN.search(source) is not None)
        or (b"/1" in source and _SHARED.search(source) is not None)
        or any(_begins_a_key(source, at) for at in _all(source, b"?"))
    )


def _begins_a_key(source: bytes, at: int) -> bool:
    """Whether the `?` at `at` has a blank behind it, and only blanks and dashes before it."""
    if source[at + 1 : at + 2] not in (b" ", b"\t"):
        return False
    return not source[source.rfind(b"\n", 0, at) + 1 : at].strip(b" \t-")


def _all(source: bytes, sign: bytes) -> Iterator[int]:
    """Yield where `sign` stands in `source`."""
    at = source.find(sign)
    while at >= 0:
        yield at
        at = source.find(sign, at + 1)


def _ids_of(path: str, source: bytes) -> list[str] | None:
    """Return the ids that a map may have; `None` where its id is written in a way not known here."""
    is_in_braces = source.lstrip(_BEFORE).startswith(b"{")
    written = _ANY_ID.findall(source) if is_in_braces else list(_top_ids(source))[:1]
    words = [_WORD.fullmatch(each) for each in written]
    if None in words:
        return None
    ids = [fold(each[2].decode("utf-8", "replace")) for each in words if each is not None]
    return [*ids, fold(file_id(path))] if is_in_braces or not ids else ids


def _top_ids(source: bytes) -> Iterator[bytes]:
    whole = b"\n" + source.removeprefix(_BOM)
    for key in _IDS:
        for at in _all(whole, key):
            match = _AFTER_ID.match(whole, at + len(key))
            if match is not None:
                yield match[1]


def _links(source: bytes) -> Iterator[str]:
    for key in _LINKS:
        for at in _all(source, key):
            match = _TARGET.match(source, at + len(key))
            if match is not None and not _PART_OF_A_WORD.match(source, max(0, at - 1), at):
                yield match[1].decode("utf-8", "replace")


def _by_path(path: str, reference: str, sources: Mapping[str, object]) -> str | None:
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
