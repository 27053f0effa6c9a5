"""The templates: found in the shipped folder, always escaped, never silent about a missing value.

Templates of the user's own, which replace shipped ones one by one, run in a sandbox.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cjm.errors import UsageError
from cjm.kept import kept_in
from cjm.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable

    from jinja2 import Environment

    _Loaded = tuple[str, str, Callable[[], bool] | None]

MAX_TEMPLATE = 1_000_000
"""The most bytes that a template may have."""

SHIPPED = "shipped/"
"""Before a name, it asks for the template that comes with cjm, also where another replaces it."""

OURS = "cjm:"
"""Before a name, it says in a traceback that the template came with cjm."""

_FOLDERS = ("svg", "html")


class Templates(NamedTuple):
    """A folder of templates that replace shipped ones of the same name, such as `svg/map.svg.j2`."""

    folder: str


def templates_in(path: str) -> Templates:
    """Return the templates in the folder `path`.

    Raises:
        UsageError: There is no such folder, or nothing in it replaces anything.
    """
    if not Path(path).is_dir():
        raise UsageError(
            f"there is no folder of templates '{path}'",
            help="--templates names a folder with templates such as svg/map.svg.j2",
        )
    if not any(Path(path, name).is_file() for name in replaceable()):
        raise UsageError(
            f"no file in '{path}' replaces a template",
            help=f"the templates of cjm are {', '.join(replaceable())}",
        )
    return Templates(path)


def replaceable() -> tuple[str, ...]:
    """Return the names of the templates that pictures are made with."""
    shipped = folder("templates")
    return tuple(
        f"{kind}/{each.name}"
        for kind in _FOLDERS
        for each in sorted(shipped.joinpath(kind).iterdir(), key=lambda found: found.name)
        if each.is_file()
    )


@functools.cache
def templates(own: Templates | None = None) -> Environment:
    """Return the environment that all renderers share."""
    from jinja2 import FunctionLoader, StrictUndefined

    settings: dict[str, Any] = {
        "loader": FunctionLoader(functools.partial(_loaded, own)),
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }
    if own is None:
        from cjm.render.quick import Quick

        return Quick(kept_in(), **settings)
    from cjm.render.sandbox import Sandbox

    return Sandbox(**settings)


def template_source(own: Templates | None, name: str) -> str:
    """Return the text of a file among the templates that is none itself, such as a style.

    Raises:
        UsageError: One of the user's own cannot be read.
    """
    found = _loaded(own, name)
    assert found is not None, name
    return found[0]


def _loaded(own: Templates | None, name: str) -> _Loaded | None:
    """Return the text of the template `name`, where it lies and whether that is still so.

    Returns `None` where there is none.
    """
    parts = name.removeprefix(SHIPPED).split("/")
    if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
        return None
    if own is not None and not name.startswith(SHIPPED):
        path = Path(own.folder, *parts)
        if path.is_file():
            state = _state(path)
            return _own_text(path, own), str(path), lambda: _state(path) == state
    file: Traversable = folder("templates").joinpath(*parts)
    return (file.read_text(encoding="utf-8"), OURS + name, None) if file.is_file() else None


def _state(path: Path) -> tuple[object, ...]:
    try:
        found = path.resolve().stat()
    except OSError:
        return ()
    return path.resolve(), found.st_mtime_ns, found.st_size


def _own_text(path: Path, own: Templates) -> str:
    if not path.resolve().is_relative_to(Path(own.folder).resolve()):
        raise UsageError(
            f"the template '{path}' is a link that leaves its folder",
            help="put the file itself into the folder",
        )
    try:
        with path.open("rb") as file:
            source = file.read(MAX_TEMPLATE + 1)
    except OSError as error:
        raise UsageError(
            f"the template '{path}' cannot be read: {error.strerror or error}"
        ) from None
    if len(source) > MAX_TEMPLATE:
        raise UsageError(f"the template '{path}' is larger than {MAX_TEMPLATE:,} bytes")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"the template '{path}' is not in UTF-8") from None
