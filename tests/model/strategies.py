"""Valid data of any class of the models, in any of the forms that a file may write it in."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st

from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item, OneOrMany
from cjm.model.journey import Journey
from cjm.model.meant_number import is_numberlike
from cjm.model.persona import PersonaFile
from cjm.model.schema.conditions import spellings
from cjm.model.stage import Content, Stage
from cjm.model.text import Text
from cjm.model.values import Shape

WORDS = st.sampled_from(["A", "two words", "404", "−x", "词语", "a: b", "2 of 5"])
NUMBERS = st.sampled_from([404, 1.1, True, -2, 0])
TEXTS = st.dictionaries(
    st.sampled_from(["en", "zh", "de-AT", "zh_hant", "ID-id", "pt-419"]),
    WORDS,
    min_size=1,
    max_size=3,
)
IDS = st.sampled_from(["a", "step-3", "地图", "x_1", "ends", "मान"])

SINGLE = {
    "colour": st.sampled_from(["#3d5a98", "#ABC", "#00ff7F"]),
    "date": st.sampled_from(["2026-01-31", "1999-12-01"]),
    "duration": st.sampled_from(["25 min", "PT25M", "9–12 sec", "30 секунд – 1 минута", "4h25m"]),
    "font": st.sampled_from(["Inter", "Source Sans 3", "思源黑体", "a-b_c"]),
    "id": st.one_of(IDS, st.sampled_from([7, True])),
    "language": st.sampled_from(["en", "zh-Hant", "PT_br"]),
    "moment": st.sampled_from([True, False, "zmot", "FMOT"]),
    "path": WORDS,
    "quantity": st.sampled_from([4.2, -20, "95 %", "+15–20%", "25 min", "−3", "15–20", "PT1H"]),
    "reference": st.one_of(WORDS, st.sampled_from([3, False])),
    "scale": st.sampled_from([[1, 5], [-100, 100], ["−1", 0.5]]),
    "theme": st.sampled_from(["light", "Dark", "print", "brand.theme.yaml", "looks/own.YML"]),
    "truth": st.booleans(),
    "url": st.sampled_from(["https://example.org/a?b", "mailto:a@example.org", "HTTP://x"]),
    "words": WORDS,
}


def values(annotation: Any, depth: int) -> st.SearchStrategy[Any]:
    """Return values of a type, `depth` objects deep at most."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:], depth)
    if origin in (Union, UnionType):
        return values(next(each for each in arguments if each is not NoneType), depth)
    if origin is FrozenMap:
        return st.dictionaries(IDS, st.none() | values(arguments[0], depth), max_size=2)
    if annotation is Text:
        return WORDS | NUMBERS | TEXTS
    return items(annotation, depth)


def _marked(inner: Any, marks: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:
    for mark in marks:
        if isinstance(mark, Shape):
            return _single(mark)
        if isinstance(mark, OneOrMany):
            one = values(get_args(inner)[0], depth)
            return one | st.lists(st.none() | one, max_size=2)
    return values(inner, depth)


def _single(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.kind == "choice":
        spelt = st.sampled_from([str, str.upper, lambda word: word.replace("-", "_")])
        return st.builds(lambda word, spell: spell(word), st.sampled_from(shape.choices), spelt)
    if shape.low is not None and shape.high is not None:
        low, high = int(shape.low), int(shape.high)
        whole = st.integers(low, high)
        return whole if shape.kind == "whole" else whole | st.floats(low, high, width=16)
    return SINGLE[shape.kind]


@st.composite
def items(draw: st.DrawFn, cls: type[Item], depth: int) -> Any:
    """Draw one `cls`, as an object or in a shorthand."""
    is_file = (
        cls is Journey or cls is PersonaFile or (not cls.required and not issubclass(cls, Content))
    )
    if not is_file and (depth <= 0 or draw(st.booleans())):
        short = _shorthand(cls)
        if short is not None:
            return draw(short)
    needed = _needed(cls)
    wanted = (
        draw(st.lists(st.sampled_from(cls.keys()), max_size=3, unique=True)) if depth > 0 else []
    )
    found = {}
    for key in dict.fromkeys([*([draw(st.sampled_from(needed))] if needed else []), *wanted]):
        if cls is Stage and key in ("next", "actor", "same"):
            continue
        drawn = draw(_value_of(cls, key, depth - 1))
        empty = key not in needed and draw(st.integers(0, 9)) == 0
        found[draw(st.sampled_from([key, *spellings(cls, key)]))] = None if empty else drawn
    if "ref" in cls.keys() and found.get("ref") is not None:
        found.pop("id", None)  # what is referred to has its own
    if draw(st.integers(0, 9)) == 0:
        found["x-own"] = draw(WORDS | NUMBERS | TEXTS)
    if cls is Journey:
        found["title"] = draw(WORDS | TEXTS)
        found["stages"] = draw(st.lists(items(Stage, depth - 1), min_size=1, max_size=2))
    return found


def _needed(cls: type[Item]) -> list[str]:
    if cls.any_of:
        return [
            key for key in cls.any_of if key not in ("metrics", "watch", "findings", "excludes")
        ]
    asked = cls.required or issubclass(cls, Content)
    return [cls.shorthand] if asked and cls.shorthand else []


def _value_of(cls: type[Item], key: str, depth: int) -> st.SearchStrategy[Any]:
    field = cls.model_fields[cls.field_named(key) or key]
    annotation: Any = (
        Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    )
    drawn = values(annotation, depth)
    if key in _needed(cls):
        return drawn.filter(lambda value: value not in ([], [None], [None, None]))
    return drawn


def _shorthand(cls: type[Item]) -> st.SearchStrategy[Any] | None:
    if cls.text_shorthand:
        number = _value_of(cls, cls.number, 0) if cls.number else NUMBERS
        words = WORDS.filter(lambda word: not is_numberlike(word)) if cls.number else WORDS
        return words | TEXTS | number
    key = cls.shorthand or cls.number
    return _value_of(cls, key, 0) if key else None
