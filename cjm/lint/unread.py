"""Findings that were kept, and are read when something is asked of them.

A report shows few of many findings and counts the rest. One that is not read knows its rule, how
bad it is and where it begins; with the first further question it becomes a finding like any other.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any, cast

from cjm.findings import Finding
from cjm.lint.plain import SEVERITIES, read_finding

_NEW = object.__new__
_SLOTS = vars(Finding)
_PUT_RULE: Callable[[Any, Any], None] = _SLOTS["rule"].__set__
_PUT_SEVERITY: Callable[[Any, Any], None] = _SLOTS["severity"].__set__
# It holds the head and where the rest is until the finding is read; nobody sees them there.
_PUT_HEAD: Callable[[Any, Any], None] = _SLOTS["data"].__set__
_GET_HEAD: Callable[[Any], Any] = _SLOTS["data"].__get__


class Unread(Finding):
    """A finding that is not read yet; reading turns it into a `Finding`, and nothing else of it."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """See `Finding.path`."""
        path: str = _GET_HEAD(self)[1].path
        return path

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        """See `Finding.order`."""
        (rule, severity, line, column, _), packed, _ = _GET_HEAD(self)
        return packed.path, line, column, -severity, rule, cast(str, _Message(self))

    def __eq__(self, other: object) -> bool:
        return _read(self) == (_read(other) if isinstance(other, Unread) else other)

    def __hash__(self) -> int:
        return hash(_read(self))

    def __reduce__(self) -> Any:
        return _read(self).__reduce_ex__(2)


class _Message:
    """The message of a finding, which is read when all before it in two orders is the same."""

    __slots__ = ("_found",)

    def __init__(self, found: Finding) -> None:
        self._found = found

    def __eq__(self, other: object) -> bool:
        return self._found.message == _message(other)

    def __lt__(self, other: object) -> bool:
        return self._found.message < _message(other)

    def __gt__(self, other: object) -> bool:
        return self._found.message > _message(other)

    __hash__ = None  # type: ignore[assignment]


def _message(other: object) -> str:
    return other._found.message if isinstance(other, _Message) else str(other)


def heads_of(findings: Sequence[Finding]) -> list[tuple[str, list[list[Any]]]]:
    """Return what is known of `findings` before they are read, as data of JSON: path → heads, in order."""
    return [
        (path, [_head(each) for each in held])
        for path, held in groupby(findings, key=lambda each: each.path)
    ]


def _head(finding: Finding) -> list[Any]:
    start = finding.place.start
    is_fixable = finding.fix is not None
    return [finding.rule, int(finding.severity), start.line, start.column, is_fixable]


def pack(spelt: Sequence[bytes]) -> bytes:
    """Return findings that are spelt in a tenth of the space."""
    return zlib.compress(b"\n".join(spelt), 1)


class Packed:
    """Findings of one file that are packed; they are unpacked when the first of them is read."""

    __slots__ = ("_lines", "_packed", "path")

    def __init__(self, path: str, packed: memoryview) -> None:
        self.path = path
        self._packed = packed
        self._lines: list[bytes] | None = None

    def line(self, at: int) -> bytes:
        """Return the spelling of the finding number `at`, counted over all that are packed together."""
        if self._lines is None:
            self._lines = zlib.decompress(self._packed).split(b"\n")
        return self._lines[at]


def unread(heads: Sequence[tuple[str, list[list[Any]]]], body: memoryview) -> tuple[Finding, ...]:
    """Return the findings with `heads`, packed in `body`, none of them read yet."""
    result: list[Finding] = []
    for path, each in heads:
        packed = Packed(path, body)
        for head in each:
            found = _NEW(Unread)
            _PUT_RULE(found, head[0])
            _PUT_SEVERITY(found, SEVERITIES[head[1]])
            _PUT_HEAD(found, (head, packed, len(result)))
            result.append(found)
    return tuple(result)


def _read(found: Finding) -> Finding:
    if type(found) is Unread:
        _, packed, at = _GET_HEAD(found)
        whole = read_finding(json.loads(packed.line(at).decode("utf-8", "surrogatepass")))
        for put, get in _COPY:
            put(found, get(whole))
        object.__setattr__(found, "__class__", Finding)
    return found


def _reading(name: str) -> property:
    get = _SLOTS[name].__get__
    if name == "fix":
        return property(lambda self: get(_read(self)) if _GET_HEAD(self)[0][4] else None)
    return property(lambda self: get(_read(self)))


_COPY = [(_SLOTS[each.name].__set__, _SLOTS[each.name].__get__) for each in fields(Finding)]
for _field in fields(Finding):
    if _field.name not in ("rule", "severity"):
        setattr(Unread, _field.name, _reading(_field.name))
