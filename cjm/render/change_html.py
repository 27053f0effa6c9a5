"""A comparison as one HTML file that stands alone, as that of a map does.

A reader may see the old map, the new one, or both at once: native controls and the style do that,
and nothing moves between them. What changes is a button each, so that Tab leads from change to
change; it tells what was and what is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cjm.render.html import page_of
from cjm.render.html_tools import Choice, Tools, tools_of
from cjm.render.look import PLAIN, Look
from cjm.render.templating import template_source
from cjm.sheet.change_words import change_words
from cjm.sheet.sheet import Sheet


def change_html(sheets: Sequence[Sheet], look: Look = PLAIN) -> str:
    """Return a comparison of two maps as an HTML file.

    Args:
        sheets: The comparison; then the same in other languages, among which a reader may choose.
        look: How it looks.
    """
    style = template_source(look.templates, "html/change.css")
    return page_of(sheets, look, _tools(sheets), words=change_words, more_style=style)


def _tools(sheets: Sequence[Sheet]) -> Tools:
    states = tuple(
        Choice(id, tuple(sheet.states[place] for sheet in sheets))
        for place, id in enumerate(("see-old", "see-new"))
    )
    return replace(tools_of(sheets), states=states)
