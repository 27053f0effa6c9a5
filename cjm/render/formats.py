"""The formats that maps are drawn in, and the views of a map: one line for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from cjm.errors import UsageError
from cjm.render.mark import is_ours

if TYPE_CHECKING:
    from cjm.render.look import Look
    from cjm.sheet.sheet import Sheet


class Format(NamedTuple):
    """A format of pictures.

    Attributes:
        name: As it is asked for, and the ending of its files.
        made_by: `module:function`, from sheets and a look to the text of a file; imported when it is
            used.
        offers_languages: Whether its reader may choose among the languages of a map.
    """

    name: str
    made_by: str
    offers_languages: bool = False

    def render(self, sheets: Sequence[Sheet], look: Look) -> str:
        """Return a map as the text of a file.

        Args:
            sheets: The map as it is drawn; then the same in other languages, which a reader may
                choose where the format can offer that.
            look: How it looks.
        """
        made: str = found(self.made_by)(sheets, look)
        if look.templates is not None and not is_ours(made):
            raise UsageError(
                f"the templates in '{look.templates.folder}' leave out the mark of '{self.name}'",
                help="write {{ mark }} near the start: by it, cjm knows what it may overwrite",
            )
        return made

    def file(self, sheets: Sequence[Sheet], look: Look) -> bytes:
        """Return a map as a file; see `render`. What UTF-8 cannot hold is replaced."""
        made = self.render(sheets, look)
        try:
            return made.encode()
        except UnicodeEncodeError:
            from cjm.render.elements import legal

            return legal(made).encode()


class View(NamedTuple):
    """A way to look at a map.

    Attributes:
        name: As it is asked for.
        arranged_by: `module:function`, from a map, its workspace and a language to what is drawn.
        formats: Name → format.
    """

    name: str
    arranged_by: str
    formats: Mapping[str, Format]


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("svg", "cjm.render.svg:svg"),
        Format("html", "cjm.render.html:html", offers_languages=True),
    )
}  # fmt: skip
"""Name → format of the view `map`."""

FLOW_FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("svg", "cjm.render.svg:flow_svg"),
        Format("html", "cjm.render.flow_html:flow_html", offers_languages=True),
    )
}  # fmt: skip
"""Name → format of the view `flow`."""

COMPARISON_FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("svg", "cjm.render.svg:svg"),
        Format("html", "cjm.render.change_html:change_html", offers_languages=True),
    )
}  # fmt: skip
"""Name → format of the comparison of two maps."""

VIEWS: Mapping[str, View] = {
    each.name: each
    for each in (
        View("map", "cjm.sheet:arrange", FORMATS),
        View("flow", "cjm.sheet.flow:arrange_flow", FLOW_FORMATS),
    )
}
"""Name → view."""


def format_named(name: str, view: str = "map") -> Format:
    """Return the format `name` of a view.

    Raises:
        UsageError: There is no such format.
    """
    formats = VIEWS[view].formats
    if name not in formats:
        raise UsageError(f"unknown format '{name}'", help=f"one of {', '.join(formats)}")
    return formats[name]


def found(name: str) -> Callable[..., Any]:
    """Return the function that `module:function` names."""
    module, _, function = name.partition(":")
    made: Callable[..., Any] = getattr(import_module(module), function)
    return made
