"""`cjm lint`: what is wrong with maps, and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.exit_codes import FOUND, GOOD
from cjm.cli.options import completing, one_of, split
from cjm.cli.parameters import Config, Paths, StdinFilename, Today
from cjm.errors import UsageError
from cjm.workspace.choices import PROFILES, SEVERITIES

if TYPE_CHECKING:
    import datetime

    from cjm.lint import LintResult
    from cjm.workspace.survey import Survey

FORMATS = ("text", "concise", "json")
COLORS = ("auto", "always", "never")
_LEAST = tuple(each for each in SEVERITIES if each != "off")


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
        metavar="|".join(_LEAST),
        autocompletion=completing(_LEAST),
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
    from cjm.cli.cores import cores
    from cjm.cli.inputs import inputs
    from cjm.cli.report import Shown
    from cjm.lint import LintOptions
    from cjm.lint.parallel import lint_paths
    from cjm.workspace.load import no_map

    least = fail_on and one_of("--fail-on", fail_on, _LEAST)
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
        workers=cores(),
    )
    results = [result for _, result in judged]
    if not any(_has_something(*each) for each in judged):
        raise no_map(paths or ())
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


def _fails(result: LintResult, limit: str) -> bool:
    from cjm.findings import Severity

    least = Severity.named(limit)
    return least is not Severity.OFF and result.worst >= least
