"""A YAML text to a `Document`: decoded, parsed, built, with a good word for what is wrong."""

from __future__ import annotations

import hashlib
from typing import Any

from cjm.findings import Span
from cjm.source.build import Builder, Refused
from cjm.source.comments import cut_texts, may_cut
from cjm.source.decode import control_character, decode, has_rare_signs, odd_breaks
from cjm.source.diagnose import diagnose, merge_conflict, slip_in
from cjm.source.document import START, Document, RouteTable, TextProblem
from cjm.source.events import YAMLError, c_events, pure_events, restore
from cjm.source.light_events import kinds
from cjm.source.limits import MAX_PURE
from cjm.source.marks import EventTable


def parse(source: bytes | str, path: str) -> Document:
    """Read a YAML text.

    Args:
        source: The bytes of a file, or its text.
        path: As the user would write it, with `/`.

    Returns:
        A document; where nothing could be read its data is `None` and one problem is fatal.
    """
    digest = hashlib.sha256(
        source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    ).hexdigest()
    text, problem = decode(source)
    problems: list[TextProblem] = []
    is_rare = has_rare_signs(text)
    if problem is None and is_rare:
        problem = control_character(text)
    if problem is None:
        text, problems = odd_breaks(text) if is_rare else (text, [])
        problem = merge_conflict(text)
    if problem is not None:
        return Document(path, text, None, RouteTable({}), (*problems, problem), digest=digest)
    builder, error = _build(text)
    # What stopped the reading says it better than what was noticed on its line.
    stopped = error.span.start.line if error is not None else 0
    problems += [each for each in builder.problems if each.span.start.line != stopped]
    if builder.scalars is not None and error is None:
        problems += cut_texts(text, builder.scalars)
    if error is None:
        error = _unusable(builder)
    if error is not None:
        return Document(path, text, None, _table(builder), (*problems, error), digest=digest)
    return Document(
        path, text, builder.data, _table(builder), tuple(problems), digest=digest,
        has_rare_signs=is_rare,
    )  # fmt: skip


def _table(builder: Builder) -> Any:
    return EventTable(builder.top) if builder.top is not None else RouteTable({})


def _build(text: str) -> tuple[Builder, TextProblem | None]:
    """Build with the C parser; where it stops, ask the pure one, which reads YAML 1.2 whole."""
    found = c_events(text)
    if found is not None:
        next_event, held = found
        builder = Builder(
            text, restore=restore if held else None, keep_scalars=may_cut(text), kinds=kinds()
        )
        error = _attempt(builder, next_event)
        if error is None or isinstance(error, TextProblem) or len(text) > MAX_PURE:
            return builder, _told(text, error)
    builder = Builder(text, keep_scalars=may_cut(text))
    try:
        next_event = pure_events(text)
    except YAMLError as stop:
        return builder, diagnose(text, stop)
    return builder, _told(text, _attempt(builder, next_event))


def _attempt(builder: Builder, next_event: Any) -> TextProblem | YAMLError | None:
    try:
        builder.build(next_event)
    except Refused as refused:
        return refused.problem
    except YAMLError as stop:
        return stop
    except (RecursionError, ValueError, StopIteration):
        return TextProblem(START, "yaml-syntax", "the text is no YAML", "", fatal=True)
    return None


def _told(text: str, error: TextProblem | YAMLError | None) -> TextProblem | None:
    return diagnose(text, error) if isinstance(error, YAMLError) else error


def _unusable(builder: Builder) -> TextProblem | None:
    if isinstance(builder.data, dict) and builder.data:
        return None
    if builder.data is None or builder.data == {}:
        return TextProblem(
            START,
            "missing-key",
            "the file is empty",
            "a map needs 'title' and 'stages'; 'cjm init' writes a first one",
            fatal=True,
        )
    what = "a list" if isinstance(builder.data, list) else "a text"
    if isinstance(builder.data, str):
        slip = slip_in(builder.text)
        if slip is not None:
            return slip
    table = EventTable(builder.top)
    found = table.exact(())
    at = found[1].start if found else START.start
    return TextProblem(
        Span(at, at),
        "wrong-type",
        f"expected keys such as 'title' and 'stages', found {what} at the top",
        "begin the file with 'title: …'",
        fatal=True,
    )
