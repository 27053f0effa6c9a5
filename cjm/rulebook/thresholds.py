"""The thresholds that rules name: settings under `lint.settings`, with their defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.model.values import nearest
from cjm.source.plain import to_number


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that a rule compares with.

    Attributes:
        name: Its name under `lint.settings`.
        default: What it is where nothing is set.
        low: The smallest number allowed.
        high: The largest number allowed.
        description: What it decides, in a few words.
    """

    name: str
    default: float
    low: float
    high: float
    description: str


THRESHOLDS: dict[str, Threshold] = {
    threshold.name: threshold
    for threshold in (
        Threshold("stages.min", 3, 1, 100, "fewest stages of a map"),
        Threshold("stages.max", 8, 1, 100, "most stages of a map"),
        Threshold("steps.max", 40, 1, 10_000, "most steps of a map"),
        Threshold("text.max", 160, 20, 10_000, "longest cell in characters, wide ones count two"),
        Threshold("match.min", 85, 50, 100, "likeness in per cent from which words are near"),
        Threshold("evidence.fail_under", 60, 0, 100, "least share of claims with evidence"),
    )
}


class Thresholds:
    """The thresholds of one run."""

    def __init__(self, written: Mapping[str, str] | None = None) -> None:
        """Read `written`, name → number; what cannot be used is left to `problems`."""
        self._values = {name: each.default for name, each in THRESHOLDS.items()}
        self._wrong: list[tuple[str, str]] = []
        for key, value in (written or {}).items():
            sentence = self._read(key, value)
            if sentence:
                self._wrong.append((key, sentence))

    def __getitem__(self, name: str) -> float:
        return self._values[name]

    def problems(self) -> Iterator[tuple[str, str, str]]:
        """Yield `(key, rule, sentence)` for each setting that could not be used."""
        for key, sentence in self._wrong:
            known = _known_name(key) in THRESHOLDS
            yield key, "wrong-type" if known else "unknown-key", sentence

    def _read(self, key: str, value: str) -> str:
        threshold = THRESHOLDS.get(_known_name(key))
        if threshold is None:
            near = nearest(key, THRESHOLDS)
            return f"unknown setting '{key}'" + (f"; did you mean '{near}'?" if near else "")
        number = to_number(str(value).removesuffix("%").strip())
        if number is None or not threshold.low <= number <= threshold.high:
            return (
                f"expected a number from {threshold.low:g} to {threshold.high:g} "
                f"for '{threshold.name}', found '{str(value)[:40]}'"
            )
        self._values[threshold.name] = number
        return ""


def _known_name(key: str) -> str:
    return key.strip().lower().replace("-", "_")
