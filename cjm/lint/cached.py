"""Linting what changed since an earlier run; the rest is as it was found then.

A result is kept with all it follows from: what the files held, what was asked for, the day, what
else was asked, and the code itself. Where all of that is the same, so is the result, and neither
rules nor models are imported.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from cjm.lint.again import Again, Wish, settings_key, task_of
from cjm.lint.plain import Unspellable, spell
from cjm.lint.result import LintOptions, LintResult
from cjm.lint.shelf import outlines_text, shelf_of
from cjm.lint.workers import Tell, tell_nobody
from cjm.workspace.collector import collector_off
from cjm.workspace.files import DiskFiles
from cjm.workspace.settings_file import SettingsFile
from cjm.workspace.states import States, digest
from cjm.workspace.store import Draft, Store
from cjm.workspace.survey import Survey, survey

FOLDER = ".cjm_cache"
_OUTLINES = "-maps"
"""What the name of the file with the outlines of maps ends in."""


@dataclass(frozen=True)
class Cache:
    """What makes keeping results safe.

    Attributes:
        key: A secret of the user: only what was sealed with it is believed.
        build: Stands for the code of cjm and of what it uses.
    """

    key: bytes
    build: str


def lint_paths(
    files: DiskFiles,
    paths: Sequence[str],
    cache: Cache,
    *,
    config: str | None = None,
    options: LintOptions,
    today: datetime.date | None = None,
    workers: int = 1,
    tell: Tell = tell_nobody,
) -> list[tuple[Survey, LintResult]]:
    """Do what `cjm.lint.parallel.lint_paths` does, with a cache in each workspace."""
    wish = Wish(files, tuple(paths), config, options, today, workers, tell)
    try:
        stamp = _stamp(wish)
    except Unspellable:
        return _without(wish)
    runs: dict[str, _Run] = {}

    def run_at(root: str) -> _Run:
        if root not in runs:
            runs[root] = _Run(wish, cache, root, stamp)
        return runs[root]

    def remember(root: str, file: SettingsFile) -> Mapping[str, Any] | None:
        return run_at(root).gist(file)

    results = []
    for index, found in enumerate(survey(files, paths, config=config, remember=remember)):
        run = run_at(found.root)
        results.append((found, run.result(index, found)))
    return results


def _without(wish: Wish) -> list[tuple[Survey, LintResult]]:
    from cjm.lint import parallel

    return parallel.lint_paths(
        wish.files, wish.paths, config=wish.config, options=wish.options, today=wish.today,
        workers=wish.workers, tell=wish.tell,
    )  # fmt: skip


def _stamp(wish: Wish) -> str:
    """Return what stands for the place, and what is asked for but the paths and the day."""
    asked = []
    for field in fields(wish.options):
        if field.name != "paths":
            value = getattr(wish.options, field.name)
            asked.append([field.name, callable(value) or spell(value)])
    here = wish.files.absolute(".")
    return digest(here, json.dumps([asked, wish.config]))


class _Run:
    """A run over one workspace.

    Attributes:
        shelf: What earlier runs found.
    """

    def __init__(self, wish: Wish, cache: Cache, root: str, stamp: str) -> None:
        self.wish = wish
        self.name = digest(stamp, root, wish.files.absolute(root))
        self.store = Store(wish.files.at(f"{root}/{FOLDER}"), cache.key)
        self.build = cache.build
        self.shelf = shelf_of(self.store.read(self.name), cache.build)
        self.draft: Draft | None = None

    def gist(self, file: SettingsFile) -> Mapping[str, Any] | None:
        """Return what is remembered of a settings file."""
        found = self.shelf.settings.get(settings_key(file))
        return found if isinstance(found, dict) else None

    def result(self, index: int, found: Survey) -> LintResult:
        """Return what is found of the workspace `found`."""
        asked = found.judged
        if not found.kinds or found.is_alone:
            return self._plainly(index, found, asked)
        known = {path: (it.signature, it.state) for path, it in self.shelf.facts.items()}
        states = States(self.wish.files, found.root, found.named, known, self._begin)
        try:
            judge = Again(self.wish, self.shelf, states, index, found, asked, self._outlines)
            with collector_off():
                result = judge.result()
            self._keep(judge)
            return result
        except Unspellable:
            return self._plainly(index, found, asked)
        finally:
            if self.draft is not None:
                self.draft.drop()

    def _plainly(self, index: int, found: Survey, asked: frozenset[str]) -> LintResult:
        from cjm.lint import parallel

        wish, opened = self.wish, found.opened()
        with collector_off():
            return parallel.judge_whole(
                task_of(wish, index, asked), opened, wish.workers, wish.tell
            )

    def _begin(self) -> int | None:
        if self.draft is None:
            self.draft = self.store.begin()
        return self.draft.since if self.draft is not None else None

    def _outlines(self) -> bytes | None:
        return self.store.read(self.name + _OUTLINES)

    def _keep(self, judge: Again) -> None:
        shelf = judge.new_shelf()
        if shelf == self.shelf or judge.states.have_moved():
            return
        outlines = judge.new_outlines(shelf)
        if outlines is not None:
            draft = self.store.begin()
            if draft is None or not draft.finish(self.name + _OUTLINES, outlines_text(outlines)):
                return
        if self._begin() is not None:
            assert self.draft is not None
            self.draft.finish(self.name, shelf.text(self.build))
