"""The pictures of comparisons that are proved: of the examples, of hard pairs, and of diagrams that
other people wrote.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cjm.diff.compare import compare
from cjm.diff.judge import Judgement, judge
from cjm.diff.side import Side
from cjm.layout import Scene, lay_out
from cjm.layout.themes import SHIPPED
from cjm.render.formats import COMPARISON_FORMATS
from cjm.render.look import Look
from cjm.sheet import Sheet
from cjm.sheet.comparison import arrange_comparison
from cjm.workspace.choices import THEMES
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.browser.subjects import INPUTS, ROOT
from tests.sheet.comparisons import BEFORE, PAIRS, judged

REAL = (("129.mmd", "130.mmd"), ("135.mmd", "136.mmd"), ("137.mmd", "138.mmd"))
"""Diagrams of which one is the other's future."""

TWO_TONGUES = ("changes", "upgrade", "upgrade-chain", "ordering")


@dataclass(frozen=True, eq=False)
class Compared:
    """A comparison in one language; `others` are those that a page offers besides."""

    name: str
    language: str
    others: tuple[str, ...]
    judgement: Judgement
    earlier: tuple[Judgement, ...] = ()
    view: str = "comparison"
    _made: dict[tuple[str, str], str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.name}-{self.language}"

    def scene(self) -> Scene:
        """Return its picture before it is written."""
        return lay_out(self.sheet())

    def sheet(self, language: str = "") -> Sheet:
        """Return what it shows."""
        return arrange_comparison(
            self.judgement, language=language or self.language, earlier=self.earlier
        )

    def picture(self, format: str, theme: str = THEMES[0]) -> str:
        """Return the text of its file."""
        if (format, theme) not in self._made:
            look = Look(SHIPPED[theme], SHIPPED["dark"] if theme == THEMES[0] else None)
            how = COMPARISON_FORMATS[format]
            languages = (self.language, *(self.others if how.offers_languages else ()))
            sheets = [self.sheet(language) for language in languages]
            self._made[format, theme] = how.render(sheets, look)
        return self._made[format, theme]


@functools.cache
def comparisons() -> tuple[Compared, ...]:
    """Return the comparisons of the examples and of hard pairs."""
    found: list[Compared] = []
    for name, (old, new) in PAIRS.items():
        found += _compared(name, *judged(old, new))
    found += _compared("changes-chain", *judged(*PAIRS["changes"], BEFORE))
    for folder, stem in (("5g-upgrade", "upgrade"), ("wholesale-ordering", "ordering")):
        sides = _sides(f"examples/{folder}")
        current, future = sides[f"{stem}-current"], sides[f"{stem}-future"]
        found += _compared(stem, judge(compare(current, future)))
        if f"{stem}-transition" in sides:
            between = judge(compare(sides[f"{stem}-transition"], future))
            found += _compared(f"{stem}-chain", judge(compare(current, future)), (between,))
    return tuple(found)


@functools.cache
def real_comparisons() -> tuple[Compared, ...]:
    """Return the comparisons of diagrams that somebody wrote; none where there are no diagrams."""
    if not INPUTS.is_dir():
        return ()
    loaded = load(DiskFiles(str(INPUTS)), sorted({each for pair in REAL for each in pair}))
    sides = {map.path: Side(map, workspace) for workspace, map in loaded.maps}
    return tuple(
        each
        for old, new in REAL
        for each in _compared(old.removesuffix(".mmd"), judge(compare(sides[old], sides[new])))
    )


def _sides(folder: str) -> dict[str, Side]:
    loaded = load(DiskFiles(str(ROOT / folder)), ["."])
    return {map.id: Side(map, workspace) for workspace, map in loaded.maps}


def _compared(
    name: str, judgement: Judgement, earlier: Sequence[Judgement] = ()
) -> Iterator[Compared]:
    own = judgement.comparison.new.map.language or "en"
    languages = ("en", "zh") if name in TWO_TONGUES else (own,)
    for language in languages:
        others = tuple(tag for tag in languages if tag != language)
        yield Compared(name, language, others, judgement, tuple(earlier))
