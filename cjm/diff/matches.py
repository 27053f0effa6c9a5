"""All the matches between two maps: stages, steps, insights, opportunities and solutions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cjm.diff.likeness import cleaned, levelled, telling_words, text_likeness
from cjm.diff.match import LEAST, Candidates, Match, Matcher, Matching
from cjm.diff.settled import settled
from cjm.diff.side import Side, spellings
from cjm.figures.curve import mean_felt
from cjm.findings import Route

_FEW = 40_000
"""Pairs up to which each is compared; of more, a dozen candidates each by their names."""

_DOZEN = 12


@dataclass(frozen=True)
class Matches:
    """What of the old map is what of the new one.

    Attributes:
        stages: Of stages.
        steps: Of columns: steps, and stages that have none.
        insights: Of pains, delights and itches.
        opportunities: Of opportunities.
        solutions: Of solutions.
    """

    stages: Matching
    steps: Matching
    insights: Matching
    opportunities: Matching
    solutions: Matching

    def group(self, name: str) -> Matching:
        """Return those of a group of `cjm.model.ids`; of `places`, the steps."""
        found: Matching = getattr(self, "steps" if name == "places" else name)
        return found


def match_maps(old: Side, new: Side, *, least: float = LEAST) -> Matches:
    """Match everything in two maps.

    Args:
        old: The old map.
        new: The new map.
        least: Likeness in per cent from which two items count as one.
    """
    stages = Matcher(old, new, "places", _stages(old), _stages(new))
    steps = Matcher(old, new, "places", _steps(old), _steps(new))
    for each in (stages, steps):
        each.by_id()
    places = _Places(old, new, stages, steps)
    stages.by_replaces()
    stages.by_name()
    steps.by_replaces()
    steps.by_name(lambda before, after: places.is_in_one_stage(before, after) > 0)
    # Stages tell of their steps, and steps of their stages: once more, with what is known then.
    for _ in range(_ROUNDS):
        places.count_common()
        stages.by_likeness(places.stage_likeness, least)
        places.pair_implicit()
        steps.by_likeness(places.step_likeness, least, _candidates(old, new))
    if least <= LEAST:
        places.pair_only_stages(least)
        stages.by_place(lambda before, after: 1.0, LEAST)
        places.pair_implicit()
        steps.by_likeness(places.step_likeness, least, _candidates(old, new))
        steps.by_place(places.is_in_one_stage, LEAST)
    steps.by_parts(places.part_likeness, max(least, _PART))
    placed = places.done()
    others = [_held(old, new, group, placed, least) for group in _HELD]
    return Matches(*placed, *others)


_ROUNDS = 2
_HELD = ("insights", "opportunities", "solutions")


def _stages(side: Side) -> list[Route]:
    return [("stages", index) for index in range(len(side.journey.stages))]


def _steps(side: Side) -> list[Route]:
    return [column.route for column in side.columns]


@dataclass
class _Places:
    """What is known of stages and steps while they are matched."""

    old: Side
    new: Side
    stages: Matcher
    steps: Matcher
    _common: Counter[tuple[Route, Route]] = field(default_factory=Counter)
    _matched: tuple[Counter[Route], Counter[Route]] = (Counter(), Counter())

    def __post_init__(self) -> None:
        self._position = [
            {column.route: (column.index + 0.5) / len(side.columns) for column in side.columns}
            for side in (self.old, self.new)
        ]
        self._touched = [
            {column.route: _touchpoints(side, column.route) for column in side.columns}
            for side in (self.old, self.new)
        ]

    def pair_implicit(self) -> None:
        """Match the columns of stages that have no steps and are one."""
        for match in list(self.stages.of_new.values()):
            if match.old in self._position[0] and match.new in self._position[1]:
                self.steps.pair(match)

    def pair_only_stages(self, least: float) -> None:
        """Match the stages of two maps that have one each, where steps of theirs turn out to be one."""
        ours, theirs = self.stages.old_routes, self.stages.new_routes
        if len(ours) != 1 or len(theirs) != 1 or self.stages.of_old:
            return
        known = len(self.steps.of_old)
        if self.stages.pair(Match(ours[0], theirs[0], "place", LEAST)):
            self.steps.by_likeness(self.step_likeness, least, _candidates(self.old, self.new))
            if len(self.steps.of_old) == known:
                self.stages.of_old.clear()
                self.stages.of_new.clear()

    def count_common(self) -> None:
        """Count the steps that each two stages share, as far as steps are matched now."""
        pairs = [(old[:2], match.new[:2]) for old, match in self.steps.of_old.items()]
        self._common = Counter(pairs)
        self._matched = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)

    def stage_likeness(self, old: Route, new: Route) -> float:
        """Return how like two stages are: their names, the steps they share, their place."""
        name = text_likeness(self.old.item(old).name, self.new.item(new).name)
        ours, theirs = self._matched[0][old], self._matched[1][new]
        shared = 100.0 * self._common[old, new] / max(ours, theirs) if ours or theirs else name
        place = 100.0 * (1 - abs(_share(old, self.old) - _share(new, self.new)))
        return 0.45 * name + 0.4 * shared + 0.15 * place

    def step_likeness(self, old: Route, new: Route) -> float:
        """Return how like two steps are.

        By their names first; then by stage, touchpoints and place, and a little by the feeling, which
        a redesign means to change. Two with no word in common are not one, whatever else they share.
        """
        a, b = self.old.item(old), self.new.item(new)
        name = text_likeness(a.name, b.name)
        if name < (_SOME if len(old) == len(new) else _MUCH):
            return 0.0
        before, after = self._touched[0][old], self._touched[1][new]
        stage = self.stages.of_old.get(old[:2])
        if len(old) != len(new) and self._has_other_stage(old, new):
            return 0.0
        is_one = stage is not None and stage.new == new[:2]
        parts = [(0.6, name), (0.2, (70 + 30 * self._nearness(old, new)) if is_one else 0.0)]
        parts.append((0.1, 100.0 * (1 - abs(self._position[0][old] - self._position[1][new]))))
        if before and after:
            parts.append((0.1, 100.0 * len(before & after) / min(len(before), len(after))))
        felt = mean_felt(a.feeling), mean_felt(b.feeling)
        if felt[0] is not None and felt[1] is not None:
            parts.append((0.03, 100.0 * (1 - abs(felt[0] - felt[1]) / 4)))
        return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)

    def _nearness(self, old: Route, new: Route) -> float:
        """Return how near two steps stand within their stages, 0…1."""
        at = []
        for side, route in ((self.old, old), (self.new, new)):
            steps = len(side.journey.stages[int(route[1])].steps)
            at.append((int(route[3]) + 0.5) / steps if len(route) > 3 else 0.5)
        return 1.0 - abs(at[0] - at[1])

    def _has_other_stage(self, old: Route, new: Route) -> bool:
        """Whether the stage of a step is one with another than that of its counterpart."""
        there, here = self.stages.of_old.get(old[:2]), self.stages.of_new.get(new[:2])
        return (there is not None and there.new != new[:2]) or (
            here is not None and here.old != old[:2]
        )

    def is_in_one_stage(self, old: Route, new: Route) -> float:
        """Return 1 where the stages of two steps are one, and 0 elsewhere."""
        stage = self.stages.of_old.get(old[:2])
        return float(len(old) == len(new) and stage is not None and stage.new == new[:2])

    def part_likeness(self, left: Route, pair: Match, is_old: bool) -> float:
        """Return how surely a pair's other side is a step that holds both `left` and its own counterpart.

        It must say nearly all that each of the two says, something of each that the other does not,
        and stand in the same stage.
        """
        side, other = (self.old, self.new) if is_old else (self.new, self.old)
        twin, whole = (pair.old, pair.new) if is_old else (pair.new, pair.old)
        if not len(left) == len(twin) == len(whole) == 4 or left[:2] != twin[:2]:
            return 0.0
        names = side.item(left).name, side.item(twin).name, other.item(whole).name
        if not all(names):
            return 0.0
        best = 0.0
        for tag in {tag for tag, _ in names[2].pairs}:
            mine, its, both = (telling_words(name, tag) for name in names)
            if mine and its and (mine & both) - its and (its & both) - mine:
                shares = len(mine & both) / len(mine), len(its & both) / len(its)
                best = max(best, 100.0 * min(shares))
        return best - _TINY * abs(
            self._position[not is_old][left] - self._position[not is_old][twin]
        )

    def done(self) -> tuple[Matching, Matching]:
        """Return the matches of stages and of steps."""
        return self.stages.done(), self.steps.done()


_TINY = 1e-3

_PART = 75.0
"""Share in per cent of its words that a step must find in another to have become a part of that."""

_SOME = 20.0
"""Likeness of names below which steps are different ones."""

_MUCH = 60.0
"""The same of a step and a stage that has none."""


def _share(stage: Route, side: Side) -> float:
    return (int(stage[1]) + 0.5) / len(side.journey.stages)


def _touchpoints(side: Side, route: Route) -> frozenset[str]:
    references = side.references_at(route)
    return frozenset(references.touchpoint(each).key for each in side.item(route).touchpoints)


def _candidates(old: Side, new: Side) -> Candidates:
    """Return who is worth comparing with whom: all, or of many those whose names are most alike."""

    def choose(ours: Sequence[Route], theirs: Sequence[Route]) -> Iterator[Iterable[int]]:
        if len(ours) * len(theirs) <= _FEW:
            yield from (range(len(theirs)) for _ in ours)
            return
        from rapidfuzz import fuzz, process

        names = [_sorted_words(new, route) for route in theirs]
        for route in ours:
            found = process.extract(
                _sorted_words(old, route), names, scorer=fuzz.ratio, processor=None, limit=_DOZEN
            )
            yield sorted(index for _, _, index in found)

    return choose


def _sorted_words(side: Side, route: Route) -> str:
    words = levelled(cleaned(" ".join(spellings(side.item(route)))))
    return " ".join(sorted(words.split()))


def _held(
    old: Side, new: Side, group: str, placed: tuple[Matching, Matching], least: float
) -> Matching:
    """Return the matches of insights and the like, which lie at stages and steps."""
    ours = [route for route, _ in old.members(group)]
    theirs = [route for route, _ in new.members(group)]
    matcher = Matcher(old, new, group, ours, theirs)
    matcher.by_id()
    matcher.by_replaces()
    homes = {match.old: match.new for match in (*placed[1].pairs, *placed[1].merged)}

    def is_home(before: Route, after: Route) -> bool:
        return homes.get(before[:-2]) == after[:-2] if before[:-2] else not after[:-2]

    matcher.by_name(is_home)
    matcher.settled_old |= settled(new, old, group).keys()
    matcher.settled_new |= settled(old, new, group).keys()

    def likeness(before: Route, after: Route) -> float:
        a, b = old.item(before), new.item(after)
        text = text_likeness(a.text, b.text)
        if text < _SOME:
            return 0.0
        same_kind = before[-2] == after[-2]
        return 0.75 * text + 15.0 * is_home(before, after) + 10.0 * same_kind

    matcher.by_likeness(likeness, max(least, _CLAIM_LEAST), _candidates(old, new))
    return matcher.done()


_CLAIM_LEAST = 60.0
"""A sentence shares words with many others sooner than the name of a step does."""
