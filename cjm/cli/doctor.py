"""x"""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from cjm.cli.options import completing, one_of, split

PROFILES = ("sketch", "standard", "strict")
SEVERITIES = ("note", "warning", "error")
FORMATS = ("text", "concise", "json")
COLORS = ("auto", "always", "never")
STDIN_NAME = "stdin.journey.yaml"


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help="Files, folders and globs; '-' reads standard input. Default: the folder here.",
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(PROFILES),
            autocompletion=completing(PROFILES),
            help="How much is asked of a map: a workshop's sketch, the standard, or a map that "
            "decisions rest on.",
        ),
    ] = None,
) -> int:
    """Doc."""
    return 0
