"""Writes the tables of this package anew from font files and the Unicode data; a developer's tool.

    python -m cjm.layout.metrics.generate --exact DIR [DIR …] --bounds DIR [DIR …]

``--exact``: folders that hold Liberation Sans (Debian's ``fonts-liberation`` and ``fonts-liberation2``). ``--bounds``:
folders with fonts that stand in where it lacks a character (``fonts-noto-core``, ``fonts-dejavu-core``,
``fonts-freefont-ttf``). Needs fontTools and uniseg, which nothing imports at run time. Only widths are read,
which are facts about the fonts, never outlines.
"""

from __future__ import annotations

import argparse
import math
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

#: Style of a font file -> name of its table.
STYLES = {"Regular": "PLAIN", "Bold": "BOLD", "Italic": "ITALIC", "BoldItalic": "BOLD_ITALIC"}
#: Units per em of every width in the tables, as in Liberation Sans.
EM = 2048
#: Bounds are rounded up to one of these, in hundredths of an em, so that the table stays short.
BUCKETS = (0, 30, 50, 70, 90, 110, 140, 200, 300, 500, 800)
#: Letters of these are everyday text, and get a bound rounded up to the next tenth of an em.
EVERYDAY = (range(0x590, 0x700), range(0x900, 0x980), range(0xE00, 0xE60))
ARABIC = range(0x620, 0x700)
EMOJI = 140
UNKNOWN = 150
LAST = 0x10FFFF
#: Where each character gets a bound of its own: Latin to Arabic, India to Georgia, Khmer, additions to Latin and
#: Greek, punctuation, symbols. Elsewhere a block has one bound for letters and one for vowel signs.
FINE = (
    range(0x180, 0x700), range(0x900, 0xF00), range(0x1000, 0x1100), range(0x1780, 0x1800),
    range(0x1E00, 0x2400), range(0x2500, 0x27C0),
)  # fmt: skip
#: Shapers keep the advance of marks here, and drop it elsewhere.
INDIC = range(0x900, 0xE00)
CYRILLIC = range(0x400, 0x530)
#: Where UAX #11 takes code points that are not assigned yet to be wide.
IDEOGRAPHS = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x3FFFE))
INVISIBLE = {0x34F, 0x61C, *range(0x115F, 0x1161), *range(0x180B, 0x1810), *range(0x200B, 0x2010)} | {
    *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0000, 0xE1000)
}  # fmt: skip

#: Line-breaking class -> letter; the upper case of a letter is the same class in East Asian width.
LETTERS = {
    "AL": "a", "BA": "b", "CL": "c", "CP": "d", "EX": "e", "GL": "g", "HY": "h", "ID": "i", "IS": "j", "IN": "k",
    "HL": "l", "EM": "m", "NU": "n", "OP": "o", "QU": "q", "PR": "r", "SP": "s", "PO": "t", "SA": "u", "WJ": "w",
    "SY": "y", "ZW": "z", "CB": "0", "BB": "1", "B2": "2", "RI": "3", "EB": "4", "NS": "5", "CM": "~", "ZWJ": "~",
    "H2": "H", "H3": "H", "JL": "V", "JV": "V", "JT": "V",
}  # fmt: skip
LETTERS |= dict.fromkeys(("AI", "XX", "SG", "AK", "AP", "AS"), "a")
LETTERS |= dict.fromkeys(("BK", "CR", "LF", "NL"), "s") | {"VI": "~", "VF": "~", "CJ": "5"}
THAI_BEFORE = {*range(0xE40, 0xE45), *range(0xEC0, 0xEC5)}
THAI_AFTER = {0xE2F, 0xE30, 0xE32, 0xE33, 0xE45, 0xE46, 0xEAF, 0xEB0, 0xEB2, 0xEB3, 0xEC6}


def main() -> None:
    """Writes ``advance_table.py``, ``bound_table.py`` and ``class_table.py`` beside this file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--exact", nargs="+", type=Path, required=True)
    parser.add_argument("--bounds", nargs="+", type=Path, required=True)
    arguments = parser.parse_args()

    widths = {style: exact_widths(arguments.exact, style) for style in STYLES}
    bounds = dict(enumerate(character_bounds(arguments.bounds, known=widths["Regular"])))
    joined = joined_bounds(arguments.bounds)
    tables: dict[str, tuple[str, dict[str, dict[int, Any]]]] = {
        "advance_table": (
            "Advance widths of Liberation Sans in 1/2048 em",
            {STYLES[style]: found for style, found in widths.items()},
        ),
        "bound_table": (
            "Upper bounds of advance widths in 1/100 em for what it lacks",
            {"BOUNDS": bounds, "JOINED": joined},
        ),
        "class_table": (
            "Line-breaking classes of Unicode 16",
            {"CLASSES": dict(enumerate(classes()))},
        ),
    }
    for module, (title, named) in tables.items():
        text = f'"""{title}: first code point:value of each run; made by ``generate.py``."""\n'
        for name, values in named.items():
            text += f'\n{name} = """\n{textwrap.fill(" ".join(runs(values)), 100)}\n"""\n'
        Path(__file__).with_name(f"{module}.py").write_text(text, encoding="utf-8")


def runs(values: dict[int, Any]) -> Iterator[str]:
    """Yields ``start:value`` where the value changes; a gap is a run with an empty value."""
    previous: Any = ""
    end = 0
    for point in sorted(values):
        if point != end and previous != "":
            yield f"{end:x}:"
            previous = ""
        end = point + 1
        if values[point] != previous:
            previous = values[point]
            yield f"{point:x}:{previous}"
    if end <= LAST:
        yield f"{end:x}:"


def exact_widths(folders: Iterable[Path], style: str) -> dict[int, int]:
    """The widest advance of each character that every release has, with the most that kerning adds before it."""
    fonts = [
        import_module("fontTools.ttLib").TTFont(path)
        for folder in folders
        for path in sorted(folder.rglob(f"LiberationSans-{style}.ttf"))
    ]
    maps = [font.getBestCmap() for font in fonts]
    shared = set.intersection(*(set(characters) for characters in maps))
    kept = (point for point in shared if unicodedata.category(chr(point)) not in {"Co", "Cc"})
    added = [kerning(font) for font in fonts]
    return {
        point: max(
            font["hmtx"][characters[point]][0] + kern.get(characters[point], 0)
            for font, characters, kern in zip(fonts, maps, added, strict=True)
        )
        for point in kept
    }


def kerning(font: Any) -> dict[str, int]:
    """The largest positive kerning before each glyph; negative kerning is ignored, so a width is a bound.

    Cyrillic is left out: its few positive pairs are small, and the factor in ``measure`` covers them.
    """
    cyrillic = {glyph for point, glyph in font.getBestCmap().items() if point in CYRILLIC}
    most: dict[str, int] = {}
    for table in font["kern"].kernTables if "kern" in font else ():
        for (_, second), value in table.kernTable.items():
            if second not in cyrillic:
                most[second] = max(value, most.get(second, 0))
    return most


def character_bounds(folders: Iterable[Path], known: Iterable[int]) -> Iterator[int]:
    """Yields a bound in 1/100 em for each code point; where none is known, that of its neighbour."""
    unicode = import_module("fontTools.unicodedata")
    widest = widest_glyphs(folders)
    exact = set(known)
    coarse: dict[tuple[str, bool], float] = {}
    for point, width in widest.items():
        if not is_fine(point) and not is_wide(chr(point)):
            key = unicode.block(chr(point)), unicodedata.category(chr(point)) == "Mc"
            coarse[key] = max(width, coarse.get(key, 0.0))
    usual = UNKNOWN
    for point in range(LAST + 1):
        value = bound_of(unicode, point, widest, coarse, exact)
        usual = value or usual
        yield usual if value is None else value


def bound_of(
    unicode: Any,
    point: int,
    widest: dict[int, float],
    coarse: dict[tuple[str, bool], float],
    exact: set[int],
) -> int | None:
    """The bound of one code point; ``widest`` and ``coarse`` in em."""
    character = chr(point)
    category = unicodedata.category(character)
    if is_wide(character):
        return EMOJI if is_emoji(character) else 200 if 0x2E3A <= point <= 0x2E3B else 100
    if point in exact or category in {"Cc", "Cs", "Cn"}:
        return None
    if point in INVISIBLE or (category in {"Mn", "Me"} and point not in INDIC):
        return 0
    if is_emoji(character) or 0x1F000 <= point < 0x1FB00:
        return EMOJI
    if is_fine(point) and point in widest:
        return bucket(widest[point], everyday=any(point in span for span in EVERYDAY))
    key = unicode.block(character), category == "Mc"
    return bucket(coarse[key]) if key in coarse else UNKNOWN


def widest_glyphs(folders: Iterable[Path]) -> dict[int, float]:
    """The widest advance of each character in any font and any joining form, in em."""
    widest: dict[int, float] = {}
    for font in fonts_of(folders):
        forms = joining_forms(font, {"init", "medi", "fina", "isol"})
        for point, glyph in font.getBestCmap().items():
            advances = (font["hmtx"][name][0] for name in (glyph, *forms.get(glyph, ())))
            widest[point] = max(widest.get(point, 0.0), max(advances) / font["head"].unitsPerEm)
    return widest


def fonts_of(folders: Iterable[Path]) -> Iterator[Any]:
    """Yields the fonts of folders, but those of fixed width."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.ttf")):
        if "Mono" not in path.name:
            yield import_module("fontTools.ttLib").TTFont(path, lazy=True)


def joining_forms(font: Any, tags: set[str]) -> dict[str, list[str]]:
    """Glyph -> its forms under the given features (initial, medial, final, isolated)."""
    forms: dict[str, list[str]] = {}
    if "GSUB" not in font:
        return forms
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord if table.FeatureList else ():
        if record.FeatureTag not in tags:
            continue
        for index in record.Feature.LookupListIndex:
            for entry in table.LookupList.Lookup[index].SubTable:
                for glyph, form in getattr(
                    getattr(entry, "ExtSubTable", entry), "mapping", {}
                ).items():
                    forms.setdefault(glyph, []).extend([form] if isinstance(form, str) else [])
    return forms


def joined_bounds(folders: Iterable[Path]) -> dict[int, int]:
    """Bounds in 1/100 em of Arabic letters that another one follows: the initial and medial forms."""
    widest: dict[int, float] = {}
    for font in fonts_of(folders):
        initial, final = (
            joining_forms(font, tags) for tags in ({"init", "medi"}, {"isol", "fina"})
        )
        for point, glyph in font.getBestCmap().items():
            if point in ARABIC and glyph in final:
                # A letter that joins only backwards keeps its final form.
                names = initial.get(glyph) or [glyph, *final[glyph]]
                width = max(font["hmtx"][name][0] for name in names) / font["head"].unitsPerEm
                widest[point] = max(widest.get(point, 0.0), width)
    return {point: bucket(width, everyday=True) for point, width in sorted(widest.items())}


def bucket(em: float, *, everyday: bool = False) -> int:
    """The smallest bucket that holds a width."""
    if everyday:
        return math.ceil(round(em * 10, 2)) * 10
    return next(size for size in BUCKETS if size >= math.floor(em * 100))


def is_fine(point: int) -> bool:
    """Whether the character gets a bound of its own."""
    return any(point in span for span in FINE)


def is_wide(character: str) -> bool:
    """Whether the character takes a full square (UAX #11), assigned or not."""
    if unicodedata.category(character) == "Cn":
        return any(ord(character) in span for span in IDEOGRAPHS)
    return unicodedata.east_asian_width(character) in {"F", "W"}


def is_emoji(character: str) -> bool:
    """Whether the character may be shown as a picture."""
    return bool(import_module("uniseg.linebreak").extended_pictographic(character)) or (
        0x1F1E6 <= ord(character) <= 0x1F3FF and is_wide(character)
    )


def classes() -> Iterator[str]:
    """Yields the letter of the line-breaking class of each code point, with the tailoring of ``linebreak``."""
    for point in range(LAST + 1):
        yield class_letter(point)


def class_letter(point: int) -> str:
    """One letter: see ``LETTERS``; f and p are closing and opening quotation marks, v and x Thai and Lao vowels."""
    uniseg = import_module("uniseg.linebreak")
    character = chr(point)
    name = str(uniseg.line_break(character))
    category = unicodedata.category(character)
    if name == "QU":
        return {"Pi": "p", "Pf": "f"}.get(category, "q")
    if name == "SA":
        if category in {"Mn", "Mc"}:
            return "~"
        return "v" if point in THAI_BEFORE else "x" if point in THAI_AFTER else "u"
    if point in {0xFF9E, 0xFF9F}:
        return "~"
    letter = LETTERS[name]
    if name == "CJ" or name == "NS":
        return "6" if is_east_asian(character) else "5"
    return letter.upper() if is_east_asian(character) and letter in "bceijkort" else letter


def is_east_asian(character: str) -> bool:
    """Whether LB19a counts the character as East Asian."""
    return is_wide(character) or unicodedata.east_asian_width(character) == "H"


if __name__ == "__main__":
    main()
