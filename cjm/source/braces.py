"""What stands in braces without a value: `{Desk, Lift}`, `{label: Patient, but frustrated}`.

YAML reads each such word as a key; people meant a list, or a text that a comma cut.
"""

from __future__ import annotations

import re
from typing import Any

from cjm.source.diagnose.words import LONGEST, quoted, short
from cjm.source.document import TextProblem
from cjm.source.marks import Branch, span_of

_NO_COLON = re.compile(r"([A-Za-z_][\w-]*)\s*(：\s*|:(?!//)|\s*=>?\s*)(\S.*)", re.S)
_AFTER_KEY = re.compile(r"(?<=[\w-])\s*(?:：\s*|=>?\s*|:(?=[^\s/]))(?=[^,}]*)")
_WIDE_COMMA = re.compile(r"\s*，\s*(?=[A-Za-z_][\w-]*:)")
_ONE_TEXT = frozenset({"title", "name", "text", "label", "scenario", "description", "customer"})


def settle(
    text: str, branch: Branch, data: dict[str, Any], lost: list[Any], key: str | None
) -> tuple[Any, list[TextProblem]]:
    """Return the data that a mapping was likely meant to be, and what is wrong with it.

    Args:
        text: The whole text.
        branch: Marks of the mapping; its end is set.
        data: What it holds beside the lost keys.
        lost: The events of its keys that have no value, in order.
        key: Under which key the mapping stands.
    """
    start, end = branch.start.start_mark.index, branch.end.end_mark.index
    words = [_slice(text, event) for event in lost]
    if text[start : start + 1] == "?":
        value = f"?{words[0]}"
        told = f"'?' begins a key here, not the text '{short(value)}'", f"quote it: {quoted(value)}"
        return value, [_problem(lost[0], *told)]
    joined = [match for match in map(_NO_COLON.fullmatch, words) if match is not None]
    if joined:
        return _without_colon(text[start:end], data, lost, words, joined)
    if not data:
        return _all_lost(branch, lost, words, key)
    return data, list(_cut(text, branch, lost))


def _without_colon(
    shown: str, data: dict[str, Any], lost: list[Any], words: list[str], joined: list[Any]
) -> tuple[dict[str, Any], list[TextProblem]]:
    """`{zh： 入住}`, `{en:Check-in}`: the colon is a Chinese one, or no blank follows it."""
    for match in joined:
        data.setdefault(match[1], match[3])
    fixed = _WIDE_COMMA.sub(", ", _AFTER_KEY.sub(": ", shown))
    first = joined[0]
    if first[2].startswith("："):
        message = f"'：' behind '{first[1]}' is a Chinese colon; a key ends with ':' and a blank"
    elif "=" in first[2]:
        message = f"the key '{first[1]}' has no ':' behind it"
    else:
        message = f"a blank is missing behind '{first[1]}:'"
    fixed = " ".join(fixed.split()) if len(fixed) <= LONGEST * 2 else fixed[:LONGEST] + "…"
    return data, [_problem(lost[words.index(first[0])], message, f"write: {fixed}")]


def _all_lost(
    branch: Branch, lost: list[Any], words: list[str], key: str | None
) -> tuple[Any, list[TextProblem]]:
    """`{Desk, Lift}`: a list in the wrong brackets, or a text."""
    items = [" ".join(word.split()) for word in words]
    whole = ", ".join(items)
    value: Any
    if len(items) == 1:
        value, help = items[0], f"write it without the braces: {short(whole)}"
    elif key in _ONE_TEXT or _is_sentence(items):
        value, help = whole, f"quote the text, without the braces: {quoted(whole)}"
    else:
        value, help = items, f"a list is written in square brackets: [{short(whole, LONGEST)}]"
    branch.parts = list(lost) if isinstance(value, list) else branch.parts
    message = f"'{{{short(whole)}}}' holds no 'key: value'"
    return value, [TextProblem(span_of(branch), "yaml-syntax", message, help)]


def _is_sentence(items: list[str]) -> bool:
    return not items[0][:1].islower() and any(item[:1].islower() for item in items[1:])


def _cut(text: str, branch: Branch, lost: list[Any]) -> Any:
    """Yield one problem for each run of lost keys, which a comma parted from a text."""
    run: list[Any] = []
    before: Any = None
    are_lost = {id(event) for event in lost}
    for key_event, node in [*branch.parts.values(), (None, None)]:
        if key_event is not None and id(key_event) in are_lost:
            run.append(key_event)
            continue
        if run:
            yield _cut_off(text, before, run)
            run = []
        before = node


def _cut_off(text: str, before: Any, run: list[Any]) -> TextProblem:
    start, end = run[0].start_mark.index, run[-1].end_mark.index
    rest = text[start:end]
    cut = _slice(text, before) if _is_plain(before) else ""
    if cut and cut[:1] not in "+-.0123456789":
        whole = " ".join(text[before.start_mark.index : end].split())
        return _problem(
            run[0],
            f"a comma ended the text '{short(cut)}'; what follows, '{short(rest)}', is read as a key",
            f"quote the whole text: {quoted(whole)}",
        )
    return _problem(
        run[0],
        f"'{short(rest)}' stands alone between keys with values",
        f"write 'key: {short(rest)}', or delete it",
    )


def _is_plain(node: Any) -> bool:
    return node is not None and type(node) is not Branch and not node.style and bool(node.value)


def _slice(text: str, event: Any) -> str:
    # Not `event.value`, in which some signs may be held by others.
    return text[event.start_mark.index : event.end_mark.index]


def _problem(event: Any, message: str, help: str) -> TextProblem:
    return TextProblem(span_of(event), "yaml-syntax", message, help)
