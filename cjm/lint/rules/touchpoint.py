"""Rules about what a touchpoint says of itself: its owner, channels, needs and importance.

A touchpoint of the workspace's library is judged there, once, however many maps use it; a map is
judged by the touchpoints that it defines itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit
from cjm.lint.subject import FileSubject
from cjm.lint.touchpoints import Defined, defined
from cjm.model.owner import Owner
from cjm.model.text import Text
from cjm.model.touchpoint import Department
from cjm.rulebook import rule
from cjm.source.scalars import scalar


@rule(
    "touchpoint", "·WE", subject="file", is_raised=True, once=True, mermaid=False,
    supersedes=("touchpoint-owner-incomplete",),
)  # fmt: skip
def touchpoint_without_owner(subject: FileSubject) -> Iterator[Hit]:
    """Touchpoints that no department answers for.

    What hurts at a touchpoint that nobody owns is nobody's to mend, and two departments that both
    think it is theirs change it twice. One that is only wished for (`usage: desired`) is asked by
    `unready-touchpoint`, when a map brings it in. Reported once a file; on a library that a
    validated or live map rests on it weighs more.

    Bad:
        library:
          touchpoints:
            counter: {owner: }

    Good:
        library:
          touchpoints:
            counter: {owner: {department: service, region: East, person: Ma Hong}}

    Source: seven steps; CFN Insight
    """
    for each in defined(subject):
        if each.is_desired or any(owner.department is not None for owner in each.owners):
            continue
        person = next((owner.person for owner in each.owners if owner.person), "")
        told = {**_named(each), "person": person}
        absent = each.absent("owner")
        yield Hit(each.route, told, "person" if person else _spelling(each), absent=absent)


@rule("touchpoint", "·iW", subject="file", once=True, mermaid=False)
def touchpoint_owner_incomplete(subject: FileSubject) -> Iterator[Hit]:
    """Owners of touchpoints with no region or no person.

    A department of 400 answers no calls. The region tells whose stores, lines or pages are meant
    (that of the department's own entry counts), the person is whom to ask. Reported once a file.

    Bad:
        library:
          touchpoints:
            counter: {owner: {person: }}

    Good:
        library:
          touchpoints:
            counter: {owner: {department: service, region: East, person: Ma Hong}}

    Source: seven steps
    """
    for each in defined(subject):
        owners = [owner for owner in each.owners if owner.department is not None]
        missing = []
        if not any(owner.region or _region_of(subject, owner) for owner in owners):
            missing.append("region")
        if not any(owner.person for owner in owners):
            missing.append("person")
        if owners and missing:
            told = {**_named(each), "missing": " and no ".join(missing),
                    "department": owners[0].department or ""}  # fmt: skip
            absent = tuple((*at, key) for at in each.absent("owner") for key in missing)
            yield Hit(_at_owner(subject, each), told, absent=absent, scope=each.route)


def _region_of(subject: FileSubject, owner: Owner) -> Text | None:
    for word in owner.department or ():
        entry = subject.find("departments", word)
        if entry is not None and isinstance(entry.item, Department):
            return entry.item.region
    return None


def _at_owner(subject: FileSubject, defined: Defined) -> Route:
    """Return where the owner stands; the longest part of it that is written is what is shown."""
    written = {route for route, _ in subject.index.of(Owner)}
    return next((at for at in defined.absent("owner") if at in written), defined.route)


@rule("touchpoint", "·WW", subject="file", once=True, mermaid=False)
def touchpoint_without_channel(subject: FileSubject) -> Iterator[Hit]:
    """Touchpoints that run in no channel.

    A "plan page" may be a web page, a screen of the app or a leaflet: without the channel nobody
    sees where the customer changes from one to the other. A touchpoint that a map defines has the
    `channels` of its step or stage where it names none; one of a shared library names those that it
    can run in, and a step may choose among them: `{ref: plan-page, channels: app}`. Reported once a
    file.

    Bad:
        library:
          touchpoints:
            counter: {channels: }

    Good:
        library:
          touchpoints:
            counter: {channels: [store]}

    Source: CJM Studio
    """
    for each in defined(subject):
        if each.says("channels") or (each.uses and all(use.channels for use in each.uses)):
            continue
        places = [(*use.place, "channels") for use in each.uses]
        stages = [(*use.place[:2], "channels") for use in each.uses]
        absent = (*each.absent("channels"), *places, *stages)
        without = [use.route for use in each.uses if not use.channels]
        # Where it runs in a channel elsewhere, the place that lacks one is what has to be shown.
        elsewhere = without if len(without) < len(each.uses) else []
        at, variant = (elsewhere[0], "here") if elsewhere else (each.route, _spelling(each))
        yield Hit(at, _named(each), variant, absent=absent, scope=each.route)


@rule("touchpoint", "·iW", subject="file", once=True, mermaid=False)
def touchpoint_without_need(subject: FileSubject) -> Iterator[Hit]:
    """Touchpoints that satisfy no need.

    A touchpoint that serves no need of the customer's serves one of the company's, and is what
    customers would not miss. One of which only the name is written serves the `needs` of its step or
    stage. Reported once a file.

    Bad:
        library:
          touchpoints:
            counter: {needs: }

    Good:
        library:
          touchpoints:
            counter: {needs: [prove-identity-once]}

    Source: seven steps
    """
    for each in defined(subject):
        if each.says("needs") or (not each.entries and _has_needs_around(each)):
            continue
        yield Hit(each.route, _named(each), _spelling(each), absent=each.absent("needs"))


def _has_needs_around(defined: Defined) -> bool:
    """Whether a touchpoint in plain words stands where the customer has needs."""
    is_plain = all(use.written.model_fields_set <= {"name"} for use in defined.uses)
    return is_plain and any(use.holder.needs or use.stage.needs for use in defined.uses)


@rule("touchpoint", "·iW", subject="file", once=True, mermaid=False)
def touchpoint_without_importance(subject: FileSubject) -> Iterator[Hit]:
    """Touchpoints that cannot be ranked.

    Nobody mends forty touchpoints at once. Importance, 1 to 5, to the customer and to the business,
    says which come first; with `satisfaction` beside it, where money is well spent. Reported once a
    file.

    Bad:
        library:
          touchpoints:
            counter: {importance: }

    Good:
        library:
          touchpoints:
            counter: {importance: {customer: 3, business: 2}}

    Source: seven steps; Milkymap
    """
    for each in defined(subject):
        if not each.says("importance"):
            absent = each.absent("importance")
            yield Hit(each.route, _named(each), _spelling(each), absent=absent)


@rule("touchpoint", "·iW", subject="file", once=True, mermaid=False)
def missing_performance(subject: FileSubject) -> Iterator[Hit]:
    """Touchpoints that matter much, and no department's performance at them.

    How content customers are says that something is wrong; how well each department does there says
    where. Asked from the setting `importance.high` on, and not of what is only wished for
    (`usage: desired`). Reported once a file.

    Bad:
        library:
          touchpoints:
            plan-page: {performance: }

    Good:
        library:
          touchpoints:
            plan-page:
              performance: [{department: digital, score: 3, metric: csat}]

    Source: seven steps
    """
    for each in defined(subject):
        if each.importance < subject.limits["importance.high"] or each.is_desired:
            continue
        if not each.says("performance"):
            told = {**_named(each), "importance": each.importance}
            yield Hit(each.route, told, absent=each.absent("performance", "importance", "usage"))


def _named(defined: Defined) -> dict[str, object]:
    return {"touchpoint": defined.name, "spelt": _Spelt(defined.name)}


class _Spelt:
    """A name as it is spelt inside braces; worked out for the one that a sentence names."""

    def __init__(self, name: Text) -> None:
        self.name = name

    def __str__(self) -> str:
        return scalar(str(self.name), in_flow=True) if self.name.is_plain else "…"


def _spelling(defined: Defined) -> str:
    """Return the variant of the advice: a name alone has to become an object first."""
    written = [*defined.entries, *(use.written for use in defined.uses)]
    return "name-only" if all(each.model_fields_set <= {"name"} for each in written) else ""
