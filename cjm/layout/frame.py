"""What stands around the lanes: the header with persona, title and figures, and the footer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm.layout.blocks import ground, star
from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.curve import BAR_OPACITY, DASHES
from cjm.layout.faces import draw_face
from cjm.layout.measure import line_height, text_width
from cjm.layout.people import draw_avatar, draw_names, draw_portraits, people_width
from cjm.layout.pieces import tick
from cjm.layout.theme import BODY, SMALL, Theme
from cjm.sheet.sheet import Figure, Header, LegendEntry, Sheet

SIDE = 26.0
"""Padding of the header and footer on the left and right."""

FIGURE, WIDEST_FIGURE, BETWEEN = 116.0, 150.0, 28.0
NARROW_TITLE = 300.0


def draw_header(canvas: Canvas, sheet: Sheet, x: float, y: float, width: float) -> float:
    """Draw the header from the top `y` down, and return where it ends."""
    header, theme = sheet.header, canvas.theme
    canvas.start("header")
    if _is_short(header):
        foot = _draw_short(canvas, header, x, y, width)
    else:
        foot = _draw_full(canvas, header, x, y, width)
    canvas.rule(x, foot, width, theme.edge)
    canvas.end()
    return foot


def header_width(header: Header) -> float:
    """Return how wide a sheet must be for its header: persona and title stand side by side."""
    people = 0.0 if _is_short(header) else people_width(header)
    return 2 * SIDE + people + BETWEEN + NARROW_TITLE if people else 0.0


def _is_short(header: Header) -> bool:
    return (
        not (header.badges or header.goals or header.figures)
        and len(header.portraits) <= 1
        and not any(portrait.detail for portrait in header.portraits)
    )


def _draw_short(canvas: Canvas, header: Header, x: float, y: float, width: float) -> float:
    """A title, and whose journey it is, in one line."""
    theme = canvas.theme
    left = x + SIDE
    if header.portraits:
        left += 70
    title = _title(header, x + width - SIDE - left, theme)
    said = [part for each in header.portraits for part in (each.name, each.quote) if part]
    line = set_text(" · ".join(said), x + width - SIDE - left, BODY, theme.quiet)
    height = max(title.height + line.height + 2, 48.0 if header.portraits else 0.0)
    for portrait in header.portraits:
        draw_avatar(canvas, portrait, x + SIDE + 24, y + 20 + height / 2, 24)
    top = y + 20 + (height - title.height - line.height - 2) / 2
    canvas.text(line, left, canvas.text(title, left, top) + 2)
    return y + height + 40


def _draw_full(canvas: Canvas, header: Header, x: float, y: float, width: float) -> float:
    theme = canvas.theme
    top, left, right = y + 24, x + SIDE, x + width - SIDE
    foot = top
    people = people_width(header)
    told = people > 0
    title_left = left + (people + BETWEEN if told else 0)
    columns = balanced(len(header.figures), header.abreast)
    wide = _figure_width(header.figures)
    taken = columns * wide + BETWEEN if columns else 0.0
    beside = bool(columns) and right - title_left - taken >= NARROW_TITLE
    if told:
        foot = draw_portraits(canvas, header.portraits, left, top, people, theme)
    room = right - title_left - (taken if beside else 0)
    middle = _middle(canvas, header, title_left, top, room, theme)
    if not told:
        middle = draw_names(canvas, header.portraits, title_left, middle, room, theme)
    foot = max(foot, middle)
    if beside:
        figures_left = right - columns * wide
        foot = max(foot, _figures(canvas, header.figures, figures_left, top, columns, theme))
    elif header.figures:
        count = len(header.figures)
        if count <= int(room / wide):  # one row below the title
            foot = max(
                foot, _figures(canvas, header.figures, title_left, middle + 14, count, theme)
            )
        else:
            columns = balanced(count, max(1, int((right - left) / wide)))
            foot = _figures(canvas, header.figures, left, foot + 16, columns, theme)
    return foot + 20


def balanced(count: int, most: int) -> int:
    """Return how many of `count` things stand side by side so that rows are alike: 4 as 2 and 2."""
    rows = -(-count // most)
    return -(-count // rows) if rows else 0


def _title(header: Header, room: float, theme: Theme) -> Setting:
    return set_text(header.title, room, theme.title, theme.ink, bold=True, balance=True,
                    language=header.language)  # fmt: skip


def _middle(canvas: Canvas, header: Header, x: float, y: float, room: float, theme: Theme) -> float:
    y = _badges(canvas, header, x, y, room, theme)
    y = canvas.text(_title(header, room, theme), x, y) + 4
    wide = max((text_width(label, SMALL, True) for label, _ in header.goals), default=0)
    names = [set_text(label, wide, SMALL, theme.quiet, bold=True) for label, _ in header.goals]
    indent = wide + 12
    drop = (line_height(BODY) - line_height(SMALL)) / 2 + 0.6
    for name, (_, text) in zip(names, header.goals, strict=True):
        canvas.text(name, x, y + drop)
        y = canvas.text(set_text(text, room - indent, BODY, theme.quiet), x + indent, y) + 2
    return y


def _badges(canvas: Canvas, header: Header, x: float, y: float, room: float, theme: Theme) -> float:
    left = x
    height = line_height(SMALL) + 4
    for badge in header.badges:
        width = text_width(badge.text, SMALL, True) + 18
        if badge.is_plain:
            text = set_text(badge.text, width, SMALL, theme.quiet)
            canvas.text(text, left + (width - 18) / 2, y + 2, anchor="middle")
            left += width - 18 + 6
            continue
        text = set_text(badge.text, min(width, room) - 18, SMALL,
                        theme.sheet if badge.strong else theme.ink, bold=True)  # fmt: skip
        if left > x and left + width > x + room:
            left, y = x, y + height + 5
        if badge.strong:
            canvas.rect(left, y, width, height, theme.ink, radius=height / 2)
        else:
            canvas.rect(left + 0.5, y + 0.5, width - 1, height - 1, theme.sheet,
                        radius=height / 2 - 0.5, stroke=theme.badge_edge, stroke_width=1)  # fmt: skip
        canvas.text(text, left + width / 2, y + 2, anchor="middle")
        left += width + 6
    return y + height + 8 if header.badges else y


def _figures(
    canvas: Canvas, figures: Sequence[Figure], x: float, y: float, columns: int, theme: Theme
) -> float:
    top = foot = y
    wide = _figure_width(figures)
    for index, figure in enumerate(figures):
        column = index % columns
        if index and not column:
            top = foot + 10
        value = set_text(figure.value, wide - 12, 21, _figure_ink(figure, theme), bold=True)
        label = set_text(figure.label, wide - 12, SMALL, theme.quiet)
        left = x + column * wide
        foot = max(foot, canvas.text(label, left, canvas.text(value, left, top)))
    return foot


def _figure_width(figures: Sequence[Figure]) -> float:
    """Return how wide a column of figures is: that of a longer one is wider, within limits."""
    longest = max((text_width(figure.value, 21, True) for figure in figures), default=0.0)
    return max(FIGURE, min(longest + 16, WIDEST_FIGURE))


def _figure_ink(figure: Figure, theme: Theme) -> str:
    """Return the colour of a figure; what it means stands in its sign and label, too."""
    if figure.turn != "kept":
        return theme.good if figure.turn == "better" else theme.bad
    if figure.id == "opportunities":
        return theme.good
    if figure.id == "emotion" and figure.value[:1] in "+\u2212":
        return theme.good if figure.value.startswith("+") else theme.bad
    return theme.ink


LONGEST_SOURCE = 300.0
"""What is longer stands below the legend, not beside it: in a wider font it would reach into it."""

SWATCH = 32.0
"""Width of the little note that stands for all that is hatched."""


class _Item(NamedTuple):
    """Something of the footer: a sign and a text."""

    entry: LegendEntry | None
    text: str

    @property
    def indent(self) -> float:
        if self.entry is None:
            return 0.0
        return SWATCH + 6 if self.entry.sign == "hatched" else 20.0


def draw_footer(canvas: Canvas, sheet: Sheet, x: float, y: float, width: float) -> float:
    """Draw the legend, the evidence and the source from `y` down, and return where they end."""
    theme = canvas.theme
    canvas.start("footer")
    canvas.rule(x, y, width, theme.edge)
    source = set_text(sheet.footer.source, width - 2 * SIDE, SMALL, theme.quiet)
    taken = max((text_width(line, SMALL) for line in source.lines), default=0.0)
    items = [_Item(entry, entry.text) for entry in sheet.legend]
    if sheet.footer.evidence:
        items.append(_Item(None, sheet.footer.evidence))
    left, top = x + SIDE, y + 12
    right = x + width - SIDE
    is_beside = taken <= LONGEST_SOURCE
    limit = right - taken - 24 if is_beside else right
    foot = top
    for item in items:
        need = item.indent + text_width(item.text, SMALL)
        if left > x + SIDE and left + need > limit:
            left, top, limit = x + SIDE, foot + 4, right
        text = set_text(item.text, limit - left - item.indent, SMALL, theme.quiet)
        if item.entry is not None:
            _sign(canvas, item.entry, left, top + line_height(SMALL) / 2)
        foot = max(foot, canvas.text(text, left + item.indent, top))
        left += need + 22
    at = y + 12 if is_beside else foot + 4
    foot = max(foot, canvas.text(source, right, at, anchor="end"))
    canvas.end()
    return foot + 12


def _sign(canvas: Canvas, entry: LegendEntry, x: float, y: float) -> None:
    theme = canvas.theme
    if entry.sign == "hatched":
        ground(canvas, x, y - 8, SWATCH, 16, "pain", is_assumed=True)
        outline = draw("M", x + 3, y - 7.7, "h", SWATCH - 9.3, "q", 6, 0, 6, 6, "v", 3.4,
                       "q", 0, 6, -6, 6, "h", 9.3 - SWATCH)  # fmt: skip
        canvas.path(outline, stroke=theme.note("pain").edge, stroke_width=0.6)
    elif entry.sign == "hollow":
        draw_face(canvas, x + 7, y, 0, theme, is_hollow=True, ring=theme.sheet)
    elif entry.sign == "moment":
        star(canvas, x + 7, y, theme.moment)
    elif entry.sign in ("gain", "loss"):
        colour = theme.good if entry.sign == "gain" else theme.bad
        canvas.rect(x + 3, y - 6, 7, 12, colour, radius=2, opacity=BAR_OPACITY)
    elif entry.sign == "before":
        canvas.path(
            draw("M", x, y, "h", 15), stroke=theme.earlier(entry.line), stroke_width=1.5,
            dash=DASHES[min(entry.line, len(DASHES) - 1)],
        )  # fmt: skip
    elif entry.sign == "line":
        canvas.path(draw("M", x, y, "h", 15), stroke=theme.ink, stroke_width=2.5)
    elif entry.sign == "added":
        canvas.rect(x + 0.75, y - 5.25, 13, 10.5, theme.card, radius=3, stroke=theme.good,
                    stroke_width=1.5)  # fmt: skip
    elif entry.sign == "removed":
        frame = draw("M", x + 0.5, y - 5, "h", 13.5, "v", 10, "h", -13.5, "Z")
        canvas.path(frame, fill=theme.behind, stroke=theme.divider, stroke_width=1, dash="3 2")
    elif entry.sign == "gone":
        tick(canvas, x + 7, y, 4.6, theme.good)
    elif entry.sign == "tick":
        canvas.rect(x, y - 2.5, 14, 5, theme.bar_ground, radius=2.5)
        canvas.rect(x + 9, y - 5.5, 2, 11, theme.ink)
