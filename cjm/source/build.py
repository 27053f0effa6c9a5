"""Parser events to data and marks, with an explicit stack and with limits.

No recursion: a text of 100,000 opening brackets stops at the limit of depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from cjm.findings import Span
from cjm.source.document import TextProblem
from cjm.source.limits import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from cjm.source.marks import Branch, span_of
from cjm.source.plain import Plain

_FIRST = frozenset("+-.0123456789tTfFnN~")
_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|true|True|TRUE|false|False|FALSE"
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Refused(Exception):  # noqa: N818 - the text is refused, nothing failed
    """The text goes beyond the limits, or uses what is not read."""

    def __init__(self, problem: TextProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Builder:
    """Builds the data of one text from its events.

    Attributes:
        data: What was built.
        top: Marks of the whole.
        problems: What is wrong and does not stop it.
        scalars: Every scalar event, in order, where `keep_scalars` asks for them.
    """

    def __init__(
        self,
        text: str,
        *,
        restore: Callable[[str], str] | None = None,
        keep_scalars: bool = False,
    ) -> None:
        self.text = text
        self.restore = restore
        self.data: Any = None
        self.top: Any = None
        self.problems: list[TextProblem] = []
        self.scalars: list[Any] | None = [] if keep_scalars else None
        self.nodes = 0
        self._anchors: dict[str, tuple[Any, Any, int] | None] = {}

    def build(self, next_event: Callable[[], Any]) -> None:
        """Read the first document; a second one is a problem.

        Raises:
            Refused: Over a limit, or a tag, a cycle, a key that is no text.
        """
        event = next_event()
        while type(event) is not StreamEndEvent:
            if type(event) is DocumentStartEvent:
                if self.top is not None or self.data is not None:
                    self._problem(
                        event,
                        "a second document begins here; a file holds one",
                        "keep one map in a file, and delete the line '---'",
                    )
                    return
                self._document(next_event)
            event = next_event()

    def _document(self, next_event: Callable[[], Any]) -> None:
        # One loop over every event of a map: this is where loading spends its time, so it keeps
        # its state in locals and calls nothing for a plain text under a known key.
        stack: list[tuple[Any, ...]] = []
        data: Any = None
        branch: Any = None
        parts: Any = None
        is_map = False
        key: str | None = None
        key_event: Any = None
        is_dropped = False
        scalars = self.scalars
        restore = self.restore
        nodes = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                if scalars is not None:
                    scalars.append(event)
                value: Any = event.value
                if restore is not None and not value.isascii():
                    value = restore(value)
                if event.anchor is not None or event.ctag is not None:
                    self._check_marked(event)
                if len(value) > MAX_SCALAR:
                    raise self._over(event, f"a text of {len(value):,} characters", MAX_SCALAR)
                if is_map and key_event is None:
                    key, key_event = value, event
                    if value in parts or not value or value == "<<":
                        is_dropped = self._check_key(value, event, parts)
                    continue
                node: Any = event
                if not event.style:
                    if value in _NULLS:
                        value = None
                    elif value[0] in _FIRST and _NUMBER.fullmatch(value):
                        value = Plain(value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                if is_map and key_event is None:
                    raise self._complex_key(event)
                if event.anchor is not None or event.ctag is not None:
                    self._check_marked(event)
                if len(stack) >= MAX_DEPTH:
                    raise self._over(event, "lists and mappings within each other", MAX_DEPTH)
                stack.append((data, branch, parts, is_map, key, key_event, nodes))
                is_map = kind is MappingStartEvent
                data = {} if is_map else []
                parts = {} if is_map else []
                branch = Branch(event, parts)
                key = key_event = None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                branch.end = event
                value, node = data, branch
                data, branch, parts, is_map, key, key_event, before = stack.pop()
                node.size = nodes - before + 1
                anchor = node.start.anchor
                if anchor is not None:
                    self._anchors[anchor] = (value, node, node.size)
            elif kind is AliasEvent:
                value, node, size = self._alias(event)
                nodes += size
                if is_map and key_event is None:
                    raise self._complex_key(event)
            elif kind is DocumentEndEvent:
                self.nodes = nodes
                return
            else:
                continue
            if nodes > MAX_NODES:
                raise self._over(event, "texts, lists and mappings", MAX_NODES)
            if kind is ScalarEvent and event.anchor is not None:
                self._anchors[event.anchor] = (value, node, 1)
            if is_dropped:
                is_dropped, key_event = False, None
            elif is_map:
                # An empty value is absent, but its key may be misspelt: the model drops it.
                if value is not None or not branch.start.flow_style:
                    data[key] = value
                elif not self._check_comma(key_event, event, parts):
                    data[key] = None
                parts[key] = (key_event, node)
                key_event = None
            elif parts is not None:
                if value is not None:
                    data.append(value)
                    parts.append(node)
            else:
                self.data, self.top = value, node

    def _check_marked(self, event: Any) -> None:
        if event.ctag is not None:
            raise Refused(
                TextProblem(
                    _start_of(event, self.text),
                    "yaml-syntax",
                    f"the tag '{event.tag[:60]}' is not read; a map is made of plain texts",
                    "delete the tag; or, where the text begins with '!', quote it",
                    fatal=True,
                )
            )
        if type(event) is not ScalarEvent:
            self._anchors[event.anchor] = None

    def _check_key(self, key: str, event: Any, parts: dict[str, Any]) -> bool:
        """Report what is odd about a key, and return whether to leave it out."""
        if key == "<<" and not event.style:
            self._problem(
                event,
                "'<<' is not read: YAML 1.2 has no merge keys",
                "write the keys out, or use 'ref' and an entry of the library",
            )
        elif key in parts:
            first = span_of(parts[key][0])
            self.problems.append(
                TextProblem(
                    span_of(event),
                    "yaml-syntax",
                    f"the key '{key}' stands twice; the first one is on line {first.start.line}",
                    "keep one of the two, or join what they hold",
                    related=((first, "the first one"),),
                )
            )
        elif not key:
            self._problem(event, "a key is empty", "write a key before the ':'")
        return key == "<<" and not event.style

    def _check_comma(self, key_event: Any, event: Any, parts: dict[str, Any]) -> bool:
        """Report `{label: Patient, but frustrated}`: the rest of a text, read as a key."""
        if type(event) is not ScalarEvent or event.value:
            return False
        after = self.text[key_event.end_mark.index :].lstrip(" \t\r\n")
        if not after.startswith((",", "}")):
            return False
        rest, before = key_event.value, next(reversed(parts.values()), None)
        text = getattr(before[1], "value", None) if before else None
        if text:
            self._problem(
                key_event,
                f"a comma ended the text '{_short(text)}'; "
                f"what follows, '{_short(rest)}', is read as a key",
                f'quote the whole text: "{_short(text)}, {_short(rest)}"',
            )
        else:
            self._problem(
                key_event,
                f"the key '{_short(rest)}' has no value",
                "write 'key: value', or take the braces away",
            )
        return True

    def _complex_key(self, event: Any) -> Refused:
        what = "{{…}}" if type(event) is MappingStartEvent else "[…]"
        return Refused(
            TextProblem(
                _start_of(event, self.text),
                "yaml-syntax",
                "a key must be a text, found a list or mapping",
                f"quote the text if it is meant to read '{what}'",
                fatal=True,
            )
        )

    def _alias(self, event: Any) -> tuple[Any, Any, int]:
        name = event.anchor
        found = self._anchors.get(name, ...)
        if found is None:
            raise Refused(
                TextProblem(
                    span_of(event),
                    "yaml-syntax",
                    f"the alias '*{name}' stands inside what it repeats",
                    "write it out instead",
                    fatal=True,
                )
            )
        if found is ...:
            raise Refused(
                TextProblem(
                    span_of(event),
                    "yaml-syntax",
                    f"'*{name}' repeats an anchor '&{name}' that is not there",
                    "quote the text if it is meant to begin with '*'",
                    fatal=True,
                )
            )
        return found

    def _over(self, event: Any, what: str, limit: int) -> Refused:
        return Refused(
            TextProblem(
                _start_of(event, self.text),
                "yaml-syntax",
                f"the limit of {limit:,} is reached here: {what}",
                "no map needs so much; split it, or look for what repeats",
                fatal=True,
            )
        )

    def _problem(self, event: Any, message: str, help: str) -> None:
        self.problems.append(TextProblem(span_of(event), "yaml-syntax", message, help))


def _start_of(event: Any, text: str) -> Span:
    span = span_of(event) if type(event) is not Branch else span_of(event.start)
    if span.end.line > span.start.line:
        return Span(span.start, span.start)
    return span


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:40]}…" if len(line) > 41 else line
