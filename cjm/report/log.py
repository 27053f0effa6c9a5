"""The history of a map or of one item: who changed what, when and why.

As JSON it is what `schemas/log-report.schema.json` describes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from cjm.diff.change import Change
from cjm.diff.history import Entry, Event
from cjm.diff.judge import Judged
from cjm.diff.levels import Level
from cjm.findings.visible import visible
from cjm.model.text import Text
from cjm.report.diff.words import Tongue, sentence
from cjm.report.inert_json import inert_json
from cjm.report.paint import Paint, painter

VERSION = 1
"""Of the JSON document's shape; it rises when a key goes or changes its meaning."""

_MOST = 20
_LONGEST = 200
_SIGN = {Level.BETTER: "+", Level.WORSE: "−", Level.BREAKING: "!", Level.NEUTRAL: "·"}
_STYLE = {
    Level.BETTER: "good", Level.WORSE: "error", Level.BREAKING: "error", Level.NEUTRAL: "gutter"
}  # fmt: skip


class Commit(Protocol):
    """Who made a version, when and why."""

    @property
    def commit(self) -> str:
        """Its id."""

    @property
    def path(self) -> str:
        """Of the file then."""

    @property
    def author(self) -> str:
        """Name of the author."""

    @property
    def time(self) -> datetime.datetime | None:
        """When it was written."""

    @property
    def subject(self) -> str:
        """Why."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is to be told.

    Attributes:
        path: Of the file, as the user wrote it.
        item: Id or name of the item that was asked for; empty for the whole map.
        entries: What each version changed, the newest first.
        left: How many older ones are not told.
        is_shallow: The clone does not hold the whole past.
    """

    path: str
    item: str
    entries: Sequence[Entry[Any]]
    left: int
    is_shallow: bool


def log_text(story: Story, *, color: bool, language: str = "") -> str:
    """Return a history for people; the text holds no control character but colour on request."""
    paint = painter(color=color)
    blocks = ["\n".join(_entry(story, each, paint, language)) for each in story.entries]
    if story.left:
        blocks.append(f"… and {story.left} older: --max {len(story.entries) + story.left}")
    return "\n\n".join(blocks) + "\n" if blocks else ""


def log_json(story: Story, *, language: str = "") -> str:
    """Return a history as JSON; the text holds no character that acts."""
    from cjm import __version__

    return inert_json({
        "version": VERSION,
        "tool": {"name": "cjm", "version": __version__},
        "path": story.path,
        "item": story.item or None,
        "shallow": story.is_shallow,
        "left": story.left,
        "entries": [_facts(each, language) for each in story.entries],
    })  # fmt: skip


def _entry(story: Story, entry: Entry[Commit], paint: Paint, language: str) -> Iterator[str]:
    commit = entry.version
    day = commit.time.strftime("%Y-%m-%d") if commit.time is not None else "no date"
    author = _line(commit.author) or "nobody"
    yield f"{paint(day, 'strong')} · {author} · {paint(commit.commit[:10], 'gutter')}"
    yield f"  {paint(_line(commit.subject) or 'no subject', 'strong')}"
    tongue = Tongue(language, entry.side.language if entry.side is not None else "")
    yield from (f"    {each}" for each in _head(story, entry, tongue))
    for judged in entry.changes[:_MOST]:
        sign = paint(_SIGN[judged.level], _STYLE[judged.level])
        yield f"    {sign} {_where(entry, judged.change, tongue, story)}{sentence(judged.change, tongue)}"
    if len(entry.changes) > _MOST:
        yield f"    … and {len(entry.changes) - _MOST} more"
    if entry.basis:
        names = ", ".join(tongue.quoted(each) for each in entry.evidence) or "none"
        yield f"    · evidence: {names}, so it is {entry.basis}"


def _head(story: Story, entry: Entry[Commit], tongue: Tongue) -> Iterator[str]:
    name = tongue.quoted(entry.name) if entry.name is not None else "the map"
    if entry.event is Event.UNREADABLE:
        yield "· no map can be read in this version"
    elif entry.event is Event.CHANGES and not entry.changes and not entry.basis:
        yield "· the map says the same: comments, layout or 'x-' keys changed"
    elif entry.event is Event.ENDS:
        yield f"· {name} is gone"
    elif entry.event is Event.BEGINS:
        journey = entry.side.journey if entry.side is not None else None
        if story.item:
            place = _place(entry, tongue)
            yield f"· {name} is there for the first time{f', at {place}' if place else ''}"
        elif journey is not None:
            steps = sum(len(stage.steps) or 1 for stage in journey.stages)
            yield f"· {name} begins: {_count(len(journey.stages), 'stage')}, {_count(steps, 'step')}"


def _place(entry: Entry[Commit], tongue: Tongue) -> str:
    """Return the step or stage that an item stands at."""
    if entry.side is None or entry.route[:1] != ("stages",):
        return ""
    at = entry.route[:4] if entry.route[2:3] == ("steps",) else entry.route[:2]
    at = at[:2] if at == entry.route else at
    if at == entry.route:
        return ""
    name = getattr(entry.side.item(at), "name", None)
    return tongue.quoted(name) if name is not None else ""


def _where(entry: Entry[Commit], change: Change, tongue: Tongue, story: Story) -> str:
    """Return the step that a change lies in, where the line does not tell of it."""
    if entry.judgement is None or story.item:
        return ""
    pairing = entry.judgement.comparison.pairing
    old, new = change.old_place, change.new_place
    if not (new or old):
        return ""
    name = pairing.name(old or None, new or None)
    words = tongue(name)
    return "" if words == tongue(change.name) and not change.key else f"{words}: "


def _facts(entry: Entry[Commit], language: str) -> dict[str, Any]:
    commit = entry.version
    tongue = Tongue(language, entry.side.language if entry.side is not None else "")
    return {
        "commit": commit.commit,
        "path": commit.path,
        "author": commit.author,
        "time": commit.time.isoformat() if commit.time is not None else None,
        "subject": commit.subject,
        "event": entry.event.value,
        "name": tongue(entry.name) if entry.name is not None else None,
        "evidence": [tongue(each) for each in entry.evidence],
        "basis": entry.basis or None,
        "changes": [_change(each, tongue) for each in entry.changes],
    }


def _change(judged: Judged, tongue: Tongue) -> dict[str, Any]:
    change = judged.change
    return {
        "kind": change.kind.value,
        "level": judged.level.value,
        "rule": judged.rule,
        "message": sentence(change, tongue),
        "id": change.id,
        "name": tongue(change.name),
        "key": change.key,
        "persona": tongue(change.persona),
        "before": _value(change.before, tongue),
        "after": _value(change.after, tongue),
    }


def _value(value: Any, tongue: Tongue) -> Any:
    if value is None or isinstance(value, bool | float):
        return value
    return tongue(value) if isinstance(value, Text) else tongue.value(value)


def _line(text: str) -> str:
    """Return what a commit says on one line in which nothing acts."""
    words = visible(" ".join(text.split()))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
