"""The comparisons of a run: which states are compared, by which settings, and whether one fails it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.cli.operands import Operand
    from cjm.diff.chain import Role, Run
    from cjm.diff.judge import Judgement
    from cjm.diff.levels import Level
    from cjm.diff.side import Side


@dataclass(frozen=True)
class Asked:
    """What the command line asks for; what it leaves open, the settings of the new map say.

    Attributes:
        min_likeness: Likeness in per cent from which two items count as one.
        fail_on: The changes that fail the run: `breaking`, `worse` or `any`.
    """

    min_likeness: float | None = None
    fail_on: str | None = None

    def runs(self, states: Sequence[Operand]) -> list[Run]:
        """Return the comparisons: of each state with the next, and of the first with the last."""
        if len(states) == 2:
            return self._pair(states[0], states[1], "pair")
        runs = [run for old, new in pairwise(states) for run in self._pair(old, new, "step")]
        return [*runs, *self._pair(states[0], states[-1], "whole")]

    def fails(self, runs: Sequence[Run]) -> bool:
        """Whether some comparison fails the run."""
        return any(self._is_bad(run) for run in runs)

    def _pair(self, old: Operand, new: Operand, role: Role) -> list[Run]:
        from cjm.diff.chain import paired_maps

        if old.is_in_order or (len(old.maps) == len(new.maps) == 1 and not old.is_many):
            pairs: list[tuple[Side | None, Side | None]] = [
                *zip(old.maps, new.maps, strict=True)
            ]  # fmt: skip
        else:
            pairs = list(paired_maps(old.maps, new.maps))
        if role == "pair" and (len(pairs) != 1 or old.is_many or new.is_many):
            role = "map"
        return [self._run(a, b, role, (old.name, new.name)) for a, b in pairs]

    def _run(self, old: Side | None, new: Side | None, role: Role, names: tuple[str, str]) -> Run:
        from cjm.diff.chain import Run

        found = None if old is None or new is None else self.judged(old, new)
        return Run(old, new, found, role, names)

    def judged(self, old: Side, new: Side) -> Judgement:
        """Return the comparison of two maps, by the settings of the new one."""
        from cjm.diff.compare import compare
        from cjm.diff.judge import judge

        return judge(compare(old, new, least=self._least(new)), _levels(new))

    def _least(self, side: Side) -> float:
        from cjm.diff.match import LEAST

        setting = side.workspace.settings.diff.min_likeness
        found = next((each for each in (self.min_likeness, setting) if each is not None), LEAST)
        return float(found)

    def _is_bad(self, run: Run) -> bool:
        from cjm.diff.levels import Level

        side = run.new or run.old
        setting = side.workspace.settings.diff.fail_on if side is not None else None
        limit = self.fail_on or setting
        if limit is None:
            return False
        if limit == "any":
            return not run.is_empty
        bad = {Level.BREAKING} if limit == "breaking" else {Level.BREAKING, Level.WORSE}
        return run.judgement is not None and any(
            each.level in bad for each in run.judgement.changes
        )


def percent(option: str, typed: str) -> float | None:
    """Return a share as it was typed, `None` where nothing was.

    Raises:
        UsageError: It is no number from 0 to 100.
    """
    if not typed:
        return None
    try:
        number = float(typed.strip().rstrip("%"))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:
        raise UsageError(f"{option} takes per cent from 0 to 100, not '{typed}'")
    return number


def _levels(side: Side) -> Mapping[str, Level]:
    """Return rule → level, as the settings of the map's workspace say.

    Raises:
        UsageError: A name there is no rule.
    """
    from cjm.diff.levels import Level, unknown_rules

    written: Mapping[str, str] = side.workspace.settings.diff.levels or {}
    for _, sentence in unknown_rules(written):
        raise UsageError(
            f"'diff.levels' of cjm.yaml: {sentence}", help="'cjm rules --diff' lists them"
        )
    return {name: Level(word) for name, word in written.items()}
