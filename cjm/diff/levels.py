"""The rules by which changes are judged: a name, a level, and a sentence that says what it means."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping


class Level(enum.StrEnum):
    """What a change is for the customer, worst first."""

    BREAKING = "breaking"
    WORSE = "worse"
    BETTER = "better"
    NEUTRAL = "neutral"


RULES: dict[str, tuple[Level, str]] = {
    "feeling-rose": (Level.BETTER, "customers feel better at a step"),
    "feeling-fell": (Level.WORSE, "customers feel worse at a step"),
    "gap-closed": (Level.BETTER, "what is felt comes nearer to what is expected"),
    "gap-widened": (Level.WORSE, "what is felt falls further behind what is expected"),
    "pain-resolved": (Level.BETTER, "a pain goes"),
    "pain-eased": (Level.BETTER, "a pain is less severe, or rarer"),
    "pain-worsened": (Level.WORSE, "a pain is more severe, or more frequent"),
    "pain-introduced": (Level.WORSE, "a pain is new"),
    "pain-forgotten": (
        Level.WORSE,
        "a pain of the baseline is neither kept, resolved nor deferred",
    ),
    "pain-deferred": (Level.NEUTRAL, "a pain is left for later, and said so"),
    "delight-introduced": (Level.BETTER, "a delight is new"),
    "delight-lost": (Level.WORSE, "a delight is gone"),
    "itch-met": (Level.BETTER, "a want is met"),
    "opportunity-realised": (Level.BETTER, "an opportunity is taken"),
    "need-met": (Level.BETTER, "a need is met that was not"),
    "need-orphaned": (Level.BREAKING, "a need that steps still name is met by no touchpoint"),
    "metric-towards-target": (Level.BETTER, "a metric moves in its better direction"),
    "metric-away-from-target": (Level.WORSE, "a metric moves in its worse direction"),
    "metric-gone": (Level.BREAKING, "a metric that a goal or another map relies on is gone"),
    "id-gone": (Level.BREAKING, "an id that others refer to is gone"),
    "satisfaction-rose": (Level.BETTER, "customers are more content with a touchpoint"),
    "satisfaction-fell": (Level.WORSE, "customers are less content with a touchpoint"),
    "wait-fell": (Level.BETTER, "less time is spent waiting"),
    "wait-rose": (Level.WORSE, "more time is spent waiting"),
    "exit-fell": (Level.BETTER, "fewer customers leave at a step"),
    "exit-rose": (Level.WORSE, "more customers leave at a step"),
    "resource-gap-closed": (Level.BETTER, "a resource that was missing is there"),
    "basis-stronger": (Level.BETTER, "a claim of a current map rests on stronger evidence"),
    "basis-weaker": (Level.WORSE, "a claim of a current map rests on weaker evidence"),
    "changed": (Level.NEUTRAL, "what is neither better nor worse by itself"),
    "reworded": (Level.NEUTRAL, "other words"),
}
"""Name of a rule → its level, which `diff.levels` in `cjm.yaml` may change, and what it means."""


def unknown_rules(levels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield `(name, sentence)` for each name in `levels` that is no rule."""
    from cjm.model.values import nearest

    for name in levels:
        if name not in RULES:
            near = nearest(name, list(RULES))
            said = " ".join(name.split())[:60]
            yield name, f"there is no rule '{said}'" + (f"; did you mean '{near}'?" if near else "")
