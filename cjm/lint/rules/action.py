"""Rules about opportunities: what they answer, what they are worth, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.actions import Action, insights, insights_at, opportunities_of, solutions_of
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.model.insight import Insight
from cjm.model.values import fold
from cjm.rulebook import rule


@rule("action", "·WE", mermaid=False)
def pain_without_opportunity(subject: MapSubject) -> Iterator[Hit]:
    """A severe pain that no opportunity addresses.

    A map that shows what hurts and proposes nothing leaves everybody wiser and nobody better off.
    An opportunity answers the insights that it names in `addresses`; one that names none answers the
    pains of its step, or of its stage and that stage's steps. At the journey it answers only what it
    names. An idea that was dismissed answers nothing, and a pain that the map keeps from its baseline
    may have been answered there. A pain is severe from the setting `pain.severe` on.

    Bad:
        stages:
          - id: choose
            pains:
              - {id: queue, text: Saturdays mean 25 minutes in line, severity: 4, evidence: interviews}

    Good:
        stages:
          - id: choose
            pains:
              - {id: queue, text: Saturdays mean 25 minutes in line, severity: 4, evidence: interviews}
            opportunities:
              - id: book-a-slot
                text: Book a time at the counter
                addresses: queue
                impact: 4
                effort: 2
                owner: service

    Source: practice guide
    """
    if subject.has_lost("opportunities", "solutions"):
        return
    if any(each.is_lost for each in opportunities_of(subject)):
        return  # what leads to nothing may mean any pain, and is told already
    answered = subject.once(_answered)
    by_answer: dict[Route, list[Route]] = {}
    for each in opportunities_of(subject):
        for at in each.answers:
            by_answer.setdefault(at, []).append(each.route)
    for route, pain in insights(subject).items():
        if route in answered or not _is_severe(subject, route, pain):
            continue
        if _is_answered_before(subject, route):
            continue
        told = {"pain": pain.text or "", "severity": pain.severity, "id": subject.ids.of[route]}
        dismissed = by_answer.get(route, [])
        related = tuple(Other(at, "dismissed") for at in dismissed[:2])
        yield Hit(route, told, "dismissed" if dismissed else "", related=related)


def _is_severe(subject: MapSubject, route: Route, pain: Insight) -> bool:
    severe = subject.limits["pain.severe"]
    return route[-2] == "pains" and pain.status != "refuted" and (pain.severity or 0) >= severe


def _answered(subject: MapSubject) -> frozenset[Route]:
    """Return the insights that some idea answers which was not dismissed."""
    actions = (*opportunities_of(subject), *solutions_of(subject))
    return frozenset(
        route for each in actions if each.item.status != "dismissed" for route in each.answers
    )


def _is_answered_before(subject: MapSubject, route: Route) -> bool:
    """Whether the pain is kept from a map that this one changes, and answered there."""
    id = fold(subject.ids.of[route])
    return any(map.ids.at.get(("insights", id)) in map.once(_answered) for map in subject.baselines)


@rule("action", "·WW", once=True, mermaid=False)
def opportunity_without_score(subject: MapSubject) -> Iterator[Hit]:
    """An opportunity with no impact or no effort.

    There is always more to do than can be done. What an idea would bring and what it would take,
    each from 1 to 5, put it in its place among the others before anybody argues for it. One that is
    done or dismissed is not asked. Reported once a map.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, effort: }]}

    Good:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, effort: 3}]}

    Source: practice guide
    """
    for each in _open(subject):
        missing = [key for key in ("impact", "effort") if getattr(each.item, key) is None]
        if missing:
            told = {"opportunity": each.item.text or "", "missing": " and no ".join(missing)}
            yield Hit(each.route, told, absent=tuple((*each.route, key) for key in missing))


def _open(subject: MapSubject) -> Iterator[Action]:
    return (each for each in opportunities_of(subject) if not each.is_settled)


@rule("action", "·WW", once=True, mermaid=False)
def opportunity_without_owner(subject: MapSubject) -> Iterator[Hit]:
    """An opportunity that nobody answers for.

    Everybody likes a good idea, and it waits until somebody is named. The owner need not do the
    work, but decides whether and when. One that is done or dismissed is not asked. Reported once a
    map.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, owner: }]}

    Good:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, owner: service}]}

    Source: TheyDo; NN/g
    """
    for each in _open(subject):
        if each.item.owner is None:
            told = {"opportunity": each.item.text or ""}
            yield Hit(each.route, told, absent=((*each.route, "owner"),))


@rule("action", "·iW", once=True, mermaid=False)
def opportunity_without_insight(subject: MapSubject) -> Iterator[Hit]:
    """An opportunity that addresses nothing, written or by its place.

    An idea that answers no pain, itch or delight came from the meeting room and not from customers,
    or what it answers was never written down. At a step or stage with pains it needs no `addresses`.
    What was refuted is no reason. Reported once a map.

    Bad:
        opportunities:
          - {id: chat-bot, text: A bot in the chat, impact: 4, effort: 4, owner: digital}

    Good:
        opportunities:
          - id: chat-bot
            text: A bot in the chat
            addresses: too-many-plans
            impact: 4
            effort: 4
            owner: digital

    Source: TheyDo
    """
    if subject.has_lost("pains", "delights", "itches"):
        return
    for each in _open(subject):
        if each.is_elsewhere or each.is_lost:
            continue
        told: dict[str, object] = {"opportunity": each.item.text or ""}
        absent = ((*each.route, "addresses"),)
        if each.item.addresses:
            held = insights(subject)
            if all(held[route].status == "refuted" for route in each.answers):
                yield Hit(each.route, told, "refuted",
                          related=tuple(Other(route, "refuted") for route in each.answers[:2]))  # fmt: skip
        elif not each.answers and not _stage_hurts(subject, each):
            itches = insights_at(subject, each.holder, "itches")
            if itches:
                told |= {"itch": insights(subject)[itches[0]].text or "",
                         "near": subject.ids.of[itches[0]]}  # fmt: skip
            yield Hit(each.route, told, "itch" if itches else "", absent=absent)


def _stage_hurts(subject: MapSubject, action: Action) -> bool:
    """Whether the stage has pains of its own, which are there at each of its steps."""
    stage = action.holder[:2]
    return any(route[:-2] == stage for route in insights_at(subject, stage))
