"""Parameters that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

from cjm.cli.options import completing

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS",
        help="Files, folders and globs; '-' reads standard input. Default: the folder here.",
        show_default=False,
    ),
]

Config = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Settings to use instead of each 'cjm.yaml'."),
]

StdinFilename = Annotated[
    str,
    typer.Option(
        metavar="FILE",
        help="Where standard input would lie: its name, and whose workspace it belongs to.",
        show_default=False,
    ),
]

Today = Annotated[str, typer.Option(hidden=True)]
"""The day of the run, for tests; without it, the clock is asked."""

Force = Annotated[bool, typer.Option("--force", help="Replace files that are in the way.")]

COLORS = ("auto", "always", "never")
Color = Annotated[
    str,
    typer.Option(
        metavar="|".join(COLORS),
        autocompletion=completing(COLORS),
        help="Colour; 'auto' heeds the terminal, NO_COLOR and FORCE_COLOR.",
    ),
]
