"""A baseline: the findings that are known, so that a run reports only what is new.

It knows a finding by its file, its rule, its journey and its structural place, never by a line.
`schemas/baseline.schema.json` describes the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

VERSION = 1
"""Of the file's shape; it rises when an older cjm would misread a file."""

MOST = 10_000_000
"""Bytes of a baseline that are read."""


class BrokenBaselineError(ValueError):
    """A text is no baseline; `str()` of it says why, in a few words."""


class Entry(NamedTuple):
    """What is known of one place.

    Attributes:
        path: Of the file, from the root of the workspace.
        rule: Name of the rule.
        place: `journey#anchor`, or the anchor alone in a file that is no map.
    """

    path: str
    rule: str
    place: str


@dataclass(frozen=True)
class Baseline:
    """The known findings of a workspace.

    Attributes:
        counts: Entry → how many findings of it are known; a rule that reports once a file, with
            a count, has that count.
    """

    counts: Mapping[Entry, int] = field(default_factory=dict)

    def matcher(self) -> Matcher:
        """Return what tells for one finding after the other whether it is known."""
        return Matcher(self)

    def text(self) -> str:
        """Return it as a file: keys sorted, so that a merge touches only what changed."""
        import json

        files: dict[str, dict[str, dict[str, int]]] = {}
        for entry, count in sorted(self.counts.items()):
            files.setdefault(entry.path, {}).setdefault(entry.rule, {})[entry.place] = count
        document = {"cjm": "baseline", "version": VERSION, "files": files}
        # Only ASCII: nothing in it acts or hides, and each editor saves it as it was.
        return json.dumps(document, indent=1) + "\n"

    def without(self, paths: Set[str], rules: Set[str]) -> Baseline:
        """Return it without the entries of `rules` in the files at `paths`."""
        return Baseline(
            {
                entry: count
                for entry, count in self.counts.items()
                if entry.path not in paths or entry.rule not in rules
            }
        )

    def joined(self, others: Iterable[tuple[Entry, int]]) -> Baseline:
        """Return it with `others` added."""
        counts = Counter(self.counts)
        for entry, count in others:
            counts[entry] += count
        return Baseline(dict(counts))


class Matcher:
    """Takes from a baseline what each finding uses up."""

    def __init__(self, baseline: Baseline) -> None:
        self._left = dict(baseline.counts)
        # A map that was renamed is still the same journey.
        self._moved: dict[tuple[str, str], list[Entry]] = {}
        for entry in sorted(baseline.counts):
            if "#" in entry.place:
                self._moved.setdefault(entry[1:], []).append(entry)

    def knows(self, entry: Entry, count: int = 1) -> bool:
        """Whether a finding is known; what it uses up no other finding can use."""
        for each in (entry, *self._moved.get(entry[1:], ())):
            if self._left.get(each, 0) >= count:
                self._left[each] -= count
                return True
        return False

    def left(self) -> Mapping[Entry, int]:
        """Return what no finding has used up."""
        return {entry: count for entry, count in self._left.items() if count}


def read_baseline(source: bytes) -> Baseline:
    """Return the baseline that `source` holds.

    Raises:
        BrokenBaselineError: It holds none.
    """
    import json

    if len(source) > MOST:
        raise BrokenBaselineError(f"it is larger than {MOST // 1_000_000} MB")
    try:
        document = json.loads(source)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f" (line {line})" if line else ""
        raise BrokenBaselineError(f"it is not valid JSON{where}") from None
    if not isinstance(document, dict) or document.get("cjm") != "baseline":
        raise BrokenBaselineError('it does not begin with \'"cjm": "baseline"\'')
    version = document.get("version")
    if version != VERSION or isinstance(version, bool):
        shown = version if isinstance(version, int) and abs(version) < 10**6 else "it gives"
        raise BrokenBaselineError(f"this cjm does not know the version {shown} of the file")
    return Baseline(dict(_entries(document.get("files"))))


def _entries(files: Any) -> Iterator[tuple[Entry, int]]:
    for path, rules in _mapping(files, "files").items():
        for rule, places in _mapping(rules, path).items():
            for place, count in _mapping(places, rule).items():
                if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                    raise BrokenBaselineError(
                        f"expected how often it occurs under '{_few(rule)}' of '{_few(path)}'"
                    )
                yield Entry(path, rule, place), count


def _mapping(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BrokenBaselineError(f"expected an object under '{_few(name)}'")
    return value


def _few(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
