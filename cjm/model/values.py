"""The single values that the format knows: numbers on a scale, choices, dates, ids and links.

Each is an annotation made of a reader (what it takes, in the author's spelling) and a `Shape` (what
it is, for the JSON Schema and for editors).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cjm.model.meant import meant_choice, meant_truth
from cjm.model.meant_number import how_to_write, meant_number, meant_of_five
from cjm.model.meant_time import meant_date
from cjm.source.plain import Plain, to_number, to_truth

MINUS = "\u2212"


class Meant(NamedTuple):
    """What may be written in the place of a value.

    Attributes:
        text: As YAML spells it.
        is_plain: It is a number or a truth value, and stands without quotes.
        is_sure: Nothing else can have been meant.
    """

    text: str
    is_plain: bool = False
    is_sure: bool = False


@dataclass(frozen=True)
class Shape:
    """What a single value is.

    Attributes:
        kind: `level`, `whole`, `share`, `choice`, `date`, `id`, `reference`, `url`, `path`, …
        read: From what the file holds to the value; raises `PydanticCustomError`.
        low: The smallest number, where it is one.
        high: The largest number, where it is one.
        choices: The words, where it is one of some.
    """

    kind: str
    read: Callable[[Any], Any]
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


def wrong(
    sentence: str, help: str = "", rule: str = "wrong-type", *, meant: Meant | None = None
) -> PydanticCustomError:
    """Return the error for a value, with its sentence, its advice, and what was meant by it."""
    facts: dict[str, Any] = {"sentence": sentence, "help": help}
    return PydanticCustomError(rule, "{sentence}", facts | ({"meant": meant} if meant else {}))


def shown(value: object) -> str:
    """Return `value` as a message may quote it: on one line, not too long."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return f"'{str(value).lower()}'"
    text = " ".join(str(value).split())
    return f"'{text[:40]}…'" if len(text) > 41 else f"'{text}'"


_TRUE_MINUS = re.compile(f"{MINUS}[0-9]{{1,15}}(?:\\.[0-9]{{1,15}})?")


def read_number(value: object) -> int | float | None:
    """Return the number that `value` is, a true minus included, or `None`."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value if abs(value) < 1e300 else None
    if isinstance(value, Plain):
        return to_number(value)
    if isinstance(value, str) and value.startswith(MINUS) and _TRUE_MINUS.fullmatch(value):
        return to_number("-" + value[1:])
    return None


def _scale(
    kind: str, low: float, high: float, *, whole: bool, words: str, advice: str = ""
) -> Shape:
    def read(value: object) -> int | float:
        number = read_number(value)
        if number is None:
            raise wrong(
                f"expected {words}, found {shown(value)}", cure(str(value)), meant=meant(str(value))
            )
        if not low <= number <= high:
            raise wrong(f"expected {words}, found {shown(value)}", _advice(kind, number) or advice)
        if whole:
            if number != int(number):
                raise wrong(f"expected {words}, found {shown(value)}", advice)
            return int(number)
        return float(number)

    def cure(text: str) -> str:
        """Return how to write what was meant by `text`, which is no number."""
        of_five = meant_of_five(text)
        if of_five is not None and kind == "level":
            return _of_five(of_five)
        number = of_five if of_five is not None else meant_number(text)
        if number is None:
            return advice
        if low <= number <= high and (not whole or number == int(number)):
            return how_to_write(number, text)
        return _advice(kind, number) or advice

    def meant(text: str) -> Meant | None:
        """Return the number that `text` spells in another way, where it is on the scale."""
        number = None if "%" in text and kind != "share" else meant_number(text)
        if number is None or not low <= number <= high or (whole and number != int(number)):
            return None
        return Meant(f"{number:g}", is_plain=True, is_sure=True)

    return Shape(kind, read, low, high)


def _advice(kind: str, number: float) -> str:
    if kind == "level":
        return _of_five(number) if 2 < number <= 5 else _LEVELS
    return ""


def _of_five(number: float) -> str:
    meant = number - 3
    spelt = f"{meant:+g}".replace("-", MINUS) if meant else "0"
    return f"feelings run from −2 to +2; {number:g} on a scale of 1 to 5 is {spelt}"


_LEVELS = "feelings run from −2 (very negative) to +2 (very positive)"


_LEVEL = _scale(
    "level", -2, 2, whole=False, words="a number from −2 (very negative) to +2 (very positive)",
    advice="write one number, such as -1 or 0.5",
)  # fmt: skip
Level: TypeAlias = Annotated[float, _LEVEL]
"""−2 (very negative) to +2 (very positive), fractions allowed."""

Five: TypeAlias = Annotated[
    int,
    _scale(
        "whole", 1, 5, whole=True, words="a whole number from 1 to 5",
        advice="1 is the least, 3 the middle and 5 the most",
    ),
]  # fmt: skip
"""1…5, 5 is most: severity, frequency, impact, effort, importance, satisfaction."""

Depth: TypeAlias = Annotated[
    int, _scale("whole", 0, 3, whole=True, words="a whole number from 0 (the top) to 3")
]
Count: TypeAlias = Annotated[
    int, _scale("whole", 0, 10**12, whole=True, words="a whole number of 0 or more",
                advice="write the number alone, such as 12"),
]  # fmt: skip
Share: TypeAlias = Annotated[
    float, _scale("share", 0, 100, whole=False, words="a number from 0 to 100",
                  advice="write the per cent as a number alone, such as 18"),
]  # fmt: skip
"""A share of 0…100 per cent."""


def number_within(low: float, high: float) -> Shape:
    """Return the shape of a number from `low` to `high`."""
    return _scale("size", low, high, whole=False, words=f"a number from {low:g} to {high:g}")


def _read_truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    found = to_truth(value) if isinstance(value, Plain) else None
    if found is None:
        raise wrong(
            f"expected true or false, found {shown(value)}",
            _truth_help(value),
            meant=_meant_truth(value),
        )
    return found


def _meant_truth(value: object) -> Meant | None:
    meant = meant_truth(str(value))
    # A cross or a digit may be meant otherwise.
    return Meant(meant, is_plain=True, is_sure=str(value).strip() not in "xX10") if meant else None


def _truth_help(value: object) -> str:
    meant = meant_truth(str(value))
    if meant and meant == str(value):
        return f"write {meant} without the quotes"
    return f"write {meant}" if meant else ""


Truth: TypeAlias = Annotated[bool, Shape("truth", _read_truth)]


def choice(*words: str) -> Shape:
    """Return the shape of one of `words`; `-` and `_`, and upper case, make no difference."""
    known = {word: word for word in words}

    def read(value: object) -> str:
        found = known.get(value) if isinstance(value, str) else None
        if found is not None:
            return found
        if isinstance(value, str):
            found = known.get(value.strip().replace("_", "-").lower())
            if found is not None:
                return found
        near = nearest_choice(value, words)
        raise wrong(
            f"expected one of {', '.join(words)}, found {shown(value)}",
            f"did you mean '{near}'?" if near else "",
            meant=Meant(near) if near else None,
        )

    return Shape("choice", read, choices=words)


def nearest_choice(value: object, words: tuple[str, ...]) -> str | None:
    """Return the one of `words` that `value` is another word for, or a slip of the pen."""
    return meant_choice(str(value), words) or nearest(str(value), words)


def nearest_help(value: object, words: tuple[str, ...]) -> str:
    """Return `did you mean '…'?` where one of `words` is near, else an empty string."""
    near = nearest_choice(value, words)
    return f"did you mean '{near}'?" if near else ""


def nearest(word: str, words: Any, *, at_least: float = 70.0) -> str | None:
    """Return the word of `words` that is nearest to `word`, or `None` where none is near."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        word, list(words), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=at_least
    )
    return str(found[0]) if found else None


_MOMENT = choice("zmot", "fmot", "smot")


def _read_moment(value: object) -> bool | str:
    try:
        return _MOMENT.read(value) if type(value) is str else _read_truth(value)
    except PydanticCustomError:
        raise wrong(
            f"expected true, false, zmot, fmot or smot, found {shown(value)}",
            _truth_help(value),
            meant=_meant_truth(value),
        ) from None


Moment: TypeAlias = Annotated[bool | str, Shape("moment", _read_moment, choices=_MOMENT.choices)]
"""A moment of truth: yes or no, or zero, first or second."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def _read_date(value: object) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        date = meant_date(str(value))
        raise wrong(
            f"expected a date, found {shown(value)}",
            f"write it as {date[0] if date else '2026-09-14'}",
            meant=Meant(date[0], is_sure=date[1]) if date else None,
        )
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise wrong(f"there is no such day as {shown(value)}", "write it as 2026-09-14") from None


Date: TypeAlias = Annotated[datetime.date, Shape("date", _read_date)]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return `word` as ids and names are compared: NFKC, case folded, blanks run together."""
    if word.isascii():
        return " ".join(word.lower().split())
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


RESERVED_IDS = frozenset({"end", "exit"})


_ASCII_ID = re.compile(r"[A-Za-z0-9_-]+")


def is_id(word: str) -> bool:
    """Whether `word` is an id: letters and marks of any script, digits, `-` and `_`."""
    if word.isascii():
        return _ASCII_ID.fullmatch(word) is not None
    return bool(word) and all(
        character in "-_" or character.isalnum() or unicodedata.category(character)[0] == "M"
        for character in word
    )


def read_id(value: object) -> str:
    """Return the id that `value` is; raises `PydanticCustomError` where it is none."""
    if not isinstance(value, str) or not is_id(value):
        raise wrong(
            f"expected an id, found {shown(value)}",
            "an id is made of letters, digits, '-' and '_', with no blank",
        )
    if fold(value) in RESERVED_IDS:
        raise wrong(f"{shown(value)} is reserved, it ends a path", "choose another id")
    return str(value)


Id: TypeAlias = Annotated[str, Shape("id", read_id)]


def _read_words(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise wrong(f"expected a few words, found {shown(value)}")


Words: TypeAlias = Annotated[str, Shape("words", _read_words)]
"""A plain string: a name of a person, a label for machines, a reference."""

Reference: TypeAlias = Annotated[str, Shape("reference", _read_words)]
"""An id or a name of something that stands elsewhere."""

Path: TypeAlias = Annotated[str, Shape("path", _read_words)]
"""A path relative to the file, with `/`."""

SAFE_SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\-\s]*):", re.ASCII)


def _read_url(value: object) -> str:
    url = _read_words(value).strip()
    bare = "".join(character for character in url if character > " ")
    match = _SCHEME.match(bare)
    if match is None or bare != url:
        raise wrong(
            f"expected a web address, found {shown(value)}",
            "write it whole and with no blank: https://example.org/page",
        )
    if match[1].lower() not in SAFE_SCHEMES:
        raise wrong(
            f"a link may not begin with {shown(match[1] + ':')}",
            "links are http, https or mailto",
            "unsafe-path",
        )
    return url


Url: TypeAlias = Annotated[str, Shape("url", _read_url)]


def _read_tag(value: object) -> str:
    from cjm.model.languages import is_language, normalise_tag

    if not isinstance(value, str) or not is_language(value):
        from cjm.model.language_names import language_advice

        advice = language_advice([str(value)])
        raise wrong(
            f"expected a language tag, found {shown(value)}", advice or "such as en, zh or zh-Hant"
        )
    return normalise_tag(value)


LanguageTag: TypeAlias = Annotated[str, Shape("language", _read_tag)]
