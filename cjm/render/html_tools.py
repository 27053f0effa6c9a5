"""What a reader may choose on a page: a persona, lanes, a language; native controls and rules of style.

Nothing here needs a script: a rule of the style asks which control is checked (`:has`, CSS Selectors 4
§4.5). A browser that does not know this shows everything, and no controls for lanes and personas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.sheet.sheet import Sheet

FEWEST = 3
"""A map with fewer lanes than this below its stages needs no choice among them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose.

    Attributes:
        id: Of its control.
        names: In each language of the page.
        language: Tag of the language of the names, where it is another than the page's.
    """

    id: str
    names: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True)
class Tools:
    """The choices that a page offers; a kind that is empty is not offered.

    Attributes:
        personas: Those who share the map, where something of it is some of them's only.
        lanes: All but the stages.
        languages: Each under its own name.
        style: The rules that make the choices do something.
        places: Id of a lane → its number, by which the rules know it.
        states: Of a comparison, the old map and the new one.
    """

    personas: tuple[Choice, ...]
    lanes: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    style: str
    places: dict[str, int]
    states: tuple[Choice, ...] = ()


def tools_of(sheets: Sequence[Sheet]) -> Tools:
    """Return the choices of a map in some languages, the first of which is shown first."""
    places = _places(sheets)
    lanes = tuple(_lanes(sheets, places))
    personas = tuple(_personas(sheets)) if _is_shared(sheets[0]) else ()
    languages = tuple(_languages(sheets)) if len(sheets) > 1 else ()
    rules = [
        *(f":root:has(#in-{at}:not(:checked)) .in-{at}{{display:none}}" for at in range(len(languages))),
        *(f":root:has(#{lane.id}:not(:checked)) .{lane.id}{{display:none}}" for lane in lanes),
        *(rule for place in range(len(personas)) for rule in _persona_rules(sheets[0], place)),
    ]  # fmt: skip
    return Tools(personas, lanes, languages, "\n".join([*rules, ""]), places)


def _places(sheets: Sequence[Sheet]) -> dict[str, int]:
    ids = dict.fromkeys(lane.id for sheet in sheets for lane in sheet.lanes)
    return {id: place for place, id in enumerate(ids)}


def _lanes(sheets: Sequence[Sheet], places: dict[str, int]) -> Iterator[Choice]:
    """Yield the lanes that may be hidden; a page without its stages would say nothing."""
    titles = [{lane.id: lane.title for lane in sheet.lanes} for sheet in sheets]
    chosen = [
        (id, place) for id, place in places.items()
        if not any(lane.id == id and lane.kind == "stages" for lane in sheets[0].lanes)
    ]  # fmt: skip
    if len(chosen) < FEWEST:
        return
    for id, place in chosen:
        known = next(title[id] for title in titles if id in title)
        yield Choice(f"lane-{place}", tuple(title.get(id, known) for title in titles))


def _is_shared(sheet: Sheet) -> bool:
    """Whether something of the map is the business of some of its personas only."""
    if len(sheet.header.portraits) < 2:
        return False
    return (
        any(portrait.line is not None for portrait in sheet.header.portraits)
        or any(column.personas for column in sheet.columns)
        or any(
            getattr(block, "personas", ())
            for lane in sheet.lanes for cell in lane.cells for block in cell.blocks
        )
    )  # fmt: skip


def _personas(sheets: Sequence[Sheet]) -> Iterator[Choice]:
    for place, portrait in enumerate(sheets[0].header.portraits):
        names = tuple(sheet.header.portraits[place].short for sheet in sheets)
        yield Choice(f"who-{place}", names, portrait.language)


def _languages(sheets: Sequence[Sheet]) -> Iterator[Choice]:
    from cjm.model.languages import own_name

    for number, sheet in enumerate(sheets):
        yield Choice(f"in-{number}", (own_name(sheet.language),), sheet.language)


def _persona_rules(sheet: Sheet, place: int) -> Iterator[str]:
    """Yield what happens when a persona is chosen: what is only others' goes, or steps back."""
    chosen = f":root:has(#who-{place}:checked)"
    yield f"{chosen} .by:not(.by-{place}){{display:none}}"
    yield f"{chosen} td.at:not(.at-{place})>*{{display:none}}"
    yield f"{chosen} th.at:not(.at-{place}){{--step:var(--quiet);--step-edge:dashed}}"
    yield (f"{chosen} .person:not(.who-{place}) .face"
           "{--portrait:var(--behind);--portrait-ink:var(--quiet);--line:var(--edge);"
           "filter:grayscale(1)}")  # fmt: skip
    lines = {portrait.line for portrait in sheet.header.portraits} - {None}
    if lines:
        line = sheet.header.portraits[place].line
        others = ".cjm-line" if line is None else f".cjm-line:not(.cjm-line-{line})"
        yield f"{chosen} {others}{{opacity:.16}}"
        yield f"{chosen} {others} text{{visibility:hidden}}"
