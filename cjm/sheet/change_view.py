"""What every lane of a comparison asks: the columns of both maps in one order, and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cjm.diff.change import Change
from cjm.diff.judge import Judged, Judgement
from cjm.diff.rows import Row
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.languages import is_right_to_left
from cjm.model.text import Text
from cjm.sheet.change_words import change_words
from cjm.sheet.rows import side_by_side
from cjm.sheet.sheet import Block, Cell, Detail, Details, Lane, LaneKind
from cjm.sheet.view import shown
from cjm.sheet.words import Vocabulary

Blocks = Callable[[Row], Iterable[Block]]


@dataclass(frozen=True, eq=False)
class ChangeView:
    """A comparison, seen in one language.

    Attributes:
        judgement: What differs, judged.
        language: Tag of the language asked for.
        state_names: What the states are called where their maps do not say.
        earlier: Comparisons of the states between, of a chain.
    """

    judgement: Judgement
    language: str
    state_names: tuple[str, str] = ("", "")
    earlier: tuple[Judgement, ...] = ()

    @property
    def old(self) -> Side:
        """The old map."""
        return self.judgement.comparison.old

    @property
    def new(self) -> Side:
        """The new map."""
        return self.judgement.comparison.new

    @cached_property
    def words(self) -> Vocabulary:
        """The words of cjm itself in the language."""
        return change_words(self.language)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The columns: the steps of both maps, stage by stage."""
        return tuple(row for _, rows in self._by_stage for row in rows)

    @cached_property
    def stage_spans(self) -> tuple[tuple[Row, int, int], ...]:
        """`(stage, its first column, one past its last)`; a stage whose steps all went elsewhere has none."""
        spans = []
        start = 0
        for stage, rows in self._by_stage:
            spans.append((stage, start, start + len(rows)))
            start += len(rows)
        return tuple(spans)

    @cached_property
    def _by_stage(self) -> list[tuple[Row, list[Row]]]:
        pairing = self.judgement.comparison.pairing
        stages = pairing.stage_rows
        at_new = {route: index for index, stage in enumerate(stages) for route in stage.new}
        at_old = {route: index for index, stage in enumerate(stages) for route in stage.old}
        found: list[list[Row]] = [[] for _ in stages]
        for row in self.judgement.comparison.rows:
            home = at_new[row.new[0][:2]] if row.new else at_old[row.old[0][:2]]
            found[home].append(row)
        return [(stage, rows) for stage, rows in zip(stages, found, strict=True) if rows]

    @cached_property
    def states(self) -> tuple[str, str]:
        """What the two are called: their states, or else the names of revisions or files."""
        states = [each.journey.state or "current" for each in (self.old, self.new)]
        if states[0] != states[1]:
            return self.words.say(f"now.{states[0]}"), self.words.say(f"now.{states[1]}")
        old, new = (shown(each) for each in self.state_names)
        return old or self.words.say("now.before"), new or self.words.say("now.after")

    @property
    def sources(self) -> Iterator[str]:
        """Yield which versions of which maps are compared."""
        for side in (self.old, self.new):
            yield self.words.say("source.map", id=shown(side.map.id))
            digest = side.written.document.digest
            if digest:
                yield self.words.say("source.version", digest=digest[:7])

    @property
    def arrow(self) -> str:
        """An arrow from what was to what is, in words that run as the language does."""
        return "\u2190" if is_right_to_left(self.language) else "\u2192"

    def text(self, text: Text | None) -> str:
        """Return `text` in the sheet's language, ready to be shown."""
        return self.said(text)[0]

    def said(self, text: Text | None) -> tuple[str, str]:
        """Return `(text as shown, its language)`; the language is `""` where it is the sheet's."""
        if text is None:
            return "", ""
        tag, found = text.tagged(self.language, self.new.language)
        spoken = tag or self.new.language
        is_same = spoken.partition("-")[0] == self.language.partition("-")[0]
        return shown(found), "" if is_same else spoken

    def name(self, row: Row) -> str:
        """Return the name of a step or stage; that of the new map where both have it."""
        pairing = self.judgement.comparison.pairing
        old, new = row.old[0] if row.old else None, row.new[0] if row.new else None
        return self.text(pairing.name(old, new)) or shown(pairing.id(old, new))

    def lane(
        self, id: str, blocks: Blocks, *, kind: LaneKind = "cells", title: str = ""
    ) -> Lane | None:
        """Return the lane that holds what `blocks` gives for each step, stage and the map itself."""
        rows = side_by_side(self._cells(blocks))
        if not rows:
            return None
        return Lane(id, title or self.words.say(f"lane.{id}"), "", kind, rows)

    def _cells(self, blocks: Blocks) -> Iterator[Cell]:
        seen: set[Row] = set()
        for column, row in enumerate(self.rows):
            seen.add(row)
            found = tuple(blocks(row))
            if found:
                yield Cell(column, column + 1, found)
        for stage, start, end in self.stage_spans:
            found = tuple(blocks(stage)) if stage not in seen else ()
            if found:
                yield Cell(start, end, found)
        shown = {stage for stage, _, _ in self.stage_spans}
        homeless = (stage for stage in self.judgement.comparison.pairing.stage_rows
                    if stage not in shown and stage not in seen)  # fmt: skip
        found = (*blocks(WHOLE), *(block for stage in homeless for block in blocks(stage)))
        if found:
            yield Cell(0, max(1, len(self.rows)), found)

    def changes(self, row: Row) -> Iterator[Change]:
        """Yield the changes at a step, a stage or the map itself."""
        return (each.change for each in self.judged(row))

    def judged(self, row: Row) -> Iterator[Judged]:
        """Yield the same with how they are judged; each is told where it is now, or else where it was."""
        places = [*(("new", route) for route in row.new), *(("old", route) for route in row.old)]
        found = [each for place in places for each in self._by_place.get(place, ())]
        return (each for _, each in sorted(found, key=lambda pair: pair[0]))

    @cached_property
    def _by_place(self) -> dict[tuple[str, Route], list[tuple[int, Judged]]]:
        found: dict[tuple[str, Route], list[tuple[int, Judged]]] = {}
        for index, each in enumerate(self.judgement.changes):
            new, old = each.change.new_place, each.change.old_place
            key = ("new", new) if new is not None else ("old", old or ())
            found.setdefault(key, []).append((index, each))
        return found

    def judged_at(self, old: Route | None, new: Route | None) -> tuple[Judged, ...]:
        """Return the changes, judged, of what stands at these two routes."""
        return self._judged_at.get((old, new), ())

    @cached_property
    def _judged_at(self) -> dict[tuple[Route | None, Route | None], tuple[Judged, ...]]:
        found: dict[tuple[Route | None, Route | None], tuple[Judged, ...]] = {}
        for each in self.judgement.changes:
            key = each.change.old, each.change.new
            found[key] = (*found.get(key, ()), each)
        return found

    def details(self, *told: tuple[str, str]) -> Details:
        """Return `(label, text)` pairs as details; those without a text are left out."""
        return tuple(Detail(label, text) for label, text in told if text)


WHOLE = Row(((),), ((),))
"""The row of what belongs to the map itself."""
