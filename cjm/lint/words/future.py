"""Words by which a title says that a map shows what is to come, where there is no `state`."""

from __future__ import annotations

import re

TO_COME: dict[str, str] = {
    "en": r"to[- ]be|future|target state|envisioned|proposed|vision",
    "zh": "未来|目标状态|理想|优化后|改进后",
    "ja": "将来|理想|改善後",
    "ko": "미래|개선",
    "es": r"futuro|futura",
    "fr": r"futur|future|cible",
    "pt": r"futuro|futura",
    "de": r"soll|zukunft|künftig\w*",
}

_LETTERS = "|".join(TO_COME[tag] for tag in ("en", "es", "fr", "pt", "de"))
_SIGNS = "|".join(TO_COME[tag] for tag in ("zh", "ja", "ko"))
_TO_COME = re.compile(rf"(?<!\w)(?:{_LETTERS})(?!\w)|{_SIGNS}", re.IGNORECASE)


def tells_of_the_future(title: str) -> bool:
    """Whether `title` says that what it names is not there yet."""
    return _TO_COME.search(title) is not None
