"""What there is to know about things beside what their blocks show: why, by whom, on what grounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.findings import Route
from cjm.model.evidence import Evidence
from cjm.model.insight import Initiative, Insight, Opportunity
from cjm.model.item import Item
from cjm.model.metric import Metric
from cjm.model.owner import Owner
from cjm.model.stage import Content
from cjm.model.text import Text
from cjm.model.touchpoint import Touchpoint
from cjm.model.walk import evidence_of
from cjm.sheet.blocks import Detail, Details
from cjm.sheet.view import View, shown


def about(view: View, item: Item) -> Details:
    """Return the description and the links of `item`."""
    if item.description is None and not item.links:
        return ()
    return tuple(_about(view, item))


def content_details(view: View, item: Content) -> Details:
    """Return what is known of a step or stage itself: its description, links and evidence."""
    return (*about(view, item), *_evidence(view, item))


def claim_details(view: View, claim: Item) -> Details:
    """Return what stands behind a feeling, an expectation, a quote or a thought."""
    return (*_grounds(view, claim), *about(view, claim))


def insight_details(view: View, insight: Insight, scale: str) -> Details:
    """Return how bad an insight is, why it is there, what comes of it and how one knows.

    Args:
        scale: What its severity is called: `severity` or `strength`.
    """
    return (
        *_scores(view, ((scale, insight.severity), ("frequency", insight.frequency),
                        ("effect", insight.effect))),
        *_texts(view, (("cause", insight.cause), ("consequence", insight.consequence))),
        *claim_details(view, insight),
    )  # fmt: skip


def initiative_details(view: View, item: Initiative) -> Details:
    """Return what an opportunity or solution answers, what it takes, and who sees to it."""
    return tuple(_initiative(view, item))


def touchpoint_details(view: View, item: Touchpoint) -> Details:
    """Return how much a touchpoint matters, who answers for it and what is known about it."""
    matters = item.importance.value if item.importance is not None else None
    return (
        *_scores(view, (("importance", matters), ("satisfaction", item.satisfaction))),
        *_owned(view, item.owner),
        *_evidence(view, item),
        *about(view, item),
    )


def metric_details(view: View, metric: Metric, points: str) -> Details:
    """Return how a metric is worked out, and from what.

    Args:
        points: Its measurements over time, as they are shown, or `""`.
    """
    return tuple(_metric(view, metric, points))


def owner_details(view: View, owner: Owner) -> Details:
    """Return who answers in person, for which region, and how to reach the department."""
    return tuple(_owner(view, owner))


def _about(view: View, item: Item) -> Iterator[Detail]:
    yield from _texts(view, (("about", item.description),))
    for link in item.links:
        text, language = view.said(link.title) if link.title is not None else (link.url or "", "")
        yield Detail(view.words.say("more.link"), text, link.url or "", language)


def _initiative(view: View, item: Initiative) -> Iterator[Detail]:
    yield from _scores(view, (("impact", item.impact), ("effort", item.effort)))
    for reference in item.addresses:
        route = view.references.insight(reference) or view.references.opportunity(reference)
        if route is not None:
            yield from _texts(view, (("addresses", _at(view.map.journey, route).text),))
    yield from _owned(view, item.owner)
    if item.due is not None:
        yield Detail(view.words.say("more.due"), view.words.date(item.due))
    if isinstance(item, Opportunity) and item.kano is not None:
        yield Detail(view.words.say("more.kano"), view.words.say(f"kano.{item.kano}"))
    if item.link is not None:
        yield Detail(view.words.say("more.link"), item.link, item.link)
    yield from about(view, item)


def _metric(view: View, metric: Metric, points: str) -> Iterator[Detail]:
    yield from _texts(view, (("formula", metric.formula), ("question", metric.question)))
    if points:
        yield Detail(view.words.say("more.points"), points)
    yield from _owned(view, metric.owner)
    if metric.source is not None:
        yield from _piece(view, "source", Evidence(ref=metric.source))
    yield from about(view, metric)


def _owner(view: View, owner: Owner) -> Iterator[Detail]:
    if owner.department is not None:
        if owner.person:
            yield Detail(view.words.say("more.person"), shown(owner.person))
        yield from _texts(view, (("region", owner.region),))
        department = view.references.department(owner.department).item
        if owner.region is None:
            yield from _texts(view, (("region", department.region),))
        if department.contact:
            yield Detail(view.words.say("more.contact"), shown(department.contact))
        yield from about(view, department)


def _owned(view: View, owner: Owner | None) -> Iterator[Detail]:
    if owner is not None:
        parts = [view.owner(owner, ()).name]
        if owner.person and owner.department is not None:
            parts.append(shown(owner.person))
        yield Detail(view.words.say("more.owner"), view.words.listed(parts))


def _scores(view: View, scores: tuple[tuple[str, int | None], ...]) -> Iterator[Detail]:
    for key, score in scores:
        if score is not None:
            yield Detail(view.words.say(f"more.{key}"), view.words.say("more.score", value=score))


def _texts(view: View, texts: tuple[tuple[str, Text | None], ...]) -> Iterator[Detail]:
    for key, text in texts:
        if text is not None:
            said, language = view.said(text)
            yield Detail(view.words.say(f"more.{key}"), said, "", language)


def _grounds(view: View, claim: Item) -> Iterator[Detail]:
    """Yield the evidence of a claim, or that there is none, where others have some."""
    found = tuple(_evidence(view, claim))
    yield from found
    if not found and view.has_evidence:
        yield Detail(view.words.say("more.evidence"), view.words.say("more.no_evidence"))


def _evidence(view: View, item: Any) -> Iterator[Detail]:
    for use in evidence_of(item):
        yield from _piece(view, "evidence", use)


def _piece(view: View, label: str, use: Evidence) -> Iterator[Detail]:
    """Yield a piece of evidence: its title, how large it is, how well it founds a claim."""
    found = view.references.evidence(use)
    if found is None:
        return
    item = found.item
    title, language = view.said(found.name)
    parts = [title]
    if item.sample:
        parts.append(view.words.say("sample", count=view.words.number(item.sample)))
    parts.append(view.words.say(f"basis.{item.basis}"))
    yield Detail(
        view.words.say(f"more.{label}"), view.words.listed(parts), item.link or "", language
    )


def _at(item: Any, route: Route) -> Any:
    """Return what stands at `route` within `item`."""
    for key in route:
        item = item[key] if isinstance(key, int) else getattr(item, key)
    return item
