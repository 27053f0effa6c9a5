"""Dates and durations as people type them, in the spelling that the format reads."""

from __future__ import annotations

import datetime
import re

from cjm.model.unit_words import SECONDS

_LOOSE_DATE = re.compile(
    r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII
)
_PART = r"(\d{1,9}(?:[.,]\d{1,9})?)"
_LOOSE_ISO = re.compile(
    rf"P(?:{_PART}W)?(?:{_PART}D)?T?(?:{_PART}H)?(?:{_PART}M)?(?:{_PART}S)?", re.ASCII
)
_HOURS = re.compile(r"(\d{1,3})\s*(?:h|std|hrs?|hours?)\.?\s*([0-5]?\d)", re.ASCII | re.IGNORECASE)
_ONE_UNIT = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([^\W\d_]{4,12})\.?")
_ISO = {60: "PT{}M", 3600: "PT{}H", 1: "PT{}S", 86400: "P{}D", 604800: "P{}W", 2629746: "P{}M",
        31556952: "P{}Y"}  # fmt: skip


def meant_date(text: str) -> tuple[str, bool] | None:
    """Return `(YYYY-MM-DD, whether no other day can be meant)` of a date, or `None`."""
    found = _LOOSE_DATE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = found[1] or found[6], found[2] or found[5], found[3] or found[4]
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date.isoformat(), found[1] is not None or int(day) > 12 or month == day


def meant_duration(text: str) -> tuple[str, bool] | None:
    """Return `(ISO 8601, whether nothing else can be meant)` of a duration, or `None`.

    `PT 25m` lacks the capitals, `P1D2H` the `T`, `1h30` the unit of its end; `25 minuts` may be
    minutes.
    """
    from cjm.model.quantity import read_duration

    capitals = "".join(text.split()).upper()
    if capitals.startswith("P") and read_duration(capitals) is not None:
        return capitals, True
    loose = _LOOSE_ISO.fullmatch(capitals)
    if loose is not None and any(loose.groups()):
        # A month and a minute share their letter.
        return _iso(loose.groups()), loose[4] is None or loose[3] is not None
    hours = _HOURS.fullmatch(text.strip())
    if hours is not None:
        return _iso((None, None, hours[1], hours[2].lstrip("0") or None, None)), True
    one = _ONE_UNIT.fullmatch(text.strip())
    seconds = _near_unit(one[2].lower()) if one is not None else None
    if one is None or seconds is None:
        return None
    return _ISO[seconds].format(one[1]), False


def _iso(parts: tuple[str | None, ...]) -> str:
    weeks, days, *times = [
        f"{part}{unit}" if part else "" for part, unit in zip(parts, "WDHMS", strict=True)
    ]
    return f"P{weeks}{days}" + (f"T{''.join(times)}" if any(times) else "")


def _near_unit(word: str) -> int | None:
    """Return the seconds of the unit that all words like `word` stand for, or `None`."""
    from rapidfuzz import fuzz, process

    near = process.extract(word, list(SECONDS), scorer=fuzz.ratio, score_cutoff=80, limit=None)
    # `msec` is near to `sec`, and a thousandth of it.
    units = {SECONDS[unit] for unit, _, _ in near if unit[0] == word[0]}
    return units.pop() if len(units) == 1 else None
