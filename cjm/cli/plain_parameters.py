"""Options that are text as typed: they need no conversion, so nothing is imported for one.

Newer releases of Typer convert each option by a Pydantic type made for it, also where text stays
text, which takes a third of a cold `cjm lint`. All options of cjm are text, lists of it, or flags.
"""

from __future__ import annotations

from typing import Any


def take_as_typed(command: Any) -> None:
    """Let `command` and all below it take their options as the parser has split them."""
    for parameter in command.params:
        # Other releases convert by other means: there this is nobody's attribute.
        if hasattr(parameter, "_runtime_param"):
            parameter._runtime_param = _AsTyped()
    for inner in getattr(command, "commands", {}).values():
        take_as_typed(inner)


class _AsTyped:
    """Stands where Typer keeps what converts a parameter."""

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        """Return `value`; the context is no concern of it."""
        del ctx
        is_several = param.multiple or param.nargs == -1
        return list(value or ()) if is_several else value
