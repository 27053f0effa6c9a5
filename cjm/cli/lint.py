"""`cjm lint`: what is wrong with maps, and where."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.exit_codes import FOUND, GOOD
from cjm.cli.options import completing, one_of, split
from cjm.cli.parameters import Config, Paths, StdinFilename, Today
from cjm.errors import UsageError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from cjm.lint import LintResult

PROFILES = ("sketch", "standard", "strict")
SEVERITIES = ("note", "warning", "error")
FORMATS = ("text", "concise", "json")
COLORS = ("auto", "always", "never")


Profile = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(PROFILES),
        autocompletion=completing(PROFILES),
        help="How much is asked of a map: a workshop's sketch, the standard, or a map that "
        "decisions rest on.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Rules or categories to run; commas, or repeated."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Rules or categories to leave out."),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(SEVERITIES),
        autocompletion=completing(SEVERITIES),
        help="Exit with 1 from this severity on. Default: error.",
    ),
]
Notes = Annotated[bool, typer.Option("--notes", help="List notes too.")]
OutputFormat = Annotated[
    str,
    typer.Option(
        metavar="|".join(FORMATS),
        autocompletion=completing(FORMATS),
        help="How findings are written.",
    ),
]
Color = Annotated[
    str,
    typer.Option(
        metavar="|".join(COLORS),
        autocompletion=completing(COLORS),
        help="Colour; 'auto' heeds the terminal, NO_COLOR and FORCE_COLOR.",
    ),
]


def command(
    paths: Paths = None,
    profile: Profile = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    notes: Notes = False,
    output_format: OutputFormat = "text",
    color: Color = "auto",
    config: Config = None,
    stdin_filename: StdinFilename = "",
    today: Today = "",
) -> int:
    """Say what is wrong with maps, and where.

    Exits with 1 where a finding reaches --fail-on; 'cjm explain RULE' says why a rule matters.
    """
    from cjm.cli.inputs import inputs
    from cjm.cli.report import Shown
    from cjm.lint import LintOptions
    from cjm.lint.parallel import lint_paths

    least = fail_on and one_of("--fail-on", fail_on, SEVERITIES)
    options = LintOptions(
        profile=profile and one_of("--profile", profile, PROFILES),
        select=split(select),
        ignore=split(ignore),
    )
    shown = Shown(
        one_of("--output-format", output_format, FORMATS),
        one_of("--color", color, COLORS),
        notes=notes,
    )
    day = _day(today)
    given = inputs(paths, stdin_name=stdin_filename, config=config)
    options = replace(options, exists=given.files.is_file)
    judged = lint_paths(
        given.files,
        given.paths,
        config=given.config,
        options=options,
        today=day,
        workers=os.cpu_count() or 1,
    )
    results = [result for _, result in judged]
    if not any(workspace.maps for workspace in loaded.workspaces) and not _has_findings(results):
        _check_named(paths)
    shown.put(results, skipped=sum(found.skipped for found, _ in judged))
    limits = [least or found.settings.lint.fail_on or "error" for found, _ in judged]
    return FOUND if any(map(_fails, results, limits)) else GOOD


def _day(text: str) -> datetime.date:
    """Return the day of the run: the clock is read here and nowhere below."""
    import datetime

    if not text:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--today has no day '{text}'", help="write YYYY-MM-DD") from None


def _has_findings(results: Sequence[LintResult]) -> bool:
    return any(result.findings for result in results)


def _check_named(paths: Sequence[str] | None) -> None:
    """Refuse to call clean what holds no map, unless the files were named one by one."""
    from cjm.cli.inputs import disk, no_map

    files = disk()
    if not paths or any(files.is_folder(path) for path in paths):
        raise no_map(paths or ())


def _fails(result: LintResult, limit: str) -> bool:
    from cjm.findings import Severity

    least = Severity.named(limit)
    return least is not Severity.OFF and result.worst >= least
