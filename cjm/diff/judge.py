"""How bad, or how good, each change is for the customer: the second step, after what differs.

The rules and their levels are in `cjm.diff.levels`. What nobody can judge from the maps alone is neutral.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cjm.diff.change import Change, Kind
from cjm.diff.compare import Comparison
from cjm.diff.fates import InsightFate
from cjm.diff.levels import RULES, Level
from cjm.diff.relied import Relied, relied_on
from cjm.diff.rows import Row
from cjm.diff.settled import descends
from cjm.diff.totals import Totals, totals_of
from cjm.findings import Route
from cjm.model.quantity import Quantity
from cjm.model.walk import Column


@dataclass(frozen=True, slots=True)
class Judged:
    """A change and what it means.

    Attributes:
        change: What differs.
        rule: Name of the rule, one of `RULES`.
        level: How it is judged.
    """

    change: Change
    rule: str
    level: Level


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """What becomes of one row: a step, or a stage with all its steps.

    Attributes:
        row: What is one in both maps.
        before: Mean feeling in the old map; `None` where no number is given.
        after: Mean feeling in the new map.
        least_before: Lowest feeling in the old map.
        least_after: Lowest feeling in the new map.
        level: Better, worse or neutral; by the feeling, or else by what else was judged.
    """

    row: Row
    before: float | None
    after: float | None
    least_before: float | None
    least_after: float | None
    level: Level


@dataclass(frozen=True, eq=False)
class Judgement:
    """A comparison, judged.

    Attributes:
        comparison: What differs.
        changes: Each change with its level, in the order of the comparison.
        fates: What became of every insight, of those that are kept too.
        old: Numbers of the old map.
        new: Numbers of the new map.
        steps: What becomes of each row of steps.
        stages: What becomes of each row of stages.
    """

    comparison: Comparison
    changes: tuple[Judged, ...]
    fates: tuple[InsightFate, ...]
    old: Totals
    new: Totals
    steps: tuple[RowVerdict, ...]
    stages: tuple[RowVerdict, ...]

    @cached_property
    def level(self) -> Level:
        """The whole in a word: by the mean feeling, or else by pains that go and come."""
        if any(each.level is Level.BREAKING for each in self.changes):
            return Level.BREAKING
        if not self.is_comparable:
            return Level.NEUTRAL
        moved = _moved(self.old.mean, self.new.mean)
        if moved is not Level.NEUTRAL and self.is_by_steps_alone:
            moved = _moved(0.0, self._balance)
        if moved is not Level.NEUTRAL:
            return moved
        better = sum(each.level is Level.BETTER for each in self.changes)
        worse = sum(each.level is Level.WORSE for each in self.changes)
        if better == worse:
            return Level.NEUTRAL
        return Level.BETTER if better > worse else Level.WORSE

    @cached_property
    def common_steps(self) -> int:
        """How many steps of the new map are in the old one."""
        return sum(bool(each.row.old and each.row.new) for each in self.steps)

    @cached_property
    def is_comparable(self) -> bool:
        """Whether the maps have enough steps in common to be called better or worse.

        One that names the other as its baseline always has: it says itself what it changes.
        """
        pairing = self.comparison.pairing
        if pairing.is_one_map or descends(pairing.new, pairing.old):
            return True
        return self.common_steps > 0 and (
            self.common_steps >= _ENOUGH * min(self.old.steps, self.new.steps)
        )

    @cached_property
    def is_by_steps_alone(self) -> bool:
        """Whether the mean feeling moved only since steps came or went: at no step of both it did."""
        return all(
            _moved(each.before, each.after) is Level.NEUTRAL
            for each in self.steps if each.row.old and each.row.new
        )  # fmt: skip

    @property
    def _balance(self) -> float:
        """What steps that came bring, without what steps that went took along."""
        came = sum(each.after or 0.0 for each in self.steps if not each.row.old)
        return came - sum(each.before or 0.0 for each in self.steps if not each.row.new)

    @cached_property
    def worse_steps(self) -> tuple[RowVerdict, ...]:
        """Steps at which customers feel worse, the deepest fall first."""
        fallen = [each for each in self.steps if _moved(each.before, each.after) is Level.WORSE]
        return tuple(sorted(fallen, key=lambda each: (each.after or 0.0) - (each.before or 0.0)))

    def steps_of(self, level: Level) -> tuple[RowVerdict, ...]:
        """Return the steps of both maps that are judged so."""
        return tuple(
            each for each in self.steps if each.level is level and each.row.old and each.row.new
        )

    @cached_property
    def declined(self) -> tuple[RowVerdict, ...]:
        """The steps of both maps that got worse: those at which customers feel worse first."""
        fallen = self.worse_steps
        return (*fallen, *(each for each in self.steps_of(Level.WORSE) if each not in fallen))

    @property
    def worse_personas(self) -> tuple[tuple[str, float, float], ...]:
        """See `personas_of`: those who feel worse."""
        return self.personas_of(Level.WORSE)

    def personas_of(self, level: Level) -> tuple[tuple[str, float, float], ...]:
        """Return `(name, mean before, mean after)` of those who feel better, or worse, over the map."""
        before, after = self.old.persona_means, self.new.persona_means
        return tuple(
            (name, before[name], after[name])
            for name in before
            if name in after and _moved(before[name], after[name]) is level
        )

    @cached_property
    def area(self) -> float | None:
        """Area between the curves over the steps that both have: above 0 where the new is higher."""
        gains = [each.after - each.before for each in self.steps
                 if each.before is not None and each.after is not None]  # fmt: skip
        return sum(gains) if gains else None

    def of_level(self, *levels: Level) -> tuple[Judged, ...]:
        """Return the changes judged so."""
        return tuple(each for each in self.changes if each.level in levels)


def judge(comparison: Comparison, levels: Mapping[str, Level] | None = None) -> Judgement:
    """Say what each change means for the customer.

    Args:
        comparison: What differs.
        levels: Rule → level, in the place of its default.
    """
    judge_ = _Judge(
        comparison, {**{rule: each[0] for rule, each in RULES.items()}, **(levels or {})}
    )
    changes = tuple(judge_.judged(change) for change in comparison.changes)
    old, new = totals_of(comparison.old), totals_of(comparison.new)
    placed = _Placed(changes)
    return Judgement(
        comparison, changes, comparison.fates, old, new,
        steps=tuple(_step_verdicts(comparison, placed, old, new)),
        stages=tuple(_stage_verdicts(comparison, placed, old, new)),
    )  # fmt: skip


@dataclass
class _Judge:
    comparison: Comparison
    levels: Mapping[str, Level]
    relied: Relied = field(init=False)

    def __post_init__(self) -> None:
        self.relied = relied_on(self.comparison.pairing)
        self._felt = {change.new_place for change in self.comparison.of_kind(Kind.FEELING_CHANGED)}

    def judged(self, change: Change) -> Judged:
        rule = self.rule_of(change)
        return Judged(change, rule, self.levels[rule])

    def rule_of(self, change: Change) -> str:
        """Return the name of the rule that speaks of a change."""
        if change.kind is Kind.WORDING:
            return "reworded"
        by_kind = _FIXED.get(change.kind)
        if by_kind is not None:
            return by_kind
        found = _ASKED[change.kind](self, change) if change.kind in _ASKED else ""
        return found or "changed"

    def insight(self, change: Change) -> str:
        if change.kind is Kind.INSIGHT_REMOVED and change.old in self.relied.items:
            return "id-gone"
        return _INSIGHTS.get((change.what, change.kind), "")

    def feeling(self, change: Change) -> str:
        return _direction(change, "feeling-rose", "feeling-fell")

    def expectation(self, change: Change) -> str:
        """Return which way the gap went, where the expectation alone moved."""
        if change.new_place in self._felt:
            return ""
        return _direction(change, "gap-widened", "gap-closed")

    def wait(self, change: Change) -> str:
        before = getattr(change.before, "seconds", 0.0)
        after = getattr(change.after, "seconds", 0.0)
        return "wait-rose" if after > before else "wait-fell"

    def metric(self, change: Change) -> str:
        if change.key != "actual" or change.old is None or change.new is None:
            return ""
        old, new = change.before, change.after
        if not isinstance(old, Quantity) or not isinstance(new, Quantity):
            return ""
        better = self._better(change)
        if better is None or old.value == new.value or old.relative or new.relative:
            return ""
        is_good = (new.value > old.value) == (better == "higher")
        return "metric-towards-target" if is_good else "metric-away-from-target"

    def _better(self, change: Change) -> str | None:
        side = self.comparison.new
        assert change.new is not None
        resolved = side.references_at(change.new).metric(side.item(change.new))
        return resolved.item.better if resolved is not None else None

    def metric_removed(self, change: Change) -> str:
        return "metric-gone" if change.id in self.relied.metrics else ""

    def need(self, change: Change) -> str:
        return "need-orphaned" if change.id in self.relied.needs else ""

    def gone(self, change: Change) -> str:
        assert change.old is not None
        is_named = change.old in self.relied.places or change.old in self.relied.items
        return "id-gone" if is_named else ""

    def dropped(self, change: Change) -> str:
        return self.gone(change) if change.new is None else ""

    def touchpoint(self, change: Change) -> str:
        if change.key != "satisfaction":
            return ""
        return _direction(change, "satisfaction-rose", "satisfaction-fell")

    def branch(self, change: Change) -> str:
        """Return which way the share of those who leave went."""
        route = change.new or change.old
        side = self.comparison.new if change.new is not None else self.comparison.old
        assert route is not None
        to = side.item(route).to or ""
        if to.strip().lower() != "exit" or change.key != "share":
            return ""
        return _direction(change, "exit-rose", "exit-fell", absent=0.0)

    def basis(self, change: Change) -> str:
        """Return which way the evidence went; what a future map holds is expected, not found."""
        states = {
            side.journey.state or "current" for side in (self.comparison.old, self.comparison.new)
        }
        if states != {"current"}:
            return ""
        from cjm.model.evidence import BASES

        before, after = BASES.index(str(change.before)), BASES.index(str(change.after))
        return "basis-stronger" if after < before else "basis-weaker"


_FIXED = {
    Kind.OPPORTUNITY_REALISED: "opportunity-realised",
    Kind.NEED_MET: "need-met",
    Kind.RESOURCE_GAP_CLOSED: "resource-gap-closed",
}
_INSIGHTS = {
    ("pain", Kind.INSIGHT_RESOLVED): "pain-resolved",
    ("pain", Kind.INSIGHT_REMOVED): "pain-resolved",
    ("pain", Kind.INSIGHT_EASED): "pain-eased",
    ("pain", Kind.INSIGHT_WORSENED): "pain-worsened",
    ("pain", Kind.INSIGHT_INTRODUCED): "pain-introduced",
    ("pain", Kind.INSIGHT_FORGOTTEN): "pain-forgotten",
    ("pain", Kind.INSIGHT_DEFERRED): "pain-deferred",
    ("delight", Kind.INSIGHT_INTRODUCED): "delight-introduced",
    ("delight", Kind.INSIGHT_FORGOTTEN): "delight-lost",
    ("delight", Kind.INSIGHT_REMOVED): "delight-lost",
    ("itch", Kind.INSIGHT_RESOLVED): "itch-met",
}
_ASKED: dict[Kind, Any] = {
    **{kind: _Judge.insight for kind in Kind if kind.value.startswith("insight-")},
    Kind.FEELING_CHANGED: _Judge.feeling,
    Kind.EXPECTATION_CHANGED: _Judge.expectation,
    Kind.WAIT_CHANGED: _Judge.wait,
    Kind.METRIC_CHANGED: _Judge.metric,
    Kind.METRIC_REMOVED: _Judge.metric_removed,
    Kind.NEED_UNMET: _Judge.need,
    Kind.OPPORTUNITY_DROPPED: _Judge.dropped,
    Kind.ID_CHANGED: _Judge.gone,
    Kind.STAGE_REMOVED: _Judge.gone,
    Kind.STEP_REMOVED: _Judge.gone,
    Kind.STAGE_MERGED: _Judge.gone,
    Kind.STEP_MERGED: _Judge.gone,
    Kind.TOUCHPOINT_CHANGED: _Judge.touchpoint,
    Kind.BRANCH_ADDED: _Judge.branch,
    Kind.BRANCH_REMOVED: _Judge.branch,
    Kind.BRANCH_CHANGED: _Judge.branch,
    Kind.BASIS_CHANGED: _Judge.basis,
}


def _direction(change: Change, rose: str, fell: str, absent: float | None = None) -> str:
    before = change.before if change.before is not None else absent
    after = change.after if change.after is not None else absent
    if not isinstance(before, float) or not isinstance(after, float) or before == after:
        return ""
    return rose if after > before else fell


_ENOUGH = 0.25
"""Share of the steps of the shorter map from which two maps can be judged against each other."""

_LITTLE = 0.05
"""What the mean of feelings must move to count: less is not seen when it is rounded."""


def _moved(before: float | None, after: float | None) -> Level:
    if before is None or after is None or abs(after - before) < _LITTLE:
        return Level.NEUTRAL
    return Level.BETTER if after > before else Level.WORSE


class _Placed:
    """Changes by the step or stage at which they stand."""

    def __init__(self, changes: Sequence[Judged]) -> None:
        self.changes = changes
        self._old: dict[Route | None, list[int]] = {}
        self._new: dict[Route | None, list[int]] = {}
        for position, each in enumerate(changes):
            self._old.setdefault(each.change.old_place, []).append(position)
            self._new.setdefault(each.change.new_place, []).append(position)

    def levels(self, ours: Sequence[Route], theirs: Sequence[Route]) -> list[Level]:
        """Return how the changes at some places of the old or the new map are judged."""
        found = {position for route in ours for position in self._old.get(route, ())}
        found.update(position for route in theirs for position in self._new.get(route, ()))
        return [self.changes[position].level for position in found]


def _step_verdicts(
    comparison: Comparison, placed: _Placed, old: Totals, new: Totals
) -> Iterator[RowVerdict]:
    for row in comparison.rows:
        yield _verdict(row, row.old, row.new, placed, old, new)


def _stage_verdicts(
    comparison: Comparison, placed: _Placed, old: Totals, new: Totals
) -> Iterator[RowVerdict]:
    ours, theirs = (_columns_by_stage(each.side.columns) for each in (old, new))
    for row in comparison.pairing.stage_rows:
        before = [route for stage in row.old for route in ours.get(stage, ())]
        after = [route for stage in row.new for route in theirs.get(stage, ())]
        yield _verdict(row, (*before, *row.old), (*after, *row.new), placed, old, new)


def _columns_by_stage(columns: Sequence[Column]) -> dict[Route, list[Route]]:
    found: dict[Route, list[Route]] = {}
    for column in columns:
        if column.route != column.stage_route:
            found.setdefault(column.stage_route, []).append(column.route)
    return found


def _verdict(
    row: Row,
    ours: tuple[Route, ...],
    theirs: tuple[Route, ...],
    placed: _Placed,
    old: Totals,
    new: Totals,
) -> RowVerdict:
    before, after = old.mean_of(ours), new.mean_of(theirs)
    level = _moved(before, after)
    if level is Level.NEUTRAL:
        within = placed.levels(ours, theirs)
        better, worse = within.count(Level.BETTER), within.count(Level.WORSE)
        if better != worse:
            level = Level.BETTER if better > worse else Level.WORSE
    return RowVerdict(row, before, after, old.least_of(ours), new.least_of(theirs), level)
