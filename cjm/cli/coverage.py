"""`cjm lint --coverage`: how much evidence stands behind the claims of maps."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.console import put, put_bytes, wants_color
from cjm.cli.exit_codes import FOUND, GOOD
from cjm.errors import OutputError, UsageError

if TYPE_CHECKING:
    import datetime

    from cjm.cli.lint_run import Run
    from cjm.cli.outputs import Output
    from cjm.figures.coverage_table import WorkspaceCoverage
    from cjm.workspace.load import Loaded
    from cjm.workspace.workspace import Workspace

FORMATS = ("text", "json")


def put_coverage(run: Run, outputs: Sequence[Output], badge: str | None, color: str) -> int:
    """Write the evidence report; return 1 where too little has evidence, or a map cannot be read.

    Raises:
        UsageError: A format or the badge's file is none of ours.
        OutputError: A file cannot be written, or something else stands there.
    """
    from cjm.cli.outputs import write_report
    from cjm.cli.problems import tell_problems

    for output in outputs:
        if output.format not in FORMATS:
            raise UsageError(
                f"--coverage has no format '{output.format}'", help="choose text or json"
            )
    if badge is not None and not badge.lower().endswith(".svg"):
        raise UsageError(
            f"--badge draws an SVG, and '{badge}' does not end so", help="name it evidence.svg"
        )
    loaded = run.given.load()
    is_lost = tell_problems(loaded, run.given.files)
    found = coverages(loaded, run.options.settings)
    for output in outputs:
        text = _report(output, found, run.day, color)
        if output.path is not None:
            write_report(output, text)
        elif output.format == "json":
            put_bytes(text.encode())
        else:
            put(text)
    if badge is not None:
        _write_badge(Path(badge), found)
    is_under = any(space.is_asked and space.is_under for space in found)
    return FOUND if is_under or is_lost else GOOD


def coverages(loaded: Loaded, settings: Mapping[str, str]) -> list[WorkspaceCoverage]:
    """Return the evidence behind the maps that `loaded` shows, a workspace each.

    Args:
        loaded: What the paths lead to.
        settings: Thresholds, over those of the workspaces.
    """
    return [_coverage(each, loaded, settings) for each in loaded.workspaces]


def _coverage(
    workspace: Workspace, loaded: Loaded, settings: Mapping[str, str]
) -> WorkspaceCoverage:
    from cjm.figures.coverage_table import WorkspaceCoverage, map_coverage
    from cjm.rulebook import Thresholds

    limits = Thresholds({**(workspace.settings.lint.settings or {}), **settings})
    maps = tuple(
        map_coverage(each, workspace.references(each))
        for each in workspace.maps
        if loaded.shows(each.path) and each.document.kind != "mermaid"
    )
    name = "evidence.fail_under"
    return WorkspaceCoverage(workspace.root, limits[name], name in limits.written, maps)


def _report(
    output: Output, found: Sequence[WorkspaceCoverage], today: datetime.date, color: str
) -> str:
    if output.format == "json":
        from cjm.report.coverage_json import coverage_json

        return coverage_json(found, today)
    from cjm.report.coverage import coverage_text
    from cjm.report.look import Look

    is_colored = output.path is None and wants_color(color, sys.stdout, os.environ)
    return coverage_text(found, today, Look(color=is_colored))


def _write_badge(path: Path, found: Sequence[WorkspaceCoverage]) -> None:
    from cjm.figures.coverage_table import together
    from cjm.render.mark import MARK, is_ours
    from cjm.report.badge import badge_svg
    from cjm.workspace.write import write_file

    def guard(beginning: bytes) -> None:
        if beginning and not is_ours(beginning.decode("utf-8", "replace")):
            raise OutputError(
                f"'{path}' is there already, and cjm did not make it",
                help="name another file, or remove that one",
            )

    total = together([each for space in found for each in space.judged]).coverage
    limit = max((space.limit for space in found), default=0.0)
    write_file(path, badge_svg(total, limit, mark=MARK).encode(), guard=guard)
