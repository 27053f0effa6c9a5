"""The JSON Schema of each single value: what a `Shape` may look like in YAML."""

from __future__ import annotations

from typing import Any, TypeAlias

from cjm.model.schema import patterns
from cjm.model.values import Shape

Schema: TypeAlias = dict[str, Any]

SCALAR = ["string", "number", "boolean"]
HUGE = 1e300


def shape_schema(shape: Shape) -> Schema:
    """Return the schema of the values that `shape` reads.

    Raises:
        KeyError: A kind that no schema is known for.
    """
    if shape.choices and shape.kind == "choice":
        return _choice(shape.choices)
    if shape.low is not None and shape.high is not None:
        return _number(shape.low, shape.high, whole=shape.kind == "whole")
    return _KINDS[shape.kind]()


def _choice(words: tuple[str, ...]) -> Schema:
    return {
        "anyOf": [
            {"enum": list(words)},
            {"type": "string", "pattern": patterns.choice_pattern(words)},
        ]
    }


def _number(low: float, high: float, *, whole: bool) -> Schema:
    number = {
        "type": "integer" if whole else "number", "minimum": low, "maximum": high
    }  # fmt: skip
    minus = patterns.minus_pattern(low)
    return {"anyOf": [number, {"type": "string", "pattern": minus}]} if minus else number


def _text(pattern: str, message: str, **more: Any) -> Schema:
    return {"type": "string", "pattern": pattern, "patternErrorMessage": message, **more}


def _words() -> Schema:
    return {
        "type": SCALAR, "pattern": r"\S", "patternErrorMessage": "expected a few words"
    }  # fmt: skip


def id_schema() -> Schema:
    """Return the schema of an id; a number or truth value is one as it is spelt."""
    return {
        "type": ["string", "integer", "boolean"],
        "pattern": patterns.id_pattern(),
        "patternErrorMessage": "an id is made of letters, digits, '-' and '_', with no blank; "
        "'end' and 'exit' are reserved",
    }


def _date() -> Schema:
    return _text(patterns.date_pattern(), "write a date as 2026-09-14", format="date")


def _url() -> Schema:
    return _text(
        patterns.url_pattern(),
        "write the address whole and with no blank, with http, https or mailto: "
        "https://example.org/page",
    )


def _language() -> Schema:
    return _text(patterns.language_pattern(), "expected a language tag such as en, zh or zh-Hant")


def _duration() -> Schema:
    return _text(
        patterns.duration_pattern(),
        "write a number and a unit, '25 min', or ISO 8601, 'PT25M'",
        examples=["25 min", "9–12 sec", "PT25M"],
    )


def _unlimited() -> list[Schema]:
    return [
        {"type": "number", "exclusiveMinimum": -HUGE, "exclusiveMaximum": HUGE},
        {"type": "string", "pattern": patterns.TRUE_MINUS},
    ]


def _quantity() -> Schema:
    message = "write a number, a percentage, a duration or a range: 4.2, 95 %, 25 min, 15–20 %"
    return {
        "anyOf": [
            _unlimited()[0],
            _text(patterns.quantity_pattern(), message),
            _text(patterns.duration_pattern(signed=True), message),
        ]
    }


def _scale() -> Schema:
    return {
        "type": "array", "items": {"anyOf": _unlimited()}, "minItems": 2, "maxItems": 2
    }  # fmt: skip


def _moment() -> Schema:
    return {"anyOf": [{"type": "boolean"}, _choice(("zmot", "fmot", "smot"))]}


def _colour() -> Schema:
    return _text(patterns.colour_pattern(), "write a colour as '#3d5a98', in quotes")


def _font() -> Schema:
    message = "write the name of a font family: letters, digits, blanks and '-'"
    return _text(patterns.font_pattern(), message, maxLength=60)


def _theme() -> Schema:
    message = "choose light, dark or print, or name a file in the workspace: brand.theme.yaml"
    return {
        "anyOf": [
            _choice(("light", "dark", "print")),
            _text(patterns.theme_file_pattern(), message),
        ]
    }


_KINDS = {
    "colour": _colour,
    "date": _date,
    "duration": _duration,
    "font": _font,
    "id": id_schema,
    "language": _language,
    "moment": _moment,
    "path": _words,
    "quantity": _quantity,
    "reference": _words,
    "scale": _scale,
    "theme": _theme,
    "truth": lambda: {"type": "boolean"},
    "url": _url,
    "words": _words,
}
