"""The formats that maps are drawn in: one line for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from cjm.errors import UsageError
from cjm.sheet.sheet import Sheet


@dataclass(frozen=True)
class Format:
    """A format of pictures.

    Attributes:
        name: As it is asked for, and the ending of its files.
        made_by: `module:function`, from a sheet to the text of a file; imported when it is used.
    """

    name: str
    made_by: str

    def render(self, sheet: Sheet) -> str:
        """Return `sheet` as the text of a file."""
        module, _, function = self.made_by.partition(":")
        make: Callable[[Sheet], str] = getattr(import_module(module), function)
        return make(sheet)


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("svg", "cjm.render.svg:svg"),
        Format("html", "cjm.render.html:html"),
    )
}  # fmt: skip
"""Name → format."""


def format_named(name: str) -> Format:
    """Return the format `name`.

    Raises:
        UsageError: There is no such format.
    """
    found = FORMATS.get(name)
    if found is None:
        raise UsageError(f"unknown format '{name}'", help=f"one of {', '.join(FORMATS)}")
    return found
