"""The label of a line: a condition and a share, on a ground of their own."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.layout.canvas import Canvas, Setting
from cjm.layout.linebreak import wrap
from cjm.layout.measure import line_height, text_width
from cjm.layout.theme import SMALL

SIDES, ENDS = 7.0, 3.0
"""Padding on the left and right, above and below."""

BETWEEN = 5.0
"""Between a condition and a share on one line."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A condition, a share, or both side by side, with their widths."""

    when: str
    share: str
    when_width: float
    share_width: float

    @classmethod
    def of(cls, when: str, share: str) -> _Line:
        share_width = text_width(share, SMALL, True) if share else 0.0
        return cls(when, share, text_width(when, SMALL), share_width)

    @property
    def share_at(self) -> float:
        """Where the share begins."""
        return self.when_width + BETWEEN if self.when and self.share else self.when_width

    @property
    def width(self) -> float:
        return self.share_at + self.share_width


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition and a share, broken into lines that stand one below the other.

    Attributes:
        lines: From top to bottom.
        width: With its padding.
        height: With its padding.
        language: Tag of the condition's language, where it is not the flow's.
    """

    lines: tuple[_Line, ...]
    width: float
    height: float
    language: str = ""

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it around the middle `x`, `y`."""
        theme = canvas.theme
        canvas.start("chip")
        canvas.rect(x - self.width / 2, y - self.height / 2, self.width, self.height, theme.sheet,
                    radius=6, stroke=theme.edge, stroke_width=1)  # fmt: skip
        top = y - self.height / 2 + ENDS
        for line in self.lines:
            left = x - line.width / 2
            # Of its own width, so that a wider font is fitted into it.
            if line.when:
                when = Setting((line.when,), line.when_width + 1, SMALL, theme.soft_ink,
                               language=self.language)  # fmt: skip
                canvas.text(when, left + line.when_width / 2, top, anchor="middle")
            if line.share:
                share = Setting((line.share,), line.share_width + 1, SMALL, theme.ink, bold=True)
                at = left + line.share_at + line.share_width / 2
                canvas.text(share, at, top, anchor="middle")
            top += line_height(SMALL)
        canvas.end()


def chip_of(when: str, share: str, room: float, language: str = "") -> Chip | None:
    """Return the label of a line, at most `room` px wide; `None` where there is nothing to say."""
    if not (when or share):
        return None
    inner = room - 2 * SIDES
    lines = [_Line.of(line, "") for line in wrap(when, inner, SMALL, balance=True)]
    if share:
        both = _Line.of(lines[-1].when if lines else "", share)
        if lines and both.width <= inner:
            lines[-1] = both
        else:
            lines.append(_Line.of("", share))
    width = max((line.width for line in lines), default=0.0)
    height = len(lines) * line_height(SMALL) + 2 * ENDS
    return Chip(tuple(lines), width + 2 * SIDES + 1, height, language)
