"""`cjm import`"""
from __future__ import annotations
import typer
group = typer.Typer(help="x", no_args_is_help=True, rich_markup_mode=None)
@group.command("mermaid")
def mermaid(files: list[str]) -> int:
    """x"""
    return 0
