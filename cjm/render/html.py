"""A map as one HTML file that stands alone: a real table, no script, nothing asked of a network.

The page's policy forbids all but its one style, which is named by its hash. Every text of a map goes
through a template, which escapes it, or through the writer of SVG, which does so too. What a reader
chooses (languages, lanes, a persona, details) is done by native controls and the style alone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cjm.layout.height import sheet_height
from cjm.layout.icons import icon_path
from cjm.layout.measure import text_width
from cjm.layout.pictures import picture_size
from cjm.layout.slant import may_slant
from cjm.layout.strip import Strip, column_widths, grid_over
from cjm.layout.theme import PADDING, SMALL
from cjm.model.languages import is_right_to_left
from cjm.render.html_style import Surface, style_hash, style_of, width_classes
from cjm.render.html_table import CHANGES, Slot, groups_of, strips_of
from cjm.render.html_tools import Tools, tools_of
from cjm.render.look import PLAIN, Look
from cjm.render.mark import MARK
from cjm.sheet.lanes import LANES
from cjm.sheet.sheet import Details, Personas, Sheet, Sign
from cjm.sheet.words import SPOKEN, Vocabulary, vocabulary

if TYPE_CHECKING:
    from markupsafe import Markup

    from cjm.images import Bitmap

POLICY = "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"

SIGNS: dict[Sign, str] = {
    "line": "experience", "expectation": "expectation", "hollow": "hollow",
    "hatched": "hatched pain", "moment": "moment", "tick": "tick", "before": "past",
    "gain": "gain", "loss": "loss", "added": "added", "removed": "removed", "gone": "settled",
}  # fmt: skip
"""Sign of the legend → its classes."""


class Counts(NamedTuple):
    """How many colours there are of each kind."""

    stages: int
    lines: int
    owners: int


@dataclass
class Leaf:
    """The map in one language, as a part of the page.

    Attributes:
        number: From 0, in the order of the languages.
        widths: Of the columns, in px.
        prefix: What the ids within begin with.
        icons: Name of an icon that occurs on the page → its path.
        words: Our words in its language.
        told: Details that are asked for somewhere in the leaf → the id of what tells them.
    """

    sheet: Sheet
    number: int
    widths: tuple[int, ...]
    strips: Mapping[str, Strip]
    prefix: str
    icons: dict[str, str]
    words: Vocabulary
    told: dict[Details, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.say = self.words.say
        self._awaits_first = bool(self.sheet.states) and _tells_more(self.sheet)
        self.first_change = f"{self.prefix}first" if self._awaits_first else ""
        self.is_right_to_left = is_right_to_left(self.sheet.language)
        self.ours = spoken(our_language(self.sheet))
        self.groups = list(groups_of(self.sheet, self.strips, self.prefix))
        bands = [band for _, bands in self.groups for band in bands]
        self.faces = [face for band in bands for face in band.faces]

    @property
    def columns(self) -> list[list[int]]:
        """For each stage the classes of its columns' widths."""
        classes = width_classes(self.widths)
        return [
            [classes[width] for width in self.widths[each.start : each.end]]
            for each in self.sheet.stages
        ]

    def icon(self, name: str) -> Markup:
        """Return an icon as a reference to its drawing, of which the page has one."""
        if name and name not in self.icons:
            self.icons[name] = icon_path(name)
        return _icon(name)

    def picture(self, image: Bitmap, slot: Slot) -> tuple[float, float]:
        """Return the size of a picture in its cell, in px; in a wide cell several stand abreast."""
        abreast = max(1, min(len(slot.blocks), slot.span))
        whole = sum(self.widths[slot.column : slot.column + slot.span])
        return picture_size(image, max(1.0, whole / abreast - 2 * PADDING))

    def asks(self, more: Details, is_named: bool = False) -> Markup:
        """Return the attributes of a button that shows `more`; the same details are told once.

        The first of a comparison gets an id, unless it `is_named`.

        It shows them when it is pressed; a browser that knows `interestfor` also while the pointer
        or the keyboard's focus rests on it, and hides them on Escape (WCAG 2.2, 1.4.13).
        """
        from markupsafe import Markup

        id = self.told.setdefault(more, f"{self.prefix}m{len(self.told)}")
        own = ""
        if self._awaits_first and not is_named:
            own, self._awaits_first = f' id="{self.first_change}"', False
        return Markup(f'{own} popovertarget="{id}" popovertargetaction="show" interestfor="{id}"')


def html(sheets: Sequence[Sheet], look: Look = PLAIN) -> str:
    """Return a map as an HTML file.

    Args:
        sheets: The map; then the same in other languages, among which a reader may choose.
        look: How it looks.
    """
    return page_of(sheets, look, tools_of(sheets))


def page_of(
    sheets: Sequence[Sheet], look: Look, tools: Tools, *,
    words: Callable[[str], Vocabulary] = vocabulary, more_style: str = "",
) -> str:  # fmt: skip
    """Return a page.

    Args:
        sheets: What it shows, in one language or several.
        look: How it looks.
        tools: What its reader may choose.
        words: Tag of a language → our words in it.
        more_style: Rules beside those of a map.
    """
    from markupsafe import Markup

    from cjm.render.templating import templates

    icons: dict[str, str] = {}
    leaves = [
        _leaf(sheet, f"l{number}-" if number else "", number, icons, words)
        for number, sheet in enumerate(sheets)
    ]
    surfaces = [Surface(leaf.sheet, leaf.widths, _height(leaf), leaf.faces) for leaf in leaves]
    style = style_of(surfaces, look) + more_style + tools.style
    return templates(look.templates).get_template("html/map.html.j2").render(
        leaves=leaves,
        icons=icons,
        tools=tools,
        mark=Markup(MARK),
        policy=Markup(POLICY.format(hash=style_hash(style))),
        schemes=look.schemes,
        style=Markup(style),
        signs=SIGNS,
        lanes=LANES,
        changes=CHANGES,
        spoken=spoken,
        upright=_is_upright,
        wide=_is_wide,
        within=_within,
        gap=_gap,
        percent=_percent,
        counts=Counts(len(look.theme.stages), len(look.theme.lines), len(look.theme.owners)),
    )  # fmt: skip


def _tells_more(sheet: Sheet) -> bool:
    """Whether there is more to know about anything but a face of the curve."""
    cells = (cell for lane in sheet.lanes for cell in lane.cells)
    return any(getattr(block, "more", ()) for cell in cells for block in cell.blocks)


def our_language(sheet: Sheet) -> str:
    """Return the language of our own words where it is not the sheet's."""
    return "" if sheet.language.partition("-")[0] in SPOKEN else "en"


WIDEST_STATUS = 51.0
"""In px; in the narrowest columns, the sign of impact and effort has room beside a status so wide."""


@functools.cache
def _is_wide(status: str) -> bool:
    return text_width(status, SMALL) > WIDEST_STATUS


def _is_upright(text: str) -> bool:
    return not may_slant(text)


@functools.cache
def spoken(language: str) -> Markup:
    """Return the attributes of a text in another language than the sheet's."""
    from markupsafe import Markup

    if not language:
        return Markup()
    direction = "rtl" if is_right_to_left(language) else "ltr"
    return Markup(' lang="{}" dir="{}"').format(language, direction)


def _leaf(
    sheet: Sheet, prefix: str, number: int, icons: dict[str, str],
    words: Callable[[str], Vocabulary],
) -> Leaf:  # fmt: skip
    widths = column_widths(sheet)
    own = words(sheet.language)
    return Leaf(sheet, number, widths, strips_of(sheet, widths), prefix, icons, own)


def _height(leaf: Leaf) -> float:
    return sheet_height(leaf.sheet, grid_over(leaf.widths), leaf.strips)


@functools.cache
def _within(personas: Personas, name: str = "by") -> str:
    """Return the classes of what is some personas' only: " by by-0 by-2"; `""` for everyone's."""
    return "".join([f" {name}", *(f" {name}-{each}" for each in personas)]) if personas else ""


@functools.cache
def _icon(name: str) -> Markup:
    from markupsafe import Markup

    drawn = f'<svg class="icon" aria-hidden="true"><use href="#icon-{name}"/></svg>'
    return Markup(drawn if name else "")


@functools.cache
def _gap(span: int, arrow: str) -> Markup:
    """Return so many empty cells of the table, and what they show of an arrow that passes."""
    from markupsafe import Markup

    return Markup(f'<td class="{arrow}"></td>' if arrow else "<td></td>") * span


def _percent(share: float) -> str:
    return f"{100 * share:.4g}%"
