"""The options of `cjm render`."""

from __future__ import annotations

from typing import Annotated

import typer

from cjm.cli.options import completing
from cjm.workspace.choices import PICTURES, THEMES, VIEWS

Out = Annotated[
    str,
    typer.Option(
        "--out",
        "-o",
        metavar="DIR|FILE|-",
        help="A folder, one file, or '-' for stdout. Default: 'render.out' of the workspace, "
        "else its folder 'maps'.",
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=",".join(PICTURES),
        autocompletion=completing(PICTURES),
        help="Formats to write. Default: those of the workspace, else all.",
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TAGS",
        help="Languages to write, such as zh. Default: the map's own, and each of the "
        "workspace's 'languages' that it carries.",
    ),
]
Lanes = Annotated[
    list[str] | None,
    typer.Option(metavar="LANES", help="Lanes or presets to draw, in order, such as executive."),
]
Views = Annotated[
    list[str] | None,
    typer.Option(
        "--view",
        metavar=",".join(VIEWS),
        autocompletion=completing(VIEWS),
        help="Views to draw: the map, or the flow of its steps and branches. Default: those of the "
        "workspace, else map.",
    ),
]
Theme = Annotated[
    str,
    typer.Option(
        metavar="|".join((*THEMES, "FILE")),
        autocompletion=completing(THEMES),
        help="Colours. Default: that of the workspace, else light (a page is dark where the "
        "reader's system is).",
        show_default=False,
    ),
]
Wide = Annotated[bool, typer.Option("--wide", help="Keep a wide map in one band.")]
IdPrefix = Annotated[
    str,
    typer.Option(
        metavar="WORD",
        help="What the ids in an SVG begin with, so that several can stand in one page.",
        show_default=False,
    ),
]
TemplateFolder = Annotated[
    str,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="Templates that replace those of cjm, file by file, such as svg/map.svg.j2.",
        show_default=False,
    ),
]
Notes = Annotated[bool, typer.Option("--notes", help="Tell what the lanes of a map do not show.")]
CheckOnly = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit with 1 where a file is out of date.")
]
