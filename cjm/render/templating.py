"""The templates: found in the shipped folder, always escaped, never silent about a missing value."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from cjm.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment


@functools.cache
def templates() -> Environment:
    """Return the environment that all renderers share."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source(name: str) -> str | None:
    file = folder("templates").joinpath(*name.split("/"))
    return file.read_text(encoding="utf-8") if file.is_file() else None
