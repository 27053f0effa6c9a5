"""What templates and workshops leave in a text that nobody has written yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

ANYWHERE = (
    r"l(?i:orem ipsum)|L(?i:orem ipsum)|"
    r"\{\{?\s*[A-Za-z_][\w .-]{0,30}\}?\}|"  # {step}, {{ persona }}
    r"\[(?i:your|insert|enter|add|name|persona|customer name|stage|step|touchpoint|channel|company|"
    r"brand|product|feeling|emotion|pain|opportunity|placeholder|text|todo|tbd|date|role|goal|x+)"
    r"(?: [^\]]{0,40})?\]|"
    r"<(?i:your|insert|name|persona|step|stage|company|product|text|todo|tbd)(?: [^>]{0,40})?>|"
    r"T(?<![A-Za-z0-9]T)(?:ODO|BD|BC)\b|F(?<![A-Za-z0-9]F)IXME\b|"
    r"X(?<![A-Za-z0-9]X)XX(?![A-Za-z0-9])"
)
"""Left in, wherever it stands; marks of unfinished work count in upper case only.

Each branch begins with the letters it may begin with, so that the search runs past all others.
"""

PHRASES = frozenset(
    (
        "placeholder|placeholder text|sample text|example text|dummy text|untitled|to be defined|"
        "to be determined|new step|new stage|new persona|step name|stage name|persona name|"
        "step title|stage title|persona title|"
        "待定|待补充|待填写|待完善|待确认|待续|占位|占位符|示例文字|示例文本|步骤名称|阶段名称|人物名称"
    ).split("|")
)
"""What stands for a text when it is all there is, in lower case."""

WHOLE = r"\[[^\]]*\]|【[^】]*】|[某xX×]{2,}(?:公司|产品|用户|客户)?|(?:请|此处|在此)(?:输入|填写).*"
"""The same, as a pattern."""

FIRST = frozenset("[【某xX×请此在")
"""The characters that `WHOLE` may begin with."""

BEGINS = r"[\[【]|[某xX×]{2}|(?:请|此处|在此)(?:输入|填写)"
"""What `WHOLE` begins with, without looking for its end."""

_ANYWHERE = re.compile(ANYWHERE)
_WHOLE = re.compile(WHOLE)
_BEGIN = "".join(sorted({sign for each in PHRASES for sign in (each[0], each[0].upper())}))
_LIKELY = re.compile(
    rf"{ANYWHERE}|\n\s*[（(]?\s*(?:{BEGINS}"
    rf"|(?=[{_BEGIN}])(?i:{'|'.join(sorted(PHRASES))}))"
)
_NOTE_TO_SELF = re.compile(r"\s*TODO\s*(?::|$)")

TODO_IS_A_WORD = frozenset({"es", "gl", "pt"})
"""Languages in which "TODO" in capitals may just mean "all"."""


def may_hold_one(texts: Iterable[str]) -> bool:
    """Whether some text may hold a placeholder; fast.

    Nearly all files have none, and one search through all of a file is far faster than some a text.
    Where it says no, there is none.
    """
    return _LIKELY.search("\n" + "\n".join(texts)) is not None


def placeholder_in(text: str, language: str) -> str:
    """Return the placeholder that `text`, written in `language`, still holds, or `""`."""
    found = _ANYWHERE.search(text)
    if found is not None:
        return "" if _is_a_word(found[0], text, language) else found[0]
    bare = text.strip()
    if bare[:1] in ("（", "(") and bare[-1:] in ("）", ")"):
        bare = bare[1:-1].strip()
    if bare.lower() in PHRASES or (bare[:1] in FIRST and _WHOLE.fullmatch(bare)):
        return bare
    return ""


def _is_a_word(mark: str, text: str, language: str) -> bool:
    if mark != "TODO" or language.partition("-")[0] not in TODO_IS_A_WORD:
        return False
    return _NOTE_TO_SELF.match(text) is None
