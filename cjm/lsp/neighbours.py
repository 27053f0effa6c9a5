"""Which maps are read together with one that is open: all of a small workspace, some of a large."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field

from cjm.model.values import fold
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.groups import naming_of

WHOLE = 60
"""Maps up to which a workspace is held whole; reading one takes some 15 ms, once."""


@dataclass
class _Names:
    """What the bytes of a map say of others."""

    source: bytes
    ids: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    is_known: bool = True


@dataclass
class Neighbours:
    """Maps that name each other, told from their bytes.

    Attributes:
        files: Where to read from.
        maps: Path of each map of the workspace.
    """

    files: Files
    maps: tuple[str, ...]
    _names: dict[str, _Names] = field(default_factory=dict)
    _near: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def are_all(self) -> bool:
        """Whether the workspace is so small that all of its maps can be held."""
        return len(self.maps) <= WHOLE

    def forget(self, path: str) -> None:
        """Read a file anew the next time."""
        self._names.pop(path, None)
        self._near.clear()

    def of(self, path: str) -> frozenset[str]:
        """Return the maps that have to be known to judge the one at `path`, itself included.

        Those that it names, that name it, and so on. Where it names what is not there, a small
        workspace is looked through whole for what may be meant.
        """
        if path not in self._near:
            self._near[path] = self._worked_out(path)
        return self._near[path]

    def _worked_out(self, path: str) -> frozenset[str]:
        if path not in self.maps:
            return frozenset(self.maps) if self.are_all else frozenset()
        names = {each: self._named(each) for each in self.maps}
        by_id: dict[str, set[str]] = {}
        for each, known in names.items():
            for id in known.ids:
                by_id.setdefault(id, set()).add(each)
        joined: dict[str, set[str]] = {each: set() for each in self.maps}
        for each, known in names.items():
            for other in set().union(*(_targets(each, link, by_id) for link in known.links)):
                if other in joined:
                    joined[each].add(other)
                    joined[other].add(each)
        for same in by_id.values():
            first, *others = same
            for other in others:
                joined[first].add(other)
                joined[other].add(first)
        found = _reached(path, joined)
        hidden = {each for each, known in names.items() if not known.is_known}
        lost = any(not _targets(path, link, by_id) & names.keys() for link in names[path].links)
        if self.are_all and (lost or hidden):
            return frozenset(self.maps)
        return frozenset(found | hidden)

    def holding(self, words: Iterable[str]) -> list[str]:
        """Return the maps whose text holds one of `words`, case folded."""
        wanted = [fold(word) for word in words]
        return [
            path
            for path in self.maps
            if any(word in _folded(self._named(path).source) for word in wanted)
        ]

    def ids(self) -> list[tuple[str, str]]:
        """Return `(path, id)` of every map, as far as its bytes tell."""
        return [(path, id) for path in self.maps for id in sorted(self._named(path).ids)[:1]]

    def _named(self, path: str) -> _Names:
        known = self._names.get(path)
        if known is None:
            known = self._names[path] = self._looked_at(path)
        return known

    def _looked_at(self, path: str) -> _Names:
        try:
            source = self.files.read(path)
        except (UnreadableFile, FileNotFoundError):
            return _Names(b"")
        told = naming_of(path, source)
        if told.ids is None:
            return _Names(source, is_known=False)
        links = tuple(link.partition("#")[0] for link in told.links)
        return _Names(source, frozenset(told.ids), links)


def _folded(source: bytes) -> str:
    # Without the memory of `fold`, which would keep every text of the workspace.
    return fold.__wrapped__(source.decode("utf-8", "replace"))


def _targets(path: str, link: str, by_id: dict[str, set[str]]) -> set[str]:
    """Return where a link of the map at `path` may lead."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
    return by_id.get(fold(link), set()) | {place}


def _reached(path: str, joined: dict[str, set[str]]) -> set[str]:
    found, waiting = {path}, [path]
    while waiting:
        for other in joined[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return found
