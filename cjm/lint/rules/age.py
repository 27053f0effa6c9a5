"""The rule of the category evidence about how old it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cjm.figures.basis import CUSTOMER_EVIDENCE
from cjm.figures.claims import Claim
from cjm.lint.founded import defined
from cjm.lint.hit import Hit
from cjm.lint.subject import MapSubject
from cjm.model.evidence import Evidence
from cjm.model.walk import evidence_of
from cjm.rulebook import rule
from cjm.workspace.references import Resolved


@rule("evidence", "·WW", mermaid=False)
def stale_evidence(subject: MapSubject) -> Iterator[Hit]:
    """Evidence older than 12 months, or past `expires`, with nothing newer beside it.

    Offers, prices and habits change, and a map keeps telling what customers said before. Old research
    beside new is history and stays; old research alone is due again. `expires` says how long a piece
    of evidence holds where that is more or less than the setting `evidence.max_age`, in months.
    What bears no date is not judged, nor is an archived map or one of what is to come.

    Bad:
        library:
          evidence: {interviews: {date: 2025-03-01}}

    Good:
        library:
          evidence: {interviews: {date: 2025-03-01, expires: 2027-03-01}}

    Source: practice guide
    """
    today = subject.whole.today
    if today is None or subject.is_expected or subject.journey.status == "archived":
        return
    months = int(subject.limits["evidence.max_age"])
    stale: dict[tuple[object, ...], list[tuple[Claim, Resolved[Evidence]]]] = {}
    for claim in subject.claims:
        newest = _newest_stale(claim, today, months)
        if newest is not None:
            key = (newest.key, newest.item.date, newest.item.expires)
            stale.setdefault(key, []).append((claim, newest))
    for found in stale.values():
        first, evidence = found[0]
        item = evidence.item
        told = {
            "title": evidence.name, "date": item.date, "expires": item.expires, "months": months,
            "claims": "this claim" if len(found) == 1 else f"{len(found)} claims",
        }  # fmt: skip
        entry = defined(evidence)
        at = next(
            index
            for index, use in enumerate(evidence_of(first.item))
            if subject.references.evidence(use) is evidence
        )
        yield Hit(
            (*first.route, "evidence", at), told,
            "expired" if item.expires is not None else "",
            related=() if entry is None else (entry,),
        )  # fmt: skip


def _newest_stale(claim: Claim, today: datetime.date, months: int) -> Resolved[Evidence] | None:
    """Return the newest customer evidence behind `claim`, if all of that is stale."""
    counted = [each for each in claim.evidence if each.item.basis in CUSTOMER_EVIDENCE]
    if not counted or not all(_is_stale(each.item, today, months) for each in counted):
        return None
    return max(counted, key=lambda each: each.item.expires or each.item.date or today)


def _is_stale(evidence: Evidence, today: datetime.date, months: int) -> bool:
    if evidence.expires is not None:
        return today > evidence.expires
    return evidence.date is not None and months_between(evidence.date, today) > months


def months_between(day: datetime.date, today: datetime.date) -> float:
    """Return the months from `day` to `today`; the days beyond whole months count as a part."""
    whole = (today.year - day.year) * 12 + today.month - day.month
    return whole + (today.day - day.day) / 31
