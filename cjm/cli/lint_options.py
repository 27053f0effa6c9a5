"""The options of `cjm lint`."""

from __future__ import annotations

from typing import Annotated

import typer

from cjm.cli.options import completing
from cjm.workspace.choices import PROFILES, SEVERITIES

FORMATS = (
    "text", "concise", "json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown",
)  # fmt: skip
LEAST = tuple(each for each in SEVERITIES if each != "off")

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
        metavar="|".join(LEAST),
        autocompletion=completing(LEAST),
        help="Exit with 1 from this severity on. Default: error.",
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with 0, whatever is found in maps.")
]
Notes = Annotated[bool, typer.Option("--notes", help="List notes too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="List errors only, and sum nothing up.")]
All = Annotated[
    bool,
    typer.Option("--all", help="List every finding, not only the first of a rule in a file."),
]
OutputFormat = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT[:FILE]",
        autocompletion=completing(FORMATS),
        help=f"How findings are written: {', '.join(FORMATS)}. Repeated for several, all but one "
        "into files, such as 'sarif:lint.sarif'. Default: text, or github in GitHub Actions.",
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count findings by rule instead; text or json.")
]
ShowSettings = Annotated[
    bool,
    typer.Option(
        "--show-settings",
        help="Say what holds for each file and why: profile, severities, thresholds; text or json.",
    ),
]
Coverage = Annotated[
    bool,
    typer.Option(
        "--coverage",
        help="Say how much evidence stands behind the claims, by stage and kind; text or json. "
        "Exits with 1 below 'evidence.fail_under' of cjm.yaml.",
    ),
]
Badge = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="Write --coverage as a badge too, an SVG.", show_default=False
    ),
]
WriteBaseline = Annotated[
    bool,
    typer.Option(
        "--write-baseline",
        help="Record today's findings; later runs report only new ones.",
    ),
]
PruneBaseline = Annotated[
    bool,
    typer.Option("--prune-baseline", help="Drop from the baseline what occurs no more."),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Report what the baseline hides, too.")
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Report again whenever a file is saved; Ctrl-C ends.")
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Judge everything anew, and keep nothing.")
]
Fix = Annotated[
    bool,
    typer.Option("--fix", help="Mend what can be mended; the rest of each file stays as it is."),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Show what --fix or --add-ignore would change, and write nothing."),
]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help="Let --fix put in guesses too, which change what a map says."
    ),
]
AddIgnore = Annotated[
    str | None,
    typer.Option(
        metavar="REASON", help="Silence today's findings by comments in the files, with a reason."
    ),
]
