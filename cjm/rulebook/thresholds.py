"""The thresholds that rules name: settings under `lint.settings`, with their defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
        Threshold("evidence.min_claims", 4, 1, 1000, "fewest claims whose evidence is weighed"),
        Threshold("evidence.third_party", 50, 0, 100, "most claims in per cent on third parties"),
        Threshold("evidence.max_age", 12, 1, 600, "months after which evidence is stale"),
        Threshold("claims.assumed", 50, 0, 100, "most claims in per cent that are assumed"),
        Threshold("feelings.min", 80, 0, 100, "least steps in per cent that have a feeling"),
        Threshold("feeling.low", -1, -2, 2, "level from which down a feeling is low"),
        Threshold("curve.min_range", 2, 0, 4, "least distance of the curve's ends"),
        Threshold("curve.min_levels", 3, 2, 1000, "fewest levels of a curve that is judged"),
        Threshold("curve.max_difference", 1, 0, 4, "largest distance of feeling and insights"),
        Threshold("gap.max", 2, 0, 4, "expectation less feeling from which a gap is wide"),
        Threshold("importance.high", 4, 1, 5, "importance from which a touchpoint matters much"),
        Threshold("satisfaction.poor", 2, 1, 5, "satisfaction up to which a touchpoint is poor"),
        Threshold("team.departments", 3, 1, 100, "fewest departments of a team"),
        Threshold("review.max_age", 12, 1, 600, "months after which a review is due"),
        Threshold("overlap.min", 60, 10, 100, "shared steps and touchpoints in per cent: overlap"),
        Threshold("overlap.steps", 3, 2, 1000, "fewest shared steps of maps that overlap"),
        Threshold("pain.severe", 4, 1, 5, "severity from which a pain is severe"),
        Threshold("moments.max", 20, 0, 100, "most steps in per cent that are moments of truth"),
        Threshold("moments.least", 3, 1, 1000, "fewest moments of truth that are judged"),
    )
}


class Thresholds:
    """The thresholds of one run.

    Attributes:
        written: Names of those that were set, not left to their defaults.
    """

    def __init__(self, written: Mapping[str, str] | None = None) -> None:
        """Read `written`, name → number; what cannot be used is left to `problems`."""
        self._values = {name: each.default for name, each in THRESHOLDS.items()}
        self.written: set[str] = set()
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
            from cjm.model.values import nearest

            near = nearest(key, THRESHOLDS)
            return f"unknown setting '{key}'" + (f"; did you mean '{near}'?" if near else "")
        number = to_number(str(value).removesuffix("%").strip())
        if number is None or not threshold.low <= number <= threshold.high:
            return (
                f"expected a number from {threshold.low:g} to {threshold.high:g} "
                f"for '{threshold.name}', found '{str(value)[:40]}'"
            )
        self._values[threshold.name] = number
        self.written.add(threshold.name)
        return ""


def _known_name(key: str) -> str:
    return key.strip().lower().replace("-", "_")
