"""The lanes and presets that a map may name, and how such a name is read.

The sheet says what each lane shows; here are the names alone, since the linter needs them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cjm.model.values import fold

LANES = (
    "stage", "goal", "step", "success", "actions", "touchpoints", "channels", "thoughts", "quotes",
    "feeling", "needs", "pains", "delights", "itches", "opportunities", "solutions", "metrics",
    "owner", "resources", "performance", "time", "evidence", "storyboard", "systems",
    "physical_evidence", "frontstage", "backstage", "support", "policies", "fails",
)  # fmt: skip
"""The ids of the lanes, in the default order."""

PRESETS: Mapping[str, tuple[str, ...]] = {
    "journey": (
        "stage", "goal", "step", "success", "actions", "touchpoints", "channels", "thoughts",
        "quotes", "feeling", "needs", "pains", "delights", "itches", "opportunities", "solutions",
        "metrics", "owner", "resources", "performance", "time", "evidence", "storyboard", "systems",
    ),
    "blueprint": (
        "stage", "physical_evidence", "actions", "frontstage", "backstage", "support", "systems",
        "policies", "time", "fails", "feeling", "metrics", "owner",
    ),
    "experience": (
        "stage", "step", "actions", "thoughts", "quotes", "feeling", "needs", "pains", "delights",
        "itches",
    ),
    "day-in-life": (
        "stage", "step", "time", "actions", "thoughts", "feeling", "needs", "pains", "itches",
        "storyboard",
    ),
    "executive": ("stage", "feeling", "pains", "opportunities", "metrics", "owner"),
}  # fmt: skip
"""Name of a preset → its lanes, in order."""


def lane_key(word: str) -> str:
    """Return `word` as ids of lanes are compared: case, width, and `-` or `_` make no difference."""
    return fold(word).replace("-", "_")


def lane_named(word: str, known: Iterable[str] = (*PRESETS, *LANES)) -> str | None:
    """Return the lane or preset of `known` that `word` names, as `known` spells it."""
    if isinstance(known, tuple) and word in known:
        return word
    key = lane_key(word)
    return next((each for each in known if lane_key(each) == key), None)
