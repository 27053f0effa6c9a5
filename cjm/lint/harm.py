"""What edits must not do to a file: they may change what they are about, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cjm.findings import Edit, Route
from cjm.source import Document, parse


@dataclass(frozen=True, slots=True)
class Harm:
    """What a fix would do beside what it is for.

    Attributes:
        reason: In a few words.
        paths: Files in which it shows; empty where that is not known.
    """

    reason: str
    paths: frozenset[str] = frozenset()


def harm_to(
    before: Mapping[str, bytes], changed: Mapping[str, tuple[bytes, list[Edit]]]
) -> Harm | None:
    """Return what is wrong with the files as such, now that the fixes are in: mostly nothing.

    Args:
        before: Path → bytes.
        changed: Path → bytes with the edits in, and the edits.
    """
    reasons = {
        path: _harm_to(path, before[path], after, edits)
        for path, (after, edits) in changed.items()
        if path.lower().endswith((".yaml", ".yml"))
    }
    harmed = {path: reason for path, reason in reasons.items() if reason}
    return Harm(next(iter(harmed.values())), frozenset(harmed)) if harmed else None


def _harm_to(path: str, before: bytes, after: bytes, edits: list[Edit]) -> str:
    old, new = parse(before, path), parse(after, path)
    if new.data is None:
        return "the file could not be read any more"
    if any(not _is_near(old, route, edits) for route in _differences(old.data, new.data)):
        return _TOO_MUCH
    if any(_adds(one, other) for one, other in _mappings(old.data, new.data)):
        return _TOO_MUCH
    return ""


_TOO_MUCH = "it would change more than it is about"
_ADDED = frozenset({"cjm", "id"})


def _adds(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether a mapping has got keys that no fix adds; one that is renamed takes another's place."""
    from cjm.model.languages import is_language

    added = new.keys() - old.keys() - _ADDED
    gone = old.keys() - new.keys()
    return not gone and any(not is_language(key) for key in added)


def _differences(old: Any, new: Any, route: Route = ()) -> Iterator[Route]:
    """Yield the routes at which two sets of data differ."""
    waiting = [(route, old, new)]
    while waiting:
        at, one, other = waiting.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            yield from ((*at, key) for key in one.keys() ^ other.keys())
            waiting += [((*at, key), one[key], other[key]) for key in one.keys() & other.keys()]
        elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            waiting += [((*at, i), *pair) for i, pair in enumerate(zip(one, other, strict=True))]
        elif type(one) is not type(other) or one != other:
            yield at


def _mappings(old: Any, new: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield the mappings that stand at one route in two sets of data, `(old, new)`."""
    waiting = [(old, new)]
    while waiting:
        one, other = waiting.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            yield one, other
            waiting += [(one[key], other[key]) for key in one.keys() & other.keys()]
        elif isinstance(one, list) and isinstance(other, list):
            waiting += zip(one, other, strict=False)


def _is_near(document: Document, route: Route, edits: Iterable[Edit]) -> bool:
    """Whether some edit lies on the lines of what stands at `route`, or of what holds it."""
    key, value = document.spans.nearest(route) or (None, document.span(()))
    lines = [each.line for each in (*value, *(key or ()))]
    return any(
        edit.span.start.line <= max(lines) and min(lines) <= edit.span.end.line for edit in edits
    )
