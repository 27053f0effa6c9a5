"""What a parser's error means for somebody who wrote a map by hand."""

from __future__ import annotations

from typing import Any

from cjm.source.document import TextProblem

# Most texts have nothing wrong with them: what follows is loaded when something has.


def diagnose(text: str, error: Any) -> TextProblem:
    """Return the problem that made the parser stop, in the words of who wrote the text.

    Args:
        text: What was parsed.
        error: A `YAMLError` of ruamel.yaml.
    """
    from cjm.source.diagnose.diagnosis import problem_at
    from cjm.source.diagnose.stop import stop_of

    return problem_at(stop_of(text, error))


def diagnose_at(text: str, raw: str, line: int, column: int) -> TextProblem:
    """Return the problem of what was read and cannot be meant.

    Args:
        text: What was parsed.
        raw: `undefined alias` or `template`.
        line: Where it begins, from 0.
        column: From 0.
    """
    from cjm.source.diagnose.diagnosis import problem_at
    from cjm.source.diagnose.stop import Stop

    return problem_at(Stop(text, raw, line, column, None))


def slip_in(text: str) -> TextProblem | None:
    """Return the slip that makes a whole file one text, as in `title = A`, or `None`."""
    from cjm.source.diagnose.diagnosis import slip_at
    from cjm.source.diagnose.stop import Stop

    return slip_at(Stop(text, "text at the top", 0, 0, None))


def merge_conflict(text: str) -> TextProblem | None:
    """Return the problem of a merge conflict that was left in, or `None`."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    from cjm.source.diagnose.conflict import conflict

    return conflict(text)
