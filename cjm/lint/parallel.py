"""Linting many maps with every core: maps that know nothing of each other are judged side by side.

What comes out is what `lint` finds over the whole; only the time differs.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cjm.lint.engine import lint, lint_across
from cjm.lint.questions import Asked, Question
from cjm.lint.result import LintOptions, LintResult, joined
from cjm.lint.workers import Tell, side_by_side, tell_nobody
from cjm.workspace.collector import collector_off
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.groups import independent_groups, shares
from cjm.workspace.load import SHARED, Held, gather, read_shared
from cjm.workspace.survey import Survey, survey
from cjm.workspace.workspace import Workspace

WORTH_IT = 24
"""Maps from which a second process pays for its start."""

BATCH = 200_000
"""Bytes of maps that are judged at a time; with more, memory is asked for that none used before."""


@dataclass(frozen=True)
class Task:
    """A share of a workspace.

    Attributes:
        files: Where to read from.
        paths: What the command line names.
        config: The settings file named instead of the workspace's own.
        index: Which of the workspaces that the paths lie in.
        groups: Paths of the maps to judge; those of a group name each other.
        options: What is asked for.
        today: The day of the run.
        known: What was found and read; left out where the task goes to a process that is not made
            by a fork.
        hears: Whether to write down what is asked, so that it can be asked again.
    """

    files: Files
    paths: tuple[str, ...]
    config: str | None
    index: int
    groups: tuple[Sequence[str], ...]
    options: LintOptions
    today: datetime.date | None
    known: Known | None

    hears: bool = False

    def run(self, tell: Tell) -> list[Judged]:
        """Read and judge the share, some maps after the others."""
        known = self.known
        if known is None:
            found = survey(self.files, self.paths, config=self.config)[self.index]
            known = known_of(self.files, found)
        judged = []
        with collector_off():
            for batch in _batches(self.groups, known):
                judged.append(self._judged(batch, known))
                tell(len(batch), 0)
        return judged

    def for_elsewhere(self) -> Task:
        """Return it without what can be found again."""
        return replace(self, known=None)

    def _judged(self, batch: Collection[str], known: Known) -> Judged:
        paths = frozenset(batch)
        if self.options.paths is not None:
            paths &= self.options.paths
        asked = Asked(self.files, self.options, known.survey.kinds) if self.hears else None
        files, options = (asked.files, asked.options) if asked else (self.files, self.options)
        workspace = gather(files, known.survey, only=batch, held=known.held)
        result = lint(
            workspace, options=replace(options, paths=paths), today=self.today, is_part=True
        )
        if asked is None:
            return Judged(tuple(batch), result)
        read = frozenset(asked.read.difference(batch))
        return Judged(tuple(batch), result, frozenset(asked.questions), read)


@dataclass(frozen=True)
class Judged:
    """What was found of some maps.

    Attributes:
        paths: Of the maps.
        result: What was found, without what rules about all maps find.
        questions: What was asked to find it, where the task hears that.
        read: Which other files of the workspace were read for it, likewise.
    """

    paths: tuple[str, ...]
    result: LintResult
    questions: frozenset[Question] = frozenset()
    read: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """What was found of a workspace, and the files of it that were read.

    Attributes:
        survey: What belongs to it.
        held: Bytes of its maps, and what they share.
        weight: Bytes of what they share.
    """

    survey: Survey
    held: Held
    weight: int


def lint_paths(
    files: Files,
    paths: Sequence[str],
    *,
    config: str | None = None,
    options: LintOptions,
    today: datetime.date | None = None,
    workers: int = 1,
    tell: Tell = tell_nobody,
) -> list[tuple[Survey, LintResult]]:
    """Judge the workspaces that `paths` lie in; what is shown is what the paths name.

    Args:
        files: Where to read from.
        paths: Files, folders and globs.
        config: A settings file to use instead of each workspace's own.
        options: What is asked for; `paths` of it is worked out here.
        today: The day of the run.
        workers: How many processes may work at the same time.
        tell: Told how far it is.

    Raises:
        CjmError: A path is not there, or an option names what does not exist.
    """
    results = []
    for index, found in enumerate(survey(files, paths, config=config)):
        narrowed = replace(options, paths=found.judged)
        whole = Task(files, tuple(paths), config, index, (), narrowed, today, None)
        with collector_off():
            results.append((found, judge_whole(whole, found, workers, tell)))
    return results


def judge_whole(whole: Task, found: Survey, workers: int, tell: Tell) -> LintResult:
    """Judge all of one workspace."""
    if len(maps_of(found)) >= WORTH_IT:
        known = known_of(whole.files, found)
        # What is called a library and holds a map is judged with all of them.
        if not any(reading.maps for reading in known.held.shared.values()):
            return _together(replace(whole, known=known), workers, tell)
    return lint(gather(whole.files, found), options=whole.options, today=whole.today)


def maps_of(found: Survey) -> list[str]:
    """Return the paths of the files that may hold maps."""
    return [path for path, kind in found.kinds.items() if kind not in SHARED]


def known_of(
    files: Files,
    found: Survey,
    maps: Collection[str] | None = None,
    read: Mapping[str, bytes] | None = None,
) -> Known:
    """Read what a workspace shares, and the bytes of `maps`, or of all its maps.

    What was `read` is not read again.
    """
    sources = {}
    for path in maps_of(found) if maps is None else maps:
        try:
            sources[path] = read[path] if read and path in read else files.read(path)
        except (UnreadableFile, FileNotFoundError):
            continue  # `gather` asks once more, and says what is wrong
    shared = read_shared(files, found)
    weight = sum(len(each.text) for reading in shared.values() for each in reading.documents)
    return Known(found, Held(sources, shared), weight)


def _batches(groups: Sequence[Sequence[str]], known: Known) -> Iterator[list[str]]:
    """Yield the paths of `groups` in batches; what is shared is walked through for each of them."""
    enough = max(BATCH, 4 * known.weight)
    batch: list[str] = []
    weight = 0
    for group in groups:
        batch += group
        weight += sum(len(known.held.sources.get(path, b"")) for path in group)
        if weight >= enough:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _together(whole: Task, workers: int, tell: Tell) -> LintResult:
    known = whole.known
    assert known is not None
    sources = {path: known.held.sources.get(path, b"") for path in maps_of(known.survey)}
    judged = judge(whole, known, independent_groups(sources), workers, tell)
    maps = joined(each.result for each in judged)
    return replace(joined([maps, judge_shared(whole, known, maps)]), outlines=())


def judge(
    whole: Task, known: Known, groups: Sequence[Sequence[str]], workers: int, tell: Tell
) -> list[Judged]:
    """Judge the maps of `groups`, those of a group together, side by side.

    Args:
        whole: What is asked for.
        known: What was found; the maps of `groups` are held.
        groups: Paths of maps.
        workers: How many processes may work at the same time.
        tell: Told how far it is.
    """
    sizes = {path: len(source) for path, source in known.held.sources.items()}
    sizes = {path: sizes.get(path, 0) for group in groups for path in group}
    tell(0, len(sizes))
    tasks = [
        replace(whole, groups=tuple(share), known=known)
        for share in shares(groups, sizes, workers if len(sizes) >= WORTH_IT else 1)
    ]
    return [each for share in side_by_side(tasks, tell) for each in share]


def judge_shared(whole: Task, known: Known, maps: LintResult) -> LintResult:
    """Judge what the maps share, and all of them together.

    Args:
        whole: What is asked for.
        known: What was found.
        maps: What was found of the maps.
    """

    def load(paths: Collection[str]) -> Workspace:
        return gather(whole.files, known.survey, only=paths, held=known.held)

    # Libraries and personas are judged once, when it is known which maps rest on them.
    asked = whole.options.paths or frozenset()
    shared = lint(
        load(()),
        options=replace(whole.options, paths=asked.difference(maps_of(known.survey))),
        today=whole.today,
        raised=maps.raised,
        outlines=maps.outlines,
        is_part=True,
    )
    ran = {*maps.rules, *shared.rules}
    across = lint_across(load, maps.outlines, ran, options=whole.options, today=whole.today)
    return replace(joined([shared, across]), outlines=())
