"""One run of lint, as the command line asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.errors import UsageError

if TYPE_CHECKING:
    import datetime

    from cjm.cli.inputs import Inputs
    from cjm.lint.result import LintOptions, LintResult
    from cjm.workspace.survey import Survey

    Judged = Sequence[tuple[Survey, LintResult]]
    """What was found, workspace by workspace."""


@dataclass(frozen=True)
class Run:
    """What to lint, and how.

    Attributes:
        given: What the paths lead to.
        options: Which rules.
        day: The day of the run.
        is_kept: Results are kept in the workspace, and found there.
    """

    given: Inputs
    options: LintOptions
    day: datetime.date
    is_kept: bool = False

    def judged(self) -> Judged:
        """Read and judge everything, whatever a baseline knows.

        Raises:
            NoMapError: There is nothing to judge.
        """
        judged = self._judged()
        if not any(_has_something(*each) for each in judged):
            from cjm.workspace.load import no_map

            raise no_map(self.given.paths)
        return judged

    def _judged(self) -> Judged:
        from cjm.cli.cores import cores
        from cjm.cli.progress import progress
        from cjm.workspace.files import DiskFiles

        files, paths, config = self.given.files, self.given.paths, self.given.config
        with progress("linting") as tell:
            # What an editor pipes in is on no disk, and asked about once.
            if self.is_kept and isinstance(files, DiskFiles):
                from cjm.cli.lint_cache import lint_cache
                from cjm.lint import cached

                cache = lint_cache()
                if cache is not None:
                    return cached.lint_paths(
                        files, paths, cache, config=config,
                        options=self.options, today=self.day, workers=cores(), tell=tell,
                    )  # fmt: skip
            from cjm.lint import parallel

            return parallel.lint_paths(
                files, paths, config=config,
                options=self.options, today=self.day, workers=cores(), tell=tell,
            )  # fmt: skip


def day_of(text: str) -> datetime.date:
    """Return the day of the run: the clock is read here and nowhere below."""
    import datetime

    if not text:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--today has no day '{text}'", help="write YYYY-MM-DD") from None


def fails(judged: Judged, least: str | None) -> bool:
    """Whether a finding reaches `least`, or else what its workspace fails on."""
    from cjm.findings import Severity

    for found, result in judged:
        limit = Severity.named(least or found.settings.lint.fail_on or "error")
        if limit is not Severity.OFF and result.worst >= limit:
            return True
    return False


def _has_something(found: Survey, result: LintResult) -> bool:
    """Whether a run looked at anything: what holds no map must not be called clean."""
    if result.journeys or result.findings:
        return True
    # A persona, a library, a theme, or the settings file named itself.
    return any(
        found.kinds.get(path) in ("persona", "library", "theme")
        or (path in found.named and path not in found.kinds)
        for path in found.asked
    )
