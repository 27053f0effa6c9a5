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
    StreamEndEvent,
)

from cjm.findings import Span
from cjm.source.diagnose import diagnose_at
from cjm.source.diagnose.words import UNCHECKED, quoted, short
from cjm.source.document import TextProblem
from cjm.source.light_events import USUAL, Kinds
from cjm.source.limits import MAX_DEPTH, MAX_NODES, MAX_REPEATED, MAX_SCALAR
from cjm.source.marks import Branch, span_of
from cjm.source.odd_keys import ODD_SIGNS, odd_key
from cjm.source.plain import Plain

_FIRST = frozenset("+-.0123456789tTfFnN~")
_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|true|True|TRUE|false|False|FALSE"
)
_AHEAD = re.compile(r"[ \t\r\n]*[,}\]]")
_HEAD = re.compile(r"[|>][0-9]")
_ALONE = re.compile(r"\*[\w-]+[ \t]*(?:$|[,\]}]|#)", re.M)
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
        kinds: Kinds = USUAL,
    ) -> None:
        self.text = text
        self.kinds = kinds
        self.restore = restore
        self.data: Any = None
        self.top: Any = None
        self.problems: list[TextProblem] = []
        self.scalars: list[Any] | None = [] if keep_scalars else None
        self.nodes = 0
        self._anchors: dict[str, tuple[Any, Any, int, int] | None] = {}
        self._lost: list[tuple[Branch, Any]] = []

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
        a_scalar, a_mapping, mapping_end, a_list, list_end = self.kinds
        scalars = self.scalars
        restore = self.restore
        lost = self._lost
        may_be_odd = not self.text.isascii()
        nodes = letters = repeated = 0
        counts = "&" in self.text and "*" in self.text  # only aliases repeat letters
        while True:
            event = next_event()
            kind = type(event)
            if kind is a_scalar:
                nodes += 1
                if scalars is not None:
                    scalars.append(event)
                value: Any = event.value
                if restore is not None and not value.isascii():
                    value = restore(value)
                if event.anchor is not None or event.ctag is not None:
                    self._check_marked(event)
                if counts:
                    letters += len(value)
                if len(value) > MAX_SCALAR:
                    raise self._over(event, f"a text of {len(value):,} characters", MAX_SCALAR)
                if is_map and key_event is None:
                    key, key_event = value, event
                    if may_be_odd and not value.isascii() and not ODD_SIGNS.isdisjoint(
                        (value[0], value[-1])
                    ):  # fmt: skip
                        key = value = self._mended_key(value, event)
                    if value in parts or not value or value == "<<":
                        is_dropped = self._check_key(value, event, parts)
                    continue
                node: Any = event
                if not event.style:
                    if value in _NULLS:
                        value = None
                    elif value[0] in _FIRST and _NUMBER.fullmatch(value):
                        value = Plain(value)
                elif not value and event.style in "|>":
                    self._check_block(event)
            elif kind is a_mapping or kind is a_list:
                nodes += 1
                if is_map and key_event is None:
                    raise self._complex_key(event)
                if event.anchor is not None or event.ctag is not None:
                    self._check_marked(event)
                if len(stack) >= MAX_DEPTH:
                    raise self._over(event, "lists and mappings within each other", MAX_DEPTH)
                stack.append((data, branch, parts, is_map, key, key_event, nodes, letters))
                is_map = kind is a_mapping
                data = {} if is_map else []
                parts = {} if is_map else []
                branch = Branch(event, parts)
                key = key_event = None
                continue
            elif kind is mapping_end or kind is list_end:
                branch.end = event
                if lost and lost[-1][0] is branch:
                    data = self._settle(branch, data, stack[-1][4])
                value, node = data, branch
                data, branch, parts, is_map, key, key_event, before, earlier = stack.pop()
                node.size = nodes - before + 1
                anchor = node.start.anchor
                if anchor is not None:
                    self._anchors[anchor] = (value, node, node.size, letters - earlier)
            elif kind is AliasEvent:
                value, node, size, length = self._alias(event)
                nodes, letters, repeated = nodes + size, letters + length, repeated + length
                if repeated > MAX_REPEATED:
                    raise self._over(event, "letters that aliases repeat", MAX_REPEATED)
                if is_map and key_event is None:
                    raise self._complex_key(event)
            elif kind is DocumentEndEvent:
                self.nodes = nodes
                return
            else:
                continue
            if nodes > MAX_NODES:
                raise self._over(event, "texts, lists and mappings", MAX_NODES)
            if kind is a_scalar and event.anchor is not None:
                self._anchors[event.anchor] = (value, node, 1, len(event.value))
            if is_dropped:
                is_dropped, key_event = False, None
            elif is_map:
                # An empty value is absent, but its key may be misspelt: the model drops it.
                if value is not None or not self._is_lost(branch, key_event, event):
                    data[key] = value
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
                    f"the tag '{event.tag[:60]}' is not read; a map is made of plain texts{UNCHECKED}",
                    "delete the tag; or, where the text begins with '!', quote it",
                    fatal=True,
                )
            )
        if type(event) is not self.kinds.scalar:
            self._anchors[event.anchor] = None
        elif not event.value and not event.style:
            self._problem(
                event,
                f"'&{event.anchor}' sets an anchor, and no text follows it",
                f'quote it if a text is meant: "&{event.anchor}"',
            )

    def _check_block(self, event: Any) -> None:
        """Report `wait: >5`: the sign and digit begin a text of several lines, and none follow."""
        match = _HEAD.match(self.text, event.start_mark.index)
        if match is not None:
            start = span_of(event).start
            end = start._replace(column=start.column + 2, offset=start.offset + 2)
            self.problems.append(
                TextProblem(
                    Span(start, end),
                    "yaml-syntax",
                    f"'{match[0]}' begins a text of several lines, and none follow",
                    f"quote it if a text is meant: {quoted(match[0])}",
                )
            )

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

    def _mended_key(self, key: str, event: Any) -> str:
        found = odd_key(self.text, key, event)
        if found is None:
            return key
        self.problems.append(found[1])
        return found[0]

    def _is_lost(self, branch: Branch, key_event: Any, event: Any) -> bool:
        """Note `{label: Patient, but frustrated}`: a key without a value is the rest of a text."""
        if type(event) is not self.kinds.scalar or event.value:
            return False
        if not branch.start.flow_style:
            self._check_question(key_event)
            return False
        if _AHEAD.match(self.text, key_event.end_mark.index) is None:
            return False
        self._lost.append((branch, key_event))
        return True

    def _settle(self, branch: Branch, data: dict[str, Any], key: str | None) -> Any:
        events = []
        while self._lost and self._lost[-1][0] is branch:
            events.append(self._lost.pop()[1])
        from cjm.source.braces import settle

        value, problems = settle(self.text, branch, data, events[::-1], key)
        self.problems += problems
        return value

    def _check_question(self, key_event: Any) -> None:
        """Report `- ? where do I park`: YAML reads a key of several lines."""
        at = key_event.start_mark.index
        if self.text[max(0, at - 2) : at] == "? ":
            self._problem(
                key_event,
                f"'?' and a blank begin a key here, not the text '{short(key_event.value)}'",
                f'quote it: "? {short(key_event.value)}"',
            )

    def _complex_key(self, event: Any) -> Refused:
        mark = event.start_mark
        if self.text[mark.index - 1 : mark.index + 1] == "{{":
            return Refused(diagnose_at(self.text, "template", mark.line, mark.column - 1))
        return Refused(
            TextProblem(
                _start_of(event, self.text),
                "yaml-syntax",
                f"a key must be a text, found a list or mapping{UNCHECKED}",
                "quote the text if it is meant to begin with a bracket",
                fatal=True,
            )
        )

    def _alias(self, event: Any) -> tuple[Any, Any, int, int]:
        name = event.anchor
        found = self._anchors.get(name, ...)
        if found is None:
            raise Refused(
                TextProblem(
                    span_of(event),
                    "yaml-syntax",
                    f"the alias '*{name}' stands inside what it repeats{UNCHECKED}",
                    "write it out instead",
                    fatal=True,
                )
            )
        if found is ...:
            raise self._unknown_alias(event)
        return found

    def _unknown_alias(self, event: Any) -> Refused:
        name = event.anchor
        start = event.start_mark
        if not _ALONE.match(self.text, start.index):
            return Refused(diagnose_at(self.text, "undefined alias", start.line, start.column))
        return Refused(
            TextProblem(
                span_of(event),
                "yaml-syntax",
                f"'*{name}' repeats an anchor '&{name}' that is not there{UNCHECKED}",
                f"quote it if a text is meant: {quoted('*' + name)}",
                fatal=True,
            )
        )

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
