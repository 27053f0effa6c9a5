"""How cjm's commands read their words: options stay as typed, a mistyped command gets a suggestion.

Newer releases of Typer convert each option by a Pydantic type made for it, also where text stays
text, which takes a third of a cold `cjm lint`. All options of cjm are text, lists of it, or flags.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from cjm.cli.options import nearest_word
from cjm.errors import UsageError


class Command(TyperCommand):
    """A command that takes its options as they were typed."""

    def get_params(self, ctx: Any) -> Any:
        """See `click.Command.get_params`."""
        return _as_typed(super().get_params(ctx))


class Group(TyperGroup):
    """A command that holds others."""

    def get_params(self, ctx: Any) -> Any:
        """See `click.Command.get_params`."""
        return _as_typed(super().get_params(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """See `click.Group.resolve_command`."""
        word = args[0]
        if not word.startswith("-") and word not in self.commands and not ctx.resilient_parsing:
            near = _meant(word, ctx.command_path) or nearest_word(word, self.commands)
            raise UsageError(
                f"there is no command '{ctx.command_path} {word}'"
                + (f"; did you mean '{near}'?" if near else ""),
                help=f"'{ctx.command_path} --help' lists the commands",
            )
        return super().resolve_command(ctx, args)


def _meant(word: str, path: str) -> str:
    """Return what is likely meant by a word that is no command, or an empty string."""
    if path == "cjm import" and word.lower().endswith((".mmd", ".mermaid", ".md")):
        return f"{path} mermaid {word}"
    return "cjm --version" if (path, word) == ("cjm", "version") else ""


def _as_typed(parameters: Any) -> Any:
    for parameter in parameters:
        # Other releases convert by other means: there this is nobody's attribute.
        if hasattr(parameter, "_runtime_param"):
            parameter._runtime_param = _AsTyped()
    return parameters


class _AsTyped:
    """Stands where Typer keeps what converts a parameter."""

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        """Return `value`, which the parser has split already."""
        del ctx
        is_several = param.multiple or param.nargs == -1
        return list(value or ()) if is_several else value
