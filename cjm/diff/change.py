"""One thing that differs between two maps, with no word on whether that is good."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TypeAlias

from cjm.findings import Route
from cjm.model.quantity import Duration, Quantity
from cjm.model.text import Text


class Kind(enum.StrEnum):
    """What sort of change it is."""

    DETAIL_ADDED = "detail-added"
    DETAIL_REMOVED = "detail-removed"
    DETAIL_CHANGED = "detail-changed"
    WORDING = "wording"
    ID_CHANGED = "id-changed"

    PERSONA_ADDED = "persona-added"
    PERSONA_REMOVED = "persona-removed"

    STAGE_ADDED = "stage-added"
    STAGE_REMOVED = "stage-removed"
    STAGE_MOVED = "stage-moved"
    STAGE_MERGED = "stage-merged"
    STAGE_SPLIT = "stage-split"
    STEP_ADDED = "step-added"
    STEP_REMOVED = "step-removed"
    STEP_MOVED = "step-moved"
    STEP_MERGED = "step-merged"
    STEP_SPLIT = "step-split"
    BRANCH_ADDED = "branch-added"
    BRANCH_REMOVED = "branch-removed"
    BRANCH_CHANGED = "branch-changed"

    TOUCHPOINT_ADDED = "touchpoint-added"
    TOUCHPOINT_REMOVED = "touchpoint-removed"
    TOUCHPOINT_CHANGED = "touchpoint-changed"
    CHANNELS_CHANGED = "channels-changed"
    OWNERS_CHANGED = "owners-changed"

    FEELING_CHANGED = "feeling-changed"
    EXPECTATION_CHANGED = "expectation-changed"
    MOMENT_CHANGED = "moment-changed"

    INSIGHT_INTRODUCED = "insight-introduced"
    INSIGHT_RESOLVED = "insight-resolved"
    INSIGHT_DEFERRED = "insight-deferred"
    INSIGHT_FORGOTTEN = "insight-forgotten"
    INSIGHT_REMOVED = "insight-removed"
    INSIGHT_REFUTED = "insight-refuted"
    INSIGHT_EASED = "insight-eased"
    INSIGHT_WORSENED = "insight-worsened"
    INSIGHT_MOVED = "insight-moved"
    INSIGHT_MERGED = "insight-merged"
    INSIGHT_SPLIT = "insight-split"

    OPPORTUNITY_ADDED = "opportunity-added"
    OPPORTUNITY_REALISED = "opportunity-realised"
    OPPORTUNITY_DROPPED = "opportunity-dropped"
    OPPORTUNITY_REOPENED = "opportunity-reopened"
    SOLUTION_ADDED = "solution-added"
    SOLUTION_REMOVED = "solution-removed"

    NEED_MET = "need-met"
    NEED_UNMET = "need-unmet"
    METRIC_ADDED = "metric-added"
    METRIC_REMOVED = "metric-removed"
    METRIC_CHANGED = "metric-changed"
    RESOURCE_GAP_OPENED = "resource-gap-opened"
    RESOURCE_GAP_CLOSED = "resource-gap-closed"
    EVIDENCE_ADDED = "evidence-added"
    EVIDENCE_REMOVED = "evidence-removed"
    BASIS_CHANGED = "basis-changed"
    DURATION_CHANGED = "duration-changed"
    WAIT_CHANGED = "wait-changed"


Value: TypeAlias = bool | float | str | Text | Quantity | Duration | tuple[Text, ...] | None
"""What something was or is; several names are a tuple."""


_NOBODY = Text("")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        kind: What sort of difference.
        old: Where it was in the old map; `None` for what is new.
        new: Where it is in the new map; `None` for what is gone.
        name: What it is about: the step, pain, touchpoint or metric.
        id: Its id there; empty where it has none.
        key: The key that differs, where the kind leaves that open: `severity`, `target`.
        before: What it was.
        after: What it is.
        persona: Name of the persona whose feeling it is; empty where it is everyone's.
        what: Noun of what it is about where the kind leaves that open: `pain`, `delight`, `itch`.
    """

    kind: Kind
    old: Route | None
    new: Route | None
    name: Text
    id: str = ""
    key: str = ""
    before: Value = None
    after: Value = None
    persona: Text = _NOBODY
    what: str = ""

    def at(self, old: Route, new: Route) -> Change:
        """Return the same change told elsewhere: of a shared thing, where a map uses it."""
        return replace(
            self,
            old=old if self.old is not None else None,
            new=new if self.new is not None else None,
        )

    @property
    def old_place(self) -> Route | None:
        """Route of the step or stage it lies in, in the old map; `()` for the map itself."""
        return None if self.old is None else place(self.old)

    @property
    def new_place(self) -> Route | None:
        """The same in the new map."""
        return None if self.new is None else place(self.new)


def place(route: Route) -> Route:
    """Return the route of the step or stage that `route` lies in, `()` for what is in none."""
    if route[:1] != ("stages",) or len(route) < 2:
        return ()
    return route[:4] if route[2:3] == ("steps",) and len(route) > 3 else route[:2]
