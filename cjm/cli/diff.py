"""`cjm diff`: what changes from one map to another, and whether that is better."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.console import put, put_bytes, wants_color
from cjm.cli.exit_codes import FOUND, GOOD
from cjm.cli.options import completing, one_of, split
from cjm.cli.parameters import COLORS, Color, Force
from cjm.errors import UsageError
from cjm.workspace.choices import FAIL_ON, LEVELS, PICTURES

if TYPE_CHECKING:
    from cjm.cli.diff_pictures import PictureWishes
    from cjm.cli.diff_runs import Asked
    from cjm.diff.chain import Run
    from cjm.workspace.files import Files

FORMATS = ("text", "json", "markdown", "github")

Operands = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[OLD] NEW",
        help="Maps, folders, revisions of git (REV, REV:path, A...B); three or more are a chain. "
        "One alone is compared with its baseline, or with the last commit.",
        show_default=False,
    ),
]
OutputFormat = Annotated[
    str,
    typer.Option(
        metavar="|".join(FORMATS),
        autocompletion=completing(FORMATS),
        help="How the comparison is written.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="|".join(LEVELS),
        autocompletion=completing(LEVELS),
        help="List changes of these levels; commas, or repeated.",
    ),
]
Summary = Annotated[
    bool, typer.Option("--summary", help="The verdict, the table and the figures; no changes.")
]
Stat = Annotated[bool, typer.Option("--stat", help="One line for each map: how much, how bad.")]
Everything = Annotated[bool, typer.Option("--all", help="List details and rewordings one by one.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(FAIL_ON),
        autocompletion=completing(FAIL_ON),
        help="Exit with 1 where a change is judged so, or worse.",
    ),
]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="Exit with 1 where anything differs: --fail-on any.")
]
Likeness = Annotated[
    str,
    typer.Option(
        metavar="PERCENT",
        help="Likeness from which two items count as one where no id or name says so. Default: 50.",
        show_default=False,
    ),
]
Language = Annotated[
    str, typer.Option(metavar="TAG", help="Language of names.", show_default=False)
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "-f",
        "--format",
        metavar="svg|html",
        autocompletion=completing(PICTURES),
        help="Draw both maps on one grid instead; commas, or repeated.",
    ),
]
Out = Annotated[
    str,
    typer.Option(
        "-o",
        "--out",
        metavar="PATH",
        help="Folder or file of the pictures, or '-'. Default: maps",
        show_default=False,
    ),
]
Theme = Annotated[
    str,
    typer.Option(metavar="NAME", help="light, dark, print, or a theme file.", show_default=False),
]


def command(
    operands: Operands = None,
    output_format: OutputFormat = "text",
    only: Only = None,
    summary: Summary = False,
    stat: Stat = False,
    everything: Everything = False,
    fail_on: FailOn = None,
    exit_code: ExitCode = False,
    min_likeness: Likeness = "",
    lang: Language = "",
    color: Color = "auto",
    formats: Formats = None,
    out: Out = "",
    theme: Theme = "",
    force: Force = False,
) -> int:
    """Say what changes from one map to another, and whether it is better for the customer.

    Exits with 1 only where --fail-on or --exit-code asks for it, and with 2 where it cannot compare.
    """
    from cjm.cli.diff_runs import Asked, percent
    from cjm.cli.inputs import inputs
    from cjm.cli.operands import Operands as Resolver
    from cjm.diff.levels import Level

    wanted = one_of("--output-format", output_format, FORMATS)
    levels = tuple(Level(one_of("--only", each, LEVELS)) for each in split(only))
    _check_text(wanted, only=bool(levels), summary=summary, stat=stat, all=everything)
    limit = fail_on and one_of("--fail-on", fail_on, FAIL_ON)
    asked = Asked(percent("--min-likeness", min_likeness), "any" if exit_code else limit)
    given = inputs(operands)
    resolver = Resolver(given.files)
    runs = asked.runs(resolver.resolved(given.paths))
    failed = FOUND if asked.fails(runs) else GOOD
    if formats or out:
        from cjm.cli.diff_pictures import PictureWishes

        pictured = PictureWishes(split(formats), out, lang, force)
        return max(failed, _draw(runs, pictured, theme, asked, given.files))
    from cjm.report.diff.formats import FORMATS as REPORTS
    from cjm.report.diff.look import DiffLook

    look = DiffLook(
        color=wants_color(one_of("--color", color, COLORS), sys.stdout, os.environ),
        only=levels,
        summary=summary,
        everything=everything,
        stat=stat,
        language=lang,
        same=resolver.same,
        width=_width(),
    )
    text = REPORTS[wanted](runs, look)
    put_bytes(text.encode()) if wanted == "json" else put(text)
    return failed


def _check_text(wanted: str, **asked: bool) -> None:
    """Refuse what only text heeds."""
    for name, is_asked in asked.items():
        if is_asked and wanted != "text":
            raise UsageError(
                f"--{name} is for text, not for {wanted}", help="leave out one of the two"
            )


def _width() -> int:
    """Return the columns of the terminal; 0 where there is none: lines for programs stay whole."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def _draw(
    runs: Sequence[Run], wishes: PictureWishes, theme: str, asked: Asked, files: Files
) -> int:
    from cjm.cli.diff_pictures import put_pictures
    from cjm.cli.looks import LookWishes, looks
    from cjm.workspace.load import Loaded

    workspaces = [run.new.workspace for run in runs if run.new is not None]
    loaded = Loaded(tuple(workspaces[:1]))
    (look, *_) = looks(loaded, LookWishes(theme=theme), files) or (None,)
    if look is None:
        raise UsageError("there is nothing to draw: no map is in both")
    return put_pictures(runs, wishes, look, asked.judged)
