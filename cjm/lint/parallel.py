"""Linting many maps with every core: maps that know nothing of each other are judged side by side.

What comes out is what `lint` finds over the whole; only the time differs.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cjm.lint.engine import LintOptions, LintResult, lint
from cjm.workspace.collector import collector_off
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.groups import independent_groups, shares
from cjm.workspace.load import SHARED, gather
from cjm.workspace.survey import Survey, survey

WORTH_IT = 24
"""Maps from which a second process pays for its start."""


@dataclass(frozen=True)
class Task:
    """A share of a workspace.

    Attributes:
        files: Where to read from.
        paths: What the command line names.
        config: The settings file named instead of the workspace's own.
        index: Which of the workspaces that the paths lie in.
        only: Paths of the maps to judge.
        options: What is asked for.
        today: The day of the run.
        surveyed: What was found; left out where the task goes to a process of its own making.
    """

    files: Files
    paths: tuple[str, ...]
    config: str | None
    index: int
    only: tuple[str, ...]
    options: LintOptions
    today: datetime.date | None
    surveyed: Survey | None

    def run(self) -> LintResult:
        """Read and judge the share."""
        found = self.surveyed
        if found is None:
            found = survey(self.files, self.paths, config=self.config)[self.index]
        asked = self.options.paths
        paths = frozenset(self.only) if asked is None else asked & frozenset(self.only)
        options = replace(self.options, paths=paths)
        with collector_off():
            workspace = gather(self.files, found, only=self.only)
            return lint(workspace, options=options, today=self.today)


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
        tasks = _tasks(files, tuple(paths), config, index, found, narrowed, today, workers)
        with collector_off():
            if len(tasks) < 2:
                result = lint(gather(files, found), options=narrowed, today=today)
            else:
                result = _together(files, found, narrowed, today, tasks)
        results.append((found, result))
    return results


def _tasks(
    files: Files,
    paths: tuple[str, ...],
    config: str | None,
    index: int,
    found: Survey,
    options: LintOptions,
    today: datetime.date | None,
    workers: int,
) -> list[Task]:
    maps = [path for path, kind in found.kinds.items() if kind not in SHARED]
    if workers < 2 or len(maps) < WORTH_IT:
        return []
    sources = _sources(files, maps)
    sizes = {path: len(source) for path, source in sources.items()}
    return [
        Task(files, paths, config, index, tuple(sorted(share)), options, today, found)
        for share in shares(independent_groups(sources), sizes, workers)
    ]


def _sources(files: Files, maps: Sequence[str]) -> dict[str, bytes]:
    sources = {}
    for path in maps:
        try:
            sources[path] = files.read(path)
        except (UnreadableFile, FileNotFoundError):
            sources[path] = b""
    return sources


def _together(
    files: Files,
    found: Survey,
    options: LintOptions,
    today: datetime.date | None,
    tasks: list[Task],
) -> LintResult:
    first, *others = tasks
    running = [_start(task) for task in others]
    try:
        results = [first.run(), *(_received(process, end) for process, end in running)]
    except BaseException:
        for process, _ in running:
            process.terminate()
        raise
    # Libraries and personas are judged once, when it is known which maps rest on them.
    raised = frozenset().union(*(result.raised for result in results))
    done = frozenset(path for task in tasks for path in task.only)
    shared = replace(options, paths=(options.paths or frozenset()) - done)
    rest = lint(gather(files, found, only=()), options=shared, today=today, raised=raised)
    return _joined([rest, *results])


def _start(task: Task) -> tuple[Any, Any]:
    from multiprocessing import get_context

    # A fork inherits what was imported and found; elsewhere the child begins anew.
    forks = sys.platform == "linux"
    context: Any = get_context("fork" if forks else "spawn")
    here, there = context.Pipe(duplex=False)
    sent = task if forks else replace(task, surveyed=None)
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
