"""`cjm import mermaid`: a journey file for each Mermaid diagram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.commands import Command, Group
from cjm.cli.console import tell, tell_error
from cjm.cli.exit_codes import FOUND, GOOD, USAGE
from cjm.cli.output import put_outcome
from cjm.cli.parameters import Force
from cjm.errors import MissingPathError, NoMapError, OutputError

if TYPE_CHECKING:
    from cjm.findings import Finding
    from cjm.source.document import Document
    from cjm.workspace.files import Files
    from cjm.workspace.read_file import FileReading

group = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Turn other tools' files into journey maps.",
)


@group.callback()
def _formats() -> None:
    pass


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="FILES",
        help="Mermaid files, Markdown files with 'mermaid' blocks, and globs.",
        show_default=False,
    ),
]
Folder = Annotated[
    str,
    typer.Option(
        "--out", "-o", metavar="DIR", help="Where to write. Default: here.", show_default=False
    ),
]


@group.command("mermaid", cls=Command)
def command(paths: Sources, out: Folder = ".", force: Force = False) -> int:
    """Write NAME.journey.yaml for each 'journey' diagram.

    What Mermaid itself swallows or misreads is told on stderr.
    """
    from cjm.cli.inputs import disk
    from cjm.cli.report import tell_findings

    files = disk()
    named = [path for given in paths for path in _existing(files, given)]
    readings = [_read(files, path) for path in named]
    tell_findings(_findings(readings))
    code = GOOD
    for name, document in _named(named, readings):
        target = Path(out, f"{name}.journey.yaml")
        if document.data is None:
            code = max(code, FOUND)
            continue
        try:
            _write(document, target, force=force)
        except OutputError as error:
            tell_error(str(error), error.help)
            code = USAGE
    if not any(document.data for reading in readings for document in reading.documents):
        raise NoMapError(f"no journey diagram found in {', '.join(paths)}")
    _tell_of_twins(files, named, out)
    return code


def _existing(files: Files, given: str) -> list[str]:
    from cjm.workspace.discover import expand, is_glob

    if files.is_file(given):
        return [given]
    found = expand(files, given) if is_glob(given) else []
    if found:
        return found
    if files.is_folder(given):
        raise MissingPathError(
            f"'{given}' is a folder", help=f"name the files in it, such as '{given}/*.mmd'"
        )
    raise MissingPathError(f"there is no file '{given}'")


def _read(files: Files, path: str) -> FileReading:
    from cjm.workspace.discover import kind_by_name
    from cjm.workspace.files import UnreadableFile
    from cjm.workspace.read_file import FileReading, read_file, unreadable
    from cjm.workspace.settings import Settings

    kind = "markdown" if kind_by_name(path) == "markdown" else "mermaid"
    try:
        return read_file(path, files.read(path), kind, Settings())
    except UnreadableFile as error:
        return FileReading(kind, (unreadable(path, str(error)),))


def _named(paths: Sequence[str], readings: Sequence[FileReading]) -> Iterator[tuple[str, Document]]:
    """Yield each diagram with the name of its file: several in one file, or one name, count on."""
    from cjm.workspace.read_file import file_id

    counts: dict[str, int] = {}
    for path, reading in zip(paths, readings, strict=True):
        name = file_id(path)
        for document in reading.documents:
            counts[name] = counts.get(name, 0) + 1
            yield name if counts[name] == 1 else f"{name}-{counts[name]}", document


def _write(document: Document, target: Path, *, force: bool) -> None:
    from cjm.convert.mermaid import import_mermaid
    from cjm.workspace.write import write_file

    def guard(_beginning: bytes) -> None:
        raise OutputError(
            f"'{target}' is there already",
            help="write elsewhere with -o, or replace it with --force",
        )

    content = import_mermaid(document).encode()
    put_outcome(write_file(target, content, guard=None if force else guard), target)


def _findings(readings: Sequence[FileReading]) -> Iterator[Finding]:
    from cjm.lint import LintOptions, lint
    from cjm.workspace.settings import Settings
    from cjm.workspace.workspace import Workspace

    for reading in readings:
        alone = Workspace("", Settings(), maps=reading.maps, documents=reading.documents)
        yield from lint(alone, options=LintOptions(select=("format",))).findings


def _tell_of_twins(files: Files, paths: Sequence[str], out: str) -> None:
    """Say so where diagram and new file would be two maps of one name in a workspace."""
    from cjm.workspace.discover import kind_by_name, root_above

    def home(folder: str) -> str:
        return files.absolute(root_above(files, folder) or folder)

    twins = [
        path
        for path in paths
        if kind_by_name(path) == "mermaid" and home(str(Path(path).parent)) == home(out)
    ]
    if twins:
        tell(
            f"note: {', '.join(twins)} counts as a map too; remove it once you go on in the new file"
        )
