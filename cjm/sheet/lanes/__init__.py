"""The lanes that a map may have: one line for each, in the default order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cjm.sheet.lanes import (
    blueprint,
    encounter,
    evidence,
    feeling,
    heads,
    initiatives,
    insights,
    measures,
    storyboard,
    texts,
    voices,
)
from cjm.sheet.sheet import Lane
from cjm.sheet.view import View

LANES: Mapping[str, Callable[[View], Lane | None]] = {
    "stage": heads.stage,
    "goal": texts.goal,
    "step": heads.step,
    "success": texts.success,
    "actions": texts.actions,
    "touchpoints": encounter.touchpoints,
    "channels": encounter.channels,
    "thoughts": voices.thoughts,
    "quotes": voices.quotes,
    "feeling": feeling.feeling,
    "needs": texts.needs,
    "pains": insights.pains,
    "delights": insights.delights,
    "itches": insights.itches,
    "opportunities": initiatives.opportunities,
    "solutions": initiatives.solutions,
    "metrics": measures.metrics,
    "owner": initiatives.owner,
    "resources": initiatives.resources,
    "performance": encounter.performance,
    "time": measures.time,
    "evidence": evidence.evidence,
    "storyboard": storyboard.storyboard,
    "systems": texts.systems,
    "physical_evidence": blueprint.physical_evidence,
    "frontstage": blueprint.frontstage,
    "backstage": blueprint.backstage,
    "support": blueprint.support,
    "policies": blueprint.policies,
    "fails": insights.fails,
}
"""Id of a lane → what makes it; the ids are those of `cjm.model.lanes`, in that order."""

SHOWN_BY: Mapping[str, tuple[str, ...]] = {
    "duration": ("time",),
    "wait": ("time",),
    "feelings": ("feeling",),
    "expectation": ("feeling",),
    "pains": ("pains", "fails"),
    "channels": ("channels", "touchpoints"),
}
"""Key of a step → the lanes that show it, where it is not the lane of the same name."""
