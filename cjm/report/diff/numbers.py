"""Numbers as a comparison tells them: a true minus, a sign where a feeling has one, times in words."""

from __future__ import annotations

MINUS = "\u2212"
ARROW = "→"


def level(value: float | None) -> str:
    """Return a feeling with its sign: `−1`, `+0.5`, `0`; `none` where there is no number."""
    if value is None:
        return "none"
    text = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    return _signed(value, text)


def mean(value: float | None) -> str:
    """Return a mean of feelings with one decimal: `−0.4`, `+1.0`, `0.0`."""
    if value is None:
        return "none"
    # Half a tenth goes up, whatever its binary form.
    rounded = int(abs(value) * 10 + 0.5 + 1e-9) / 10
    return _signed(value, f"{rounded:.1f}")


def _signed(value: float, text: str) -> str:
    if not any(digit in text for digit in "123456789"):
        return text
    return f"{MINUS}{text}" if value < 0 else f"+{text}"


def plain(value: float) -> str:
    """Return a number without a sign of its own, with a true minus."""
    return f"{value:g}".replace("-", MINUS)


_UNITS = ((86400, "d"), (3600, "h"), (60, "min"), (1, "s"))


def time(seconds: float) -> str:
    """Return a length of time in its two largest units: `4 h 25 min`."""
    left = round(seconds)
    sizes = [size for size, _ in _UNITS]
    first = next((at for at, size in enumerate(sizes) if left >= size), len(sizes) - 1)
    least = sizes[min(first + 1, len(sizes) - 1)]
    left = (left + least // 2) // least * least
    parts = []
    for size, unit in _UNITS:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts) or "0 min"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: `1 step`, `3 steps`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
