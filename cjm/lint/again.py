"""One workspace judged again: results that still hold are taken, the rest is found anew."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cjm.lint.questions import Answers, Asked, Question
from cjm.lint.result import LintOptions, LintResult, joined
from cjm.lint.shelf import (
    Fact,
    Kept,
    LostError,
    Shelf,
    kept,
    outlines_of,
    read_outlines,
)  # fmt: skip
from cjm.workspace.files import DiskFiles
from cjm.workspace.settings_file import SettingsFile, gist_of
from cjm.workspace.states import States, digest
from cjm.workspace.survey import SHARED, Survey

if TYPE_CHECKING:
    from cjm.lint.outline import Outline
    from cjm.lint.parallel import Known, Task
    from cjm.lint.workers import Tell
    from cjm.workspace.groups import Naming

_SHARED, _WHOLE = "shared", "whole"
"""Names of results: for what maps share, and for all at once. Those of maps have a slash in front."""


@dataclass(frozen=True)
class Wish:
    """What is asked for; see `cjm.lint.parallel.lint_paths`."""

    files: DiskFiles
    paths: tuple[str, ...]
    config: str | None
    options: LintOptions
    today: datetime.date | None
    workers: int
    tell: Tell


def task_of(wish: Wish, index: int, asked: frozenset[str]) -> Task:
    """Return what is to be done for the workspace number `index`."""
    from cjm.lint.parallel import Task

    options = replace(wish.options, paths=asked)
    return Task(wish.files, wish.paths, wish.config, index, (), options, wish.today, None)


def settings_key(file: SettingsFile) -> str:
    """Return what stands for a settings file."""
    return digest(file.path or "", file.source, str(file.leaves))


class Again:
    """One workspace, judged with what is known of it.

    Args:
        wish: What is asked for.
        shelf: What earlier runs found.
        states: What its files hold.
        index: Its number among those of the wish.
        found: What belongs to it.
        asked: Paths whose findings are shown.
        outlines: Reads the file of outlines.
    """

    def __init__(
        self,
        wish: Wish,
        shelf: Shelf,
        states: States,
        index: int,
        found: Survey,
        asked: frozenset[str],
        outlines: Callable[[], bytes | None],
    ) -> None:
        self.wish, self.states, self.index, self.found, self.asked = (
            wish, states, index, found, asked,
        )  # fmt: skip
        self.shelf = shelf
        self.state = {path: states.of(path) for path in found.kinds}
        self.maps = [path for path, kind in found.kinds.items() if kind not in SHARED]
        self.facts = {path: self._fact(path) for path in found.kinds}
        self.results: dict[str, Kept] = {}
        self.fresh: dict[str, LintResult] = {}
        self.layout: tuple[str, list[list[str]]] = ("", [])
        self.answers = Answers(wish.files, wish.options)
        day = wish.today.isoformat() if wish.today is not None else ""
        shared = [path for path in found.kinds if found.kinds[path] in SHARED]
        self.base = digest(day, settings_key(found.settings_file), self._told(shared))
        self._read: Known | None = None
        self._kept_outlines = outlines
        self._outlines: dict[str, bytes] | None = None
        self._new_outlines: dict[str, bytes] = {}

    def result(self) -> LintResult:
        """Return what is found of it."""
        try:
            return self._result()
        except LostError:
            self.shelf = replace(self.shelf, results={})
            self.results, self.fresh = {}, {}
            return self._result()

    def _result(self) -> LintResult:
        whole = digest(self.base, _WHOLE, self._told(self.maps))
        if self._holds(_WHOLE, whole):
            return self._found(_WHOLE)
        keys = {tuple(group): self._key(group) for group in self._groups()}
        anew = [group for group, key in keys.items() if not self._hold(group, key)]
        if anew or not self.maps:
            known = self._known([path for group in anew for path in group])
            # What is called a library and holds a map is judged with all of them.
            if any(reading.maps for reading in known.held.shared.values()):
                return self._judge_whole(whole, known)
            self._judge(anew, keys, known)
        names = [self._name(path) for path in sorted(self.maps)]
        parts = [self._found(name) for name in names]
        maps = joined(parts, has_findings=False)
        return joined([*parts, self._shared(names, maps)])

    def new_shelf(self) -> Shelf:
        """Return what is known now."""
        key = settings_key(self.found.settings_file)
        gist = self.shelf.settings.get(key) or gist_of(self.found.settings)
        results = {
            name: each
            for name, each in self.shelf.results.items()
            if name[0] in "+-" and name[1:] in self.state
        }
        return Shelf({key: gist}, self.facts, self.layout, {**results, **self.results})

    def new_outlines(self, shelf: Shelf) -> dict[str, bytes] | None:
        """Return the outlines of the maps in `shelf`; `None` where they are as they are kept."""
        if all(
            name in self.shelf.results
            and self.shelf.results[name].outlines == self.results[name].outlines
            for name in self._new_outlines
        ):
            return None
        known = {**self._all_outlines(), **self._new_outlines}
        return {name: known[name] for name in shelf.results if name in known}

    def _all_outlines(self) -> dict[str, bytes]:
        if self._outlines is None:
            self._outlines = outlines_of(self._kept_outlines())
        return self._outlines

    def _outlines_at(self, name: str) -> list[Outline]:
        spelt = self._new_outlines.get(name) or self._all_outlines().get(name, b"")
        # Another run may have written the one file and not yet the other.
        if digest(spelt) != self.results[name].outlines:
            raise LostError
        return read_outlines(spelt)

    def _told(self, paths: Iterable[str]) -> str:
        """Return what is known of files by their bytes, and which of them are asked about."""
        kinds = self.found.kinds
        told = [[path, kinds[path], self.state[path], path in self.asked] for path in sorted(paths)]
        return json.dumps(told)

    def _key(self, group: Sequence[str]) -> str:
        return digest(self.base, self._told(group))

    def _name(self, path: str) -> str:
        # What is not asked about is not judged, and only says what it does to others.
        return f"{'+' if path in self.asked else '-'}{path}"

    def _holds(self, name: str, key: str) -> bool:
        """Whether the result called `name` holds; it is a result of this run then."""
        found = self.results.get(name) or self.shelf.results.get(name)
        if found is None or found.key != key:
            return False
        if any(self.state.get(path) != state for path, state in found.leans.items()):
            return False
        if not self.answers.hold(found.questions):
            return False
        self.results[name] = found
        return True

    def _hold(self, group: Collection[str], key: str) -> bool:
        return all(self._holds(self._name(path), key) for path in group)

    def _fact(self, path: str) -> Fact:
        signature, state = self.states.found[path]
        before = self.shelf.facts.get(path)
        if before is not None and before.state == state:
            is_same = before.signature == signature
            return before if is_same else replace(before, signature=signature)
        return Fact(signature, state)

    def _groups(self) -> list[list[str]]:
        """Return the paths of the maps, those together that name each other."""
        key = digest(json.dumps([[path, self.state[path]] for path in self.maps]))
        if self.shelf.layout[0] != key:
            from cjm.workspace.groups import groups_of

            self.layout = (key, groups_of({path: self._naming(path) for path in self.maps}))
        else:
            self.layout = self.shelf.layout
        return self.layout[1]

    def _naming(self, path: str) -> Naming:
        from cjm.workspace.groups import Naming, naming_of

        fact = self.facts[path]
        if fact.links is None:
            found = naming_of(path, self.states.content(path))
            fact = self.facts[path] = replace(fact, ids=found.ids, links=found.links)
        return Naming(fact.ids, fact.links or ())

    def _known(self, maps: Collection[str]) -> Known:
        """Return what is known with the bytes of `maps`; what is shared is read once."""
        from cjm.lint.parallel import known_of

        if self._read is None:
            opened = self.found.opened()
            self._read = known_of(self.wish.files, opened, maps, self.states.sources)
        if maps:
            return self._read
        return replace(self._read, held=replace(self._read.held, sources={}))

    def _found(self, name: str) -> LintResult:
        return self.fresh.get(name) or self.results[name].result()

    def _put(
        self,
        name: str,
        key: str,
        result: LintResult,
        questions: Collection[Question],
        leans: Mapping[str, str],
    ) -> None:
        self.results[name], spelt = kept(key, result, frozenset(questions), leans)
        self.fresh[name] = replace(result, outlines=())
        if name[0] in "+-":
            self._new_outlines[name] = spelt

    def _judge(
        self,
        groups: Sequence[Sequence[str]],
        keys: Mapping[tuple[str, ...], str],
        known: Known,
    ) -> None:
        from cjm.lint.parallel import judge

        task = replace(task_of(self.wish, self.index, self.asked), hears=True)
        by_path = {path: key for group, key in keys.items() for path in group}
        for each in judge(task, known, groups, self.wish.workers, self.wish.tell):
            leans = {path: self.state[path] for path in each.read}
            for path in each.paths:
                part = each.result.by_file.get(path, LintResult())
                self._put(self._name(path), by_path[path], part, each.questions, leans)

    def _judge_whole(self, key: str, known: Known) -> LintResult:
        """Judge all at once."""
        from cjm.lint.engine import lint
        from cjm.workspace.load import gather

        task = task_of(self.wish, self.index, self.asked)
        asked = Asked(task.files, task.options, self.state)
        result = lint(gather(asked.files, known.survey), options=asked.options, today=task.today)
        self._put(_WHOLE, key, result, asked.questions, {})
        return result

    def _shared(self, names: Sequence[str], maps: LintResult) -> LintResult:
        """Return what is found of what the maps share, and of all of them together."""
        key = digest(
            self.base,
            _SHARED,
            json.dumps([sorted(maps.raised), maps.rules, sorted(self.asked), self.maps]),
            *(self.results[name].outlines for name in names),
        )
        if not self._holds(_SHARED, key):
            self._judge_shared(key, names, maps)
        return self._found(_SHARED)

    def _judge_shared(self, key: str, names: Sequence[str], maps: LintResult) -> None:
        from cjm.lint.parallel import judge_shared

        outlines = [each for name in names for each in self._outlines_at(name)]
        maps = replace(maps, outlines=tuple(sorted(outlines, key=lambda each: each.path)))
        task = task_of(self.wish, self.index, self.asked)
        asked = Asked(task.files, task.options, self.state)
        task = replace(task, files=asked.files, options=asked.options)
        result = judge_shared(task, self._known(()), maps)
        leans = {path: self.state[path] for path in asked.read}
        self._put(_SHARED, key, result, asked.questions, leans)
