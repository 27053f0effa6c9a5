"""Durations and metric values: how long, how much, and their ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from cjm.model.meant_time import meant_duration
from cjm.model.unit_words import SECONDS
from cjm.model.values import MINUS, Meant, Shape, read_number, shown, wrong


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or a range of them.

    Attributes:
        low: Seconds.
        high: Seconds; equal to `low` where it is no range.
        text: As it is spelt in the file.
    """

    low: float
    high: float
    text: str

    @property
    def seconds(self) -> float:
        """The middle of the range, in seconds."""
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return self.text


def total(durations: Iterable[Duration | None]) -> Duration | None:
    """Return how long things take one after the other; `None` where nothing says."""
    known = [each for each in durations if each is not None]
    if len(known) < 2:
        return known[0] if known else None
    low, high = sum(each.low for each in known), sum(each.high for each in known)
    return Duration(low, high, " + ".join(each.text for each in known))


@dataclass(frozen=True, slots=True)
class Quantity:
    """The value of a metric, or a range of values.

    Attributes:
        low: In the metric's unit, per cent, or seconds, as `kind` says.
        high: Equal to `low` where it is no range.
        kind: `number`, `percent` or `time`.
        relative: It is added to the metric's baseline (`+25%`, `−5 min`).
        text: As it is spelt in the file.
    """

    low: float
    high: float
    kind: str
    relative: bool
    text: str

    @property
    def value(self) -> float:
        """The middle of the range."""
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return self.text


# The JSON Schema says the same in patterns of its own (cjm.model.schema.patterns); a test compares.
# A decimal comma has at most two digits after it: with three it may separate thousands.
_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,15}|,[0-9]{1,2})?(?![0-9])"
_AMOUNT = re.compile(rf"({_NUMBER})\s*([^0-9.,]*)[.,]{{0,2}}\s*")
_DASH = re.compile(r"\s*[-\u2010-\u2015~\u223c\u301c至到]\s*")
_QUANTITY = re.compile(rf"([-+−]?)({_NUMBER})\s*(%?)(?:{_DASH.pattern}([-+−]?)({_NUMBER})\s*(%?))?")
_WIDE = str.maketrans("０１２３４５６７８９％＋－～．，", "0123456789%+-~.,")

_PART = r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)"
_ISO = re.compile(
    rf"P(?=.)(?:{_PART}Y)?(?:{_PART}M)?(?:{_PART}W)?(?:{_PART}D)?"
    rf"(?:T(?=.)(?:{_PART}H)?(?:{_PART}M)?(?:{_PART}S)?)?"
)
_ISO_SECONDS = (31556952, 2629746, 604800, 86400, 3600, 60, 1)


def read_duration(text: str) -> Duration | None:
    """Return the duration that `text` spells (ISO 8601, or numbers with unit words), or `None`."""
    cleaned = _cleaned(text)
    iso = _iso_seconds(cleaned)
    if iso is not None:
        return Duration(iso, iso, text)
    ends = _DASH.split(cleaned)
    last = _amounts(ends[-1])
    if last is None or len(ends) > 2:
        return None
    first = last if len(ends) == 1 else _amounts(ends[0], unit=last[-1][1])
    if first is None:
        return None
    low, high = sorted(sum(number * unit for number, unit in end) for end in (first, last))
    return Duration(low, high, text)


def _cleaned(text: str) -> str:
    """Return `text` with single blanks and, as Chinese and Japanese type them wide, narrow digits."""
    return " ".join(text.translate(_WIDE).split())


def _iso_seconds(text: str) -> float | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    parts = zip(match.groups(), _ISO_SECONDS, strict=True)
    return float(sum(_decimal(amount) * seconds for amount, seconds in parts if amount))


def _amounts(text: str, unit: int | None = None) -> list[tuple[float, int]] | None:
    """Return the `(number, seconds of its unit)` of `4 h 25 min`, or `None`.

    `unit` is for a text that is one number with no unit of its own.
    """
    if unit is not None and re.fullmatch(_NUMBER, text):
        return [(_decimal(text), unit)]
    found: list[tuple[float, int]] = []
    at = 0
    while at < len(text):
        match = _AMOUNT.match(text, at)
        seconds = SECONDS.get(match[2].strip().lower()) if match else None
        if match is None or seconds is None:
            return None
        found.append((_decimal(match[1]), seconds))
        at = match.end()
    return found or None


def _decimal(spelling: str) -> float:
    return float(spelling.replace(",", "."))


_HOW = "write a number and a unit, '25 min', or ISO 8601, 'PT25M'"


def _read_duration_value(value: object) -> Duration:
    if isinstance(value, Duration):
        return value
    found = read_duration(str(value)) if isinstance(value, str) else None
    if found is None:
        meant = meant_duration(value) if isinstance(value, str) else None
        raise wrong(
            f"expected a duration, found {shown(value)}",
            f"write '{meant[0]}'" if meant else _HOW,
            meant=Meant(meant[0], is_sure=meant[1]) if meant else None,
        )
    return found


Time: TypeAlias = Annotated[Duration, Shape("duration", _read_duration_value)]

_COMPARISON = re.compile(r"\s*(>=|<=|>|<|≥|≤|＞|＜)\s*(.*)")


def read_quantity(value: object) -> Quantity | None:
    """Return the number, percentage, duration or range of these that `value` spells, or `None`."""
    number = read_number(value)
    if number is not None:
        return Quantity(float(number), float(number), "number", False, str(value))
    if not isinstance(value, str):
        return None
    text = _cleaned(value)
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return _time(text, value)
    sign, first, per_cent, second_sign, second, second_per_cent = match.groups()
    low = high = _signed(sign, first)
    if second is not None:
        high = _signed(second_sign or sign, second)  # −20–15 % runs from −20 to −15
    percent = bool(per_cent or second_per_cent)
    relative = sign == "+" or (percent and sign != "")
    return Quantity(
        min(low, high), max(low, high), "percent" if percent else "number", relative, str(value)
    )


def _time(text: str, spelling: str) -> Quantity | None:
    """Return the duration `text`, which is relative where it has a sign."""
    sign = text[:1] if text[:1] in ("+", "-", MINUS) else ""
    duration = read_duration(text.removeprefix(sign))
    if duration is None:
        return None
    ends = (duration.low, duration.high)
    low, high = ends if sign in ("", "+") else (-ends[1], -ends[0])
    return Quantity(low, high, "time", bool(sign), str(spelling))


def _signed(sign: str, spelling: str) -> float:
    return _decimal(spelling) * (-1 if sign in ("-", MINUS) else 1)


def _read_quantity_value(value: object) -> Quantity:
    if isinstance(value, Quantity):
        return value
    found = read_quantity(value)
    if found is not None:
        return found
    comparison = _COMPARISON.match(value) if isinstance(value, str) else None
    if comparison is not None:
        better = "lower" if comparison[1] in ("<=", "<", "≤", "＜") else "higher"
        raise wrong(
            f"expected a value, found the comparison {shown(value)}",
            f"write '{comparison[2]}' and 'better: {better}'",
        )
    raise wrong(
        f"expected a number, a percentage, a duration or a range, found {shown(value)}",
        "such as 4.2, 95 %, 25 min or 15–20 %",
    )


Value: TypeAlias = Annotated[Quantity, Shape("quantity", _read_quantity_value)]

__all__ = ["Duration", "Quantity", "Time", "Value", "read_duration", "read_quantity"]
