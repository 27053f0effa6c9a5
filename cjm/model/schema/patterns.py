r"""Regular expressions that JavaScript and Python read alike, for the values a schema describes.

No flags, no `\p{…}`, no look-behind; letters in either case are spelt out. `END` stands for `$`,
which in Python also matches before a last line break.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cjm.model.languages import ISO_639_1
from cjm.model.unit_words import SECONDS
from cjm.model.values import MINUS, RESERVED_IDS, SAFE_SCHEMES

END = r"(?!\n)$"

NOT_IN_IDS = (
    r"\u0000-,./:-@\[-^`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384\u0385\u0387"
    r"\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4"
    r"\u06dd\u06de\u06e9\u06fd\u06fe\u0964\u0965\u0e3f\u0e4f\u2000-\u206f\u207a-\u207e\u208a-\u208e"
    r"\u20a0-\u20cf\u2100\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118\u211e-\u2123\u2190-\u245f"
    r"\u249c-\u24e9\u2500-\u2775\u2794-\u2bff\u2e00-\u2e2e\u2e30-\u2e7f\u3000-\u3004\u3008-\u3020"
    r"\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3200-\u321e\u322a-\u3247\u3250"
    r"\u3260-\u327f\u328a-\u32b0\u32c0-\u33ff\u4dc0-\u4dff\ue000-\uf8ff"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f12f\U0001f300-\U0001faff"
)
"""Blanks, punctuation, symbols and emoji of the usual blocks: characters that no id has."""

_DIGIT = "[0-9０-９]"
_NUMBER = rf"{_DIGIT}{{1,15}}(?:[.．]{_DIGIT}{{1,15}}|[,，]{_DIGIT}{{1,2}})?(?!{_DIGIT})"
_DASHES = r"\-－\u2010-\u2015~～\u223c\u301c至到"
_SIGN = r"[-+−－＋]"


def whole(pattern: str) -> str:
    """Return a pattern that holds for a text where `pattern` matches all of it."""
    return f"^(?:{pattern}){END}"


def any_case(letter: str) -> str:
    """Return a pattern for a letter in either case; `-` also stands for `_`."""
    if letter == "-":
        return "[-_]"
    if letter in "/.+":
        return f"\\{letter}"
    upper = letter.upper()
    return f"[{upper}{letter}]" if upper != letter and len(upper) == 1 else letter


def any_word(words: Iterable[str]) -> str:
    """Return a pattern for one of `words`, in either case, with common beginnings written once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, Any]) -> str:
    ways = [any_case(letter) + _branch(rest) for letter, rest in tree.items() if letter]
    if len(ways) <= 1 and "" not in tree:
        return "".join(ways)
    if not ways:
        return ""
    one_letter = len(ways) == 1 and all(rest.keys() == {""} for rest in tree.values() if rest)
    body = ways[0] if one_letter else f"(?:{'|'.join(ways)})"
    return f"{body}?" if "" in tree else body


def colour_pattern() -> str:
    """Return a pattern for `#rrggbb` and `#rgb`."""
    return whole("#(?:[0-9A-Fa-f]{3}){1,2}")


def font_pattern() -> str:
    """Return a pattern for the name of a font family: what ids are made of, and single blanks."""
    return whole(f"[^{NOT_IN_IDS}]+(?: [^{NOT_IN_IDS}]+)*")


def theme_file_pattern() -> str:
    """Return a pattern for the path of a YAML file at or below a folder."""
    return whole(
        r"(?!~)(?!(?:.*\/)?\.\.\/)[^:/\\\u0000-\u001f][^:\\\u0000-\u001f]*\.[Yy][Aa]?[Mm][Ll]"
    )


def choice_pattern(words: Iterable[str]) -> str:
    """Return the pattern of a choice: blanks around it, `-` or `_` and upper case are the same."""
    return rf"^\s*{any_word(words)}\s*$"


def language_pattern() -> str:
    """Return the pattern of a language tag: ISO 639-1, with script and region or not."""
    return whole(
        f"{any_word(sorted(ISO_639_1))}(?:[-_][A-Za-z]{{4}})?(?:[-_](?:[A-Za-z]{{2}}|[0-9]{{3}}))?"
    )


def id_pattern() -> str:
    """Return the pattern of an id."""
    reserved = "|".join(
        "".join(
            f"[{letter.upper()}{letter}{_wide(letter.upper())}{_wide(letter)}]" for letter in word
        )
        for word in sorted(RESERVED_IDS)
    )
    return f"^(?!(?:{reserved})$)[^{NOT_IN_IDS}]+{END}"


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0)


def date_pattern() -> str:
    """Return the pattern of a date; whether the month has that day is left to `format: date`."""
    return whole("(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def url_pattern() -> str:
    """Return the pattern of a link with one of the safe schemes."""
    return rf"^\s*{any_word(SAFE_SCHEMES)}:[^\u0000- ]*\s*$"


def minus_pattern(low: float) -> str | None:
    """Return the pattern of numbers with a true minus from `low` to 0, or `None` if none is."""
    if low > 0:
        return None
    if low == 0:
        return whole(rf"{MINUS}0{{1,15}}(?:\.0{{1,15}})?")
    top = int(low) * -1
    below = f"[0-{top - 1}]" if top > 1 else "0"
    return whole(rf"{MINUS}0{{0,14}}(?:{below}(?:\.[0-9]{{1,15}})?|{top}(?:\.0{{1,15}})?)")


TRUE_MINUS = whole(rf"{MINUS}[0-9]{{1,15}}(?:\.[0-9]{{1,15}})?")
"""Any number with a true minus."""


def duration_pattern(*, signed: bool = False) -> str:
    """Return the pattern of a duration; `signed`: one that may be relative to another."""
    sign = rf"{_SIGN}?\s*" if signed else ""
    return rf"^\s*{sign}(?:{_iso()}|{_worded()})\s*$"


def _iso() -> str:
    part = rf"{_DIGIT}{{1,9}}(?:[.,．，]{_DIGIT}{{1,9}})?"
    date, time = ("".join(f"(?:{part}{letter})?" for letter in group) for group in ("YMWD", "HMS"))
    return rf"P(?=[0-9０-９T]){date}(?:T(?={_DIGIT}){time})?"


def _worded() -> str:
    """Return the pattern of `9–12 sec` and `30 s – 1 min`: the unit words stand in it once."""
    one_dash = f"(?!(?:[^{_DASHES}]*[{_DASHES}]){{2}})"
    bare_end = rf"(?:{_NUMBER}\s*[{_DASHES}]\s*)?"
    stop = rf"\s*(?:[.,．，]{{1,2}}\s*)?(?:[{_DASHES}]\s*(?={_DIGIT}))?"
    return rf"{one_dash}{bare_end}(?:{_NUMBER}\s*{any_word(SECONDS)}{stop})+"


def quantity_pattern() -> str:
    """Return the pattern of a number, a percentage or a range of these, relative or not."""
    end = rf"{_SIGN}?{_NUMBER}\s*[%％]?"
    return rf"^\s*{end}(?:\s*[{_DASHES}]\s*{end})?\s*$"
