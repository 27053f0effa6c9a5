"""A plain scalar of the source that YAML would read as a number or a truth value.

The source keeps the author's spelling (`1.10`, `404`, `true`), because only the place where a scalar
stands decides what it is: a title keeps `1.10`, a severity becomes a number.
"""

from __future__ import annotations


class Plain(str):
    """An unquoted scalar that YAML 1.2 core reads as a number or a truth value, as it is spelt."""

    __slots__ = ()


def to_number(spelling: str) -> int | float | None:
    """Return the number that YAML 1.2 core reads in `spelling`, or `None` where it reads none.

    Infinities and NaN are no numbers here: no scale of the format has a place for them.
    """
    if not spelling.isascii() or "_" in spelling or spelling != spelling.strip():
        return None
    try:
        if len(spelling) < 20:
            return int(spelling)
    except ValueError:
        pass
    return _to_unusual_number(spelling)


def _to_unusual_number(spelling: str) -> int | float | None:
    lowered = spelling.lower()
    number: int | float
    try:
        if lowered.startswith("0o"):
            number = int(lowered[2:], 8)
        elif lowered.startswith("0x"):
            number = int(lowered[2:], 16)
        elif "n" in lowered:  # inf and nan
            return None
        else:
            number = float(spelling)
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None


def to_truth(spelling: str) -> bool | None:
    """Return the truth value that YAML 1.2 core reads in `spelling`, or `None`."""
    if spelling in ("true", "True", "TRUE"):
        return True
    if spelling in ("false", "False", "FALSE"):
        return False
    return None
