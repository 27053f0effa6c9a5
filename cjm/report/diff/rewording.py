"""The words of a text that changed, with a few of their neighbours, where the rest is the same."""

from __future__ import annotations

import re

from cjm.model.text import Text

_TOKEN = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)
"""A word, with the signs beside it; of scripts without blanks between words, a character."""

_NEIGHBOURS = 3
_SHORT = 40
"""Texts of at most so many characters are shown whole."""

_LEAST_LEFT_OUT = 10
"""Fewer characters than that are not worth an ellipsis."""


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Return both texts without what they begin and end with alike, but for a few words.

    An ellipsis stands for what is left out; what is short is returned whole.
    """
    if max(len(before), len(after)) <= _SHORT:
        return before, after
    ours, theirs = ([match.span() for match in _TOKEN.finditer(text)] for text in (before, after))
    words = [before[a:b] for a, b in ours], [after[a:b] for a, b in theirs]
    first = _alike(*words)
    most = min(map(len, words)) - first
    last = min(most, _alike(words[0][::-1], words[1][::-1]))
    return (
        _middle(before, ours, first, last),
        _middle(after, theirs, first, last),
    )


def _alike(ours: list[str], theirs: list[str]) -> int:
    """Return with how many equal words both begin."""
    count = 0
    for a, b in zip(ours, theirs, strict=False):
        if a != b:
            break
        count += 1
    return count


def _middle(text: str, spans: list[tuple[int, int]], first: int, last: int) -> str:
    """Return `text` from a few words behind the first equal ones to a few before the last."""
    start = spans[first - _NEIGHBOURS][0] if first > _NEIGHBOURS else 0
    end = spans[len(spans) - 1 - last + _NEIGHBOURS][1] if last > _NEIGHBOURS else len(text)
    start = start if start >= _LEAST_LEFT_OUT else 0
    end = end if len(text) - end >= _LEAST_LEFT_OUT else len(text)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def language_that_differs(before: Text, after: Text, wanted: str, fallback: str) -> str:
    """Return the language to tell of a change in: the one `wanted`, or the first whose words differ."""
    for tag in (wanted, fallback, *before.languages, *after.languages):
        if before.in_language(tag, fallback) != after.in_language(tag, fallback):
            return tag
    return wanted
