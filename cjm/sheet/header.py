"""What stands above and below the map: title, personas, goals, figures, legend, footer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial

from cjm.figures.curve import mean_level
from cjm.model.insight import Opportunity
from cjm.model.persona import Persona, is_not_applicable
from cjm.model.walk import insights
from cjm.sheet.lanes.encounter import channels_of
from cjm.sheet.lanes.evidence import uses_at
from cjm.sheet.lanes.initiatives import owners_at
from cjm.sheet.sheet import (
    Badge,
    Figure,
    Footer,
    Gauge,
    Header,
    Lane,
    LegendEntry,
    Portrait,
    StepCard,
)
from cjm.sheet.view import View
from cjm.workspace.references import Resolved

MOST_EVIDENCE = 4
CRITICAL = 5
"""The severity from which a pain is called critical."""


def header(view: View) -> Header:
    """Return what stands above the map."""
    journey = view.map.journey
    title, language = view.said(journey.title)
    personas = [view.references.persona(persona) for persona in journey.personas]
    return Header(
        title,
        tuple(_badges(view)),
        tuple(map(partial(_portrait, view), personas, journey.personas)),
        tuple(_goals(view)),
        tuple(_figures(view)),
        language,
    )


def legend(view: View, lanes: Sequence[Lane]) -> tuple[LegendEntry, ...]:
    """Return the signs that occur in `lanes`, with their meaning."""
    blocks = [block for lane in lanes for cell in lane.cells for block in cell.blocks]
    curves = [lane.curve for lane in lanes if lane.curve is not None]
    points = [point for curve in curves for line in curve.lines for point in line.points]
    entries: list[LegendEntry] = []
    if any(getattr(block, "basis", "") == "assumed" for block in blocks):
        entries.append(LegendEntry("hatched", view.words.say("legend.hatched")))
    if any(point.is_assumed for point in points):
        entries.append(LegendEntry("hollow", view.words.say("legend.hollow")))
    if any(isinstance(block, StepCard) and block.moment for block in blocks):
        entries.append(LegendEntry("moment", view.words.say("legend.moment")))
    if any(isinstance(block, Gauge) and block.tick is not None for block in blocks):
        entries.append(LegendEntry("tick", view.words.say("legend.tick")))
    return tuple(entries)


def footer(view: View) -> Footer:
    """Return what stands below the map."""
    names = list(_evidence(view))
    shown = names[:MOST_EVIDENCE]
    if len(names) > MOST_EVIDENCE:
        shown[-1] += " " + view.words.say("and_more", count=len(names) - MOST_EVIDENCE)
    evidence = view.words.say("evidence", list=view.words.listed(shown)) if shown else ""
    return Footer(evidence, " · ".join(_source(view)))


def initials(name: str) -> str:
    """Return what stands in a portrait for a name: "LN" for Li Na, "国栋" for 陈国栋, "佐藤" for 佐藤 美咲."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return name.strip()[:1]
    if len(words) == 1 and _is_wide(words[0][0]):
        return words[0][-2:] if len(words[0]) <= 4 else words[0][:2]
    if _is_wide(words[0][0]):
        return words[0][:2]
    if unicodedata.bidirectional(words[0][0]) == "AL":  # two Arabic letters would join to a word
        return words[0][0]
    letters = [words[0][0]] + ([words[-1][0]] if len(words) > 1 else [])
    return "".join(letters).upper()


def _source(view: View) -> Iterator[str]:
    if view.map.id:
        yield view.words.say("source.map", id=view.text(view.map.id))
    if view.map.document.digest:
        yield view.words.say("source.version", digest=view.map.document.digest[:7])


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _badges(view: View) -> Iterator[Badge]:
    journey = view.map.journey
    if journey.state is not None:
        yield Badge(view.words.say(f"state.{journey.state}"), strong=True)
    if journey.status is not None:
        yield Badge(view.words.say(f"status.{journey.status}"))
    if journey.review is not None and journey.review.last is not None:
        yield Badge(view.words.say("reviewed", date=view.words.date(journey.review.last)))


def _portrait(view: View, persona: Resolved[Persona], use: Persona) -> Portrait:
    item = persona.item
    name, language = view.said(persona.name)
    facts = item.demographics
    age = view.text(facts.age) if facts is not None and facts.age is not None else ""
    full = name
    if age and not is_not_applicable(age):
        full = view.words.aged(name, age)
    quote = view.words.quoted(view.text(item.quote)) if item.quote is not None else ""
    return Portrait(
        full, initials(name), view.text(item.role), quote, language, _line_of(view, persona.key),
        view.album.portrait(persona, use), view.text(item.alt), name,
    )  # fmt: skip


def _line_of(view: View, key: str) -> int | None:
    if len(view.feelings) < 2:
        return None
    keys = [{persona.key for persona in line.personas} for line in view.feelings]
    return next((number for number, found in enumerate(keys) if key in found), None)


def _goals(view: View) -> Iterator[tuple[str, str]]:
    journey = view.map.journey
    if journey.goal is not None and journey.goal.customer is not None:
        yield view.words.say("goal.customer"), view.text(journey.goal.customer)
    if journey.goal is not None and journey.goal.business is not None:
        yield view.words.say("goal.business"), view.text(journey.goal.business)
    if journey.scenario is not None:
        yield view.words.say("goal.scenario"), view.text(journey.scenario)
    scope = journey.scope
    if scope is not None and (scope.from_ is not None or scope.to is not None):
        ends = " → ".join(view.text(end) or "…" for end in (scope.from_, scope.to))
        yield view.words.say("goal.scope"), ends


def _figures(view: View) -> Iterator[Figure]:
    """Yield the figures that the map can support: none for a sketch that no evidence stands behind."""
    coverage = view.coverage
    if not coverage.founded:
        return
    words = view.words
    mean = mean_level(view.feelings)
    if mean is not None:
        yield Figure("emotion", words.level(mean), words.say("figure.emotion"))
    yield from _counts(view)
    yield Figure(
        "evidence", words.percent(round(coverage.share or 0)), words.say("figure.evidence")
    )
    channels = {
        channel.key
        for place in view.places
        for use in place.get("touchpoints")
        for channel in channels_of(view, view.references.touchpoint(use), place)
    }
    owners = {
        view.owner(owner, route).colour
        for place in view.places
        for owner, route in owners_at(view, place)
    }
    for id, count in (("channels", len(channels)), ("owners", len(owners))):
        if count:
            yield Figure(id, words.number(count), words.count(f"figure.{id}", count))


def _counts(view: View) -> Iterator[Figure]:
    words = view.words
    pains = [pain for _, _, pain in insights(view.map.journey, "pains") if pain.status != "refuted"]
    critical = sum(1 for pain in pains if (pain.severity or 0) >= CRITICAL)
    if pains:
        label = words.count("figure.pains", len(pains))
        if critical:
            label = words.count("figure.pains.critical", len(pains), count=critical)
        yield Figure("pains", words.number(len(pains)), label)
    held: list[Opportunity] = [each for place in view.places for each in place.get("opportunities")]
    count = sum(1 for each in held if each.status != "dismissed")
    if count:
        yield Figure(
            "opportunities", words.number(count), words.count("figure.opportunities", count)
        )


def _evidence(view: View) -> Iterator[str]:
    """Yield the names of what stands behind the claims and steps, each once, with its sample."""
    seen: set[str] = set()
    for place in view.places:
        for _, use in uses_at(place):
            found = view.references.evidence(use)
            if found is None or found.key in seen or found.item.basis == "assumed":
                continue
            seen.add(found.key)
            sample = found.item.sample
            count = view.words.say("sample", count=view.words.number(sample)) if sample else ""
            yield f"{view.text(found.name)} ({count})" if count else view.text(found.name)
