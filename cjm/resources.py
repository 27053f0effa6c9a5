"""Where the shipped `templates/`, `schemas/` and `examples/` are.

They lie beside the package in a checkout, and inside the package once it is installed (the wheel
puts them there). The checkout comes first, since an editable install may leave stale copies.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@functools.cache
def folder(name: str) -> Traversable:
    """Return the shipped folder `name`: `templates`, `schemas` or `examples`.

    Raises:
        FileNotFoundError: The installation is broken; the folder is in neither place.
    """
    package = files("cjm")
    beside = _beside(package, name)
    if beside is not None:
        return beside
    inside = package.joinpath(name)
    if inside.is_dir():
        return inside
    raise FileNotFoundError(f"this installation of cjm lacks its folder '{name}'")


def _beside(package: Traversable, name: str) -> Traversable | None:
    from pathlib import Path

    if not isinstance(package, Path) or not (package.parent / "pyproject.toml").is_file():
        return None
    candidate = package.parent / name
    return candidate if candidate.is_dir() else None
