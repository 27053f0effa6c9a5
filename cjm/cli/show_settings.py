"""`cjm lint --show-settings`: what holds for each file, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cjm.cli.console import put
from cjm.cli.exit_codes import GOOD
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.cli.lint_run import Run
    from cjm.cli.outputs import Output


def put_settings(run: Run, outputs: Sequence[Output]) -> int:
    """Write what holds for the files that `run` is about, and return the exit code."""
    from cjm.cli.outputs import write_report
    from cjm.lint.holding import holdings
    from cjm.report.holding import holdings_json, holdings_text

    reports = {"text": holdings_text, "json": holdings_json}
    for output in outputs:
        if output.format not in reports:
            raise UsageError(
                f"--show-settings has no format '{output.format}'", help="choose text or json"
            )
    loaded = run.given.load()
    options = replace(run.options, paths=loaded.shown)
    found = [each for space in loaded.workspaces for each in holdings(space, options)]
    for output in outputs:
        text = reports[output.format](found)
        if output.path is None:
            put(text)
        else:
            write_report(output, text)
    return GOOD
