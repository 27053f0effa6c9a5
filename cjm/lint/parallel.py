"""Linting many maps with every core: maps that know nothing of each other are judged side by side.

What comes out is what `lint` finds over the whole; only the time differs.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cjm.lint.engine import LintOptions, LintResult, lint
from cjm.workspace.collector import collector_off
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.groups import independent_groups, shares
from cjm.workspace.load import SHARED, Held, gather, read_shared
from cjm.workspace.survey import Survey, survey

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
    """

    files: Files
    paths: tuple[str, ...]
    config: str | None
    index: int
    groups: tuple[Sequence[str], ...]
    options: LintOptions
    today: datetime.date | None
    known: _Known | None

    def run(self) -> LintResult:
        """Read and judge the share, some maps after the others."""
        known = self.known
        if known is None:
            found = survey(self.files, self.paths, config=self.config)[self.index]
            known = _known(self.files, found)
        with collector_off():
            return _joined([self._judged(batch, known) for batch in _batches(self.groups, known)])

    def _judged(self, batch: Collection[str], known: _Known) -> LintResult:
        asked = self.options.paths
        paths = frozenset(batch) if asked is None else asked.intersection(batch)
        workspace = gather(self.files, known.survey, only=batch, held=known.held)
        return lint(workspace, options=replace(self.options, paths=paths), today=self.today)


@dataclass(frozen=True)
class _Known:
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
) -> list[tuple[Survey, LintResult]]:
    """Judge the workspaces that `paths` lie in; what is shown is what the paths name.

    Args:
        files: Where to read from.
        paths: Files, folders and globs.
        config: A settings file to use instead of each workspace's own.
        options: What is asked for; `paths` of it is worked out here.
        today: The day of the run.
        workers: How many processes may work at the same time.

    Raises:
        CjmError: A path is not there, or an option names what does not exist.
    """
    results = []
    for index, found in enumerate(survey(files, paths, config=config)):
        asked = found.asked | ({config} if config else frozenset())
        narrowed = replace(options, paths=asked)
        whole = Task(files, tuple(paths), config, index, (), narrowed, today, None)
        with collector_off():
            results.append((found, _result(whole, found, workers)))
    return results


def _result(whole: Task, found: Survey, workers: int) -> LintResult:
    if len(_maps(found)) >= WORTH_IT:
        known = _known(whole.files, found)
        # What is called a library and holds a map is judged with all of them.
        if not any(reading.maps for reading in known.held.shared.values()):
            return _together(replace(whole, known=known), workers)
    return lint(gather(whole.files, found), options=whole.options, today=whole.today)


def _maps(found: Survey) -> list[str]:
    return [path for path, kind in found.kinds.items() if kind not in SHARED]


def _known(files: Files, found: Survey) -> _Known:
    sources = {}
    for path in _maps(found):
        try:
            sources[path] = files.read(path)
        except (UnreadableFile, FileNotFoundError):
            continue  # `gather` asks once more, and says what is wrong
    shared = read_shared(files, found)
    weight = sum(len(each.text) for reading in shared.values() for each in reading.documents)
    return _Known(found, Held(sources, shared), weight)


def _batches(groups: Sequence[Sequence[str]], known: _Known) -> Iterator[list[str]]:
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


def _together(whole: Task, workers: int) -> LintResult:
    known = whole.known
    assert known is not None
    sources = {path: known.held.sources.get(path, b"") for path in _maps(known.survey)}
    sizes = {path: len(source) for path, source in sources.items()}
    divided = shares(independent_groups(sources), sizes, workers)
    first, *others = [replace(whole, groups=tuple(share)) for share in divided]
    running = [_start(task) for task in others]
    try:
        results = [first.run(), *(_received(process, end) for process, end in running)]
    except BaseException:
        for process, _ in running:
            process.terminate()
        raise
    # Libraries and personas are judged once, when it is known which maps rest on them.
    raised = frozenset().union(*(result.raised for result in results))
    asked = whole.options.paths or frozenset()
    shared = replace(whole.options, paths=asked.difference(_maps(known.survey)))
    workspace = gather(whole.files, known.survey, only=(), held=known.held)
    rest = lint(workspace, options=shared, today=whole.today, raised=raised)
    return _joined([rest, *results])


def _start(task: Task) -> tuple[Any, Any]:
    from multiprocessing import get_context

    # A fork inherits what was imported and found; elsewhere the child begins anew.
    forks = sys.platform == "linux"
    context: Any = get_context("fork" if forks else "spawn")
    here, there = context.Pipe(duplex=False)
    sent = task if forks else replace(task, known=None)
    process = context.Process(target=_work, args=(there, sent), daemon=True)
    process.start()
    there.close()
    return process, here


def _work(end: Any, task: Task) -> None:
    try:
        end.send(task.run())
    except KeyboardInterrupt:
        pass
    except Exception as error:
        end.send(error)
    finally:
        end.close()


def _received(process: Any, end: Any) -> LintResult:
    try:
        found = end.recv()
    except EOFError:
        raise RuntimeError("a worker ended before it was done") from None
    finally:
        end.close()
        process.join()
    if isinstance(found, Exception):
        raise found
    assert isinstance(found, LintResult)
    return found


def _joined(results: Sequence[LintResult]) -> LintResult:
    findings = sorted((each for result in results for each in result.findings),
                      key=lambda each: each.order)  # fmt: skip
    return LintResult(
        tuple(findings),
        sum(result.journeys for result in results),
        _sum([result.coverage for result in results if result.coverage is not None]),
        rules=tuple(sorted({name for result in results for name in result.rules})),
        fixable=sum(result.fixable for result in results),
        raised=frozenset().union(*(result.raised for result in results)),
    )


def _sum(coverages: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    if not coverages:
        return None
    return sum(founded for founded, _ in coverages), sum(claims for _, claims in coverages)
