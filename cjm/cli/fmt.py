"""`cjm fmt`: files in one canonical layout."""

from __future__ import annotations

from typing import Annotated

import typer

from cjm.cli.parameters import Config, Paths, StdinFilename

Check = Annotated[
    bool,
    typer.Option("--check", help="Write nothing; list what would change, and exit with 1 if any."),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Write nothing; show what would change, and exit likewise.")
]
Ids = Annotated[
    bool, typer.Option("--ids", help="Write down the ids that names and texts stand for, too.")
]


def command(
    paths: Paths = None,
    check: Check = False,
    diff: Diff = False,
    ids: Ids = False,
    config: Config = None,
    stdin_filename: StdinFilename = "",
) -> int:
    """Lay files out in one canonical way: order of keys, indent, quotes, empty lines.

    Comments stay, and so does what a file means: where that cannot be, it is left as it is.
    """
    from cjm.cli.fmt_run import FmtRun
    from cjm.cli.inputs import inputs

    given = inputs(paths, stdin_name=stdin_filename, config=config)
    return FmtRun(given, is_check=check, is_diff=diff, with_ids=ids).run()
