"""Rules of the category action about the work as a whole: whether it is weighed and planned."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cjm.lint.actions import Action, opportunities_of, solutions_of
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.model.insight import Initiative, Opportunity, Solution
from cjm.rulebook import rule

_HIGH, _LOW = 4, 2
"""Impact from which, and effort up to which, an opportunity is a quick win."""

_FEW = 3
"""With fewer opportunities, that all are quick wins says nothing."""


@rule("action", "·iW", mermaid=False)
def all_quick_wins(subject: MapSubject) -> Iterator[Hit]:
    """Every opportunity scores high impact, low effort.

    What brings much and costs little has mostly been done. Where three or more ideas all score 4 or
    5 for impact and 1 or 2 for effort, the scores were given by those who like the ideas, or nobody
    wrote down what is hard.

    Bad:
        stages:
          - id: learn
            opportunities:
              - {id: shorter-names, text: Shorter names, impact: 5, effort: 1, owner: digital}
              - {id: price-first, text: Show the price first, impact: 4, effort: 2, owner: digital}
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, effort: 2}]}

    Good:
        stages:
          - id: learn
            opportunities:
              - {id: shorter-names, text: Shorter names, impact: 5, effort: 1, owner: digital}
              - {id: price-first, text: Show the price first, impact: 4, effort: 2, owner: digital}
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, effort: 4}]}
    """
    found = opportunities_of(subject)
    if len(found) < _FEW or subject.has_lost("opportunities"):
        return
    if all((each.item.impact or 0) >= _HIGH and (each.item.effort or 5) <= _LOW for each in found):
        related = tuple(Other(each.route, "and this one") for each in found[1:_FEW])
        yield Hit(found[0].route, {"opportunities": len(found)}, related=related)


@rule("action", "·WW", once=True, mermaid=False, supersedes=("opportunity-without-owner",))
def unplanned_work(subject: MapSubject) -> Iterator[Hit]:
    """Work in progress that nobody planned, or that is past its day.

    Work that is going on has somebody who answers for it and a day by which it shall be done, or a
    link to where both are kept. Past that day it is either done, or late, or was given up, and the
    map says none of these. Reported once a map.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, opportunities: [{id: three-best-fits, status: in-progress}]}

    Good:
        stages:
          - id: learn
            steps:
              - id: compare-plans
                opportunities: [{id: three-best-fits, status: in-progress, due: 2027-06-30}]

    Source: Cemantica
    """
    for each in (*opportunities_of(subject), *solutions_of(subject)):
        item = each.item
        told: dict[str, object] = {"work": item.text or "", "kind": _NOUNS[type(item)]}
        if item.status == "in-progress" and item.link is None:
            missing = [key for key in ("owner", "due") if getattr(item, key) is None]
            if missing:
                told["missing"] = " and no ".join(_WORDS[key] for key in missing)
                absent = tuple((*each.route, key) for key in (*missing, "link"))
                yield Hit(each.route, told, absent=absent)
        if _is_late(each, subject.whole.today):
            told |= {"due": item.due, "status": item.status or "open"}
            yield Hit((*each.route, "due"), told, "late")


_WORDS = {"owner": "owner", "due": "due date"}
_NOUNS: dict[type[Initiative], str] = {Opportunity: "opportunity", Solution: "solution"}


def _is_late(action: Action, today: datetime.date | None) -> bool:
    due = action.item.due
    return today is not None and due is not None and due < today and not action.is_settled
