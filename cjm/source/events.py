"""The events of a YAML text, from the C parser where there is one, else from the pure one.

Both are ruamel.yaml's. The C parser reads YAML 1.1 in places; `parse_events` levels what matters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ruamel.yaml.error import YAMLError

from cjm.source.manner import reads_lightly

QUESTION, COLON = "\ue0f0", "\ue0f1"

# In YAML 1.2 a `?` or a `:` inside a plain text of a flow collection is text when no blank or
# flow sign follows the colon; the C parser stops there: `{thought: Mine?, link: https://…}`.
# The sign comes first in the patterns, so that the search runs from sign to sign.
_INNER_QUESTION = re.compile(r"\?(?:(?<=[^\s\"'\[\]{},]\?)|(?<=[^\s\"'\[\]{},] \?))")
_INNER_COLON = re.compile(r":(?<=[^\s\"'\[\]{},]:)(?=[^\s,\[\]{}])")


def c_parser() -> Any:
    """Return the class of the C parser, or `None` where it is not installed."""
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found]
    except ImportError:
        return None
    return CParser


def parser_name() -> str:
    """Return which parser reads YAML here, for `cjm doctor`."""
    return "C (ruamel.yaml.clib)" if c_parser() is not None else "pure Python (slow)"


def c_events(text: str) -> tuple[Callable[[], Any], bool] | None:
    """Return `(next event, whether places are held)` of the C parser, or `None`.

    Where the second is true, the text of scalars must go through `restore`.
    """
    parser = c_parser()
    if parser is None:
        return None
    held = hold_places(text)
    return parser(held).get_event, held is not text


def pure_events(text: str) -> Callable[[], Any]:
    """Return the function that gives the next event of the pure parser."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    events = iter(yaml.parse(text))
    return lambda: next(events)


def hold_places(text: str) -> str:
    """Put place holders of the same length where the C parser would stop too early."""
    if ("?" not in text and "://" not in text) or ("{" not in text and "[" not in text):
        return text
    if QUESTION in text or COLON in text or ("\\" in text and "\\ue0f" in text.lower()):
        return text
    held = _INNER_QUESTION.sub(QUESTION, text) if "?" in text else text
    # To count is a tenth of the search: nearly all colons end a key, and a blank follows.
    ending = text.count(": ") + text.count(":\n")
    return held if text.count(":") == ending else _INNER_COLON.sub(COLON, held)


def restore(value: str) -> str:
    """Return the text of a scalar with the place holders turned back."""
    return value.replace(QUESTION, "?").replace(COLON, ":")


__all__ = [
    "YAMLError", "c_events", "c_parser", "hold_places", "parser_name", "pure_events", "restore",
]  # fmt: skip

if reads_lightly():
    from cjm.source.light_events import lighten

    lighten(c_parser())
