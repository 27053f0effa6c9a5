"""`cjm schema`: the JSON Schemas of the files, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.console import put_bytes
from cjm.cli.options import completing, one_of
from cjm.cli.output import put_outcome

KINDS = ("journey", "persona", "library", "workspace", "theme")


def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="|".join(KINDS),
            autocompletion=completing(KINDS),
            help="The kind of file. Default: journey, or all with --write.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write files instead, KIND.schema.json each.")
    ] = False,
    out: Annotated[
        str,
        typer.Option("--out", "-o", metavar="DIR", help="Where --write puts them."),
    ] = "schemas",
) -> int:
    """Print the JSON Schema of a kind of file.

    Editors complete and check a map by it (draft 7): name it in the setting 'yaml.schemas' of the
    YAML language server.
    """
    from cjm.workspace.schemas import schema_texts
    from cjm.workspace.write import write_file

    texts = schema_texts()
    wanted = [one_of("KIND", kind, KINDS)] if kind else list(KINDS if write else KINDS[:1])
    for each in wanted:
        name = f"{each}.schema.json"
        if write:
            put_outcome(write_file(Path(out, name), texts[name].encode()), Path(out, name))
        else:
            put_bytes(texts[name].encode())
    return 0
