"""Whether a file laid out anew is still the same file; asked before it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from cjm.errors import CjmError
from cjm.model.item import Item
from cjm.model.read import read
from cjm.source import parse

_WHOLE_FILE = re.compile(r"^.*#\s*cjm:\s*ignore-file", re.M)
_HEARD = 20
"""Lines in which `ignore-file` is heard."""


class RefusedError(CjmError):
    """The canonical layout of a file would not be the same file, so it is left as it is."""

    def __init__(self, reason: str, *, help: str = "") -> None:
        super().__init__(reason, help=help or "this is a mistake in cjm; please report it")


def check_data(before: Any, text: str, cls: type[Item], *, languages: Collection[str] = ()) -> None:
    """Check that a text means what it did.

    Args:
        before: The data that it was laid out from.
        text: It, laid out anew.
        cls: What the file holds.
        languages: Languages of its workspace.

    Raises:
        RefusedError: It does not.
    """
    document = parse(text, "")
    if document.data is None or any(each.rule != "cut-text" for each in document.problems):
        raise RefusedError("laid out anew it could not be read")
    if not _is_same(before, document.data):
        raise RefusedError("laid out anew it would hold something else")
    models = [read(cls, data, noun="file", languages=languages) for data in (before, document.data)]
    if models[0].item != models[1].item:
        raise RefusedError("laid out anew it would mean something else")


def _is_same(before: Any, after: Any) -> bool:
    """Whether two data are the same, the spelling of keys and choices left aside."""
    if isinstance(before, dict) and isinstance(after, dict):
        return len(before) == len(after) and all(
            (name := key if key in after else key.replace("-", "_")) in after
            and _is_same(inner, after[name])
            for key, inner in before.items()
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_is_same, before, after))
    if type(before) is not type(after):
        return False
    if before == after:
        return True
    # A model that is equal says that it was a choice.
    return isinstance(before, str) and before.strip().lower().replace("_", "-") == after


def check_comments(before: str, after: str, told: Sequence[str], found: Sequence[str]) -> None:
    """Check that no comment is lost, and that those for the whole file are heard as before.

    Args:
        before: The text as it was.
        after: It, laid out anew.
        told: The comments of the first.
        found: The comments of the second.

    Raises:
        RefusedError: A comment is lost, or would not be heard.
    """
    if Counter(told) != Counter(found):
        raise RefusedError("laid out anew it would lose a comment")
    if "ignore-file" in before and _heard(before) != _heard(after):
        raise RefusedError(
            "laid out anew its 'cjm: ignore-file' would stand too far down to be heard",
            help="put that comment at the top of the file",
        )


def _heard(text: str) -> int:
    return len(_WHOLE_FILE.findall("\n".join(text.split("\n", _HEARD)[:_HEARD])))
