"""Words for a place in a journey: `step 'Compares plans' in stage 'Learn'`."""

from __future__ import annotations

from typing import NamedTuple

from cjm.findings import Route
from cjm.lint.subject import FileSubject, MapSubject
from cjm.model.item import Item
from cjm.model.text import Text
from cjm.workspace.workspace import names_of

LONGEST = 60

_NOUNS = {
    "touchpoints": "touchpoint", "channels": "channel", "evidence": "evidence",
    "metrics": "metric", "needs": "need", "departments": "department", "systems": "system",
}  # fmt: skip


class Spot(NamedTuple):
    """A place, perhaps in another file, that a sentence names beside `{where}`."""

    route: Route
    subject: FileSubject


def shorten(text: str) -> str:
    """Return `text` on one line and no longer than a message can bear."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def words(text: Text, subject: FileSubject) -> str:
    """Return `text` as a message names it, in the language of the file."""
    return shorten(text.in_language(subject.language))


def where(route: Route, subject: FileSubject) -> str:
    """Return the words for the step, stage or shared thing that `route` lies in."""
    if isinstance(subject, MapSubject):
        if route[:1] == ("stages",) and len(route) > 1:
            return _in_stages(route, subject)
        if route[:1] == ("library",) and len(route) > 2:
            return f"{_NOUNS.get(str(route[1]), 'entry')} '{shorten(str(route[2]))}'"
        return "the journey"
    for at, item in subject.roots:
        if route[: len(at)] == at:
            noun = _NOUNS.get(str(at[0]), "entry") if at else "persona"
            return f"{noun} '{name_of(item, subject) or shorten(str(at[-1] if at else ''))}'"
    return "this file"


def _in_stages(route: Route, subject: MapSubject) -> str:
    stage = subject.journey.stages[int(route[1])]
    words = _called("stage", stage, int(route[1]), subject)
    if route[2:3] == ("steps",) and len(route) > 3:
        number = int(route[3])
        return f"{_called('step', stage.steps[number], number, subject)} in {words}"
    return words


def _called(noun: str, item: Item, index: int, subject: FileSubject) -> str:
    """Return the words for a stage or step; one without a name has its number."""
    name = name_of(item, subject)
    return f"{noun} '{name}'" if name else f"{noun} {index + 1}"


def name_of(item: Item, subject: FileSubject) -> str:
    """Return the name (or title, or text) of `item`, as a message names it."""
    text = getattr(item, str(type(item).shorthand), None)
    if isinstance(text, Text) and text:
        return words(text, subject)
    return shorten(next(iter(names_of(item)), "") or str(text or item.id or ""))
