"""Rules about who answers for a map, who works on it, and whether it is kept up."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cjm.lint.hit import Hit
from cjm.lint.subject import MapSubject
from cjm.lint.tongue import language_judged, language_name
from cjm.lint.words.departments import builds_or_runs, is_judged
from cjm.model.journey import Review
from cjm.model.touchpoint import Department
from cjm.rulebook import rule
from cjm.workspace.references import Resolved


@rule("governance", "·WE", is_raised=True, mermaid=False)
def journey_without_owner(subject: MapSubject) -> Iterator[Hit]:
    """Nobody answers for the journey.

    Departments own touchpoints; what happens between them belongs to no one, and that is where
    journeys break. One department, better one person, has to be asked how the whole goes. Silent on
    an archived map.

    Bad:
        owner:

    Good:
        owner: {department: digital, region: East, person: Zhou Min}

    Source: Smaply
    """
    owner = subject.journey.owner
    if _is_archived(subject) or (owner and (owner.department or owner.person)):
        return
    absent = (("owner",),)
    if owner is None:
        yield Hit(("title",), absent=absent)
    else:
        yield Hit(("owner",), {"region": owner.region or ""}, "region", absent=absent)


@rule("governance", "·WW", is_raised=True, mermaid=False)
def review_overdue(subject: MapSubject) -> Iterator[Hit]:
    """The review is overdue: `next` is past, or `last` and `every` are.

    A map shows the week in which it was drawn. When nobody has looked at it since, people decide on
    what was. Where `next` is not given, the next review is due `every` so often after the `last`,
    and a year after it where that is not given either (the setting `review.max_age`, in months).
    Silent on an archived map.

    Bad:
        review: {last: 2025-10-12, next: 2026-10-12}

    Good:
        review: {last: 2026-10-12, next: 2027-10-12}

    Source: practice guide
    """
    today, review = subject.whole.today, subject.journey.review
    if today is None or review is None or _is_archived(subject):
        return
    last, next, absent = review.last, review.next, (("review", "next"), ("review", "every"))
    if next is not None and (last is None or next > last):
        if next < today:
            yield Hit(("review", "next"), {"due": next, "ago": _ago(today - next)}, absent=absent)
    elif last is not None:
        due = _due(last, review, subject.limits["review.max_age"])
        if due is not None and due < today:
            told = {"last": last, "due": due, "ago": _ago(today - due)}
            yield Hit(("review", "last"), told, "last", absent=absent)


_DAYS_OF_A_MONTH = 365.25 / 12


def _due(last: datetime.date, review: Review, months: float) -> datetime.date | None:
    """Return the day of the next review; `None` where it lies beyond the calendar."""
    days = months * _DAYS_OF_A_MONTH if review.every is None else review.every.high / 86400
    try:
        return last + datetime.timedelta(days=round(days))
    except OverflowError:
        return None


def _ago(time: datetime.timedelta) -> str:
    return "yesterday" if time.days == 1 else f"{time.days} days ago"


@rule("governance", "·iW", mermaid=False)
def narrow_team(subject: MapSubject) -> Iterator[Hit]:
    """Fewer than 3 departments, or nobody from IT or operations.

    A journey runs through departments that see a part of it each. Those who draw it alone draw their
    own part; without those who build and run what customers meet, nothing of it can be changed. The
    owner's department counts. Whether one is IT or operations is told from its name, its id and the
    roles of its members, by words of English, Chinese, German, French, Spanish and Japanese; a team
    with a department in another language is not asked. Nor is a map with a `parent` and no team of
    its own, nor an archived one. The number is the setting `team.departments`.

    Bad:
        team:
          - {name: Zhou Min, role: Journey owner, department: digital}
          - {name: Tang Yan, role: Hotline lead, department: service}

    Good:
        team:
          - {name: Zhou Min, role: Journey owner, department: digital}
          - {name: Deng Wei, role: Activation platform, department: it}
          - {name: Tang Yan, role: Hotline lead, department: service}

    Source: Mennella
    """
    journey = subject.journey
    if _is_archived(subject) or (journey.parent is not None and not journey.team):
        return
    if not journey.team:
        yield Hit(("title",), variant="none", absent=(("team",),))
        return
    departments = _departments(subject)
    limit, absent = subject.limits["team.departments"], (("team",),)
    is_partly_known = any(each.department is None for each in journey.team)
    if len(departments) < limit:
        told = {"count_of": len(departments), "names": _names(departments), "limit": limit}
        variant = "unnamed" if is_partly_known else "one" if len(departments) == 1 else ""
        yield Hit(("team",), told, variant, on_key=True, absent=absent)
        return
    languages = [_language(subject, each) for each in departments]
    if is_partly_known:
        return  # the one who does not say may be of IT
    if all(is_judged(each) for each in languages) and not _has_builders(subject, departments):
        told = {
            "names": _names(departments),
            "language": " and ".join(dict.fromkeys(map(language_name, languages))),
        }
        yield Hit(("team",), told, "builders", on_key=True, absent=absent)


def _departments(subject: MapSubject) -> list[Resolved[Department]]:
    """Return the departments of the team and of the owner, each once."""
    journey = subject.journey
    written = [each.department for each in journey.team]
    written.append(journey.owner.department if journey.owner is not None else None)
    found = [subject.references.department(each) for each in written if each is not None]
    return list({each.key: each for each in reversed(found)}.values())[::-1]


def _names(departments: list[Resolved[Department]]) -> str:
    names = [next(iter(each.name), each.key) for each in departments[:4]]
    return ", ".join(f"'{name}'" for name in names)


def _language(subject: MapSubject, department: Resolved[Department]) -> str:
    name = department.name
    return language_judged("", name.in_language(subject.language), subject)


def _has_builders(subject: MapSubject, departments: list[Resolved[Department]]) -> bool:
    for each in departments:
        language = _language(subject, each)
        if any(builds_or_runs(name, language) for name in (*each.name, each.key)):
            return True
    roles = [role for each in subject.journey.team for role in (each.role or ())]
    return any(
        builds_or_runs(role, language_judged("", role, subject), is_role=True) for role in roles
    )


@rule("governance", "·iW", mermaid=False)
def missing_sponsor(subject: MapSubject) -> Iterator[Hit]:
    """No sponsor: nobody at the top backs the journey.

    What a journey needs crosses the budgets of several departments. Without somebody above them who
    wants it, the first conflict ends it. Silent on a map with a `parent`, whose sponsor backs both,
    and on an archived one.

    Bad:
        sponsor:

    Good:
        sponsor: Chief customer officer

    Source: Mennella
    """
    journey = subject.journey
    if journey.sponsor is None and journey.parent is None and not _is_archived(subject):
        yield Hit(("title",), absent=(("sponsor",),))


def _is_archived(subject: MapSubject) -> bool:
    return subject.journey.status == "archived"
